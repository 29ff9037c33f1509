"""Time to pixels and back: a straight line, or one with long empty time folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

FOLD_WIDTH = 26.0
"""Pixels that a folded stretch takes."""


@dataclass(frozen=True)
class Scale:
    """From ``first`` to ``last`` (in any unit) onto ``left`` to ``right`` pixels.

    ``folds`` are stretches of time inside it, in order and apart, each drawn ``FOLD_WIDTH`` wide.
    """

    first: float
    last: float
    left: float
    right: float
    folds: tuple[tuple[float, float], ...] = ()

    def __call__(self, time: float) -> float:
        """The place of a time, in pixels; of one outside, on the same line."""
        if not self.folds:
            return self.left + (time - self.first) * self.pixels
        inside = float(np.interp(time, *self._stops))
        return inside + (min(time - self.first, 0.0) + max(time - self.last, 0.0)) * self.pixels

    def places(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """The places of many times inside."""
        if not self.folds:
            return self.left + (times - self.first) * self.pixels
        placed: NDArray[np.float64] = np.interp(times, *self._stops)
        return placed

    def is_folded(self, time: float) -> bool:
        """Whether a time is folded away."""
        return any(first < time < last for first, last in self.folds)

    def time_at(self, x: float) -> float:
        """The time at a place between the edges."""
        times, pixels = self._stops
        return float(np.interp(x, pixels, times))

    @cached_property
    def pixels(self) -> float:
        """How wide one unit of time is, outside of folds."""
        folded = sum(last - first for first, last in self.folds)
        room = self.right - self.left - FOLD_WIDTH * len(self.folds)
        return max(room, 1.0) / max(self.last - self.first - folded, 1e-9)

    @cached_property
    def _stops(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        times, pixels = [self.first], [self.left]
        for first, last in self.folds:
            at = pixels[-1] + (first - times[-1]) * self.pixels
            times += [first, last]
            pixels += [at, at + FOLD_WIDTH]
        return np.array([*times, self.last]), np.array([*pixels, self.right])


def folds_inside(
    stretches: Sequence[tuple[float, float]], first: float, last: float, pixels: float
) -> tuple[tuple[float, float], ...]:
    """The stretches, or the parts of them that are seen, that take more room than a fold does.

    ``pixels``: the width of a unit of time without any fold.
    """
    seen = ((max(begin, first), min(end, last)) for begin, end in stretches)
    return tuple((begin, end) for begin, end in seen if (end - begin) * pixels > FOLD_WIDTH * 1.5)
