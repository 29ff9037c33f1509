"""Where many stand close together, and what came just before what: over columns of days, in time order."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Places = NDArray[np.intp]
Range = tuple[int, int]
"""From the first place to the last, which belongs to it."""


def clusters(days: Days, at_least: int, within: int) -> list[Range]:
    """The stretches in which ``at_least`` stand in ``within`` days in a row; those that share one are one."""
    first = np.arange(len(days) - at_least + 1)
    close = days[at_least - 1 :] - days[: max(len(first), 0)] < within
    starts = first[close] if len(first) else np.zeros(0, np.intp)
    return joined(starts, starts + at_least - 1)


def joined(firsts: NDArray[np.intp], lasts: NDArray[np.intp]) -> list[Range]:
    """These ranges with those that share a place made one."""
    if not len(firsts):
        return []
    order = np.argsort(firsts, kind="stable")
    firsts, lasts = firsts[order], np.maximum.accumulate(lasts[order])
    begins = np.append(True, firsts[1:] > lasts[:-1])
    ends = np.append(begins[1:], True)
    return list(zip(firsts[begins].tolist(), lasts[ends].tolist(), strict=True))


def busiest(days: Days, within: int) -> Range:
    """The earliest stretch of ``within`` days in a row that holds most. There must be a day."""
    ends = np.searchsorted(days, days + within, "left")
    first = int(np.argmax(ends - np.arange(len(days))))
    return first, int(ends[first]) - 1


class When(NamedTuple):
    """A day, the moment in seconds, and whether the moment is known."""

    day: int
    moment: int
    timed: bool


class Before:
    """Of some rows, in time order, the last that came before something else, as far as that is known.

    Days alone order what lies on different days. On one day two have an order only where both
    times are known and differ. ``days``: whole numbers · ``moments``: seconds · ``timed``: booleans.
    """

    def __init__(self, days: Days, moments: Days, timed: NDArray[np.bool_]) -> None:
        self._days = days
        self._timed = np.flatnonzero(timed)
        self._untimed = np.flatnonzero(~timed)
        self._moments = moments[self._timed]
        self._untimed_days = days[self._untimed]

    def on_an_earlier_day(self, day: int) -> int:
        """Its place among these rows; -1 where there is none."""
        return int(np.searchsorted(self._days, day, "left")) - 1

    def surely(self, when: When) -> int:
        """The same, with those that came earlier on the day itself."""
        if when.timed:
            at = int(np.searchsorted(self._moments, when.moment, "left")) - 1
            if at >= 0 and self._days[self._timed[at]] == when.day:
                return int(self._timed[at])
        return self.on_an_earlier_day(when.day)

    def perhaps(self, when: When) -> int:
        """One of the same day of which nobody knows whether it came before or after; -1 where there is none."""
        if not when.timed:
            return _last_equal(self._days, when.day)
        at = _last_equal(self._moments, when.moment)
        if at >= 0:
            return int(self._timed[at])
        at = _last_equal(self._untimed_days, when.day)
        return int(self._untimed[at]) if at >= 0 else -1


def _last_equal(values: Days, wanted: int) -> int:
    at = int(np.searchsorted(values, wanted, "right")) - 1
    return at if at >= 0 and values[at] == wanted else -1
