"""A workbook with real dates and times, whose properties say that it is invented."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

import xlsxwriter

from shapes.words import INVENTED

CREATED = datetime(2026, 4, 1, 9)  # constant, so that the same rows give the same bytes

Cell = str | date | time
Line = Mapping[str, Cell]


def workbook(title: str, sheets: Mapping[str, Sequence[Line]], above: Sequence[str] = ()) -> bytes:
    """``above``: what stands in the rows above the headings of each sheet."""
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
        for name, lines in sheets.items():
            _write_sheet(book, name, lines, above)
    return stream.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, name: str, lines: Sequence[Line], above: Sequence[str]) -> None:
    bold = book.add_format({"bold": True})
    dates = book.add_format({"num_format": "dd/mm/yyyy"})
    times = book.add_format({"num_format": "hh:mm"})
    page = book.add_worksheet(name)
    for place, text in enumerate(above):
        page.write_string(place, 0, text)
    for column, heading in enumerate(lines[0]):
        page.write_string(len(above), column, heading, bold)
        page.set_column(column, column, max(len(heading), *(len(str(line[heading])) for line in lines)) + 1)
    page.freeze_panes(len(above) + 1, 0)
    for place, line in enumerate(lines, start=len(above) + 1):
        for column, cell in enumerate(line.values()):
            if isinstance(cell, str):
                page.write_string(place, column, cell)
            else:
                page.write_datetime(place, column, cell, times if isinstance(cell, time) else dates)
