"""Who the test sentences are about: invented people, clinicians and places, some of them on the loaded lists."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LISTED = (
    0.55  # of the people, clinicians and places in the sentences, so that about 40 % of all names are known
)


class What(StrEnum):
    """The kinds of identifiers that are planted."""

    NAME = "name"
    NICKNAME = "nickname"
    RELATIVE = "relative's name"
    CARER = "carer's name"
    CLINICIAN = "clinician's name"
    INITIALS = "initials"
    NHS_NUMBER = "NHS number"
    MISTYPED = "NHS number, mistyped"
    LOCAL_ID = "local id"
    BIRTH_DATE = "birth date"
    DATE = "other date"
    AGE = "age over 90"
    ADDRESS = "address"
    POSTCODE = "postcode"
    TOWN = "town"
    TELEPHONE = "telephone"
    EMAIL = "e-mail"
    URL = "URL"
    HANDLE = "handle"
    VEHICLE = "vehicle"
    NATIONAL_INSURANCE = "National Insurance"
    HOSPITAL = "hospital"
    SURGERY = "surgery"
    CARE_HOME = "care home"
    SCHOOL = "school"


STRUCTURED = frozenset(
    {What.NHS_NUMBER, What.MISTYPED, What.LOCAL_ID, What.BIRTH_DATE, What.DATE, What.POSTCODE}
    | {What.TELEPHONE, What.EMAIL, What.URL, What.HANDLE, What.VEHICLE, What.NATIONAL_INSURANCE}
)


@dataclass(frozen=True)
class Source:
    """The data files that a set of sentences is made from, by their names without ".toml"."""

    templates: str
    identities: str
    clinical: str


FIRST = Source("sentence_templates", "invented_identities", "clinical_words")
SECOND = Source(
    "second_templates", "second_identities", "second_clinical_words"
)  # written apart from the rules
THIRD = Source("third_templates", "third_identities", "third_clinical_words")
FOURTH = Source("fourth_templates", "fourth_identities", "fourth_clinical_words")
FIFTH = Source("fifth_templates", "fifth_identities", "fifth_clinical_words")
SIXTH = Source("sixth_templates", "sixth_identities", "sixth_clinical_words")
SEVENTH = Source("seventh_templates", "seventh_identities", "seventh_clinical_words")
EIGHTH = Source("eighth_templates", "eighth_identities", "eighth_clinical_words")
NINTH = Source("ninth_templates", "ninth_identities", "ninth_clinical_words")
TENTH = Source("tenth_templates", "tenth_identities", "tenth_clinical_words")
ELEVENTH = Source("eleventh_templates", "eleventh_identities", "eleventh_clinical_words")
TWELFTH = Source("twelfth_templates", "twelfth_identities", "twelfth_clinical_words")
THIRTEENTH = Source("thirteenth_templates", "thirteenth_identities", "thirteenth_clinical_words")
FOURTEENTH = Source("fourteenth_templates", "fourteenth_identities", "fourteenth_clinical_words")
FIFTEENTH = Source("fifteenth_templates", "fifteenth_identities", "fifteenth_clinical_words")
SIXTEENTH = Source("sixteenth_templates", "sixteenth_identities", "sixteenth_clinical_words")
SEVENTEENTH = Source("seventeenth_templates", "seventeenth_identities", "seventeenth_clinical_words")
EIGHTEENTH = Source("eighteenth_templates", "eighteenth_identities", "eighteenth_clinical_words")
NINETEENTH = Source("nineteenth_templates", "nineteenth_identities", "nineteenth_clinical_words")
# The net alone learned from the first two, and two rules of figures; nothing from the last.
LATEST = (SIXTEENTH, SEVENTEENTH, EIGHTEENTH, NINETEENTH)
EVERY_SOURCE = (
    *(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH),
    *(NINTH, TENTH, ELEVENTH, TWELFTH, THIRTEENTH, FOURTEENTH, FIFTEENTH),
    *LATEST,
)


@dataclass(frozen=True)
class Somebody:
    """An invented person; ``known`` where the loaded lists have a row of theirs."""

    forename: str
    surname: str
    nhs_number: str
    local_id: str
    born: date
    known: bool


@dataclass(frozen=True)
class Names:
    """Some of the invented names and places; those of the lists are none of the others'."""

    forenames: Sequence[str]
    surnames: Sequence[str]
    hospitals: Sequence[str]
    surgeries: Sequence[str]
    care_homes: Sequence[str]
    schools: Sequence[str]


@dataclass(frozen=True)
class World:
    """Who and what the lists know, and the names of those that they do not."""

    people: Sequence[Somebody]
    clinicians: Sequence[tuple[str, str]]  # forename and surname
    listed: Names
    others: Names
    source: Source = FIRST


@dataclass(frozen=True)
class Scene:
    """Who one sentence is about."""

    chance: random.Random
    world: World
    person: Somebody


@dataclass(frozen=True)
class Filling:
    """What stands in a slot; ``what`` is none where it identifies nobody."""

    text: str
    what: What | None
    known: bool = False


@cache
def words(name: str) -> dict[str, list[str]]:
    """The lists of an invented data file; a text of lines or words with semicolons becomes a list too."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: value if isinstance(value, list) else _split(value) for key, value in told.items()}


def _split(text: str) -> list[str]:
    return [term.strip() for term in text.replace("\n", " ").split(";" if ";" in text else None)]


@cache
def world(source: Source = FIRST, seed: int = 6, people: int = 150) -> World:
    """The invented lists of ``people`` persons, and everybody else."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    told = words(source.identities)
    fields = ("forenames", "surnames", "hospitals", "surgeries", "care_homes", "schools")
    mixed = {field: chance.sample(told[field], len(told[field])) for field in fields}
    halves = {field: round(len(mixed[field]) * 0.4) for field in fields}
    listed = Names(*(mixed[field][: halves[field]] for field in fields))
    others = Names(*(mixed[field][halves[field] :] for field in fields))
    roster = tuple(somebody(chance, listed, known=True) for _ in range(people))
    clinicians = tuple((chance.choice(listed.forenames), chance.choice(listed.surnames)) for _ in range(50))
    return World(roster, clinicians, listed, others, source)


def somebody(chance: random.Random, names: Names, *, known: bool) -> Somebody:
    return Somebody(
        chance.choice(names.forenames),
        chance.choice(names.surnames),
        nhs_number(chance),
        local_id(chance),
        date(1926, 1, 1) + timedelta(days=chance.randrange(34_000)),
        known,
    )


def scene(chance: random.Random, told: World) -> Scene:
    if chance.random() < LISTED:
        return Scene(chance, told, chance.choice(told.people))
    return Scene(chance, told, somebody(chance, told.others, known=False))


def nhs_number(chance: random.Random) -> str:
    """A valid number (modulus 11) from 999 000 0000 to 999 999 9999."""
    while True:
        nine = f"999{chance.randrange(1_000_000):06}"
        check = (
            11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        )
        if check != 10:
            return f"{nine}{check % 11}"


def local_id(chance: random.Random) -> str:
    style = chance.choice(["#####", "#######", "RK#######", "H0######", "S######", "##-####-#"])
    return digits(chance, style)


def digits(chance: random.Random, style: str) -> str:
    return "".join(str(chance.randrange(10)) if sign == "#" else sign for sign in style)
