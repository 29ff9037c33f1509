"""Notes on a stretch of months as soft bands, with their words under the plot where there is room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from journey_viewer.privacy.anonymous_case import AnonymousNote
from journey_viewer.timeline.layout import FoundBand, Frame, NoteBand, Silence, TextWidth
from journey_viewer.timeline.scale import Scale
from journey_viewer.timeline.wrapping import one_line

MOST_ROWS = 3
ROW = 1.35
"""Under each other, the words of bands are so many heights of letters apart."""
_LETTERS = 0.92
_APART = 24.0  # pixels between words side by side
_LEADER = 6.0  # pixels that a line down to words keeps free around it


def stretches(notes: Iterable[AnonymousNote]) -> list[AnonymousNote]:
    """The notes on a stretch of months, by where they begin and then by where they end."""
    return sorted((note for note in notes if note.first is not None and note.last is not None), key=_edges_of)


def _edges_of(note: AnonymousNote) -> tuple[float, float]:
    return note.first or 0.0, note.last or 0.0


def numbers_of(notes: Iterable[AnonymousNote], bands: Sequence[NoteBand]) -> list[int]:
    """For each of the stretches the number that it has on the picture, 0 where its words stand there."""
    groups = _together(stretches(notes))
    return [
        number
        for group, band in zip(groups, bands, strict=True)
        for number in band.numbers or (0,) * len(group)
    ]


def place_bands(
    notes: Sequence[AnonymousNote],
    under_the_plot: Sequence[Silence | FoundBand],
    scale: Scale,
    frame: Frame,
    width: TextWidth,
) -> tuple[tuple[NoteBand, ...], int]:
    """One for each different stretch, and how many rows their words take; ``top`` counts rows until ``under``.

    Words stand around the middle of their own band, on the first row where they cover neither others nor the
    words ``under_the_plot`` already. As long as some have no room, the longest of all words give way to a number.
    """
    size = frame.text * _LETTERS
    groups = _together(notes)
    taken = [
        _reach(one.middle, width(one.label, size, isinstance(one, FoundBand)))
        for one in under_the_plot
        if one.label
    ]
    worded, short = [True] * len(groups), False
    while True:
        rows, labels = _Rows(scale, taken), _labels(groups, worded, short=short)
        bands = tuple(
            rows.place(group[0], label, width(label.text, size, True))
            for group, label in zip(groups, labels, strict=True)
        )
        if short or all(band.label for band in bands):
            return bands, rows.used
        if not any(worded):
            short = True
            continue
        lengths = [len(label.text) * has for label, has in zip(labels, worded, strict=True)]
        worded[lengths.index(max(lengths))] = False


def under(bands: Iterable[NoteBand], bottom: float, text: float) -> tuple[NoteBand, ...]:
    """The same bands with their words under the plot's lower edge."""
    return tuple(replace(band, top=bottom + text * (0.3 + ROW * band.top)) for band in bands)


def _together(notes: Iterable[AnonymousNote]) -> list[list[AnonymousNote]]:
    """The notes on one and the same stretch share a band."""
    return [list(group) for _, group in groupby(notes, key=_edges_of)]


@dataclass(frozen=True)
class _Label:
    text: str
    numbers: tuple[int, ...] = ()


def _labels(
    groups: Sequence[Sequence[AnonymousNote]], worded: Sequence[bool], *, short: bool
) -> list[_Label]:
    labels: list[_Label] = []
    reached = 0
    for group, has_words in zip(groups, worded, strict=True):
        if has_words:
            labels.append(_Label(" · ".join(one_line(note.text) for note in group)))
            continue
        numbers = tuple(range(reached + 1, reached + len(group) + 1))
        reached = numbers[-1]
        several = len(numbers) > 1
        text = f"{numbers[0]}–{numbers[-1]}" if several else f"{numbers[0]}"
        text = text if short else f"{'Notes' if several else 'Note'} {text}"
        labels.append(_Label(text, numbers))
    return labels


class _Rows:
    """The rows under the plot while words are put on them."""

    def __init__(self, scale: Scale, silences: Sequence[tuple[float, float]]) -> None:
        self._scale, self._silences = scale, silences
        self._rows: list[list[tuple[float, float]]] = [[] for _ in range(MOST_ROWS)]
        self.used = 1

    def place(self, note: AnonymousNote, label: _Label, long: float) -> NoteBand:
        """The band of a note with its label, which is "" where no row has room for it."""
        left, right = self._edges(note)
        room = self._scale.right - self._scale.left
        at = min(max((left + right) / 2, self._scale.left + long / 2), self._scale.right - long / 2)
        begins, ends = _reach(at, long)
        for row, taken in enumerate(self._rows):
            others = [*taken, *self._silences] if row == 0 else taken
            above = [other for upper in self._rows[:row] for other in upper]
            way_down = _way_down(left, right, above)
            if long <= room and _is_clear(begins, ends, others, _APART) and way_down is not None:
                self._take(row, (begins, ends), way_down)
                leader = _way_down(left, right, [*above, *self._silences]) if row else None
                return NoteBand(left, right, at, float(row), label.text, label.numbers, leader)
        return NoteBand(left, right, (left + right) / 2, 0.0, "", label.numbers)

    def _take(self, row: int, words: tuple[float, float], way_down: float) -> None:
        self._rows[row].append(words)
        for upper in self._rows[:row]:
            upper.append((way_down, way_down))
        self.used = max(self.used, row + 1)

    def _edges(self, note: AnonymousNote) -> tuple[float, float]:
        first, last = _edges_of(note)
        left = min(max(self._scale(first), self._scale.left), self._scale.right)
        return left, max(left, min(self._scale(last), self._scale.right))


def _way_down(left: float, right: float, above: Sequence[tuple[float, float]]) -> float | None:
    """Where a line can go down from a band between the words above: its middle, or else near one of its edges."""
    inset = min(_LEADER, (right - left) / 2)
    for x in ((left + right) / 2, left + inset, right - inset):
        if _is_clear(x, x, above, _LEADER):
            return x
    return None


def _reach(middle: float, long: float) -> tuple[float, float]:
    return middle - long / 2, middle + long / 2


def _is_clear(begins: float, ends: float, others: Iterable[tuple[float, float]], apart: float) -> bool:
    return all(ends + apart <= first or begins - apart >= last for first, last in others)
