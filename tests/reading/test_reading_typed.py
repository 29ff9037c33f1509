"""Lists as people type them: what stands above the table, in two heading rows, in a totals row."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from reading_kit import A, B, accounts, finished, read_csv, workbook_file

from journey_viewer.errors import NoPersonColumn
from journey_viewer.model.imported import Imported
from journey_viewer.reading.lists import read_lists

DAY = date(2025, 3, 4)
HEADINGS = ["Date", "Service", "Reason"]
Rows = list[list[Any]]


def read(folder: Path, **sheets: Rows) -> Imported:
    return finished(read_lists([workbook_file(folder / "list.xlsx", **sheets)]))


def test_a_sheet_about_one_person_says_so_above_its_table(tmp_path: Path) -> None:
    in_one_cell: Rows = [
        ["Deep dive for the PCN: March"],
        ["Patient: Jane Sample  DOB: 01/02/1950  NHS number: 999 000 0018"],
        HEADINGS,
        [DAY, "GP", "fall"],
    ]
    side_by_side: Rows = [
        ["Name", "", "Al Sample"],
        ["Date of birth", date(1960, 1, 2)],
        ["NHS No", int(B), "Practice", "Riverside"],
        HEADINGS,
        [DAY, "DN", "leg ulcer"],
        ["Total", 1, None],
    ]
    imported = read(tmp_path, One=in_one_cell, Two=side_by_side)
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0), (2, 1, 0, 0, 1, 0)]
    assert [(person.name, person.nhs_number, person.born) for person in imported.people] == [
        ("Jane Sample", A, date(1950, 2, 1)),
        ("Al Sample", B, date(1960, 1, 2)),
    ]
    remark = "Rows read as being about the person who is named above the table: 1."
    assert all(remark in source.remarks for source in imported.sources)


@pytest.mark.parametrize(
    "second", [["Patient: KL"], ["Patient", "KL"], ["Mrs L"], ["NHS number: 9990000026"]]
)
def test_a_sheet_with_a_table_for_each_person_gives_nobody_the_rows_of_another(
    tmp_path: Path, second: list[str]
) -> None:
    rows: Rows = [["Patient: JS"], HEADINGS, [DAY, "GP", "fall"], [], second, HEADINGS, [DAY, "GP", "cough"]]
    with pytest.raises(NoPersonColumn):
        read(tmp_path, List=rows)


@pytest.mark.parametrize(
    "above", ["Deep dive", "Practice: Riverside", "Patient:", "Patient", "DOB: 1/2/1950"]
)
def test_lines_above_that_name_nobody_make_no_person(tmp_path: Path, above: str) -> None:
    with pytest.raises(NoPersonColumn):
        read(tmp_path, List=[[above], HEADINGS, [DAY, "GP", "fall"]])


def test_a_column_for_people_counts_more_than_the_lines_above(tmp_path: Path) -> None:
    imported = read(tmp_path, List=[["Name: JS"], ["Initials", *HEADINGS], ["KL", DAY, "GP", "fall"]])
    assert [person.name for person in imported.people] == ["KL"]


def test_headings_in_two_rows_are_read_as_one(tmp_path: Path) -> None:
    rows: Rows = [
        ["Deep dive"],
        ["Name of", "Date of", "Service", "Reason for"],
        ["patient", "contact", "", "contact"],
        ["JS", DAY, "GP", "fall"],
    ]
    imported = read(tmp_path, List=rows)
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]
    touchpoint = imported.touchpoints[0]
    assert (touchpoint.start, touchpoint.reason, touchpoint.row) == (datetime(2025, 3, 4), "fall", 4)


def test_a_row_of_groups_above_the_headings_does_not_matter(tmp_path: Path) -> None:
    rows: Rows = [
        ["Patient", "", "Contact", "", ""],
        ["Name", "DOB", *HEADINGS],
        ["JS", date(1950, 2, 1), DAY, "GP", "fall"],
    ]
    assert accounts(read(tmp_path, List=rows)) == [(1, 1, 0, 0, 0, 0)]


@pytest.mark.parametrize("total", ["Total,23,", "TOTAL:,,5", "Grand total,0,", "Total (3),3,3"])
def test_a_totals_row_is_skipped_though_it_counts_the_dates(tmp_path: Path, total: str) -> None:
    imported = read_csv(tmp_path, "Person,Date,Service", "JS,4/3/2025,GP", total, ",,", ",,")
    assert accounts(imported) == [(2, 1, 0, 0, 1, 0)]


@pytest.mark.parametrize("outcome", ["?", "??", "tbc"])
def test_an_outcome_that_the_typist_did_not_know_is_not_counted_as_attended(
    tmp_path: Path, outcome: str
) -> None:
    imported = read_csv(tmp_path, "Person,Date,Service,Outcome", f"JS,4/3/2025,GP,{outcome}")
    assert imported.touchpoints[0].outcome == "unknown"


def test_the_length_of_a_contact_is_read(tmp_path: Path) -> None:
    imported = read_csv(
        tmp_path,
        "Person,Date,Time,Service,Duration (mins)",
        "JS,4/3/2025,14:30,GP,10",
        "JS,5/3/2025,,GP,1h 5m",
    )
    assert [touchpoint.end for touchpoint in imported.touchpoints] == [datetime(2025, 3, 4, 14, 40), None]
