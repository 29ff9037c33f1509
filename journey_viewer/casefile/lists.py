"""What the lists say <-> the tables person, source, touchpoint and problem."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.casefile.codec import as_json, from_json, storable
from journey_viewer.model.imported import Imported, Problem, Source, Vanished
from journey_viewer.model.people import Person, Sex
from journey_viewer.model.progress import Progress
from journey_viewer.model.touchpoints import Texts, Touchpoints, join
from journey_viewer.model.words import Coded, Kind, Outcome, Service

_CODED: dict[str, type[Coded]] = {"service": Service, "kind": Kind, "outcome": Outcome}
_COLUMNS = tuple(field.name for field in fields(Touchpoints))
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)
_PLACES = ", ".join("?" for _ in _COLUMNS)
_AT_ONCE = 20_000
_READ_AT_ONCE = 1_000  # the cells of so many rows stay near the processor while they become columns
_LABEL = "Saving the lists"


@dataclass(frozen=True)
class _Besides:
    """What belongs to the lists and has no table of its own."""

    offers: tuple[tuple[int, ...], ...] = ()
    last_number: int = 0
    vanished: tuple[Vanished, ...] = ()


def write_lists(connection: Any, lists: Imported) -> Iterator[Progress]:
    """Put these lists in place of what the tables hold, inside the caller's transaction; yields touchpoints of all."""
    for table in ("touchpoint", "problem", "source", "person"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    for table, rows in (("person", _people), ("source", _sources), ("problem", _problems)):
        for row in rows(lists):
            places = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO {table} VALUES ({places})", [storable(cell) for cell in row])  # noqa: S608 (our own names)
    cells, done = _rows(lists.touchpoints), 0
    while batch := list(islice(cells, _AT_ONCE)):
        yield Progress(done, len(lists.touchpoints), _LABEL)
        connection.executemany(f"INSERT INTO touchpoint ({_NAMES}) VALUES ({_PLACES})", batch)  # noqa: S608 (our own names)
        done += len(batch)
    besides = as_json(_Besides(lists.offers, lists.last_number, lists.vanished))
    connection.execute("INSERT OR REPLACE INTO record VALUES ('lists', 0, ?)", (besides,))


def _people(lists: Imported) -> Iterator[tuple[Any, ...]]:
    for place, person in enumerate(lists.people):
        born, died = (day.isoformat() if day else None for day in (person.born, person.died))
        told = person.name, person.nhs_number, person.local_id, born, died, person.sex.value
        yield place, *told, person.named_gp


def _sources(lists: Imported) -> Iterator[tuple[Any, ...]]:
    for place, source in enumerate(lists.sources):
        yield place, source.file, source.sheet, source.recognised_as, as_json(source)


def _problems(lists: Imported) -> Iterator[tuple[Any, ...]]:
    return ((place, *astuple(problem)) for place, problem in enumerate(lists.problems))


def _rows(touchpoints: Touchpoints) -> Iterator[tuple[Any, ...]]:
    return zip(*(_cells(name, getattr(touchpoints, name)) for name in _COLUMNS), strict=True)


def _cells(name: str, column: Any) -> list[Any]:
    if isinstance(column, Texts):
        return _spelt([storable(word) for word in column.words], column.codes)
    if name in _CODED:
        return _spelt([str(word) for word in _CODED[name]], column)
    if column.dtype.kind == "M":
        texts: list[str] = np.datetime_as_string(column, unit="s").tolist()
        return [None if text == "NaT" else text for text in texts]
    return (column.astype(np.int32) if column.dtype.kind == "b" else column).tolist()


def _spelt(words: list[str], codes: NDArray[Any]) -> list[str]:
    return [words[code] for code in codes.tolist()]


def read_lists(connection: Any) -> Imported:
    """What the tables hold."""
    people = connection.execute("SELECT * FROM person ORDER BY place").fetchall()
    sources = connection.execute("SELECT told FROM source ORDER BY place").fetchall()
    problems = connection.execute("SELECT * FROM problem ORDER BY place").fetchall()
    found = connection.execute("SELECT told FROM record WHERE kind = 'lists'").fetchone()
    besides = from_json(_Besides, found[0]) if found else _Besides()
    return Imported(
        people=tuple(_person(row) for row in people),
        touchpoints=read_touchpoints(connection),
        sources=tuple(from_json(Source, row[0]) for row in sources),
        problems=tuple(Problem(*row[1:]) for row in problems),
        offers=besides.offers,
        last_number=besides.last_number,
        vanished=besides.vanished,
    )


def _person(row: tuple[Any, ...]) -> Person:
    """An older file, which is looked at as it is, has a column less."""
    _, name, nhs_number, local_id, born, died, sex, *newer = row
    told = name, nhs_number, local_id, _day(born), _day(died), Sex(sex)
    return Person(*told, named_gp="".join(newer))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def read_touchpoints(connection: Any, person: int | None = None) -> Touchpoints:
    """Everybody's touchpoints, or one person's as the lists say it, by their lasting numbers."""
    where, values = ("", ()) if person is None else ("WHERE person = ?", (person,))
    query = f"SELECT {_NAMES} FROM touchpoint {where} ORDER BY number"  # noqa: S608 (our own names)
    cursor = connection.execute(query, values)
    return join([_columns(rows) for rows in iter(partial(cursor.fetchmany, _READ_AT_ONCE), [])])


def _columns(rows: list[tuple[Any, ...]]) -> Touchpoints:
    cells = zip(_COLUMNS, zip(*rows, strict=True), strict=True)
    return Touchpoints(**{name: _column(name, column) for name, column in cells})


_DTYPES = {
    "person": np.int32, "row": np.int32, "source": np.int32, "number": np.int32,
    "timed": np.bool_, "uncertain": np.bool_,
}  # fmt: skip


def _column(name: str, cells: tuple[Any, ...]) -> Any:
    if name in _CODED:
        codes = {str(word): word.code for word in _CODED[name]}
        return np.fromiter(map(codes.__getitem__, cells), np.int8, len(cells))
    if name in ("start", "end"):
        return np.array([cell or "NaT" for cell in cells], dtype="datetime64[s]")
    if name in _DTYPES:
        return np.array(cells, dtype=_DTYPES[name])
    return Texts.of(cells)
