from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from fhir_kit import (
    ANNA,
    DOCTOR,
    SURGERY,
    Json,
    appointment,
    bundle,
    changed,
    encounter,
    only,
    read,
    read_paths,
    referral,
    write,
)
from reading_kit import accounts

from journey_viewer.model.people import Sex
from journey_viewer.model.words import Kind, Outcome, Service


def test_an_encounter_of_a_named_patient_is_their_touchpoint(tmp_path: Path) -> None:
    touchpoint = only(read(tmp_path, encounter(), ANNA))
    assert (touchpoint.service, touchpoint.kind, touchpoint.outcome) == (
        Service.GP,
        Kind.CONTACT,
        Outcome.ATTENDED,
    )
    assert (touchpoint.start, touchpoint.end) == (datetime(2025, 3, 4, 10), datetime(2025, 3, 4, 10, 10))


def test_who_they_are_is_read_from_the_patient(tmp_path: Path) -> None:
    person = read(tmp_path, encounter(), {**ANNA, "deceasedDateTime": "2025-06-01T08:00:00Z"}).people[0]
    assert (person.name, person.nhs_number) == ("Anna Bea Sample", "9434765919")
    assert (person.born, person.died, person.sex) == (date(1950, 2, 1), date(2025, 6, 1), Sex.FEMALE)


@pytest.mark.parametrize("code", ["AMB", "VR"])
def test_classes_of_the_practice(tmp_path: Path, code: str) -> None:
    assert only(read(tmp_path, encounter(class_={"code": code}))).service is Service.GP


@pytest.mark.parametrize(
    ("changes", "service"),
    [
        ({"class_": {"code": "EMER"}}, Service.AE),
        ({"class_": {"code": "IMP"}}, Service.INPATIENT),
        ({"class_": {"code": "HH"}}, Service.COMMUNITY),
        ({"class_": {"code": "FLD"}}, Service.AMBULANCE),
        ({"class_": {"display": "emergency"}}, Service.AE),
        ({"class_": [{"coding": [{"code": "IMP"}]}]}, Service.INPATIENT),
        ({"class_": None, "type": [{"text": "Surgery consultation"}]}, Service.GP),
        ({"class_": None, "serviceType": {"text": "Podiatry"}}, Service.COMMUNITY),
        ({"class_": None, "serviceProvider": {"display": "Adult social care"}}, Service.SOCIAL_CARE),
        ({"class_": None, "serviceProvider": {"reference": "Organization/surgery"}}, Service.GP),
        ({"class_": None, "location": [{"location": {"display": "Memory clinic"}}]}, Service.MENTAL_HEALTH),
        ({"class_": {"code": "XYZ"}, "type": [{"text": "Podiatry"}]}, Service.COMMUNITY),
        ({"class_": {"code": "XYZ"}}, Service.OTHER),
    ],
)
def test_the_service_by_class_else_by_words(tmp_path: Path, changes: Json, service: Service) -> None:
    assert only(read(tmp_path, encounter(**changes), SURGERY)).service is service


def test_a_service_that_nothing_says_is_the_one_asked_for(tmp_path: Path) -> None:
    imported = read(tmp_path, encounter(class_=None), service=Service.OUTPATIENT)
    assert only(imported).service is Service.OUTPATIENT


def test_one_contact_without_a_service_among_others_is_a_problem(tmp_path: Path) -> None:
    imported = read(tmp_path, encounter(), encounter(id="e2", class_=None), appointment(serviceType=None))
    assert [(problem.sheet, problem.row) for problem in imported.problems] == [
        ("Encounter", 2),
        ("Appointment", 3),
    ]


@pytest.mark.parametrize(
    ("changes", "kind", "end"),
    [
        ({"class_": {"code": "IMP"}}, Kind.STAY, datetime(2025, 3, 7, 9)),
        ({"class_": {"code": "HH"}}, Kind.OPEN_SERVICE, datetime(2025, 3, 7, 9)),
        ({"class_": {"code": "EMER"}}, Kind.CONTACT, datetime(2025, 3, 7, 9)),
    ],
)
def test_what_lasts_by_its_class(tmp_path: Path, changes: Json, kind: Kind, end: datetime) -> None:
    period = {"start": "2025-03-04T10:00:00Z", "end": "2025-03-07T09:00:00Z"}
    touchpoint = only(read(tmp_path, encounter(period=period, **changes)))
    assert (touchpoint.kind, touchpoint.end) == (kind, end)


def test_a_stay_in_progress_goes_on(tmp_path: Path) -> None:
    stay = encounter(class_={"code": "IMP"}, status="in-progress", period={"start": "2025-03-04T10:00:00Z"})
    assert (only(read(tmp_path, stay)).kind, only(read(tmp_path, stay)).end) == (Kind.STAY, None)


@pytest.mark.parametrize(
    ("start", "expected", "uncertain"),
    [
        ("2025-07-01T10:00:00+00:00", datetime(2025, 7, 1, 11), False),
        ("2025-03-04T10:00:00.123-05:00", datetime(2025, 3, 4, 15), False),
        ("2025-03-04", datetime(2025, 3, 4), False),
        ("2025-03", datetime(2025, 3, 15), True),
    ],
)
def test_moments_in_uk_time(tmp_path: Path, start: str, expected: datetime, uncertain: bool) -> None:
    touchpoint = only(read(tmp_path, encounter(period={"start": start})))
    assert (touchpoint.start, touchpoint.uncertain) == (expected, uncertain)


def test_a_length_in_minutes_gives_the_end(tmp_path: Path) -> None:
    length = {"value": 15, "unit": "min"}
    touchpoint = only(read(tmp_path, encounter(period={"start": "2025-03-04T10:00:00Z"}, length=length)))
    assert touchpoint.end == datetime(2025, 3, 4, 10, 15)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("finished", Outcome.ATTENDED),
        ("in-progress", Outcome.ATTENDED),
        ("triaged", Outcome.ATTENDED),
        ("planned", Outcome.UNKNOWN),
        ("unknown", Outcome.UNKNOWN),
        ("cancelled", Outcome.CANCELLED_BY_PERSON),
        (None, Outcome.ATTENDED),
    ],
)
def test_what_became_of_an_encounter(tmp_path: Path, status: str | None, outcome: Outcome) -> None:
    assert only(read(tmp_path, encounter(status=status))).outcome is outcome


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"status": "booked"}, Outcome.UNKNOWN),
        ({"status": "arrived"}, Outcome.ATTENDED),
        ({"status": "fulfilled"}, Outcome.ATTENDED),
        ({"status": "noshow"}, Outcome.DID_NOT_ATTEND),
        ({"status": "cancelled"}, Outcome.CANCELLED_BY_PERSON),
        (
            {"status": "cancelled", "cancelationReason": {"coding": [{"code": "prov"}]}},
            Outcome.CANCELLED_BY_SERVICE,
        ),
        (
            {"status": "cancelled", "cancellationReason": {"coding": [{"code": "pat"}]}},
            Outcome.CANCELLED_BY_PERSON,
        ),
    ],
)
def test_what_became_of_an_appointment(tmp_path: Path, changes: Json, outcome: Outcome) -> None:
    assert only(read(tmp_path, appointment(**changes))).outcome is outcome


@pytest.mark.parametrize("made", [encounter, appointment, referral])
def test_what_was_entered_in_error_is_left_out_by_a_rule(tmp_path: Path, made: Any) -> None:
    imported = read(tmp_path, made(), made(id="x", status="entered-in-error"))
    assert accounts(imported) == [(2, 1, 0, 0, 1, 0)]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"reasonCode": [{"coding": [{"display": "Asthma (disorder)"}]}]}, "Asthma"),
        ({"reason": [{"text": "Cough"}]}, "Cough"),
        ({"reason": [{"value": [{"concept": {"text": "Fall"}}]}]}, "Fall"),
        ({"reasonReference": [{"reference": "Condition/c"}]}, "Gout"),
        ({"reasonReference": [{"reference": "#own"}]}, "Own problem"),
        ({"type": [{"coding": [{"display": "Check up (procedure)"}]}]}, "Check up"),
        ({"reasonReference": [{"reference": "Condition/none"}], "type": [{"text": "Review"}]}, "Review"),
        ({"id": "e9", "type": [{"text": "Review"}]}, "Diabetes; Foot care"),
        ({}, ""),
    ],
)
def test_the_reason_wherever_it_is_told(tmp_path: Path, told: Json, reason: str) -> None:
    topic = {
        "resourceType": "List",
        "encounter": {"reference": "Encounter/e9"},
        "code": {"coding": [{"code": "25851000000105"}]},
    }
    others = [
        {"resourceType": "Condition", "id": "c", "code": {"text": "Gout"}},
        {**topic, "title": "Diabetes"},
        {**topic, "title": "Foot care"},
    ]
    contained = [{"resourceType": "Condition", "id": "own", "code": {"text": "Own problem"}}]
    imported = read(tmp_path, encounter(contained=contained, **told), *others)
    assert only(imported).reason == reason


ROLE = {
    "resourceType": "PractitionerRole",
    "id": "role",
    "practitioner": {"reference": "Practitioner/doctor"},
    "organization": {"reference": "Organization/surgery"},
}
ASKED = "Practitioner?identifier=https://ids.example|77"


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ({"reference": "Practitioner/doctor"}, "Dr Wren Test"),
        ({"reference": "Practitioner/doctor/_history/3"}, "Dr Wren Test"),
        ({"reference": "https://server.example/r4/Practitioner/doctor"}, "Dr Wren Test"),
        ({"reference": "urn:uuid:d0c"}, "Dr Wren Test"),
        ({"reference": "PractitionerRole/role"}, "Dr Wren Test"),
        ({"reference": ASKED}, "Dr Wren Test"),
        (
            {"type": "Practitioner", "identifier": {"system": "https://ids.example", "value": "77"}},
            "Dr Wren Test",
        ),
        ({"reference": "Practitioner/gone", "display": "Dr Away"}, "Dr Away"),
        ({"reference": "Practitioner/gone"}, "gone"),
        ({"reference": "Practitioner?identifier=a|b"}, "b"),
        ({"reference": "RelatedPerson/sister", "display": "A sister"}, ""),
        ({"reference": "#inside"}, "Nurse Inside"),
        ("Practitioner/doctor", ""),
    ],
)
def test_a_clinician_by_any_reference(tmp_path: Path, reference: Any, name: str) -> None:
    doctor = {**DOCTOR, "identifier": [{"system": "https://ids.example", "value": "77"}]}
    contained = [{"resourceType": "Practitioner", "id": "inside", "name": {"text": "Nurse Inside"}}]
    seen = encounter(participant=[{"individual": reference}], contained=contained)
    document = bundle(doctor, SURGERY, ROLE, seen, urls=("urn:uuid:d0c",))
    assert only(read_paths(write(tmp_path / "a.json", document))).clinician == name


def test_who_did_it_comes_before_who_wrote_it_down(tmp_path: Path) -> None:
    def part(role: str, name: str) -> Json:
        return {
            "type": [{"coding": [{"code": role}]}],
            "individual": {"reference": "Practitioner/x", "display": name},
        }

    seen = encounter(participant=[part("REC", "A clerk"), part("PART", "A nurse"), part("PPRF", "A doctor")])
    assert only(read(tmp_path, seen)).clinician == "A doctor"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"serviceProvider": {"reference": "Organization/surgery"}}, "Riverside Surgery"),
        (
            {
                "location": [{"location": {"display": "Ward 4"}}],
                "serviceProvider": {"reference": "Organization/surgery"},
            },
            "Ward 4",
        ),
        (
            {"location": [{"location": {"reference": "Location?identifier=sys|9", "display": "A room"}}]},
            "A room",
        ),
        ({"location": [{"location": {"reference": "Location?identifier=sys%7C9"}}]}, "9"),
    ],
)
def test_the_place(tmp_path: Path, changes: Json, place: str) -> None:
    changes = {
        name: [{"location": {"reference": "Location/x", **one["location"]}} for one in value]
        if name == "location"
        else value
        for name, value in changes.items()
    }
    assert only(read(tmp_path, encounter(**changes), SURGERY)).place == place


@pytest.mark.parametrize(
    "subject",
    [
        {"reference": "Patient/anna"},
        {"reference": "urn:uuid:an-na"},
        {"reference": "https://server.example/r4/Patient/anna"},
        {"reference": "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9434765919"},
        {
            "type": "Patient",
            "identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9434765919"},
        },
        {"reference": "#own"},
    ],
)
def test_the_person_by_any_reference(tmp_path: Path, subject: Json) -> None:
    contained = [{"resourceType": "Patient", "id": "own", "identifier": ANNA["identifier"]}]
    document = bundle(ANNA, encounter(subject=subject, contained=contained), urls=("urn:uuid:an-na",))
    assert read_paths(write(tmp_path / "a.json", document)).people[0].name == "Anna Bea Sample"


@pytest.mark.parametrize("subject", [None, {"reference": "Group/g"}, {}, 7, {"reference": ""}])
def test_an_encounter_of_nobody_is_a_problem(tmp_path: Path, subject: Any) -> None:
    imported = read(tmp_path, encounter(subject=subject), ANNA)
    assert [problem.row for problem in imported.problems] == [1]


def test_a_number_that_is_a_template_is_not_known(tmp_path: Path) -> None:
    number = [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "{{jsonPath request.body '$.id'}}"}]
    person = read(tmp_path, encounter(), {**ANNA, "identifier": number}).people[0]
    assert (person.name, person.nhs_number) == ("Anna Bea Sample", "")


def test_short_ids_of_two_documents_are_two_people(tmp_path: Path) -> None:
    unnumbered = {**ANNA, "identifier": []}
    write(tmp_path / "1.json", bundle(unnumbered, encounter()))
    write(tmp_path / "2.json", bundle({**unnumbered, "name": [{"text": "Somebody else"}]}, encounter()))
    assert {person.name for person in read_paths(tmp_path).people} == {"Anna Bea Sample", "Somebody else"}


def test_short_ids_in_bundles_inside_others_are_two_people(tmp_path: Path) -> None:
    for number, name in enumerate(("One", "Two")):
        inside = bundle({**ANNA, "identifier": [], "name": [{"text": name}]}, encounter())
        parameters = {"resourceType": "Parameters", "parameter": [{"resource": inside}]}
        write(tmp_path / f"{number}.json", parameters)
    assert len(read_paths(tmp_path).people) == 2


def test_short_ids_of_one_server_are_one_person(tmp_path: Path) -> None:
    server = "https://server.example/r4/"
    write(tmp_path / "1.json", bundle(ANNA, urls=(server + "Patient/anna",)))
    write(tmp_path / "2.json", bundle(encounter(), urls=(server + "Encounter/e1",)))
    assert [person.name for person in read_paths(tmp_path).people] == ["Anna Bea Sample"]


def test_a_folder_of_lines_is_joined_by_id(tmp_path: Path) -> None:
    seen = encounter(
        participant=[{"individual": {"reference": "Practitioner/doctor"}}],
        serviceProvider={"reference": "Organization/surgery"},
    )
    write(tmp_path / "Encounter.ndjson", seen, changed(seen, {"id": "e2", "status": "planned"}))
    write(tmp_path / "Organization.ndjson", SURGERY, {**SURGERY, "id": "x"})
    write(tmp_path / "Patient.ndjson", ANNA, {**ANNA, "id": "other", "identifier": None})
    write(tmp_path / "Practitioner.ndjson", DOCTOR, {**DOCTOR, "id": "x"})
    imported = read_paths(tmp_path)
    touchpoint = next(iter(imported.touchpoints))
    assert (touchpoint.clinician, touchpoint.place) == ("Dr Wren Test", "Riverside Surgery")
    assert [person.name for person in imported.people] == ["Anna Bea Sample"]
    assert accounts(imported) == [
        (2, 2, 0, 0, 0, 0),
        (2, 0, 2, 0, 0, 0),
        (2, 0, 2, 0, 0, 0),
        (2, 0, 2, 0, 0, 0),
    ]


def test_an_appointment_that_an_encounter_came_of_is_told_there(tmp_path: Path) -> None:
    seen = encounter(appointment=[{"reference": "Appointment/a1"}])
    assert accounts(read(tmp_path, seen, appointment(), ANNA)) == [
        (1, 1, 0, 0, 0, 0),
        (1, 0, 1, 0, 0, 0),
        (1, 0, 1, 0, 0, 0),
    ]


def test_a_booked_slot_says_service_place_and_clinician(tmp_path: Path) -> None:
    booked = appointment(
        serviceType=None,
        participant=[{"actor": {"reference": "urn:uuid:an-na"}}],
        slot={"reference": "Slot/s"},
    )
    slot = {
        "resourceType": "Slot",
        "id": "s",
        "serviceCategory": [{"coding": [{"display": "Emergency Department"}]}],
        "schedule": {"reference": "Schedule/t"},
    }
    schedule = {
        "resourceType": "Schedule",
        "id": "t",
        "actor": [{"reference": "Practitioner/doctor"}, {"reference": "Location/room"}],
    }
    room = {"resourceType": "Location", "id": "room", "name": "Bay 2"}
    document = bundle(ANNA, booked, slot, schedule, room, DOCTOR, urls=("urn:uuid:an-na",))
    touchpoint = only(read_paths(write(tmp_path / "a.json", document)))
    assert (touchpoint.service, touchpoint.place, touchpoint.clinician) == (
        Service.AE,
        "Bay 2",
        "Dr Wren Test",
    )


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, Outcome.REFERRED),
        ({"status": "completed"}, Outcome.REFERRED),
        ({"status": "revoked"}, Outcome.CANCELLED_BY_SERVICE),
        (
            {
                "category": [{"coding": [{"code": "3457005"}]}],
                "authoredOn": None,
                "occurrenceDateTime": "2025-03-04",
            },
            Outcome.REFERRED,
        ),
        ({"resourceType": "ReferralRequest", "category": None}, Outcome.REFERRED),
    ],
)
def test_a_referral_goes_to_the_service_that_it_asks(tmp_path: Path, changes: Json, outcome: Outcome) -> None:
    touchpoint = only(read(tmp_path, referral(**changes)))
    assert (touchpoint.service, touchpoint.kind, touchpoint.outcome) == (
        Service.MENTAL_HEALTH,
        Kind.REFERRAL,
        outcome,
    )


def test_a_request_for_a_test_is_no_contact_but_is_counted(tmp_path: Path) -> None:
    test = referral(category=[{"text": "Laboratory procedure"}], code={"text": "Full blood count"})
    imported = read(tmp_path, encounter(), test, SURGERY, {"resourceType": "Observation"})
    assert "Other resources in the document, not contacts: 3." in imported.sources[0].remarks


def test_the_same_encounter_again_counts_once_and_the_newest(tmp_path: Path) -> None:
    write(tmp_path / "1.ndjson", encounter(status="planned"), ANNA)
    write(tmp_path / "2.ndjson", encounter(), ANNA)
    imported = read_paths(tmp_path)
    assert only(imported).outcome is Outcome.ATTENDED
    assert imported.sources[0].duplicates == 1


def test_bundles_inside_others_are_opened(tmp_path: Path) -> None:
    inside = bundle(encounter(), ANNA)
    parameters = {"resourceType": "Parameters", "parameter": [{"name": "return", "resource": inside}]}
    assert only(read_paths(write(tmp_path / "a.json", parameters))).row == 1
    assert only(read_paths(write(tmp_path / "b.json", bundle(SURGERY, inside)))).row == 2


def test_a_problem_names_its_place_in_the_document(tmp_path: Path) -> None:
    imported = read(tmp_path, ANNA, encounter(), encounter(id="e2", period={"start": "soon"}))
    assert [(problem.sheet, problem.row, problem.column) for problem in imported.problems] == [
        ("Encounter", 3, "Encounter.period.start")
    ]


def test_a_problem_names_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ndjson", encounter(), encounter(id="e2", period=None))
    path.write_text(path.read_text("utf-8") + '\n{"broken": \n[]\n', encoding="utf-8")
    imported = read_paths(path)
    assert [problem.row for problem in imported.problems] == [2, 4, 5]
    assert accounts(imported) == [(4, 1, 0, 0, 0, 3)]


def test_an_entry_that_only_reports_is_no_row(tmp_path: Path) -> None:
    document = bundle(encounter())
    document["entry"] += [{"response": {"status": "201"}}, {"request": {"method": "DELETE"}}]
    assert accounts(read_paths(write(tmp_path / "a.json", document))) == [(1, 1, 0, 0, 0, 0)]


def test_a_resource_by_itself_is_a_document(tmp_path: Path) -> None:
    assert only(read_paths(write(tmp_path / "a.json", encounter()))).row == 1
    assert (
        len(
            read_paths(
                write(tmp_path / "b.json", [encounter(), encounter(id="e2", status="planned")])
            ).touchpoints
        )
        == 2
    )
