"""Small invented lists in the shapes of hospital, ambulance and 111 data, and what becomes of each row."""

from datetime import datetime
from pathlib import Path

import pytest
from reading_kit import A, B, accounts, read_files, told

from journey_viewer.model.words import Kind, Outcome, Service

ECDS = (
    "EC_Ident,NHS_Number,Arrival_Date,Arrival_Time,EC_Departure_Date,EC_Departure_Time,EC_Acuity_SNOMED_CT,EC_Department_Type,EC_Chief_Complaint_SNOMED_CT,EC_Discharge_Status_SNOMED_CT,EC_Arrival_Mode_SNOMED_CT,Der_Dupe_Flag",
    f"1,{A},2025-03-03,22:30:00,2025-03-04,02:10:00,1064901000000108,01,248062006,182992009,1048031000000100,0",
    f"2,{A},2025-03-09,10:00:00,,,1077251000000100,3,,1066301000000103,1048071000000103,0",
    f"3,{A},2025-03-10,10:00:00,,,,05,29857009,999,,0",
    f"3,{A},2025-03-10,10:00:00,,,,05,29857009,999,,1",
)


def test_ecds_attendances_have_their_acuity_department_and_outcome_in_words(tmp_path: Path) -> None:
    imported = read_files(tmp_path, {"ecds.csv": ECDS})
    first, second, third = imported.touchpoints
    assert (first.reason, first.named, first.mode) == (
        "self-harm; acuity: urgent",
        "emergency department",
        "by ambulance",
    )
    assert (first.start, first.end) == (datetime(2025, 3, 3, 22, 30), datetime(2025, 3, 4, 2, 10))
    assert [t.outcome for t in imported.touchpoints] == [
        Outcome.ATTENDED,
        Outcome.DID_NOT_ATTEND,
        Outcome.UNKNOWN,
    ]
    assert (second.named, third.reason) == ("minor injuries or urgent treatment centre", "29857009")
    assert accounts(imported) == [(4, 3, 0, 0, 1, 0)]
    assert any("marked as a duplicate by its sender" in remark for remark in imported.sources[0].remarks)


@pytest.mark.parametrize(
    ("arrival", "departure", "start", "end", "timed"),
    [
        ("2230", "2355", datetime(2025, 3, 3, 22, 30), datetime(2025, 3, 3, 23, 55), True),
        ("2230", "0110", datetime(2025, 3, 3, 22, 30), datetime(2025, 3, 4, 1, 10), True),
        ("4000", "0110", datetime(2025, 3, 3), None, False),
        ("2230", "3000", datetime(2025, 3, 3, 22, 30), None, True),
        ("0000", "0030", datetime(2025, 3, 3), datetime(2025, 3, 3, 0, 30), True),
    ],
)
def test_hes_times_are_four_digits_of_which_3000_and_4000_mean_not_known(
    tmp_path: Path, arrival: str, departure: str, start: datetime, *, end: datetime | None, timed: bool
) -> None:
    lines = (
        "AEKEY,ENCRYPTED_HESID,ARRIVALDATE,ARRIVALTIME,DEPTIME,AEATTENDDISP",
        f"1,H1,03/03/2025,{arrival},{departure},03",
    )
    touchpoint = read_files(tmp_path, {"hes.csv": lines}).touchpoints[0]
    assert (touchpoint.start, touchpoint.end, touchpoint.timed) == (start, end, timed)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [("01", Outcome.ATTENDED), ("3", Outcome.ATTENDED), ("12", Outcome.DID_NOT_ATTEND), ("13", Outcome.DID_NOT_ATTEND), ("77", Outcome.UNKNOWN)],
)  # fmt: skip
def test_a_hes_disposal_tells_who_left_unseen(tmp_path: Path, code: str, outcome: Outcome) -> None:
    lines = ("AEKEY,ENCRYPTED_HESID,ARRIVALDATE,AEATTENDDISP", f"1,H1,03/03/2025,{code}")
    assert told(read_files(tmp_path, {"hes.csv": lines})) == [(Service.AE, Kind.CONTACT, outcome)]


def test_episodes_of_a_spell_are_one_stay(tmp_path: Path) -> None:
    lines = (
        "EPIKEY,PROVSPNO,NEWNHSNO,ADMIDATE,EPISTART,DISDATE,ADMIMETH,DIAG_4_01",
        f"1,S1,{A},2025-03-03,2025-03-03,,21,I50",
        f"2,S1,{A},2025-03-03,2025-03-07,2025-03-20,21,J18",
        f"3,,{A},2025-06-01,2025-06-01,2025-06-02,11,",
        f"4,,{A},2025-06-01,2025-06-02,2025-06-05,11,",
        f"5,S1,{B},2025-07-01,2025-07-01,,2A,",
    )
    imported = read_files(tmp_path, {"apc.csv": lines})
    assert accounts(imported) == [(5, 3, 2, 0, 0, 0)]
    assert [(t.kind, t.start.day, t.end, t.reason) for t in imported.touchpoints] == [
        (Kind.STAY, 3, datetime(2025, 3, 20), "emergency: A&E; I50"),
        (Kind.STAY, 1, datetime(2025, 6, 5), "planned: waiting list"),
        (Kind.STAY, 1, None, "emergency: A&E"),
    ]
    assert "Rows that belong to a stay begun in another row: 2." in imported.sources[0].remarks


@pytest.mark.parametrize(
    "lines",
    [
        ("Der_Spell_ID,NHS_Number,Admission_Date,Discharge_Date,Admission_Method", f"9,{A},01/02/2025,05/02/2025,22"),
        ("Hospital_Provider_Spell_No,NHS_Number,Start_Date_Hospital_Provider_Spell,End_Date_Hospital_Provider_Spell", f"9,{A},01/02/2025,05/02/2025"),
    ],
)  # fmt: skip
def test_sus_spells_are_stays_too(tmp_path: Path, lines: tuple[str, ...]) -> None:
    imported = read_files(tmp_path, {"list.csv": lines})
    assert told(imported) == [(Service.INPATIENT, Kind.STAY, Outcome.ATTENDED)]
    assert imported.touchpoints[0].end == datetime(2025, 2, 5)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("5", Outcome.ATTENDED), ("6", Outcome.ATTENDED), ("7", Outcome.DID_NOT_ATTEND), ("2", Outcome.CANCELLED_BY_PERSON),
        ("3", Outcome.DID_NOT_ATTEND), ("4", Outcome.CANCELLED_BY_SERVICE), ("0", Outcome.UNKNOWN), ("9", Outcome.UNKNOWN),
        ("03", Outcome.DID_NOT_ATTEND), ("3.0", Outcome.DID_NOT_ATTEND), (" 3 ", Outcome.DID_NOT_ATTEND), ("", Outcome.UNKNOWN),
        ("8", Outcome.UNKNOWN),
    ],
)  # fmt: skip
def test_an_attendance_status_is_not_in_order_and_3_is_the_dna(
    tmp_path: Path, code: str, outcome: Outcome
) -> None:
    lines = ("ATTENDKEY,NEWNHSNO,APPTDATE,ATTENDED,FIRSTATT,TRETSPEF", f"1,{A},2025-03-03,{code},3,320")
    imported = read_files(tmp_path, {"op.csv": lines})
    assert told(imported) == [(Service.OUTPATIENT, Kind.CONTACT, outcome)]
    assert (imported.touchpoints[0].mode, imported.touchpoints[0].named) == ("telephone", "Cardiology")


def test_an_ambulance_call_says_where_somebody_was_taken(tmp_path: Path) -> None:
    lines = (
        "nhs_no,call_date,time_call_connected,chief_complaint_call_triage_code,receiving_location_type_cad",
        f"{A},2025-03-03,2025-03-03 04:05:00,17A1,ED",
    )
    imported = read_files(tmp_path, {"cad.csv": lines})
    touchpoint = imported.touchpoints[0]
    assert (touchpoint.service, touchpoint.start, touchpoint.place) == (
        Service.AMBULANCE,
        datetime(2025, 3, 3, 4, 5),
        "A&E",
    )


def test_an_imaging_test_is_an_outpatient_contact(tmp_path: Path) -> None:
    lines = (
        "NHS_NUMBER,PERSON_BIRTH_DATE,PERSON_GENDER_CODE,DIAGNOSTIC_TEST_DATE,IMAGING_CODE_NICIP,IMAGING_CODE_SNOMED",
        f"{A},1950-01-01,2,2025-03-03,,XHDXR",
    )
    imported = read_files(tmp_path, {"dids.csv": lines})
    assert told(imported) == [(Service.OUTPATIENT, Kind.CONTACT, Outcome.ATTENDED)]
    assert imported.touchpoints[0].reason == "XHDXR"


ADASTRA = {
    "CASE_1.csv": (
        "P1|Urgent|C1|1001|2025-03-03 19:00:00|2025-03-03 21:00:00|Riverside|OOH|2025-03-03 20:00:00|U1|ABC",
        "P1|Routine|C2|1002|2025-03-09 19:00:00|2025-03-09 19:10:00|Riverside|111||U1|ABC",
        "P2|Routine|C3|1003|2025-03-10 19:00:00|2025-03-10 19:10:00|Riverside|111||U1|ABC",
    ),
    "CONSULTATION_1.csv": (
        "C1|K1|2025-03-03 19:30:00|2025-03-03 19:40:00|Riverside|Telephone advice|free text|free text|Chest pain|rest|||| Doctor|999|U1",
        "C1|K2|2025-03-03 20:30:00|2025-03-03 20:50:00|Riverside|Base visit|free text|||rest||||Doctor|999|U1",
    ),
    "PATIENT_1.csv": (f"C1|P1|Ann|Lee|1950-01-01 00:00:00|{A}|01|x|y", f"C2|P1|Ann|Lee|1950-01-01 00:00:00|{A}|01|x|y"),
    "OUTCOMES_1.csv": ("C1|Referred to A&E", "C2|Advice given"),
}  # fmt: skip


def test_adastra_files_have_no_headings_and_are_joined_by_their_cases(tmp_path: Path) -> None:
    imported = read_files(tmp_path, ADASTRA)
    assert [s.recognised_as for s in imported.sources] == ["Adastra cases", "Adastra consultations", "Adastra patients", "Adastra outcomes"]  # fmt: skip
    assert {s.sure for s in imported.sources} == {"likely"}
    assert accounts(imported) == [
        (3, 2, 1, 0, 0, 0),
        (2, 2, 0, 0, 0, 0),
        (2, 0, 2, 0, 0, 0),
        (2, 0, 2, 0, 0, 0),
    ]
    assert [(t.start.day, t.start.hour, t.reason, t.row) for t in imported.touchpoints] == [
        (9, 19, "Routine; 111; Advice given", 2),
        (10, 19, "Routine; 111", 3),
        (3, 19, "Telephone advice; Chest pain; Referred to A&E", 1),
        (3, 20, "Base visit; Referred to A&E", 2),
    ]
    assert [(person.nhs_number, person.local_id) for person in imported.people] == [(A, "P1"), ("", "P2")]
    assert imported.supplied == {Service.URGENT_111}


def test_an_adastra_case_list_alone_comes_in_with_a_remark(tmp_path: Path) -> None:
    imported = read_files(tmp_path, {"CASE_1.csv": ADASTRA["CASE_1.csv"]})
    assert accounts(imported) == [(3, 3, 0, 0, 0, 0)]
    assert "whose rows these are was not given with it: “Adastra patients”." in " ".join(
        imported.sources[0].remarks
    )
