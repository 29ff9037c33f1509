"""How long a person waited from a referral to the first appointment."""

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
_OFFERED = (Outcome.ATTENDED.code, Outcome.DID_NOT_ATTEND.code, Outcome.CANCELLED_BY_PERSON.code)
_DECIDED = (Outcome.REFERRED.code, Outcome.REFUSED.code)


@dataclass(frozen=True)
class Wait:
    """``referral``: its lasting number · ``days`` until it ended, or to the window's end while ``waiting``.

    ``offered``: it ended with an appointment; else with another referral or a refusal, or not at all.
    ``offered_before``: the list itself links the referral to a contact, and another appointment was offered earlier.
    """

    service: Service
    referral: int
    since: date = field(repr=False)
    days: int
    waiting: bool
    offered: bool
    offered_before: bool = False


@dataclass(frozen=True)
class Waits:
    """All waits of a journey, in the order of their referrals."""

    each: tuple[Wait, ...] = ()

    @property
    def waiting(self) -> int:
        """How many had not ended by the window's end."""
        return sum(wait.waiting for wait in self.each)

    @property
    def longest(self) -> Wait | None:
        """Over or not; of two that are as long the earlier."""
        return max(self.each, key=_days, default=None)

    @property
    def median_days(self) -> float | None:
        """Of the waits that ended with an appointment; None where none did."""
        ended = [wait.days for wait in self.each if wait.offered]
        return median(ended) if ended else None


def is_offered(touchpoints: Touchpoints) -> NDArray[np.bool_]:
    """True where the person was offered an appointment or a stay, attended, missed or cancelled by them."""
    return np.isin(touchpoints.kind, _IS_CONTACT) & np.isin(touchpoints.outcome, _OFFERED)


def is_decided(touchpoints: Touchpoints) -> NDArray[np.bool_]:
    """True where a referral was made, whatever became of it, or something was refused or closed."""
    return (touchpoints.kind == Kind.REFERRAL.code) | np.isin(touchpoints.outcome, _DECIDED)


def waits_of(case: Case) -> Waits:
    """From each referral that was not refused or cancelled to the first appointment offered by the same service.

    Where the list itself links a referral to its first contact, that day ends the wait. Otherwise it is the first
    appointment in the same lane on the same day or later (on one day not before the referral, where both times are
    known), also if the person missed or cancelled it; if appointments of the lane carry the referral's own name for
    the service ("Physiotherapy"), only those end it. Another referral or a refusal ends it too where it is known to
    be later and its name for the service is the same or none. What has not ended in the window is still waiting: its
    days so far.
    """
    touchpoints = case.touchpoints
    is_referral = (touchpoints.kind == Kind.REFERRAL.code) & np.isin(touchpoints.outcome, _ACCEPTED)
    appointments = touchpoints.take(is_offered(touchpoints))
    decisions = touchpoints.take(is_decided(touchpoints))
    after = np.datetime64(case.window.last) + 1
    lanes: dict[tuple[int, int], tuple[Touchpoints, Touchpoints]] = {}
    waits = []
    for row in np.flatnonzero(is_referral).tolist():
        lane = int(touchpoints.service[row]), int(touchpoints.named.codes[row])
        if lane not in lanes:
            lanes[lane] = (
                appointments.take(_same_service(appointments, *lane)),
                decisions.take(_same_name(decisions, *lane)),
            )
        ended, offered = _ended(touchpoints, row, *lanes[lane])
        waiting = ended is None or bool(ended >= after)
        earlier = _first(touchpoints, row, lanes[lane][0]) if offered and not waiting else None
        since = touchpoints.start[row].astype("datetime64[D]")
        until = after - 1 if ended is None or waiting else ended
        waits.append(
            Wait(
                service=Service.of(lane[0]),
                referral=int(touchpoints.number[row]),
                since=since.item(),
                days=int((until - since).astype(np.int64)),
                waiting=waiting,
                offered=offered and not waiting,
                offered_before=earlier is not None and bool(earlier < until),
            )
        )
    return Waits(tuple(waits))


def _same_service(appointments: Touchpoints, service: int, named: int) -> NDArray[np.bool_]:
    lane = appointments.service == service
    alike = lane & (appointments.named.codes == named)
    is_told = bool(appointments.named.words[named]) if appointments.named.words else False
    return alike if is_told and alike.any() else lane


def _same_name(decisions: Touchpoints, service: int, named: int) -> NDArray[np.bool_]:
    """In the lane, and not of another team by its name."""
    lane = decisions.service == service
    words = decisions.named.words
    if not words[named]:
        return lane
    same = [code for code, word in enumerate(words) if code == named or not word]
    return lane & np.isin(decisions.named.codes, same)


def _ended(
    touchpoints: Touchpoints, row: int, appointments: Touchpoints, decisions: Touchpoints
) -> tuple[np.datetime64 | None, bool]:
    """The day it ended, None where nothing ended it; and whether with an appointment."""
    start, end = touchpoints.start[row], touchpoints.end[row]
    if not np.isnat(end) and end >= start:
        return end.astype("datetime64[D]"), True
    seen = _first(touchpoints, row, appointments)
    decided = _first(touchpoints, row, decisions, later=True)
    if seen is None or (decided is not None and decided < seen):
        return decided, False
    return seen, True


def _first(
    touchpoints: Touchpoints, row: int, lane: Touchpoints, *, later: bool = False
) -> np.datetime64 | None:
    """The day of the first that is not known to be before the referral; with ``later``, that is known to be after."""
    start, days = touchpoints.start[row], lane.start.astype("datetime64[D]")
    day = start.astype("datetime64[D]")
    for place in range(int(np.searchsorted(days, day)), len(lane)):
        both_timed = touchpoints.timed[row] and lane.timed[place]
        in_time = lane.start[place] > start if later else lane.start[place] >= start
        if days[place] > day or (in_time if both_timed else not later):
            return days[place]
    return None


def _days(wait: Wait) -> int:
    return wait.days
