"""The hospital: ECDS for A&E, and stays and outpatients as SUS has them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from journeys import Row

from shapes.words import ATTENDANCE, MECHANISM, in_words, of_list, site_code, table

_SEX = {"Male": "1", "Female": "2"}

# SNOMED CT, as ECDS has it.
_ACUITY_VERY_URGENT, _ACUITY_URGENT, _ACUITY_STANDARD = (
    "1064911000000105",
    "1064901000000108",
    "1077241000000103",
)
_ACUITIES = {
    _ACUITY_VERY_URGENT: ["overdose", "seizure", "fever", "oxygen low", "copd", "hip pain", "dehydrated"],
    _ACUITY_STANDARD: ["cut ", "ankle", "toothache", "dressing", "feet", "lump", "rib", "left before"],
}
_COMPLAINTS = {
    "": ["naloxone", "infected"],
    "248062006": ["cuts to", "overdose"],  # self-harm
    "48694002": ["panic", "palpitations", "anxious"],  # anxiety
    "272022009": ["distressed"],  # low mood
}
_TREATED, _LEFT_BEFORE = "182992009", "1066301000000103"
_DISCHARGES = {
    _LEFT_BEFORE: ["left before"],
    "1077021000000100": ["back to gp", "sent home", "normal"],  # to GP
}
_HOME, _WARD = "306689006", "306706006"
_BY_AMBULANCE, _OWN_WAY = "1048031000000100", "1048071000000103"

# TREATMENT FUNCTION, by the words of a reason.
_FUNCTIONS = {
    "110": ["hip", "fracture", "wrist"],
    "191": ["pain clinic"],
    "301": ["gastro", "colonoscopy", "bowels"],
    "306": ["liver"],
    "320": ["cardiology", "heart"],
    "340": ["copd", "pneumonia", "respiratory", "chest clinic"],
    "361": ["kidney"],
    "370": ["oncology", "chemotherapy", "sepsis"],
    "400": ["neurology", "epilep", "eeg", "seizure", "first-fit"],
    "410": ["rheumatology"],
    "501": ["antenatal", "scan of the baby", "first scan", "growth scan", "birth"],
    "502": ["gynaecology"],
    "104": ["bowel", "stoma", "diagnosis", "come back", "wound"],
    "107": ["vascular"],
    "120": ["hearing"],
    "130": ["eye"],
    "140": ["dental"],
    "430": ["delirium"],
    "812": ["mri", "ct scan", "ultrasound"],
}
_ADMISSIONS = {"12": ["bowel operation"], "31": ["birth"]}
_EMERGENCY = "21"
_FURTHER_EPISODE = timedelta(14)  # a longer stay goes to another consultant half-way


def files(rows: Sequence[Row]) -> dict[str, bytes]:
    return {
        "riverside-ecds.csv": table(_attendances(rows)),
        "riverside-sus-stays.csv": table(_episodes(of_list(rows, "SUS stays"))),
        "riverside-sus-outpatients.csv": table(_appointments(of_list(rows, "SUS outpatients"))),
    }


def _patient(row: Row) -> dict[str, str]:
    person = row.person
    return {"NHS_Number": person.digits, "Date_of_Birth": f"{person.born}", "Sex": _SEX[person.sex]}


def _attendances(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    before = None
    for number, row in enumerate(of_list(rows, "ECDS"), start=4400001):
        admitted = _follows(rows, row, "Inpatient", timedelta(0), timedelta(hours=12))
        conveyed = _follows(rows, row, "Ambulance", timedelta(hours=-3), timedelta(0))
        yield {
            "EC_Ident": f"{number}",
            **_patient(row),
            "Provider_Site_Code": site_code(row.place),
            "EC_Department_Type": "01",
            "Arrival_Date": f"{row.start:%Y-%m-%d}",
            "Arrival_Time": f"{row.start:%H:%M:%S}",
            "EC_Arrival_Mode_SNOMED_CT": _BY_AMBULANCE if conveyed else _OWN_WAY,
            "EC_AttendanceCategory": "1",
            "EC_Acuity_SNOMED_CT": in_words(_ACUITIES, row.reason, _ACUITY_URGENT),
            "EC_Chief_Complaint_SNOMED_CT": in_words(_COMPLAINTS, row.reason, ""),
            "EC_Discharge_Status_SNOMED_CT": in_words(_DISCHARGES, row.reason, _TREATED),
            "Discharge_Destination_SNOMED_CT": _WARD if admitted else _HOME,
            "Der_Dupe_Flag": "1" if row == before else "0",
        }
        before = row


def _follows(rows: Sequence[Row], row: Row, team: str, first: timedelta, last: timedelta) -> bool:
    """Whether the person met this team so long before or after."""
    return any(
        other.person == row.person and other.team.name == team and first <= other.start - row.start <= last
        for other in rows
    )


def _episodes(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """A row an episode: a long stay is two of one spell."""
    for number, row in enumerate(rows, start=88001):
        admitted, left = row.start.date(), _last_day(row)
        middle = admitted + (left - admitted) / 2
        parts = (
            [(admitted, middle), (middle, left)] if left - admitted > _FURTHER_EPISODE else [(admitted, left)]
        )
        for order, (first, last) in enumerate(parts, start=1):
            yield {
                "APCE_Ident": f"{number}{order}",
                "Hospital_Provider_Spell_No": f"{number}",
                **_patient(row),
                "Provider_Site_Code": site_code(row.place),
                "Admission_Date": f"{admitted}",
                "Episode_Start_Date": f"{first}",
                "Episode_End_Date": f"{last}",
                "Discharge_Date": f"{left}",
                "Admission_Method": in_words(_ADMISSIONS, row.reason, _EMERGENCY),
                "Treatment_Function_Code": in_words(_FUNCTIONS, row.reason, "300"),
            }


def _last_day(row: Row) -> date:
    if not isinstance(row.end, date):
        raise TypeError(f"a stay of {row.person.name} without an end")
    return row.end


def _appointments(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """A row that stands twice in the story is handed in again under its own number."""
    numbers = {row: 5500001 + place for place, row in enumerate(dict.fromkeys(rows))}
    for row in rows:
        ended = any(word in row.reason.lower() for word in ("discharged", "back to gp"))
        yield {
            "OPA_Ident": f"{numbers[row]}",
            **_patient(row),
            "Provider_Site_Code": site_code(row.place),
            "Appointment_Date": f"{row.start:%Y-%m-%d}",
            "Appointment_Time": f"{row.start:%H:%M:%S}",
            "Attendance_Status": ATTENDANCE[row.outcome],
            "Consultation_Medium_Used": MECHANISM[row.mode],
            "Treatment_Function_Code": in_words(_FUNCTIONS, row.reason, "300"),
            "Outcome_of_Attendance": "" if row.outcome != "Attended" else "1" if ended else "2",
        }
