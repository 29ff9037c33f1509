"""Services that few people had can leave as their family: one name, one lane, one count."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from journey_viewer.model.case import Case, in_time_order
from journey_viewer.model.words import (
    Family,
    Kind,
    Service,
    family_name,
    family_of,
    family_services,
    service_name,
)


def told_as(service: Service, folded: frozenset[Family]) -> Service:
    """The service, or the first of its family where that is told as one."""
    family = family_of(service)
    return family_services(family)[0] if family in folded and family is not None else service


def told_name(service: Service, folded: frozenset[Family]) -> str:
    """What people read: the service's name or its family's."""
    family = family_of(service)
    return family_name(family) if family in folded and family is not None else service_name(service)


def told_once(services: Iterable[Service], folded: frozenset[Family]) -> list[Service]:
    """These services as they are told, each once and in the order of the lanes."""
    told = {told_as(service, folded) for service in services}
    return [service for service in Service if service in told]


def fold(case: Case, folded: frozenset[Family]) -> Case:
    """The same case in which nothing tells which service of a folded family it was.

    The hospital's stays are contacts then, for they would tell themselves from outpatients; what stands at one
    moment is in order again.
    """
    if not folded:
        return case
    touchpoints = case.touchpoints
    codes = np.array([told_as(service, folded).code for service in Service], np.int8)
    stays = (touchpoints.kind == Kind.STAY.code) & (family_of(Service.INPATIENT) in folded)
    stays &= touchpoints.service == Service.INPATIENT.code
    told = replace(
        touchpoints,
        service=codes[touchpoints.service],
        kind=np.where(stays, Kind.CONTACT.code, touchpoints.kind).astype(np.int8),
        end=np.where(stays, np.datetime64("NaT"), touchpoints.end),
    )
    return replace(case, touchpoints=in_time_order(told))
