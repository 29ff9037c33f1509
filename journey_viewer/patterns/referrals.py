"""What becomes of referrals: P07 refused and made again, P27 long waits."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.waits import Wait, is_decided, is_offered, waits_of
from journey_viewer.model.findings import NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Kind, Outcome
from journey_viewer.patterns.look import Look, Told, told
from journey_viewer.patterns.wording import later

_ASKED = (Outcome.REFERRED.code, Outcome.REFUSED.code, Outcome.ATTENDED.code, Outcome.UNKNOWN.code)
_WEEK = 7


def bounced(look: Look) -> Told:
    """P07. Each refused referral after which another was made to the same lane, or an unscheduled contact came."""
    refused = np.flatnonzero((look.t.outcome == Outcome.REFUSED.code) & look.begun & ~look.t.uncertain)
    referrals = (look.t.kind == Kind.REFERRAL.code) & np.isin(look.t.outcome, _ASKED)
    referrals |= np.isin(look.t.outcome, (Outcome.REFERRED.code, Outcome.REFUSED.code))
    referrals &= ~look.t.uncertain
    crises = np.flatnonzero(look.unscheduled)
    by_lane = {
        code: np.flatnonzero(referrals & (look.t.service == code))
        for code in np.unique(look.t.service[refused]).tolist()
    }
    findings = []
    for row in refused.tolist():
        again = _next(look, row, by_lane[int(look.t.service[row])], look.limit("P07.days"))
        crisis = _next(look, row, crises, look.limit("P07.crisis"))
        told_of = ((again, "another to the same service"), (crisis, "an unscheduled contact"))
        said = [
            f"by {what} {later(int(look.day[then] - look.day[row]))}" for then, what in told_of if then >= 0
        ]
        if said:
            links = [(row, then) for then, _ in told_of if then >= 0]
            what = "Referral" if look.t.kind[row] == Kind.REFERRAL.code else "Contact"
            sentence = f"{what} refused or closed, followed {' and '.join(said)}"
            findings.append(look.finding("P07", {row, again, crisis} - {-1}, sentence, links))
    nothing = f"{many(len(refused), 'refusal')}, none followed by another referral or an unscheduled contact in time"
    return told(findings, NothingFound("P07", nothing if len(refused) else "Nothing was refused"))


def _next(look: Look, row: int, rows: NDArray[np.intp], days: int) -> int:
    """The first of these rows that is known to have come after this one, within so many days; else -1."""
    place = int(np.searchsorted(look.day[rows], look.day[row], "left"))
    while place < len(rows) and look.day[rows[place]] - look.day[row] <= days:
        if look.order_known(row, int(rows[place])):
            return int(rows[place])
        place += 1
    return -1


def long_waits(look: Look) -> Told:
    """P27. The waits of the measures that are longer than so many weeks, over or not."""
    limit = look.limit("P27.weeks") * _WEEK
    waits = waits_of(look.case).each
    row_of = {int(number): row for row, number in enumerate(look.t.number.tolist())}
    findings = []
    for wait in waits:
        row = row_of[wait.referral]
        if wait.days <= limit or look.t.uncertain[row]:
            continue
        begun, ended = int(look.day[row]), int(look.day[row]) + wait.days
        then = -1 if wait.waiting else _ended_on(look, row, ended, offered=wait.offered)
        sentence = f"Referral{_followed(wait)} {later(wait.days)}"
        links = [(row, then)] if then >= 0 else []
        rows = {row, then} - {-1}
        findings.append(look.finding("P27", rows, sentence, links, days=(begun, ended)))
    nothing = f"{many(len(waits), 'referral')}, none that waited over {many(limit, 'day')}"
    return told(findings, NothingFound("P27", nothing if waits else "No referral"))


def _followed(wait: Wait) -> str:
    if wait.waiting:
        return " with no appointment recorded"
    if wait.offered_before:
        return ", followed by its own contact on the list"
    return f", followed by {'the first appointment' if wait.offered else 'another or a refusal'}"


def _ended_on(look: Look, referral: int, day: int, *, offered: bool) -> int:
    """The first on a day in the lane of a referral that can have ended its wait; -1 where the list holds none."""
    first, last = np.searchsorted(look.day, (day, day + 1))
    ends = is_offered(look.t) if offered else is_decided(look.t)
    same = (row for row in range(first, last) if look.t.service[row] == look.t.service[referral])
    return next((row for row in same if ends[row] and row != referral), -1)
