"""Upright A4 sheets that words flow over, at 144 pixels an inch."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from journey_viewer.privacy.anonymous_case import AnonymousHeadline
from journey_viewer.timeline.key import KEY_PITCH, KeyItem, lay_out_page_key
from journey_viewer.timeline.layout import AnonymousLayout, TextWidth
from journey_viewer.timeline.lines import Line, Role
from journey_viewer.timeline.page import Badge, Page
from journey_viewer.timeline.page_numbers import NumberSizes, lay_out_numbers
from journey_viewer.timeline.table import Column, Table, lay_out_tables
from journey_viewer.timeline.wrapping import wrap

WIDTH, HEIGHT = 1190.0, 1684.0
LEFT, TOP, FOOT = 84.0, 84.0, 1590.0
ROOM = WIDTH - 2 * LEFT
_TITLE, _HEADING, _TEXT, _SMALL = 34.0, 25.0, 20.0, 17.0
_LINE = 1.4  # heights of letters from one line to the next
_INDENT, _ENTRY = 30.0, 150.0
_NUMBERS = NumberSizes(38, 18, 22)
RADIUS = 11.0
"""Of a number in a round."""


class Sheets:
    """Puts one thing under another and turns the sheet where there is no room; ``finished`` gives the sheets."""

    def __init__(self, label: str, described: str, notes: str, width: TextWidth) -> None:
        self._label, self._described, self._notes, self._width = label, described, notes, width
        self._done: list[Page] = []
        self._clear()

    def _clear(self) -> None:
        self._lines: list[Line] = []
        self._swimlane: AnonymousLayout | None = None
        self._top, self._y = TOP, TOP
        self._key: tuple[KeyItem, ...] = ()
        self._table: Table | None = None
        self._badges: list[Badge] = []

    @property
    def reached(self) -> float:
        """How far down the sheet is full."""
        return self._y

    def title(self, text: str) -> None:
        for line in wrap(text, ROOM, _TITLE, self._width, bold=True):
            self._write(Line("title", line, LEFT, self._y, _TITLE, True, "ink"))
        self._y += 4

    def quiet(self, text: str) -> None:
        """A paragraph in second colour."""
        self._y += 4
        for line in wrap(text, ROOM, _TEXT, self._width):
            self._write(Line("text", line, LEFT, self._y, _TEXT, False, "quiet"))

    def points(self, heading: str, points: Sequence[str]) -> None:
        """A list under its heading; nothing where it is empty."""
        if not points:
            return
        self.heading(heading)
        for point in points:
            for place, text in enumerate(wrap(point, ROOM - _INDENT, _TEXT, self._width)):
                role: Role = "more" if place else "bullet"
                self._write(Line(role, text, LEFT + _INDENT, self._y, _TEXT, False, "ink"))

    def entries(self, heading: str, entries: Iterable[tuple[str, ...]]) -> None:
        """Months, and what happened in each beside it; a long one goes on overleaf."""
        self.heading(heading)
        for month, told in entries:
            for place, text in enumerate(wrap(told, ROOM - _ENTRY, _TEXT, self._width)):
                y = self._room_for(_TEXT * _LINE)
                if not place:
                    self._lines.append(Line("text", month, LEFT, y, _TEXT, True, "navy"))
                self._write(Line("text", text, LEFT + _ENTRY, y, _TEXT, False, "ink"))
            self._y += 5

    def numbered(self, heading: str, points: Sequence[str]) -> None:
        """A list of which each point has its number in a round."""
        self.heading(heading)
        for number, point in enumerate(points, 1):
            for place, text in enumerate(wrap(point, ROOM - _INDENT, _TEXT, self._width)):
                y = self._room_for(_TEXT * _LINE)
                if not place:
                    self._badges.append(Badge(LEFT + RADIUS, y + _TEXT * 0.65, RADIUS, str(number)))
                self._write(Line("text", text, LEFT + _INDENT, y, _TEXT, False, "ink"))

    def badges(self, badges: Iterable[Badge]) -> None:
        """Numbers on the picture."""
        self._badges += badges

    def picture(self, swimlane: AnonymousLayout) -> float:
        """The one swimlane that a sheet can hold, and its key; returns how far down it begins."""
        self._top = self._y + 14
        self._swimlane = swimlane
        first = self._top + swimlane.frame.height + _SMALL
        self._key, rows = lay_out_page_key(
            swimlane, left=LEFT, right=LEFT + ROOM, top=first, size=_SMALL, width=self._width
        )
        self._y = first + rows * _SMALL * KEY_PITCH
        return self._top

    def numbers(self, headlines: Sequence[AnonymousHeadline]) -> None:
        """Large, in a row."""
        if headlines:
            lines, self._y = lay_out_numbers(headlines, (LEFT, self._y + 12), ROOM, _NUMBERS, self._width)
            self._lines += lines

    def tables(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], letters: tuple[float, float]
    ) -> None:
        """A table that goes on overleaf where there is no room."""
        rooms = ((self._y + 14, FOOT), (TOP, FOOT))
        for place, table in enumerate(lay_out_tables(columns, rows, rooms, letters, self._width)):
            if place:
                self.turn()
            self._table, self._y = table, table.bottom

    def turn(self) -> None:
        """On to the next sheet."""
        self._done.append(self._sheet())
        self._clear()

    def finished(self) -> list[Page]:
        return [*self._done, self._sheet()]

    @staticmethod
    def foot(text: str) -> Line:
        """The line at the bottom of every sheet."""
        return Line("footer", text, LEFT, FOOT + 26, _SMALL, False, "quiet")

    def heading(self, text: str) -> None:
        """Never alone at the bottom of a sheet."""
        self._y += 16
        self._room_for(_HEADING * _LINE + _TEXT * _LINE * 2)
        self._write(Line("heading", text, LEFT, self._y, _HEADING, True, "navy"))
        self._y += 2

    def _room_for(self, height: float) -> float:
        if self._y + height > FOOT:
            self.turn()
        return self._y

    def _write(self, line: Line) -> None:
        y = self._room_for(line.size * _LINE)
        self._lines.append(replace(line, y=y))
        self._y = y + line.size * _LINE

    def _sheet(self) -> Page:
        return Page(
            label=self._label,
            lines=tuple(self._lines),
            swimlane=self._swimlane,
            left=LEFT,
            top=self._top,
            key=self._key,
            described=self._described,
            notes=self._notes,
            kind="handout",
            table=self._table,
            badges=tuple(self._badges),
            width=WIDTH,
            height=HEIGHT,
        )
