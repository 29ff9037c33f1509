"""The one door: a Case goes in, an AnonymousCase comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np

from journey_viewer.measures.gaps import may_have_been_seen
from journey_viewer.measures.summary import summarise
from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.people import same_name
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind
from journey_viewer.privacy.ages import age_band, description
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousGap, AnonymousTouchpoint
from journey_viewer.privacy.clinicians import Pseudonyms, role_of
from journey_viewer.privacy.statements import what_the_lists_cover, what_we_see
from journey_viewer.privacy.times import LONG_GAP_MONTHS, duration_class, month_number, span_in_words, spread


def anonymise(case: Case) -> AnonymousCase:
    """What may be seen of a case by people who do not care for the person.

    Numbers and gaps are computed from the exact journey and carried as statements; then
    days become months from the first contact in the window, lengths become classes,
    clinicians become roles. Names, numbers, dates, places and free text are left behind.
    """
    starts = [touchpoint.start.date() for touchpoint in case.touchpoints]
    first = min(_events(case), default=case.window.first)
    days = [max(day, first) for day in starts]
    months = [month_number(first, day) for day in days]
    last = max(months, default=1)
    summary = summarise(case)
    coarse = _coarsen(case, days, months)
    gaps = _gaps(case, coarse)
    return AnonymousCase(
        label=case.label,
        description=description(case.person.sex, age_band(_age(case))),
        period=span_in_words(case.window.days),
        months=last,
        touchpoints=coarse,
        gaps=gaps,
        counts=summary.by_service,
        supplied=case.supplied,
        seen=what_we_see(summary, max((gap.months for gap in gaps), default=0)),
        covered=what_the_lists_cover(summary, case.supplied),
    )


def _events(case: Case) -> Iterator[date]:
    """The days in the window on which something began or, if that was earlier, ended.

    A service that is open all the while is none: month 1 would tell when the window begins.
    """
    for touchpoint in case.touchpoints:
        if touchpoint.start.date() >= case.window.first:
            yield touchpoint.start.date()
        elif touchpoint.end is not None:
            yield touchpoint.end.date()


def _age(case: Case) -> int | None:
    died = case.person.died
    return case.person.age_on(min(case.window.last, died) if died else case.window.last)


def _coarsen(case: Case, days: list[date], months: list[int]) -> tuple[AnonymousTouchpoint, ...]:
    places = spread(months)
    axis = _Axis(case.window.first, min(days, default=case.window.first), max(months, default=1))
    roles = _pseudonyms(case)
    open_ended = goes_on(case.touchpoints)
    coarse = []
    for row, touchpoint in enumerate(case.touchpoints):
        lasting, until = axis.length(touchpoint, places[row], goes_on=bool(open_ended[row]))
        coarse.append(
            AnonymousTouchpoint(
                service=touchpoint.service,
                kind=touchpoint.kind,
                outcome=touchpoint.outcome,
                month=months[row],
                at=places[row],
                until=until,
                lasting=lasting,
                goes_on=bool(open_ended[row]),
                uncertain=touchpoint.uncertain,
                clinician=roles[row],
            )
        )
    return tuple(coarse)


def _pseudonyms(case: Case) -> list[str]:
    """Role and number of each row's clinician, by order of appearance.

    Those who appear at the very same moment are numbered by where else in the journey they
    appear, never by a name or by the order of a list.
    """
    moments: list[tuple[object, ...]] = [
        (t.start, t.timed, t.service, t.kind, t.outcome) for t in case.touchpoints
    ]
    people = [same_name(touchpoint.clinician) for touchpoint in case.touchpoints]
    order = {moment: place for place, moment in enumerate(dict.fromkeys(moments))}
    seen: dict[str, list[int]] = {}
    for moment, person in zip(moments, people, strict=True):
        seen.setdefault(person, []).append(order[moment])
    names = Pseudonyms()
    told = [""] * len(people)
    for row in sorted(range(len(people)), key=lambda row: (order[moments[row]], seen[people[row]], row)):
        touchpoint = case.touchpoints[row]
        told[row] = names.name(role_of(touchpoint.clinician, touchpoint.service), people[row])
    return told


@dataclass(frozen=True)
class _Axis:
    """The picture's months: they begin on the day ``first`` and end with month ``last``."""

    window: date
    first: date
    last: int

    def length(self, touchpoint: Touchpoint, at: float, *, goes_on: bool) -> tuple[str, float | None]:
        """A length in words, and its end on the picture: in the month it ended in, never on the day."""
        if goes_on:
            return "still open", float(self.last)
        start, end = max(touchpoint.start.date(), self.window), touchpoint.end
        if end is None or end.date() <= start:
            return "", None
        words, months = duration_class((end.date() - start).days)
        month = max(1, month_number(self.first, end.date()))
        if month <= int(at) + 1:
            return words, min(at + months, float(month))
        return words, min(month - 0.5, float(self.last))


def _gaps(case: Case, coarse: tuple[AnonymousTouchpoint, ...]) -> tuple[AnonymousGap, ...]:
    """The whole months in a row without a contact, told from the months alone: no day decides."""
    gaps = []
    reached = None
    for row in np.flatnonzero(may_have_been_seen(case.touchpoints)):
        month, end = coarse[row].month, _last_month(coarse[row])
        if reached is not None and month - reached > LONG_GAP_MONTHS:
            gaps.append(AnonymousGap(float(reached), float(month - 1), month - 1 - reached))
        reached = end if reached is None else max(reached, end)
    return tuple(gaps)


def _last_month(touchpoint: AnonymousTouchpoint) -> int:
    """The month a stay ended in; of anything else the month it began in."""
    if touchpoint.kind is Kind.STAY and touchpoint.until is not None:
        return max(touchpoint.month, ceil(touchpoint.until))
    return touchpoint.month
