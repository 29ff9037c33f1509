"""Nights in hospital."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.people import Window
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind


def stays_of(attended: Touchpoints) -> Touchpoints:
    """The stays among attended touchpoints, of every lane: mental health wards too."""
    return attended.take(attended.kind == Kind.STAY.code)


def nights_of(stays: Touchpoints, window: Window) -> NDArray[np.int64]:
    """For each stay, in time order, the nights inside the window (bed days); their sum is the nights in hospital.

    From the day of admission, or the window's first, to the day of discharge, or the day after the window's
    last where the stay goes on. Two stays at once, as after a transfer, share their nights: the earlier has them.
    A stay that ends on the day it begins, or before it, has none.
    """
    after = np.datetime64(window.last) + 1
    first = np.maximum(stays.start.astype("datetime64[D]"), np.datetime64(window.first))
    ends = stays.end.astype("datetime64[D]")
    last = np.minimum(np.where(np.isnat(ends), after, ends), after)
    reached = np.maximum.accumulate(last)
    first[1:] = np.maximum(first[1:], reached[:-1])
    return np.maximum((last - first).astype(np.int64), 0)


def length_of(stays: Touchpoints, window: Window) -> NDArray[np.int64]:
    """For each stay its nights from beginning to end, wherever the window is; of one that goes on, those so far."""
    ends = stays.end.astype("datetime64[D]")
    ends = np.where(np.isnat(ends), np.datetime64(window.last) + 1, ends)
    return np.maximum((ends - stays.start.astype("datetime64[D]")).astype(np.int64), 0)
