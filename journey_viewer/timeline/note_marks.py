"""Notes on the picture of a journey: a flag at a touchpoint's mark, a bracket over a stretch of time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journey_viewer.model.case import Case
from journey_viewer.model.notes import Note, Tone, in_order
from journey_viewer.timeline.layout import Bracket, Flag, Geometry, Layout, TextWidth
from journey_viewer.timeline.nearest import mark_of
from journey_viewer.timeline.scale import Scale

_TONES = (Tone.STRENGTH, Tone.CONCERN, Tone.NEITHER)
_MOST_TRACKS = 3
_TRACK = 0.5  # of a flag's size
_THINNEST, _REACH = 4.0, 4.0  # pixels


@dataclass(frozen=True)
class _Foot:
    """Where the flags of one mark stand, the next beside the one before."""

    x: float
    y: float
    vanished: bool


def with_notes(layout: Layout, case: Case, notes: Iterable[Note], width: TextWidth) -> Layout:
    """The same picture of this case, with these notes of the person's and no others on it.

    A note whose touchpoint is not in the case stands at its day in its lane, where that day is seen;
    one on the whole journey stands nowhere.
    """
    told = in_order(notes)
    brackets = _brackets(layout, told, width)
    return replace(layout, flags=_flags(layout, case, told), brackets=brackets)


def _flags(layout: Layout, case: Case, notes: Sequence[Note]) -> tuple[Flag, ...]:
    row_of = {int(number): row for row, number in enumerate(case.touchpoints.number)} if notes else {}
    standing: dict[_Foot, dict[Tone, list[int]]] = defaultdict(lambda: defaultdict(list))
    for note in notes:
        foot = None if note.touchpoint is None else _foot(layout, note, row_of.get(note.touchpoint))
        if foot is not None:
            standing[foot][note.tone].append(note.number)
    return tuple(flag for foot, tones in standing.items() for flag in _beside(foot, tones, layout))


def _foot(layout: Layout, note: Note, row: int | None) -> _Foot | None:
    """None where it is out of sight."""
    if row is not None:
        return _foot_at_mark(layout, row)
    if note.first is None or not _is_seen(note.first, note.first, layout.scale):
        return None
    x = layout.scale(note.first.toordinal() + 0.5)
    heights = (lane.middle for lane in layout.lanes if note.service in lane.services)
    return _Foot(x, next(heights, layout.top), vanished=True)  # above the lanes where it has none


def _foot_at_mark(layout: Layout, row: int) -> _Foot | None:
    mark = mark_of(layout, row)
    if mark is None:
        return None
    span = next((span for span in layout.spans if span.row == row), None)
    if span is not None:
        return _Foot(mark.x, span.top, vanished=False)
    return _Foot(mark.x + mark.half - mark.radius * 0.5, mark.y - mark.radius * 0.7, vanished=False)


def _beside(foot: _Foot, tones: dict[Tone, list[int]], layout: Layout) -> Iterator[Flag]:
    size = flag_size(layout)
    shown = [tone for tone in _TONES if tone in tones]
    x = max(layout.left, min(foot.x, layout.frame.width - size * (1.1 * len(shown) - 0.1)))
    y = max(foot.y, size * 1.5)
    for place, tone in enumerate(shown):
        yield Flag(x + place * size * 1.1, y, size, tone, tuple(tones[tone]), foot.vanished)


def flag_size(layout: Geometry) -> float:
    """How wide and how high a flag is drawn, in pixels."""
    return layout.frame.mark * 1.9


def _brackets(layout: Layout, notes: Sequence[Note], width: TextWidth) -> tuple[Bracket, ...]:
    scale, size, text = layout.scale, flag_size(layout), layout.frame.text
    lasts: list[float] = []
    taken = [(tick.x, tick.x + width(tick.label, text, tick.strong) + text * 0.4) for tick in layout.ticks]
    found: list[Bracket] = []
    for note in notes:
        if note.touchpoint is not None or note.first is None or note.last is None:
            continue
        if not _is_seen(note.first, note.last, scale):
            continue
        left, right = _edges(note.first, note.last, scale)
        track = next((place for place, last in enumerate(lasts) if left > last), len(lasts))
        lasts[track : track + 1] = [max(right, left + size)]
        y = layout.top + 2 + min(track, _MOST_TRACKS - 1) * size * _TRACK
        x = _clear_of(taken, left, right - size, size)
        taken.append((x, x + size * 1.2))
        flag = Flag(x, y, size, note.tone, (note.number,), vanished=False)
        found.append(Bracket(left, right, flag))
    return tuple(found)


def _clear_of(taken: Sequence[tuple[float, float]], first: float, last: float, size: float) -> float:
    """The first place from ``first`` to ``last`` for a flag that covers no words and no other flag; else ``first``."""
    x = first
    for begins, ends in sorted(taken):
        if begins < x + size and x < ends:
            x = ends
    return x if x <= last else first


def _edges(first: date, last: date, scale: Scale) -> tuple[float, float]:
    left = max(scale(first.toordinal()), scale.left)
    return left, max(min(scale(last.toordinal() + 1), scale.right), left + _THINNEST)


def _is_seen(first: date, last: date, scale: Scale) -> bool:
    return last.toordinal() + 1 > scale.first and first.toordinal() < scale.last


def notes_at(layout: Layout, x: float, y: float) -> tuple[int, ...]:
    """The numbers of the notes whose flag or bracket is under a point."""
    flags = (*layout.flags, *(bracket.flag for bracket in layout.brackets))
    for flag in reversed(flags):
        if flag.x - 2 <= x <= flag.x + flag.size and flag.y - flag.size * 1.4 <= y <= flag.y:
            return flag.numbers
    under = (bracket.flag.numbers for bracket in layout.brackets if _is_on(bracket, x, y))
    return tuple(number for numbers in under for number in numbers)


def _is_on(bracket: Bracket, x: float, y: float) -> bool:
    return bracket.left - 2 <= x <= bracket.right + 2 and abs(y - bracket.flag.y) <= _REACH


@dataclass(frozen=True)
class NoteKeyItem:
    """A sample of a flag and what it means; the words begin at ``x`` and are ``size`` pixels high."""

    sample: Flag
    text: str
    x: float
    size: float


_MEANINGS = {
    Tone.STRENGTH: "strength noted",
    Tone.CONCERN: "concern noted",
    Tone.NEITHER: "other note",
}


def lay_out_note_key(
    layout: Layout, *, left: float, middle: float, size: float, width: TextWidth
) -> tuple[NoteKeyItem, ...]:
    """The kinds of notes on this picture side by side, in text of this size; nothing where there are none."""
    flags = (*layout.flags, *(bracket.flag for bracket in layout.brackets))
    shown, wide = {flag.tone for flag in flags}, flag_size(layout)
    items: list[NoteKeyItem] = []
    for tone in (tone for tone in _TONES if tone in shown):
        flag = Flag(left, middle + wide * 0.65, wide, tone, (), vanished=False)
        x = left + wide * 1.2 + size * 0.4
        items.append(NoteKeyItem(flag, _MEANINGS[tone], x, size))
        left = x + width(_MEANINGS[tone], size, False) + size
    return tuple(items)
