"""Which three of a journey's contacts the fewest other people have too: every three are looked at, exactly.

A contact stands for its cell, a service in a month; three contacts may share a cell, and then somebody
else must have as many in it. Cells are taken rarest first: all threes that begin with one are counted
at once, over the few people who have that one, a bit for each (a product of matrices would be counted by
threads that wait for each other where the computer has other work).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KNOWN = 3  # how many contacts an outsider is thought to know
_TOLD = 3  # the worst combinations that are shown
_NEVER = np.int32(2**30)  # more than there are people


@dataclass(frozen=True)
class Combination:
    """``cells``: places of cells, rising; one comes as often as contacts of it are known. ``others``: who has them too."""

    cells: tuple[int, ...]
    others: int


@dataclass(frozen=True, eq=False)
class Fewest:
    """``others``: the fewest who have any three contacts too. ``worst``: up to three combinations, fewest others first.

    in_worst: shape (cells, 3), in how many of the combinations that no more than ``others`` have a cell
    comes at least once, twice, three times · combinations: how many those are.
    """

    others: int
    worst: tuple[Combination, ...]
    in_worst: NDArray[np.int64]
    combinations: int


def fewest_others(counts: Sequence[int], held: NDArray[np.int64]) -> Fewest:
    """Over all threes of a journey's contacts, or all of them together where there are fewer.

    counts: contacts of the journey in each cell, at least 1 · held: shape (others, cells), how many
    each of the other people has in it.
    """
    few = np.minimum(np.array(counts, np.int64), KNOWN)
    if few.sum() < KNOWN:
        return _all_together(few, held)
    search = _Search(held)
    search.one_cell(np.flatnonzero(few >= 3))
    search.two_cells(np.flatnonzero(few >= 2))
    search.three_cells()
    return search.found()


def _all_together(counts: NDArray[np.int64], held: NDArray[np.int64]) -> Fewest:
    others = int((held >= counts).all(axis=1).sum())
    cells = tuple(np.repeat(np.arange(len(counts)), counts).tolist())
    return Fewest(others, (Combination(cells, others),), (counts[:, None] >= [1, 2, 3]).astype(np.int64), 1)


def _packed(having: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """A bit a person: shape (cells, people / 64), the words of one cell apart from each other."""
    bits = np.packbits(having, axis=1)
    words = np.zeros((len(having), -(-bits.shape[1] // 8) * 8), np.uint8)
    words[:, : bits.shape[1]] = bits
    return np.asfortranarray(words.view(np.uint64))


def _in_common(some: NDArray[np.uint64], others: NDArray[np.uint64]) -> NDArray[np.int32]:
    """How many people each of these cells has in common with each of those."""
    count = np.zeros((len(some), len(others)), np.int32)
    for one, other in zip(some.T, others.T, strict=True):
        count += np.bitwise_count(one[:, None] & other)
    return count


class _Search:
    """Looks at one sort of combination after the other and keeps what is worst so far."""

    def __init__(self, held: NDArray[np.int64]) -> None:
        self._held = held.T
        self._once = self._held >= 1
        self._having = self._once.sum(axis=1)
        self._fewest = int(_NEVER)
        self._combinations = 0
        self._in_worst = np.zeros((len(self._held), KNOWN), np.int64)
        self._others: list[NDArray[np.int32]] = []
        self._cells: list[NDArray[np.int64]] = []
        self._bound = np.full(_TOLD, _NEVER)

    def one_cell(self, cells: NDArray[np.int64]) -> None:
        """Three contacts of one cell."""
        others = (self._held[cells] >= 3).sum(axis=1).astype(np.int32)
        self._keep(others, np.column_stack([cells, cells, cells]))
        if self._is_worst(others):
            worst = cells[others == self._fewest]
            self._combinations += len(worst)
            self._in_worst[worst] += 1

    def two_cells(self, cells: NDArray[np.int64]) -> None:
        """Two contacts of one cell and one of another."""
        if not len(cells):
            return
        others = _in_common(_packed(self._held[cells] >= 2), _packed(self._once))
        others[np.arange(len(cells)), cells] = _NEVER
        first, second = np.divmod(np.arange(others.size), others.shape[1])
        self._keep(others.ravel(), np.column_stack([cells[first], cells[first], second]))
        if self._is_worst(others):
            worst = others == self._fewest
            self._combinations += int(worst.sum())
            self._in_worst[cells, :2] += worst.sum(axis=1)[:, None]
            self._in_worst[:, 0] += worst.sum(axis=0)

    def three_cells(self) -> None:
        """One contact of each of three cells, the rarest first."""
        order = np.argsort(self._having, kind="stable")
        once = self._once[order]
        apart = np.where(np.tri(len(order), dtype=np.bool_), _NEVER, np.int32(0))
        for place in range(len(order) - 2):
            rest = order[place + 1 :]
            both = _packed(once[place + 1 :, once[place]])
            others = _in_common(both, both)
            others += apart[: len(rest), : len(rest)]
            self._keep_threes(int(order[place]), rest, others)
            if self._is_worst(others):
                worst = others == self._fewest
                self._combinations += int(worst.sum())
                self._in_worst[order[place], 0] += worst.sum()
                self._in_worst[rest, 0] += worst.sum(axis=0) + worst.sum(axis=1)

    def _is_worst(self, others: NDArray[np.int32]) -> bool:
        """Whether some of these are as few as the fewest so far; fewer than these make all before them count no more."""
        least = others.min(initial=_NEVER)
        if least == _NEVER:
            return False
        if least < self._fewest:
            self._fewest = int(least)
            self._combinations = 0
            self._in_worst[:] = 0
        return bool(least == self._fewest)

    def _keep_threes(self, first: int, rest: NDArray[np.int64], others: NDArray[np.int32]) -> None:
        """All of the three worst rows and the worst of each other row: the three worst of all are among these."""
        least = others.min(axis=1)
        worst = np.argsort(least, kind="stable")[:_TOLD]
        other = least <= self._bound[-1]
        other[worst] = False
        rows = np.flatnonzero(other)
        columns = others[rows].argmin(axis=1)
        rows = np.concatenate([rows, np.repeat(worst, len(rest))])
        columns = np.concatenate([columns, np.tile(np.arange(len(rest)), len(worst))])
        threes = np.column_stack([np.full(len(rows), first), rest[rows], rest[columns]])
        self._keep(others[rows, columns], threes)

    def _keep(self, others: NDArray[np.int32], cells: NDArray[np.int64]) -> None:
        """Only those that may be told: no more others than the third worst so far has."""
        self._bound = np.sort(np.concatenate([self._bound, others]))[:_TOLD]
        stay = (others <= self._bound[-1]) & (others < _NEVER)
        self._others.append(others[stay])
        self._cells.append(np.sort(cells[stay], axis=1))

    def found(self) -> Fewest:
        others, cells = np.concatenate(self._others), np.concatenate(self._cells)
        stay = others <= self._bound[-1]
        told = self._told(cells[stay], others[stay])
        return Fewest(self._fewest, told, self._in_worst, self._combinations)

    def _told(self, cells: NDArray[np.int64], others: NDArray[np.int32]) -> tuple[Combination, ...]:
        """The fewest others first; of those that are alike the one with the fewest cells told before, then the rarest."""
        told: list[Combination] = []
        rare = self._having[cells].sum(axis=1)
        free = np.ones(len(cells), np.bool_)
        before: set[int] = set()
        while len(told) < _TOLD and free.any():
            again = np.isin(cells, list(before)).sum(axis=1)
            pick = int(np.lexsort((rare, again, others, ~free))[0])
            free[pick] = False
            told.append(Combination(tuple(cells[pick].tolist()), int(others[pick])))
            before.update(told[-1].cells)
        return tuple(told)
