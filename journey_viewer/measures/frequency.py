"""How often somebody is in touch with the GP practice: a year, and in the busiest month."""

from dataclasses import dataclass

import numpy as np

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service

BUSY_MONTH, BUSY_YEAR = 3, 30
"""More than so many contacts in 30 days, or in a year, is often called high use (Malby and others)."""

_DAYS, _YEAR = 30, 365.25
_BANDS = ((52, "weekly or more often"), (26, "every two weeks"), (12, "monthly"), (4, "every few months"))
_SELDOM = "less often than every three months"


@dataclass(frozen=True)
class Frequency:
    """Attended contacts with the GP practice.

    contacts: in the window · a_year: brought to one year, None where the window is shorter than one · most_in_month: the
    most that fall in any 30 days on end.
    """

    contacts: int
    a_year: float | None
    most_in_month: int

    @property
    def band(self) -> str:
        """As people say it: "every two weeks"; "" where a year cannot be told."""
        if self.a_year is None:
            return ""
        return next((band for least, band in _BANDS if self.a_year >= least), _SELDOM)

    @property
    def busy_month(self) -> bool:
        """Whether there were more than three in some 30 days."""
        return self.most_in_month > BUSY_MONTH

    @property
    def busy_year(self) -> bool:
        """Whether there are more than thirty a year; of less than a year, whether there were as many already."""
        return (self.contacts if self.a_year is None else self.a_year) > BUSY_YEAR


def frequency_of(case: Case) -> Frequency:
    """Contacts of one day are as many; a year of 365 or 366 days is one year."""
    touchpoints = case.touchpoints
    seen = touchpoints.take(touchpoints.attended & touchpoints.with_service(Service.GP))
    days = np.sort(seen.start.astype("datetime64[D]"))
    ends = np.searchsorted(days, days + _DAYS)
    years = round(case.window.days / _YEAR, 2)
    return Frequency(
        contacts=len(days),
        a_year=len(days) / years if years >= 1 else None,
        most_in_month=int((ends - np.arange(len(days))).max(initial=0)),
    )
