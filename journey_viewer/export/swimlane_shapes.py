"""The swimlane of a page as one group: the ground, the months, and a group a lane. All in its own pixels."""

from collections.abc import Iterator
from functools import cache

from journey_viewer.export.found_shapes import found_bands, found_links
from journey_viewer.export.ink_xml import NO_FILL, NO_LINE, filled, line
from journey_viewer.export.shapes_xml import (
    ELLIPSE,
    LINE,
    RECTANGLE,
    Box,
    Group,
    Shape,
    hatching,
    open_right,
    outlined,
    rounded,
    words,
)
from journey_viewer.export.text_xml import Letters, text_body
from journey_viewer.model.words import OUTCOME_NAMES
from journey_viewer.theme import Look, Theme
from journey_viewer.timeline.layout import (
    NOT_SUPPLIED,
    AnonymousLayout,
    Geometry,
    Lane,
    Mark,
    NoteBand,
    Silence,
    Span,
)
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.shapes import (
    NOTE,
    NOTE_EDGE,
    OPAQUE,
    PALE,
    SPAN,
    SPAN_EDGE,
    VEIL,
    Figure,
    figure,
)

_WHITE = "#FFFFFF"


def swimlane_group(page: Page, layout: AnonymousLayout, theme: Theme) -> Group:
    """The swimlane at its place on the page; what it says goes along for people who do not see it."""
    whole = Box(0, 0, layout.frame.width, layout.frame.height)
    plot = Box(0, layout.top, layout.frame.width, layout.bottom - layout.top)
    members = [
        Group("Ground", plot, list(_ground(layout, theme))),
        *found_bands(layout, whole, theme),
        *_notes(layout, whole, theme),
        Group("Months", whole, list(_months(layout, theme))),
        *found_links(layout, whole, theme),
        *(Group(lane.name, _row(layout, lane), list(_lane(layout, lane, theme))) for lane in layout.lanes),
    ]
    box = Box(page.left, page.top, whole.width, whole.height)
    return Group(f"Swimlane of {page.label}", box, members, page.described, (page.left, page.top))


def _row(layout: Geometry, lane: Lane) -> Box:
    return Box(0, lane.top, layout.frame.width, lane.height)


def _ground(layout: Geometry, theme: Theme) -> Iterator[Shape]:
    """What lies behind everything: stripes, then stretches without contact, then the axis' lines."""
    colours = theme.colours
    for lane in layout.lanes[::2]:
        stripe = filled(colours["stripe"]) + NO_LINE
        yield Shape(f"{lane.name}, stripe", _row(layout, lane), RECTANGLE, stripe)
    for silence in layout.silences:
        yield from _silence(layout, silence, theme)
    for tick in layout.ticks:
        strength = line(colours["rule" if tick.strong else "grid"], 1)
        top = layout.top - layout.frame.text * 0.35
        yield _upright(f"{tick.label}, line", tick.x, top, layout.bottom, strength)
    axis = line(colours["quiet"], 1.2, alpha=0.55)
    yield _upright("Axis", layout.left, layout.top, layout.bottom, axis)


def _silence(layout: Geometry, silence: Silence, theme: Theme) -> Iterator[Shape]:
    name = silence.label or "no contact"
    box = Box(silence.left, layout.top, silence.right - silence.left, layout.bottom - layout.top)
    yield Shape(f"{name}, column", box, RECTANGLE, filled(theme.colours["page"], 0.6) + NO_LINE)
    edge = line(theme.colours["quiet"], 1, alpha=0.43, dash="sysDot")
    yield _upright(f"{name}, begins", silence.left, layout.top, layout.bottom, edge)
    yield _upright(f"{name}, ends", silence.right, layout.top, layout.bottom, edge)


def _upright(name: str, x: float, top: float, bottom: float, stroke: str) -> Shape:
    return Shape(name, Box(x, top, 0, bottom - top), LINE, stroke)


def _notes(layout: AnonymousLayout, whole: Box, theme: Theme) -> Iterator[Group]:
    """What was written for sharing about some months: soft bands, and their words under the plot."""
    if layout.bands:
        members = [
            shape
            for number, band in enumerate(layout.bands, 1)
            for shape in _band(layout, band, number, theme)
        ]
        yield Group("Notes", whole, members)


def _band(layout: AnonymousLayout, band: NoteBand, number: int, theme: Theme) -> Iterator[Shape]:
    warm, name = theme.colours["warm"], f"Band {number}"
    box = Box(band.left, layout.top, band.right - band.left, layout.bottom - layout.top)
    edge = line(warm, 1, alpha=NOTE_EDGE / OPAQUE)
    yield Shape(name, box, RECTANGLE, filled(theme.colours["warm_soft"], NOTE / OPAQUE) + NO_LINE)
    yield _upright(f"{name}, begins", band.left, layout.top, layout.bottom, edge)
    yield _upright(f"{name}, ends", band.right, layout.top, layout.bottom, edge)
    if not band.label:
        return
    text = layout.frame.text
    if band.leader is not None:
        yield _upright(f"{name}, line to its words", band.leader, layout.bottom, band.top, edge)
    wide = text * len(band.label) * 0.6
    box = Box(band.middle - wide / 2, band.top, wide, text * 1.3)
    yield words(band.label, box, Letters(text * 0.92, warm, bold=True), "ctr")


def _months(layout: Geometry, theme: Theme) -> Iterator[Shape]:
    """The words above and below the plot."""
    colours, text = theme.colours, layout.frame.text
    for tick in layout.ticks:
        box = Box(tick.x + text * 0.15, layout.top - text * 1.75, text * 5, text * 1.4)
        letters = Letters(text, colours["ink" if tick.strong else "quiet"], tick.strong)
        yield words(tick.label, box, letters)
    for silence in layout.silences:
        if silence.label:
            box = Box(silence.middle - text * 6, layout.bottom + text * 0.3, text * 12, text * 1.3)
            yield words(silence.label, box, Letters(text * 0.92, colours["quiet"]), "ctr")
    box = Box(0, layout.bottom + text * 0.15, layout.left - text * 0.5, text * 1.75)
    yield words(layout.day_zero, box, Letters(text * 0.75, colours["quiet"]), wraps=True)


def _lane(layout: Geometry, lane: Lane, theme: Theme) -> Iterator[Shape]:
    look = theme.services[lane.service]
    yield from _name(layout, lane, look, theme)
    yield from _state(layout, lane, theme) if lane.state else ()
    spans = [span for span in layout.spans if span.service in lane.services]
    for number, span in enumerate(spans, 1):
        yield span_shape(span, look, f"{lane.name}, stay or open service {number}")
    marks = [mark for mark in layout.marks if mark.service in lane.services]
    for number, mark in enumerate(marks, 1):
        yield from mark_shapes(mark, look, f"{lane.name} {number}")


def _name(layout: Geometry, lane: Lane, look: Look, theme: Theme) -> Iterator[Shape]:
    """The colour at the left, the name, and the count before the plot."""
    colours, text = theme.colours, layout.frame.text
    bar = Box(0, lane.top + lane.height * 0.09, text * 0.2, lane.height * 0.82)
    yield Shape(f"{lane.name}, colour", bar, rounded(bar, bar.width / 2), filled(look.colour) + NO_LINE)
    size = min(text, lane.height * 0.8)
    column = Box(text * 0.9, lane.top, layout.left - text * 1.7, lane.height)
    yield words(lane.name, column, Letters(size, colours["quiet" if lane.state else "ink"], not lane.state))
    if not lane.state:
        yield words(f"{lane.count:,}", column, Letters(size, colours["quiet"]), "r")


def _state(layout: Geometry, lane: Lane, theme: Theme) -> Iterator[Shape]:
    """Why a lane is empty: a hatched band where the list is missing, bare ground where nothing was found.

    A band that runs through the words is seen behind them.
    """
    colours, text = theme.colours, layout.frame.text
    size = min(text * 0.83, lane.height * 0.7)
    box = Box(layout.left + text * 0.6, lane.middle - size * 0.65, size * 0.5 * len(lane.state), size * 1.3)
    if lane.state == NOT_SUPPLIED:
        band = Box(layout.left + 1, lane.top + 2, layout.right - layout.left, lane.height - 4)
        hatch = hatching(band, text * 0.4)
        yield Shape(f"{lane.name}, {lane.state}", band, hatch, NO_FILL + line(colours["rule"], 1.2))
    around = Box(box.left - text * 0.3, box.top, box.width + text * 0.6, box.height)
    if lane.state == NOT_SUPPLIED:
        ground = filled(colours["ground"])
    else:
        ground = filled(colours["stripe" if lane in layout.lanes[::2] else "ground"], VEIL / OPAQUE)
    yield Shape(f"{lane.name}, behind the words", around, RECTANGLE, ground + NO_LINE)
    yield words(lane.state, box, Letters(size, colours["quiet"]))


def span_shape(span: Span, look: Look, name: str) -> Shape:
    """A stay or an open service: its right end open where it goes on, an outline alone where not attended."""
    box = Box(span.left, span.top, span.right - span.left, span.height)
    geometry = open_right() if span.goes_on else rounded(box, min(4, box.width / 3, box.height / 3))
    fill = filled(look.colour, SPAN / OPAQUE) if span.attended else NO_FILL
    stroke = line(look.colour, 1.2, alpha=SPAN_EDGE / OPAQUE, dash="solid" if span.attended else "sysDash")
    return Shape(name, box, geometry, fill + stroke)


def mark_shapes(mark: Mark, look: Look, name: str) -> Iterator[Shape]:
    """A contact, or a pill with the count of several; with a ring around it where the date is uncertain."""
    yield _pill(mark, look, name) if mark.count > 1 else _figure(mark, look, name)
    if mark.uncertain:
        reach = mark.radius * 0.5
        box = _around(mark.x, mark.y, mark.half + reach, mark.radius + reach)
        ring = line(look.colour, max(1.0, mark.radius * 0.16), dash="sysDash")
        yield Shape(f"{name}, date uncertain", box, ELLIPSE, NO_FILL + ring)


def _around(x: float, y: float, half_width: float, half_height: float) -> Box:
    return Box(x - half_width, y - half_height, half_width * 2, half_height * 2)


def _pill(mark: Mark, look: Look, name: str) -> Shape:
    box = _around(mark.x, mark.y, mark.half, mark.radius)
    text = text_body(f"{mark.count:,}", Letters(mark.radius * 1.75, look.on, bold=True), "ctr")
    style = filled(look.colour) + line(_WHITE, 1)
    return Shape(f"{name}, {mark.count:,} close together", box, rounded(box, mark.radius), style, text)


def _figure(mark: Mark, look: Look, name: str) -> Shape:
    shape = figure(look.shape, mark.kind, mark.outcome)
    stroke = 0.0 if shape.fill == "full" else max(1.4, mark.radius * 0.24)
    radius = mark.radius - stroke / 2  # so that hollow and solid are equally large
    unit, geometry = _geometry(shape)
    box = Box(
        mark.x + unit.left * radius, mark.y + unit.top * radius, unit.width * radius, unit.height * radius
    )
    return Shape(f"{name}, {OUTCOME_NAMES[mark.outcome]}", box, geometry, _style(shape, look, stroke))


@cache
def _geometry(shape: Figure) -> tuple[Box, str]:
    """The outline with the line through it, and its box in mark radii."""
    if shape.points or shape.strike:
        return outlined(shape.points, shape.strike)
    return _around(0, 0, 1, 1), ELLIPSE


def _style(shape: Figure, look: Look, stroke: float) -> str:
    if shape.fill == "full":
        return filled(look.colour) + NO_LINE
    fill = filled(_WHITE) if shape.fill == "none" else filled(look.colour, PALE / OPAQUE)
    return fill + line(look.colour, stroke)
