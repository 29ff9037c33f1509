"""What the cases have in common: a line a pattern, with how many cases show it and which. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey_viewer.privacy.anonymous_pack import AnonymousPattern
from journey_viewer.timeline.common_words import CHOSEN, TITLE
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.wall import BODY, MARGIN, Dot, Item, Paper, Words, fitted, headed, paragraph

_NOT_CAUSED = "Followed by is not caused by."
_UNDER, _TOP, _BOTTOM = 104.0, 200.0, 1062.0
_LEAST_PITCH, _MOST_PITCH, _FIGURE = 64.0, 128.0, 80.0
_AFTER, _APART, _RADIUS, _MOST_DOTS = 32.0, 44.0, 16.0, 16
_SMALL = 30.0


@dataclass(frozen=True)
class Tally:
    """Of how many cases a pattern can be told and of how many not; how many of the first show it."""

    shown: int
    of: int
    untold: int

    @property
    def figure(self) -> str:
        return f"{self.shown} of {self.of}"


def tally_of(pattern: AnonymousPattern) -> Tally:
    known = [count for count in pattern.cells if count is not None]
    return Tally(sum(count > 0 for count in known), len(known), len(pattern.cells) - len(known))


def dots_of(programme: Programme, pattern: AnonymousPattern) -> Iterator[Dot]:
    """A case each, with its letter; where they stand is for the page to say."""
    for journey, count in zip(programme.journeys, pattern.cells, strict=True):
        label = journey.case.label
        said = "cannot be told" if count is None else f"{count:,}" if count else "not found"
        shows = None if count is None else count > 0
        yield Dot(0, 0, _RADIUS, shows, label.removeprefix("Case "), f"{label}: {said}")


@dataclass(frozen=True)
class _Columns:
    """The size of the numbers, where the names begin and end, and where the first dot is: None where dots have no room."""

    size: float
    names: float
    end: float
    dots: float | None


def every_pattern(programme: Programme, left: str, paper: Paper) -> list[Item]:
    """All of them, as many as have room; ``left``: what is left of the time, in words."""
    many, first = len(programme.common), _first_dot(programme, paper)
    foot = _foot(programme.common if first is not None else (), paper)
    room = foot[0].y - 20 - _TOP
    most = int(room // _LEAST_PITCH)
    shown = programme.common if many <= most else programme.common[: most - 1]
    pitch = min(_MOST_PITCH, room / min(many, most))
    columns = _columns(programme, min(_FIGURE, pitch * 0.62), first, paper)
    each = f"{many} pattern{'s, each' if many != 1 else ','} shown by at least half of the {len(programme.journeys)} cases"
    items: list[Item] = [
        *headed(TITLE, left, paper.width, paper.measure),
        fitted(Words(each, MARGIN, _UNDER, colour="quiet"), columns.end - MARGIN, paper.measure),
        *_letters(programme, columns, paper.measure),
    ]
    for row, pattern in enumerate(shown):
        items += _row(programme, pattern, columns, _TOP + row * pitch, paper.measure)
    if len(shown) < many:
        words = f"and {many - len(shown)} more: Space goes through all of them"
        last = Words(words, columns.names, _TOP + len(shown) * pitch, colour="quiet")
        items.append(fitted(last, columns.end - columns.names, paper.measure))
    return [*items, *foot]


def _first_dot(programme: Programme, paper: Paper) -> float | None:
    """Where the dots begin beside the longest name, whatever the size of the numbers."""
    cases = len(programme.journeys)
    first = paper.width - MARGIN - (cases - 1) * _APART - _RADIUS
    longest = max(paper.measure(one.name, BODY, False) for one in programme.common)
    ends = _names_begin(programme, _FIGURE, paper) + longest
    return first if cases <= _MOST_DOTS and ends + _AFTER + _RADIUS <= first else None


def _names_begin(programme: Programme, size: float, paper: Paper) -> float:
    return MARGIN + max(paper.measure(tally_of(one).figure, size, True) for one in programme.common) + _AFTER


def _columns(programme: Programme, size: float, first: float | None, paper: Paper) -> _Columns:
    size = max(BODY, size)
    end = paper.width - MARGIN if first is None else first - _RADIUS - _AFTER
    return _Columns(size, _names_begin(programme, size, paper), end, first)


def _letters(programme: Programme, columns: _Columns, measure: TextWidth) -> Iterator[Words]:
    """Over the dots, the letters of their cases."""
    for place, dot in enumerate(dots_of(programme, programme.common[0])):
        if columns.dots is not None:
            x = columns.dots + place * _APART - measure(dot.letter, _SMALL, True) / 2
            yield Words(dot.letter, x, _TOP - _SMALL - 8, _SMALL, bold=True, colour="quiet", role="beside")


def _row(
    programme: Programme, pattern: AnonymousPattern, columns: _Columns, y: float, measure: TextWidth
) -> Iterator[Item]:
    yield Words(tally_of(pattern).figure, MARGIN, y, columns.size, bold=True, colour="navy", role="figure")
    name = Words(pattern.name, columns.names, y + (columns.size - BODY) * 0.98)
    yield fitted(name, columns.end - columns.names, measure)
    if columns.dots is None:
        return
    for place, dot in enumerate(dots_of(programme, pattern)):
        x, middle = columns.dots + place * _APART, y + columns.size * 0.66
        yield replace(dot, x=x, y=middle, letter="")


def _foot(drawn: Sequence[AnonymousPattern], paper: Paper) -> list[Words]:
    """How it is to be taken, and what is drawn where a case does not show a pattern."""
    told = " ".join([*rings(drawn), CHOSEN, _NOT_CAUSED])
    words = Words(told, MARGIN, 0, _SMALL, colour="quiet", role="beside")
    lines = paragraph(words, paper.width - 2 * MARGIN, 2, paper.measure)
    down = _BOTTOM - (lines[-1].y + _SMALL)
    return [replace(line, y=line.y + down) for line in lines]


def rings(patterns: Sequence[AnonymousPattern]) -> Iterator[str]:
    """What the empty ones mean, of those that there are."""
    cells = [count for pattern in patterns for count in pattern.cells]
    if 0 in cells:
        yield "Empty: not found."
    if None in cells:
        yield "Dotted: cannot be told."
