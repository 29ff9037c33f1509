from collections.abc import Callable

from journey_viewer.measures.attributed import attributed_in, in_words
from journey_viewer.measures.definitions import MeasureId
from journey_viewer.measures.measure import measure
from journey_viewer.measures.told import figures
from journey_viewer.measures.unit_costs import UnitCosts
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.case import Case

LINES = ("2024-03-01 ae", "2024-03-02 ae", "2024-03-03 ae did_not_attend", "2024-03-04 gp", "2024-03-05 ae")
SAID = {0: Attribution.GP, 1: Attribution.RIGHT, 2: Attribution.GP, 3: Attribution.GP, 99: Attribution.GP}


def test_only_what_was_said_of_a_visit_that_took_place_counts(journey: Callable[..., Case]) -> None:
    case = journey(*LINES)
    numbers = {place + 1: said for place, said in SAID.items()}  # the numbers that the fixture gives
    told = attributed_in(case.touchpoints, numbers)
    assert (told.visits, told.told) == (3, 2)
    assert dict(told.by) == {Attribution.RIGHT: 1, Attribution.GP: 1}


def test_it_stands_beside_the_number_of_visits_with_how_many_were_talked_about(
    journey: Callable[..., Case],
) -> None:
    case = journey(*LINES)
    ae = attributed_in(case.touchpoints, {case.touchpoints.number.tolist()[0]: Attribution.GP})
    assert in_words(ae) == "1 of 3 were talked about: the GP practice 1"
    told = {one.measure: one for one in figures(measure(case, UnitCosts()), {}, ae)}
    assert told[MeasureId.AE].beside == "attended; 1 of 3 were talked about: the GP practice 1"
    nothing = attributed_in(case.touchpoints, {})
    told = {one.measure: one for one in figures(measure(case, UnitCosts()), {}, nothing)}
    assert told[MeasureId.AE].beside == "attended"
