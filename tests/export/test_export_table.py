import io
import zipfile

import openpyxl
import pytest

from journey_viewer.export.table import table_workbook

PAYLOADS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "http://x",
    "mailto:x@y",
    "\t=1",
    "{=1}",
)


def _cells(content: bytes) -> list[tuple[object, str]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [(cell.value, cell.data_type) for row in sheet.iter_rows(min_row=2) for cell in row]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_cell_is_text_whatever_stands_in_it(payload: str) -> None:
    assert _cells(table_workbook("Table", ["Heading"], [[payload]])) == [(payload, "s")]


def test_nothing_in_it_is_a_link() -> None:
    content = table_workbook("Table", ["Heading"], [[payload] for payload in PAYLOADS])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<hyperlink" not in parts.read("xl/worksheets/sheet1.xml")


def test_the_same_table_has_the_same_bytes() -> None:
    assert table_workbook("Table", ["A", "B"], [[1, "x"]]) == table_workbook("Table", ["A", "B"], [[1, "x"]])
