"""Workbooks in the formats besides .xlsx: dates, text and numbers come through, whichever day the numbers count from."""

from collections.abc import Callable, Generator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import old_workbooks
import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from reading_kit import accounts, finished, workbook_file

from journey_viewer.errors import WorkbookBroken
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.reading import workbooks
from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.sheets import Sheet
from journey_viewer.reading.workbook_child import Parser, Told, tell_sheets
from journey_viewer.reading.workbook_parts import counts_from_1904, merged_down

WRITERS: dict[str, Callable[..., bytes]] = {
    "xlsb": old_workbooks.xlsb,
    "xls": old_workbooks.xls,
    "ods": old_workbooks.ods,
}
EACH = pytest.mark.parametrize("ending", WRITERS)
ROWS: old_workbooks.Rows = [
    ["Deep dive, March"],
    ["Person", "Date", "Service", "Reason"],
    ["Zoë “Z” Ω", date(2025, 3, 12), "GP", 5],
    ["Zoë “Z” Ω", datetime(2025, 3, 12, 14, 30), "A&E", 1.5],
    ["KL", "?12 March 2025", "Dist nurse", None],
    ["KL", 45728.5, "CMHT", "low mood"],
]


def read(folder: Path, ending: str, rows: old_workbooks.Rows, *, from_1904: bool = False) -> Imported:
    path = folder / f"list.{ending}"
    path.write_bytes(WRITERS[ending](rows, from_1904=from_1904))
    return finished(read_lists([path]))


@EACH
def test_text_dates_and_numbers_are_read(tmp_path: Path, ending: str) -> None:
    imported = read(tmp_path, ending, ROWS)
    assert accounts(imported) == [(4, 4, 0, 0, 0, 0)]
    assert [(t.start, t.uncertain, t.reason, t.service) for t in imported.touchpoints] == [
        (datetime(2025, 3, 12), False, "5", "gp"),
        (datetime(2025, 3, 12, 14, 30), False, "1.5", "ae"),
        (datetime(2025, 3, 12), True, "", "community"),
        (datetime(2025, 3, 12, 12), False, "low mood", "mental_health"),
    ]
    assert [person.name for person in imported.people] == ["Zoë “Z” Ω", "KL"]


@EACH
@pytest.mark.parametrize("day", [date(2025, 3, 12), 45728 - 1462])
def test_days_count_from_1904_where_the_workbook_says_so(
    tmp_path: Path, ending: str, day: date | int
) -> None:
    rows: old_workbooks.Rows = [["Person", "Date", "Service"], ["JS", day, "GP"]]
    imported = read(tmp_path, ending, rows, from_1904=True)
    assert imported.touchpoints[0].start == datetime(2025, 3, 12)


def test_the_settings_of_an_open_document_may_stand_far_down(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    path.write_bytes(old_workbooks.ods([["a"]], from_1904=True, before=f"<!--{'x' * 500_000}-->"))
    assert counts_from_1904(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_broken_workbook_counts_as_others_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(content)
    assert not counts_from_1904(path)


def test_a_parser_that_panics_has_found_the_workbook_broken(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(old_workbooks.xls(ROWS)[:5000])
    told: list[tuple[Any, ...]] = []
    tell_sheets(path, Parser.CALAMINE, told.append)
    assert told == [(Told.READY,), (Told.BROKEN,)]
    capfd.readouterr()  # what the parser itself prints of it
    with pytest.raises(WorkbookBroken):
        finished(read_lists([path]))
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def with_the_other_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the first parser fails."""
    read_with = workbooks._read_with
    monkeypatch.setattr(workbooks, "_read_with", lambda _, *rest: read_with(Parser.OPENPYXL, *rest))


@EACH
def test_what_only_one_parser_reads_is_not_tried_with_another(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Parser] = []

    def fail(parser: Parser, *_: Any) -> Generator[Progress, None, list[Sheet]]:
        tried.append(parser)
        raise WorkbookBroken
        yield

    monkeypatch.setattr(workbooks, "_read_with", fail)
    with pytest.raises(WorkbookBroken):
        read(tmp_path, ending, ROWS)
    assert tried == [Parser.CALAMINE]


@pytest.mark.usefixtures("with_the_other_parser")
def test_the_other_parser_does_not_mind_what_a_workbook_is_called(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path / "list.xlsx", List=[["Person", "Date", "Service"], ["JS", "4/3/2025", "GP"]]
    )
    assert len(finished(read_lists([path.rename(tmp_path / "list.csv")])).touchpoints) == 1


@pytest.mark.usefixtures("with_the_other_parser")
def test_the_other_parser_fills_merged_cells_and_counts_from_1904_too(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.worksheets[0]
    rows: list[tuple[Any, ...]] = [
        ("Person", "Date", "Service"),
        ("JS", 45728 - 1462, "GP"),
        (None, datetime(2025, 3, 13), None),
    ]
    for row, cells in enumerate((*rows, ("KL", datetime(2025, 3, 14), "A&E")), start=4):
        for letter, cell in zip("CDE", cells, strict=True):
            sheet[f"{letter}{row}"] = cell
    for merged in ("C5:C6", "E5:E6", "A1:E1"):
        sheet.merge_cells(merged)
    workbook.save(path)
    imported = finished(read_lists([path]))
    assert [(t.person, t.service, t.start.day) for t in imported.touchpoints] == [
        (0, "gp", 12),
        (0, "gp", 13),
        (1, "ae", 14),
    ]


def test_what_is_merged_is_found_across_the_pieces_in_which_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.xlsx"
    workbook = openpyxl.Workbook()
    for merged in ("A1:A2", "B3:B9", "AA1:AB3", "C1:D1"):
        workbook.worksheets[0].merge_cells(merged)
    workbook.save(path)
    monkeypatch.setattr("journey_viewer.reading.workbook_parts._CHUNK", 7)
    found = merged_down(path, "xl/worksheets/sheet1.xml")
    assert {first: sorted(ranges) for first, ranges in found.items()} == {0: [(0, 1), (26, 2)], 2: [(1, 8)]}
