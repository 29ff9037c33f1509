"""A workbook typed by hand: title rows, a sheet for each of those who have no export, the typists' own words."""

from collections.abc import Callable, Sequence
from datetime import datetime

from journeys import Row

from shapes.words import INVENTED, of_list
from shapes.workbooks import Cell, Line, workbook

# What the typists call a team where they call it something else.
_WORDS = {
    "Ambulance": "999",
    "Palliative care": "Hospice",
    "Link worker": "Social prescriber",
    "Carers' charity": "Carers charity",
    "Pharmacy": "Community pharmacy",
}
_ABOVE = (INVENTED, "Typed from telephone calls, letters and the notebooks of the link workers", "")

Column = Callable[[Row], Cell]


def files(rows: Sequence[Row]) -> dict[str, bytes]:
    sheets = {name: [_line(columns, row) for row in of_list(rows, name)] for name, columns in _SHEETS.items()}
    return {"riverside-typed-by-hand.xlsx": workbook("Riverside: typed by hand", sheets, _ABOVE)}


def _line(columns: dict[str, Column], row: Row) -> Line:
    return {heading: cell(row) for heading, cell in columns.items()}


def _number(row: Row) -> Cell:
    return row.person.nhs_number


def _closed_up(row: Row) -> Cell:
    return row.person.digits


def _name(row: Row) -> Cell:
    return row.person.name


def _surname_first(row: Row) -> Cell:
    return f"{row.person.surname.upper()}, {row.person.forename}"


def _born(row: Row) -> Cell:
    return row.person.born


def _born_slashed(row: Row) -> Cell:
    return f"{row.person.born:%d/%m/%Y}"


def _day(row: Row) -> Cell:
    return row.written or row.start.date()


def _day_as(style: str) -> Column:
    return lambda row: row.written or f"{row.start:{style}}"


def _day_spelt(row: Row) -> Cell:
    return row.written or _spelt(row.start)


def _spelt(day: datetime) -> str:
    return f"{day.day} {day:%B %Y}"


def _time(row: Row) -> Cell:
    return row.start.time()


def _end(row: Row) -> Cell:
    return row.end or ""


def _service(row: Row) -> Cell:
    return _WORDS.get(row.team.name, row.team.name)


def _reason(row: Row) -> Cell:
    return row.reason


def _clinician(row: Row) -> Cell:
    return row.clinician


def _place(row: Row) -> Cell:
    return row.place


def _outcome(row: Row) -> Cell:
    return row.outcome


_SHEETS: dict[str, dict[str, Column]] = {
    "999 calls": {
        "NHS No": _closed_up,
        "Patient name": _surname_first,
        "DOB": _born,
        "Date of call": _day,
        "Time": _time,
        "Service": _service,
        "Reason for call": _reason,
    },
    "Voluntary sector": {
        "NHS number": _number,
        "Name": _name,
        "Date": _day_spelt,
        "Team": _service,
        "What was it about": _reason,
        "Seen by": _clinician,
        "Where": _place,
    },
    "Police": {
        "Person": _name,
        "When": _day_as("%d.%m.%y"),
        "Service": _service,
        "What for": _reason,
    },
    "Pharmacy": {
        "NHS number": _number,
        "Patient": _name,
        "D.O.B.": _born_slashed,
        "Date": _day_as("%d/%m/%Y"),
        "Service": _service,
        "Reason": _reason,
        "Place": _place,
    },
    "Council": {
        "NHS No": _closed_up,
        "Client": _name,
        "DOB": _born,
        "From": _day,
        "To": _end,
        "Team": _service,
        "Why": _reason,
        "Worker": _clinician,
        "Outcome": _outcome,
    },
    "Hospice": {
        "NHS number": _number,
        "Name": _name,
        "DOB": _born_slashed,
        "Date": _day_as("%d-%b-%y"),
        "Service": _service,
        "Reason": _reason,
        "Seen by": _clinician,
        "Place": _place,
        "Outcome": _outcome,
    },
    "Letters": {
        "NHS number": _number,
        "Patient": _name,
        "Date of referral": _day,
        "Service": _service,
        "Reason for referral": _reason,
        "Outcome": _outcome,
    },
}
