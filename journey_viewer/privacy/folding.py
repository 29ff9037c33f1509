"""Services that few people had can leave as their family: one name, one lane, one count."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from journey_viewer.measures.summary import Summary
from journey_viewer.model.words import Family, Service, family_name, family_of, family_services, service_name


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


def fold(summary: Summary, folded: frozenset[Family]) -> Summary:
    """The same numbers with families counted as one."""
    if not folded:
        return summary
    return replace(
        summary,
        by_service=_together(summary.by_service, folded),
        contacts_by_service=_together(summary.contacts_by_service, folded),
    )


def _together(counts: Mapping[Service, int], folded: frozenset[Family]) -> Mapping[Service, int]:
    together: Counter[Service] = Counter()
    for service, count in counts.items():
        together[told_as(service, folded)] += count
    return {service: together[service] for service in Service if service in together}
