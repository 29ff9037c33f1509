"""Whether touchpoints began in the core hours of general practice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.bank_holidays import bank_holidays
from journey_viewer.model.core_hours import CLOSES, OPENS
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Coded, Kind

_OPENS, _CLOSES = np.timedelta64(OPENS, "m"), np.timedelta64(CLOSES, "m")


class Hours(Coded):
    """``UNKNOWN``: without a time, or on a day that is not sure."""

    CORE = "core"
    OUT_OF_HOURS = "out_of_hours"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class HoursCounts:
    """Attended contacts by when they began: in core hours, outside them, and when that cannot be told."""

    core: int = 0
    out_of_hours: int = 0
    unknown: int = 0

    @property
    def known(self) -> int:
        return self.core + self.out_of_hours

    @property
    def share(self) -> float | None:
        """Of the contacts whose hours are known, the share outside core hours; None where there is none."""
        return self.out_of_hours / self.known if self.known else None


def hours_of(touchpoints: Touchpoints) -> NDArray[np.int8]:
    """The code of ``Hours`` for the beginning of each row.

    Core hours are 08:00 to 18:30 on Monday to Friday without the bank holidays of England
    (the GMS contract regulations; 08:00 is in them and 18:30 is not). Without a time nothing is
    known, on a Sunday too: else of a list without times only the weekends were known, and all of
    those outside. The extra appointments of a network on weekday evenings and Saturdays are
    planned work and yet outside core hours.
    """
    days = touchpoints.start.astype("datetime64[D]")
    moments = touchpoints.start - days
    closed = ~np.is_busday(days) | np.isin(days, _holidays(days))
    outside = closed | (moments < _OPENS) | (moments >= _CLOSES)
    unknown = touchpoints.uncertain | ~touchpoints.timed
    hours = np.where(outside, Hours.OUT_OF_HOURS.code, Hours.CORE.code)
    return np.where(unknown, Hours.UNKNOWN.code, hours).astype(np.int8)


def count_hours(touchpoints: Touchpoints) -> HoursCounts:
    """Of attended contacts; stays, open services and referrals have no one moment of seeing somebody."""
    rows = touchpoints.attended & (touchpoints.kind == Kind.CONTACT.code)
    counts = np.bincount(hours_of(touchpoints)[rows], minlength=len(Hours)).tolist()
    return HoursCounts(*counts)


def _holidays(days: NDArray[np.datetime64]) -> NDArray[np.datetime64]:
    if not len(days):
        return np.array([], dtype="datetime64[D]")
    return np.array(list(bank_holidays(days.min().item(), days.max().item())), dtype="datetime64[D]")
