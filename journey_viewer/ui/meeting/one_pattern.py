"""One thing that the cases have in common, large: how many show it and which, what it is, and what will be done. No Qt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from journey_viewer.model.words import Kind, Outcome, service_name
from journey_viewer.privacy.anonymous_pack import AnonymousPattern
from journey_viewer.timeline.common_words import TITLE
from journey_viewer.timeline.layout import Mark, TextWidth
from journey_viewer.timeline.wrapping import wrap
from journey_viewer.ui.meeting.panels import NOTHING_ACTION, action_lines
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.together import dots_of, rings, tally_of
from journey_viewer.ui.meeting.told import Told
from journey_viewer.ui.meeting.wall import (
    BESIDE,
    BODY,
    HEIGHT,
    LINE,
    MARGIN,
    Box,
    Drawn,
    Item,
    Paper,
    Words,
    paragraph,
)
from journey_viewer.ui.meeting.wall import TITLE as LARGE

_TOP, _NAME_TOP, _PAD, _APART, _GAP = 22.0, 62.0, 26.0, 22.0, 72.0
_FIGURE, _CHIP = 220.0, 18.0
_LETTERS = 0.94  # of a figure's size, how high it is with what is free under it
_MOST_RADIUS, _LARGE_ENOUGH, _BETWEEN, _UNDER = 54.0, 40.0, 20.0, 60.0
"""Of a case, with what is free to the next one and what the number under it needs; one so large needs no second row."""
_AGREED, _CAPTION, _MOST_CAPTION = 3, 2, 4  # lines
_NOTHING_IDEA = "Nothing yet: I"
_Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def one_pattern(programme: Programme, at: int, told: Told, left: str, paper: Paper) -> list[Item]:
    """``told``: what was agreed about it, its actions with their numbers; ``left``: what is left of the time, in words."""
    pattern, many = programme.common[at], len(programme.common)
    beside = " · ".join(part for part in (f"pattern {at + 1} of {many}", left) if part)
    head = _head(pattern, beside, paper)
    ground, *words = _caption(pattern, paper)
    agreed = _agreed(told, ground.y - _APART, paper)
    top = max(item.y + item.size for item in head if isinstance(item, Words)) + _APART
    area = (MARGIN, top, paper.width - MARGIN, agreed[0].y - _APART)
    return [*head, *_counted(programme, pattern, area, paper.measure), *agreed, ground, *words]


def _head(pattern: AnonymousPattern, beside: str, paper: Paper) -> list[Item]:
    """Where one is, what the pattern is called, and the lanes that it is about, each with its mark."""
    measure, room = paper.measure, paper.width - 2 * MARGIN
    where = Words(TITLE, MARGIN, _TOP, BESIDE, colour="quiet", role="beside")
    long = measure(beside, BESIDE, False)
    name = paragraph(Words(pattern.name, MARGIN, _NAME_TOP, LARGE, bold=True, role="title"), room, 2, measure)
    items: list[Item] = [where, replace(where, text=beside, x=paper.width - MARGIN - long), *name]
    x, y = MARGIN, name[-1].y + LARGE * LINE + 4
    for service in pattern.services:
        mark = Mark(
            x + _CHIP, y + BODY * 0.62, _CHIP, _CHIP, service, Kind.CONTACT, Outcome.ATTENDED, False, (0,)
        )
        words = Words(service_name(service), x + _CHIP * 2 + 14, y)
        items += [Drawn(mark, grey=False), words]
        x = words.x + measure(words.text, BODY, False) + 56
    return items


def _counted(
    programme: Programme, pattern: AnonymousPattern, area: _Area, measure: TextWidth
) -> Iterator[Item]:
    """The number on the left, the cases on the right, both half way up."""
    left, top, right, bottom = area
    told, middle = tally_of(pattern), (top + bottom) / 2
    said = ["cases show it", *([f"cannot be told of {told.untold}"] if told.untold else [])]
    long = max(measure(told.figure, _FIGURE, True), *(measure(text, BODY, False) for text in said))
    lines = [Words(text, left, place * BODY * LINE) for place, text in enumerate(said)]
    size = min(_FIGURE, (bottom - top - len(lines) * BODY * LINE) / _LETTERS)
    high = size * _LETTERS + len(lines) * BODY * LINE
    y = middle - high / 2
    yield Words(told.figure, left, y - size * 0.1, size, bold=True, colour="navy", role="figure")
    for line in lines:
        yield replace(line, y=line.y + y + size * _LETTERS)
    yield from _cases(programme, pattern, (left + long + _GAP, top, right, bottom), measure)


def _cases(
    programme: Programme, pattern: AnonymousPattern, area: _Area, measure: TextWidth
) -> Iterator[Item]:
    """Each with its letter, and under it how often; under all of them what the numbers are."""
    left, top, right, bottom = area
    counted = any((count or 0) > 1 for count in pattern.cells)
    note = paragraph(
        Words(_what_is_counted(pattern, counted=counted), left, 0, BESIDE, colour="quiet", role="beside"),
        *(right - left, 2, measure),
    )
    under = _UNDER if counted else _BETWEEN
    notes_high = len(note) * BESIDE * LINE
    dots = list(dots_of(programme, pattern))
    each, radius = _grid(len(dots), right - left, bottom - top - notes_high, under)
    rows = -(-len(dots) // each)
    y = (top + bottom - rows * (radius * 2 + under) - notes_high) / 2
    for place, (dot, count) in enumerate(zip(dots, pattern.cells, strict=True)):
        row, column = divmod(place, each)
        x, middle = left + radius + column * (radius * 2 + _BETWEEN), y + radius + row * (radius * 2 + under)
        yield replace(dot, x=x, y=middle, radius=radius)
        if counted and count:
            yield _number(f"{count:,}", x, middle + radius + 4, measure)
    for line in note:
        yield replace(line, y=line.y + y + rows * (radius * 2 + under))


def _what_is_counted(pattern: AnonymousPattern, *, counted: bool) -> str:
    told = [f"Under each case: {pattern.counts}."] if counted else []
    return " ".join([*told, *rings([pattern])])


def _grid(many: int, wide: float, high: float, under: float) -> tuple[int, float]:
    """How many cases stand in a row, and how large they are: in few rows, and as large as there is room for."""
    best = (many, 0.0)
    for rows in range(1, many + 1):
        each = -(-many // rows)
        across = (wide - (each - 1) * _BETWEEN) / each / 2
        down = (high / rows - under) / 2
        radius = min(_MOST_RADIUS, across, down)
        if radius > best[1]:
            best = (each, radius)
        if radius >= _LARGE_ENOUGH:
            break
    return best


def _number(text: str, middle: float, y: float, measure: TextWidth) -> Words:
    return Words(text, middle - measure(text, BESIDE, False) / 2, y, BESIDE, role="beside")


def _agreed(told: Told, bottom: float, paper: Paper) -> list[Words]:
    """What the network could do, and what will be done, beside each other: the newest first."""
    room = (paper.width - 3 * MARGIN) / 2
    corner = MARGIN, bottom - (1 + _AGREED) * BODY * LINE
    could = _newest("What the network could do", (told.ideas, _NOTHING_IDEA), corner, room, paper)
    corner = 2 * MARGIN + room, corner[1]
    return [*could, *_newest("What we will do", (told.actions, NOTHING_ACTION), corner, room, paper)]


def _newest(
    heading: str, told: tuple[Sequence[str], str], corner: tuple[float, float], room: float, paper: Paper
) -> Iterator[Words]:
    """The newest of them or what stands there without any, and how many more there are beside the heading."""
    (x, y), (texts, nothing), measure, shown = corner, told, paper.measure, 0
    yield Words(heading, x, y, bold=True)
    colour = "ink" if texts else "quiet"
    left = _AGREED
    for text in reversed(texts or [nothing]):
        words = Words(text, x, y + (1 + _AGREED - left) * BODY * LINE, colour=colour)
        lines = action_lines(words, room, _AGREED, measure)
        if len(lines) > left:
            break
        yield from lines
        left, shown = left - len(lines), shown + 1
    if shown < len(texts):
        more, after = f"and {len(texts) - shown} more: D", x + measure(heading, BODY, True) + _APART
        if after + measure(more, BESIDE, False) > x + room:
            more = f"+{len(texts) - shown}: D"
        at = x + room - measure(more, BESIDE, False)
        yield Words(more, at, y + 10, BESIDE, colour="quiet", role="beside")


def _caption(pattern: AnonymousPattern, paper: Paper) -> tuple[Box, *tuple[Words, ...]]:
    """What the pattern is: the first of the sentences, and others that have room in as few lines."""
    room, measure = paper.width - 2 * MARGIN - 2 * _PAD, paper.measure
    said = list(accumulate(_sentences(pattern.definition), "{} {}".format))
    fits = [text for text in said if len(wrap(text, room, BODY, measure)) <= _CAPTION]
    lines = paragraph(Words(fits[-1] if fits else said[0], MARGIN + _PAD, 0), room, _MOST_CAPTION, measure)
    high = len(lines) * BODY * LINE + _PAD
    top = HEIGHT - 20 - high
    moved = [replace(line, y=line.y + top + _PAD / 2) for line in lines]
    return Box(MARGIN, top, paper.width - 2 * MARGIN, high), *moved


def _sentences(text: str) -> Sequence[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z0-9])", text)
