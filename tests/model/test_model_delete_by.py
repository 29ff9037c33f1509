from dataclasses import replace
from datetime import date, datetime

import pytest
from invented import listed

from journey_viewer.model.delete_by import delete_by, delete_by_default, has_come
from journey_viewer.model.document import Document
from journey_viewer.model.kept import Kept


def read_on(*days: date | None) -> Kept:
    source = listed().sources[0]
    times = [None if day is None else datetime(day.year, day.month, day.day, 9, 41) for day in days]
    return Kept(listed(sources=tuple(replace(source, imported=time) for time in times)))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([date(2025, 3, 1)], date(2026, 3, 1)),
        ([date(2025, 3, 1), date(2024, 2, 29), None], date(2025, 3, 1)),
        ([None], None),
        ([], None),
    ],
)
def test_a_case_file_is_kept_a_year_from_when_lists_were_first_read(
    days: list[date | None], expected: date | None
) -> None:
    assert delete_by_default(read_on(*days)) == expected


def test_a_day_that_was_chosen_counts_before_the_default() -> None:
    kept = replace(read_on(date(2025, 3, 1)), document=Document(delete_by=date(2025, 9, 1)))
    assert delete_by(kept) == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("today", "come"), [(date(2026, 2, 28), False), (date(2026, 3, 1), True), (date(2027, 1, 1), True)]
)
def test_the_day_has_come_when_it_is_here_or_past(today: date, *, come: bool) -> None:
    assert has_come(read_on(date(2025, 3, 1)), today) is come


def test_nothing_is_to_be_deleted_where_nothing_was_read() -> None:
    assert not has_come(Kept(), date(2026, 1, 1))
