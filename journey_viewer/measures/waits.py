"""How long a person waited from a referral to the first contact."""

from dataclasses import dataclass, field
from datetime import date
from statistics import median

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service

_ACCEPTED = (Outcome.ATTENDED.code, Outcome.REFERRED.code, Outcome.UNKNOWN.code)
_IS_CONTACT = (Kind.CONTACT.code, Kind.STAY.code)


@dataclass(frozen=True)
class Wait:
    """``referral``: its lasting number · ``days`` to the first contact, or to the window's end while ``waiting``."""

    service: Service
    referral: int
    since: date = field(repr=False)
    days: int
    waiting: bool


@dataclass(frozen=True)
class Waits:
    """All waits of a journey, in the order of their referrals."""

    each: tuple[Wait, ...] = ()

    @property
    def waiting(self) -> int:
        """How many had no contact by the window's end."""
        return sum(wait.waiting for wait in self.each)

    @property
    def longest(self) -> Wait | None:
        """Over or not; of two that are as long the earlier."""
        return max(self.each, key=_days, default=None)

    @property
    def median_days(self) -> float | None:
        """Of the waits that ended; None where none did."""
        ended = [wait.days for wait in self.each if not wait.waiting]
        return median(ended) if ended else None


def waits_of(case: Case) -> Waits:
    """From each referral that was not refused or cancelled to the first attended contact or stay with the same service.

    Where the list itself links a referral to its first contact, that day ends the wait. Otherwise it is the first in
    the same lane on the same day or later (on one day not before the referral, where both times are known); if
    contacts of the lane carry the referral's own name for the service ("Physiotherapy"), only those end it. Two
    referrals can end with one contact. What has not ended in the window is still waiting: its days so far.
    """
    touchpoints = case.touchpoints
    is_referral = (touchpoints.kind == Kind.REFERRAL.code) & np.isin(touchpoints.outcome, _ACCEPTED)
    is_contact = touchpoints.attended & np.isin(touchpoints.kind, _IS_CONTACT)
    contacts = touchpoints.take(is_contact)
    after = np.datetime64(case.window.last) + 1
    lanes: dict[tuple[int, int], Touchpoints] = {}
    waits = []
    for row in np.flatnonzero(is_referral).tolist():
        lane = int(touchpoints.service[row]), int(touchpoints.named.codes[row])
        if lane not in lanes:
            lanes[lane] = contacts.take(_same_service(contacts, *lane))
        ended = _ended(touchpoints, row, lanes[lane], after)
        since = touchpoints.start[row].astype("datetime64[D]")
        until = after - 1 if ended is None else ended
        waits.append(
            Wait(
                service=Service.of(lane[0]),
                referral=int(touchpoints.number[row]),
                since=since.item(),
                days=int((until - since).astype(np.int64)),
                waiting=ended is None,
            )
        )
    return Waits(tuple(waits))


def _same_service(contacts: Touchpoints, service: int, named: int) -> NDArray[np.bool_]:
    lane = contacts.service == service
    alike = lane & (contacts.named.codes == named)
    is_told = bool(contacts.named.words[named]) if contacts.named.words else False
    return alike if is_told and alike.any() else lane


def _ended(
    touchpoints: Touchpoints, row: int, lane: Touchpoints, after: np.datetime64
) -> np.datetime64 | None:
    """The day of the first contact, None where it is not in the window."""
    start, end = touchpoints.start[row], touchpoints.end[row]
    if not np.isnat(end) and end >= start:
        day = end.astype("datetime64[D]")
        return day if day < after else None
    days = lane.start.astype("datetime64[D]")
    day = start.astype("datetime64[D]")
    first = int(np.searchsorted(days, day))
    for place in range(first, len(lane)):
        both_timed = touchpoints.timed[row] and lane.timed[place]
        if days[place] > day or not both_timed or lane.start[place] >= start:
            return days[place] if days[place] < after else None
    return None


def _days(wait: Wait) -> int:
    return wait.days
