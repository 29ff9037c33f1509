"""What a page is made of, and one case on one page: what the picture and the slide both show, place for place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.timeline.bands import numbers_of, stretches
from journey_viewer.timeline.case_words import (
    COVERED,
    DIFFERENT,
    SEEN,
    about,
    case_text,
    described,
    footer,
    heading_of,
    numbered,
    numbers_told,
    seen,
)
from journey_viewer.timeline.key import KEY_PITCH, KeyItem, lay_out_page_key
from journey_viewer.timeline.lay_out import lay_out_anonymous
from journey_viewer.timeline.layout import AnonymousLayout, Frame, TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page_numbers import ON_A_PAGE, lay_out_numbers
from journey_viewer.timeline.table import Table
from journey_viewer.timeline.wrapping import shorten, wrap

PAGE_WIDTH, PAGE_HEIGHT = 1920, 1080
MARGIN = 60
INNER = PAGE_WIDTH - 2 * MARGIN
SMALLEST = 22
"""No words on a page of this size are smaller, in pixels."""
FOOTER_TOP = 1040
_TEXT, _MARK = 24, 11
_TITLE_SIZES = (44, 40, 36)
_FACTS_BOTTOM, _HEADING, _PITCH = 1018, 42, 34
_FEWEST, _USUAL, _ENOUGH = 3, 4, 5  # lines of facts
_DRAFT = 622.0  # pixels, the height of a swimlane above five of them
_BELOW_KEY, _ABOVE_KEY = 28, 18
_BELOW_HEAD, _BELOW_NUMBERS = 46, 8
_LEAST_LANE, _LEAST_BESIDE_WORDS = (
    1.45,
    1.2,
)  # heights of letters; the less where people wrote what needs room
_ALL = "the slide’s notes and the handout"  # true of a picture too, which has neither
_COLUMN = INNER / 2 - MARGIN * 1.5

PageKind = Literal["title", "reading", "case", "common", "actions", "handout"]


@dataclass(frozen=True)
class Badge:
    """A number in a round, ``x`` and ``y`` its middle: it ties a place of the picture to its words."""

    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True)
class Page:
    """A page, of 1920 × 1080 pixels unless it says otherwise: lines of text, and what else stands on it.

    ``swimlane`` has its top left corner at ``left`` and ``top``; ``key`` explains it, or is a key of its own.
    ``described`` says the picture in one sentence for people who do not see it; ``notes`` holds
    everything that the page shows, and every touchpoint, in words.
    """

    label: str
    lines: tuple[Line, ...]
    swimlane: AnonymousLayout | None
    left: float
    top: float
    key: tuple[KeyItem, ...]
    described: str
    notes: str
    kind: PageKind = "case"
    table: Table | None = None
    badges: tuple[Badge, ...] = ()
    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT

    @property
    def drawn(self) -> AnonymousLayout:
        """The swimlane of a page that has one; a mistake of ours to ask where there is none."""
        if self.swimlane is None:
            raise ValueError("this page has no swimlane")
        return self.swimlane

    @property
    def words(self) -> Iterator[str]:
        """Every text on the page and behind it, so that all of it can be searched."""
        yield from (self.label, self.described, self.notes)
        yield from (line.text for line in self.lines)
        yield from (item.text for item in self.key)
        if self.swimlane is not None:
            yield self.swimlane.day_zero
            for lane in self.swimlane.lanes:
                yield from (lane.name, lane.state)
            yield from (tick.label for tick in self.swimlane.ticks)
            yield from (silence.label for silence in self.swimlane.silences)
            yield from (band.label for band in self.swimlane.bands)
            yield from (band.label for band in self.swimlane.finding_bands)
        if self.table is not None:
            yield from (column.heading for column in self.table.columns)
            yield from (line for row in self.table.rows for lines in row.cells for line in lines)


def lay_out_page(case: AnonymousCase, width: TextWidth) -> Page:
    """The page of one case. ``width`` measures the widest font that the page may be shown in."""
    head = tuple(_head(case, width))
    numbers, reached = lay_out_numbers(
        numbers_told(case), (MARGIN, head[-1].y + _BELOW_HEAD), INNER, ON_A_PAGE, width
    )
    top = reached + _BELOW_NUMBERS if numbers else head[-1].y + 48
    columns = _columns(case, width)
    picture = _balanced(case, top, columns, width)
    most = int((_FACTS_BOTTOM - _HEADING - picture.bottom) // _PITCH)
    facts = (
        line
        for heading, points, x in columns
        for line in _points(heading, points, (x, picture.bottom), most, width)
    )
    return Page(
        label=case.label,
        lines=(*head, *numbers, *facts, footer_line(footer(case))),
        swimlane=picture.swimlane,
        left=MARGIN,
        top=top,
        key=picture.key,
        described=described(case),
        notes=case_text(case, numbers_of(case.notes, picture.swimlane.bands)),
    )


@dataclass(frozen=True)
class _Picture:
    """The swimlane with its key, and where the facts begin under them."""

    swimlane: AnonymousLayout
    key: tuple[KeyItem, ...]
    bottom: float


def _balanced(case: AnonymousCase, top: float, columns: Sequence["_Column"], width: TextWidth) -> _Picture:
    """As many facts as there are, unless marks would have to share a place for it; what was written comes first."""
    needed = [_lines_needed(points, width) for _, points, _ in columns]
    most = max(*needed, _USUAL)
    usual_lines = _USUAL if case.headlines else _ENOUGH  # the numbers above say the most of it
    enough = min(most, max(usual_lines, needed[1] if case.different else 0))
    usual = _picture(case, top, enough, width)
    for lines in range(most, enough, -1):
        tried = _picture(case, top, lines, width)
        if len(tried.swimlane.marks) >= len(usual.swimlane.marks):
            return tried
    return usual


def _picture(case: AnonymousCase, top: float, lines: int, width: TextWidth) -> _Picture:
    """Above so many lines of facts, or fewer where its lanes need the room."""
    least_lane = _TEXT * (_LEAST_BESIDE_WORDS if case.different else _LEAST_LANE)
    swimlane, rows = lay_out_anonymous(case, _frame(_DRAFT), width), 1
    while True:
        bottom = _facts_top(top, swimlane, rows, lines, least_lane)
        middle = bottom - _BELOW_KEY - (rows - 1) * SMALLEST * KEY_PITCH
        swimlane = lay_out_anonymous(case, _frame(middle - _ABOVE_KEY - top), width)
        key, needed = lay_out_page_key(
            swimlane, left=MARGIN, right=PAGE_WIDTH - MARGIN, top=middle, size=SMALLEST, width=width
        )
        if needed <= rows:
            return _Picture(swimlane, key, bottom)
        rows = needed


def footer_line(text: str) -> Line:
    """The last line of a page, below a rule."""
    return Line("footer", text, MARGIN, FOOTER_TOP, SMALLEST, False, "quiet")


def _frame(height: float) -> Frame:
    return Frame(width=INNER, height=height, text=_TEXT, mark=_MARK)


def _head(case: AnonymousCase, width: TextWidth) -> Iterator[Line]:
    """The title in a line, or in two smaller ones, and who it is about."""
    y = 30.0
    for text, size in title_lines(heading_of(case), width):
        yield Line("title", text, MARGIN, y, size, True, "ink")
        y += size * 1.25
    y += 5
    told = wrap(about(case), INNER, 28, width)
    for text in shorten(told, 2, INNER, 28, width, bold=False):
        yield Line("subtitle", text, MARGIN, y, 28, False, "quiet")
        y += 36


def title_lines(text: str, width: TextWidth) -> list[tuple[str, float]]:
    """A title and its size of letters: large where that goes into one line."""
    for size in _TITLE_SIZES:
        if width(text, size, True) <= INNER:
            return [(text, size)]
    small = _TITLE_SIZES[-1]
    lines = wrap(text, INNER, small, width, bold=True)
    return [(line, small) for line in shorten(lines, 2, INNER, small, width, bold=True)]


_Column = tuple[str, Sequence[str], float]
"""Its heading, its points, and where it begins."""


def _columns(case: AnonymousCase, width: TextWidth) -> tuple[_Column, _Column]:
    """What was written about the whole journey comes before what was counted; notes without room follow."""
    whole = [note.text for note in case.notes if note.first is None]
    bands = lay_out_anonymous(case, _frame(_DRAFT), width).bands
    without_room = [
        numbered(note, number)
        for note, number in zip(stretches(case.notes), numbers_of(case.notes, bands), strict=True)
        if number
    ]
    beside = (DIFFERENT, case.different) if case.different else (COVERED, case.covered)
    return (SEEN, (*whole, *seen(case), *without_room), MARGIN), (*beside, PAGE_WIDTH / 2 + MARGIN / 2)


def _facts_top(top: float, draft: AnonymousLayout, key_rows: int, lines: int, least_lane: float) -> float:
    """Where so many facts begin, or fewer where not every lane would keep room for its name."""
    around = draft.top + draft.frame.height - draft.bottom
    least = least_lane * len(draft.lanes) + around
    keys = _BELOW_KEY + _ABOVE_KEY + (key_rows - 1) * SMALLEST * KEY_PITCH
    room = (_FACTS_BOTTOM - top - least - keys - _HEADING) // _PITCH
    return _FACTS_BOTTOM - _HEADING - _PITCH * max(_FEWEST, min(lines, room))


def _lines_needed(points: Sequence[str], width: TextWidth) -> int:
    return sum(len(wrap(point, _COLUMN, _TEXT, width)) for point in points)


def _points(
    heading: str, points: Sequence[str], corner: tuple[float, float], most: int, width: TextWidth
) -> Iterator[Line]:
    """A heading and under it a list of at most so many lines, the last of which says what had no room."""
    if not points:
        return
    x, y = corner
    yield Line("heading", heading, x, y, 28, True, "navy")
    y += _HEADING
    for place, text, colour in _fitting(
        [wrap(point, _COLUMN, _TEXT, width) for point in points], most, width
    ):
        yield Line("more" if place else "bullet", text, x + 30, y, _TEXT, False, colour)
        y += _PITCH


def _fitting(wrapped: Sequence[list[str]], most: int, width: TextWidth) -> Iterator[tuple[int, str, str]]:
    """The lines that fit, with their place in their point; all of them stand in a slide's notes and in the handout."""
    if sum(map(len, wrapped)) <= most:
        yield from ((place, text, "ink") for lines in wrapped for place, text in enumerate(lines))
        return
    left, shown = most - 1, 0
    for lines in wrapped:
        if len(lines) > left and shown:
            break
        kept = shorten(lines, left, _COLUMN, _TEXT, width, bold=False)
        yield from ((place, text, "ink") for place, text in enumerate(kept))
        left, shown = left - len(kept), shown + 1
        if not left:
            break
    hidden = len(wrapped) - shown
    yield 0, f"and {hidden} more in {_ALL}" if hidden else f"all of it is in {_ALL}", "quiet"
