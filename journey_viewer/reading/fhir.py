"""FHIR's resources become rows: which fields matter, in R4, R5, STU3 and DSTU2 (no FHIR library: those reject imperfect documents)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from journey_viewer.model.days import MONTHS
from journey_viewer.reading.codes import mode_words
from journey_viewer.reading.fhir_names import LookUp, as_service
from journey_viewer.reading.fhir_parts import (
    Reference,
    Resource,
    all_codes,
    all_concepts,
    as_cell,
    clean,
    concept,
    first,
    first_concept,
    human_name,
    nhs_number_of,
    references,
    told,
)

_REFERRAL_CODES = frozenset({"3457005", "306206005", "103696004"})
_REFERRAL_SYSTEM = "message-category-servicerequest"
_LASTING = frozenset({"IMP", "ACUTE", "NONAC", "SS", "OBSENC", "HH", "inpatient", "home"})
_BRIEF = frozenset({"AMB", "EMER", "VR", "FLD", "PRENC", "ambulatory", "emergency", "virtual", "field"})
_GOES_ON = frozenset({"in-progress", "onleave", "on-hold"})
_NOT_MET = frozenset({"planned", "cancelled", "entered-in-error"})
_ROLES = ("PPRF", "ATND", "SPRF", "CON", "PART", "", "REC")
_DELIVERY_CHANNEL = "DeliveryChannel"


class Field(NamedTuple):
    """A column: its heading, what it says of a resource, and how a reference in it is looked up later."""

    heading: str
    said: Callable[[Resource], str]
    meant: Callable[[LookUp, str], str] | None = None


def is_referral(resource: Resource) -> bool:
    """True of a request that refers the person on; false of one for a test, an image or a procedure."""
    systems = map(clean, told(resource, "category.coding.system"))
    if any(system.endswith(_REFERRAL_SYSTEM) for system in systems):
        return True
    words = "; ".join((all_concepts(resource, "category", "code"), all_concepts(resource, "category.coding")))
    coded = all_codes(resource, "category") | all_codes(resource, "code")
    return bool(coded & _REFERRAL_CODES) or bool(re.search(r"\brefer", words.lower()))


def moment(text: str) -> str:
    """A moment as it stands; a month without its day in words, since 2024-03 could be many things."""
    month = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
    if month and 1 <= int(month[2]) <= 12:
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    return text


def _text(*paths: str) -> Callable[[Resource], str]:
    return lambda resource: first(resource, *paths)


def _concept(*paths: str) -> Callable[[Resource], str]:
    return lambda resource: first_concept(resource, *paths)


def _moment(*paths: str) -> Callable[[Resource], str]:
    return lambda resource: moment(first(resource, *paths))


def _references(*paths: str) -> Callable[[Resource], str]:
    return lambda resource: as_cell(references(resource, *paths))


def _served(*paths: str) -> Callable[[Resource], str]:
    """The first concept that names a service."""

    def said(resource: Resource) -> str:
        return next(filter(as_service, map(concept, told(resource, *paths))), "")

    return said


def itself(resource: Resource) -> str:
    """A reference to the resource, by its id, else by its full address."""
    own, url, kind = first(resource, "id"), first(resource, "fullUrl"), first(resource, "resourceType")
    return as_cell([Reference(f"{kind}/{own}" if own else url, kind)]) if own or url else ""


def _encounter_class(resource: Resource) -> str:
    return first(resource, "class.code", "class.coding.code") or first_concept(resource, "class")


def _encounter_kind(resource: Resource) -> str:
    """A contact, however long it took; "" where its end is to say what it is."""
    return "contact" if _encounter_class(resource) in _BRIEF else ""


def _encounter_end(resource: Resource) -> str:
    """The end; "ongoing" of a stay or an open service that goes on."""
    end = moment(first(resource, "period.end", "actualPeriod.end"))
    goes_on = first(resource, "status") in _GOES_ON and _encounter_class(resource) in _LASTING
    return end or ("ongoing" if goes_on else "")


def _encounter_mode(resource: Resource) -> str:
    if _encounter_class(resource) in {"VR", "virtual"}:
        return "remote"
    return mode_words().longest(first_concept(resource, "type")) or ""


def _minutes(resource: Resource) -> str:
    """The length in whole minutes; "" in other units."""
    unit = first(resource, "length.code", "length.unit").lower()
    length = first(resource, "length.value") if unit in {"", "min", "mins", "minute", "minutes"} else ""
    return length if re.fullmatch("[0-9]{1,5}", length) else ""


def _met_from(resource: Resource) -> str:
    """The appointment that the encounter came of, unless nothing came of it."""
    if first(resource, "status") in _NOT_MET:
        return ""
    return as_cell(references(resource, "appointment"))


def _participants(resource: Resource) -> str:
    """Who took part, those who did most first, those who only wrote it down last."""
    found = []
    for part in told(resource, "participant"):
        roles = [role for role in map(str, told(part, "type.coding.code")) if role in _ROLES]
        role = min(roles, key=_ROLES.index, default="")
        found += [Reference.of(one, resource, role) for one in told(part, "individual", "actor")]
    return as_cell(sorted(found, key=lambda one: _ROLES.index(one.role)))


def _channel(resource: Resource) -> str:
    extensions = told(resource, "extension")
    said = (
        first(one, "valueCode", "valueString") for one in extensions if _DELIVERY_CHANNEL in first(one, "url")
    )
    return next(said, "")


_SUBJECT = _references("subject", "patient")
_ACTORS = _references("participant.actor", "subject")
_BOOKED = _references("participant.actor", "slot")

ENCOUNTER = (
    Field("Encounter.resourceType", _text("resourceType")),
    Field("Encounter.id", itself, LookUp.own_id),
    Field("Encounter.version", _text("meta.lastUpdated")),
    Field("Encounter.patient", _SUBJECT, LookUp.person),
    Field("Encounter.patient.nhs_number", _SUBJECT, LookUp.nhs_number),
    Field("Encounter.patient.display", _SUBJECT, LookUp.person_name),
    Field("Encounter.status", _text("status")),
    Field("Encounter.class", _encounter_class),
    Field("Encounter.kind", _encounter_kind),
    Field("Encounter.type", _concept("type")),
    Field("Encounter.reason", _concept("reasonCode", "reason", "reason.value.concept")),
    Field(
        "Encounter.diagnosis",
        _references("reasonReference", "reason.value.reference", "diagnosis.condition", "indication"),
        LookUp.reason,
    ),
    Field("Encounter.topic", itself, LookUp.topics),
    Field("Encounter.period.start", _moment("period.start", "actualPeriod.start", "plannedStartDate")),
    Field("Encounter.period.end", _encounter_end),
    Field("Encounter.length", _minutes),
    Field("Encounter.participant", _participants, LookUp.clinician),
    Field("Encounter.place", _references("location.location"), LookUp.place),
    Field("Encounter.serviceProvider", _references("serviceProvider"), LookUp.place),
    Field("Encounter.mode", _encounter_mode),
    Field("Encounter.serviceType.service", _served("serviceType", "serviceType.concept", "type")),
    Field("Encounter.serviceProvider.service", _references("serviceProvider"), LookUp.service),
    Field("Encounter.place.service", _references("location.location"), LookUp.service),
    Field("Encounter.appointment", _met_from, LookUp.own_id),
)

APPOINTMENT = (
    Field("Appointment.resourceType", _text("resourceType")),
    Field("Appointment.id", itself, LookUp.own_id),
    Field("Appointment.version", _text("meta.lastUpdated")),
    Field("Appointment.patient", _ACTORS, LookUp.person),
    Field("Appointment.patient.nhs_number", _ACTORS, LookUp.nhs_number),
    Field("Appointment.patient.display", _ACTORS, LookUp.person_name),
    Field("Appointment.status", _text("status")),
    Field(
        "Appointment.cancelationReason",
        _text("cancelationReason.coding.code", "cancellationReason.coding.code"),
    ),
    Field("Appointment.start", _moment("start")),
    Field("Appointment.end", _moment("end")),
    Field("Appointment.minutesDuration", _text("minutesDuration")),
    Field("Appointment.reason", _concept("reasonCode", "reason", "reason.concept")),
    Field("Appointment.description", _text("description")),
    Field(
        "Appointment.diagnosis",
        _references("reasonReference", "reason.reference", "indication"),
        LookUp.reason,
    ),
    Field("Appointment.serviceType", _concept("serviceType", "appointmentType")),
    Field("Appointment.participant", _BOOKED, LookUp.clinician),
    Field("Appointment.place", _BOOKED, LookUp.place),
    Field("Appointment.mode", _channel),
    Field(
        "Appointment.serviceType.service",
        _served("serviceCategory", "serviceType", "serviceType.concept", "specialty", "appointmentType"),
    ),
    Field("Appointment.place.service", _BOOKED, LookUp.service),
)

REFERRAL = (
    Field("ServiceRequest.resourceType", _text("resourceType")),
    Field("ServiceRequest.id", itself, LookUp.own_id),
    Field("ServiceRequest.version", _text("meta.lastUpdated")),
    Field("ServiceRequest.patient", _SUBJECT, LookUp.person),
    Field("ServiceRequest.patient.nhs_number", _SUBJECT, LookUp.nhs_number),
    Field("ServiceRequest.patient.display", _SUBJECT, LookUp.person_name),
    Field("ServiceRequest.status", _text("status")),
    Field(
        "ServiceRequest.date", _moment("authoredOn", "occurrenceDateTime", "occurrencePeriod.start", "date")
    ),
    Field("ServiceRequest.reason", _concept("reasonCode", "reason", "reason.concept")),
    Field("ServiceRequest.description", _text("description")),
    Field("ServiceRequest.diagnosis", _references("reasonReference", "reason.reference"), LookUp.reason),
    Field("ServiceRequest.code", _concept("code", "serviceRequested", "specialty", "category")),
    Field(
        "ServiceRequest.requester",
        _references("requester", "requester.agent", "requester.onBehalfOf"),
        LookUp.clinician,
    ),
    Field("ServiceRequest.performer", _references("performer", "recipient"), LookUp.place),
    Field("ServiceRequest.performer.service", _references("performer", "recipient"), LookUp.service),
    Field(
        "ServiceRequest.code.service",
        _served("performerType", "specialty", "serviceRequested", "code", "category", "type"),
    ),
)

PATIENT = (
    Field("Patient.resourceType", _text("resourceType")),
    Field("Patient.id", itself, LookUp.person),
    Field("Patient.nhs_number", nhs_number_of),
    Field("Patient.name", human_name),
    Field("Patient.birthDate", _text("birthDate")),
    Field("Patient.deceased", _text("deceasedDateTime")),
    Field("Patient.gender", _text("gender")),
)

DIRECTORY = (
    Field("Directory.resourceType", _text("resourceType")),
    Field("Directory.id", itself, LookUp.own_id),
)

KINDS = {
    "Encounter": ENCOUNTER,
    "Appointment": APPOINTMENT,
    "ServiceRequest": REFERRAL,
    "Patient": PATIENT,
}
"""The sheets a document may have, in the order in which they are read, and their columns."""


def kind_of(resource: Resource) -> str:
    """The sheet that the resource is a row of; "" where it is neither contact nor person."""
    kind = first(resource, "resourceType")
    if kind == "ReferralRequest":
        return "ServiceRequest"
    return kind if kind in KINDS and (kind != "ServiceRequest" or is_referral(resource)) else ""
