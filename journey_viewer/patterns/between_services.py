"""Who carries the whole: P10 hand-overs, P14 many services open at once, P19 low continuity."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.findings import CannotTell, NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.patterns.look import Look, Told, told
from journey_viewer.patterns.spans import busiest

_YEAR = 365
_NAMED_ENOUGH = 0.5  # of the GP contacts must name a clinician, as where continuity is told: our default


def handed_over(look: Look) -> Told:
    """P10. Steps between consecutive attended contacts with different services, counted as in the summary."""
    rows = np.flatnonzero(look.attended)
    steps = max(len(rows) - 1, 0)
    changes = np.flatnonzero(look.t.service[rows][1:] != look.t.service[rows][:-1]) + 1
    changed = f"{many(len(changes), 'hand-over')} in {many(steps, 'step')}"
    if not len(changes):
        return NothingFound("P10", changed)
    first, last = busiest(look.day[rows[changes]], _YEAR)
    year = last - first + 1
    many_steps = len(rows) >= look.limit("P10.contacts")
    share = many_steps and len(changes) * 100 > steps * look.limits["P10.share"]
    if year < look.limit("P10.year") and not share:
        return NothingFound("P10", f"{changed}, at most {year:,} in 12 months")
    links = [(int(rows[place - 1]), int(rows[place])) for place in changes.tolist()]
    ordered = [one for one in links if look.order_known(*one)]
    sentence = f"{changed}, {year:,} of them in 12 months{_changes_of_clinician(look)}"
    both = {row for one in links for row in one}
    return (look.finding("P10", both, sentence, ordered, count=len(changes)),)


def _changes_of_clinician(look: Look) -> str:
    """(1 - SECON)(N - 1) of the GP practice contacts with a named clinician, where they have an order."""
    seen = look.gp.continuity
    if seen.secon is None:
        return ""
    changes = round((1 - seen.secon) * (seen.contacts - 1))
    return f"; {many(changes, 'change')} of clinician at the GP practice"


def low_continuity(look: Look) -> Told:
    """P19. Many named clinicians at the GP practice and none who was seen often, as the continuity measure has it."""
    if missing := look.missing("P19", Service.GP):
        return missing
    gp = look.gp
    told_of = gp.continuity
    if not gp.contacts:
        return NothingFound("P19", "No GP practice contact")
    if gp.named < gp.contacts * _NAMED_ENOUGH:
        return CannotTell(
            "P19", f"{gp.named:,} of {many(gp.contacts, 'GP practice contact')} name a clinician"
        )
    sentence = (
        f"{many(told_of.contacts, 'GP practice contact')} with {many(gp.clinicians, 'clinician')},"
        f" {told_of.most_seen:,} with the same one"
    )
    low = (
        told_of.contacts >= look.limit("P19.contacts")
        and gp.clinicians >= look.limit("P19.clinicians")
        and told_of.upc is not None
        and told_of.upc <= look.limits["P19.share"]
    )
    if not low:
        return NothingFound("P19", sentence)
    rows = np.flatnonzero(look.attended & look.of(Service.GP)).tolist()
    return (look.finding("P19", rows, sentence, count=gp.clinicians),)


def many_open(look: Look) -> Told:
    """P14. The stretches of days on which so many services were open, two periods of one team being one."""
    refused = np.isin(look.t.outcome, (Outcome.REFUSED.code, Outcome.CANCELLED_BY_SERVICE.code))
    is_open = (look.t.kind == Kind.OPEN_SERVICE.code) & ~refused & ~look.t.uncertain
    rows = np.flatnonzero(is_open & (look.day <= look.last))
    if not len(rows):
        return CannotTell("P14", "No list says from when to when a service was open")
    periods = _periods(look, rows)
    ends = np.minimum(look.end_day[rows], look.last)
    least, findings = look.limit("P14.services"), []
    for first, last, most in _stretches(periods, least):
        inside = rows[(look.day[rows] <= last) & (ends >= first)].tolist()
        sentence = f"{many(most, 'service')} open at once, for {many(last - first + 1, 'day')}"
        if most >= look.limit("P14.many"):
            sentence = f"{sentence}: {look.limit('P14.many')} or more"
        findings.append(look.finding("P14", inside, sentence, days=(first, last)))
    most = max((most for *_, most in _stretches(periods, 1)), default=0)
    return told(findings, NothingFound("P14", f"At most {many(most, 'service')} open at once"))


def _periods(look: Look, rows: NDArray[np.intp]) -> list[tuple[int, int]]:
    """From when to when each team was open in the window, what overlaps or touches made one."""
    by_team: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for row in rows.tolist():
        team = int(look.t.service[row]), look.t.named[row].casefold()
        first, last = max(int(look.day[row]), look.first), int(min(look.end_day[row], look.last))
        periods = by_team.setdefault(team, [])
        if periods and first <= periods[-1][1]:
            periods[-1] = (periods[-1][0], max(periods[-1][1], last))
        elif last >= first:
            periods.append((first, last))
    return [period for periods in by_team.values() for period in periods]


def _stretches(periods: list[tuple[int, int]], least: int) -> list[tuple[int, int, int]]:
    """From the first day to the last on which at least so many are open, and the most that were."""
    events = sorted([(first, 1) for first, _ in periods] + [(last + 1, -1) for _, last in periods])
    found: list[tuple[int, int, int]] = []
    open_now, since, most = 0, -1, 0
    for place, (day, change) in enumerate(events):
        open_now += change
        if place + 1 < len(events) and events[place + 1][0] == day:
            continue  # what ends and begins on one morning
        if open_now >= least:
            since, most = (day, open_now) if since < 0 else (since, max(most, open_now))
        elif since >= 0:
            found.append((since, day - 1, most))
            since = -1
    return found
