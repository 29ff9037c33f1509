from pathlib import Path

import pytest
from fhir_kit import read_paths
from reading_kit import check_account

from journey_viewer.model.words import Kind, Outcome, Service

pytestmark = pytest.mark.samples

BEFORE_BIRTH = "The date is before the person was born."


def test_every_encounter_of_synthea_is_accounted_for(samples: Path) -> None:
    imported = read_paths(samples / "synthea-fhir")
    check_account(imported)
    told = {source.file: (source.recognised_as, source.rows) for source in imported.sources}
    assert told == {
        "Encounter.ndjson": ("FHIR encounters", 1215),
        "Location.ndjson": ("FHIR places and professionals", 44),
        "Organization.ndjson": ("FHIR places and professionals", 43),
        "Patient.ndjson": ("FHIR patients", 13),
    }
    assert imported.problems == ()
    assert len(imported.touchpoints) + imported.sources[0].duplicates == 1215


def test_the_people_of_synthea_are_named_by_another_file(samples: Path) -> None:
    people = read_paths(samples / "synthea-fhir").people
    assert len(people) == 13
    assert all(person.name and person.born and person.sex for person in people)
    assert not any(person.name.startswith(("Mr", "Ms", "Dr")) for person in people)


def test_the_classes_of_synthea_become_services(samples: Path) -> None:
    touchpoints = read_paths(samples / "synthea-fhir").touchpoints
    counts = {service: int(touchpoints.with_service(service).sum()) for service in Service}
    assert {service: count for service, count in counts.items() if count} == {
        Service.GP: 1134,
        Service.AE: 23,
        Service.INPATIENT: 49,
        Service.COMMUNITY: 9,
    }
    assert all(touchpoints.place)
    assert all(touchpoints.clinician)


@pytest.mark.parametrize(
    ("file", "encounters", "others"),
    [("EMISPatientStructurede2eResponsePWTP2", 6, 179), ("TPPPatientStructuredRecordE2EPWTP4", 8, 500)],
)
def test_consultations_of_gp_connect(
    samples: Path, tmp_path: Path, file: str, encounters: int, others: int
) -> None:
    """Both people are born after their consultations, so as they stand these are problems."""
    original = samples / "gp-connect" / f"{file}.json"
    imported = read_paths(original)
    assert [problem.reason for problem in imported.problems] == [BEFORE_BIRTH] * encounters
    path = tmp_path / original.name
    path.write_text(original.read_text("utf-8").replace('"birthDate"', '"born"'), encoding="utf-8")
    imported = read_paths(path)
    check_account(imported)
    assert [(source.recognised_as, source.rows) for source in imported.sources] == [
        ("GP Connect consultations", encounters),
        ("FHIR patients", 1),
    ]
    assert f"Other resources in the document, not contacts: {others}." in imported.sources[0].remarks
    assert len(imported.touchpoints) == encounters
    assert imported.supplied == {Service.GP}
    assert imported.people[0].name
    assert imported.people[0].nhs_number == ""
    assert all(imported.touchpoints.clinician)
    assert all(imported.touchpoints.reason)


def test_referrals_and_bookings(samples: Path) -> None:
    imported = read_paths(samples / "booking-and-referral", service=Service.AE)
    check_account(imported)
    assert imported.refusals == ()
    assert imported.problems == ()
    told = sorted((one.service, one.kind, one.outcome) for one in imported.touchpoints)
    assert told == [
        (Service.AE, Kind.CONTACT, Outcome.ATTENDED),
        (Service.AE, Kind.CONTACT, Outcome.ATTENDED),
        (Service.AE, Kind.CONTACT, Outcome.UNKNOWN),
        (Service.AE, Kind.CONTACT, Outcome.UNKNOWN),
        (Service.AE, Kind.CONTACT, Outcome.UNKNOWN),
        (Service.MENTAL_HEALTH, Kind.REFERRAL, Outcome.REFERRED),
    ]
    assert {person.name for person in imported.people} == {"Peter Chalmers", "Julie Jones"}
