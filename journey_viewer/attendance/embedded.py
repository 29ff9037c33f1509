"""DuckDB in this process: in memory alone, without a file on the disk and without the network."""

import os
from collections.abc import Mapping, Sequence
from glob import escape
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.attendance.lists import PEOPLE_COLUMNS, Attendance, closing
from journey_viewer.attendance.trouble import understood
from journey_viewer.errors import FileMissing, FolderEmpty
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Service

_SHARE_OF_MEMORY = 0.6
_LEAST_MEMORY = 1 << 28
_KNOWN_OF_IMPORTED = ("born", "sex", "died", "practice")


def open_imported(imported: Imported) -> Attendance:
    """The lists that were read, corrections laid over them; nothing is copied out of them that is not asked for.

    Raises ListTooLarge.
    """
    import pyarrow

    touchpoints = imported.touchpoints
    practices = _practices(imported)
    with understood():
        everybody = _everybody(imported)
        people = _people(imported, everybody, practices)
        arrow = {
            "touchpoints": pyarrow.table(_touchpoint_columns(touchpoints)),
            "people": pyarrow.table({name: people[name] for name in ("person", *_KNOWN_OF_IMPORTED)}),
        }
    without = sum(not imported.people[place].nhs_number for place in everybody)
    return open_tables(arrow, frozenset(_KNOWN_OF_IMPORTED), without_number=without)


def open_tables(
    tables: Mapping[str, Any], known: frozenset[str], *, without_number: int | None = None
) -> Attendance:
    """Arrow tables "touchpoints" and "people" of the columns that ``Attendance`` has."""
    connection, backend = connect()
    with closing(connection.close), understood():
        for name, table in tables.items():
            connection.register(name, table)
        people = with_all_columns(backend.table("people"))
        return Attendance(
            backend.table("touchpoints"), people, known, without_number, _let_go=connection.close
        )


def connect(memory: int | None = None, file: Path | None = None) -> tuple[Any, Any]:
    """A new DuckDB connection and the same for ibis. Nothing spills, nothing is fetched.

    ``file``: a DuckDB database; it is read alone, and nothing that lies elsewhere by way of it.
    """
    import duckdb
    import ibis

    settings: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": "",
        "memory_limit": f"{memory or memory_for_duckdb()}B",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with understood():
        connection = duckdb.connect(str(file or ":memory:"), read_only=file is not None, config=settings)
        if file is not None:  # else a table's name could be that of another file, or an address
            connection.execute("set enable_external_access = false")
        return connection, ibis.duckdb.from_connection(connection)


def memory_for_duckdb() -> int:
    """In bytes, a share of what this computer has."""
    try:
        everything = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        everything = 4 << 30
    return max(int(everything * _SHARE_OF_MEMORY), _LEAST_MEMORY)


def with_all_columns(people: Any) -> Any:
    """With a column of nulls for whatever the list does not know."""
    import ibis

    missing = {name: ibis.null(kind) for name, kind in PEOPLE_COLUMNS.items() if name not in people.columns}
    return people.mutate(**missing) if missing else people


def file_table(backend: Any, path: Path) -> Any:
    """The rows of a Parquet or CSV file, or of a folder of such files. Raises JourneyError."""
    files = _files_in(path)
    reader = backend.read_parquet if files[0].suffix.lower() == ".parquet" else backend.read_csv
    return reader(
        [escape(str(file)) for file in files]
    )  # DuckDB would read a name with * in it as many files


def _files_in(path: Path) -> Sequence[Path]:
    if not path.exists():
        raise FileMissing
    if not path.is_dir():
        return [path]
    for ending in ("*.parquet", "*.csv"):
        files = sorted(path.glob(ending))
        if files:
            return files
    raise FolderEmpty("The folder holds no Parquet or CSV files.", "Choose the folder that holds them.")


def _touchpoint_columns(touchpoints: Touchpoints) -> dict[str, Any]:
    return {
        "person": touchpoints.person,
        "service": touchpoints.service,
        "kind": touchpoints.kind,
        "outcome": touchpoints.outcome,
        "start": touchpoints.start,
        "timed": touchpoints.timed,
        "uncertain": touchpoints.uncertain,
        "clinician": _texts(touchpoints.clinician),
        "practice": _texts(_gp_places(touchpoints)),
    }


def _gp_places(touchpoints: Touchpoints) -> Texts:
    """Where the GP contacts were; of other services the place is no practice."""
    gp = touchpoints.with_service(Service.GP)
    nowhere = len(touchpoints.place.words)
    codes = np.where(gp, touchpoints.place.codes, nowhere).astype(np.int32)
    return Texts(codes, (*touchpoints.place.words, ""))


def _texts(texts: Texts) -> Any:
    import pyarrow

    return pyarrow.DictionaryArray.from_arrays(
        pyarrow.array(texts.codes), pyarrow.array(texts.words, pyarrow.string())
    )


def _practices(imported: Imported) -> list[str | None]:
    """For each person the practice of most of their GP contacts, the first by name where two have as many."""
    touchpoints = imported.touchpoints
    words = np.array(touchpoints.place.words, dtype=object)
    told: list[str | None] = [None] * len(imported.people)
    rows = np.flatnonzero(touchpoints.with_service(Service.GP))
    if not len(rows) or not len(words):
        return told
    order = np.argsort(words.astype(str))
    rank = np.empty(len(words), np.int64)
    rank[order] = np.arange(len(words))
    pairs = touchpoints.person[rows].astype(np.int64) * len(words) + rank[touchpoints.place.codes[rows]]
    used, counts = np.unique(pairs, return_counts=True)
    _fill(told, words[order], used, counts)
    return told


def _fill(
    told: list[str | None], words: NDArray[Any], pairs: NDArray[np.int64], counts: NDArray[np.intp]
) -> None:
    most: dict[int, int] = {}
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        person, place = divmod(pair, len(words))
        if words[place].strip() and count > most.get(person, 0):
            most[person], told[person] = count, words[place]


def _everybody(imported: Imported) -> list[int]:
    """The places that hold somebody: not those of people who turned out to be somebody else on the list."""
    seen = np.zeros(len(imported.people), np.bool_)
    seen[imported.touchpoints.person] = True
    nobody = Person()
    return [place for place, person in enumerate(imported.people) if seen[place] or person != nobody]


def _people(imported: Imported, everybody: Sequence[int], practices: Sequence[str | None]) -> dict[str, Any]:
    import pyarrow

    people = [imported.people[place] for place in everybody]
    return {
        "person": pyarrow.array(everybody, pyarrow.int32()),
        "born": pyarrow.array([person.born for person in people], pyarrow.date32()),
        "sex": pyarrow.array([person.sex.value or None for person in people], pyarrow.string()),
        "died": pyarrow.array([person.died for person in people], pyarrow.date32()),
        "practice": pyarrow.array([practices[place] for place in everybody], pyarrow.string()),
    }
