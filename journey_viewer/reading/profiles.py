"""What the program knows of each source, as data: how it is recognised, its columns, its words."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from journey_viewer.paths import resource


class Role(StrEnum):
    """What a column says of its row."""

    NHS_NUMBER = "nhs_number"
    LOCAL_ID = "local_id"
    NAME = "name"
    FORENAME = "forename"
    SURNAME = "surname"
    BORN = "born"
    DIED = "died"
    SEX = "sex"
    DATE = "date"
    TIME = "time"
    END = "end"
    SERVICE = "service"
    REASON = "reason"
    CLINICIAN = "clinician"
    PLACE = "place"
    OUTCOME = "outcome"
    MISSED = "missed"
    ATTENDED = "attended"
    MODE = "mode"
    KIND = "kind"


class Gives(StrEnum):
    """What a row of the source becomes: a touchpoint, or something known about a person."""

    TOUCHPOINTS = "touchpoints"
    PEOPLE = "people"


PERSON_ROLES = frozenset({Role.NHS_NUMBER, Role.LOCAL_ID, Role.NAME, Role.SURNAME})
_ONE_COLUMN_ONLY = frozenset({Role.DATE, Role.TIME, Role.END, Role.BORN, Role.DIED})


@dataclass(frozen=True)
class Profile:
    """One kind of source.

    ``signature``: headings that only this source has, all of them; empty for lists typed by
    hand, which are recognised by ``enough`` headings that mean something.
    ``family``: tables that belong together, whose local ids mean the same people; "" where
    an id means something in its own file only.
    ``columns``: for each role the headings that stand for it, the most telling first.
    ``services``: for each service id the words that this source has for it.
    ``person_given_once``: a blank person may mean the one above.
    """

    name: str
    gives: Gives
    columns: Mapping[Role, tuple[str, ...]]
    signature: frozenset[str] = frozenset()
    enough: int = 2
    family: str = ""
    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    person_given_once: bool = False

    def roles(self, headings: Sequence[str]) -> dict[Role, list[int]]:
        """For each role the columns that have it, best first; dates and times have one at most."""
        places = _places(headings)
        found = {
            role: list(dict.fromkeys(places[name] for name in names if name in places))
            for role, names in self.columns.items()
        }
        return {role: at[:1] if role in _ONE_COLUMN_ONLY else at for role, at in found.items() if at}

    def signed(self, headings: Sequence[str]) -> bool:
        """True where the headings hold the whole signature."""
        return bool(self.signature) and self.signature <= _places(headings).keys()


def heading_key(heading: str) -> str:
    """The heading without anything but letters and digits, in lower case."""
    return re.sub(r"[^a-z0-9]", "", heading.lower())


def _places(headings: Sequence[str]) -> dict[str, int]:
    """Each heading's place, under its key as it stands, else without a report's name or brackets."""
    places: dict[str, int] = {}
    for pattern in (r"$^", r"^[^:]*: ", r"\([^)]*\)"):
        for place, heading in enumerate(headings):
            key = heading_key(re.sub(pattern, "", heading))
            if key:
                places.setdefault(key, place)
    return places


@cache
def profiles() -> tuple[Profile, ...]:
    """All that resources/profiles holds: the most telling signature first, lists typed by hand last."""
    loaded = [_load(path) for path in resource("profiles").glob("*.toml")]
    return tuple(sorted(loaded, key=lambda profile: (-len(profile.signature), profile.name)))


def _load(path: Path) -> Profile:
    with path.open("rb") as stream:
        told: dict[str, Any] = tomllib.load(stream)
    columns = {Role(role): tuple(map(heading_key, names)) for role, names in told.pop("columns").items()}
    signature = frozenset(map(heading_key, told.pop("signature", ())))
    services = {service: tuple(words) for service, words in told.pop("services", {}).items()}
    return Profile(
        columns=columns, signature=signature, services=services, gives=Gives(told.pop("gives")), **told
    )
