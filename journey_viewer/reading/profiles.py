"""What the program knows of each source, as data: how it is recognised, its columns, its words."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from journey_viewer.model.words import Kind, Service
from journey_viewer.paths import resource


class Role(StrEnum):
    """What a column says of its row. The last three say it by being filled in at all."""

    NHS_NUMBER = "nhs_number"
    LOCAL_ID = "local_id"
    NAME = "name"
    FORENAME = "forename"
    SURNAME = "surname"
    BORN = "born"
    DIED = "died"
    SEX = "sex"
    NAMED_GP = "named_gp"
    DATE = "date"
    TIME = "time"
    PRECISION = "precision"
    END = "end"
    END_TIME = "end_time"
    DURATION = "duration"
    SERVICE = "service"
    TEAM = "team"
    REASON = "reason"
    CLINICIAN = "clinician"
    PLACE = "place"
    OUTCOME = "outcome"
    MISSED = "missed"
    ATTENDED = "attended"
    MODE = "mode"
    KIND = "kind"
    SEEN = "seen"
    CANCELLED = "cancelled"
    REJECTED = "rejected"


class Gives(StrEnum):
    """What a row becomes: a touchpoint, something known about a person, or of another table's rows."""

    TOUCHPOINTS = "touchpoints"
    PEOPLE = "people"
    LOOKUP = "lookup"


PERSON_ROLES = frozenset({Role.NHS_NUMBER, Role.LOCAL_ID, Role.NAME, Role.SURNAME})
_ONE_COLUMN_ONLY = frozenset({Role.DATE, Role.TIME, Role.END, Role.END_TIME, Role.BORN, Role.DIED})


@dataclass(frozen=True)
class Skip:
    """A rule that leaves rows out: the first of these columns says one of ``says``; without them, it is blank.

    ``why`` completes the remark. ``everywhere``: the person is none, so their rows in the
    other tables of the family are left out too.
    """

    columns: tuple[str, ...]
    why: str
    says: frozenset[str] = frozenset()
    everywhere: bool = False


@dataclass(frozen=True)
class Join:
    """Rows of other tables (profiles' ids) that have the same key bring what they know under these roles."""

    tables: tuple[str, ...]
    by: str
    brings: tuple[Role, ...]


@dataclass(frozen=True)
class Headerless:
    """A table without headings: its columns by position.

    ``widths``: the fewest and the most cells that its rows have. ``file``: what the file's name has in it.
    ``shape``: patterns that the cells of some columns have throughout, where they are filled in.
    """

    columns: tuple[str, ...]
    widths: tuple[int, int]
    file: str = ""
    shape: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """One kind of source.

    ``id``: its file's name. ``becomes``: one sentence on what its rows become.
    ``signatures``: sets of headings (by key), each of which only this source has; none for lists
    typed by hand, which are recognised by ``enough`` headings that mean something.
    ``above``: what the row above the heading row begins with.
    ``family``: tables that belong together, whose local ids mean the same people; "" where
    an id means something in its own file only.
    ``columns``: for each role the headings that stand for it, the most telling first.
    ``joined``: roles in which the words of all columns count, not of the first that is filled in.
    ``codes``: for a heading the list of codes (resources/profiles/shared) that its cells come from.
    ``services``: for each service id the words that this source has for it.
    ``service``: the service of every row; ``usual_service``: unless the user or a name says another.
    ``kind``: the kind of every row. ``took_place``: kinds that were attended whatever they ended in.
    ``says_outcome``: a row that says no outcome has none that is known.
    ``person_given_once``: a blank person may mean the one above; ``continues``: it always does.
    ``issuers``: for a heading of ids those that say who gave them out: elsewhere the same id is another.
    ``keys``: names for the columns by which tables are joined or rows found again.
    ``else_by``: the key that stands for a person of whom nothing else is known.
    ``told_by``: the rows whose key is also in this other table are told there.
    ``one_stay_per``: the key of a stay that takes several rows.
    ``newest_by``: the keys of a row that may have been handed in again: the newest counts.
    ``waits_by``: the key by which the first contact ends a referral's wait.
    ``refuses``, ``instead``: why the source holds no journeys where it names nobody, and what to do.
    """

    id: str
    name: str
    gives: Gives
    columns: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    becomes: str = ""
    signatures: tuple[Mapping[str, str], ...] = ()
    above: str = ""
    headerless: Headerless | None = None
    enough: int = 2
    family: str = ""
    joined: frozenset[Role] = frozenset()
    codes: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    service: Service | None = None
    usual_service: Service | None = None
    kind: Kind | None = None
    took_place: frozenset[Kind] = frozenset()
    says_outcome: bool = False
    person_given_once: bool = False
    continues: bool = False
    skips: tuple[Skip, ...] = ()
    issuers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    else_by: str = ""
    told_by: Join | None = None
    one_stay_per: str = ""
    newest_by: tuple[str, ...] = ()
    waits_by: str = ""
    refuses: str = ""
    instead: str = ""

    @property
    def by_hand(self) -> bool:
        """True of the lists that are known by their headings alone."""
        return not (self.signatures or self.above or self.headerless)

    def roles(self, headings: Sequence[str]) -> dict[Role, list[int]]:
        """For each role the columns that have it, best first; dates and times have one at most."""
        places = heading_places(headings)
        found = {role: first_places(places, names) for role, names in self.columns.items()}
        return {role: at[:1] if role in _ONE_COLUMN_ONLY else at for role, at in found.items() if at}

    def signed(self, headings: Mapping[str, str]) -> tuple[int, int]:
        """How long the longest signature is that is there in full, and how many of it are spelt as here.

        ``headings``: each heading by its key.
        """
        there = (signature for signature in self.signatures if signature.keys() <= headings.keys())
        return max(
            ((len(signature), _spelt_alike(signature, headings)) for signature in there), default=(0, 0)
        )


def _spelt_alike(signature: Mapping[str, str], headings: Mapping[str, str]) -> int:
    return sum(headings[key] == name for key, name in signature.items())


def heading_key(heading: str) -> str:
    """The heading without anything but letters and digits, in lower case."""
    return re.sub(r"[^a-z0-9]", "", heading.lower())


def rule_key(text: str) -> str:
    """What a cell says for a rule, without case and space."""
    return "".join(text.lower().split())


def heading_places(headings: Sequence[str]) -> dict[str, int]:
    """Each heading's place, under its key as it stands, else without a report's name or brackets."""
    places: dict[str, int] = {}
    for pattern in (r"$^", r"^[^:]*: ", r"\([^)]*\)"):
        for place, heading in enumerate(headings):
            key = heading_key(re.sub(pattern, "", heading))
            if key:
                places.setdefault(key, place)
    return places


def first_places(places: Mapping[str, int], names: Iterable[str]) -> list[int]:
    """The places of those of these headings that are there, each once."""
    return list(dict.fromkeys(places[name] for name in names if name in places))


@cache
def profiles() -> tuple[Profile, ...]:
    """All that resources/profiles holds, by name, lists typed by hand last."""
    loaded = [_load(path) for path in resource("profiles").glob("*.toml")]
    return tuple(sorted(loaded, key=lambda profile: (profile.by_hand, profile.name)))


def _load(path: Path) -> Profile:
    with path.open("rb") as stream:
        told: dict[str, Any] = tomllib.load(stream)
    return Profile(id=path.stem, **{name: _MAKE.get(name, _as_it_is)(value) for name, value in told.items()})


def _as_it_is(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _headings(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(heading_key, names))


def _skip(told: dict[str, Any]) -> Skip:
    says = frozenset(map(rule_key, told.pop("says", ())))
    return Skip(columns=_headings(told.pop("columns")), says=says, **told)


def _join(told: dict[str, Any]) -> Join:
    return Join(tuple(told["tables"]), told["by"], tuple(map(Role, told.get("brings", ()))))


def _headerless(told: dict[str, Any]) -> Headerless:
    columns = tuple(told["columns"])
    shape = {heading_key(name): pattern for name, pattern in told.get("shape", {}).items()}
    fewest, most = told["widths"]
    return Headerless(columns, (fewest, most), told.get("file", ""), shape)


_MAKE: dict[str, Callable[[Any], Any]] = {
    "gives": Gives,
    "columns": lambda told: {Role(role): _headings(names) for role, names in told.items()},
    "signatures": lambda told: tuple({heading_key(name): name for name in names} for names in told),
    "headerless": _headerless,
    "joined": lambda told: frozenset(map(Role, told)),
    "codes": lambda told: {heading_key(heading): name for heading, name in told.items()},
    "services": lambda told: {service: tuple(words) for service, words in told.items()},
    "service": Service,
    "usual_service": Service,
    "kind": Kind,
    "took_place": lambda told: frozenset(map(Kind, told)),
    "skips": lambda told: tuple(map(_skip, told)),
    "issuers": lambda told: {heading_key(heading): _headings(names) for heading, names in told.items()},
    "keys": lambda told: {name: _headings(names) for name, names in told.items()},
    "joins": lambda told: tuple(map(_join, told)),
    "told_by": _join,
}
