from datetime import datetime
from pathlib import Path

import pytest
from reading_kit import accounts, csv_file, finished, read_csv

from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.people import nhs_number
from journey_viewer.reading.sheets import Cell

A, B = "9434765919", "4010232137"


@pytest.mark.parametrize(
    "cell", [A, 9434765919, 9434765919.0, "943 476 5919", "943-476-5919", f"{A}.0", f" {A} "]
)
def test_a_valid_nhs_number_is_ten_digits(cell: Cell) -> None:
    assert nhs_number(cell) == A


@pytest.mark.parametrize(
    "cell",
    ["", "9434765918", "0000000000", "1111111111", "9.99E+09", "123456789", "943476591９", "{{template}}"],
)
def test_a_placeholder_or_a_slip_is_no_nhs_number(cell: Cell) -> None:
    assert nhs_number(cell) == ""


def people_of(folder: Path, headings: str, *rows: str) -> list[int]:
    """Whose each touchpoint is, in the order of the rows."""
    lines = [f"{headings},Date,Service", *(f"{row},{day}/2/2025,GP" for day, row in enumerate(rows, 1))]
    return list(read_csv(folder, *lines).touchpoints.person)


@pytest.mark.parametrize(
    ("headings", "rows", "people"),
    [
        ("NHS number", (A, "943 476 5919", B), [0, 0, 1]),
        ("Name", ("J Smith", "j  SMITH", "J.Smith", "K Smith"), [0, 0, 0, 1]),
        ("NHS number,Name", (f"{A},JS", ",JS", ",KL"), [0, 0, 1]),
        ("NHS number,Name", (f"{A},JS", f"{B},JS", ",JS"), [0, 1, 2]),
        ("NHS number,Patient ID", (",7", f"{A},7", f"{B},8", ",8"), [0, 0, 1, 1]),
        ("Patient ID,Name", ("7,JS", "8,JS"), [0, 1]),
        ("NHS number,Name", ("0000000000,JS", "0000000000,KL"), [0, 1]),
        ("NHS number", ("P001", "P002", "P001"), [0, 1, 0]),
        ("Name,DOB", ("JS,1/1/1950", "JS,1/1/1980", "JS,1/1/1950"), [0, 1, 0]),
        ("Forename,Surname", ("Ann,Lee", "Ann,Ray", "ann,lee"), [0, 1, 0]),
    ],
)
def test_rows_are_linked_into_people(
    tmp_path: Path, headings: str, rows: tuple[str, ...], people: list[int]
) -> None:
    assert people_of(tmp_path, headings, *rows) == people


def test_nhs_numbers_link_across_files_and_names_do_not(tmp_path: Path) -> None:
    one = csv_file(
        tmp_path, "NHS number,Name,Date,Service", f"{A},JS,1/2/2025,GP", ",KL,2/2/2025,GP", name="1.csv"
    )
    two = csv_file(
        tmp_path, "NHS number,Name,Date,Service", f"{A},,3/2/2025,A&E", ",KL,4/2/2025,A&E", name="2.csv"
    )
    imported = finished(read_lists([one, two]))
    assert list(imported.touchpoints.person) == [0, 1, 0, 2]
    assert all("no valid NHS number" in " ".join(source.remarks) for source in imported.sources)


@pytest.mark.parametrize("nobody", ["", "unknown", "n/a", "-", "?"])
def test_a_row_about_nobody_is_a_problem(tmp_path: Path, nobody: str) -> None:
    imported = read_csv(
        tmp_path, "Person,Date,Service", "JS,1/2/2025,GP", "KL,1/2/2025,GP", f"{nobody},2/2/2025,GP"
    )
    assert [(p.row, p.column) for p in imported.problems] == [(4, "Person")]


def test_a_placeholder_number_alone_is_nobody(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "NHS number,Date,Service", "0000000000,1/2/2025,GP", "9.99E+09,1/2/2025,GP")
    assert accounts(imported) == [(2, 0, 0, 0, 0, 2)]


def test_a_person_given_once_is_meant_in_the_blanks_below(tmp_path: Path) -> None:
    rows = [
        "JS,1/2/2025,GP",
        ",2/2/2025,GP",
        ",3/2/2025,GP",
        "KL,4/2/2025,GP",
        ",5/2/2025,GP",
        ",6/2/2025,GP",
    ]
    imported = read_csv(tmp_path, "Person,Date,Service", *rows)
    assert list(imported.touchpoints.person) == [0, 0, 0, 1, 1, 1]
    assert any("read as being about the person above: 4." in remark for remark in imported.sources[0].remarks)


def test_the_first_of_two_dates_of_birth_stays_and_is_remarked_on(tmp_path: Path) -> None:
    rows = [f"{A},1/1/1950,1/2/2025,GP", f"{A},1/1/1960,2/2/2025,GP"]
    imported = read_csv(tmp_path, "NHS number,DOB,Date,Service", *rows)
    assert str(imported.people[0].born) == "1950-01-01"
    assert any("different dates of birth" in remark for remark in imported.sources[0].remarks)


@pytest.mark.parametrize("number", ['="9990000018"', "'9990000018", '"=""9990000018"""'])
def test_a_number_kept_from_a_spreadsheets_meddling_is_read(tmp_path: Path, number: str) -> None:
    day = number.replace("9990000018", "4/3/2025")
    imported = read_csv(tmp_path, "NHS number,Date,Service", f"{number},{day},GP")
    assert [person.nhs_number for person in imported.people] == ["9990000018"]
    assert imported.touchpoints[0].start == datetime(2025, 3, 4)


def test_a_local_id_beside_two_nhs_numbers_links_nobody_and_is_remarked_on(tmp_path: Path) -> None:
    rows = [f"{A},7,1/2/2025,GP", f"{B},7,2/2/2025,GP", ",7,3/2/2025,GP"]
    imported = read_csv(tmp_path, "NHS number,Patient ID,Date,Service", *rows)
    assert list(imported.touchpoints.person) == [0, 1, 2]
    assert any(
        "stand for more than one person, so that they link nobody: 1." in r
        for r in imported.sources[0].remarks
    )


@pytest.mark.parametrize("number", ["0000000000", "9999999999", "9.99E+09", "9990000019", "1234567890", "-1"])
def test_a_placeholder_never_makes_one_person_of_many(tmp_path: Path, number: str) -> None:
    rows = [f"{number},Ann Lee,1/2/2025,GP", f"{number},Bo Ray,2/2/2025,GP"]
    imported = read_csv(tmp_path, "NHS number,Name,Date,Service", *rows)
    assert [(person.nhs_number, person.name) for person in imported.people] == [
        ("", "Ann Lee"),
        ("", "Bo Ray"),
    ]


def test_people_stand_in_the_order_of_their_first_row_whatever_they_are_called(tmp_path: Path) -> None:
    headings = "Name,Date,Service"
    one = read_csv(tmp_path, headings, "Zed,1/2/2025,GP", "Abe,2/2/2025,GP", "Zed,3/2/2025,GP")
    other = read_csv(tmp_path, headings, "Abe,1/2/2025,GP", "Zed,2/2/2025,GP", "Abe,3/2/2025,GP")
    assert list(one.touchpoints.person) == list(other.touchpoints.person) == [0, 1, 0]
    assert [person.name for person in one.people] == ["Zed", "Abe"]
