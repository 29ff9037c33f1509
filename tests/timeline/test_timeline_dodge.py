from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.timeline.dodge import Spot, dodge, rows_needed, sub_rows


@pytest.mark.parametrize(("count", "rows"), [(0, []), (1, [0]), (2, [0, -1]), (5, [0, -1, 1, -2, 2])])
def test_sub_rows_go_from_the_middle_outwards(count: int, rows: list[int]) -> None:
    assert sub_rows(count) == rows


@pytest.mark.parametrize(
    ("xs", "rows", "spots"),
    [
        ([], 3, []),
        ([5], 1, [Spot(5, 0, (0,))]),
        ([5, 15], 1, [Spot(5, 0, (0,)), Spot(15, 0, (1,))]),
        ([5, 14], 2, [Spot(5, 0, (0,)), Spot(14, -1, (1,))]),
        ([5, 14], 1, [Spot(5, 0, (0, 1))]),
        ([5, 5, 5, 5], 3, [Spot(5, 0, (0, 3)), Spot(5, -1, (1,)), Spot(5, 1, (2,))]),
        ([5, 6, 17], 1, [Spot(5, 0, (0, 1, 2))]),
        ([5, 6, 18], 1, [Spot(5, 0, (0, 1)), Spot(18, 0, (2,))]),
    ],
)
def test_what_is_close_moves_aside_and_then_joins(xs: list[float], rows: int, spots: list[Spot]) -> None:
    assert dodge(np.array(xs, float), 10, rows, 3, 99) == spots


@given(st.lists(st.floats(0, 200), max_size=60).map(sorted), st.integers(1, 5))
def test_nothing_is_lost_and_nothing_stands_too_close(xs: list[float], rows: int) -> None:
    spots = dodge(np.array(xs, float), 10, rows, 3, 200)
    assert sorted(member for spot in spots for member in spot.members) == list(range(len(xs)))
    for row in sub_rows(rows):
        for one, other in pairwise([spot for spot in spots if spot.sub_row == row]):
            assert other.x - one.x >= 10 + 3 * (len(one.members) > 1)
    assert all(spot.x + 3 * (len(spot.members) > 1) <= 200 for spot in spots)


@pytest.mark.parametrize(
    ("xs", "spots"),
    [
        ([80, 99], [Spot(80, 0, (0,)), Spot(99, 0, (1,))]),
        ([80, 99, 99], [Spot(80, 0, (0,)), Spot(96, 0, (1, 2))]),
        ([88, 99, 99], [Spot(88, 0, (0, 1, 2))]),
    ],
)
def test_at_the_end_a_mark_of_several_keeps_the_room_it_needs(xs: list[float], spots: list[Spot]) -> None:
    assert dodge(np.array(xs, float), 10, 1, 3, 99) == spots


@given(st.lists(st.floats(0, 200), max_size=60).map(sorted))
def test_the_rows_that_are_needed_are_enough(xs: list[float]) -> None:
    needed = rows_needed(np.array(xs, float), 10, 99)
    assert all(len(spot.members) == 1 for spot in dodge(np.array(xs, float), 10, needed, 3, 200))
    assert rows_needed(np.array(xs, float), 10, 2) == min(needed, 2)
