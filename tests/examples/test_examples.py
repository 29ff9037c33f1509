"""The files in examples/, read with nothing of ours: they are what the script makes, and nobody is in them."""

import csv
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LISTS = ("riverside-gp-practices.csv", "riverside-hospital.xlsx", "riverside-community-and-council.xlsx")
FILES = (*LISTS, "template.xlsx")
TITLE = "Invented data for Riverside PCN: nobody here exists"


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    subprocess.run([sys.executable, EXAMPLES / "make_examples.py", folder], check=True, capture_output=True)
    return folder


def read_rows() -> list[dict[str, str]]:
    """Every row of every list, cells as text, with its list's name under "List"."""
    return [
        row for name in LISTS for sheet in read_sheets(EXAMPLES / name) for row in rows_below_title(sheet)
    ]


def read_sheets(path: Path) -> list[tuple[str, list[list[str]]]]:
    if path.suffix == ".csv":
        return [(path.stem, list(csv.reader(path.read_text(encoding="utf-8").splitlines())))]
    book = openpyxl.load_workbook(path)
    return [
        (
            page.title,
            [["" if cell is None else str(cell) for cell in row] for row in page.iter_rows(values_only=True)],
        )
        for page in book
    ]


def rows_below_title(sheet: tuple[str, list[list[str]]]) -> list[dict[str, str]]:
    name, lines = sheet
    headings, *rows = [line for line in lines[1:] if any(line)]
    return [{"List": name, **dict(zip(headings, row, strict=True))} for row in rows]


def nhs_number(row: dict[str, str]) -> str:
    return (row.get("NHS number") or row["NHS No"]).replace(" ", "")


def parts(path: Path) -> dict[str, bytes]:
    """A workbook's parts unpacked: how tightly they are packed is the business of the machine's zlib."""
    if path.suffix == ".csv":
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", FILES)
def test_the_script_makes_the_files_as_they_are(name: str, made_again: Path) -> None:
    assert parts(made_again / name) == parts(EXAMPLES / name)


def test_the_script_makes_nothing_else(made_again: Path) -> None:
    assert {path.name for path in made_again.iterdir()} == set(FILES)


@pytest.mark.parametrize("name", LISTS)
def test_every_sheet_says_first_that_it_is_invented(name: str) -> None:
    assert [lines[0][0] for _, lines in read_sheets(EXAMPLES / name)] == [TITLE] * len(
        read_sheets(EXAMPLES / name)
    )


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".xlsx")])
def test_the_properties_of_every_workbook_say_that_it_is_invented(name: str) -> None:
    properties = openpyxl.load_workbook(EXAMPLES / name).properties
    assert "invented" in (properties.description or "").lower()


def test_ten_people() -> None:
    assert len({nhs_number(row) for row in read_rows()}) == 10


def test_nhs_numbers_are_valid_and_kept_for_tests() -> None:
    for number in {nhs_number(row) for row in read_rows()}:
        total = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
        assert number.startswith("999")
        assert len(number) == 10
        assert int(number[-1]) == (11 - total % 11) % 11


def test_every_person_has_one_date_of_birth_in_each_list() -> None:
    births = {
        (row["List"], nhs_number(row), row.get("Date of birth") or row.get("DOB")) for row in read_rows()
    }
    assert Counter(births_of[:2] for births_of in births).most_common(1)[0][1] == 1


def test_every_person_has_between_60_and_140_rows() -> None:
    counts = Counter(nhs_number(row) for row in read_rows()).values()
    assert 60 <= min(counts) <= max(counts) <= 140


def test_every_person_meets_at_least_seven_services() -> None:
    lists_met = Counter(person for _, person in {(row["List"], nhs_number(row)) for row in read_rows()})
    assert min(lists_met.values()) >= 7


def test_reasons_are_many_and_short() -> None:
    headings = ("Reason", "Presenting complaint", "Primary support reason", "Reason for contact")
    reasons = {next(row[heading] for heading in headings if heading in row) for row in read_rows()}
    assert len(reasons) > 150
    assert max(len(reason.split()) for reason in reasons) <= 8


def test_the_imperfect_rows_are_there() -> None:
    cells = Counter(cell for row in read_rows() for cell in row.values())
    copies = sum(count - 1 for count in Counter(tuple(row.items()) for row in read_rows()).values())
    assert (cells["31/02/2025"], cells["see letter"], cells["?12 March 2025"], copies) == (1, 1, 1, 3)
    assert sum(row.get("Reason") == "" for row in read_rows()) == 1


def test_the_template_offers_words_and_allows_others() -> None:
    page = openpyxl.load_workbook(EXAMPLES / "template.xlsx")["Contacts"]
    offers = page.data_validations.dataValidation
    headings = [page[str(offer.sqref).split(":")[0][0] + "1"].value for offer in offers]
    assert headings == ["Sex", "Service", "Outcome", "Mode"]
    assert not any(offer.showErrorMessage for offer in offers)
