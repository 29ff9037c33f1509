"""The journey itself, told coarsely: months or quarters for days, classes for lengths, roles and kinds for names."""

from collections.abc import Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.gaps import may_have_been_seen
from journey_viewer.measures.same_clinician import clinician_key
from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.clinicians import ROLE_UNTOLD, role_of
from journey_viewer.model.people import same_name
from journey_viewer.model.sharing import Shared
from journey_viewer.model.words import Family, Kind, Outcome, family_of
from journey_viewer.privacy.anonymous_case import AnonymousGap, AnonymousTouchpoint
from journey_viewer.privacy.places import PLACE_UNTOLD, kind_of_place
from journey_viewer.privacy.pseudonyms import lettered, numbered
from journey_viewer.privacy.times import LONG_GAP_MONTHS, Length, Months, spread
from journey_viewer.privacy.written import Clean


def coarsen(case: Case, months: Months, shared: Shared, clean: Clean) -> tuple[AnonymousTouchpoint, ...]:
    """Every touchpoint as others may see it, in the same order."""
    kept = shared.choices.kept_words
    told = [months.of(max(touchpoint.start.date(), months.first)) for touchpoint in case.touchpoints]
    places = spread(told, months.step)
    roles, kinds = _roles(case, shared.choices.folded), _kinds(case, shared.choices.folded)
    lengths = _lengths(case, months, told, places)
    last = _last_told(months, told, lengths)
    return tuple(
        AnonymousTouchpoint(
            service=touchpoint.service,
            kind=touchpoint.kind,
            outcome=touchpoint.outcome,
            month=told[row],
            at=places[row],
            until=last if lengths[row].goes_on else lengths[row].until,
            lasting=lengths[row].words,
            goes_on=lengths[row].goes_on,
            uncertain=touchpoint.uncertain,
            clinician=roles[row],
            place=kinds[row],
            reason=clean(touchpoint.reason, kept) if shared.reasons else "",
        )
        for row, touchpoint in enumerate(case.touchpoints)
    )


def _lengths(case: Case, months: Months, told: Sequence[int], places: Sequence[float]) -> list[Length]:
    """Of each touchpoint; a service that a death found open has no end recorded."""
    endless = Length("still open" if case.person.died is None else "no end recorded", goes_on=True)
    return [
        endless if goes_on else months.length(touchpoint, month, at)
        for touchpoint, month, at, goes_on in zip(
            case.touchpoints, told, places, goes_on_in(case).tolist(), strict=True
        )
    ]


def goes_on_in(case: Case) -> NDArray[np.bool_]:
    """True where something that took place has no end."""
    took_place = case.touchpoints.attended | (case.touchpoints.outcome == Outcome.UNKNOWN.code)
    return goes_on(case.touchpoints) & took_place


def _last_told(months: Months, told: Sequence[int], lengths: Sequence[Length]) -> float:
    """The end of the last month in which anything begins or is seen to end."""
    ends = [ceil(length.until) for length in lengths if length.until is not None]
    return float(months.end_of(max((*told, *ends), default=1)))


def _roles(case: Case, folded: frozenset[Family]) -> list[str]:
    """Role and number of each row's clinician; a role could tell the service where that is told as its family."""
    names = [" ".join(clinician_key(touchpoint.clinician)) for touchpoint in case.touchpoints]
    roles = [
        role_of(t.clinician, t.service)
        if family_of(t.service) not in folded
        else ROLE_UNTOLD * bool(t.clinician.strip())
        for t in case.touchpoints
    ]
    return numbered(case, roles, names)


def _kinds(case: Case, folded: frozenset[Family]) -> list[str]:
    """Kind and letter of each row's place, likewise."""
    names = [same_name(touchpoint.place) for touchpoint in case.touchpoints]
    kinds = [kind_of_place(t.place, t.service) for t in case.touchpoints]
    kinds = [
        PLACE_UNTOLD if kind and family_of(t.service) in folded else kind
        for kind, t in zip(kinds, case.touchpoints, strict=True)
    ]
    return lettered(case, kinds, names)


def gaps_of(case: Case, coarse: tuple[AnonymousTouchpoint, ...], months: Months) -> tuple[AnonymousGap, ...]:
    """The whole months in a row without a contact, told from the months alone: no day decides."""
    gaps = []
    reached = None
    for row in np.flatnonzero(may_have_been_seen(case.touchpoints)):
        month, end = coarse[row].month, months.end_of(_last_month(coarse[row]))
        if reached is not None and month - reached > LONG_GAP_MONTHS:
            gaps.append(AnonymousGap(float(reached), float(month - 1), month - 1 - reached))
        reached = end if reached is None else max(reached, end)
    return tuple(gaps)


def longest_of(gaps: Sequence[AnonymousGap]) -> int:
    """The most whole months in a row without a contact; 0 where there is no long stretch."""
    return max((gap.months for gap in gaps), default=0)


def last_month_told(coarse: Sequence[AnonymousTouchpoint], months: Months) -> int:
    """The last month of the picture."""
    ends = [ceil(touchpoint.until) for touchpoint in coarse if touchpoint.until is not None]
    return months.end_of(max((*(touchpoint.month for touchpoint in coarse), *ends), default=1))


def _last_month(touchpoint: AnonymousTouchpoint) -> int:
    """The month that a stay reached for certain or may have reached; of anything else the month it began in.

    A stay of up to a month is not seen to end in the next: it may have.
    """
    if touchpoint.kind is not Kind.STAY or touchpoint.until is None:
        return touchpoint.month
    return max(touchpoint.month + 1, ceil(touchpoint.until))
