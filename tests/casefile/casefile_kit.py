"""Case files for tests: made in a moment, and any value that one may hold."""

import os
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import strategies as st
from invented import session_on

from journey_viewer.casefile import cipher
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import create_case_file
from journey_viewer.model.casework import Coping
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported, Problem, Source, Vanished
from journey_viewer.model.kept import Kept
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Texts, Touchpoints

PASSPHRASE = "quince harbour lantern fennel"
ANOTHER = "gravel bishop ukulele thimble"
REAL_ROUNDS = cipher.KDF_ROUNDS
INVENTED = session_on().kept


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second a passphrase is for those who guess; a test knows it."""
    monkeypatch.setattr(cipher, "KDF_ROUNDS", 1_000)


def keep(case_file: CaseFile, old: Kept, new: Kept) -> Kept:
    """Keep all of it at once; returns what is kept now."""
    list(case_file.keep(old, new))
    return new


def made(path: Path, kept: Kept = INVENTED) -> Path:
    """A case file that holds this, closed."""
    with create_case_file(path, PASSPHRASE) as case_file:
        keep(case_file, Kept(), kept)
    return path


def with_notes(kept: Kept, *texts: str) -> Kept:
    """With these notes on the whole of the first person's journey, and no others."""
    notes = tuple(Note(number, 0, text) for number, text in enumerate(texts, start=1))
    return replace(kept, document=replace(kept.document, notes=notes))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of last change of every file in it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def died(work: Any, *arguments: Any) -> None:
    """Do this in a process of its own, which ends there and then without tidying up what was returned."""
    child = os.fork()
    if not child:
        try:
            in_hand = work(*arguments)
            os._exit(0 if in_hand else 2)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0


def cut_off(path: Path) -> None:
    """Begin a change that is larger than SQLite's cache, and die in the middle of writing it."""

    def begin() -> Any:
        connection = cipher.connect(path, PASSPHRASE)
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM touchpoint")
        connection.execute("DELETE FROM record")
        for number in range(1_000, 1_400):
            connection.execute("INSERT INTO record VALUES ('note', ?, ?)", (number, "planned sorcery" * 20))
        return connection

    died(begin)
    assert cipher.is_cut_off(path)


# Any value: what a field's type allows, and what its dataclass says besides.

TEXTS = st.text(max_size=12) | st.sampled_from(
    ["", "=1+2", '"quoted", O\u2019Neill\'s', "\r\n\t;", "\U0001f9d1\u200d\u2695\ufe0f", "\x00", "a" * 3_000]
)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(lambda days: Window(*days))
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(-(2**31), 2**31 - 1),
    float: st.floats(0.1, 1000.0),
    date: DAYS,
    datetime: st.datetimes(),
    Window: SPANS,
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of this type, the fields of a dataclass included."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) is not None:
        return _any_of_parts(get_origin(kind), get_args(kind))
    if is_dataclass(kind):
        own = {"rating": st.integers(1, 5)} if kind is Coping else {}
        hints = get_type_hints(kind)
        parts = {field.name: any_of(hints[field.name]) for field in fields(kind)}
        return _accounted(parts) if kind is Source else st.builds(kind, **{**parts, **own})  # type: ignore[arg-type]
    assert issubclass(kind, StrEnum)
    return st.sampled_from(list(kind))


def _any_of_parts(origin: Any, parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is types.UnionType:
        return st.none() | any_of(next(part for part in parts if part is not types.NoneType))
    if origin is Mapping:
        return st.dictionaries(*map(any_of, parts), max_size=2)
    several = st.lists(any_of(parts[0]), max_size=3)
    return several.map(origin)


def _accounted(parts: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Source]:
    counts = ("touchpoints", "joined", "duplicates", "skipped", "problems")
    few = dict.fromkeys(counts, st.integers(0, 10**6))
    told = st.fixed_dictionaries({**parts, **few})
    return told.map(lambda of: Source(**{**of, "rows": sum(of[count] for count in counts)}))


def _by_number(values: Any) -> Any:
    return tuple({value.number: value for value in sorted(values, key=lambda each: each.number)}.values())


DOCUMENTS: st.SearchStrategy[Document] = any_of(Document).map(
    lambda of: replace(
        of,
        notes=_by_number(of.notes),
        actions=_by_number(of.actions),
        meetings=_by_number(of.meetings),
    )
)


def _as_listed(person: Person) -> Person:
    """What other records call somebody stands on no list."""
    return replace(person, also_named="")


@st.composite
def any_lists(draw: st.DrawFn) -> Imported:
    """Lists of any texts; every touchpoint has a person, a source and a number of its own."""
    listed = any_of(Person).map(_as_listed)
    people = tuple(draw(st.lists(listed, min_size=1, max_size=4)))
    sources = tuple(draw(st.lists(any_of(Source), min_size=1, max_size=3)))
    numbers = sorted(draw(st.sets(st.integers(0, 2**31 - 1), max_size=8)))
    touchpoints = draw(_touchpoints(numbers, len(people), len(sources)))
    problems = tuple(draw(st.lists(any_of(Problem), max_size=3)))
    offers, vanished = draw(any_of(tuple[tuple[int, ...], ...])), draw(any_of(tuple[Vanished, ...]))
    last = max(numbers, default=0)
    return Imported(
        people, touchpoints, sources, problems, offers=offers, last_number=last, vanished=vanished
    )


@st.composite
def _touchpoints(draw: st.DrawFn, numbers: list[int], people: int, sources: int) -> Touchpoints:
    count = len(numbers)

    def column(values: st.SearchStrategy[Any], kind: Any) -> Any:
        return np.array(draw(st.lists(values, min_size=count, max_size=count)), dtype=kind)

    def texts() -> Texts:
        return Texts.of(draw(st.lists(TEXTS, min_size=count, max_size=count)))

    moments = st.datetimes().map(lambda moment: np.datetime64(moment.replace(microsecond=0), "s"))
    return Touchpoints(
        person=column(st.integers(0, people - 1), np.int32),
        service=column(st.integers(0, 10), np.int8),
        kind=column(st.integers(0, 3), np.int8),
        outcome=column(st.integers(0, 6), np.int8),
        start=column(moments, "datetime64[s]"),
        end=column(moments | st.just(np.datetime64("NaT", "s")), "datetime64[s]"),
        timed=column(st.booleans(), np.bool_),
        uncertain=column(st.booleans(), np.bool_),
        named=texts(),
        reason=texts(),
        clinician=texts(),
        place=texts(),
        mode=texts(),
        row=column(st.integers(0, 2**31 - 1), np.int32),
        source=column(st.integers(0, sources - 1), np.int32),
        number=np.array(numbers, np.int32),
    )


def columns_of(touchpoints: Touchpoints) -> Iterator[tuple[str, str, list[Any]]]:
    """Name, type and cells of each column, in a form that can be compared: NaT as a text."""
    for field in fields(touchpoints):
        column = getattr(touchpoints, field.name)
        if isinstance(column, Texts):
            yield field.name, "text", list(column)
        else:
            yield field.name, str(column.dtype), column.astype(str).tolist()


def told(lists: Imported) -> Any:
    """All that these lists say, in a form that can be compared."""
    besides = (lists.people, lists.sources, lists.problems, lists.offers)
    return besides, lists.last_number, lists.vanished, list(columns_of(lists.touchpoints))
