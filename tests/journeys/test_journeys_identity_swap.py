"""The promise that the product stands on: exchange everybody's identity, and not one exported byte changes."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from journey_viewer import cli
from journey_viewer.paths import example_lists

NAMES = frozenset({"Person", "Patient name", "Name"})
NUMBERS = frozenset({"NHS number", "NHS No"})
BIRTHS = frozenset({"Date of birth", "DOB"})
CLINICIANS = frozenset({"Clinician", "Consultant", "Worker"})
PLACES = frozenset({"Place", "Hospital name"})
ROLES = re.compile(r"Dr|Nurse|Sister|Physio|Pharmacist|Paramedic|OT|Midwife|Health visitor|Social worker|\d+")
LAST_DAY = date(2026, 3, 25)

Cell = Any
Sheet = list[list[Cell]]


@dataclass(frozen=True)
class Swap:
    """Who becomes whom: digits of a number, and "forename surname" in lower case, to the other's."""

    numbers: Mapping[str, str]
    names: Mapping[str, str]
    clinicians: Mapping[str, str]
    places: Mapping[str, str]


def read(path: Path) -> dict[str, Sheet]:
    if path.suffix == ".csv":
        return {"": list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))}
    book = openpyxl.load_workbook(path)
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book.worksheets}


def write(path: Path, sheets: Mapping[str, Sheet]) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(sheets[""])
        return
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book.save(path)


def headings_of(sheet: Sheet) -> list[Cell]:
    return next(row for row in sheet if NAMES & set(row))


def column(sheets: list[Sheet], wanted: frozenset[str]) -> list[str]:
    """The different texts below these headings, in the order of the lists."""
    found: dict[str, None] = {}
    for sheet in sheets:
        headings = headings_of(sheet)
        for row in sheet[sheet.index(headings) + 1 :]:
            cells = zip(headings, row, strict=False)
            found.update(dict.fromkeys(str(cell) for heading, cell in cells if heading in wanted and cell))
    return list(found)


def digits(number: str) -> str:
    return number.replace(" ", "")


def plain(name: str) -> str:
    """ "MARSH, Helen" and "Helen Marsh" are one name."""
    return " ".join(reversed(name.split(", "))).casefold()


def exchanged(things: list[str]) -> dict[str, str]:
    """Each becomes the one three further on, or its mirror image where there is no other."""
    step = 3 if len(things) % 3 else 1
    moved = things[step % len(things) :] + things[: step % len(things)]
    return {one: other if other != one else one[::-1] for one, other in zip(things, moved, strict=True)}


def swap_of(sheets: list[Sheet]) -> Swap:
    numbers = list(dict.fromkeys(map(digits, column(sheets, NUMBERS))))
    names = list(dict.fromkeys(map(plain, column(sheets, NAMES))))
    by_role: dict[str, list[str]] = {}
    for clinician in column(sheets, CLINICIANS):
        begins = ROLES.match(clinician)
        by_role.setdefault(begins.group() if begins else "", []).append(clinician)
    clinicians: dict[str, str] = {}
    for role, people in by_role.items():
        bare = exchanged([person.removeprefix(role) for person in people])
        clinicians |= {f"{role}{one}": f"{role}{other}" for one, other in bare.items()}
    return Swap(exchanged(numbers), exchanged(names), clinicians, exchanged(column(sheets, PLACES)))


def other_number(swap: Swap, number: str) -> str:
    other = swap.numbers[digits(number)]
    return f"{other[:3]} {other[3:6]} {other[6:]}" if " " in number else other


def other_name(swap: Swap, name: str) -> str:
    forename, surname = swap.names[plain(name)].title().split(" ", 1)
    return f"{surname.upper()}, {forename}" if ", " in name else f"{forename} {surname}"


def decade(born: date) -> int:
    return (LAST_DAY.year - born.year - ((LAST_DAY.month, LAST_DAY.day) < (born.month, born.day))) // 10


def other_birth(born: datetime | str) -> datetime | str:
    """Some months earlier or later, in the same ten years of age."""
    day = datetime.strptime(born, "%d/%m/%Y") if isinstance(born, str) else born
    moved = next(
        day + timedelta(days=days)
        for days in (137, -137)
        if decade(day + timedelta(days=days)) == decade(day)
    )
    return f"{moved:%d/%m/%Y}" if isinstance(born, str) else moved


def swapped(sheet: Sheet, swap: Swap) -> Sheet:
    changes: dict[frozenset[str], Callable[[Any], Any]] = {
        NUMBERS: lambda number: other_number(swap, number),
        NAMES: lambda name: other_name(swap, name),
        BIRTHS: other_birth,
        CLINICIANS: swap.clinicians.__getitem__,
        PLACES: swap.places.__getitem__,
    }
    headings = headings_of(sheet)
    by_column = [next((c for names, c in changes.items() if heading in names), None) for heading in headings]
    top = sheet.index(headings) + 1
    below = [
        [
            change(cell) if change and cell else cell
            for change, cell in zip(by_column, [*row, *[None] * len(headings)], strict=False)
        ]
        for row in sheet[top:]
    ]
    return [*sheet[:top], *below]


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The examples as they are, and with everybody's identity exchanged."""
    as_they_are, exchanged_ = tmp_path_factory.mktemp("lists"), tmp_path_factory.mktemp("exchanged")
    files = {path.name: read(path) for path in example_lists()}
    swap = swap_of([sheet for sheets in files.values() for sheet in sheets.values()])
    for name, sheets in files.items():
        write(as_they_are / name, sheets)
        write(exchanged_ / name, {title: swapped(sheet, swap) for title, sheet in sheets.items()})
    return as_they_are, exchanged_


@pytest.fixture(scope="module")
def packs(
    qapp: object, lists: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    def shared(folder: Path) -> Path:
        pack = tmp_path_factory.mktemp("pack")
        assert cli.main(["share", str(folder), "--to", str(pack)]) == 0
        return pack

    return shared(lists[0]), shared(lists[1])


def everything_in(folder: Path, wanted: frozenset[str]) -> set[str]:
    sheets = [sheet for path in folder.iterdir() for sheet in read(path).values()]
    return {text.casefold() for text in column(sheets, wanted)}


@pytest.mark.parametrize("wanted", [BIRTHS, CLINICIANS, PLACES, NAMES, NUMBERS])
def test_the_lists_are_the_same_but_for_who_is_who(lists: tuple[Path, Path], wanted: frozenset[str]) -> None:
    for name in (path.name for path in lists[0].iterdir()):
        for title, sheet in read(lists[0] / name).items():
            other, headings = read(lists[1] / name)[title], headings_of(sheet)
            places = [place for place, heading in enumerate(headings) if heading in wanted]
            rest = [
                place
                for place, heading in enumerate(headings)
                if heading not in BIRTHS | CLINICIANS | PLACES | NAMES | NUMBERS
            ]
            top = sheet.index(headings) + 1
            for one, swapped_ in zip(sheet[top:], other[top:], strict=True):
                assert [one[place] for place in rest] == [swapped_[place] for place in rest]
                assert not [one[place] for place in places if one[place] and one[place] == swapped_[place]]


def test_the_packs_have_the_same_files(packs: tuple[Path, Path]) -> None:
    one, other = ({path.name for path in pack.iterdir()} for pack in packs)
    assert len(one) == 21
    assert one == other


def test_every_picture_is_the_same_byte_by_byte(packs: tuple[Path, Path]) -> None:
    for picture in sorted(packs[0].glob("*.png")):
        assert picture.read_bytes() == (packs[1] / picture.name).read_bytes(), picture.name


def test_the_deck_is_the_same_part_by_part(packs: tuple[Path, Path]) -> None:
    decks = [zipfile.ZipFile(next(pack.glob("*.pptx"))) for pack in packs]
    one, other = ({part: deck.read(part) for part in deck.namelist()} for deck in decks)
    assert list(one) == list(other)
    assert [part for part in one if one[part] != other[part]] == []


def test_nothing_of_either_identity_stands_in_the_other_pack(
    lists: tuple[Path, Path], packs: tuple[Path, Path]
) -> None:
    deck = zipfile.ZipFile(next(packs[0].glob("*.pptx")))
    told = " ".join(deck.read(part).decode("utf-8") for part in deck.namelist() if part.endswith(".xml"))
    for folder in lists:
        for text in everything_in(folder, NAMES | CLINICIANS | PLACES):
            assert text not in told.casefold()
