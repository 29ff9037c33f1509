"""Lists as people type them, in which every field that is read carries identifiers: what is to be found nowhere afterwards."""

import csv
import io
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from invented_world import Scene, Somebody, What, somebody, world
from sentences import templates, written
from slot_fillings import SLOTS
from spelt import spelt_day

HEADINGS = (
    *("NHS number", "Person", "Date of birth", "Hospital number", "Date", "Time", "Service", "Reason"),
    *("Clinician", "Place", "Outcome", "Mode", "Kind"),
)
_SERVICES = (
    "GP",
    "A&E",
    "District nurse",
    "CMHT",
    "Outpatients",
    "Social care",
    "111",
    "Ambulance",
    "Pharmacy",
)
_FIRST_DAY = datetime(2024, 4, 3, 8, 20)

Planted = list[tuple[str, What]]
Rows = list[tuple[str, ...]]


@dataclass(frozen=True)
class PlantedLists:
    """``files`` by name, and what was planted in them: texts as they stand there, and their kinds, none twice."""

    files: Mapping[str, bytes]
    planted: tuple[tuple[str, What], ...]


@dataclass(frozen=True)
class Pen:
    """Writes what identifies, and keeps what it has written."""

    chance: random.Random
    written: Planted

    def about(self, person: Somebody) -> Scene:
        return Scene(self.chance, world(), person)

    def put(self, slot: str, person: Somebody) -> str:
        filling = SLOTS[slot](self.about(person))
        if filling.what:
            self.written.append((filling.text, filling.what))
        return filling.text

    def one_of(self, styles: Sequence[str], person: Somebody) -> str:
        """One of these texts, with its slot filled where it has one."""
        return re.sub(r"\{(\w+)\}", lambda slot: self.put(slot[1], person), self.chance.choice(styles))

    def sentence(self, person: Somebody) -> str:
        """One that has what is the rarest until now."""
        counts = Counter(what for _, what in self.written)
        fewest = min(What, key=counts.__getitem__)
        made = written(self.chance.choice(_templates_of()[fewest]), self.chance, self.about(person))
        self.written.extend((made.text[one.start : one.end], one.what) for one in made.planted)
        return made.text


@cache
def _templates_of() -> dict[What, list[str]]:
    """The templates that have a kind of identifier."""
    chance = random.Random(0)  # noqa: S311 - seeded, not secret
    having: dict[What, list[str]] = {what: [] for what in What}
    for template in templates():
        for planted in written(template, chance).planted:
            having[planted.what].append(template)
    return having


def planted_lists(people: int, identifiers: int, seed: int = 6) -> PlantedLists:
    """A workbook and a text file about so many people, with at least so many different identifiers."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    pen = Pen(chance, [])
    persons = [adult(chance) for _ in range(people)]
    rows: dict[int, Rows] = {number: [] for number in range(people)}
    while min(map(len, rows.values())) < 4 or len(set(pen.written)) < identifiers:
        for number, person in enumerate(persons):
            rows[number].append(_row(pen, person, len(rows[number])))
    half = people // 2
    files = {
        f"{pen.put('name', persons[0])} deep dive.xlsx": _workbook(
            pen, persons, [rows[number] for number in range(half)]
        ),
        f"notes of {pen.put('rel_full', persons[-1])}.csv": _text(
            [row for number in range(half, people) for row in rows[number]]
        ),
    }
    return PlantedLists(files, tuple(dict.fromkeys(pen.written)))


def adult(chance: random.Random) -> Somebody:
    """A child is shared only when asked for by name."""
    born = date(1926, 1, 1) + timedelta(days=chance.randrange(27_000))
    return replace(somebody(chance, world().listed, known=True), born=born)


def _row(pen: Pen, person: Somebody, number: int) -> tuple[str, ...]:
    """One contact, some days after the last; of every eight a service that no list knows, and one day that is none."""
    start = _FIRST_DAY + timedelta(
        days=number * pen.chance.randrange(9, 14), minutes=pen.chance.randrange(600)
    )
    day = f"{start:%d/%m/%Y}" if number % 8 != 7 else f"when {pen.put('rel', person)} could"
    if number % 8 != 7:
        pen.written.append((day, What.DATE))
    service = (
        pen.chance.choice(_SERVICES) if number % 4 != 3 else f"Visits by {pen.put('carer_full', person)}"
    )
    place = pen.put(pen.chance.choice(("hospital", "surgery", "care_home", "school", "address")), person)
    pen.written.append((person.nhs_number, What.NHS_NUMBER))
    pen.written.append((person.local_id, What.LOCAL_ID))
    born = spelt_day(random.Random(person.nhs_number), person.born)  # noqa: S311 - the same in each of their rows
    pen.written.append((born, What.BIRTH_DATE))
    return (
        *(person.nhs_number, pen.put("name", person), born, person.local_id, day, f"{start:%H:%M}", service),
        *(
            f"{pen.sentence(person)}. {pen.sentence(person)}",
            f"{pen.chance.choice(('Dr', 'Nurse'))} {pen.put('clin_full', person)}",
            place,
        ),
        pen.one_of(("Attended", "DNA", "Cancelled", "DNA'd, {rel} rang"), person),
        pen.one_of(("Face to face", "telephone {phone}", "e-mail {email}"), person),
        pen.one_of(("", "Home visit", "Home visit {postcode}"), person),
    )


def _text(rows: Sequence[Sequence[str]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def _workbook(pen: Pen, persons: Sequence[Somebody], rows: Sequence[Rows]) -> bytes:
    """Two sheets with a relative's name, remarks above and beside the table, properties and a comment."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    put: Callable[[str], str] = lambda slot: pen.put(slot, persons[0])  # noqa: E731
    book.set_properties(
        {
            "title": put("name"),
            "author": put("clin_full"),
            "comments": put("email"),
            "company": put("surgery"),
        }
    )
    for share in (0, 1):
        sheet = book.add_worksheet(f"Typed by {put('rel')}"[:31])
        above = (
            f"Deep dive of {put('surgery')}, {put('town')}",
            f"Questions to {put('clin_full')}, {put('phone')}, {put('email')}",
        )
        told = [row for some in rows[share::2] for row in some]
        for place, line in enumerate(((above[0],), (above[1],), (), HEADINGS, *told)):
            for column, cell in enumerate(line):
                sheet.write_string(place, column, cell)
        sheet.write_comment(4, 1, f"rang {put('rel')}, {put('phone')}")
        sheet.write_string(len(told) + 5, 0, f"Total: see {put('url')} or ask {put('carer')}")
    book.close()
    return stream.getvalue()
