"""What goes wrong in a database, as sentences: its own messages quote cells, names and addresses."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from journey_viewer.attendance.refusals import (
    EngineRefused,
    EngineUnavailable,
    ListTooLarge,
    NoRights,
    TableMissing,
)
from journey_viewer.errors import JourneyError

_OTHERS = frozenset(
    {
        *("duckdb", "_duckdb", "ibis", "psycopg", "psycopg2", "pyspark", "py4j", "sqlglot", "pyarrow"),
        *(
            "snowflake",
            "databricks",
            "pyodbc",
            "google",
            "trino",
            "clickhouse_connect",
            "oracledb",
            "MySQLdb",
            "sqlite3",
        ),
    }
)
_KNOWN: tuple[tuple[type[JourneyError], frozenset[str]], ...] = (
    (ListTooLarge, frozenset({"OutOfMemoryException", "OutOfMemory", "ArrowMemoryError"})),
    (NoRights, frozenset({"InsufficientPrivilege", "PermissionException"})),
    (TableMissing, frozenset({"TableNotFound", "UndefinedTable", "InvalidSchemaName", "CatalogException"})),
    (EngineUnavailable, frozenset({"OperationalError", "InterfaceError", "ConnectionException"})),
)


@contextmanager
def understood() -> Iterator[None]:
    """Turns what a database raises into a JourneyError, and what is our fault into nothing else; it remarks upon nothing."""
    try:
        with quietly():
            yield
    except JourneyError:
        raise
    except MemoryError:
        raise ListTooLarge from None
    except Exception as error:
        if not _is_theirs(error):
            raise
        raise sentence_of(error) from None


def sentence_of(error: BaseException) -> JourneyError:
    """The sentence for what another library raised, by the names of its classes alone."""
    names = {one.__name__ for one in type(error).__mro__}
    for sentence, known in _KNOWN:
        if names & known:
            return sentence()
    return EngineRefused()


def _is_theirs(error: BaseException) -> bool:
    return any(one.__module__.split(".", maxsplit=1)[0] in _OTHERS for one in type(error).__mro__)


@contextmanager
def quietly() -> Iterator[None]:
    """What another library would only remark upon is not said."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
