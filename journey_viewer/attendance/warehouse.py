"""A list that lies in an organisation's own engine, or in Parquet and CSV files: the same expressions, by an address.

Only what is counted and the chosen people's rows come to this computer. Who may look is told to the driver in its own
place (.pgpass, a service file, the environment), never to us.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from journey_viewer.attendance.embedded import connect, file_table
from journey_viewer.attendance.lists import PEOPLE_COLUMNS, Attendance, Table, closing
from journey_viewer.attendance.mapping import (
    AS_OURS,
    Mapped,
    TableMapping,
    mapped_people,
    mapped_touchpoints,
    people_of,
)
from journey_viewer.attendance.refusals import (
    DriverMissing,
    EngineRefused,
    EngineUnavailable,
    MappingWrong,
    PasswordInAddress,
    TableMissing,
)
from journey_viewer.attendance.trouble import understood
from journey_viewer.errors import FileMissing

_SECRETS = ("password", "passwd", "pwd", "token", "secret", "key")
"""How the names of options end that hold one: sslpassword, access_token, api_key."""
_PATHS_OF_KEYS = ("sslkey",)
_TALKATIVE = (
    "py4j",
    "py4j.java_gateway",
    "py4j.clientserver",
    "SQLQueryContextLogger",
    "DataFrameQueryContextLogger",
)
"""Loggers that write on the screen what went wrong, cells and all."""


def is_address(text: str) -> bool:
    """Whether a text is an address of a database and no file's name: "postgres://server/database"."""
    return "://" in text


def open_address(address: str, mapping: Mapped = AS_OURS) -> Attendance:
    """Of any engine that ibis knows. Raises DriverMissing, PasswordInAddress, EngineUnavailable, TableMissing, MappingWrong …"""
    backend = _connected(address)
    with closing(backend.disconnect), understood():
        touchpoints = _named_table(backend, mapping.touchpoints)
        people = _named_table(backend, mapping.people) if mapping.people else None
        return attendance_of(backend.disconnect, mapping, touchpoints, people)


def open_files(path: Path, mapping: Mapped = AS_OURS) -> Attendance:
    """Of a Parquet or CSV file, or a folder of them, read by DuckDB where they lie.

    A folder may hold folders or files called "touchpoints" and "people"; else all its files are the touchpoints.
    """
    connection, backend = connect()
    with closing(connection.close), understood():
        rows, who = _parts(path)
        people = file_table(backend, who) if who is not None else None
        return attendance_of(connection.close, mapping, file_table(backend, rows), people)


def attendance_of(let_go: Callable[[], None], mapping: Mapped, rows: Table, who: Table | None) -> Attendance:
    """From tables as they are, with the mapping laid over them; where it names no columns, they are called as ours."""
    touchpoints = mapped_touchpoints(rows, _or_ours(mapping.touchpoints, rows))
    if who is None:
        return Attendance(touchpoints, people_of(touchpoints), frozenset(), _let_go=let_go)
    of_people = _or_ours(mapping.people or TableMapping(), who)
    known = frozenset(of_people.columns) & frozenset(PEOPLE_COLUMNS) - {"person"}
    return Attendance(touchpoints, mapped_people(who, of_people), known, _let_go=let_go)


def _or_ours(mapping: TableMapping, table: Table) -> TableMapping:
    return mapping if mapping.columns else replace(mapping, columns={name: name for name in table.columns})


def _connected(address: str) -> Any:
    import ibis

    try:
        parts = urlsplit(address)
    except ValueError:
        raise DriverMissing from None
    if parts.password or any(map(_is_secret, parse_qsl(parts.query, keep_blank_values=True))):
        raise PasswordInAddress
    for name in _TALKATIVE:
        logging.getLogger(name).disabled = True
    try:
        with understood():
            if parts.scheme in ("duckdb", "sqlite"):
                file = _file_of(parts)
                return connect(file=file)[1] if parts.scheme == "duckdb" else ibis.sqlite.connect(file)
            return _hushed(ibis.connect(address))
    except EngineRefused:
        raise EngineUnavailable from None
    except (ImportError, ValueError, NotImplementedError, AttributeError):
        raise DriverMissing from None


def _is_secret(option: tuple[str, str]) -> bool:
    """Of an option by its name, however that is spelt in the address."""
    name = option[0].casefold()
    return name.endswith(_SECRETS) and name not in _PATHS_OF_KEYS


def _file_of(parts: SplitResult) -> Path:
    """The database that lies in a file; one that is not there would be made. Raises FileMissing."""
    file = Path(f"{parts.netloc}{parts.path}")
    if not file.is_file():
        raise FileMissing
    return file


def _hushed(backend: Any) -> Any:
    """Spark else tells on the screen of every question that goes wrong."""
    session = getattr(backend, "_session", None)
    if session is not None and hasattr(session, "sparkContext"):
        session.sparkContext.setLogLevel("OFF")
    return backend


def _named_table(backend: Any, mapping: TableMapping) -> Table:
    schema, _, name = mapping.table.rpartition(".")
    if not name:
        raise MappingWrong("The mapping does not name the table.")
    catalog, _, schema = schema.rpartition(".")
    database: Any = (catalog, schema) if catalog else schema or None
    try:
        return backend.table(name, database=database)
    except Exception as error:
        if type(error).__name__ in {"TableNotFound", "AnalysisException", "CatalogException"}:
            raise TableMissing from None
        raise


def _parts(path: Path) -> tuple[Path, Path | None]:
    """The files of touchpoints, and of people where there are any."""
    inside = {each.stem if each.is_file() else each.name: each for each in sorted(path.glob("*"))}
    return inside.get("touchpoints", path), inside.get("people")
