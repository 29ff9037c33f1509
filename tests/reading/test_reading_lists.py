import subprocess
import sys
from pathlib import Path

import pytest
from reading_kit import accounts, csv_file, finished, read_csv, workbook_file

from journey_viewer.errors import (
    FileEmpty,
    FileMissing,
    FolderEmpty,
    JourneyError,
    NoDateColumn,
    NoPersonColumn,
    NoServiceNamed,
    NotAList,
)
from journey_viewer.reading.lists import find_lists, read_lists
from journey_viewer.reading.workbooks import read_workbook

GOOD = ("Person,Date,Service", "JS,13/2/2025,GP")


def test_folders_are_searched_by_name_and_named_files_kept_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.XLSX", ".hidden.csv", "~$a.xlsx", "note.md", "sub/c.ods"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    named = tmp_path / "b.csv"
    assert find_lists([named, tmp_path]) == [named, tmp_path / "a.XLSX", tmp_path / "sub" / "c.ods"]


def test_a_missing_path_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        find_lists([tmp_path / "none"])
    with pytest.raises(FolderEmpty):
        find_lists([tmp_path])


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        (("Person,Service,Reason", "JS,GP,fall"), NoDateColumn),
        (("Date,Service,Reason", "1/2/2025,GP,fall"), NoPersonColumn),
        (("Person,Date,Reason", "JS,1/2/2025,fall"), NoServiceNamed),
        (("Colour,Size", "red,5"), NotAList),
        ((), FileEmpty),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_sentence(
    tmp_path: Path, lines: tuple[str, ...], error: type[JourneyError]
) -> None:
    with pytest.raises(error):
        read_csv(tmp_path, *lines)


def test_a_list_with_headings_alone_is_a_list_of_nobody(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Person,Date,Service", ",,")
    assert accounts(imported) == [(0, 0, 0, 0, 0, 0)]
    assert imported.people == ()


def test_a_refused_file_adds_nothing_and_the_others_come_in(tmp_path: Path) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    imported = finished(read_lists([picture, tmp_path / "none.csv", csv_file(tmp_path, *GOOD)]))
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]
    assert [refusal.file for refusal in imported.refusals] == ["picture.csv", "none.csv"]


def test_where_nothing_can_be_read_the_first_reason_is_given(tmp_path: Path) -> None:
    with pytest.raises(JourneyError, match=r"None of the 2 files could be read. The first: There is no file"):
        finished(read_lists([tmp_path / "a.csv", tmp_path / "b.csv"]))


def test_rows_that_agree_wholly_are_one_touchpoint(tmp_path: Path) -> None:
    row = "9434765919,13/2/2025,GP,fall"
    one = csv_file(
        tmp_path, "NHS number,Date,Service,Reason", row, row, row.replace("fall", "cough"), name="1.csv"
    )
    two = csv_file(tmp_path, "NHS number,Date,Team,Why", row.replace("GP", "Surgery"), name="2.csv")
    imported = finished(read_lists([one, two]))
    assert accounts(imported) == [(3, 2, 0, 1, 0, 0), (1, 0, 0, 1, 0, 0)]
    assert any("agree wholly" in remark for remark in imported.sources[0].remarks)


def test_blank_rows_and_repeated_headings_are_skipped(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, *GOOD, ",,", GOOD[0], "JS,14/2/2025,GP", ",,", "")
    assert accounts(imported) == [(4, 2, 0, 0, 2, 0)]


def test_progress_names_no_file_and_ends_where_it_should(tmp_path: Path) -> None:
    path = csv_file(tmp_path, GOOD[0], *[GOOD[1]] * 5000, name="John Smith.csv")
    steps = list(read_lists([path, path]))
    assert [step.label for step in steps] == [
        "Reading list 1 of 2",
        "Reading list 1 of 2: 5,001 rows",
        "Reading list 2 of 2",
        "Reading list 2 of 2: 5,001 rows",
        "Linking people: 0 of 10,000 rows",
        "Linking people: 5,000 of 10,000 rows",
        "Linking people: 10,000 of 10,000 rows",
    ]
    assert [step.done / step.total for step in steps] == [0, 0.5, 0.5, 1, 0, 0.5, 1]


def test_progress_is_in_rows_of_as_many_as_there_will_be_if_it_goes_on_so(tmp_path: Path) -> None:
    one = csv_file(tmp_path, *GOOD[:2], *[GOOD[1]] * 998, name="1.csv")
    two = csv_file(tmp_path, *GOOD[:2], *[GOOD[1] + "," * 40] * 499, name="2.csv")
    steps = [step for step in read_lists([one, two]) if step.label.startswith("Reading")]
    share = one.stat().st_size / (one.stat().st_size + two.stat().st_size)
    assert [step.done for step in steps] == [0, 1000, 1000, 1501]
    assert [step.total for step in steps] == [1, round(1000 / share), round(1000 / share), 1501]


def test_a_list_that_is_refused_has_no_rows_and_does_not_hold_up_the_progress(tmp_path: Path) -> None:
    empty = tmp_path / "0.csv"
    empty.write_bytes(b"\x89PNG" + bytes(5000))
    good = csv_file(tmp_path, *GOOD, name="1.csv")
    steps = [step for step in read_lists([empty, good]) if step.label.startswith("Reading")]
    assert [(step.done, step.total) for step in steps] == [(0, 1), (0, 1), (len(GOOD), len(GOOD))]


def test_the_rows_of_a_workbook_are_counted_while_it_is_read(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", One=[["a"]] * 2500, Two=[["b"]])
    labels = [step.label for step in read_workbook(path)]
    assert list(dict.fromkeys(labels)) == ["0 rows", "2,000 rows", "2,500 rows", "2,501 rows"]


def test_a_problem_names_row_and_column_and_never_the_cell(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Person,Date,Service", "Secret Name,secretdate,GP")
    assert "ecret" not in repr(imported.problems) + repr(imported.sources) + repr(imported.people)


def test_importing_the_package_costs_neither_pandas_nor_a_parser() -> None:
    code = (
        "import sys, journey_viewer.reading.lists\n"
        "print([m for m in ('pandas', 'openpyxl', 'python_calamine', 'PySide6') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
