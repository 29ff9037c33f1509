"""Workbooks in which every cell is a text or a number: nothing in them can be a formula or a link."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from textwrap import wrap
from types import MappingProxyType
from typing import Any

import xlsxwriter

from journey_viewer.export.plain_text import plain
from journey_viewer.export.timeless import timeless

Cell = str | int | date | None

_FONT = {"font_name": "Arial", "font_size": 10}
_PLAIN: Mapping[str, Any] = MappingProxyType({})
_LONGEST = 32_767
"""Excel's own limit for a cell; what is longer is cut, and says so."""
_WIDEST = 60
_FIRST_DAY = date(1899, 12, 30)  # Excel's day 0
_A4 = 9
_LINE, _BETWEEN, _AROUND_HEADINGS, _HIGHEST = 12.75, 2.25, 4.5, 409.0
"""Points: of a line of 10 point letters, between rows, around headings, and the most that a row can have."""


@dataclass(frozen=True)
class About:
    """What the properties say; ``made_on`` is the only date in the file."""

    title: str
    made_on: date
    subject: str = ""
    category: str = ""
    keywords: str = ""
    comments: str = ""


@dataclass(frozen=True)
class Column:
    """``width`` in letters; 0 is as wide as the longest of its cells, up to 60."""

    heading: str
    width: int = 0


@dataclass(frozen=True)
class Table:
    """One sheet. A cell that is None stays empty; a date is written as a day."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def write_book(about: About, fill: Callable[[Any], None]) -> bytes:
    """An .xlsx that ``fill`` puts sheets into; the same sheets have the same bytes."""
    content = io.BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(_FONT)}  # it writes into what it is given
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties(
            {
                "title": about.title,
                "subject": about.subject,
                "author": "Journey Viewer",
                "manager": "",
                "company": "",
                "category": about.category,
                "keywords": about.keywords,
                "comments": about.comments,
                "status": "",
                "created": datetime.combine(about.made_on, time()),
            }
        )
        fill(book)
    return timeless(content.getvalue())


def add_table(book: Any, table: Table, *, heading: Mapping[str, Any] = _PLAIN, footer: str = "") -> Any:
    """A sheet whose headings stay in sight and can be filtered by, ready for A4 across."""
    sheet = book.add_worksheet(table.name)
    top = book.add_format({"valign": "top", "text_wrap": True})
    day = book.add_format({"valign": "top", "align": "left", "num_format": "d mmmm yyyy"})
    number = book.add_format({"valign": "top", "align": "right", "indent": 1})
    bold = book.add_format({"bold": True, "valign": "vcenter", "text_wrap": True, **heading})
    widths = [column.width or _width(table, place) for place, column in enumerate(table.columns)]
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(place, place, width, top)
        sheet.write_string(0, place, legible(column.heading), bold)
    sheet.set_row(0, row_height([column.heading for column in table.columns], widths) + _AROUND_HEADINGS)
    for row, cells in enumerate(table.rows, start=1):
        sheet.set_row(row, row_height([str(cell) for cell in cells], widths))
        for place, cell in enumerate(cells):
            look = day if isinstance(cell, date) else number if isinstance(cell, int) else top
            write_cell(sheet, row, place, cell, look)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    sheet.repeat_rows(0)
    set_print(sheet, footer)
    return sheet


def write_cell(sheet: Any, row: int, place: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, date):
        sheet.write_number(row, place, (cell - _FIRST_DAY).days, look)
    elif isinstance(cell, int):
        sheet.write_number(row, place, cell, look)
    elif cell:
        sheet.write_string(row, place, legible(cell), look)


def set_print(sheet: Any, footer: str) -> None:
    """A4 across, one page wide, with the page's number."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L {footer}&R Page &P of &N")


def row_height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Points that a row needs for its words in columns so many letters wide; not every program works it out."""
    lines = (
        sum(len(wrap(line, width)) or 1 for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(_LINE * max(lines, default=1) + _BETWEEN, _HIGHEST)


def legible(text: str) -> str:
    """The text without what XML cannot carry, and no longer than a cell can be."""
    kept = plain(text)
    return kept if len(kept) <= _LONGEST else f"{kept[: _LONGEST - 1]}…"


def _width(table: Table, place: int) -> int:
    longest = max(
        (len(line) for row in table.rows for line in str(row[place] or "").split("\n")),
        default=0,
    )
    return min(max(longest, len(table.columns[place].heading)), _WIDEST) + 2
