"""Small invented lists in the shapes of the GP systems' exports, and what becomes of each row."""

from datetime import datetime
from pathlib import Path

import pytest
from reading_kit import A, B, accounts, read_files, told

from journey_viewer.errors import JourneyError
from journey_viewer.model.words import Kind, Outcome, Service

EMIS_SLOTS = (
    "SlotGuid,AppointmentDate,AppointmentStartTime,PlannedDurationInMinutes,PatientGuid,SendInTime,LeftTime,"
    "DidNotAttend,SlotStatus,ModeOfContact,NationalSlotCategoryName,ContextType,SessionGuid,Deleted"
)
SLOT = "{{S{0}}},2025-03-{1:02},{2},10,{3},{4},{5},{6},Booked,{7},General Consultation Acute,{8},{{T1}},{9}"
CARE = "Care Related Encounter"
PATIENTS = (
    "PatientGuid,NhsNumber,DateOfBirth,GivenName,Surname,Sex,DummyType",
    f"{{P1}},{A},1950-01-01,Ann,Lee,F,",
    "{P9},,1990-01-01,Test,Dummy,F,Dummy Patient",
)


def emis(folder: Path) -> dict[str, tuple[str, ...]]:
    return {
        "slots.csv": (
            EMIS_SLOTS,
            SLOT.format(
                1, 3, "09:00:00", "{P1}", "09:02:00", "09:14:00", "FALSE", "Telephone", CARE, "false"
            ),
            SLOT.format(2, 4, "09:00:00", "{P1}", "", "", "TRUE", "Face to Face (Surgery)", CARE, "false"),
            SLOT.format(3, 5, "09:00:00", "{P1}", "", "", "FALSE", "", CARE, "false"),
            SLOT.format(4, 6, "09:00:00", "", "", "", "FALSE", "", CARE, "false"),
            SLOT.format(5, 6, "09:10:00", "{P1}", "", "", "FALSE", "", CARE, "true"),
            SLOT.format(6, 6, "09:20:00", "{P9}", "", "", "FALSE", "", CARE, "false"),
            SLOT.format(7, 6, "09:30:00", "{P1}", "", "", "FALSE", "", "Care related activities", "false"),
            SLOT.format(8, 7, "09:00:00", "{P2}", "", "09:05:00", "FALSE", "", CARE, "false"),
        ),
        "patients.csv": PATIENTS,
        "session_users.csv": ("SessionGuid,UserInRoleGuid", "{T1},{U1}"),
        "users.csv": ("UserInRoleGuid,Title,GivenName,Surname,JobCategoryName", "{U1},Dr,Jo,Ray,GP"),
        "consultations.csv": (
            "ConsultationGuid,PatientGuid,EffectiveDate,ConsultationSourceTerm,ConsultationType,AppointmentSlotGuid,ClinicianUserInRoleGuid",
            "{C1},{P1},2025-03-03,Main Surgery,,{S1},{U1}",
            "{C2},{P1},2025-03-20,Home visit,Minor Surgery,,{U1}",
        ),
    }


def test_an_emis_bulk_extract_is_joined(tmp_path: Path) -> None:
    imported = read_files(tmp_path, emis(tmp_path))
    assert accounts(imported) == [(8, 4, 0, 0, 4, 0), (2, 0, 1, 0, 1, 0), (1, 0, 1, 0, 0, 0), (1, 0, 1, 0, 0, 0), (2, 1, 1, 0, 0, 0)]  # fmt: skip
    assert [(t.start.day, t.outcome, t.mode, t.clinician) for t in imported.touchpoints] == [
        (3, Outcome.ATTENDED, "telephone", "Dr Jo Ray"),
        (4, Outcome.DID_NOT_ATTEND, "face to face", "Dr Jo Ray"),
        (5, Outcome.UNKNOWN, "", "Dr Jo Ray"),
        (7, Outcome.ATTENDED, "", "Dr Jo Ray"),
        (20, Outcome.ATTENDED, "", "Dr Jo Ray"),
    ]
    assert imported.touchpoints[0].end == datetime(2025, 3, 3, 9, 14)
    assert [person.nhs_number for person in imported.people] == [A, ""]
    assert imported.supplied == {Service.GP}


def test_emis_slots_without_their_patients_come_in_by_their_own_ids(tmp_path: Path) -> None:
    imported = read_files(tmp_path, {"slots.csv": emis(tmp_path)["slots.csv"]})
    assert accounts(imported) == [(8, 5, 0, 0, 3, 0)]
    assert [person.local_id for person in imported.people] == ["{P1}", "{P9}", "{P2}"]


def test_excels_serials_in_an_emis_extract_are_dates_and_times(tmp_path: Path) -> None:
    row = "{S1},44537,0.604166666666667,15,{P1},,,FALSE,Booked,,,,,false"
    imported = read_files(tmp_path, {"slots.csv": (EMIS_SLOTS, row)})
    assert (imported.touchpoints[0].start, imported.touchpoints[0].end) == (
        datetime(2021, 12, 7, 14, 30),
        datetime(2021, 12, 7, 14, 45),
    )


@pytest.mark.parametrize(("precision", "uncertain"), [("YMD", False), ("YM", True), ("Y", True), ("", False)])
def test_an_emis_consultation_says_how_sure_its_day_is(
    tmp_path: Path, precision: str, uncertain: bool
) -> None:
    headings = "ConsultationGuid,PatientGuid,EffectiveDate,EffectiveDatePrecision"
    imported = read_files(tmp_path, {"c.csv": (headings, f"{{C1}},{{P1}},2025-03-01,{precision}")})
    assert imported.touchpoints[0].uncertain == uncertain


REPORT = (
    "Frequent attenders,,,,,,",
    "Riverside Surgery,Last Run:,,01-Apr-2025 09:00,,,",
    ",,,,,,",
    "Patient Details,,,Consultations,,,",
    "Full Name,NHS Number,Date of Birth,Date,Consultation Type,Code Term,User Details' Full Name",
    f'"LEE, Ann",{A[:3]} {A[3:6]} {A[6:]},01-Jan-1950,03-Mar-2025,Telephone,Cough,"RAY, Jo (Dr)"',
    ',,,04-Mar-25,Surgery,Back pain,"RAY, Jo (Dr)"',
    f'"OWEN, Bo",{B},02-Feb-1960,05-Mar-2025,Surgery,,"RAY, Jo (Dr)"',
)


def test_an_emis_population_report_is_read_below_its_preamble_with_its_blank_cells_filled(
    tmp_path: Path,
) -> None:
    imported = read_files(tmp_path, {"report.csv": REPORT})
    assert (imported.sources[0].recognised_as, imported.sources[0].sure) == (
        "EMIS population report",
        "certain",
    )
    assert [(t.person, t.start.day, t.reason, t.row) for t in imported.touchpoints] == [
        (0, 3, "Telephone; Cough", 6),
        (0, 4, "Surgery; Back pain", 7),
        (1, 5, "Surgery", 8),
    ]


def test_an_emis_population_report_says_who_the_usual_gp_is(tmp_path: Path) -> None:
    headings = "Full Name,NHS Number,Usual GP's Full Name,Date,Consultation Type,User Details' Full Name"
    lines = (
        "Patient Details,,,Consultations,,",
        headings,
        f'"LEE, Ann",{A},"RAY, Jo (Dr)",03-Mar-2025,Telephone,"RAY, Jo (Dr)"',
        ',,,04-Mar-25,Surgery,"POE, Al (Dr)"',
        f'"OWEN, Bo",{B},,05-Mar-2025,Surgery,"RAY, Jo (Dr)"',
    )
    imported = read_files(tmp_path, {"report.csv": lines})
    assert [person.named_gp for person in imported.people] == ["RAY, Jo (Dr)", ""]
    assert len(imported.people) == 2


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            ("Last Run: 01-Apr-2025,,,", "Full Name of the Session Holder of the Session,Appointment Date,Availability,", "RAY,01-Apr-2025,Booked,1"),
            "EMIS appointment report: it tells of slots and holds no patients. In EMIS Web run a patient report",
        ),
        (
            ("APPOINTMENT_MONTH_START_DATE,GP_CODE,HCP_TYPE,APPT_MODE,APPT_STATUS,COUNT", "01/03/2025,A81001,GP,Telephone,DNA,5"),
            "count appointments and hold no patients. Export the practice's own",
        ),
    ],
)  # fmt: skip
def test_what_holds_no_patients_is_refused_with_what_to_ask_for(
    tmp_path: Path, lines: tuple[str, ...], says: str
) -> None:
    with pytest.raises(JourneyError, match=says):
        read_files(tmp_path, {"list.csv": lines})


def test_an_emis_appointment_report_that_names_its_patients_comes_in(tmp_path: Path) -> None:
    lines = (
        "Full Name of the Session Holder of the Session,NHS Number,Appointment Date,DNA",
        f'"RAY, Jo (Dr)",{A},01-Apr-2025,Yes',
    )
    assert told(read_files(tmp_path, {"list.csv": lines})) == [
        (Service.GP, Kind.CONTACT, Outcome.DID_NOT_ATTEND)
    ]


def test_a_systmone_report_has_its_name_before_its_headings_and_durations_in_words(tmp_path: Path) -> None:
    headings = ("NHS number", "Patient ID", "Appointment date", "Appointment time", "Appointment status", "Clinician", "Rota type", "Appointment duration (actual)")  # fmt: skip
    path = tmp_path / "report.csv"
    lines = [
        ",".join([*(f"My report: {heading}" for heading in headings), "Patient Count"]),
        f"{A},77,01-Apr-25,09:10,Finished,Dr Renée Ray,GP,1h 5m,1",
        f"{A},77,02-Apr-25,09:10,Did Not Attend,Dr Renée Ray,GP,,1",
        f"{A},77,03-Apr-25,09:10,Booked,Dr Renée Ray,GP,10m,1",
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    imported = read_files(tmp_path, {}, path)
    assert imported.sources[0].recognised_as == "SystmOne appointment report"
    assert [t.outcome for t in imported.touchpoints] == [
        Outcome.ATTENDED,
        Outcome.DID_NOT_ATTEND,
        Outcome.UNKNOWN,
    ]
    first = imported.touchpoints[0]
    assert (first.end, first.clinician) == (datetime(2025, 4, 1, 10, 15), "Dr Renée Ray")


@pytest.mark.parametrize(
    ("name", "service", "lane"),
    [("report.csv", None, Service.GP), ("report.csv", Service.COMMUNITY, Service.COMMUNITY), ("cmht events.csv", None, Service.MENTAL_HEALTH)],
)  # fmt: skip
def test_a_systmone_event_report_is_the_gps_unless_something_says_otherwise(
    tmp_path: Path, name: str, service: Service | None, lane: Service
) -> None:
    lines = ("R: NHS number,R: Event date,R: Event done at ID,Patient Count", f"{A},25-Oct-2024,A81001,1")
    imported = read_files(tmp_path, {name: lines}, service=service)
    assert imported.sources[0].recognised_as == "SystmOne event report"
    assert imported.supplied == {lane}


SYSTMONE = {
    "SRAppointment.csv": (
        "RowIdentifier,IDPatient,DateStart,DateEnd,AppointmentStatus,DateAppointmentCancelled,TelephoneAppointment,RemovedData",
        "1,7,03 Mar 2025 09:00:00,03 Mar 2025 09:10:00,4,,TRUE,0",
        "2,7,04 Mar 2025 09:00:00,,2,,FALSE,0",
        "3,7,05 Mar 2025 09:00:00,,11,04 Mar 2025 10:00:00,FALSE,0",
        "4,7,06 Mar 2025 09:00:00,,17,,FALSE,0",
        "5,7,07 Mar 2025 09:00:00,,4,,FALSE,1",
        "6,-1,08 Mar 2025 09:00:00,,4,,FALSE,0",
        "7,8,09 Mar 2025 09:00:00,,4,,FALSE,0",
        "1,7,03 Mar 2025 09:00:00,03 Mar 2025 09:20:00,4,,TRUE,0",
    ),
    "SRContacts.csv": (
        "RowIdentifier,IDPatient,DateContact,ContactMethod,ContactReason,ContactOutcome,IDReferralIn,RemovedData",
        "1,7,20 Mar 2025 11:00:00,Face to face,Leg ulcer,Completed,5,0",
        "2,7,27 Mar 2025 11:00:00,Home visit,Leg ulcer,No Access Visit,5,0",
    ),
    "SRPatient.csv": (
        "RowIdentifier,NHSNumber,DateBirth,FirstName,Surname,Gender,TestPatient,RemovedData",
        f"7,{A},01 Jan 1950 00:00,Ann,Lee,F,0,0",
        f"8,{B},01 Jan 1990 00:00,Test,Patient,F,1,0",
    ),
    "SRReferralIn.csv": (
        "RowIdentifier,IDPatient,DateReferral,Source,ServiceOffered,DischargeReason,RemovedData",
        "5,7,10 Mar 2025 00:00:00,GP,District nursing,,0",
        "6,7,11 Mar 2025 00:00:00,GP,Falls service,Referral rejected,0",
    ),
    "SRVisit.csv": (
        "RowIdentifier,IDPatient,DateBooked,CurrentStatus,Duration,RemovedData",
        "1,7,12 Mar 2025 14:00:00,Visit,20,0",
    ),
}  # fmt: skip


def test_a_systmone_bulk_extract_is_joined(tmp_path: Path) -> None:
    imported = read_files(tmp_path, SYSTMONE)
    assert accounts(imported) == [(8, 4, 0, 1, 3, 0), (2, 2, 0, 0, 0, 0), (2, 0, 1, 0, 1, 0), (2, 2, 0, 0, 0, 0), (1, 1, 0, 0, 0, 0)]  # fmt: skip
    assert told(imported) == [
        (Service.GP, Kind.CONTACT, Outcome.DID_NOT_ATTEND),
        (Service.GP, Kind.CONTACT, Outcome.CANCELLED_BY_SERVICE),
        (Service.GP, Kind.CONTACT, Outcome.UNKNOWN),
        (Service.GP, Kind.CONTACT, Outcome.ATTENDED),
        (Service.COMMUNITY, Kind.CONTACT, Outcome.ATTENDED),
        (Service.COMMUNITY, Kind.CONTACT, Outcome.DID_NOT_ATTEND),
        (Service.COMMUNITY, Kind.REFERRAL, Outcome.REFERRED),
        (Service.COMMUNITY, Kind.REFERRAL, Outcome.REFUSED),
        (Service.GP, Kind.CONTACT, Outcome.ATTENDED),
    ]
    assert [person.nhs_number for person in imported.people] == [A]


def test_a_row_handed_in_again_counts_as_it_was_last(tmp_path: Path) -> None:
    imported = read_files(tmp_path, SYSTMONE)
    assert imported.touchpoints[3].end == datetime(2025, 3, 3, 9, 20)
    assert "handed in again, of which the newest counts: 1." in " ".join(imported.sources[0].remarks)


def test_a_code_on_no_list_is_counted(tmp_path: Path) -> None:
    remarks = " ".join(read_files(tmp_path, SYSTMONE).sources[0].remarks)
    assert "“AppointmentStatus” is not on our list, so the outcome is not known: 1." in remarks


def test_a_referrals_wait_ends_with_its_first_contact(tmp_path: Path) -> None:
    referral = read_files(tmp_path, SYSTMONE).touchpoints[6]
    assert (referral.start, referral.end) == (datetime(2025, 3, 10), datetime(2025, 3, 20, 11))
