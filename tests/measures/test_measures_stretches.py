from collections.abc import Callable
from datetime import date

import pytest

from journey_viewer.measures.stretches import StretchTotals, totals_in
from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service

SPRING = Window(date(2024, 3, 1), date(2024, 5, 31))


@pytest.fixture
def case(journey: Callable[..., Case]) -> Case:
    return journey(
        "2024-02-29T23:59 gp",
        "2024-02-20 inpatient stay; until=2024-03-02",
        "2024-03-01 ae",
        "2024-03-10 gp did_not_attend",
        "2024-04-02 gp",
        "2024-04-03 gp cancelled_by_person",
        "2024-04-04 gp cancelled_by_service",
        "2024-05-31T23:59 ae",
        "2024-06-01 gp",
    )


def test_what_begins_in_the_stretch_or_goes_on_in_it_is_counted(case: Case) -> None:
    assert totals_in(case, SPRING) == StretchTotals(
        touchpoints=7,
        attended=4,
        missed=1,
        cancelled=2,
        by_service={Service.GP: 4, Service.AE: 2, Service.INPATIENT: 1},
    )


def test_the_service_with_most_comes_first(case: Case) -> None:
    assert list(totals_in(case, SPRING).by_service) == [Service.GP, Service.AE, Service.INPATIENT]


def test_a_stretch_without_anything_has_nothing(journey: Callable[..., Case]) -> None:
    assert totals_in(journey(), SPRING) == StretchTotals()
    assert totals_in(journey("2024-01-05 gp"), SPRING) == StretchTotals()
