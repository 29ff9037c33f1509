"""Contacts that fall close together never hide each other: sub-rows first, then a mark with a count."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """Where one mark stands: ``x`` and a sub-row, 0 in the middle, −1 above, 1 below, and so on.

    ``members`` are places in the sequence of x that was given.
    """

    x: float
    sub_row: int
    members: tuple[int, ...]


def sub_rows(count: int) -> list[int]:
    """The sub-rows to try, from the middle outwards: 0, −1, 1, −2, 2 …"""
    return [(place + 1) // 2 * (-1 if place % 2 else 1) for place in range(count)]


def rows_needed(xs: Sequence[float], apart: float, most: int) -> int:
    """How many sub-rows keep all marks ``apart`` pixels from each other, at most ``most``. ``xs`` ascend."""
    lasts: list[float] = []
    for x in xs:
        free = next((row for row, last in enumerate(lasts) if x - last >= apart), None)
        if free is not None:
            lasts[free] = x
        elif len(lasts) < most:
            lasts.append(x)
    return max(1, len(lasts))


def dodge(xs: Sequence[float], apart: float, rows: int, wider: float, last: float) -> list[Spot]:
    """A spot for every x (ascending), with as few marks joined as the room allows.

    ``apart`` pixels lie between the middles of two marks of a sub-row, and ``wider`` more
    to the right of a mark that stands for several and is so much longer. ``last`` is the
    farthest that a mark may stand; where one of several would reach beyond, all keep its
    length away from it.
    """
    order = sub_rows(max(1, rows))
    spots = _in_rows(xs, order, apart, wider)
    if any(len(spot.members) > 1 and spot.x + wider > last for spot in spots):
        return _in_rows([min(x, last - wider) for x in xs], order, apart, wider)
    return spots


def _in_rows(xs: Sequence[float], order: Sequence[int], apart: float, wider: float) -> list[Spot]:
    spots: list[tuple[float, int, list[int]]] = []
    latest: dict[int, int] = {}  # sub-row -> place in spots of its last mark
    for member, x in enumerate(xs):
        free = next((row for row in order if _is_free(spots, latest.get(row), x, apart, wider)), None)
        if free is None:
            nearest = max(latest.values(), key=lambda place: (spots[place][0], -place))
            spots[nearest][2].append(member)
            continue
        latest[free] = len(spots)
        spots.append((x, free, [member]))
    return [Spot(x, row, tuple(members)) for x, row, members in spots]


def _is_free(
    spots: list[tuple[float, int, list[int]]], last: int | None, x: float, apart: float, wider: float
) -> bool:
    if last is None:
        return True
    before, _, members = spots[last]
    return x - before >= apart + (wider if len(members) > 1 else 0)
