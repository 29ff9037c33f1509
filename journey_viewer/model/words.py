"""The fixed vocabularies: service, kind and outcome. Their values are stable ids, used in files and JSON."""

import tomllib
from enum import StrEnum
from functools import cache
from typing import Any, Self, TypeVar

from journey_viewer.paths import resource


class Coded(StrEnum):
    """A vocabulary whose members are kept in columns as small whole numbers, in their order here."""

    @property
    def code(self) -> int:
        return _codes(type(self))[self]

    @classmethod
    def of(cls, code: int) -> Self:
        """The member with this code; IndexError where there is none."""
        return _members(cls)[code]


_C = TypeVar("_C", bound=Coded)


@cache
def _members(vocabulary: type[_C]) -> tuple[_C, ...]:
    return tuple(vocabulary)


@cache
def _codes(vocabulary: type[Coded]) -> dict[Coded, int]:
    return {member: code for code, member in enumerate(vocabulary)}


class Service(Coded):
    """Who the touchpoint was with: one lane each, drawn in this order."""

    GP = "gp"
    URGENT_111 = "urgent_111"
    AMBULANCE = "ambulance"
    AE = "ae"
    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"
    COMMUNITY = "community"
    MENTAL_HEALTH = "mental_health"
    SOCIAL_CARE = "social_care"
    VOLUNTARY = "voluntary"
    OTHER = "other"


class Family(StrEnum):
    """Services that can be told as one, where few people had one of them; the GP practice is in none."""

    URGENT = "urgent"
    HOSPITAL = "hospital"
    COMMUNITY = "community"
    SUPPORT = "support"


class Kind(Coded):
    """What sort of touchpoint it was. A stay and an open service have a length."""

    CONTACT = "contact"
    STAY = "stay"
    OPEN_SERVICE = "open_service"
    REFERRAL = "referral"


class Outcome(Coded):
    """What became of it. Only ``ATTENDED`` counts as a contact in any measure."""

    ATTENDED = "attended"
    DID_NOT_ATTEND = "did_not_attend"
    CANCELLED_BY_PERSON = "cancelled_by_person"
    CANCELLED_BY_SERVICE = "cancelled_by_service"
    REFUSED = "refused"
    REFERRED = "referred"
    UNKNOWN = "unknown"


OUTCOME_NAMES = {
    Outcome.ATTENDED: "attended",
    Outcome.DID_NOT_ATTEND: "did not attend",
    Outcome.CANCELLED_BY_PERSON: "cancelled by the person",
    Outcome.CANCELLED_BY_SERVICE: "cancelled by the service",
    Outcome.REFUSED: "refused or closed",
    Outcome.REFERRED: "referred on",
    Outcome.UNKNOWN: "outcome not known",
}


@cache
def service_table() -> dict[Service, dict[str, object]]:
    """What resources/services.toml says of each service: ``name`` and ``words``."""
    return {service: _services_file()[service.value] for service in Service}


@cache
def _services_file() -> dict[str, dict[str, Any]]:
    with resource("services.toml").open("rb") as stream:
        return tomllib.load(stream)


def service_name(service: Service) -> str:
    """The lane's name as people read it: "GP practice"."""
    return str(service_table()[service]["name"])


@cache
def family_services(family: Family) -> tuple[Service, ...]:
    """The services of a family, in the order of the lanes; the first gives it its colour and shape."""
    named = frozenset(_services_file()["families"][family]["services"])
    return tuple(service for service in Service if service in named)


@cache
def family_name(family: Family) -> str:
    """What people read: "Urgent and emergency care"."""
    return str(_services_file()["families"][family]["name"])


@cache
def family_of(service: Service) -> Family | None:
    """The family a service can be told as; None for the GP practice."""
    return next((family for family in Family if service in family_services(family)), None)
