"""How long stays, services and waits last, said on the picture wherever there is room for the words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.model.days import MONTH_NAMES, month_in_words
from journey_viewer.model.phrases import many
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome
from journey_viewer.timeline.layout import Geometry, Label, Lane, Layout, Span, TextWidth

_SIZE = 0.9  # of the text beside the lanes
_MOST = 60  # spans of a lane: more are a crowd, in which words would only stand in the way
_PAD = 4.0

Boxes = NDArray[np.float64]
"""Left, right, top and bottom of what a label may not cover, a row each."""


def with_labels(layout: Layout, case: Case, width: TextWidth, *, dated: bool) -> Layout:
    """The same picture with words on its spans: inside the part that is seen, else right beside it, else none.

    Words never stand on a mark, on another span or on a fold. ``dated``: time is told in dates,
    not counted from a day 0.
    """
    labels: list[Label] = []
    for lane in layout.lanes:
        spans = [span for span in layout.spans if span.service in lane.services]
        if 0 < len(spans) <= _MOST:
            told = [span for span in spans if span.count == 1 and not span.dim]
            room = _Room(layout, lane, spans, width)
            words = {span: span_words(case, span.row, dated=dated) for span in told}
            labels += room.labels(words)
    return replace(layout, labels=tuple(labels))


def span_words(case: Case, row: int, *, dated: bool) -> tuple[str, ...]:
    """How long it lasted, or since when it has gone on: the longest words first."""
    told = case.touchpoints[row]
    if told.end is None:
        return _going_on(told, dated=dated, died=case.person.died is not None)
    days = (told.end.date() - told.start.date()).days
    if told.kind is Kind.STAY:
        return (many(days, "night"),)
    length = many(days, "day")
    if told.kind is Kind.OPEN_SERVICE:
        return f"open {length}", length
    waited = told.kind is Kind.REFERRAL and told.outcome is Outcome.REFERRED
    return (f"waited {length}", length) if waited else (length,)


def _going_on(told: Touchpoint, *, dated: bool, died: bool) -> tuple[str, ...]:
    if died:
        return ("no end recorded",)
    still = "still there" if told.kind is Kind.STAY else "still open"
    if not dated:
        return (still,)
    in_full = f"{MONTH_NAMES[told.start.month - 1]} {told.start.year}"
    verb = "there" if told.kind is Kind.STAY else "open"
    return (
        f"{verb} since {in_full}",
        f"since {in_full}",
        f"since {month_in_words(told.start)}",
    )


class _Room:
    """What is free in one lane."""

    def __init__(self, layout: Layout, lane: Lane, spans: Sequence[Span], width: TextWidth) -> None:
        self._layout, self._lane, self._width = layout, lane, width
        self._size = layout.frame.text * _SIZE
        self._spans = _boxes((s.left, s.right, s.top, s.top + s.height) for s in spans)
        self._taken = np.vstack([_marks(layout, lane), _folds(layout, lane)])

    def labels(self, words: dict[Span, tuple[str, ...]]) -> list[Label]:
        inside = {span: self._inside(span, told) for span, told in words.items()}
        found = [label for label in inside.values() if label is not None]
        for span, label in inside.items():
            beside = None if label is not None else self._beside(span, words[span][-1])
            found += [] if beside is None else [beside]
        return found

    def _inside(self, span: Span, told: Sequence[str]) -> Label | None:
        """The longest of the words that fit, as far left as they do."""
        if span.height < self._size * 1.05:
            return None
        middle = span.top + span.height / 2
        there = self._across(self._taken, middle)
        there = there[(there[:, 1] > span.left) & (there[:, 0] < span.right)]
        for text in told:
            room = self._width(text, self._size, False)
            x = _first_gap(there, span.left + _PAD, span.right - _PAD, room)
            if x is not None:
                return self._take(text, x, middle, room)
        return None

    def _beside(self, span: Span, text: str) -> Label | None:
        """To the right of it, or to its left."""
        middle, room = span.top + span.height / 2, self._width(text, self._size, False)
        half = self._size * 0.6
        lane, layout = self._lane, self._layout
        if middle - half < lane.top or middle + half > lane.top + lane.height:
            return None
        taken = self._across(np.vstack([self._taken, self._spans]), middle)
        for x in (span.right + _PAD, span.left - _PAD - room):
            if x < layout.left + _PAD or x + room > layout.right:
                continue
            if not ((taken[:, 1] > x - 2) & (taken[:, 0] < x + room + 2)).any():
                return self._take(text, x, middle, room)
        return None

    def _across(self, boxes: Boxes, middle: float) -> Boxes:
        """Those of the boxes that words at this height would touch."""
        half = self._size * 0.55
        return boxes[(boxes[:, 3] > middle - half) & (boxes[:, 2] < middle + half)]

    def _take(self, text: str, x: float, middle: float, room: float) -> Label:
        half = self._size * 0.55  # and more beside it, or two labels would read as one
        box = (x - self._size, x + room + self._size, middle - half, middle + half)
        self._taken = np.vstack([self._taken, [box]])
        return Label(text, x, middle, room, self._size)


def _first_gap(taken: Boxes, left: float, right: float, room: float) -> float | None:
    x = left
    for begins, ends in sorted(taken[:, :2].tolist()):
        if begins - _PAD >= x + room:
            break
        x = max(x, ends + _PAD)
    return x if x + room <= right else None


def _marks(layout: Geometry, lane: Lane) -> Boxes:
    inside = (mark for mark in layout.marks if mark.service in lane.services)
    reach = 1.35  # of its radius: a line through a mark, and the ring of an uncertain one, go beyond it
    return _boxes(
        (m.x - m.half * reach, m.x + m.half * reach, m.y - m.radius * reach, m.y + m.radius * reach)
        for m in inside
    )


def _folds(layout: Geometry, lane: Lane) -> Boxes:
    return _boxes((f.left - 3, f.right + 3, lane.top, lane.top + lane.height) for f in layout.folds)


def _boxes(edges: Iterable[tuple[float, float, float, float]]) -> Boxes:
    return np.array(list(edges), dtype=np.float64).reshape(-1, 4)


def readable_labels(layout: Geometry) -> tuple[Label, ...]:
    """The labels that no flag and no bracket of a note stands on."""
    if not isinstance(layout, Layout):
        return ()
    covers = list(_note_boxes(layout))
    return tuple(label for label in layout.labels if not any(_touches(label, box) for box in covers))


def _note_boxes(layout: Layout) -> Iterator[tuple[float, float, float, float]]:
    for flag in (*layout.flags, *(bracket.flag for bracket in layout.brackets)):
        yield flag.x - 1, flag.x + flag.size * 1.1, flag.y - flag.size * 1.4, flag.y
    for bracket in layout.brackets:
        yield bracket.left, bracket.right, bracket.flag.y - 1, bracket.flag.y + 5


def _touches(label: Label, box: tuple[float, float, float, float]) -> bool:
    left, right, top, bottom = box
    across = label.left < right and left < label.left + label.width
    return across and label.middle - label.size * 0.5 < bottom and top < label.middle + label.size * 0.5
