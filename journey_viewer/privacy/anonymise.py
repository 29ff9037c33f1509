"""The one door: a Case goes in, an AnonymousCase comes out."""

from datetime import date

import numpy as np

from journey_viewer.measures.gaps import long_gaps, may_have_been_seen
from journey_viewer.measures.summary import summarise
from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.people import Window
from journey_viewer.model.touchpoints import Touchpoint
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
    coarse = _coarsen(case, months, last)
    return AnonymousCase(
        label=case.label,
        description=description(case.person.sex, age_band(_age(case))),
        period=span_in_words(_whole_months(case.window)),
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


def _whole_months(window: Window) -> int:
    return max(1, round(window.days * 12 / 365.25))


def _coarsen(case: Case, months: list[int], last: int) -> tuple[AnonymousTouchpoint, ...]:
    places = spread(months)
    names = Pseudonyms()
    open_ended = goes_on(case.touchpoints)
    coarse = []
    for row, touchpoint in enumerate(case.touchpoints):
        lasting, until = _length(touchpoint, places[row], last, goes_on=bool(open_ended[row]))
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


def _length(touchpoint: Touchpoint, at: float, last: int, *, goes_on: bool) -> tuple[str, float | None]:
    if goes_on:
        return "still open", float(last)
    if touchpoint.end is None or touchpoint.end.date() == touchpoint.start.date():
        return "", None
    words, months = duration_class((touchpoint.end.date() - touchpoint.start.date()).days)
    return words, min(at + months, float(last))


def _gaps(case: Case, days: list[date], coarse: tuple[AnonymousTouchpoint, ...]) -> tuple[AnonymousGap, ...]:
    """From where the last contact before a gap ends; a stay that its class makes too long leaves the gap its room."""
    seen = np.flatnonzero(may_have_been_seen(case.touchpoints))
    gaps = []
    for gap in long_gaps(case):
        earlier = [coarse[row] for row in seen if days[row] <= gap.after]
        before = next(coarse[row].at for row in seen if days[row] >= gap.before)
        end = max(_end_of_contact(touchpoint) for touchpoint in earlier)
        after = max(earlier[-1].at, min(end, before - gap.days // 31))
        gaps.append(AnonymousGap(after, before, gap_class(gap.days)))
    return tuple(gaps)


def _end_of_contact(touchpoint: AnonymousTouchpoint) -> float:
    if touchpoint.kind is Kind.STAY and touchpoint.until is not None:
        return touchpoint.until
    return touchpoint.at
