"""Notes on a stretch of months as soft bands, with their words under the plot where there is room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from journey_viewer.privacy.anonymous_case import AnonymousNote
from journey_viewer.timeline.layout import Frame, NoteBand, Silence, TextWidth
from journey_viewer.timeline.scale import Scale

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
    notes: Sequence[AnonymousNote], silences: Sequence[Silence], scale: Scale, frame: Frame, width: TextWidth
) -> tuple[tuple[NoteBand, ...], int]:
    """One for each different stretch, and how many rows their words take; ``top`` counts rows until ``under``.

    Words stand around the middle of their own band, on the first row where they cover neither others nor the
    words of a silence. As long as some have no room, the longest of all words give way to a number.
    """
    size = frame.text * _LETTERS
    groups = _together(notes)
    taken = [_reach(one.middle, width(one.label, size, False)) for one in silences if one.label]
    worded = [True] * len(groups)
    while True:
        rows, labels = _Rows(scale, taken), _labels(groups, worded)
        bands = tuple(
            rows.place(group[0], label, width(label.text, size, True))
            for group, label in zip(groups, labels, strict=True)
        )
        if all(band.label for band in bands) or not any(worded):
            return bands, rows.used
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


def _labels(groups: Sequence[Sequence[AnonymousNote]], worded: Sequence[bool]) -> list[_Label]:
    labels: list[_Label] = []
    reached = 0
    for group, has_words in zip(groups, worded, strict=True):
        if has_words:
            labels.append(_Label(" · ".join(note.text for note in group)))
            continue
        numbers = tuple(range(reached + 1, reached + len(group) + 1))
        reached = numbers[-1]
        text = f"Note {numbers[0]}" if len(numbers) == 1 else f"Notes {numbers[0]}–{numbers[-1]}"
        labels.append(_Label(text, numbers))
    return labels


class _Rows:
    """The rows under the plot while words are put on them."""

    def __init__(self, scale: Scale, taken: Sequence[tuple[float, float]]) -> None:
        self._scale = scale
        self._rows = [list(taken), *([] for _ in range(MOST_ROWS - 1))]
        self.used = 1

    def place(self, note: AnonymousNote, label: _Label, long: float) -> NoteBand:
        """The band of a note with its label, which is "" where no row has room for it."""
        left, right = self._edges(note)
        middle = (left + right) / 2
        room = self._scale.right - self._scale.left
        at = min(max(middle, self._scale.left + long / 2), self._scale.right - long / 2)
        begins, ends = _reach(at, long)
        for row, taken in enumerate(self._rows):
            if long > room or not all(_is_clear(begins, ends, other, _APART) for other in taken):
                continue
            above = [other for upper in self._rows[:row] for other in upper]
            if all(_is_clear(middle, middle, other, _LEADER) for other in above):
                taken.append((begins, ends))
                for upper in self._rows[:row]:
                    upper.append((middle, middle))
                self.used = max(self.used, row + 1)
                return NoteBand(left, right, at, float(row), label.text, label.numbers, led=row > 0)
        return NoteBand(left, right, middle, 0.0, "", label.numbers)

    def _edges(self, note: AnonymousNote) -> tuple[float, float]:
        first, last = _edges_of(note)
        left = min(max(self._scale(first), self._scale.left), self._scale.right)
        return left, max(left, min(self._scale(last), self._scale.right))


def _reach(middle: float, long: float) -> tuple[float, float]:
    return middle - long / 2, middle + long / 2


def _is_clear(begins: float, ends: float, other: tuple[float, float], apart: float) -> bool:
    return ends + apart <= other[0] or begins - apart >= other[1]
