"""A table as a workbook in which every cell is text: nothing in it can be a formula or a link."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

_CREATED = datetime(2026, 4, 1, 9)  # constant, so that the same table has the same bytes
_WIDEST = 60


def table_workbook(name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """One sheet with a bold heading row that stays in sight."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties({"title": name, "author": "Journey Viewer", "created": _CREATED})
    sheet = workbook.add_worksheet(name)
    bold = workbook.add_format({"bold": True})
    widths = [len(heading) for heading in headings]
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
    for place, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            text = str(cell)
            sheet.write_string(place, column, text)
            widths[column] = min(max(widths[column], len(text)), _WIDEST)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)
    workbook.close()
    return content.getvalue()
