"""The one door: a Case goes in, an AnonymousCase comes out."""

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from journey_viewer.measures.gaps import long_gaps, may_have_been_seen
from journey_viewer.measures.summary import summarise
from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.words import Kind
from journey_viewer.privacy.ages import age_band, description
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousGap, AnonymousTouchpoint
from journey_viewer.privacy.clinicians import Pseudonyms, role_of
from journey_viewer.privacy.statements import what_the_lists_cover, what_we_see
from journey_viewer.privacy.times import duration_class, gap_class, month_number, span_in_words, spread


def anonymise(case: Case) -> AnonymousCase:
    """What may be seen of a case by people who do not care for the person.

    Numbers and gaps are computed from the exact journey and carried as statements; then
    days become months from the first contact in the window, lengths become classes,
    clinicians become roles. Names, numbers, dates, places and free text are left behind.
    """
    days = [max(touchpoint.start.date(), case.window.first) for touchpoint in case.touchpoints]
    first = min(days, default=case.window.first)
    months = [month_number(first, day) for day in days]
    last = max(months, default=1)
    summary = summarise(case)
    coarse = _coarsen(case, days, months)
    return AnonymousCase(
        label=case.label,
        description=description(case.person.sex, age_band(_age(case))),
        period=span_in_words(case.window.days),
        months=last,
        touchpoints=coarse,
        gaps=_gaps(case, days, coarse),
        counts=summary.by_service,
        supplied=case.supplied,
        seen=what_we_see(summary),
        covered=what_the_lists_cover(summary, case.supplied),
    )


def _age(case: Case) -> int | None:
    died = case.person.died
    return case.person.age_on(min(case.window.last, died) if died else case.window.last)


def _coarsen(case: Case, days: list[date], months: list[int]) -> tuple[AnonymousTouchpoint, ...]:
    places = spread(months)
    axis = _Axis(min(days, default=case.window.first), max(months, default=1))
    names = Pseudonyms()
    open_ended = goes_on(case.touchpoints)
    coarse = []
    for row, touchpoint in enumerate(case.touchpoints):
        lasting, until = axis.length(days[row], touchpoint.end, places[row], goes_on=bool(open_ended[row]))
        role = role_of(touchpoint.clinician, touchpoint.service)
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
                clinician=names.name(role, touchpoint.clinician.casefold().strip()),
            )
        )
    return tuple(coarse)


@dataclass(frozen=True)
class _Axis:
    """The picture's months: they begin on the day of the first touchpoint and end with month ``last``."""

    first: date
    last: int

    def length(
        self, start: date, end: datetime | None, at: float, *, goes_on: bool
    ) -> tuple[str, float | None]:
        """A length in words, and its end on the picture: in the month it ended in, never on the day."""
        if goes_on:
            return "still open", float(self.last)
        if end is None or end.date() <= start:
            return "", None
        words, months = duration_class((end.date() - start).days)
        month = month_number(self.first, end.date())
        if month <= int(at) + 1:
            return words, min(at + months, float(month))
        return words, min(month - 0.5, float(self.last))


def _gaps(case: Case, days: list[date], coarse: tuple[AnonymousTouchpoint, ...]) -> tuple[AnonymousGap, ...]:
    """From where the last contact before a gap ends to where the next begins."""
    seen = np.flatnonzero(may_have_been_seen(case.touchpoints))
    gaps = []
    for gap in long_gaps(case):
        earlier = [coarse[row] for row in seen if days[row] <= gap.after]
        before = next(coarse[row].at for row in seen if days[row] >= gap.before)
        end = max(_end_of_contact(touchpoint) for touchpoint in earlier)
        after = min(max(earlier[-1].at, end), before)
        gaps.append(AnonymousGap(after, before, gap_class(gap.days)))
    return tuple(gaps)


def _end_of_contact(touchpoint: AnonymousTouchpoint) -> float:
    if touchpoint.kind is Kind.STAY and touchpoint.until is not None:
        return touchpoint.until
    return touchpoint.at
