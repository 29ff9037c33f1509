"""Many close together: P11 crisis clusters, P16 busy months, P18 A&E, P22 ambulances that took nobody in, P15 before a crisis."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.clinicians import is_untold
from journey_viewer.model.clinicians import role_of
from journey_viewer.model.findings import CannotTell, NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Service, service_name
from journey_viewer.patterns.look import Look, Told, told
from journey_viewer.patterns.spans import Days, busiest, clusters, joined
from journey_viewer.patterns.wording import after

_YEAR = 365
_URGENT = (Service.URGENT_111, Service.AMBULANCE, Service.AE)


def crisis_clusters(look: Look) -> Told:
    """P11. Crises close together; those clusters that share one are one."""
    if missing := _no_urgent_lists(look, "P11"):
        return missing
    starts = np.array([crisis[0] for crisis in look.crises], np.intp)
    times, days = look.limit("P11.times"), look.limit("P11.days")
    findings = []
    for first, last in clusters(look.day[starts], times, days):
        rows = [row for crisis in look.crises[first : last + 1] for row in crisis]
        services = len(set(look.t.service[rows].tolist()))
        if services < look.limit("P11.services"):
            continue
        span = int(look.day[starts[last]] - look.day[starts[first]]) + 1
        sentence = (
            f"{_crises(last - first + 1, len(rows))} in {many(span, 'day')}, with {many(services, 'service')}"
        )
        findings.append(look.finding("P11", rows, sentence))
    nothing = f"{many(len(starts), 'unscheduled contact')}, never {times} in {many(days, 'day')}"
    return told(findings, NothingFound("P11", nothing if len(starts) else "No unscheduled contact"))


def _crises(crises: int, contacts: int) -> str:
    if crises == contacts:
        return f"{contacts} unscheduled contacts"
    return f"{crises} crises with {contacts} unscheduled contacts"


def _no_urgent_lists(look: Look, pattern: str) -> CannotTell | None:
    if any(look.missing(pattern, one) is None for one in _URGENT):
        return None
    return CannotTell(pattern, "No list of 111, the ambulance or A&E was supplied")


def before_a_crisis(look: Look) -> Told:
    """P15. The last planned contact that is known to have come before each crisis, if it was near enough."""
    if missing := _no_urgent_lists(look, "P15"):
        return missing
    planned = np.flatnonzero(look.sure & ~look.unscheduled)
    contacts, days = look.before(planned), look.limit("P15.days")
    findings = []
    for crisis in look.crises:
        place = contacts.surely(look.when(crisis[0]))
        if place < 0:
            continue
        last = int(planned[place])
        apart = int(look.day[crisis[0]] - look.day[last])
        if apart <= days:
            sentence = f"Unscheduled contact {after(apart, 'a planned one')} ({_with_whom(look, last)})"
            findings.append(look.finding("P15", (last, crisis[0]), sentence, [(last, crisis[0])]))
    crises = many(len(look.crises), "crisis", "crises")
    nothing = f"{crises}, no planned contact in the {many(days, 'day')} before"
    return told(findings, NothingFound("P15", nothing if look.crises else "No unscheduled contact"))


def _with_whom(look: Look, row: int) -> str:
    """The service, and where it is told what the clinician is: "GP practice, nurse"."""
    service = Service.of(int(look.t.service[row]))
    role = role_of(look.t.clinician[row], service)
    told = "" if is_untold(role) or role == "GP" else role[0].lower() + role[1:]
    return ", ".join(filter(None, (service_name(service), told)))


def busy_months(look: Look) -> Told:
    """P16. More contacts than so many in a calendar month or in some days in a row; what shares a contact is one."""
    rows = np.flatnonzero(look.attended & look.begun & ~look.t.uncertain)
    if not len(rows):
        return NothingFound("P16", "No contact")
    days, least = look.day[rows], look.limit("P16.contacts") + 1
    ranges = clusters(days, least, look.limit("P16.days")) + _months(look, rows, least)
    pairs = np.array(ranges, np.intp).reshape(-1, 2)
    findings = []
    for first, last in joined(pairs[:, 0], pairs[:, 1]):
        count, span = last - first + 1, int(days[last] - days[first]) + 1
        busy = rows[first : last + 1].tolist()
        findings.append(
            look.finding("P16", busy, f"{many(count, 'contact')} in {many(span, 'day')}", count=count)
        )
    nothing = f"{many(len(rows), 'contact')}, never more than {least - 1} in a month"
    return told(findings, NothingFound("P16", nothing))


def _months(look: Look, rows: NDArray[np.intp], least: int) -> list[tuple[int, int]]:
    """The calendar months with so many."""
    months = look.t.start[rows].astype("datetime64[M]").astype(np.int64)
    begins = np.flatnonzero(np.append(True, months[1:] != months[:-1]))
    ends = np.append(begins[1:], len(months)) - 1
    return [
        (first, last)
        for first, last in zip(begins.tolist(), ends.tolist(), strict=True)
        if last - first + 1 >= least
    ]


def many_ae_visits(look: Look) -> Told:
    """P18. The 365 days with most A&E visits, if there are so many."""
    if missing := look.missing("P18", Service.AE):
        return missing
    return _busiest_year(look, "P18", look.sure_rows(Service.AE), "A&E visit", look.limit("P18.visits"))


def many_gp_contacts(look: Look) -> Told:
    """P17. The 365 days with most GP practice contacts, if there are so many."""
    if missing := look.missing("P17", Service.GP):
        return missing
    rows = np.flatnonzero(look.attended & look.of(Service.GP) & look.begun & ~look.t.uncertain)
    found = _busiest_year(look, "P17", rows, "GP practice contact", look.limit("P17.high"))
    very = look.limit("P17.very_high")
    if isinstance(found, tuple) and found[0].count >= very:
        return (replace(found[0], sentence=f"{found[0].sentence}, {very} or more"),)
    return found


def _busiest_year(look: Look, pattern: str, rows: NDArray[np.intp], what: str, least: int) -> Told:
    if not len(rows):
        return NothingFound(pattern, f"No {what}")
    first, last = busiest(look.day[rows], _YEAR)
    count = last - first + 1
    sentence = f"{many(count, what)} in 12 months"
    if count < least:
        return NothingFound(pattern, f"At most {sentence}")
    return (look.finding(pattern, rows[first : last + 1].tolist(), sentence, count=count),)


def not_taken_in(look: Look) -> Told:
    """P22. Ambulances close together after which the person was not taken in."""
    if missing := look.missing("P22", Service.AMBULANCE):
        return missing
    ambulances = look.sure_rows(Service.AMBULANCE)
    left, untold = _left_at_home(look, ambulances)
    times, days = look.limit("P22.times"), look.limit("P22.days")
    found = clusters(look.day[left], times, days)
    if not found and untold:
        return CannotTell(
            "P22", f"Of {many(untold, 'ambulance contact')} nothing says whether the person was taken in"
        )
    findings = [
        look.finding(
            "P22",
            left[first : last + 1].tolist(),
            _in_days(look.day[left], first, last),
            count=last - first + 1,
        )
        for first, last in found
    ]
    nothing = f"{many(len(ambulances), 'ambulance contact')}, {len(left)} not taken in"
    return told(findings, NothingFound("P22", nothing if len(ambulances) else "No ambulance contact"))


def perhaps_taken_in(look: Look) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The ambulances of which only a hospital contact on that day or the next would say so; and those contacts."""
    said = look.said.says("not_conveyed") | look.said.says("conveyed")
    ambulances = look.sure_rows(Service.AMBULANCE)
    return ambulances[~said[ambulances]], look.perhaps & (look.of(Service.AE) | look.of(Service.INPATIENT))


def _in_days(days: Days, first: int, last: int) -> str:
    span = int(days[last] - days[first]) + 1
    return f"{many(last - first + 1, 'ambulance contact')} in {many(span, 'day')}, not taken in"


def _left_at_home(look: Look, ambulances: NDArray[np.intp]) -> tuple[NDArray[np.intp], int]:
    """Those after which the person was not taken in, and of how many that cannot be told."""
    says_not, says_taken = look.said.says("not_conveyed"), look.said.says("conveyed")
    hospital = look.perhaps & (look.of(Service.AE) | look.of(Service.INPATIENT))
    seen = look.day[hospital]
    followed = np.isin(look.day, seen) | np.isin(look.day + 1, seen)
    supplied = look.missing("P22", Service.AE, Service.INPATIENT) is None
    unsaid = ~says_not & ~says_taken
    left = says_not | (unsaid & ~followed & supplied)
    untold = unsaid & ~followed & (not supplied)
    return ambulances[left[ambulances]], int(untold[ambulances].sum())
