"""Small invented FHIR documents, and what comes of them."""

import json
from pathlib import Path
from typing import Any

from reading_kit import finished

from journey_viewer.model.imported import Imported
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Service
from journey_viewer.reading.lists import find_lists, read_lists

Json = dict[str, Any]

ANNA = {
    "resourceType": "Patient",
    "id": "anna",
    "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "943 476 5919"}],
    "name": [
        {"use": "old", "family": "Before"},
        {"use": "official", "given": ["Anna", "Bea"], "family": "Sample"},
    ],
    "birthDate": "1950-02-01",
    "gender": "female",
}
SURGERY = {"resourceType": "Organization", "id": "surgery", "name": "Riverside Surgery"}
DOCTOR = {
    "resourceType": "Practitioner",
    "id": "doctor",
    "name": [{"prefix": ["Dr"], "given": ["Wren"], "family": "Test"}],
}


def encounter(**changes: Any) -> Json:
    """Anna's contact with the surgery on 4 March 2025 at 10:00; None takes a field away."""
    usual = {
        "resourceType": "Encounter",
        "id": "e1",
        "status": "finished",
        "class": {"code": "AMB"},
        "subject": {"reference": "Patient/anna"},
        "period": {"start": "2025-03-04T10:00:00+00:00", "end": "2025-03-04T10:10:00+00:00"},
    }
    return changed(usual, changes)


def appointment(**changes: Any) -> Json:
    usual = {
        "resourceType": "Appointment",
        "id": "a1",
        "status": "fulfilled",
        "start": "2025-03-04T10:00:00Z",
        "serviceType": [{"text": "General practice"}],
        "participant": [{"actor": {"reference": "Patient/anna"}}],
    }
    return changed(usual, changes)


def referral(**changes: Any) -> Json:
    usual = {
        "resourceType": "ServiceRequest",
        "id": "r1",
        "status": "active",
        "category": [{"text": "Referral"}],
        "authoredOn": "2025-03-04",
        "subject": {"reference": "Patient/anna"},
        "performer": [{"display": "Memory clinic"}],
    }
    return changed(usual, changes)


def changed(usual: Json, changes: Json) -> Json:
    told = {**usual, **{name.rstrip("_"): value for name, value in changes.items()}}
    return {name: value for name, value in told.items() if value is not None}


def bundle(*resources: Json, kind: str = "collection", urls: tuple[str, ...] = ()) -> Json:
    entries: list[Json] = [{"resource": resource} for resource in resources]
    for entry, url in zip(entries, urls, strict=False):
        entry["fullUrl"] = url
    return {"resourceType": "Bundle", "type": kind, "entry": entries}


def write(path: Path, *values: Any) -> Path:
    """One value as a document, several as lines."""
    path.write_text("\n".join(map(json.dumps, values)) + "\n", encoding="utf-8")
    return path


def read(folder: Path, *resources: Json, service: Service | None = None) -> Imported:
    """What comes of one bundle of these."""
    return read_paths(write(folder / "bundle.json", bundle(*resources)), service=service)


def read_paths(*paths: Path, service: Service | None = None) -> Imported:
    return finished(read_lists(find_lists(paths), service))


def only(imported: Imported) -> Touchpoint:
    assert len(imported.touchpoints) == 1
    return next(iter(imported.touchpoints))
