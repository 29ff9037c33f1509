from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.people import Window
from journey_viewer.timeline.axis import calendar_scale, calendar_ticks, month_scale, month_ticks
from journey_viewer.timeline.layout import Tick

dates = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def calendar(first: str, last: str, pixels: float, room: float = 70) -> tuple[Tick, ...]:
    window = Window(date.fromisoformat(first), date.fromisoformat(last))
    return calendar_ticks(window, calendar_scale(window, 100, 100 + pixels), room)


@pytest.mark.parametrize(
    ("first", "last", "pixels", "labels"),
    [
        ("2024-01-01", "2024-04-30", 1000, "Jan 2024 Feb Mar Apr"),
        ("2024-11-15", "2025-02-10", 1000, "Dec 2024 Jan 2025 Feb"),
        ("2024-01-01", "2025-12-31", 1000, "Jan 2024 Mar May Jul Sep Nov Jan 2025 Mar May Jul Sep Nov"),
        ("2024-01-01", "2025-12-31", 600, "Jan 2024 Apr Jul Oct Jan 2025 Apr Jul Oct"),
        ("2020-01-01", "2024-12-31", 500, "2020 2021 2022 2023 2024"),
        ("2024-02-02", "2024-02-20", 500, "2 Feb 2024"),
    ],
)
def test_ticks_say_the_month_and_the_year_where_it_begins(
    first: str, last: str, pixels: float, labels: str
) -> None:
    assert " ".join(tick.label for tick in calendar(first, last, pixels)) == labels


def test_a_new_year_is_strong() -> None:
    ticks = calendar("2024-11-01", "2025-02-28", 1000)
    assert [tick.label for tick in ticks if tick.strong] == ["Jan 2025"]


@given(dates, st.integers(0, 9000), st.floats(200, 2000), st.floats(40, 150))
def test_ticks_are_never_closer_than_asked(first: date, days: int, pixels: float, room: float) -> None:
    ticks = calendar(first.isoformat(), (first + timedelta(days)).isoformat(), pixels, room)
    assert all(other.x - one.x >= room for one, other in pairwise(ticks))
    assert all(100 <= tick.x <= 100 + pixels for tick in ticks)
    assert ticks


@given(st.integers(0, 300), st.floats(200, 2000), st.floats(40, 150))
def test_months_from_the_start_are_never_closer_than_asked(months: int, pixels: float, room: float) -> None:
    ticks = month_ticks(months, month_scale(months, 100, 100 + pixels), room)
    assert all(other.x - one.x >= room for one, other in pairwise(ticks))
    assert ticks[0] == Tick(100, "month 1", strong=True)


def test_months_from_the_start_are_numbered_from_one() -> None:
    ticks = month_ticks(24, month_scale(24, 0, 600), 70)
    assert [tick.label for tick in ticks] == [f"month {number}" for number in (1, 4, 7, 10, 13, 16, 19, 22)]
    assert [tick.label for tick in ticks if tick.strong] == ["month 1", "month 13"]


def test_a_window_reaches_from_its_first_day_to_the_end_of_its_last() -> None:
    scale = calendar_scale(Window(date(2024, 1, 1), date(2024, 1, 4)), 100, 500)
    assert [scale(date(2024, 1, day).toordinal()) for day in (1, 2, 5)] == [100, 200, 500]
