"""What became of each row of a table, each counted once."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Problem


class Fate(IntEnum):
    """What mainly became of a row."""

    PENDING = 0
    TOUCHPOINT = 1
    JOINED = 2
    DUPLICATE = 3
    SKIPPED = 4
    PROBLEM = 5


class Account:
    """The fate of every row, the first problem of those that have one, and remarks on the table."""

    def __init__(self, rows: int) -> None:
        self._fate = np.zeros(rows, np.int8)
        self._refused: list[tuple[NDArray[np.intp], str, str]] = []
        self.remarks: list[str] = []

    @property
    def rows(self) -> int:
        return len(self._fate)

    @property
    def pending(self) -> NDArray[np.bool_]:
        """True for the rows that nothing has been decided about."""
        return self._fate == Fate.PENDING

    def settle(self, where: NDArray[np.bool_], fate: Fate) -> None:
        """Decide about the rows here that are still pending."""
        self._fate[where & self.pending] = fate

    def refuse(self, where: NDArray[np.bool_], column: str, reason: str) -> None:
        """Make problems of the rows here that are still pending."""
        rows = np.flatnonzero(where & self.pending)
        if len(rows):
            self._fate[rows] = Fate.PROBLEM
            self._refused.append((rows, column, reason))

    def remark(self, sentence: str, count: int = 1) -> None:
        """Keep a sentence about the table, unless it is about nothing."""
        if count:
            self.remarks.append(sentence)

    def count(self, fate: Fate) -> int:
        return int(np.count_nonzero(self._fate == fate))

    def problems(self, file: str, sheet: str, row: NDArray[np.int32]) -> tuple[Problem, ...]:
        """One for each refused row, in the order of the rows; ``row`` holds their spreadsheet numbers."""
        told = [(place, column, reason) for rows, column, reason in self._refused for place in rows.tolist()]
        return tuple(
            Problem(file, sheet, int(row[place]), column, reason) for place, column, reason in sorted(told)
        )
