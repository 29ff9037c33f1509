from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import Looking
from journey_viewer.timeline.zooming import CLOSEST, between, dragged, fitted, moved, showing, zoomed

MakeCase = Callable[..., Case]


@pytest.fixture(scope="module")
def laid_out(journey: MakeCase) -> Callable[[Looking], Layout]:
    case = journey("2024-01-02 gp", "2025-06-01 ae")

    def lay(looking: Looking) -> Layout:
        return lay_out(case, FRAME, width, looking)

    return lay


def days(looking: Looking) -> float:
    assert looking.first is not None
    assert looking.last is not None
    return looking.last - looking.first


@given(st.floats(0, 1), st.floats(1.1, 40))
def test_what_is_under_the_pointer_stays_there(
    laid_out: Callable[[Looking], Layout], share: float, factor: float
) -> None:
    before = laid_out(Looking())
    x = before.left + share * (before.right - before.left)
    after = laid_out(zoomed(Looking(), before, factor, x))
    assert after.scale(before.scale.time_at(x)) == pytest.approx(x, abs=0.01)


def test_nearer_and_as_much_farther_is_where_one_was(laid_out: Callable[[Looking], Layout]) -> None:
    near = zoomed(Looking(), laid_out(Looking()), 4)
    nearer = zoomed(near, laid_out(near), 2)
    assert days(zoomed(nearer, laid_out(nearer), 0.5)) == pytest.approx(days(near))
    assert days(near) == pytest.approx(731 / 4)


def test_nobody_looks_nearer_than_a_week(laid_out: Callable[[Looking], Layout]) -> None:
    assert days(zoomed(Looking(), laid_out(Looking()), 1e9)) == CLOSEST


def test_farther_than_everything_is_everything(laid_out: Callable[[Looking], Layout]) -> None:
    near = zoomed(Looking(), laid_out(Looking()), 4)
    assert zoomed(near, laid_out(near), 0.01) == fitted(near) == Looking()


@given(st.floats(-5, 5))
def test_however_far_one_goes_one_stays_inside(laid_out: Callable[[Looking], Layout], share: float) -> None:
    near = zoomed(Looking(), laid_out(Looking()), 4)
    there = moved(near, laid_out(near), share)
    first, last = laid_out(near).whole
    assert there.first is not None
    assert first - 1e-6 <= there.first <= last - days(there) + 1e-6
    assert days(there) == pytest.approx(days(near))


def test_the_hand_pulls_the_picture(laid_out: Callable[[Looking], Layout]) -> None:
    near = zoomed(Looking(), laid_out(Looking()), 4)
    before = laid_out(near)
    after = laid_out(dragged(near, before, 50))
    assert after.scale(before.scale.time_at(500)) == pytest.approx(550)


def test_a_time_out_of_sight_is_brought_into_it_and_no_farther(laid_out: Callable[[Looking], Layout]) -> None:
    near = zoomed(Looking(), laid_out(Looking()), 4)
    layout = laid_out(near)
    later = layout.scale.last + 30
    there = showing(near, layout, later)
    assert laid_out(there).scale.first < later < laid_out(there).scale.last
    assert showing(there, laid_out(there), later - 20) == there
    assert showing(Looking(), laid_out(Looking()), later) == Looking()


def test_a_stretch_is_shown_whichever_end_comes_first(laid_out: Callable[[Looking], Layout]) -> None:
    layout = laid_out(Looking())
    first, last = layout.whole[0] + 10, layout.whole[0] + 60
    assert between(Looking(), layout, last, first) == between(Looking(), layout, first, last)
    assert days(between(Looking(), layout, first, last)) == 50
