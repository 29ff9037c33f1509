"""The promise that the product stands on: exchange everybody's identity, and not one exported byte changes."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from journeys import Person, Row, draw_rows, read_town
from keeping_kit import PASSPHRASE, held_in
from make_examples import make_lists
from reading_back import texts_of
from written_kit import Names, write_about, write_meeting

from journey_viewer import cli
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.commands.argument_kinds import FORMATS
from journey_viewer.commands.sources import walk
from journey_viewer.model.kept import Kept

ROLES = re.compile(r"Dr |Nurse |")
LAST_DAY = date(2026, 3, 25)

Sheet = list[list[Any]]


@dataclass(frozen=True)
class Swap:
    """Who becomes whom, and which clinician and place which other."""

    people: Mapping[Person, Person]
    clinicians: Mapping[str, str]
    places: Mapping[str, str]

    def row(self, row: Row) -> Row:
        team = replace(row.team, place=self.places[row.team.place]) if row.team.place else row.team
        clinician = self.clinicians.get(row.clinician, row.clinician)
        return replace(row, person=self.people[row.person], team=team, clinician=clinician)


def swap_of(rows: list[Row]) -> Swap:
    people = list(dict.fromkeys(row.person for row in rows))
    doctors = [doctor for person in people for doctor in person.doctors]
    places = exchanged_places({row.place for row in rows})
    by_role: dict[tuple[str, str], set[str]] = {}
    for clinician in {*doctors, *(row.clinician for row in rows if row.clinician)}:
        begins = ROLES.match(clinician)
        role = begins.group() if begins else ""
        words = "several" if " " in clinician.removeprefix(role) else "one"
        by_role.setdefault((role, words), set()).add(clinician.removeprefix(role))
    clinicians = {
        f"{role}{one}": f"{role}{other}"
        for (role, _), names in sorted(by_role.items())
        for one, other in exchanged(sorted(names)).items()
    }
    numbers = exchanged([person.nhs_number for person in people])
    names = exchanged([person.name for person in people])
    swapped = {
        person: replace(
            person,
            name=names[person.name],
            nhs_number=numbers[person.nhs_number],
            born=other_birth(person.born),
            surgery=places[person.surgery],
            doctors=tuple(clinicians[doctor] for doctor in person.doctors),
        )
        for person in people
    }
    return Swap(swapped, clinicians, places)


def exchanged_places(places: set[str]) -> dict[str, str]:
    """Each becomes another of its kind, as a surgery another surgery: what kind it is may be told."""
    kinds: dict[str, list[str]] = {}
    for place in sorted(places):
        kinds.setdefault("code" if place.startswith("ZZ") else place.split()[-1], []).append(place)
    swapped = {one: other for alike in kinds.values() for one, other in exchanged(alike).items()}
    for (alone,) in (alike for alike in kinds.values() if len(alike) == 1):
        *name, kind = alone.split()
        swapped[alone] = f"{' '.join(name)[::-1]} {kind}"
    return swapped


def exchanged(things: list[str]) -> dict[str, str]:
    """Each becomes the one three further on, or its mirror image where there is no other."""
    step = 3 if len(things) % 3 else 1
    moved = things[step % len(things) :] + things[: step % len(things)]
    return {one: other if other != one else one[::-1] for one, other in zip(things, moved, strict=True)}


def decade(born: date) -> int:
    return (LAST_DAY.year - born.year - ((LAST_DAY.month, LAST_DAY.day) < (born.month, born.day))) // 10


def other_birth(born: date) -> date:
    """Some months earlier or later, in the same ten years of age."""
    moved = (born + timedelta(days=days) for days in (137, -137))
    return next(day for day in moved if decade(day) == decade(born))


@pytest.fixture(scope="module")
def rows() -> tuple[list[Row], list[Row]]:
    """The stories as they are, and with everybody's identity exchanged."""
    as_they_are = draw_rows(read_town())
    swap = swap_of(as_they_are)
    return as_they_are, [swap.row(row) for row in as_they_are]


@pytest.fixture(scope="module")
def lists(rows: tuple[list[Row], list[Row]], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    def written(told: list[Row], name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        for file, content in make_lists(told).items():
            (folder / file).write_bytes(content)
        return folder

    return written(rows[0], "lists"), written(rows[1], "exchanged")


@pytest.fixture(scope="module")
def packs(
    qapp: object, lists: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Everything that can be written for sharing is written, with names in it, and the case file is shared."""

    def shared(folder: Path) -> Path:
        case_file, pack = folder.with_suffix(".journey"), tmp_path_factory.mktemp("pack")
        told = ["--formats", ",".join(FORMATS), "--reasons", "--title", "A deep dive"]
        assert cli.main(["import", str(folder), "--into", str(case_file)]) == 0
        write_into(case_file)
        assert cli.main(["share", str(case_file), "--to", str(pack), *told]) == 0
        as_shapes = ["--formats", "svg", "--outlined", "--top", "3", "--to", str(pack / "as shapes")]
        assert cli.main(["share", str(case_file), *as_shapes]) == 0
        assert cli.main(["minutes", str(case_file), "--to", str(pack / "minutes")]) == 0
        return pack

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOURNEY_PASSPHRASE", PASSPHRASE)
        patch.setattr("journey_viewer.casefile.cipher.KDF_ROUNDS", 1000)
        return shared(lists[0]), shared(lists[1])


def write_into(case_file: Path) -> None:
    kept = held_in(case_file)
    document = kept.document
    for person in document.chosen:
        document = write_about(document, person, names_of(kept, person))
    document = write_meeting(document, {person: names_of(kept, person) for person in document.chosen})
    with open_case_file(case_file, PASSPHRASE) as opened:
        walk(opened.keep(kept, replace(kept, document=document)))


def names_of(kept: Kept, person: int) -> Names:
    """Of the person and of the first clinician and the first place on their lists."""
    who, rows = kept.lists.people[person], kept.lists.touchpoints.take(kept.lists.rows_of(person))
    clinician = next(row.clinician for row in rows if " " in row.clinician)
    return Names(who, clinician, next(row.place for row in rows if row.place))


def files_of(pack: Path) -> list[Path]:
    return sorted(path for path in pack.iterdir() if path.is_file())


def sheets_of(path: Path) -> list[Sheet]:
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return [[list(row) for row in page.iter_rows(values_only=True)] for page in book.worksheets]
    text = path.read_bytes().decode("cp1252" if "systmone" in path.name else "utf-8")
    return [list(csv.reader(io.StringIO(text), delimiter="|" if "adastra" in path.name else ","))]


def sheets_twice(lists: tuple[Path, Path]) -> Iterator[tuple[Sheet, Sheet]]:
    for path in sorted(lists[0].iterdir()):
        yield from zip(sheets_of(path), sheets_of(lists[1] / path.name), strict=True)


def identities(rows: list[Row]) -> set[str]:
    """What stands in the lists of everybody: names, numbers, clinicians and places."""
    people = {row.person for row in rows}
    texts = {text for person in people for text in (person.name, person.nhs_number, person.digits)}
    return texts | {row.place for row in rows} | {row.clinician for row in rows if " " in row.clinician}


def test_nobody_keeps_anything_of_theirs(rows: tuple[list[Row], list[Row]]) -> None:
    for one, other in zip(*rows, strict=True):
        assert one.person.name != other.person.name
        assert one.person.digits != other.person.digits
        assert one.person.born != other.person.born
        assert one.place != other.place
        assert not one.clinician or one.clinician != other.clinician


def test_a_column_is_the_same_in_both_lists_or_another_in_every_cell(lists: tuple[Path, Path]) -> None:
    for one, other in sheets_twice(lists):
        differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        for column in range(max((len(row) for row, _ in differing), default=0)):
            same = {row[column] == swapped[column] for row, swapped in differing if row[column]}
            assert len(same) <= 1


def test_every_list_that_says_who_somebody_is_differs(lists: tuple[Path, Path]) -> None:
    alike = {
        path.name for path in lists[0].iterdir() if path.read_bytes() == (lists[1] / path.name).read_bytes()
    }
    assert alike == {
        "riverside-adastra-outcomes.csv",
        "riverside-csds-CYP102ServiceTypeReferredTo.csv",
        "riverside-mhsds-MHS902ServiceTeamDetails.csv",
    }


def test_the_packs_have_the_same_files(packs: tuple[Path, Path]) -> None:
    one, other = ({path.name for path in files_of(pack)} for pack in packs)
    assert len(one) == 3 * 10 + len({"deck", "PDF", "handout", "workbook", "manifest"})
    assert one == other


@pytest.mark.parametrize("folder", ["", "as shapes", "minutes"])
def test_every_file_is_the_same_byte_by_byte(packs: tuple[Path, Path], folder: str) -> None:
    one, other = (files_of(pack / folder) for pack in packs)
    assert one
    assert [
        path.name for path, same in zip(one, other, strict=True) if path.read_bytes() != same.read_bytes()
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "[name] lives alone, born [date], NHS [number]. The dog is called [name]",
        "Seen at [place] by Dr [name] while nobody saw the whole",
        "[name] has a care plan",
        "Crisis: [name] fell, Dr [name] came",
        "Named contact for [name]",
    ],
)
def test_what_was_written_leaves_with_marks_for_what_identifies(packs: tuple[Path, Path], text: str) -> None:
    for pack in packs:
        assert any(text in found.text for found in texts_of(next(pack.glob("*.xlsx"))))


def test_nothing_of_either_identity_stands_in_the_other_pack(
    rows: tuple[list[Row], list[Row]], packs: tuple[Path, Path]
) -> None:
    deck = zipfile.ZipFile(next(packs[0].glob("*.pptx")))
    told = " ".join(deck.read(part).decode("utf-8") for part in deck.namelist() if part.endswith(".xml"))
    for text in identities(rows[0]) | identities(rows[1]):
        assert text.casefold() not in told.casefold()
