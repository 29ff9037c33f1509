"""111 and GP out of hours as Adastra hands them over: no headings, cells divided by "|"."""

from collections.abc import Sequence
from datetime import timedelta

from journeys import Row

from shapes.words import csv_bytes, in_words, local_id, of_list, site_code

_LENGTH = timedelta(minutes=25)
_MOMENT = "%Y-%m-%d %H:%M:%S"
_OUTCOMES = {
    "Ambulance sent": ["ambulance sent"],
    "Attend A&E": ["attend a&e", "maternity"],
    "Nurse sent": ["nurse sent"],
    "Advice only": ["reassured", "rang to", "rang about"],
}


def files(rows: Sequence[Row]) -> dict[str, bytes]:
    cases = {f"{910001 + place}": row for place, row in enumerate(of_list(rows, "Adastra"))}
    shapes = {"case": _case, "consultation": _consultation, "patient": _patient, "outcomes": _outcome}
    return {
        f"riverside-adastra-{name}.csv": csv_bytes(
            [shape(ref, row) for ref, row in cases.items()], separator="|"
        )
        for name, shape in shapes.items()
    }


def _case(ref: str, row: Row) -> list[str]:
    start, end = _from_to(row)
    patient = local_id(row.person, "Adastra")
    return [
        patient,
        "Routine",
        ref,
        f"N{ref}",
        start,
        end,
        row.place,
        "Invented",
        "",
        "",
        site_code(row.place),
    ]


def _consultation(ref: str, row: Row) -> list[str]:
    start, end = _from_to(row)
    person = row.person
    told = [_by(row), "Invented", "", row.reason, ""]
    return [
        ref,
        f"{ref}1",
        start,
        end,
        row.place,
        *told,
        person.name,
        person.forename,
        person.surname,
        *_who(row),
    ]


def _by(row: Row) -> str:
    return row.mode if row.clinician else "111 call"


def _who(row: Row) -> list[str]:
    """ProviderType, GMC and UserRef; nobody is named at 111."""
    return ["GP" if row.clinician else "", "", row.clinician]


def _patient(ref: str, row: Row) -> list[str]:
    person = row.person
    patient = local_id(person, "Adastra")
    return [
        ref,
        patient,
        person.forename,
        person.surname,
        f"{person.born:{_MOMENT}}",
        person.digits,
        "Traced",
    ]


def _outcome(ref: str, row: Row) -> list[str]:
    return [ref, in_words(_OUTCOMES, row.reason, "Seen" if row.clinician else "Contact own GP")]


def _from_to(row: Row) -> tuple[str, str]:
    return f"{row.start:{_MOMENT}}", f"{row.start + _LENGTH:{_MOMENT}}"
