"""What the cases have in common: a line a pattern, with how many cases show it and which. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey_viewer.privacy.anonymous_pack import AnonymousPattern
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.pages_common import CHOSEN, TITLE
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.wall import BODY, MARGIN, Dot, Item, Paper, Words, fitted, headed, paragraph

_NOT_CAUSED = "Followed by is not caused by."
_UNDER, _TOP, _BOTTOM = 104.0, 200.0, 1062.0
_LEAST_PITCH, _MOST_PITCH, _FIGURE = 64.0, 108.0, 68.0
_AFTER, _APART, _RADIUS, _MOST_DOTS = 32.0, 44.0, 16.0, 16
_SMALL = 30.0


@dataclass(frozen=True)
class Told:
    """Of how many cases a pattern can be told and of how many not; how many of the first show it."""

    shown: int
    of: int
    untold: int

    @property
    def figure(self) -> str:
        return f"{self.shown} of {self.of}"


def told_of(pattern: AnonymousPattern) -> Told:
    known = [count for count in pattern.cells if count is not None]
    return Told(sum(count > 0 for count in known), len(known), len(pattern.cells) - len(known))


def dots_of(programme: Programme, pattern: AnonymousPattern) -> Iterator[Dot]:
    """A case each, with its letter; where they stand is for the page to say."""
    for journey, count in zip(programme.journeys, pattern.cells, strict=True):
        label = journey.case.label
        said = "cannot be told" if count is None else f"{count:,}" if count else "not found"
        shows = None if count is None else count > 0
        yield Dot(0, 0, _RADIUS, shows, label.removeprefix("Case "), f"{label}: {said}")


@dataclass(frozen=True)
class _Columns:
    """Where the names begin and what room they have; where the first dot is, None where there is no room for dots."""

    size: float
    names: float
    room: float
    dots: float | None


def every_pattern(programme: Programme, left: str, paper: Paper) -> list[Item]:
    """All of them, as many as have room; ``left``: what is left of the time, in words."""
    many, foot = len(programme.common), _foot(programme, paper)
    bottom = min(item.y for item in foot) - 20
    most = int((bottom - _TOP) // _LEAST_PITCH)
    shown = programme.common if many <= most else programme.common[: most - 1]
    pitch = min(_MOST_PITCH, (bottom - _TOP) / min(many, most))
    columns = _columns(programme, shown, pitch, paper)
    beside = " · ".join(part for part in (f"{many} pattern{'s' * (many != 1)}", left) if part)
    under = f"Each is shown by at least half of the {len(programme.journeys)} cases"
    items: list[Item] = [
        *headed(TITLE, beside, paper.width, paper.measure),
        fitted(Words(under, MARGIN, _UNDER, colour="quiet"), columns.names + columns.room, paper.measure),
        *_letters(programme, columns, paper.measure),
    ]
    for row, pattern in enumerate(shown):
        items += _row(programme, pattern, columns, _TOP + row * pitch)
    if len(shown) < many:
        words = f"and {many - len(shown)} more: Space goes through all of them"
        last = Words(words, columns.names, _TOP + len(shown) * pitch, colour="quiet")
        items.append(fitted(last, paper.width - MARGIN - columns.names, paper.measure))
    return [*items, *foot]


def _columns(
    programme: Programme, shown: tuple[AnonymousPattern, ...], pitch: float, paper: Paper
) -> _Columns:
    size = max(BODY, min(_FIGURE, pitch * 0.62))
    names = MARGIN + max(paper.measure(told_of(one).figure, size, True) for one in shown) + _AFTER
    cases, right = len(programme.journeys), paper.width - MARGIN
    dots = right - (cases - 1) * _APART - _RADIUS
    longest = max(paper.measure(one.name, BODY, False) for one in shown)
    if cases > _MOST_DOTS or names + longest + _AFTER > dots - _RADIUS:
        return _Columns(size, names, right - names, None)
    return _Columns(size, names, dots - _RADIUS - _AFTER - names, dots)


def _letters(programme: Programme, columns: _Columns, measure: TextWidth) -> Iterator[Words]:
    """Over the dots, the letters of their cases."""
    for place, dot in enumerate(dots_of(programme, programme.common[0])):
        if columns.dots is not None:
            x = columns.dots + place * _APART - measure(dot.letter, _SMALL, True) / 2
            yield Words(dot.letter, x, _TOP - _SMALL - 8, _SMALL, bold=True, colour="quiet", role="beside")


def _row(programme: Programme, pattern: AnonymousPattern, columns: _Columns, y: float) -> Iterator[Item]:
    yield Words(told_of(pattern).figure, MARGIN, y, columns.size, bold=True, colour="navy", role="figure")
    yield Words(pattern.name, columns.names, y + (columns.size - BODY) * 0.98)
    if columns.dots is None:
        return
    for place, dot in enumerate(dots_of(programme, pattern)):
        x, middle = columns.dots + place * _APART, y + columns.size * 0.66
        yield replace(dot, x=x, y=middle, letter="")


def _foot(programme: Programme, paper: Paper) -> list[Words]:
    """How it is to be taken, and what is drawn where a case does not show a pattern."""
    told = " ".join([*rings(programme.common), CHOSEN, _NOT_CAUSED])
    words = Words(told, MARGIN, 0, _SMALL, colour="quiet", role="beside")
    lines = paragraph(words, paper.width - 2 * MARGIN, 2, paper.measure)
    down = _BOTTOM - (lines[-1].y + _SMALL)
    return [replace(line, y=line.y + down) for line in lines]


def rings(patterns: Sequence[AnonymousPattern]) -> Iterator[str]:
    """What the empty ones mean, of those that there are."""
    cells = [count for pattern in patterns for count in pattern.cells]
    if 0 in cells:
        yield "Empty: looked for, not found."
    if None in cells:
        yield "Dotted: cannot be told."
