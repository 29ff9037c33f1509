"""Long stretches in which nobody saw the person."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Outcome

LONG_GAP_DAYS = 60


@dataclass(frozen=True)
class Gap:
    """``days`` whole days without contact, between the contact on ``after`` and the one on ``before``."""

    after: date
    before: date

    @property
    def days(self) -> int:
        return (self.before - self.after).days - 1


def long_gaps(case: Case, at_least: int = LONG_GAP_DAYS) -> list[Gap]:
    """The stretches of ``at_least`` days between two attended contacts in the window, earliest first.

    A hospital stay is contact on each of its days, one that goes on to the end of the
    window; an open service alone is not. Nothing
    is said of the time before the first contact or after the last. The length at which a
    gap is shown is our default. A contact whose outcome is not known may have been one.
    """
    starts, ends = _covered_days(case.touchpoints, case.window)
    if not len(starts):
        return []
    reached = np.maximum.accumulate(ends)[:-1]
    nexts = starts[1:]
    inside = reached >= np.datetime64(case.window.first)
    wide = np.flatnonzero(inside & ((nexts - reached).astype(int) - 1 >= at_least))
    return [Gap(reached[i].item(), nexts[i].item()) for i in wide]


def longest_gap(case: Case, at_least: int = 1) -> Gap | None:
    """The longest stretch between two contacts, as ``long_gaps`` tells them; of two as long the earlier."""
    return max(long_gaps(case, at_least), key=_length, default=None)


def may_have_been_seen(touchpoints: Touchpoints) -> NDArray[np.bool_]:
    """True where the person was seen, or where nobody knows."""
    return touchpoints.attended | (touchpoints.outcome == Outcome.UNKNOWN.code)


def _covered_days(
    touchpoints: Touchpoints, window: Window
) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    seen = may_have_been_seen(touchpoints)
    starts = touchpoints.start[seen].astype("datetime64[D]")
    ends = touchpoints.end[seen].astype("datetime64[D]")
    ends = np.where(np.isnat(ends), np.datetime64(window.last), ends)
    ends = np.where(touchpoints.kind[seen] == Kind.STAY.code, ends, starts)
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def _length(gap: Gap) -> int:
    return gap.days
