from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.case import Case
from journey_viewer.model.people import Person, Window
from journey_viewer.timeline.axis import days_of_axis, month_scale
from journey_viewer.timeline.layout import Tick
from journey_viewer.timeline.scale import Scale
from journey_viewer.timeline.ticks import calendar_ticks, month_ticks, relative_ticks

MakeCase = Callable[..., Case]

dates = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def calendar(first: str, last: str, pixels: float, room: float = 70) -> tuple[Tick, ...]:
    window = Window(date.fromisoformat(first), date.fromisoformat(last))
    scale = Scale(window.first.toordinal(), window.last.toordinal() + 1, 100, 100 + pixels)
    return calendar_ticks(scale, room)


@pytest.mark.parametrize(
    ("first", "last", "pixels", "labels"),
    [
        ("2024-01-01", "2024-04-30", 1000, "Jan 2024 Feb Mar Apr"),
        ("2024-11-15", "2025-02-10", 800, "Dec 2024 Jan 2025 Feb"),
        ("2024-01-01", "2025-12-31", 1000, "Jan 2024 Mar May Jul Sep Nov Jan 2025 Mar May Jul Sep Nov"),
        ("2024-01-01", "2025-12-31", 600, "Jan 2024 Apr Jul Oct Jan 2025 Apr Jul Oct"),
        ("2020-01-01", "2024-12-31", 500, "2020 2021 2022 2023 2024"),
        ("2024-02-02", "2024-02-20", 500, "5 Feb 12 Feb 19 Feb"),
        ("2024-02-27", "2024-03-02", 500, "27 Feb 28 Feb 29 Feb 1 Mar 2 Mar"),
        ("2024-02-06", "2024-02-08", 60, "6 Feb 2024"),
        ("1931-01-01", "2024-12-31", 1000, "1940 1950 1960 1970 1980 1990 2000 2010 2020"),
    ],
)
def test_ticks_are_as_fine_as_the_room_allows_and_say_the_year_where_it_begins(
    first: str, last: str, pixels: float, labels: str
) -> None:
    assert " ".join(tick.label for tick in calendar(first, last, pixels)) == labels


def test_a_new_year_is_strong() -> None:
    ticks = calendar("2024-11-01", "2025-02-28", 1000)
    assert [tick.label for tick in ticks if tick.strong] == ["Jan 2025"]


@given(dates, st.integers(0, 9000), st.floats(200, 2000), st.floats(40, 150))
def test_ticks_are_never_closer_than_asked(first: date, days: int, pixels: float, room: float) -> None:
    ticks = calendar(first.isoformat(), (first + timedelta(days)).isoformat(), pixels, room)
    finest = room * 0.6  # days are shorter words than months with a year
    assert all(other.x - one.x >= finest for one, other in pairwise(ticks))
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


@pytest.mark.parametrize(
    ("days", "pixels", "labels"),
    [
        ((-3, 3), 600, "−3 days|−2 days|−1 day|day 0|+1 day|+2 days|+3 days"),
        ((-20, 20), 600, "−2 weeks|−1 week|day 0|+1 week|+2 weeks"),
        ((-70, 300), 1000, "−2 months|−1 month|day 0|+1 month|+2 months|+3 months|+4 months|+5 months|+6 months|+7 months|+8 months|+9 months"),
        ((-400, 800), 800, "−12 months|−6 months|day 0|+6 months|+12 months|+18 months|+24 months"),
    ],
)  # fmt: skip
def test_a_relative_axis_counts_from_day_0(days: tuple[int, int], pixels: float, labels: str) -> None:
    ticks = relative_ticks(Scale(1000 + days[0], 1000 + days[1] + 0.5, 0, pixels), 1000, 70)
    assert "|".join(tick.label for tick in ticks) == labels
    assert [tick.label for tick in ticks if tick.strong] == ["day 0"]


@pytest.mark.parametrize(
    ("died", "lines", "last"),
    [
        (None, ("2024-05-01 gp",), "2024-12-31"),
        ("2024-06-03", ("2024-05-01 gp",), "2024-06-03"),
        ("2024-06-03", ("2024-07-01 gp",), "2024-07-01"),
        ("2024-06-03", (), "2024-06-03"),
        ("2025-06-03", ("2024-05-01 gp",), "2024-12-31"),
        ("2023-06-03", (), "2024-01-01"),
    ],
    ids=["lives", "ended", "told of later", "nothing told", "after the window", "before the window"],
)
def test_the_axis_ends_with_a_life(
    journey: MakeCase, died: str | None, lines: tuple[str, ...], last: str
) -> None:
    person = Person(died=date.fromisoformat(died) if died else None)
    case = journey(*lines, first="2024-01-01", last="2024-12-31", person=person)
    assert days_of_axis(case) == Window(date(2024, 1, 1), date.fromisoformat(last))
