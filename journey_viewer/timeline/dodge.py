"""Contacts that fall close together never hide each other: sub-rows first, then a mark with a count."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CROWDED = 3
"""A stretch as wide as a mark in which more than so many times the sub-rows fall is one pile from the start."""


@dataclass(frozen=True)
class Spot:
    """Where one mark stands: ``x`` and a sub-row, 0 in the middle, −1 above, 1 below, and so on.

    ``members`` are places in the sequence of x that was given.
    """

    x: float
    sub_row: int
    members: tuple[int, ...]


@dataclass
class _Growing:
    place: int
    x: float
    sub_row: int
    bundles: list[range]

    @property
    def is_pile(self) -> bool:
        return len(self.bundles) > 1 or len(self.bundles[0]) > 1


def sub_rows(count: int) -> list[int]:
    """The sub-rows to try, from the middle outwards: 0, −1, 1, −2, 2 …"""
    return [(place + 1) // 2 * (-1 if place % 2 else 1) for place in range(count)]


def rows_needed(xs: NDArray[np.float64], apart: float, most: int) -> int:
    """How many sub-rows keep all marks ``apart`` pixels from each other, at most ``most``. ``xs`` ascend."""
    if len(_bundles(xs, apart, most)) < len(xs):
        return most
    lasts: list[float] = []
    for x in xs.tolist():
        free = next((row for row, last in enumerate(lasts) if x - last >= apart), None)
        if free is not None:
            lasts[free] = x
        elif len(lasts) < most:
            lasts.append(x)
    return max(1, len(lasts))


def dodge(xs: NDArray[np.float64], apart: float, rows: int, wider: float, last: float) -> list[Spot]:
    """A spot for every x (ascending), with as few marks joined as the room allows.

    ``apart`` pixels lie between the middles of two marks of a sub-row, and ``wider`` more
    to the right of a mark that stands for several and is so much longer. ``last`` is the
    farthest that a mark may stand; where one of several would reach beyond, all keep its
    length away from it. What it costs is linear in the x, and beyond that in the room.
    """
    order = sub_rows(max(1, rows))
    bundles = _bundles(xs, apart, len(order))
    grown = _in_rows(xs, bundles, order, apart, wider)
    if any(spot.is_pile and spot.x + wider > last for spot in grown):
        grown = _in_rows(np.minimum(xs, last - wider), bundles, order, apart, wider)
    return [
        Spot(spot.x, spot.sub_row, tuple(member for bundle in spot.bundles for member in bundle))
        for spot in grown
    ]


def _bundles(xs: NDArray[np.float64], apart: float, rows: int) -> list[range]:
    """Each x by itself; where a stretch of ``apart`` pixels is crowded, all of it together."""
    if not len(xs):
        return []
    cells = np.floor(xs / apart).astype(np.int64)
    starts = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]])).tolist()
    found: list[range] = []
    for first, after in zip(starts, [*starts[1:], len(xs)], strict=True):
        if after - first > rows * CROWDED:
            found.append(range(first, after))
        else:
            found += [range(place, place + 1) for place in range(first, after)]
    return found


def _in_rows(
    xs: NDArray[np.float64], bundles: Sequence[range], order: Sequence[int], apart: float, wider: float
) -> list[_Growing]:
    spots: list[_Growing] = []
    latest: dict[int, _Growing] = {}
    firsts = xs[[bundle.start for bundle in bundles]].tolist() if bundles else []
    for x, bundle in zip(firsts, bundles, strict=True):
        free = next((row for row in order if _is_free(latest.get(row), x, apart, wider)), None)
        if free is None:
            max(latest.values(), key=_reach).bundles.append(bundle)
            continue
        latest[free] = _Growing(len(spots), x, free, [bundle])
        spots.append(latest[free])
    return spots


def _reach(spot: _Growing) -> tuple[float, int]:
    return spot.x, -spot.place


def _is_free(before: _Growing | None, x: float, apart: float, wider: float) -> bool:
    return before is None or x - before.x >= apart + (wider if before.is_pile else 0)
