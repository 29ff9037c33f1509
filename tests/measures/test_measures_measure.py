from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.measure import Measures, measure
from journey_viewer.measures.stays import length_of, nights_of, stays_of
from journey_viewer.measures.summary import summarise
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.model.people import Person

MakeCase = Callable[..., Case]
COSTS = shipped_unit_costs()


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ([], None),
        (["2024-01-01 gp"], None),
        (["2024-01-01 gp", "2024-01-01 ae"], None),
        (["2024-01-01 gp", "2024-01-02 ae"], None),  # no whole day between them
        (["2024-01-01 gp", "2024-01-03 ae"], 1),
        (["2024-01-01 gp", "2024-01-11 ae", "2024-02-01 gp did_not_attend", "2024-02-11 ae"], 30),
        (["2024-01-01 inpatient stay; until=2024-02-01", "2024-02-03 gp"], 1),
    ],
)
def test_the_longest_gap_is_of_any_length(journey: MakeCase, lines: list[str], days: int | None) -> None:
    gap = measure(journey(*lines), COSTS).longest_gap
    assert (gap.days if gap else None) == days


def test_the_share_with_the_own_gp_is_told_where_a_list_says_who_it_is(journey: MakeCase) -> None:
    lines = ("2024-01-01 gp; by=OSEI, Amara (Dr)", "2024-01-02 gp; by=Dr B")
    assert measure(journey(*lines), COSTS).gp.own_gp_share is None
    known = journey(*lines, person=Person(named_gp="Dr Amara Osei"))
    assert measure(known, COSTS).gp.own_gp_share == 0.5


def test_stays_that_share_nights_have_them_once(journey: MakeCase) -> None:
    case = journey(
        "2024-02-20 inpatient stay; until=2024-03-03",
        "2024-03-02 mental_health stay; until=2024-03-05",
        "2024-03-04 inpatient stay; until=2024-03-01",
        "2024-03-30 inpatient stay",
        first="2024-03-01",
        last="2024-03-31",
    )
    stays = stays_of(case.touchpoints)
    assert nights_of(stays, case.window).tolist() == [2, 2, 0, 2]
    assert length_of(stays, case.window).tolist() == [12, 3, 0, 2]


@given(data=st.data())
def test_the_parts_agree_with_each_other(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    told: Measures = measure(case, COSTS)
    assert told.summary == summarise(case)
    assert sum(told.use.by_outcome.values()) == told.summary.touchpoints
    assert sum(told.use.by_mode.values()) == told.hours.known + told.hours.unknown
    assert told.cost.costed + told.cost.without == told.hours.known + told.hours.unknown + told.summary.stays
    assert told.gp.named + told.gp.generic <= told.gp.contacts
    if told.summary.longest_gap:
        assert told.longest_gap == told.summary.longest_gap
