"""A whole list of touchpoints and people as two tables of known columns, wherever it lies."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self, TypeAlias

from journey_viewer.attendance.trouble import understood

Table: TypeAlias = Any
"""An ibis table; an expression of it is a ``Column``."""
Column: TypeAlias = Any
Row = dict[str, Any]
PersonKey: TypeAlias = int | str
_AT_A_TIME = 2_000  # people

TOUCHPOINT_COLUMNS = {
    "person": "",  # whatever the list has, a number or a text
    "service": "int16",
    "kind": "int16",
    "outcome": "int16",
    "start": "timestamp",
    "timed": "boolean",
    "uncertain": "boolean",
    "clinician": "string",
    "practice": "string",
}
"""Of each touchpoint: service, kind and outcome as codes of model.words; start in UK wall-clock time."""

PEOPLE_COLUMNS = {
    "person": "",
    "born": "date",
    "age": "int64",
    "sex": "string",
    "ethnicity": "string",
    "deprivation": "int64",
    "died": "date",
    "moved": "date",
    "practice": "string",
    "care_home": "string",
    "long_term_conditions": "int64",
    "mental_health_condition": "boolean",
}
"""Of each person; null where it is not known. deprivation: the tenth of the index, 1 the most deprived. ``age`` where the list has no date of birth; ``moved``: left the list."""


@dataclass(frozen=True, eq=False, repr=False)
class Attendance:
    """The list. Each column of PEOPLE_COLUMNS that some person may have a value in is in ``known``.

    ``without_number``: how many people were linked by another mark than an NHS number, None where
    that is not known. Used in a ``with`` statement, it is let go of afterwards.
    """

    touchpoints: Table
    people: Table
    known: frozenset[str]
    without_number: int | None = None
    _let_go: Callable[[], None] = field(default=lambda: None)

    def rows(self, expression: Table) -> list[Row]:
        """The rows of a small table, one dictionary each. Raises JourneyError."""
        rows: list[Row] = self.table(expression).to_pylist()
        return rows

    def table(self, expression: Table) -> Any:
        """The same as an Arrow table."""
        with understood():
            return expression.to_pyarrow()

    def close(self) -> None:
        """Let go of the data and of the connection."""
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def closing(let_go: Callable[[], None]) -> Iterator[None]:
    """Let go of a connection where opening it was not brought to its end."""
    try:
        yield
    except BaseException:
        let_go()
        raise


def in_parts(people: Sequence[PersonKey]) -> Iterator[Sequence[PersonKey]]:
    """So many people at a time as one question may name."""
    for place in range(0, len(people), _AT_A_TIME):
        yield people[place : place + _AT_A_TIME]
