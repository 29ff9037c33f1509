from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from journey_viewer.privacy.triples import fewest_others

Threes = dict[tuple[int, ...], int]


def by_definition(counts: Sequence[int], held: NDArray[np.int64]) -> Threes:
    """For every three contacts, told by their cells, how many others have at least as many in each."""
    contacts = [cell for cell, count in enumerate(counts) for _ in range(count)]
    found = {}
    for three in set(combinations(contacts, min(3, len(contacts)))):
        needed = [three.count(cell) for cell in range(len(counts))]
        found[three] = sum(all(has >= need for has, need in zip(row, needed, strict=True)) for row in held)
    return found


@st.composite
def journeys_and_others(draw: st.DrawFn) -> tuple[list[int], NDArray[np.int64]]:
    counts = draw(st.lists(st.integers(1, 5), max_size=6))
    row = st.lists(st.integers(0, 4), min_size=len(counts), max_size=len(counts))
    rows = draw(st.lists(row, max_size=12))
    return counts, np.array(rows, np.int64).reshape(len(rows), len(counts))


@given(journeys_and_others())
def test_the_fewest_and_the_worst_three_are_those_of_the_definition(
    drawn: tuple[list[int], NDArray[np.int64]],
) -> None:
    counts, held = drawn
    threes, found = by_definition(counts, held), fewest_others(counts, held)
    assert found.others == min(threes.values())
    assert [threes[worst.cells] for worst in found.worst] == sorted(threes.values())[:3]
    assert [worst.others for worst in found.worst] == sorted(threes.values())[:3]
    assert len({worst.cells for worst in found.worst}) == len(found.worst)


@given(journeys_and_others())
def test_it_is_counted_how_often_the_worst_hold_each_contact(
    drawn: tuple[list[int], NDArray[np.int64]],
) -> None:
    counts, held = drawn
    threes, found = by_definition(counts, held), fewest_others(counts, held)
    worst = [three for three, others in threes.items() if others == found.others]
    assert found.combinations == len(worst)
    for cell in range(len(counts)):
        expected = [sum(three.count(cell) >= times for three in worst) for times in (1, 2, 3)]
        assert found.in_worst[cell].tolist() == expected


@pytest.mark.parametrize("people", [1, 300])
def test_the_same_over_a_longer_journey(people: int) -> None:
    chance = np.random.default_rng(5)
    counts = chance.integers(1, 4, 14).tolist()
    held = chance.poisson(chance.random(14) * 3, (people, 14))
    threes, found = by_definition(counts, held), fewest_others(counts, held)
    assert found.others == min(threes.values())
    assert [worst.others for worst in found.worst] == sorted(threes.values())[:3]


def test_of_threes_that_are_alike_those_are_told_that_say_something_new() -> None:
    nobody = np.zeros((0, 9), np.int64)
    told = [worst.cells for worst in fewest_others([1] * 9, nobody).worst]
    assert sorted(cell for cells in told for cell in cells) == list(range(9))
