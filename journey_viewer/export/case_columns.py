"""The services that a table of several cases has a column for, where some cases tell a family as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journey_viewer.model.words import (
    Family,
    Service,
    family_name,
    family_of,
    family_services,
    service_name,
)
from journey_viewer.privacy.anonymous_case import AnonymousCase

TOLD_TOGETHER = "told together"
NOT_SUPPLIED = "not supplied"


@dataclass(frozen=True)
class CaseColumn:
    """One service, or a ``family`` of them."""

    services: tuple[Service, ...]
    family: Family | None = None

    @property
    def heading(self) -> str:
        return family_name(self.family) if self.family else service_name(self.services[0])

    def cell(self, case: AnonymousCase) -> int | str:
        """How many touchpoints; in words where no list tells, or where the family's column does."""
        if self.family is None and family_of(self.services[0]) in case.folded:
            return TOLD_TOGETHER
        count = sum(case.counts.get(service, 0) for service in self.services)
        told = count or any(service in case.supplied for service in self.services)
        return count if told else NOT_SUPPLIED


def case_columns(cases: Sequence[AnonymousCase]) -> list[CaseColumn]:
    """In the order of the lanes; a family that any case tells as one stands before its services."""
    folded = frozenset[Family]().union(*(case.folded for case in cases))
    return [column for service in Service for column in _columns(service, cases, folded)]


def _columns(
    service: Service, cases: Sequence[AnonymousCase], folded: frozenset[Family]
) -> Iterator[CaseColumn]:
    family = family_of(service)
    if family in folded and family is not None and service is family_services(family)[0]:
        yield CaseColumn(family_services(family), family)
    apart = [case for case in cases if family not in case.folded]
    if any(service in case.counts or service in case.supplied for case in apart):
        yield CaseColumn((service,))
