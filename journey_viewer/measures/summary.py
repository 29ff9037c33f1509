"""The headline numbers of one case."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from journey_viewer.measures.continuity import Continuity, continuity
from journey_viewer.measures.gaps import Gap, long_gaps
from journey_viewer.model.case import Case
from journey_viewer.model.people import same_name
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service


@dataclass(frozen=True)
class Summary:
    """Numbers of one case in its window.

    touchpoints: everything drawn · by_service: touchpoints a lane, lanes without any left
    out · contacts: attended ones · contacts_by_service: likewise · missed: not
    attended or cancelled by the person · turned_away: cancelled or refused by a service ·
    handovers: steps between consecutive attended
    contacts with different services · gp_contacts, gp_clinicians: attended contacts in the
    GP practice lane and the different named clinicians among them (gp_named contacts name one), whatever the case of
    their letters · continuity: over those with a named clinician, one a clinician and day ·
    stays, nights: hospital stays, and the nights inside the window spent in any of them ·
    longest_gap: the longest stretch without contact of at least 60 days, if any.
    """

    touchpoints: int
    by_service: Mapping[Service, int]
    contacts: int
    contacts_by_service: Mapping[Service, int]
    missed: int
    turned_away: int
    handovers: int
    gp_contacts: int
    gp_named: int
    gp_clinicians: int
    continuity: Continuity
    stays: int
    nights: int
    longest_gap: Gap | None

    @property
    def services(self) -> int:
        return len(self.by_service)


def summarise(case: Case) -> Summary:
    """All headline numbers of a case, whose touchpoints are in time order."""
    touchpoints = case.touchpoints
    attended = touchpoints.take(touchpoints.attended)
    gp = attended.take(attended.with_service(Service.GP))
    stays = attended.take(attended.kind == Kind.STAY.code)
    gaps = long_gaps(case)
    return Summary(
        touchpoints=len(touchpoints),
        by_service=_count_by_service(touchpoints),
        contacts=len(attended),
        contacts_by_service=_count_by_service(attended),
        missed=_count_of(touchpoints, Outcome.DID_NOT_ATTEND, Outcome.CANCELLED_BY_PERSON),
        turned_away=_count_of(touchpoints, Outcome.CANCELLED_BY_SERVICE, Outcome.REFUSED),
        handovers=int((attended.service[1:] != attended.service[:-1]).sum()),
        gp_contacts=len(gp),
        gp_named=sum(map(bool, gp.clinician)),
        gp_clinicians=len({same_name(clinician) for clinician in gp.clinician} - {""}),
        continuity=_gp_continuity(gp),
        stays=len(stays),
        nights=_nights(case, stays),
        longest_gap=max(gaps, key=_length, default=None),
    )


def _count_of(touchpoints: Touchpoints, *outcomes: Outcome) -> int:
    return int(np.isin(touchpoints.outcome, [outcome.code for outcome in outcomes]).sum())


def _length(gap: Gap) -> int:
    return gap.days


def _count_by_service(touchpoints: Touchpoints) -> Mapping[Service, int]:
    counts = np.bincount(touchpoints.service, minlength=len(Service))
    return MappingProxyType(
        {service: int(counts[service.code]) for service in Service if counts[service.code]}
    )


def _gp_continuity(gp: Touchpoints) -> Continuity:
    named = gp.take(np.array([bool(clinician) for clinician in gp.clinician], dtype=bool))
    days = named.start.astype("datetime64[D]")
    seen: dict[tuple[int, str], None] = {}  # one contact a clinician and day, in order
    for day, clinician in zip(days.astype(int).tolist(), named.clinician, strict=True):
        seen.setdefault((day, same_name(clinician)))
    several = {day for day, count in Counter(day for day, _ in seen).items() if count > 1}
    untimed = set(days[~named.timed].astype(int).tolist())
    return continuity([clinician for _, clinician in seen], in_order=not several & untimed)


def _nights(case: Case, stays: Touchpoints) -> int:
    after = np.datetime64(case.window.last) + 1
    first = np.maximum(stays.start.astype("datetime64[D]"), np.datetime64(case.window.first))
    ends = stays.end.astype("datetime64[D]")
    last = np.minimum(np.where(np.isnat(ends), after, ends), after)
    reached = np.maximum.accumulate(last)  # two stays at once, as after a transfer, share their nights
    first[1:] = np.maximum(first[1:], reached[:-1])
    return int(np.maximum((last - first).astype(int), 0).sum())
