"""The lists as each organisation would send them: other headings, other dates, the same ten people."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from journeys import Row

INVENTED = "Invented data for Riverside PCN: nobody here exists"
CREATED = datetime(2026, 4, 1, 9)  # constant, so that the same rows give the same bytes

Cell = str | date | time
Columns = dict[str, Callable[[Row], Cell]]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or a whole CSV file: whose rows it takes, and what stands under each heading."""

    name: str
    columns: Columns

    def lines(self, rows: Sequence[Row]) -> list[list[Cell]]:
        mine = [row for row in rows if row.team.list_name == self.name]
        return [[cell(row) for cell in self.columns.values()] for row in mine]


def slashed(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def spelt(day: date) -> str:
    return f"{day:%d-%b-%Y}"


def nhs_number(row: Row) -> Cell:
    return row.person.nhs_number


def nhs_number_closed_up(row: Row) -> Cell:
    return row.person.nhs_number.replace(" ", "")


def name(row: Row) -> Cell:
    return row.person.name


def surname_first(row: Row) -> Cell:
    first, last = row.person.name.split(" ", 1)
    return f"{last.upper()}, {first}"


def born(row: Row) -> Cell:
    return row.person.born


def born_slashed(row: Row) -> Cell:
    return slashed(row.person.born)


def sex(row: Row) -> Cell:
    return row.person.sex


def initial_of_sex(row: Row) -> Cell:
    return row.person.sex[0]


def died_slashed(row: Row) -> Cell:
    return slashed(row.person.died) if row.person.died else ""


def day(row: Row) -> Cell:
    return row.written or row.start.date()


def day_slashed(row: Row) -> Cell:
    return row.written or slashed(row.start)


def day_spelt(row: Row) -> Cell:
    return row.written or spelt(row.start)


def hour(row: Row) -> Cell:
    return row.start.time()


def hour_as_text(row: Row) -> Cell:
    return f"{row.start:%H:%M}"


def end(row: Row) -> Cell:
    return row.end or ""


def end_spelt(row: Row) -> Cell:
    return spelt(row.end) if isinstance(row.end, date) else row.end or ""


def service(row: Row) -> Cell:
    return row.team.name


def reason(row: Row) -> Cell:
    return row.reason


def clinician(row: Row) -> Cell:
    return row.clinician


def place(row: Row) -> Cell:
    return row.place


def outcome(row: Row) -> Cell:
    return row.outcome


def mode(row: Row) -> Cell:
    return row.mode


GP_PRACTICES = Sheet(
    "GP practices",
    {
        "NHS number": nhs_number,
        "Person": name,
        "Date of birth": born_slashed,
        "Sex": sex,
        "Date of death": died_slashed,
        "Date": day_slashed,
        "Time": hour_as_text,
        "Service": service,
        "Reason": reason,
        "Clinician": clinician,
        "Place": place,
        "Outcome": outcome,
        "Mode": mode,
    },
)

_IN_HOSPITAL: Columns = {
    "NHS No": nhs_number_closed_up,
    "Patient name": surname_first,
    "DOB": born,
    "Gender": initial_of_sex,
}
HOSPITAL = (
    Sheet(
        "A&E",
        _IN_HOSPITAL
        | {"Arrival date": day, "Arrival time": hour, "Service": service, "Presenting complaint": reason}
        | {"Clinician": clinician, "Hospital name": place, "Outcome": outcome},
    ),
    Sheet(
        "Hospital stays",
        _IN_HOSPITAL
        | {"Admission date": day, "Discharge date": end, "Service": service, "Reason": reason}
        | {"Consultant": clinician, "Hospital name": place},
    ),
    Sheet(
        "Outpatients",
        _IN_HOSPITAL
        | {"Appointment date": day, "Appointment time": hour, "Service": service, "Reason": reason}
        | {
            "Consultant": clinician,
            "Hospital name": place,
            "Attendance status": outcome,
            "Contact method": mode,
        },
    ),
    Sheet(
        "Ambulance",
        _IN_HOSPITAL
        | {"Call date": day, "Time": hour, "Service": service, "Reason": reason, "Outcome": outcome},
    ),
)

_IN_TOWN: Columns = {"NHS number": nhs_number, "Name": name, "Date of birth": born, "Sex": sex}
COMMUNITY_AND_COUNCIL = (
    Sheet(
        "Community health",
        _IN_TOWN
        | {"Contact date": day_spelt, "End date": end_spelt, "Team": service, "Reason": reason}
        | {"Clinician": clinician, "Place": place, "Outcome": outcome, "Contact method": mode},
    ),
    Sheet(
        "Mental health",
        _IN_TOWN
        | {"Date": day, "Time": hour, "Service": service, "Reason": reason}
        | {"Clinician": clinician, "Place": place, "Outcome": outcome, "Mode": mode},
    ),
    Sheet(
        "Local authority",
        _IN_TOWN
        | {"Start date": day, "End date": end, "Service": service, "Primary support reason": reason}
        | {"Worker": clinician, "Outcome": outcome},
    ),
    Sheet(
        "Voluntary sector",
        _IN_TOWN
        | {
            "Date": day,
            "Service": service,
            "Reason for contact": reason,
            "Worker": clinician,
            "Outcome": outcome,
        },
    ),
)


def write_csv(sheet: Sheet, rows: Sequence[Row]) -> bytes:
    """UTF-8 with the Windows line ends that a spreadsheet writes; the first line says that it is invented."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([INVENTED])
    writer.writerow(sheet.columns)
    writer.writerows(sheet.lines(rows))
    return stream.getvalue().encode()


def write_workbook(title: str, sheets: Sequence[Sheet], rows: Sequence[Row]) -> bytes:
    """A workbook with real dates and times, and a title row above the headings of each sheet."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": title,
                "subject": INVENTED,
                "author": "Journey Viewer examples",
                "manager": "",
                "company": "Riverside PCN (invented)",
                "category": "Invented data",
                "keywords": "invented, example",
                "comments": INVENTED,
                "status": "",
                "created": CREATED,
            }
        )
        for sheet in sheets:
            _write_sheet(book, sheet, sheet.lines(rows))
    return stream.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, sheet: Sheet, lines: list[list[Cell]]) -> None:
    bold = book.add_format({"bold": True})
    dates = book.add_format({"num_format": "dd/mm/yyyy"})
    times = book.add_format({"num_format": "hh:mm"})
    page = book.add_worksheet(sheet.name)
    page.write_string(0, 0, INVENTED)
    for column, heading in enumerate(sheet.columns):
        page.write_string(2, column, heading, bold)
        page.set_column(column, column, max(len(heading), *(len(str(line[column])) for line in lines)) + 1)
    page.freeze_panes(3, 0)
    for row, line in enumerate(lines, start=3):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                page.write_string(row, column, cell)
            else:
                page.write_datetime(row, column, cell, times if isinstance(cell, time) else dates)
