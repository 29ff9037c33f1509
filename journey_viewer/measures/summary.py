"""The headline numbers of one case."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from journey_viewer.measures.continuity import Continuity
from journey_viewer.measures.gaps import LONG_GAP_DAYS, Gap, longest_gap
from journey_viewer.measures.gp_care import GpCare, gp_care
from journey_viewer.measures.stays import nights_of, stays_of
from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Outcome, Service


@dataclass(frozen=True)
class Summary:
    """Numbers of one case in its window.

    touchpoints: everything drawn · by_service: touchpoints a lane, lanes without any left
    out · contacts: attended ones · contacts_by_service: likewise · missed: not
    attended or cancelled by the person · turned_away: cancelled or refused by a service ·
    handovers: steps between consecutive attended
    contacts with different services · gp: who at the GP practice was seen ·
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
    gp: GpCare
    stays: int
    nights: int
    longest_gap: Gap | None

    @property
    def services(self) -> int:
        return len(self.by_service)

    @property
    def gp_contacts(self) -> int:
        return self.gp.contacts

    @property
    def gp_named(self) -> int:
        return self.gp.named

    @property
    def gp_clinicians(self) -> int:
        return self.gp.clinicians

    @property
    def continuity(self) -> Continuity:
        return self.gp.continuity


def summarise(case: Case) -> Summary:
    """All numbers of a case, whose touchpoints are in time order."""
    touchpoints = case.touchpoints
    attended = touchpoints.take(touchpoints.attended)
    stays = stays_of(attended)
    return Summary(
        touchpoints=len(touchpoints),
        by_service=_count_by_service(touchpoints),
        contacts=len(attended),
        contacts_by_service=_count_by_service(attended),
        missed=_count_of(touchpoints, Outcome.DID_NOT_ATTEND, Outcome.CANCELLED_BY_PERSON),
        turned_away=_count_of(touchpoints, Outcome.CANCELLED_BY_SERVICE, Outcome.REFUSED),
        handovers=int((attended.service[1:] != attended.service[:-1]).sum()),
        gp=gp_care(attended, case.person.named_gp),
        stays=len(stays),
        nights=int(nights_of(stays, case.window).sum()),
        longest_gap=longest_gap(case, LONG_GAP_DAYS),
    )


def _count_of(touchpoints: Touchpoints, *outcomes: Outcome) -> int:
    return int(np.isin(touchpoints.outcome, [outcome.code for outcome in outcomes]).sum())


def _count_by_service(touchpoints: Touchpoints) -> Mapping[Service, int]:
    counts = np.bincount(touchpoints.service, minlength=len(Service))
    return MappingProxyType(
        {service: int(counts[service.code]) for service in Service if counts[service.code]}
    )
