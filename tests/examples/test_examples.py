"""The files in examples/, read with nothing of ours: they are what the script makes, and nobody is in them."""

import csv
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from journey_viewer.paths import example_lists

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LISTS = [path.name for path in example_lists()]
FILES = (*LISTS, "template.xlsx")
WORKBOOKS = [name for name in FILES if name.endswith(".xlsx")]
TITLE = "Invented data for Riverside PCN: nobody here exists"
NUMBERS = {"NHS number", "NHS Number", "NHS No", "NHS_Number", "NHSNumber"}
BIRTHS = {
    "Date of birth",
    "Date of Birth",
    "DOB",
    "D.O.B.",
    "Date_of_Birth",
    "DateOfBirth",
    "PersonBirthDate",
}
REASONS = {"Code Term", "Appointment reason", "Event_Description", "Reason for call", "What was it about"}

Lines = list[list[str]]


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    subprocess.run([sys.executable, EXAMPLES / "make_examples.py", folder], check=True, capture_output=True)
    return folder


def sheets_of(name: str) -> list[Lines]:
    path = EXAMPLES / name
    if path.suffix == ".xlsx":
        pages = openpyxl.load_workbook(path)
        return [
            [["" if cell is None else str(cell) for cell in row] for row in page.iter_rows(values_only=True)]
            for page in pages
        ]
    text = path.read_bytes().decode("cp1252" if "systmone" in name else "utf-8")
    return [list(csv.reader(text.splitlines(), delimiter="|" if "adastra" in name else ","))]


def rows_of(lines: Lines) -> list[dict[str, str]]:
    """The rows below the headings, which are the first row of as many cells as the table has, without a report's name."""
    top = next(place for place, line in enumerate(lines) if len(line) == len(lines[-1]) and all(line[:3]))
    headings = [heading.split(": ")[-1] for heading in lines[top]]
    return [dict(zip(headings, line, strict=True)) for line in lines[top + 1 :]]


def read_rows() -> list[dict[str, str]]:
    """Every row of every list that has headings."""
    return [
        row for name in LISTS if "adastra" not in name for lines in sheets_of(name) for row in rows_of(lines)
    ]


def column(headings: set[str]) -> list[str]:
    return [cell for row in read_rows() for heading, cell in row.items() if heading in headings and cell]


def numbers() -> set[str]:
    adastra = {line[5] for line in sheets_of("riverside-adastra-patient.csv")[0]}
    return {number.replace(" ", "") for number in column(NUMBERS)} | adastra


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


def test_the_readme_of_the_examples_names_every_list() -> None:
    told = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in FILES if f"`{name}`" not in told] == []


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_properties_of_every_workbook_say_that_it_is_invented(name: str) -> None:
    properties = openpyxl.load_workbook(EXAMPLES / name).properties
    assert "invented" in (properties.description or "").lower()


def test_every_shape_with_room_for_it_says_that_it_is_invented() -> None:
    assert all(lines[0][0] == TITLE for lines in sheets_of("riverside-typed-by-hand.xlsx"))
    assert sheets_of("riverside-emis-population-report.csv")[0][0] == [TITLE]
    (appointments,) = sheets_of("riverside-systmone-appointments.csv")
    assert all("Invented" in heading for heading in appointments[0][:-1])
    for table in ("case", "consultation"):
        assert all("Invented" in line for line in sheets_of(f"riverside-adastra-{table}.csv")[0])
    assert openpyxl.load_workbook(EXAMPLES / "riverside-client-level-data.xlsx").sheetnames == ["Invented"]


def test_ten_people() -> None:
    assert len(numbers()) == 10


def test_nhs_numbers_are_valid_and_kept_for_tests() -> None:
    for number in numbers():
        total = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
        assert number.startswith("999")
        assert len(number) == 10
        assert int(number[-1]) == (11 - total % 11) % 11


@pytest.mark.parametrize("name", [name for name in LISTS if "adastra" not in name])
def test_every_person_has_one_date_of_birth_in_each_sheet(name: str) -> None:
    for lines in sheets_of(name):
        pairs = {
            (row[number], row[born])
            for row in rows_of(lines)
            for number in NUMBERS & row.keys()
            for born in BIRTHS & row.keys()
            if row[number]
        }
        assert len(pairs) == len({number for number, _ in pairs})


def test_reasons_are_many_and_short() -> None:
    reasons = set(column(REASONS))
    assert len(reasons) > 150
    assert max(len(reason.split()) for reason in reasons) <= 8


def test_the_imperfect_rows_are_there() -> None:
    cells = Counter(cell for row in read_rows() for cell in row.values())
    assert (cells["31/02/2025"], cells["see letter"], cells["?12 March 2025"]) == (1, 1, 1)
    assert [row["Der_Dupe_Flag"] for row in read_rows() if "Der_Dupe_Flag" in row].count("1") == 1
    assert sum(row.get("Code Term") == "" for row in read_rows()) == 1


@pytest.mark.parametrize(
    ("name", "key", "again"),
    [
        ("riverside-sus-outpatients.csv", "OPA_Ident", 1),
        ("riverside-mhsds-MHS201CareContact.csv", "CareContactID", 1),
        ("riverside-sus-stays.csv", "Hospital_Provider_Spell_No", 3),
    ],
)
def test_rows_are_handed_in_again_and_stays_have_further_episodes(name: str, key: str, again: int) -> None:
    keys = [row[key] for row in rows_of(sheets_of(name)[0])]
    assert len(keys) - len(set(keys)) == again


def test_the_template_offers_words_and_allows_others() -> None:
    page = openpyxl.load_workbook(EXAMPLES / "template.xlsx")["Contacts"]
    offers = page.data_validations.dataValidation
    headings = [page[str(offer.sqref).split(":")[0][0] + "1"].value for offer in offers]
    assert headings == ["Sex", "Service", "Outcome", "Mode"]
    assert not any(offer.showErrorMessage for offer in offers)
