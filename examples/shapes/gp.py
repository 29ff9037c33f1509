"""GP contacts: an EMIS population report for one surgery, a SystmOne appointment report for the others."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from journeys import Person, Row

from shapes.words import INVENTED, csv_bytes, local_id, of_list

REPORT = "Invented GP contacts"  # SystmOne puts a report's name before each heading
DAY = "%d-%b-%Y"

_PATIENT = [
    "Family Name",
    "Calling Name",
    "EMIS Number",
    "NHS Number",
    "Date of Birth",
    "Gender",
    "Usual GP's Full Name",
]
_CONSULTATION = [
    "Date",
    "Time",
    "Code Term",
    "User Details' Full Name",
    "Location",
    "Mode of Contact",
    "Slot Status",
]
_EMIS_STATUS = {"Attended": "Left", "Did not attend": "DNA"}
_SYSTMONE_STATUS = {
    "Attended": "Finished",
    "Did not attend": "Did Not Attend",
    "Cancelled by patient": "Cancelled by Patient",
    "Cancelled by service": "Cancelled by Unit",
}
_TITLES = {"GP surgery": "Dr", "Practice nurse": "Nurse", "Clinical pharmacist": "Pharmacist"}
_ROTAS = {
    "GP surgery": ("GP surgery", "10m"),
    "Practice nurse": ("Nurse clinic", "15m"),
    "Clinical pharmacist": ("Pharmacist clinic", "20m"),
}


def files(rows: Sequence[Row]) -> dict[str, bytes]:
    contacts = of_list(rows, "GP")
    return {
        "riverside-emis-population-report.csv": csv_bytes(_emis(_kept_in("EMIS", contacts))),
        "riverside-systmone-appointments.csv": csv_bytes(
            _systmone(_kept_in("SystmOne", contacts)), encoding="cp1252"
        ),
    }


def _kept_in(system: str, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.person.system == system]


def _emis(rows: Sequence[Row]) -> Iterator[list[str]]:
    """Lines on the report, a row of groups, the headings; a patient's cells stand in the first row only."""
    yield [INVENTED]
    yield ["Last Run:", "", "", "01-Apr-2026 09:00"]
    yield []
    yield ["Patient Details", *[""] * (len(_PATIENT) - 1), "Consultations", *[""] * (len(_CONSULTATION) - 1)]
    yield [*_PATIENT, *_CONSULTATION]
    for person, contacts in groupby(rows, key=lambda row: row.person):
        patient = _emis_patient(person)
        for row in contacts:
            yield [*patient, *_emis_consultation(row)]
            patient = [""] * len(_PATIENT)


def _emis_patient(person: Person) -> list[str]:
    usual = _surname_first(person.doctors[0], "Dr")
    born = f"{person.born:{DAY}}"
    return [
        person.surname,
        person.forename,
        local_id(person, "EMIS"),
        person.nhs_number,
        born,
        person.sex,
        usual,
    ]


def _emis_consultation(row: Row) -> list[str]:
    return [
        f"{row.start:{DAY}}",
        f"{row.start:%H:%M}",
        row.reason,
        _surname_first(row.clinician, _TITLES[row.team.name]),
        row.place,
        row.mode,
        _EMIS_STATUS.get(row.outcome, row.outcome),
    ]


def _surname_first(clinician: str, title: str) -> str:
    """As EMIS has it: OSEI, Amara (Dr) for Dr Amara Osei."""
    forename, surname = clinician.removeprefix(f"{title} ").split(" ", 1)
    return f"{surname.upper()}, {forename} ({title})"


def _systmone(rows: Sequence[Row]) -> Iterator[list[str]]:
    lines = [_systmone_appointment(row) for row in rows]
    yield [*(f"{REPORT}: {heading}" for heading in lines[0]), "Patient Count"]
    for line in lines:
        yield [*line.values(), "1"]


def _systmone_appointment(row: Row) -> dict[str, str]:
    person = row.person
    rota, duration = _ROTAS[row.team.name]
    return {
        "Patient ID": local_id(person, "SystmOne"),
        "NHS number": person.nhs_number,
        "First name": person.forename,
        "Surname": person.surname,
        "Date of birth": f"{person.born:{DAY}}",
        "Date of death": f"{person.died:{DAY}}" if person.died else "",
        "Sex": person.sex,
        "Appointment date": f"{row.start:{DAY}}",
        "Appointment time": f"{row.start:%H:%M}",
        "Appointment duration (actual)": duration if row.outcome == "Attended" else "",
        "Appointment status": _SYSTMONE_STATUS[row.outcome],
        "Clinician": row.clinician,
        "Rota type": rota,
        "Rota location": row.place,
        "Appointment reason": row.reason,
        "Contact method": row.mode,
    }
