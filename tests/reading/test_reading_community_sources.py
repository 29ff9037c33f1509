"""Small invented lists in the shapes of community, mental health and social care data, and what becomes of each row."""

from datetime import datetime
from pathlib import Path

import pytest
from reading_kit import A, B, accounts, read_files, told

from journey_viewer.model.words import Kind, Outcome, Service

CSDS = {
    "CYP001MPI.csv": ("LocalPatientID,NHSNumber,NHSNumber_Status,DateOfBirth,Gender", f"L1,{A},01,1950-01-01,2", f"L2,{B},01,1960-01-01,1"),
    "CYP101Referral.csv": (
        "ServiceRequestID,LocalPatientID,ReferralRequest_ReceivedDate,SourceOfReferral,PrimaryReferralReason",
        "R1,L1,2025-03-01,01,Wound care",
        "R2,L2,2025-03-02,01,",
    ),
    "CYP102ServiceTypeReferredTo.csv": (
        "ServiceRequestID,TeamID_Local,TeamType,Referral_ClosureDate,Referral_RejectionDate",
        "R1,T1,12,,",
        "R2,T2,26,,2025-03-05",
    ),
    "CYP201CareContact.csv": (
        "CareContactID,ServiceRequestID,TeamID_Local,Contact_Date,Contact_Time,CareContact_Duration,AttendanceStatus,ConsMechanism",
        "K1,R1,T1,2025-03-10,09:00:00,30,3,01",
        "K2,R1,T1,2025-03-17,09:00:00,30,5,02",
        "K3,R9,T1,2025-03-18,09:00:00,30,5,11",
        "K1,R1,T1,2025-03-10,09:00:00,30,5,1",
    ),
}  # fmt: skip


def test_a_csds_contact_finds_its_person_through_its_referral(tmp_path: Path) -> None:
    imported = read_files(tmp_path, CSDS)
    assert accounts(imported) == [
        (2, 0, 2, 0, 0, 0),
        (2, 2, 0, 0, 0, 0),
        (2, 0, 2, 0, 0, 0),
        (4, 3, 0, 1, 0, 0),
    ]
    assert told(imported) == [
        (Service.COMMUNITY, Kind.REFERRAL, Outcome.REFERRED),
        (Service.COMMUNITY, Kind.REFERRAL, Outcome.REFUSED),
        (Service.COMMUNITY, Kind.CONTACT, Outcome.ATTENDED),
        (Service.COMMUNITY, Kind.CONTACT, Outcome.ATTENDED),
        (Service.COMMUNITY, Kind.CONTACT, Outcome.ATTENDED),
    ]
    assert [person.nhs_number for person in imported.people] == [A, B, ""]
    assert list(imported.touchpoints.person) == [0, 1, 0, 2, 0]
    contact = imported.touchpoints[2]
    assert (contact.named, contact.mode, contact.reason) == ("District nursing", "telephone", "Wound care")
    assert imported.touchpoints[0].end == datetime(2025, 3, 10, 9)
    assert "only by their referral: 1." in " ".join(imported.sources[3].remarks)


def test_csds_contacts_alone_come_in_by_their_referrals(tmp_path: Path) -> None:
    imported = read_files(tmp_path, {"CYP201.csv": CSDS["CYP201CareContact.csv"]})
    assert accounts(imported) == [(4, 3, 0, 1, 0, 0)]
    assert [person.local_id for person in imported.people] == ["referral R1", "referral R9"]
    assert "“CSDS referrals”" in " ".join(imported.sources[0].remarks)


@pytest.mark.parametrize(
    ("status", "mechanism"),
    [("AttendanceStatus", "ConsMechanism"), ("AttendOrNot", "Consultation_MediumUsed")],
)
def test_both_versions_of_csds_are_read(tmp_path: Path, status: str, mechanism: str) -> None:
    lines = (f"CareContactID,Person_ID,Contact_Date,{status},{mechanism}", "K1,P1,2025-03-10,7,09")
    touchpoint = read_files(tmp_path, {"contacts.csv": lines}).touchpoints[0]
    assert (touchpoint.outcome, touchpoint.mode) == (Outcome.DID_NOT_ATTEND, "text or letter")


MHSDS_PEOPLE = ("LocalPatientID,NHSNumber,NHSNumberStatus,PersonBirthDate,Gender", f"L1,{A},01,1950-01-01,2")
V5 = {
    "MHS001MPI.csv": MHSDS_PEOPLE,
    "MHS101Referral.csv": ("ServiceRequestID,LocalPatientID,ReferralRequestReceivedDate,PrimReasonReferralMH", "R1,L1,2025-03-01,", "R2,L1,2025-03-02,"),
    "MHS102ServiceTypeReferredTo.csv": ("ServiceRequestID,ServTeamTypeRefToMH,ReferRejectionDate,ReferRejectReason", "R1,A02,,", "R2,A06,2025-03-04,02"),
    "MHS201CareContact.csv": ("CareContactID,ServiceRequestID,CareContDate,CareContTime,AttendOrDNACode,ConsMediumUsed", "K1,R1,2025-03-20,10:00,5,02", "K2,R1,2025-03-27,10:00,3,01"),
    "MHS501HospProvSpell.csv": ("HospProvSpellNum,ServiceRequestID,StartDateHospProvSpell,DischDateHospProvSpell,MethAdmMHHospProvSpell", "H1,R1,2025-04-01,2025-04-20,25", "H2,R1,2025-05-01,,"),
}  # fmt: skip
V6 = {
    "MHS001MPI.csv": MHSDS_PEOPLE,
    "MHS101Referral.csv": ("ServiceRequestID,LocalPatientID,ReferralRequestReceivedDate,CareProfTeamLocalID,ReferRejectionDate", "R1,L1,2025-03-01,T1,", "R2,L1,2025-03-02,T2,2025-03-04"),
    "MHS201CareContact.csv": ("CareContactID,ServiceRequestID,CareContDate,CareContTime,AttendStatus,ConsMechanismMH,OtherCareProfTeamLocalID", "K1,R1,2025-03-20,10:00,5,02,", "K2,R1,2025-03-27,10:00,3,01,T2"),
    "MHS501HospProvSpell.csv": ("HospProvSpellID,ServiceRequestID,StartDateHospProvSpell,DischDateHospProvSpell,MethAdmMHHospProvSpell", "H1,R1,2025-04-01,2025-04-20,25", "H2,R1,2025-05-01,,"),
    "MHS902ServiceOrTeamDetails.csv": ("CareProfTeamLocalID,ServTeamTypeMH", "T1,A02", "T2,A06"),
}  # fmt: skip


@pytest.mark.parametrize("files", [V5, V6], ids=["v5", "v6"])
def test_mental_health_data_are_joined_in_both_versions(
    tmp_path: Path, files: dict[str, tuple[str, ...]]
) -> None:
    imported = read_files(tmp_path, files)
    assert told(imported) == [
        (Service.MENTAL_HEALTH, Kind.REFERRAL, Outcome.REFERRED),
        (Service.MENTAL_HEALTH, Kind.REFERRAL, Outcome.REFUSED),
        (Service.MENTAL_HEALTH, Kind.CONTACT, Outcome.ATTENDED),
        (Service.MENTAL_HEALTH, Kind.CONTACT, Outcome.DID_NOT_ATTEND),
        (Service.MENTAL_HEALTH, Kind.STAY, Outcome.ATTENDED),
        (Service.MENTAL_HEALTH, Kind.STAY, Outcome.ATTENDED),
    ]
    referral, _, contact, _, stay, going_on = imported.touchpoints
    assert [person.nhs_number for person in imported.people] == [A]
    assert (referral.end, contact.named) == (
        datetime(2025, 3, 20, 10),
        "Crisis resolution or home treatment team",
    )
    assert (stay.end, stay.reason) == (datetime(2025, 4, 20), "emergency: mental health crisis team")
    assert going_on.end is None
    assert sum(source.touchpoints + source.joined for source in imported.sources) == sum(
        source.rows for source in imported.sources
    )


def test_talking_therapies_contacts_are_told_from_other_mental_health_contacts(tmp_path: Path) -> None:
    lines = ("CareContactId,Person_ID,CareContDate,AttendOrDNACode,AppType", "K1,P1,2025-03-20,2,03")
    imported = read_files(tmp_path, {"ids201.csv": lines})
    assert imported.sources[0].recognised_as == "Talking Therapies contacts"
    assert told(imported) == [(Service.MENTAL_HEALTH, Kind.CONTACT, Outcome.CANCELLED_BY_PERSON)]


CLD_ROWS = (
    f"{A},LA1,E1,Request,2025-03-01,2025-03-02,Physical Support: Personal care support,,NFA: No services offered for other reason",
    f"{A},LA1,E2,ASSESSMENT,2025-03-05,2025-03-25,Physical Support: Personal care support,,Progress to support planning or services",
    f"{A},LA1,E3,Service,2025-04-01,,Physical Support: Personal care support,Home support or domiciliary care,",
    f"{A},LA1,E4,Service,2025-01-01,2025-02-01,Physical Support: Personal care support,Reablement,NFA - Support declined",
    f"{A},LA1,E5,review,2025-05-01,2025-05-01,Physical Support: Personal care support,,N F A - 100% NHS funded care",
    f"{A},LA1,E4,Service,2025-01-01,2025-02-03,Physical Support: Personal care support,Reablement,nfa: support declined",
)


@pytest.mark.parametrize(
    "headings",
    [
        "NHS_Number,LA_Person_Unique_Identifier,Event_Reference,Event_Type,Event_Start_Date,Event_End_Date,Primary_Support_Reason,Service_Component,Event_Outcome",
        "NHS NUMBER,LA PERSON UNIQUE IDENTIFIER,EVENT REFERENCE,EVENT TYPE,EVENT START DATE,EVENT END DATE,PRIMARY SUPPORT REASON,SERVICE COMPONENT,EVENT OUTCOME",
    ],
)
def test_client_level_data_in_either_spelling(tmp_path: Path, headings: str) -> None:
    imported = read_files(tmp_path, {"cld.csv": (headings, *CLD_ROWS)})
    assert accounts(imported) == [(6, 5, 0, 1, 0, 0)]
    assert [(t.kind, t.outcome, t.end) for t in imported.touchpoints] == [
        (Kind.CONTACT, Outcome.REFUSED, None),
        (Kind.CONTACT, Outcome.ATTENDED, None),
        (Kind.OPEN_SERVICE, Outcome.ATTENDED, None),
        (Kind.CONTACT, Outcome.REFERRED, None),
        (Kind.OPEN_SERVICE, Outcome.ATTENDED, datetime(2025, 2, 3)),
    ]
    assert imported.supplied == {Service.SOCIAL_CARE}
    assert imported.touchpoints[2].named == "Home support or domiciliary care"
