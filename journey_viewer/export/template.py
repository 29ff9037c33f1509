"""The blank list: what people fill in by hand where no system can export a journey."""

from dataclasses import dataclass
from datetime import date

import xlsxwriter

from journey_viewer.export.book import About, write_book
from journey_viewer.model.words import OUTCOME_NAMES, Service, service_name

_ABOUT = About(
    title="A blank list of contacts for Journey Viewer",
    made_on=date(2026, 4, 1),  # constant, so that the same template has the same bytes
    subject="One row for each contact with a service",
    category="Template",
    comments="Blank. The example on the second sheet is invented.",
)
_LAST_ROW = 5000
_DATE = "dd/mm/yyyy"
_TIME = "hh:mm"
_TEXT = "@"  # keeps a leading nought, and keeps Excel from taking a text for a date


@dataclass(frozen=True)
class _Column:
    heading: str
    width: int
    number_format: str
    meaning: str
    example: str  # of nobody: the sheet says so above
    choices: tuple[str, ...] = ()


_COLUMNS = (
    _Column(
        "Person",
        24,
        _TEXT,
        "A name, or whatever you call the person. Use the same words on every row.",
        "Jo Sample",
    ),
    _Column(
        "NHS number",
        14,
        _TEXT,
        "Ten digits, with or without spaces. It joins a person's rows from different lists.",
        "999 000 0018",
    ),
    _Column("Date of birth", 13, _DATE, "For the age. Once for each person is enough.", "07/05/1961"),
    _Column("Sex", 12, _TEXT, "May stay empty.", "Female", ("Female", "Male", "Other", "Not stated")),
    _Column(
        "Date",
        13,
        _DATE,
        "The day it happened or began. If you are not sure, put a question mark first: ?12 March 2025",
        "12/03/2025",
    ),
    _Column("Time", 8, _TIME, "If you know it, on the 24-hour clock.", "14:30"),
    _Column(
        "End date",
        13,
        _DATE,
        "For a stay, or a service that went on for a time. Write ongoing if it has not ended.",
        "",
    ),
    _Column(
        "Service",
        22,
        _TEXT,
        "Who it was with. Choose from the list, or write the team's own name.",
        "GP practice",
        tuple(service_name(service) for service in Service),
    ),
    _Column(
        "Reason",
        40,
        _TEXT,
        "In a few plain words, as you would say it in the meeting. No names.",
        "Chest pain, anxious",
    ),
    _Column(
        "Clinician",
        24,
        _TEXT,
        "Who saw them. It shows how many different people they had to tell.",
        "Dr A. Sample",
    ),
    _Column("Place", 24, _TEXT, "Which surgery, hospital or team.", "Sample Surgery"),
    _Column(
        "Outcome",
        26,
        _TEXT,
        "What became of it. Empty means attended.",
        "Attended",
        tuple(outcome.capitalize() for outcome in OUTCOME_NAMES.values()),
    ),
    _Column(
        "Mode",
        14,
        _TEXT,
        "How it took place.",
        "Face to face",
        ("Face to face", "Telephone", "Video", "Online", "Home visit"),
    ),
)

_ADVICE = (
    "One row for each time the person touched a service: seen, missed, cancelled or refused.",
    "Only a person or an NHS number, a date and a service are needed. Leave the rest empty where you do not know it.",
    "Put several people in one list, one below the other. The order of the rows does not matter.",
    "Write what did not happen, too: a missed appointment or a refused referral is part of the journey.",
    "This list identifies people. Keep it where you keep patient records, and do not send it by e-mail.",
    "When you have finished, save it and drop it on the Journey Viewer window.",
)


def template_workbook() -> bytes:
    """A workbook with an empty sheet "Contacts" and a sheet that says how to fill it in; always the same bytes."""
    return write_book(_ABOUT, _fill)


def _fill(book: xlsxwriter.Workbook) -> None:
    _write_contacts(book)
    _write_advice(book)


def _write_contacts(book: xlsxwriter.Workbook) -> None:
    heading = book.add_format({"bold": True, "bottom": 1})
    page = book.add_worksheet("Contacts")
    for place, column in enumerate(_COLUMNS):
        page.set_column(place, place, column.width, book.add_format({"num_format": column.number_format}))
        page.write_string(0, place, column.heading, heading)
        if column.choices:
            offer = {
                "validate": "list",
                "source": list(column.choices),
                "show_error": False,
            }  # others are allowed
            page.data_validation(1, place, _LAST_ROW, place, offer)
    page.freeze_panes(1, 0)


def _write_advice(book: xlsxwriter.Workbook) -> None:
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page = book.add_worksheet("How to fill this in")
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 88, wrapped)
    page.set_column(2, 2, 24)
    page.write_string(0, 0, "How to fill in the sheet Contacts", bold)
    for row, advice in enumerate(_ADVICE, start=1):
        page.write_string(row, 0, str(row))
        page.write_string(row, 1, advice, wrapped)
    first = len(_ADVICE) + 2
    for place, text in enumerate(("Column", "What goes in it", "An invented example")):
        page.write_string(first, place, text, bold)
    for row, column in enumerate(_COLUMNS, start=first + 1):
        for place, text in enumerate((column.heading, column.meaning, column.example)):
            page.write_string(row, place, text)
