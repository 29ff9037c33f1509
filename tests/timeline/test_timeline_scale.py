import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.timeline.scale import FOLD_WIDTH, Scale, folds_inside

FOLDED = Scale(0, 100, 50, 50 + 40 + FOLD_WIDTH, ((20, 80),))


def test_without_folds_time_is_a_straight_line() -> None:
    scale = Scale(10, 20, 100, 200)
    assert [scale(time) for time in (10, 15, 20, 25)] == [100, 150, 200, 250]
    assert scale.pixels == 10


def test_a_fold_is_as_wide_as_a_fold_however_long_it_is() -> None:
    assert FOLDED.pixels == 1
    assert [FOLDED(time) for time in (0, 20, 80, 100)] == [50, 70, 70 + FOLD_WIDTH, 90 + FOLD_WIDTH]


def test_many_times_are_placed_as_each_is() -> None:
    times = np.linspace(0, 100, 41)
    assert FOLDED.places(times).tolist() == pytest.approx([FOLDED(time) for time in times])


@given(st.floats(0, 100))
def test_a_place_leads_back_to_its_time(time: float) -> None:
    assert FOLDED.time_at(FOLDED(time)) == pytest.approx(time, abs=1e-6)


@pytest.mark.parametrize(
    ("stretches", "pixels", "folds"),
    [
        ([], 1, ()),
        ([(20, 80)], 1, ((20, 80),)),
        ([(20, 80)], 0.5, ()),
        ([(-50, 80)], 1, ((0, 80),)),
        ([(20, 40), (50, 400)], 1, ((50, 100),)),
        ([(200, 400)], 1, ()),
    ],
)
def test_only_what_takes_more_room_than_a_fold_is_folded(
    stretches: list[tuple[float, float]], pixels: float, folds: tuple[tuple[float, float], ...]
) -> None:
    assert folds_inside(stretches, 0, 100, pixels) == folds
