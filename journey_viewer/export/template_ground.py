"""Whether what a template paints behind a page of ours leaves it legible."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from journey_viewer.export.template_markup import A, P

_LIGHT = 0.8
"""Relative luminance from which on all of our colours can be read."""
_LITTLE = 0.05
"""The share of a page that decoration may lie under: a logo in a corner, a line along an edge."""


def is_clear(layout: Any, left: int, top: int, width: int, height: int) -> bool:
    """Whether a page can stand there as it is: on one light colour, with little of the template's under it."""
    return (
        _has_light_ground(layout) and _covered(layout, left, top, width, height) <= _LITTLE * width * height
    )


def _covered(layout: Any, left: int, top: int, width: int, height: int) -> int:
    """How much of the place the shapes of layout and master lie under, in square EMU."""
    covered = 0
    for shape in _decoration(layout):
        across = min(shape.left + shape.width, left + width) - max(shape.left, left)
        down = min(shape.top + shape.height, top + height) - max(shape.top, top)
        covered += max(0, across) * max(0, down)
    return covered


def _decoration(layout: Any) -> Iterator[Any]:
    shows_master = layout.element.get("showMasterSp", "1") not in ("0", "false")
    for owner in (layout, layout.slide_master) if shows_master else (layout,):
        for shape in owner.shapes:
            placed = None not in (shape.left, shape.top, shape.width, shape.height)
            if placed and not shape.is_placeholder:
                yield shape


def _has_light_ground(layout: Any) -> bool:
    """Whether dark letters can be read on it; False where it is a picture, shades off or is not known."""
    for owner in (layout, layout.slide_master):
        ground = owner.element.find(f"{{{P}}}cSld/{{{P}}}bg")
        if ground is not None:
            return _luminance(ground, layout.slide_master) > _LIGHT
    return True


def _luminance(ground: Any, master: Any) -> float:
    """0 where the ground has no one colour."""
    if ground.find(f"{{{P}}}bgRef") is not None:
        reference = ground.find(f"{{{P}}}bgRef")
        found = reference if reference.get("idx") == "1001" else None  # the theme's first, which is plain
    else:
        found = ground.find(f"{{{P}}}bgPr/{{{A}}}solidFill")
    colour = next(chain(found if found is not None else ()), None)
    if colour is None or len(colour):  # changed in brightness
        return 0.0
    return _of(_value(colour, master))


def _value(colour: Any, master: Any) -> str:
    """Six digits; "" where it is not told in a way that we read."""
    if colour.tag == f"{{{A}}}srgbClr":
        return str(colour.get("val", ""))
    if colour.tag != f"{{{A}}}schemeClr":
        return ""
    names = master.element.find(f"{{{P}}}clrMap")
    slot = names.get(colour.get("val", ""), colour.get("val", "")) if names is not None else ""
    theme = etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    for each in theme.iterfind(f"{{{A}}}themeElements/{{{A}}}clrScheme/*"):
        if etree.QName(each).localname == slot and len(each):
            return str(each[0].get("val" if each[0].tag == f"{{{A}}}srgbClr" else "lastClr", ""))
    return ""


def _of(value: str) -> float:
    """WCAG's relative luminance of six hexadecimal digits."""
    try:
        shares = [int(value[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    except ValueError:
        return 0.0
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
