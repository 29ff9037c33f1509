"""Nearer, farther, along: from how a journey is looked at to how it is looked at next."""

from dataclasses import replace

from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import Looking

CLOSEST = 7.0
"""Days that are seen at the least."""


def zoomed(looking: Looking, layout: Layout, factor: float, x: float | None = None) -> Looking:
    """``factor`` times as near (farther where less than 1); what is at ``x`` pixels stays there, else the middle."""
    first, last = layout.scale.first, layout.scale.last
    at = (first + last) / 2 if x is None else layout.scale.time_at(x)
    days = max((last - first) / factor, CLOSEST)
    share = (at - first) / max(last - first, 1e-9)
    return _within(looking, layout, at - share * days, days)


def moved(looking: Looking, layout: Layout, share: float) -> Looking:
    """So much of what is seen further along: 0.5 is half a picture later."""
    days = layout.scale.last - layout.scale.first
    return _within(looking, layout, layout.scale.first + share * days, days)


def dragged(looking: Looking, layout: Layout, pixels: float) -> Looking:
    """What is seen is pulled so many pixels to the right."""
    return moved(looking, layout, -pixels / max(layout.right - layout.left, 1.0))


def showing(looking: Looking, layout: Layout, time: float) -> Looking:
    """Moved no farther than it takes for this time to be seen, a little inside the edge."""
    first, last = layout.scale.first, layout.scale.last
    inside = (last - first) * 0.04
    if looking.is_whole or first + inside <= time <= last - inside:
        return looking
    begin = time - inside if time < first + inside else time + inside - (last - first)
    return _within(looking, layout, begin, last - first)


def between(looking: Looking, layout: Layout, first: float, last: float) -> Looking:
    """From one day to another."""
    return _within(looking, layout, min(first, last), max(abs(last - first), CLOSEST))


def fitted(looking: Looking) -> Looking:
    """All of the journey."""
    return replace(looking, first=None, last=None)


def _within(looking: Looking, layout: Layout, begin: float, days: float) -> Looking:
    """So many days from there, inside the journey's own; all of it where that is as many."""
    whole_first, whole_last = layout.whole
    if days >= whole_last - whole_first:
        return fitted(looking)
    begin = min(max(begin, whole_first), whole_last - days)
    return replace(looking, first=begin, last=begin + days)
