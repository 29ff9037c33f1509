"""What the reasons say, by our word tables alone: P08 tests, P09 and P21 problems, P24 life, P25 silent lanes."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.findings import CannotTell, Finding, NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.patterns.crises import Mask
from journey_viewer.patterns.definitions import patterns, tables
from journey_viewer.patterns.look import Look, Told, told
from journey_viewer.patterns.spans import joined
from journey_viewer.patterns.tags import names_of
from journey_viewer.patterns.wording import after

_ADULT = 18
_REASONS_ENOUGH = 0.5  # of the contacts must give one before their share is told: our default


def _no_reasons(look: Look, pattern: str) -> CannotTell | None:
    if (look.has_reason & look.sure).any():
        return None
    return CannotTell(pattern, "The contacts give no reasons")


def repeated_tests(look: Look) -> Told:
    """P08. Each test named again before its interval was over; nothing while the person was a child."""
    if missing := _no_reasons(look, "P08"):
        return missing
    is_test = look.sure & ~look.said.reason.says("not_a_test")
    named, findings = 0, []
    for test in names_of("tests"):
        rows = np.flatnonzero(is_test & look.said.reason.says(f"tests.{test}"))
        rows = rows[[not _is_child(look, row) for row in rows.tolist()]] if len(rows) else rows
        named += len(rows)
        interval = look.limit(f"P08.{test}")
        for place in np.flatnonzero(np.diff(look.day[rows]) < interval).tolist():
            first, again = int(rows[place]), int(rows[place + 1])
            apart = int(look.day[again] - look.day[first])
            told_so = (
                f"again {after(apart, 'the one before')}, inside its interval of {many(interval, 'day')}"
            )
            sentence = f"{_called(test)} {told_so}"
            links = [(first, again)] if look.order_known(first, again) else []
            findings.append(look.finding("P08", (first, again), sentence, links))
    if not named:
        return CannotTell("P08", "No reason names a test")
    findings.sort(key=_when)
    return told(findings, NothingFound("P08", f"{many(named, 'test')} named, none inside its interval"))


def _called(test: str) -> str:
    """A test by its name: "HbA1c"."""
    return next(one.name for one in patterns()["P08"].thresholds if one.key == f"P08.{test}")


def _is_child(look: Look, row: int) -> bool:
    age = look.case.person.age_on(look.t.start[row].item().date())
    return age is not None and age < _ADULT


def _when(finding: Finding) -> tuple[object, ...]:
    return finding.first, finding.last, finding.contacts


def round_and_back(look: Look) -> Told:
    """P09. A problem with one service, then another, then the first again; each round begins after the one before."""
    if missing := _no_reasons(look, "P09"):
        return missing
    findings, named = [], 0
    for rows in _problem_rows(look):
        named += len(rows)
        findings += [_round(look, rows[first : last + 1]) for first, last in _rounds(look, rows)]
    if not named:
        return CannotTell("P09", "No reason names a problem that is known")
    findings.sort(key=_when)
    nothing = f"{many(named, 'contact')} with a problem that is known, never back at the first service"
    return told(findings, NothingFound("P09", nothing))


def _problem_rows(look: Look) -> list[NDArray[np.intp]]:
    """For each problem that is named its sure contacts."""
    every = (
        np.flatnonzero(look.sure & look.said.reason.says(f"problems.{name}")) for name in names_of("problems")
    )
    return [rows for rows in every if len(rows)]


def _rounds(look: Look, rows: NDArray[np.intp]) -> list[tuple[int, int]]:
    """The earliest A, B, A in time, then the earliest after it, and so on: places among ``rows``."""
    times, within = look.limit("P09.times"), look.limit("P09.days")
    services, days = look.t.service[rows], look.day[rows]
    places = {code: np.flatnonzero(services == code) for code in np.unique(services).tolist()}
    changes = np.append(np.flatnonzero(services[1:] != services[:-1]) + 1, len(rows))
    other = changes[np.searchsorted(changes, np.arange(len(rows)), "right")]
    found, place = [], 0
    while place < len(rows):
        own = places[int(services[place])]
        back = int(np.searchsorted(own, max(int(other[place]) + 1, place + times - 1)))
        if other[place] < len(rows) and back < len(own) and days[own[back]] - days[place] < within:
            found.append((place, int(own[back])))
            place = int(own[back])
        place += 1
    return found


def _round(look: Look, rows: NDArray[np.intp]) -> Finding:
    span = int(look.day[rows[-1]] - look.day[rows[0]]) + 1
    services = len(np.unique(look.t.service[rows]))
    sentence = f"One problem in {many(len(rows), 'contact')} with {many(services, 'service')}, back at the first, in {many(span, 'day')}"
    pairs = pairwise(rows.tolist())
    links = [pair for pair in pairs if look.t.service[pair[0]] != look.t.service[pair[1]]]
    return look.finding("P09", rows.tolist(), sentence, [one for one in links if look.order_known(*one)])


def one_need_many_services(look: Look) -> Told:
    """P21. Stretches of days in which one need was told to so many services; what shares a contact is one."""
    if missing := _no_reasons(look, "P21"):
        return missing
    least, within, named = look.limit("P21.services"), look.limit("P21.days"), 0
    findings = []
    for rows in _problem_rows(look):
        named += len(rows)
        for first, last in _told_widely(look, rows, least, within):
            inside = rows[first : last + 1]
            services = len(np.unique(look.t.service[inside]))
            span = int(look.day[inside[-1]] - look.day[inside[0]]) + 1
            sentence = f"The same need told to {many(services, 'service')} in {many(span, 'day')}, {many(len(inside), 'contact')}"
            findings.append(look.finding("P21", inside.tolist(), sentence))
    if not named:
        return CannotTell("P21", "No reason names a need that is known")
    findings.sort(key=_when)
    nothing = f"{many(named, 'contact')} with a need that is known, never at {least} services in {many(within, 'day')}"
    return told(findings, NothingFound("P21", nothing))


def _told_widely(look: Look, rows: NDArray[np.intp], least: int, within: int) -> list[tuple[int, int]]:
    """The smallest stretches with so many services in so many days, those that share a contact made one."""
    services, days = look.t.service[rows].tolist(), look.day[rows].tolist()
    counts: dict[int, int] = {}
    firsts, lasts, first = [], [], 0
    for last, service in enumerate(services):
        counts[service] = counts.get(service, 0) + 1
        while days[last] - days[first] >= within or counts[services[first]] > 1:
            _leave(counts, services[first])
            first += 1
        if len(counts) >= least:
            firsts.append(first)
            lasts.append(last)
    return joined(np.array(firsts, np.intp), np.array(lasts, np.intp))


def _leave(counts: dict[int, int], service: int) -> None:
    counts[service] -= 1
    if not counts[service]:
        del counts[service]


def life_not_illness(look: Look) -> Told:
    """P24. The share of the contacts with a reason whose reason names money, housing, loneliness and the like."""
    if missing := _no_reasons(look, "P24"):
        return missing
    contacts = look.attended & look.begun
    reasons = np.flatnonzero(contacts & look.has_reason)
    if len(reasons) < contacts.sum() * _REASONS_ENOUGH:
        return CannotTell("P24", f"{len(reasons):,} of {many(int(contacts.sum()), 'contact')} give a reason")
    rows = reasons[look.said.reason.says("life")[reasons]]
    sentence = (
        f"{len(rows):,} of {many(len(reasons), 'contact')} with a reason name a need that is not clinical"
    )
    enough = len(reasons) >= look.limit("P24.contacts")
    if not (enough and len(rows) and len(rows) * 100 >= len(reasons) * look.limits["P24.share"]):
        return NothingFound("P24", sentence)
    return (look.finding("P24", rows.tolist(), sentence, count=len(rows)),)


def silent_lanes(look: Look) -> Told:
    """P25. Needs named in the last days of the period, and no contact in them with any service expected."""
    if missing := _no_reasons(look, "P25"):
        return missing
    days = look.limit("P25.days")
    if look.last - look.first + 1 < days:
        return CannotTell("P25", f"The period is shorter than {many(days, 'day')}")
    lasting = np.isin(look.t.kind, (Kind.STAY.code, Kind.OPEN_SERVICE.code))
    recent = (look.day > look.last - days) | (lasting & (look.end_day > look.last - days))
    findings, wanting, named = [], 0, 0
    for need, expected in tables()["expected"].items():
        services = [Service(one) for one in expected]
        rows = np.flatnonzero(_named_recently(look, need) & recent)
        if not len(rows):
            continue
        named += 1
        seen = look.perhaps & recent & np.isin(look.t.service, [one.code for one in services])
        if look.missing("P25", *services):
            wanting += not seen.any()
        elif not seen.any():
            sentence = f"A need named {many(len(rows), 'time')}, and no contact in {many(days, 'day')} with a service that would be expected"
            findings.append(look.finding("P25", rows.tolist(), sentence))
    if wanting and not findings:
        return CannotTell("P25", "No list of a service that would be expected was supplied")
    nothing = f"{many(named, 'need')} named, each with a contact" if named else "No need named that is known"
    return told(findings, NothingFound("P25", nothing))


def _named_recently(look: Look, need: str) -> Mask:
    """Contacts and referrals whose reason names a need; what nobody attended names one as well."""
    cancelled = look.t.outcome == Outcome.CANCELLED_BY_SERVICE.code
    return look.said.reason.says(f"problems.{need}") & ~look.t.uncertain & ~cancelled
