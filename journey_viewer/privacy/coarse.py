"""The journey itself, told coarsely: months or quarters for days, classes for lengths, roles and kinds for names."""

from math import ceil

import numpy as np

from journey_viewer.measures.gaps import may_have_been_seen
from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.clinicians import ROLE_UNTOLD, role_of
from journey_viewer.model.people import same_name
from journey_viewer.model.sharing import Shared
from journey_viewer.model.words import Family, Kind, family_of
from journey_viewer.privacy.anonymous_case import AnonymousGap, AnonymousTouchpoint
from journey_viewer.privacy.folding import told_as
from journey_viewer.privacy.places import PLACE_UNTOLD, kind_of_place
from journey_viewer.privacy.pseudonyms import lettered, numbered
from journey_viewer.privacy.times import LONG_GAP_MONTHS, Months, spread
from journey_viewer.privacy.written import Clean


def coarsen(case: Case, months: Months, shared: Shared, clean: Clean) -> tuple[AnonymousTouchpoint, ...]:
    """Every touchpoint as others may see it, in the same order."""
    folded = shared.choices.folded
    told = [months.of(max(touchpoint.start.date(), months.first)) for touchpoint in case.touchpoints]
    last = months.end_of(max(told, default=1))
    roles, kinds = _roles(case, folded), _kinds(case, folded)
    kept = shared.choices.kept_words
    open_ended = goes_on(case.touchpoints).tolist()
    coarse = []
    for row, (touchpoint, at) in enumerate(zip(case.touchpoints, spread(told, months.step), strict=True)):
        lasting, until = months.length(touchpoint, at)
        if open_ended[row]:
            lasting, until = "still open", float(last)
        coarse.append(
            AnonymousTouchpoint(
                service=told_as(touchpoint.service, folded),
                kind=touchpoint.kind,
                outcome=touchpoint.outcome,
                month=told[row],
                at=at,
                until=None if until is None else min(until, float(last)),
                lasting=lasting,
                goes_on=open_ended[row],
                uncertain=touchpoint.uncertain,
                clinician=roles[row],
                place=kinds[row],
                reason=clean(touchpoint.reason, kept) if shared.reasons else "",
            )
        )
    return tuple(coarse)


def _roles(case: Case, folded: frozenset[Family]) -> list[str]:
    """Role and number of each row's clinician; a role could tell the service where that is told as its family."""
    names = [same_name(touchpoint.clinician) for touchpoint in case.touchpoints]
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


def _last_month(touchpoint: AnonymousTouchpoint) -> int:
    """The month a stay ended in; of anything else the month it began in."""
    if touchpoint.kind is Kind.STAY and touchpoint.until is not None:
        return max(touchpoint.month, ceil(touchpoint.until))
    return touchpoint.month
