"""A table as a workbook in which every cell is text."""

from collections.abc import Iterable, Sequence
from datetime import date

from journey_viewer.export.book import About, Column, Table, add_table, write_book

_CREATED = date(2026, 4, 1)  # constant, so that the same table has the same bytes


def table_workbook(name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """One sheet with a bold heading row that stays in sight."""
    texts = [[str(cell) for cell in row] for row in rows]
    table = Table(name, [Column(heading) for heading in headings], texts)
    return write_book(About(name, _CREATED), lambda book: add_table(book, table))
