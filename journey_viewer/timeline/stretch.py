"""A stretch of days chosen on the picture, by hand or by key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.timeline.layout import Geometry


def day_at(layout: Geometry, window: Window, x: float) -> date:
    """The day that stands at this place of the axis; the first or last one beside it."""
    day = int(layout.scale.time_at(x))
    return date.fromordinal(min(max(day, window.first.toordinal()), window.last.toordinal()))


def between(one: date, other: date) -> Window:
    """From the earlier to the later."""
    return Window(min(one, other), max(one, other))


def edges_of(layout: Geometry, span: Window) -> tuple[float, float] | None:
    """The left and right edge of the stretch in pixels; None where it is outside the picture."""
    scale = layout.scale
    if span.last.toordinal() + 1 <= scale.first or span.first.toordinal() >= scale.last:
        return None
    left = max(scale(span.first.toordinal()), layout.left)
    return left, min(scale(span.last.toordinal() + 1), layout.right)


def days_of(case: Case) -> list[date]:
    """The different days with a touchpoint, inside the window and in order."""
    starts = {day.item() for day in case.touchpoints.start.astype("datetime64[D]")}
    return sorted({min(max(day, case.window.first), case.window.last) for day in starts})


@dataclass(frozen=True)
class Reach:
    """A stretch that is made by key: it stays at ``anchor`` and moves at ``end``."""

    anchor: date
    end: date

    @property
    def window(self) -> Window:
        return between(self.anchor, self.end)


def reach_of(span: Window | None, anchor: date) -> Reach:
    """Where a stretch goes on from: its end that is not the anchor, or the anchor itself where there is none."""
    if span is None:
        return Reach(anchor, anchor)
    if anchor == span.last:
        return Reach(anchor, span.first)
    return Reach(anchor if anchor == span.first else span.first, span.last)


def stepped(reach: Reach, days: Sequence[date], step: int) -> Reach:
    """The moving end on the next (1) or previous (−1) of these days; where there is none it stays."""
    beyond = [day for day in days if (day > reach.end if step > 0 else day < reach.end)]
    if not beyond:
        return reach
    return Reach(reach.anchor, min(beyond) if step > 0 else max(beyond))
