"""A table on a page: headings, and rows of cells whose words are in lines already."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.wrapping import shorten, wrap


@dataclass(frozen=True)
class Column:
    """``left`` and ``width`` in pixels, the room of its words."""

    heading: str
    left: float
    width: float


@dataclass(frozen=True)
class Row:
    """``cells``: for each column the lines of its words; ``top`` and ``height`` in pixels of the page."""

    top: float
    height: float
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Table:
    """``top``: of the headings. ``size`` is the height of letters and ``pitch`` that of a line, in pixels."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    top: float
    size: float
    pitch: float

    @property
    def head(self) -> float:
        """How high the row of headings is."""
        return self.pitch + PADDING * 2

    @property
    def bottom(self) -> float:
        last = self.rows[-1] if self.rows else None
        return last.top + last.height if last else self.top + self.head


PADDING = 9.0
"""Above and below the words of a row, in pixels."""


def lay_out_tables(
    columns: Sequence[Column],
    cells: Sequence[Sequence[str]],
    rooms: tuple[tuple[float, float], tuple[float, float]],
    letters: tuple[float, float],
    width: TextWidth,
) -> list[Table]:
    """The rows over as many tables as they need, none of them broken in two; one longer than a table ends in "…".

    ``rooms``: from which height to which the first table may go, and every other. ``letters``: size and pitch.
    """
    size, pitch = letters
    first, other = rooms
    most = int((other[1] - other[0] - PADDING * 4) // pitch) - 1
    tables: list[Table] = []
    top, bottom = first
    rows: list[Row] = []
    y = top + pitch + PADDING * 2
    for texts in cells:
        lines = tuple(
            tuple(shorten(wrap(text, column.width, size, width), most, column.width, size, width, bold=False))
            for column, text in zip(columns, texts, strict=True)
        )
        height = max(1, *map(len, lines)) * pitch + PADDING * 2
        if y + height > bottom and rows:
            tables.append(Table(tuple(columns), tuple(rows), top, size, pitch))
            (top, bottom), rows = other, []
            y = top + pitch + PADDING * 2
        rows.append(Row(y, height, lines))
        y += height
    tables.append(Table(tuple(columns), tuple(rows), top, size, pitch))
    return tables
