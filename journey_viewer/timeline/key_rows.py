"""The key under a picture on the screen: in as many rows as its words need, rather than in words too small to read."""

from dataclasses import replace
from math import inf

import numpy as np

from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.timeline.key import KeyItem, lay_out_key, left_of, mark_showing, moved
from journey_viewer.timeline.layout import Frame, Geometry, Span, TextWidth
from journey_viewer.timeline.scale import Scale

KeyRow = tuple[KeyItem, ...]

KEY_SIZE = 0.92
"""Of the text beside the lanes: the size of the words."""
_PITCH = 1.4  # of the text beside the lanes, a row
_EDGE = 4.0  # pixels to the left and the right


def lay_out_key_rows(layout: Geometry, width: TextWidth) -> tuple[KeyRow, ...]:
    """What the marks mean, below the picture and as wide as it is."""
    frame = layout.frame
    first = frame.height + key_height(frame.text, 1) / 2
    return in_rows(layout, first, frame.text * _PITCH, frame.text * KEY_SIZE, width)


def in_rows(
    layout: Geometry, first: float, pitch: float, size: float, width: TextWidth
) -> tuple[KeyRow, ...]:
    """What the marks mean, in words of this size: the first row around the height ``first``, each ``pitch`` below the last."""
    sized = replace(layout, frame=replace(layout.frame, text=size))
    rows: list[list[KeyItem]] = []
    shift = 0.0
    for item in lay_out_key(sized, left=_EDGE, right=inf, middle=first, width=width):
        end = item.x + width(item.text, item.size, False)
        if not rows or end - shift > layout.frame.width - _EDGE:
            shift = left_of(item.sample) - _EDGE
            rows.append([])
        rows[-1].append(_moved(item, shift, (len(rows) - 1) * pitch))
    return tuple(tuple(row) for row in rows)


def key_height(text: float, rows: int) -> float:
    """How high so many rows are, in pixels, beside lanes in text of this size."""
    return text * (0.6 + _PITCH * max(rows, 1))


def rows_needed(case: Case, frame: Frame, width: TextWidth, *, together: bool) -> int:
    """How many rows all of a journey needs, so that the picture keeps its height however closely it is seen.

    ``together``: also where some marks stand for several.
    """
    return max(1, len(lay_out_key_rows(_all_samples(case, frame, together=together), width)))


def _moved(item: KeyItem, left: float, down: float) -> KeyItem:
    return replace(item, sample=moved(item.sample, -left, down), x=item.x - left)


def _all_samples(case: Case, frame: Frame, *, together: bool) -> Geometry:
    """A picture on which every sort of mark stands that this journey can come to show."""
    told = case.touchpoints
    codes = set(np.unique(told.outcome).tolist())
    shown = [outcome for outcome in Outcome if outcome.code in codes]
    if (told.kind == Kind.REFERRAL.code).any():
        shown.append(Outcome.REFERRED)
    uncertain, rows = bool(told.uncertain.any()), (0, 0) if together else (0,)
    marks = [mark_showing(outcome, uncertain=uncertain, rows=rows) for outcome in shown]
    lasting = ~np.isnat(told.end) | goes_on(told)
    attended = set((told.outcome[lasting] == Outcome.ATTENDED.code).tolist())
    spans = tuple(Span(0, 0, 0, 0, Service.OTHER, False, is_attended, -1) for is_attended in attended)
    return Geometry(
        frame,
        left=0.0,
        right=frame.width,
        top=0.0,
        bottom=frame.height,
        lanes=(),
        marks=tuple(marks),
        spans=spans,
        silences=(),
        ticks=(),
        day_zero="",
        scale=Scale(0, 1, 0, frame.width),
    )
