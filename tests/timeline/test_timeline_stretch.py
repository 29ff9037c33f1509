from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.stretch import Reach, between, day_at, days_of, edges_of, reach_of, stepped

MakeCase = Callable[..., Case]
DAYS = [date(2024, 3, day) for day in (1, 5, 9, 20)]
ONE, FIVE, NINE, TWENTY = DAYS


@given(days=st.integers(0, 730))
def test_a_day_is_found_again_where_it_stands(journey: MakeCase, days: int) -> None:
    case = journey("2024-06-01 gp")
    day = case.window.first + timedelta(days=days)
    layout = lay_out(case, FRAME, width)
    edges = edges_of(layout, Window(day, day))
    assert edges is not None
    assert day_at(layout, case.window, sum(edges) / 2) == day


@pytest.mark.parametrize(("x", "expected"), [(-50, date(2024, 1, 1)), (5000, date(2025, 12, 31))])
def test_beside_the_picture_is_its_first_or_last_day(journey: MakeCase, x: float, expected: date) -> None:
    case = journey("2024-06-01 gp")
    assert day_at(lay_out(case, FRAME, width), case.window, x) == expected


def test_a_stretch_can_be_drawn_backwards() -> None:
    assert between(NINE, ONE) == between(ONE, NINE) == Window(ONE, NINE)


def test_a_stretch_is_cut_at_the_edges_of_the_picture(journey: MakeCase) -> None:
    case = journey("2024-06-01 gp")
    layout = lay_out(case, FRAME, width)
    assert edges_of(layout, Window(date(2020, 1, 1), date(2030, 1, 1))) == (
        layout.left,
        layout.right,
    )
    assert edges_of(layout, Window(date(2020, 1, 1), date(2020, 2, 1))) is None


def test_days_with_a_contact_are_those_inside_the_period(journey: MakeCase) -> None:
    case = journey(
        "2023-11-01 inpatient stay; until=2024-02-01", "2024-03-05 gp", "2024-03-05 ae", "2024-03-01 gp"
    )
    assert days_of(case) == [date(2024, 1, 1), ONE, FIVE]


@pytest.mark.parametrize(
    ("reach", "step", "expected"),
    [
        (Reach(FIVE, FIVE), 1, Window(FIVE, NINE)),
        (Reach(FIVE, FIVE), -1, Window(ONE, FIVE)),
        (Reach(FIVE, NINE), 1, Window(FIVE, TWENTY)),
        (Reach(FIVE, NINE), -1, Window(FIVE, FIVE)),
        (Reach(FIVE, ONE), 1, Window(FIVE, FIVE)),
        (Reach(FIVE, TWENTY), 1, Window(FIVE, TWENTY)),
    ],
)
def test_a_step_takes_the_moving_end_to_the_next_contact(reach: Reach, step: int, expected: Window) -> None:
    assert stepped(reach, DAYS, step).window == expected


@pytest.mark.parametrize(
    ("span", "anchor", "expected"),
    [
        (None, FIVE, Reach(FIVE, FIVE)),
        (Window(FIVE, NINE), FIVE, Reach(FIVE, NINE)),
        (Window(ONE, FIVE), FIVE, Reach(FIVE, ONE)),
        (Window(ONE, NINE), FIVE, Reach(ONE, NINE)),
    ],
)
def test_a_stretch_moves_at_the_end_that_is_not_its_anchor(
    span: Window | None, anchor: date, expected: Reach
) -> None:
    assert reach_of(span, anchor) == expected
