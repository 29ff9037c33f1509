from collections.abc import Callable
from datetime import date

import pytest

from journey_viewer.model.imported import Imported, Source, all_time, last_months
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Service

Lists = Callable[..., Imported]
TODAY = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (["2025-05-31"], date(2023, 6, 1), date(2025, 5, 31)),
        (["2021-01-05", "2024-08-14"], date(2022, 8, 15), date(2024, 8, 14)),
        (["2025-01-05", "2025-07-01"], date(2023, 1, 6), date(2025, 1, 5)),
        (["2025-05-05", "2025-06-30T23:59"], date(2023, 7, 1), date(2025, 6, 30)),
        (["2026-01-31"], date(2024, 2, 1), date(2026, 1, 31)),
        (["2024-02-29"], date(2022, 3, 1), date(2024, 2, 29)),
        (["2024-02-28"], date(2022, 2, 28), date(2024, 2, 28)),
        (["2022-02-28"], date(2020, 3, 1), date(2022, 2, 28)),
    ],
)
def test_the_last_24_months_end_with_the_last_touchpoint_not_in_the_future(
    lists: Lists, days: list[str], first: date, last: date
) -> None:
    assert last_months(lists(*[f"{day} gp" for day in days]), TODAY) == Window(first, last)


def test_lists_without_a_touchpoint_have_no_window(lists: Lists) -> None:
    assert last_months(lists(), TODAY) is None
    assert all_time(lists()) is None


def test_all_time_is_from_the_first_to_the_last(lists: Lists) -> None:
    imported = lists("2025-01-05T09:00 gp", "1999-12-31 ae", "2030-02-01 gp")
    assert all_time(imported) == Window(date(1999, 12, 31), date(2030, 2, 1))


def test_a_window_counts_both_its_days_and_never_ends_before_it_begins() -> None:
    assert Window(TODAY, TODAY).days == 1
    assert Window(date(2024, 1, 1), date(2024, 12, 31)).days == 366
    with pytest.raises(ValueError, match="on or after"):
        Window(TODAY, date(2025, 6, 29))


@pytest.mark.parametrize("rows", [9, 11, 0])
def test_an_account_that_does_not_add_up_is_refused(rows: int) -> None:
    with pytest.raises(ValueError, match="10 are accounted for"):
        Source("a.csv", "", "list", rows, touchpoints=4, joined=3, duplicates=1, skipped=1, problems=1)


def test_an_account_that_adds_up_is_taken() -> None:
    assert (
        Source("a.csv", "", "list", 10, touchpoints=4, joined=3, duplicates=1, skipped=1, problems=1).rows
        == 10
    )


def test_everybodys_rows_are_found_in_the_order_they_were_read(lists: Lists) -> None:
    lines = [f"2024-01-0{day} gp; person={person}" for day, person in enumerate([2, 0, 2, 2, 0], start=1)]
    imported = lists(*lines, people=[Person()] * 3)
    assert [imported.rows_of(person).tolist() for person in range(3)] == [[1, 4], [], [0, 2, 3]]


def test_the_services_supplied_are_those_of_all_sources() -> None:
    two = (
        Source("a", "", "list", 0, services=frozenset({Service.GP})),
        Source("b", "", "list", 0, services=frozenset({Service.AE, Service.GP})),
    )
    imported = Imported((), Touchpoints.of([]), two)
    assert imported.supplied == {Service.GP, Service.AE}
