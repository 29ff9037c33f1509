"""P06: appointments that the person did not attend."""

import numpy as np

from journey_viewer.model.findings import Finding, NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Kind, Outcome
from journey_viewer.patterns.look import Look, Told, told
from journey_viewer.patterns.spans import clusters

_YEAR = 365
_CANCELLED = (Outcome.CANCELLED_BY_PERSON.code, Outcome.CANCELLED_BY_SERVICE.code)


def missed_appointments(look: Look) -> Told:
    """P06. Each missed appointment is in one finding: in a run, else among those of a year, else by itself.

    In an order that nobody knows (one day, no times) an attended appointment comes before a missed one, as
    in every journey; the outcome decides, never a name.
    """
    outcome = look.t.outcome
    missed = (outcome == Outcome.DID_NOT_ATTEND.code) & look.begun & ~look.t.uncertain
    rows = np.flatnonzero(missed)
    followed = _followed(look, rows.tolist())
    runs = _runs(look, missed)
    in_runs = {row for run in runs for row in run}
    left = np.array([row for row in rows.tolist() if row not in in_runs], np.intp)
    together = [
        left[first : last + 1].tolist()
        for first, last in clusters(look.day[left], look.limit("P06.year"), _YEAR)
    ]
    in_years = {row for group in together for row in group}
    alone = [[row] for row in left.tolist() if row not in in_years and row in followed]
    findings = [
        *(_finding(look, run, "in a row missed with one service", followed) for run in runs),
        *(_finding(look, group, f"missed in {_length(look, group)}", followed) for group in together),
        *(_finding(look, one, "missed", followed) for one in alone),
    ]
    findings.sort(key=_first_day)
    nothing = f"{many(len(rows), 'missed appointment')}, too few and too far apart"
    return told(findings, NothingFound("P06", nothing if len(rows) else "No missed appointment"))


def _length(look: Look, rows: list[int]) -> str:
    return many(int(look.day[rows[-1]] - look.day[rows[0]]) + 1, "day")


def _first_day(finding: Finding) -> tuple[object, ...]:
    return finding.first, finding.contacts


def _runs(look: Look, missed: np.ndarray) -> list[list[int]]:
    """The appointments missed one after another in one lane; what was cancelled neither counts nor ends a run."""
    appointments = (look.t.kind == Kind.CONTACT.code) & ~np.isin(look.t.outcome, _CANCELLED)
    least, found = look.limit("P06.run"), []
    for service in np.unique(look.t.service[missed]).tolist():
        run: list[int] = []
        for row in [*np.flatnonzero((appointments | missed) & (look.t.service == service)).tolist(), -1]:
            if row >= 0 and missed[row]:
                run.append(row)
                continue
            if len(run) >= least:
                found.append(run)
            run = []
    return found


def _followed(look: Look, rows: list[int]) -> dict[int, int]:
    """The missed appointments that an unscheduled contact is known to have followed in time, each with the first."""
    crises = np.flatnonzero(look.unscheduled)
    days, found = look.limit("P06.days"), {}
    for row in rows:
        place = int(np.searchsorted(look.day[crises], look.day[row], "left"))
        while place < len(crises) and not look.order_known(row, int(crises[place])):
            if look.day[crises[place]] > look.day[row]:
                break
            place += 1
        if place < len(crises) and look.day[crises[place]] - look.day[row] <= days:
            found[row] = int(crises[place])
    return found


def _finding(look: Look, rows: list[int], how: str, followed: dict[int, int]) -> Finding:
    links = [(row, followed[row]) for row in rows if row in followed]
    sentence = f"{many(len(rows), 'appointment')} {how}"
    if links:
        which = "" if len(rows) == 1 else f"{len(links)} of them "
        within = many(look.limit("P06.days"), "day")
        sentence = f"{sentence}, {which}followed by an unscheduled contact within {within}"
    return look.finding("P06", (*rows, *(then for _, then in links)), sentence, links, count=len(rows))
