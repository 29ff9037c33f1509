"""From a place on the picture to a touchpoint, and from a touchpoint to its mark."""

from journey_viewer.model.words import Kind, Outcome
from journey_viewer.timeline.layout import Geometry, Lane, Mark, Span

_REACH = 4.0  # pixels beside a mark that still count as on it


def mark_of(layout: Geometry, row: int) -> Mark | None:
    """The mark that stands for a row; for a stay or an open service, one in the middle of its span."""
    for mark in layout.marks:
        if row in mark.rows:
            return mark
    for span in layout.spans:
        if span.row == row:
            return _middle(span, layout)
    return None


def row_at(layout: Geometry, x: float, y: float, chosen: int | None) -> int | None:
    """The row under a point; a mark of several gives the one after the chosen, so that clicks go through them."""
    near = [mark for mark in layout.marks if _is_near(mark, x, y)]
    if near:
        mark = min(near, key=lambda one: (max(abs(x - one.x) - one.half, 0), abs(x - one.x) + abs(y - one.y)))
        after = mark.rows.index(chosen) + 1 if chosen in mark.rows else 0
        return mark.rows[after % mark.count]
    for span in layout.spans:
        if span.left <= x <= span.right and span.top <= y <= span.top + span.height:
            return span.row
    return None


def lane_at(layout: Geometry, x: float, y: float) -> Lane | None:
    """The lane whose name is under a point."""
    if not 0 <= x < layout.left:
        return None
    return next((lane for lane in layout.lanes if lane.top <= y < lane.top + lane.height), None)


def _is_near(mark: Mark, x: float, y: float) -> bool:
    return abs(x - mark.x) <= mark.half + _REACH and abs(y - mark.y) <= mark.radius + _REACH / 2


def row_in_next_lane(layout: Geometry, chosen: int | None, step: int) -> int | None:
    """The row nearest in time in the next lane up (−1) or down (1) that has any that is not dimmed."""
    here = None if chosen is None else mark_of(layout, chosen)
    marks = [mark for mark in layout.marks if not mark.dim]
    marks += [_middle(span, layout) for span in layout.spans if not span.dim]
    if here is None:
        return marks[0].rows[0] if marks else None
    order = [lane.services for lane in layout.lanes]
    place = next(place for place, services in enumerate(order) if here.service in services) + step
    while 0 <= place < len(order):
        lane = [mark for mark in marks if mark.service in order[place]]
        if lane:
            return min(lane, key=lambda mark: abs(mark.x - here.x)).rows[0]
        place += step
    return None


def _middle(span: Span, layout: Geometry) -> Mark:
    radius = layout.frame.mark
    half = max(radius, (span.right - span.left) / 2)
    middle = span.top + span.height / 2
    x = (span.left + span.right) / 2
    return Mark(x, middle, radius, half, span.service, Kind.STAY, Outcome.ATTENDED, False, (span.row,))
