"""The five rules with most logic again, as their definitions read: slow, without columns, sharing nothing with them.

Each returns what its findings must be: for P01 the visit, the days and whether the order is known; else the
numbers of the contacts and what is counted or from when to when it goes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date, timedelta
from itertools import combinations, product

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome, Service

Told = set[tuple[object, ...]]


def _day(one: Touchpoint) -> date:
    return one.start.date()


def _apart(one: Touchpoint, then: Touchpoint) -> int:
    return (_day(then) - _day(one)).days


def _known_before(one: Touchpoint, then: Touchpoint) -> bool:
    return _apart(one, then) > 0 or (
        _apart(one, then) == 0 and one.timed and then.timed and one.start < then.start
    )


def _sure(one: Touchpoint) -> bool:
    return one.outcome is Outcome.ATTENDED and one.kind in (Kind.CONTACT, Kind.STAY) and not one.uncertain


def _unscheduled(case: Case) -> list[Touchpoint]:
    return [one for one in case.touchpoints if _sure(one) and _is_unscheduled(case, one)]


def _is_unscheduled(case: Case, one: Touchpoint) -> bool:
    if one.service is Service.INPATIENT:
        return any(
            other.service in (Service.AE, Service.AMBULANCE)
            and other.outcome in (Outcome.ATTENDED, Outcome.UNKNOWN)
            and 0 <= _apart(other, one) <= 1
            for other in case.touchpoints
        )
    if one.service is Service.MENTAL_HEALTH:
        return one.named == "Crisis team"
    return one.service in (Service.AE, Service.AMBULANCE, Service.URGENT_111)


def ae_after_gp(case: Case) -> Told:
    told: Told = set()
    sure = [one for one in case.touchpoints if _sure(one)]
    for visit in (one for one in sure if one.service is Service.AE):
        gps = [one for one in sure if one.service is Service.GP and 0 <= _apart(one, visit) <= 7]
        before = [one for one in gps if _known_before(one, visit)]
        unordered = [one for one in gps if not (_known_before(one, visit) or _known_before(visit, one))]
        if before:
            today = [one for one in before if _apart(one, visit) == 0]
            gp = max(today, key=lambda one: one.start) if today else before[-1]
            if gp.reason != "Sent to A&E":
                told.add((visit.number, _apart(gp, visit), True))
        elif unordered and any(one.reason != "Sent to A&E" for one in unordered):
            told.add((visit.number, 0, False))
    return told


def _groups(numbers: list[int], together: Callable[[int, int], bool]) -> list[set[int]]:
    """Places that some pair (first, last) holds together, with all between; what overlaps is one."""
    ranges = [
        set(range(one, then + 1)) for one, then in combinations(range(len(numbers)), 2) if together(one, then)
    ]
    groups: list[set[int]] = []
    for one in ranges:
        touching = [group for group in groups if group & one]
        groups = [group for group in groups if not group & one] + [one.union(*touching)]
    return groups


_STEPS = [Service.URGENT_111, Service.AMBULANCE, Service.AE, Service.INPATIENT]


def _belongs(crisis: list[Touchpoint], one: Touchpoint) -> bool:
    steps = [told.service for told in crisis]
    if one.service not in _STEPS or any(step not in _STEPS for step in steps) or one.service in steps:
        return False
    if _apart(crisis[-1], one) > 1:
        return False
    later = all(_STEPS.index(one.service) > _STEPS.index(step) for step in steps)
    return later or (_apart(crisis[-1], one) == 0 and not (one.timed and crisis[-1].timed))


def crisis_clusters(case: Case) -> Told:
    crises: list[list[Touchpoint]] = []
    for one in _unscheduled(case):
        if crises and _belongs(crises[-1], one):
            crises[-1].append(one)
        else:
            crises.append([one])
    days = [_day(crisis[0]) for crisis in crises]

    def together(one: int, then: int) -> bool:
        return then - one >= 2 and (days[then] - days[one]).days <= 13

    groups = _groups(list(range(len(days))), together)
    return {(tuple(sorted(one.number for place in group for one in crises[place])), 1) for group in groups}


def missed_appointments(case: Case) -> Told:
    rows = list(case.touchpoints)
    missed = [one for one in rows if one.outcome is Outcome.DID_NOT_ATTEND and not one.uncertain]
    groups: list[list[Touchpoint]] = []
    for service in Service:
        lane = [one for one in rows if one.service is service and _counts_in_a_run(one, missed)]
        letters = "".join("M" if one in missed else "x" for one in lane)
        groups += [lane[found.start() : found.end()] for found in re.finditer("MM+", letters)]
    left = [one for one in missed if not any(one in group for group in groups)]

    def together(one: int, then: int) -> bool:
        return _apart(left[one], left[then]) < 365

    years = _groups(list(range(len(left))), together)
    groups += [[left[place] for place in sorted(group)] for group in years]
    followed = {one.number: _first_after(one, _unscheduled(case)) for one in missed}
    groups += [[one] for one in left if not any(one in group for group in groups) and followed[one.number]]
    return {_with_followers(group, followed) for group in groups}


def _counts_in_a_run(one: Touchpoint, missed: Collection[Touchpoint]) -> bool:
    cancelled = (Outcome.CANCELLED_BY_PERSON, Outcome.CANCELLED_BY_SERVICE)
    return one in missed or (one.kind is Kind.CONTACT and one.outcome not in cancelled)


def _first_after(one: Touchpoint, unscheduled: list[Touchpoint]) -> int:
    found = [then for then in unscheduled if _known_before(one, then) and _apart(one, then) <= 14]
    return found[0].number if found else 0


def _with_followers(group: list[Touchpoint], followed: dict[int, int]) -> tuple[object, ...]:
    numbers = {one.number for one in group}
    return tuple(sorted(numbers | {followed[number] for number in numbers} - {0})), len(group)


_WORDS = {"Fall": ["fall"], "Chest pain": ["chest pain"], "Headache after a fall": ["fall", "headache"]}


def round_and_back(case: Case) -> Told:
    told: Told = set()
    for problem in ("fall", "chest pain", "headache"):
        rows = [one for one in case.touchpoints if _sure(one) and problem in _WORDS.get(one.reason, [])]
        place = 0
        while place < len(rows):
            back = _first_back(rows, place)
            if back:
                told.add((tuple(sorted(one.number for one in rows[place : back + 1])), 1))
            place = (back or place) + 1
    return told


def _first_back(rows: list[Touchpoint], first: int) -> int:
    later = range(first + 1, len(rows))
    backs = [
        last
        for middle, last in product(later, later)
        if middle < last
        and rows[middle].service is not rows[first].service
        and rows[last].service is rows[first].service
    ]
    return min(backs) if backs and _apart(rows[first], rows[min(backs)]) < 180 else 0


def many_open(case: Case) -> Told:
    shut = (Outcome.REFUSED, Outcome.CANCELLED_BY_SERVICE)
    services = [
        one
        for one in case.touchpoints
        if one.kind is Kind.OPEN_SERVICE and one.outcome not in shut and not one.uncertain
    ]
    days = [case.window.first + timedelta(place) for place in range(case.window.days)]
    stretches: list[list[date]] = []
    for day in days:
        teams = {(one.service, one.named.lower()) for one in services if _open_on(one, day)}
        if len(teams) < 3:
            continue
        if stretches and stretches[-1][-1] == day - timedelta(1):
            stretches[-1].append(day)
        else:
            stretches.append([day])
    told: Told = set()
    for stretch in stretches:
        numbers = [one.number for one in services if any(_open_on(one, day) for day in stretch)]
        told.add((tuple(sorted(numbers)), stretch[0], stretch[-1]))
    return told


def _open_on(one: Touchpoint, day: date) -> bool:
    return _day(one) <= day and (one.end is None or day <= one.end.date())


def _as_first_rule(case: Case, findings: Collection[Finding]) -> Told:
    days = {one.number: _day(one) for one in case.touchpoints}
    services = {one.number: one.service for one in case.touchpoints}
    told: Told = set()
    for one in findings:
        gp, visit = sorted(one.contacts, key=lambda number: services[number] is Service.AE)
        told.add((visit, (days[visit] - days[gp]).days, bool(one.links)))
    return told


def _as_counted(case: Case, findings: Collection[Finding]) -> Told:
    return {(tuple(sorted(one.contacts)), one.count) for one in findings}


def _as_spans(case: Case, findings: Collection[Finding]) -> Told:
    return {(tuple(sorted(one.contacts)), one.first, one.last) for one in findings}


BRUTE_FORCE = {
    "P01": (ae_after_gp, _as_first_rule),
    "P06": (missed_appointments, _as_counted),
    "P09": (round_and_back, _as_counted),
    "P11": (crisis_clusters, _as_counted),
    "P14": (many_open, _as_spans),
}


def differences(case: Case, findings: Collection[Finding]) -> dict[str, tuple[Told, Told]]:
    """By pattern what the rule alone found and what brute force alone found; nothing where they agree."""
    by_pattern: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        by_pattern[one.pattern].append(one)
    found = {
        pattern: (seen(case, by_pattern[pattern]), brute(case))
        for pattern, (brute, seen) in BRUTE_FORCE.items()
    }
    return {
        pattern: (ours - theirs, theirs - ours) for pattern, (ours, theirs) in found.items() if ours != theirs
    }
