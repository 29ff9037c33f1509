"""One contact soon after another: P01 A&E after the GP, P02 A&E again, P05 elsewhere after a discharge."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.findings import Finding, NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Kind, Service
from journey_viewer.patterns.look import NO_END, Look, Told, told
from journey_viewer.patterns.wording import after


def ae_after_gp(look: Look) -> Told:
    """P01. The last GP contact before each A&E visit counts; one known to have come before goes first."""
    if missing := look.missing("P01", Service.GP, Service.AE):
        return missing
    gp, visits = look.sure_rows(Service.GP), look.sure_rows(Service.AE)
    days = look.limit("P01.days")
    pairs = _gp_before(look, gp, visits)
    near = [one for one in pairs if look.day[one[1]] - look.day[one[0]] <= days]
    close = near
    if not look.limit("P01.gp_sent"):
        sent = look.said.says("sent_by_gp"), look.said.reason.says("sent_to_ae")
        close = [one for one in near if not (sent[0][one[1]] or sent[1][one[0]])]
    left_out = len(near) - len(close)
    if not look.limit("P01.same_day"):
        close = [one for one in close if look.day[one[1]] > look.day[one[0]]]
    nothing = (
        f"{many(len(visits), 'A&E visit')}, none within {many(days, 'day')} of a GP contact{_asked(left_out)}"
        if len(visits)
        else "No A&E visit"
    )
    return told(
        (_pair(look, gp_row, visit, surely=surely) for gp_row, visit, surely in close),
        NothingFound("P01", nothing),
    )


def _asked(visits: int) -> str:
    """That visits which the GP asked for are not counted, where there are any."""
    return f" but {visits:,} that the GP asked for" if visits else ""


def _gp_before(look: Look, gp: NDArray[np.intp], visits: NDArray[np.intp]) -> list[tuple[int, int, bool]]:
    """Each visit with the GP contact before it, and whether it is known that it came before."""
    same_day = bool(look.limit("P01.same_day"))
    contacts, days = look.before(gp), look.limit("P01.days")
    pairs = []
    for visit in visits.tolist():
        when = look.when(visit)
        surely = contacts.surely(when) if same_day else contacts.on_an_earlier_day(when.day)
        if surely >= 0 and when.day - look.day[gp[surely]] <= days:
            pairs.append((int(gp[surely]), visit, True))
        elif same_day and (perhaps := contacts.perhaps(when)) >= 0:
            pairs.append((int(gp[perhaps]), visit, False))
    return pairs


def _pair(look: Look, gp: int, visit: int, *, surely: bool) -> Finding:
    days = int(look.day[visit] - look.day[gp])
    if surely:
        return look.finding("P01", (gp, visit), f"A&E visit {after(days, 'a GP contact')}", [(gp, visit)])
    sentence = "A&E visit on the same day as a GP contact; which came first is not known"
    return look.finding("P01", (gp, visit), sentence)


def ae_again(look: Look) -> Told:
    """P02. Each A&E visit soon after the one before it; a planned one is no visit here."""
    if missing := look.missing("P02", Service.AE):
        return missing
    rows = np.flatnonzero(look.sure & look.of(Service.AE) & ~look.said.says("planned_visit"))
    days = look.limit("P02.days")
    apart = np.diff(look.day[rows])
    findings = []
    for place in np.flatnonzero(apart <= days).tolist():
        first, again = int(rows[place]), int(rows[place + 1])
        same_day = apart[place] == 0
        links = [(first, again)] if look.order_known(first, again) else []
        sentence = (
            "2 A&E visits on the same day"
            if same_day
            else f"A&E visit {after(int(apart[place]), 'the one before')}"
        )
        findings.append(look.finding("P02", (first, again), sentence, links))
    seen = f"{many(len(rows), 'A&E visit')}, none within {many(days, 'day')} of another"
    return told(findings, NothingFound("P02", seen if len(rows) else "No A&E visit"))


def elsewhere_after_discharge(look: Look) -> Told:
    """P05. The first contact with another service after a hospital stay or an open service ended."""
    kinds = (look.t.kind == Kind.STAY.code) | (look.t.kind == Kind.OPEN_SERVICE.code)
    ended = (
        look.perhaps & kinds & ~look.t.uncertain & (look.end_day <= look.last) & (look.end_day >= look.first)
    )
    ends = np.flatnonzero(ended & (look.end_day != NO_END))
    contacts = np.flatnonzero(look.unscheduled if look.limit("P05.unscheduled") else look.sure)
    days = look.limit("P05.days")
    nexts = _next_elsewhere(look, ends, contacts)
    findings = []
    for end, contact in zip(ends.tolist(), nexts, strict=True):
        apart = int(look.day[contact] - look.end_day[end]) if contact >= 0 else days + 1
        if apart <= days:
            what = "a hospital stay" if look.t.kind[end] == Kind.STAY.code else "an open service"
            kind = "Unscheduled contact" if look.unscheduled[contact] else "Contact"
            span = int(look.end_day[end]), int(look.day[contact])
            sentence = f"{kind} elsewhere {after(apart, what)} ended"
            findings.append(look.finding("P05", (end, contact), sentence, [(end, contact)], days=span))
    nothing = f"{many(len(ends), 'stay or open service', 'stays and open services')} that ended, none followed by a contact elsewhere within {many(days, 'day')}"
    return told(findings, NothingFound("P05", nothing if len(ends) else "No stay and no open service ended"))


def _next_elsewhere(look: Look, ends: NDArray[np.intp], contacts: NDArray[np.intp]) -> list[int]:
    """For each ended row the first of these contacts on a later day in another lane; -1 where there is none.

    A contact on the day of the end itself may have been before it, so only later days count.
    """
    services = look.t.service[contacts]
    days = look.day[contacts]
    other = _next_of_another(services)
    found = []
    for end in ends.tolist():
        place = int(np.searchsorted(days, look.end_day[end], "right"))
        if place < len(contacts) and services[place] == look.t.service[end]:
            place = other[place]
        found.append(int(contacts[place]) if place < len(contacts) else -1)
    return found


def _next_of_another(services: NDArray[np.int8]) -> list[int]:
    """For each place the next with another service; the length where there is none."""
    changes = np.append(np.flatnonzero(services[1:] != services[:-1]) + 1, len(services))
    return changes[np.searchsorted(changes, np.arange(len(services)), "right")].tolist()
