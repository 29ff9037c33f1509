"""The room that the lanes have, and how it is shared out among them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from journey_viewer.model.words import Service
from journey_viewer.timeline.dodge import rows_needed
from journey_viewer.timeline.entries import Entries
from journey_viewer.timeline.layout import NO_CONTACT, NOT_SUPPLIED, Frame, Lane, TextWidth
from journey_viewer.timeline.looking import Lanes, lane_name
from journey_viewer.timeline.scale import Scale
from journey_viewer.timeline.spans import tracks_needed

MOST_SUB_ROWS = 5

LaneKey = tuple[Service, ...]


@dataclass(frozen=True)
class Plot:
    """Where the lanes are drawn: ``scale`` for what is seen, ``whole`` for all of the journey."""

    frame: Frame
    scale: Scale
    whole: Scale

    @property
    def top(self) -> float:
        return self.frame.text * 2.1

    @property
    def bottom(self) -> float:
        return self.frame.height - self.frame.text * 1.9


def apart(frame: Frame) -> float:
    """How far the middles of two marks are from each other at least, in pixels."""
    return frame.mark * 2 + 1


def edges(lanes: Sequence[LaneKey], most: int, frame: Frame, width: TextWidth) -> tuple[float, float]:
    """The left and right edge of the plot beside the names of these lanes and a count of at ``most`` so many."""
    names = max(width(lane_name(lane), frame.text, True) for lane in (*lanes, *((s,) for s in Service)))
    counts = width(f"{most:,}", frame.text, False)
    pad = frame.text
    left = pad * 0.9 + names + pad + counts + pad
    return min(left, frame.width * 0.5), frame.width - frame.mark * 2


def shown_lanes(lanes: Lanes, entries: Entries) -> list[LaneKey]:
    """The lanes that are drawn, in their order; "Other" only where it holds something."""
    there = set(np.unique(entries.service).tolist())
    return [
        lane
        for lane in lanes.order
        if not lanes.hidden.issuperset(lane) and (lane != (Service.OTHER,) or Service.OTHER.code in there)
    ]


def by_lane(lanes: Sequence[LaneKey], entries: Entries) -> dict[LaneKey, Entries]:
    """What falls into each lane, by time."""
    return {
        lane: entries.take(np.isin(entries.service, [service.code for service in lane])) for lane in lanes
    }


def place_lanes(
    held: Mapping[LaneKey, Entries], supplied: frozenset[Service], plot: Plot
) -> tuple[Lane, ...]:
    """The lanes under each other, each as high as all of its journey needs, so that zooming moves none."""
    wanted = [_height_wanted(entries, plot) for entries in held.values()]
    heights = _heights(wanted, plot)
    return tuple(_stacked(held, supplied, heights, plot.top))


def _stacked(
    held: Mapping[LaneKey, Entries], supplied: frozenset[Service], heights: Sequence[float], top: float
) -> Iterator[Lane]:
    for (lane, entries), height in zip(held.items(), heights, strict=True):
        empty = NO_CONTACT if supplied & set(lane) else NOT_SUPPLIED
        state = "" if len(entries) else empty
        yield Lane(lane, lane_name(lane), len(entries), top + height / 2, height, state)
        top += height


def _height_wanted(entries: Entries, plot: Plot) -> float:
    """What a lane needs so that all its contacts stand apart, in pixels."""
    frame = plot.frame
    points = plot.whole.places(entries.points.at)
    needed = rows_needed(points, apart(frame), MOST_SUB_ROWS) if len(points) else 0
    return max(needed * apart(frame) + frame.mark, tracks_needed(entries.lasting) * frame.mark * 1.6)


def _heights(wanted: Sequence[float], plot: Plot) -> list[float]:
    """The plot's height shared out: to each lane its name's height at least, then what it wants, then alike."""
    if not wanted:
        return []
    whole = plot.bottom - plot.top
    least = min(plot.frame.text * 1.45, whole / len(wanted))
    needed = [max(want, least) for want in wanted]
    spare = whole - sum(needed)
    if spare >= 0:
        return [need + spare / len(needed) for need in needed]
    kept = (whole - least * len(needed)) / (sum(needed) - least * len(needed))
    return [least + (need - least) * kept for need in needed]
