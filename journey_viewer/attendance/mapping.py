"""Which table and columns of somebody's own database say what, from a small TOML file; no credentials stand in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journey_viewer.attendance.lists import PEOPLE_COLUMNS, TOUCHPOINT_COLUMNS, Column, Table
from journey_viewer.attendance.refusals import MappingUnreadable, MappingWrong
from journey_viewer.errors import FileMissing
from journey_viewer.model.words import Coded, Kind, Outcome, Service

_VOCABULARIES: Mapping[str, tuple[type[Coded], Coded, Coded]] = {
    "service": (Service, Service.OTHER, Service.GP),
    "kind": (Kind, Kind.CONTACT, Kind.CONTACT),
    "outcome": (Outcome, Outcome.UNKNOWN, Outcome.ATTENDED),
}
"""Of each: its words; what a word is that nothing explains; what every row is where no column says it."""
_NEEDED = ("person", "start")
_MOST_BYTES = 1 << 16
_LONGEST_LINE = 1_000  # characters: tomllib takes the square of a name's length


@dataclass(frozen=True)
class TableMapping:
    """``table``: its name, perhaps with a schema before it, "" where files are the table · columns: our name → theirs ·
    words: of service, kind and outcome, their word → ours · always: what every row is.
    """

    table: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapped:
    """``people`` is None where there is no table of people: then everybody who came is on the list, and nothing else is known of them."""

    touchpoints: TableMapping
    people: TableMapping | None = None


AS_OURS = Mapped(TableMapping("touchpoints"))
"""Where no mapping is given: a table "touchpoints" whose columns are called what we call them."""


def read_mapping(path: Path) -> Mapped:
    """Raises FileMissing, MappingUnreadable or MappingWrong."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for, a device never ends
            raise MappingUnreadable
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise MappingUnreadable
        text = content.decode("utf-8-sig")
        if max(map(len, text.split("\n"))) > _LONGEST_LINE:
            raise MappingUnreadable
        told = tomllib.loads(text)
    except FileNotFoundError:
        raise FileMissing from None
    except (OSError, ValueError, RecursionError):  # tomllib: nested too deep, a number too long
        raise MappingUnreadable from None
    return mapping_of(told)


def mapping_of(told: Mapping[str, Any]) -> Mapped:
    """From what stands in the file. Raises MappingWrong."""
    _only_known(told, ("touchpoints", "people"), "a part")
    if "touchpoints" not in told:
        raise MappingWrong("The mapping has no part [touchpoints].")
    touchpoints = _part(told["touchpoints"], TOUCHPOINT_COLUMNS, "touchpoints")
    for name in _NEEDED:
        if name not in touchpoints.columns:
            raise MappingWrong(f"The mapping names no column for “{name}” of the touchpoints.")
    if "people" not in told:
        return Mapped(touchpoints)
    people = _part(told["people"], PEOPLE_COLUMNS, "people")
    if "person" not in people.columns:
        raise MappingWrong("The mapping names no column for “person” of the people.")
    return Mapped(touchpoints, people)


def _part(told: Any, known: Mapping[str, str], part: str) -> TableMapping:
    if not isinstance(told, dict):
        raise MappingWrong
    words = {name: told[f"{name}_words"] for name in _VOCABULARIES if f"{name}_words" in told}
    always = {name: told[f"{name}_is"] for name in _VOCABULARIES if f"{name}_is" in told}
    columns = {name: theirs for name, theirs in told.items() if name in known}
    extra = (f"{name}_{what}" for name in _VOCABULARIES for what in ("words", "is"))
    _only_known(told, ("table", *known, *(extra if part == "touchpoints" else ())), f"a name in [{part}]")
    if not all(isinstance(text, str) and text for text in (*columns.values(), *always.values())):
        raise MappingWrong(f"A column in [{part}] is no text.")
    for name, explained in words.items():
        if not isinstance(explained, dict):
            raise MappingWrong(f"“{name}_words” in [{part}] is no table of words.")
        _only_ours(name, explained.values())
    for name, word in always.items():
        _only_ours(name, [word])
    table = told.get("table", "")
    if not isinstance(table, str):
        raise MappingWrong(f"The table’s name in [{part}] is no text.")
    return TableMapping(table, columns, words, always)


def _only_known(told: Mapping[str, Any], known: Any, what: str) -> None:
    if not set(told) <= set(known):
        raise MappingWrong(f"The mapping has {what} that means nothing here.")


def _only_ours(name: str, words: Any) -> None:
    vocabulary = _VOCABULARIES[name][0]
    if not all(isinstance(word, str) and word in frozenset(vocabulary) for word in words):
        raise MappingWrong(
            f"The mapping explains a word by something that is no {name}.",
            f"Choose from {', '.join(vocabulary)}.",
        )


def mapped_touchpoints(table: Table, mapping: TableMapping) -> Table:
    """With our columns, whatever the table calls them. Raises MappingWrong for a column that is not there, or of another kind."""
    start = _start(table, mapping)
    exact = start.type().is_timestamp()
    moment = wall_clock(start)
    midnight = (moment.hour() == 0) & (moment.minute() == 0) & (moment.second() == 0)
    timed = _flag(table, mapping, "timed", ~midnight if exact else moment.notnull() & moment.isnull())
    return table.select(
        person=_column(table, mapping, "person"),
        **{name: _coded(table, mapping, name) for name in _VOCABULARIES},
        start=moment,
        timed=timed.fill_null(False),
        uncertain=_flag(table, mapping, "uncertain", moment.notnull() & moment.isnull()).fill_null(False),
        **{name: _text(table, mapping, name) for name in ("clinician", "practice")},
    )


def mapped_people(table: Table, mapping: TableMapping) -> Table:
    """With our columns; of those that the mapping does not name, all are null."""
    import ibis

    told: dict[str, Column] = {}
    for name, kind in PEOPLE_COLUMNS.items():
        if name not in mapping.columns:
            told[name] = ibis.null(kind)
            continue
        column = _column(table, mapping, name)
        told[name] = _as_kind(column, kind, name) if kind else column
    return table.select(**told)


def people_of(touchpoints: Table) -> Table:
    """Everybody who has a touchpoint, where there is no table of people."""
    import ibis

    everybody = touchpoints.filter(touchpoints.person.notnull()).select("person").distinct()
    return everybody.mutate(**{name: ibis.null(kind) for name, kind in PEOPLE_COLUMNS.items() if kind})


def _column(table: Table, mapping: TableMapping, name: str) -> Column:
    theirs = mapping.columns.get(name, name)
    if theirs not in table.columns:
        raise MappingWrong(f"The table has no column of the name that the mapping gives for “{name}”.")
    return table[theirs]


def _start(table: Table, mapping: TableMapping) -> Column:
    start = _column(table, mapping, "start")
    if not (start.type().is_timestamp() or start.type().is_date()):
        raise MappingWrong(
            "The column for “start” holds no dates.", "Name one of the kind date or timestamp."
        )
    return start


def wall_clock(start: Column) -> Column:
    """UK wall-clock time; of a moment with a time zone its UTC, and an hour more in summer, as every engine can tell it.

    Summer time goes from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October.
    """
    import ibis

    utc = start.cast("timestamp")
    if not start.type().is_timestamp() or start.type().timezone is None:
        return utc
    month, since_sunday = utc.month(), (utc.day_of_week.index() + 1) % 7
    past = (utc.day() - since_sunday >= 25) & ((since_sunday > 0) | (utc.hour() >= 1))
    summer = month.between(4, 9) | ((month == 3) & past) | ((month == 10) & ~past)
    return summer.ifelse(utc + ibis.interval(hours=1), utc)


def _as_kind(column: Column, kind: str, name: str) -> Column:
    theirs = column.type()
    fits = {
        "date": theirs.is_date() or theirs.is_timestamp(),
        "int64": theirs.is_integer(),
        "boolean": theirs.is_boolean(),
        "string": True,
    }
    if not fits[kind]:
        raise MappingWrong(f"The column for “{name}” is of another kind than is needed: {kind}.")
    return column.cast(kind)


def _flag(table: Table, mapping: TableMapping, name: str, otherwise: Column) -> Column:
    if name not in mapping.columns:
        return otherwise
    return _as_kind(_column(table, mapping, name), "boolean", name)


def _text(table: Table, mapping: TableMapping, name: str) -> Column:
    import ibis

    if name not in mapping.columns:
        return ibis.literal("")
    return _column(table, mapping, name).cast("string").fill_null("")


def _coded(table: Table, mapping: TableMapping, name: str) -> Column:
    """Our codes from their words; our own words explain themselves."""
    import ibis

    vocabulary, unexplained, usual = _VOCABULARIES[name]
    if name not in mapping.columns:
        word = mapping.always.get(name, usual)
        return ibis.literal(vocabulary(word).code).cast("int16")
    theirs = _column(table, mapping, name).cast("string")
    explained = {word.value: word.code for word in vocabulary}
    explained |= {word: vocabulary(ours).code for word, ours in mapping.words.get(name, {}).items()}
    branches = [(theirs == word, code) for word, code in explained.items()]
    return ibis.cases(*branches, else_=unexplained.code).cast("int16")
