"""Community health as CSDS and mental health as MHSDS have it: tables that know each other by number."""

from collections.abc import Iterator, Sequence

from journeys import Person, Row

from shapes.referrals import Referral, referrals
from shapes.words import ATTENDANCE, MECHANISM, local_id, of_list, people_of, site_code, table

_GENDER = {"Male": "1", "Female": "2"}
_FROM_GP = "A1"


def files(rows: Sequence[Row]) -> dict[str, bytes]:
    community, mental = of_list(rows, "CSDS"), of_list(rows, "MHSDS")
    to_community, to_mental = _numbered(community, "C"), _numbered(mental, "M")
    return {
        "riverside-csds-CYP001MPI.csv": table(map(_csds_person, people_of(community))),
        "riverside-csds-CYP101Referral.csv": table(_csds_referral(*one) for one in to_community.items()),
        "riverside-csds-CYP102ServiceTypeReferredTo.csv": table(
            _csds_team(*one) for one in to_community.items()
        ),
        "riverside-csds-CYP201CareContact.csv": table(_csds_contacts(to_community)),
        "riverside-mhsds-MHS001MPI.csv": table(map(_mhsds_person, people_of(mental))),
        "riverside-mhsds-MHS101Referral.csv": table(_mhsds_referral(*one) for one in to_mental.items()),
        "riverside-mhsds-MHS201CareContact.csv": table(_mhsds_contacts(to_mental)),
        "riverside-mhsds-MHS902ServiceTeamDetails.csv": table(_mhsds_teams(to_mental)),
    }


def _numbered(rows: Sequence[Row], letter: str) -> dict[str, Referral]:
    return {f"{letter}R{number}": one for number, one in enumerate(referrals(rows), start=6001)}


def _csds_person(person: Person) -> dict[str, str]:
    return {
        "LocalPatientID": local_id(person, "CSDS"),
        "NHSNumber": person.digits,
        "NHSNumber_Status": "01",
        "DateOfBirth": f"{person.born}",
        "Gender": _GENDER[person.sex],
        "DateOfDeath": f"{person.died or ''}",
    }


def _csds_referral(number: str, referral: Referral) -> dict[str, str]:
    return {
        "ServiceRequestID": number,
        "LocalPatientID": local_id(referral.person, "CSDS"),
        "ReferralRequest_ReceivedDate": f"{referral.received:%Y-%m-%d}",
        "ReferralRequest_ReceivedTime": f"{referral.received:%H:%M:%S}",
        "SourceOfReferral": _FROM_GP,
        "PrimaryReferralReason": referral.team.asks,
    }


def _csds_team(number: str, referral: Referral) -> dict[str, str]:
    return {
        "ServiceRequestID": number,
        "TeamID_Local": f"T{referral.team.code}",
        "TeamType": referral.team.code,
        "Referral_RejectionDate": f"{referral.rejected or ''}",
    }


def _csds_contacts(to: dict[str, Referral]) -> Iterator[dict[str, str]]:
    for referral, contact, row in _contacts(to, "CC"):
        yield {
            "CareContactID": contact,
            "ServiceRequestID": referral,
            "Contact_Date": f"{row.start:%Y-%m-%d}",
            "Contact_Time": f"{row.start:%H:%M:%S}",
            "CareContact_Duration": "30" if row.outcome == "Attended" else "",
            "AttendanceStatus": ATTENDANCE[row.outcome],
            "ConsMechanism": MECHANISM[row.mode],
            "Activity_LocationType": "A01" if row.mode == "Home visit" else "B01",
            "Treatment_OrgSiteID": site_code(row.place),
        }


def _mhsds_person(person: Person) -> dict[str, str]:
    return {
        "LocalPatientID": local_id(person, "MHSDS"),
        "NHSNumber": person.digits,
        "NHSNumberStatus": "01",
        "PersonBirthDate": f"{person.born}",
        "Gender": _GENDER[person.sex],
        "PersDeathDate": f"{person.died or ''}",
    }


def _mhsds_referral(number: str, referral: Referral) -> dict[str, str]:
    return {
        "ServiceRequestID": number,
        "LocalPatientID": local_id(referral.person, "MHSDS"),
        "ReferralRequestReceivedDate": f"{referral.received:%Y-%m-%d}",
        "ReferralRequestReceivedTime": f"{referral.received:%H:%M:%S}",
        "SourceOfReferralMH": _FROM_GP,
        "PrimReasonReferralMH": referral.team.asks or referral.person.mental_health,
        "CareProfTeamLocalID": f"T{referral.team.code}",
        "ReferRejectionDate": f"{referral.rejected or ''}",
        "ReferRejectReason": "02" if referral.rejected else "",
    }


def _mhsds_contacts(to: dict[str, Referral]) -> Iterator[dict[str, str]]:
    for referral, contact, row in _contacts(to, "MC"):
        yield {
            "CareContactID": contact,
            "ServiceRequestID": referral,
            "OtherCareProfTeamLocalID": f"T{row.team.code}",
            "CareContDate": f"{row.start:%Y-%m-%d}",
            "CareContTime": f"{row.start:%H:%M:%S}",
            "ClinContDurOfCareCont": "45" if row.outcome == "Attended" else "",
            "AttendStatus": ATTENDANCE[row.outcome],
            "ConsMechanismMH": MECHANISM[row.mode],
            "SiteIDOfTreat": site_code(row.place),
        }


def _mhsds_teams(to: dict[str, Referral]) -> Iterator[dict[str, str]]:
    for code in sorted({referral.team.code for referral in to.values()}):
        yield {"CareProfTeamLocalID": f"T{code}", "ServTeamTypeMH": code}


def _contacts(to: dict[str, Referral], letters: str) -> Iterator[tuple[str, str, Row]]:
    """Each contact with its referral's number and its own; one that stands twice was handed in again."""
    numbers: dict[Row, str] = {}
    for referral, told in to.items():
        for row in told.contacts:
            yield referral, numbers.setdefault(row, f"{letters}{70001 + len(numbers)}"), row
