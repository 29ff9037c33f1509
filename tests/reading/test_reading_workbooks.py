import io
import multiprocessing
import re
import zipfile
from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from old_workbooks import ods
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from reading_kit import accounts, finished, workbook_file

from journey_viewer.errors import JourneyError, NoDateColumn, NoUsableSheet, WorkbookBroken
from journey_viewer.model.progress import Progress
from journey_viewer.reading import workbooks
from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.sheets import Sheet
from journey_viewer.reading.workbook_child import Parser
from journey_viewer.reading.workbook_parts import cells_claimed

HEADINGS = ["Person", "Date", "Time", "Service", "Reason", "DNA"]


def test_a_workbook_keeps_dates_as_dates_and_reads_hidden_sheets(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path / "list.xlsx",
        ReadMe=[["How to fill this in"], ["One row each"]],
        List=[
            ["Deep dive"],
            HEADINGS,
            ["JS", datetime(2025, 3, 4), 0.5, 111, "fall", True],
            [],
            ["JS", 45000, None, "GP", 5],
        ],
    )
    workbook = openpyxl.load_workbook(path)
    workbook["List"].sheet_state = "hidden"
    workbook.save(path)
    imported = finished(read_lists([path]))
    first, second = sorted(imported.touchpoints, key=lambda touchpoint: touchpoint.row)
    assert accounts(imported) == [(3, 2, 0, 0, 1, 0)]
    assert (first.start, first.timed, first.service, first.outcome) == (
        datetime(2025, 3, 4, 12),
        True,
        "urgent_111",
        "did_not_attend",
    )
    assert (second.start, second.reason, second.row) == (datetime(2023, 3, 15), "5", 5)
    assert [imported.sources[touchpoint.source].sheet for touchpoint in (first, second)] == ["List", "List"]


def test_a_stray_cell_in_the_last_corner_does_not_lose_the_list(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", List=[HEADINGS, ["JS", "4/3/2025", "", "GP", "fall", ""]])
    workbook = openpyxl.load_workbook(path)
    workbook["List"]["XFD1048576"] = "stray"
    workbook.save(path)
    imported = finished(read_lists([path]))
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[Parser]:
    """The parsers that were given a workbook, as it was read."""
    seen: list[Parser] = []
    read_with = workbooks._read_with

    def seeing(parser: Parser, path: Path, until: float) -> Generator[Progress, None, list[Sheet]]:
        seen.append(parser)
        return read_with(parser, path, until)

    monkeypatch.setattr(workbooks, "_read_with", seeing)
    return seen


def with_size(path: Path, told: bytes, corner: str = "") -> Path:
    """A list whose sheet says this of its size, with something in one more cell."""
    workbook_file(path, List=[HEADINGS, ["JS", "4/3/2025", "", "GP", "fall", ""]])
    if corner:
        workbook = openpyxl.load_workbook(path)
        workbook["List"][corner] = "stray"
        workbook.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet], times = re.subn(rb"<dimension[^>]*/>", told, parts[sheet])
    assert times == 1
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


VAST = b'<dimension ref="A1:XFD1048576"/>'


@pytest.mark.parametrize("corner", ["", "XFD1048576"])
def test_what_says_that_it_is_vast_is_given_to_the_careful_parser_alone(
    tmp_path: Path, tried: list[Parser], corner: str
) -> None:
    imported = finished(read_lists([with_size(tmp_path / "list.xlsx", VAST, corner)]))
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]
    assert tried == [Parser.OPENPYXL]


@pytest.mark.parametrize("told", [b"", b'<dimension ref="A1:F2"/>', b'<dimension ref="A:XFD"/>'])
def test_a_stray_cell_of_which_the_size_says_nothing_does_not_lose_the_list(
    tmp_path: Path, tried: list[Parser], told: bytes
) -> None:
    imported = finished(read_lists([with_size(tmp_path / "list.xlsx", told, "XFD1048576")]))
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]
    assert tried == [Parser.CALAMINE, Parser.OPENPYXL]


def test_a_long_list_is_given_to_the_fast_parser(tmp_path: Path, tried: list[Parser]) -> None:
    finished(read_lists([with_size(tmp_path / "list.xlsx", b'<dimension ref="A1:AN1048576"/>')]))
    assert tried == [Parser.CALAMINE]


@pytest.mark.parametrize(
    ("told", "cells"),
    [
        (VAST, 2**34),
        (b"<x:dimension  ref='$B$2:$C$4' />", 6),
        (b'<dimension ref="XFD1048576"/>', 0),
        (b'<dimension ref="C4:A1"/>', 0),
        (b'<dimension ref="A1:ZZZZZ99999999999"/>', 0),
        (b"<!--" + b" " * 9000 + b"-->" + VAST, 0),
        (b"", 0),
    ],
)
def test_the_size_that_a_sheet_claims_is_read_from_its_beginning(
    tmp_path: Path, told: bytes, cells: int
) -> None:
    assert cells_claimed(with_size(tmp_path / "list.xlsx", told)) == cells


def test_the_largest_sheet_counts_and_what_is_no_workbook_claims_nothing(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", One=[["a", "b"]], Two=[["a", "b"]] * 9, Three=[["a"]])
    assert cells_claimed(path) == 18
    path.write_bytes(path.read_bytes()[:200])
    assert cells_claimed(path) == 0


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ([["Read me"], ["Only words here"]], NoUsableSheet),
        ([["Person", "Service", "Reason"], ["JS", "GP", "fall"]], NoDateColumn),
    ],
)
def test_a_workbook_without_a_list_says_what_is_missing(
    tmp_path: Path, rows: list[list[str]], error: type[JourneyError]
) -> None:
    path = workbook_file(tmp_path / "list.xlsx", Notes=[["Nothing"]], Sheet=rows)
    with pytest.raises(error):
        finished(read_lists([path]))


def test_a_truncated_workbook_is_broken(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", List=[HEADINGS, ["JS", "4/3/2025", "", "GP", "fall", ""]])
    content = path.read_bytes()
    sheet = content.index(b"xl/worksheets/sheet1.xml")
    path.write_bytes(content[: sheet + 40] + bytes(60) + content[sheet + 100 :])
    with pytest.raises(WorkbookBroken):
        finished(read_lists([path]))


def test_closing_the_job_ends_the_child_process(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", List=[HEADINGS])
    job = read_lists([path])
    while not multiprocessing.active_children():
        next(job)
    job.close()
    assert multiprocessing.active_children() == []


def test_a_cell_merged_downwards_counts_in_each_of_its_rows(tmp_path: Path) -> None:
    rows = [
        ["Deep dive, March"],
        [],
        ["", *HEADINGS],
        ["", "JS", "4/3/2025", "", "GP", "fall", ""],
        ["", "", "5/3/2025", "", "A&E", "", ""],
        ["", "", "6/3/2025", "", "", "", ""],
        ["", "KL", "7/3/2025", "", "GP", "", ""],
        ["", "KL", "8/3/2025", "", "GP", "", ""],
        ["", "KL", "9/3/2025", "", "GP", "", ""],
    ]
    path = workbook_file(tmp_path / "list.xlsx", List=rows)
    workbook = openpyxl.load_workbook(path)
    for merged in ("A1:D1", "B4:B6", "E5:E6"):
        workbook["List"].merge_cells(merged)
    workbook.save(path)
    imported = finished(read_lists([path]))
    assert [(t.person, t.service) for t in imported.touchpoints][:4] == [
        (0, "gp"),
        (0, "ae"),
        (0, "ae"),
        (1, "gp"),
    ]
    assert accounts(imported) == [(6, 6, 0, 0, 0, 0)]


@pytest.mark.parametrize("as_date", [True, False])
def test_day_numbers_count_from_1904_where_the_workbook_says_so(tmp_path: Path, as_date: bool) -> None:
    path = tmp_path / "list.xlsx"
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.worksheets[0]
    sheet.append(["Person", "Date", "Service"])
    sheet.append(["JS", datetime(2025, 3, 12) if as_date else 45728 - 1462, "GP"])
    workbook.save(path)
    assert finished(read_lists([path])).touchpoints[0].start == datetime(2025, 3, 12)


def test_a_list_typed_by_hand_has_titles_totals_several_sheets_and_dates_of_all_kinds(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "Mrs A": [
            ["Deep dive: top ten"],
            ["Practice", "Riverside"],
            ["Patient", "DOB", "When", "Who saw them", "Service", "What for", "What happened"],
            ["A.B.", datetime(1950, 1, 1), datetime(2025, 3, 4), "Dr Ray", "A and E", "fall", "seen"],
            ["", "", "?12 March 2025", "", "Dist nurse", "dressing", "no access"],
            ["", "", "13.3.25", "", "CMHT", "low mood", "referral declined"],
            ["", "", 45735, "", "Social services", "", "seen"],
            ["Total", "", "", "", "", 4, ""],
        ],
        "Mr C": [
            ["Patient", "Date", "Team", "Outcome"],
            ["C.D.", "Wed 5 March 2025", "Age UK", "attended"],
            ["Grand total: 1", "", "", ""],
        ],
        "Notes": [["Remember to ask about housing"]],
    }
    path = workbook_file(tmp_path / "deep dive.xlsx", **sheets)
    imported = finished(read_lists([path]))
    assert accounts(imported) == [(5, 4, 0, 0, 1, 0), (2, 1, 0, 0, 1, 0)]
    assert [(t.service, t.outcome, t.uncertain, t.start.day) for t in imported.touchpoints] == [
        ("ae", "attended", False, 4),
        ("community", "did_not_attend", True, 12),
        ("mental_health", "refused", False, 13),
        ("social_care", "attended", False, 19),
        ("voluntary", "attended", False, 5),
    ]
    assert {source.sure for source in imported.sources} == {"likely"}


EVERYWHERE = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
FILLED = '<table:table-cell office:value-type="string" table:number-columns-repeated="{}"><text:p>x</text:p></table:table-cell>'
BLANK = '<table:table-cell table:number-columns-repeated="{}"/>'


def an_open_document(path: Path, *more: str) -> Path:
    """A list of one row with this below it."""
    content = ods([["Person", "Date", "Service"], ["JS", "2025-03-04", "GP"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(path, "w") as out:
        for name in archive.namelist():
            out.writestr(
                name,
                archive.read(name).replace(b"</table:table>", "".join(more).encode() + b"</table:table>"),
            )
    return path


def test_an_open_document_that_is_blank_to_its_last_corner_is_read(tmp_path: Path) -> None:
    path = an_open_document(tmp_path / "list.ods", EVERYWHERE.format(1_048_574, BLANK.format(16_384)))
    assert accounts(finished(read_lists([path]))) == [(1, 1, 0, 0, 0, 0)]


@pytest.mark.parametrize(
    "bomb",
    [
        [EVERYWHERE.format(1_048_574, FILLED.format(16_384))],
        [EVERYWHERE.format(4_000_000_000, FILLED.format(4_000_000_000))],
        [EVERYWHERE.format(1000, FILLED.format(16_384))] * 20,
        [EVERYWHERE.format(1_048_573, BLANK.format(1)), EVERYWHERE.format(1, BLANK.format(16_383) + FILLED.format(1))],
    ],
    ids=["to the last corner", "beyond it", "again and again", "one stray cell in the last corner"],
)  # fmt: skip
def test_an_open_document_that_repeats_its_cells_without_end_is_refused_in_one_sentence(
    tmp_path: Path, bomb: list[str]
) -> None:
    path = an_open_document(tmp_path / "list.ods", *bomb)
    with pytest.raises(WorkbookBroken):
        finished(read_lists([path]))
    assert multiprocessing.active_children() == []
