"""What rules found, as shapes of a slide: bands with their name under the plot, links between contacts."""

from collections.abc import Iterator

from journey_viewer.export.ink_xml import NO_LINE, filled, line
from journey_viewer.export.shapes_xml import LINE, RECTANGLE, RISING, Box, Group, Shape, words
from journey_viewer.export.text_xml import Letters
from journey_viewer.theme import Theme
from journey_viewer.timeline.key import Sign
from journey_viewer.timeline.layout import AnonymousLayout, FoundBand
from journey_viewer.timeline.shapes import FOUND_EDGE


def found_bands(layout: AnonymousLayout, whole: Box, theme: Theme) -> Iterator[Group]:
    """Soft bands behind everything, and what they are."""
    if layout.finding_bands:
        members = [
            shape
            for number, band in enumerate(layout.finding_bands, 1)
            for shape in _band(layout, band, number, theme)
        ]
        yield Group("Found by rules", whole, members)


def _band(layout: AnonymousLayout, band: FoundBand, number: int, theme: Theme) -> Iterator[Shape]:
    text, name = layout.frame.text, f"Found {number}"
    box = Box(band.left, layout.top, band.right - band.left, layout.bottom - layout.top)
    yield from _ground(box, name, theme)
    if band.label:
        wide = text * len(band.label) * 0.6
        place = Box(band.middle - wide / 2, layout.bottom + text * 0.3, wide, text * 1.3)
        yield words(band.label, place, Letters(text * 0.92, theme.colours["warm"], bold=True), "ctr")


def _ground(box: Box, name: str, theme: Theme) -> Iterator[Shape]:
    edge = line(theme.colours["warm"], 1.5, alpha=FOUND_EDGE, dash="sysDash")
    yield Shape(name, box, RECTANGLE, filled(theme.colours["warm_soft"]) + NO_LINE)
    for side, x in (("begins", box.left), ("ends", box.left + box.width)):
        yield Shape(f"{name}, {side}", Box(x, box.top, 0, box.height), LINE, edge)


def found_links(layout: AnonymousLayout, whole: Box, theme: Theme) -> Iterator[Group]:
    """Thin lines from the contact that came first to the one that followed."""
    if layout.links:
        stroke = line(theme.colours["quiet"], 1)
        members = [
            _line(f"Link {number}", (link.x, link.y), (link.to_x, link.to_y), stroke)
            for number, link in enumerate(layout.links, 1)
        ]
        yield Group("Links found by rules", whole, members)


def _line(name: str, start: tuple[float, float], end: tuple[float, float], stroke: str) -> Shape:
    (x, y), (to_x, to_y) = start, end
    box = Box(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))
    rising = (to_x - x) * (to_y - y) < 0
    return Shape(name, box, RISING if rising else LINE, stroke)


def sign_shapes(sign: Sign, name: str, theme: Theme) -> Iterator[Shape]:
    """A sample for the key."""
    box = Box(sign.left, sign.top, sign.width, sign.height)
    if sign.kind == "link":
        yield Shape(name, box, RISING, line(theme.colours["quiet"], 1))
    else:
        yield from _ground(box, name, theme)
