import multiprocessing
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from reading_kit import accounts, finished, workbook_file

from journey_viewer.errors import JourneyError, NoDateColumn, NoUsableSheet, WorkbookBroken
from journey_viewer.reading.lists import read_lists

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
    assert (second.start, second.reason, second.sheet, second.row) == (datetime(2023, 3, 15), "5", "List", 5)


def test_a_stray_cell_in_the_last_corner_does_not_lose_the_list(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", List=[HEADINGS, ["JS", "4/3/2025", "", "GP", "fall", ""]])
    workbook = openpyxl.load_workbook(path)
    workbook["List"]["XFD1048576"] = "stray"
    workbook.save(path)
    imported = finished(read_lists([path]))
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]


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
