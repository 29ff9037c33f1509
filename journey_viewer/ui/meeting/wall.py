"""What stands on the wall, as plain values: words, boxes and a picture, 1,080 units high whatever the display. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from journey_viewer.timeline.key import Sample
from journey_viewer.timeline.layout import AnonymousLayout, Lane, Mark, TextWidth
from journey_viewer.timeline.wrapping import one_line, shorten, wrap

HEIGHT = 1080.0
NARROWEST = 1440.0
"""A display that is narrower than 4 to 3 shows a page so wide, smaller."""
BODY, LEAST = 48.0, 24.0
"""24 and 12 points where the page is a slide of 13.33 inches: what is read, and what nothing is smaller than."""
TITLE, BESIDE = 72.0, 36.0
MARGIN, HEAD_TOP = 48.0, 18.0
LINE = 1.18
"""Lines are so many heights of letters apart."""


@dataclass(frozen=True)
class Paper:
    """How wide a page is, in units, and what measures its words."""

    width: float
    measure: TextWidth


Role = Literal["title", "body", "figure", "beside"]


@dataclass(frozen=True)
class Words:
    """A line of text: ``x``, ``y`` its top left corner and ``size`` its height of letters, in units."""

    text: str
    x: float
    y: float
    size: float = BODY
    bold: bool = False
    colour: str = "ink"
    role: Role = "body"


@dataclass(frozen=True)
class Box:
    """A rounded ground, or an outline where it has an edge: colours by their names in the theme, "" for none."""

    x: float
    y: float
    width: float
    height: float
    ground: str = "page"
    edge: str = ""


@dataclass(frozen=True)
class Dot:
    """A case among all of them: a disc around ``x`` and ``y`` with its letter, "" for none.

    ``shows``: whether the case shows a pattern, None where that cannot be told. ``said``: the same in words.
    """

    x: float
    y: float
    radius: float
    shows: bool | None
    letter: str = ""
    said: str = ""


@dataclass(frozen=True)
class Drawn:
    """A mark, a span, a band or a link as on a picture: in grey, for every service alike, or in that of its service."""

    sample: Sample
    grey: bool = True


Item = Words | Box | Dot | Drawn


@dataclass(frozen=True)
class Wall:
    """``items`` are painted in their order, over the picture, whose top left corner is at ``left`` and ``top``.

    ``marked``: what the step is about; ``lit``: the lane beside which the others are dimmed. ``blank``: nothing is shown.
    """

    width: float
    items: tuple[Item, ...] = ()
    picture: AnonymousLayout | None = None
    left: float = MARGIN
    top: float = 0.0
    marked: tuple[Mark, ...] = ()
    lit: Lane | None = None
    blank: bool = False

    @property
    def words(self) -> Iterator[str]:
        """Every text that can be read on it, in reading order."""
        if self.blank:
            return
        for item in self.items:
            if isinstance(item, Words | Dot):
                yield item.text if isinstance(item, Words) else item.said
        if self.picture is not None:
            yield from picture_words(self.picture)


def picture_words(picture: AnonymousLayout) -> Iterator[str]:
    """Every text in a picture."""
    yield picture.day_zero
    for lane in picture.lanes:
        yield from (lane.name, lane.state)
    yield from (tick.label for tick in picture.ticks)
    yield from (silence.label for silence in picture.silences)
    yield from (band.label for band in picture.bands)


def headed(title: str, beside: str, width: float, measure: TextWidth) -> list[Words]:
    """The head of a page: what it is on the left, and where one is or what closes it on the right."""
    long = measure(beside, BESIDE, False)
    return [
        fitted(
            Words(title, MARGIN, HEAD_TOP, TITLE, bold=True, role="title"), width - 3 * MARGIN - long, measure
        ),
        Words(beside, width - MARGIN - long, HEAD_TOP + BESIDE, BESIDE, colour="quiet", role="beside"),
    ]


def fitted(words: Words, room: float, width: TextWidth) -> Words:
    """The same in one line no wider than the room."""
    text = one_line(words.text)
    lines = wrap(text, room, words.size, width, bold=words.bold)
    kept = shorten(lines, 1, room, words.size, width, bold=words.bold)
    return replace(words, text=kept[0] if kept else "")


def paragraph(words: Words, room: float, most: int, width: TextWidth) -> list[Words]:
    """The same in at most so many lines under each other."""
    lines = wrap(words.text, room, words.size, width, bold=words.bold)
    kept = shorten(lines, most, room, words.size, width, bold=words.bold)
    return [
        replace(words, text=line, y=words.y + place * words.size * LINE) for place, line in enumerate(kept)
    ]


def points(texts: Sequence[str], begun: Words, room: float, bottom: float, width: TextWidth) -> list[Words]:
    """Texts under each other, each in as many lines as it needs; where not all have room it says how many are left."""
    pitch = begun.size * LINE
    most = max(int((bottom - begun.y) // pitch), 1)
    wrapped = [wrap(text, room, begun.size, width) for text in texts]
    if sum(map(len, wrapped)) > most and len(texts) > 1:
        return _some(wrapped, begun, (room, most), width)
    lines = [line for one in wrapped for line in one]
    kept = shorten(lines, most, room, begun.size, width, bold=False)
    return [replace(begun, text=line, y=begun.y + place * pitch) for place, line in enumerate(kept)]


def _some(
    wrapped: Sequence[list[str]], begun: Words, frame: tuple[float, int], width: TextWidth
) -> list[Words]:
    """The first of the texts, one of them at least, and in a last line how many more there are."""
    (room, most), pitch = frame, begun.size * LINE
    kept: list[str] = []
    shown = 0
    for lines in wrapped:
        left = most - 1 - len(kept)
        if shown and len(lines) > left:
            break
        kept += shorten(lines, max(left, 1), room, begun.size, width, bold=False)
        shown += 1
    if shown < len(wrapped) and len(kept) < most:
        kept.append(f"and {len(wrapped) - shown} more")
    return [replace(begun, text=line, y=begun.y + place * pitch) for place, line in enumerate(kept)]
