"""A cleaned template -> new slides of it: which layout, how much room, and whether its ground is light."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE

from journey_viewer.errors import TemplateUnreadable
from journey_viewer.export.own_template import clean_template
from journey_viewer.export.template_markup import A, P

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_LIGHT = 0.8
"""Relative luminance from which on all of our colours can be read."""
_ODD = (PythonPptxError, AttributeError, KeyError, IndexError, TypeError, ValueError)


def deck_of(template: bytes) -> tuple[Any, Any]:
    """A presentation without slides, and the layout for ours. Raises what ``clean_template`` does."""
    clean = clean_template(template)
    try:
        deck = Presentation(io.BytesIO(clean))
        _, layout = min(_layouts(deck), key=_rank)
        _try(layout)
    except _ODD:  # well-formed, and yet no presentation
        raise TemplateUnreadable from None
    return deck, layout


def title_of(layout: Any) -> Any:
    """The layout's title placeholder, None where it has none that lies level."""
    for placeholder in layout.placeholders:
        if placeholder.placeholder_format.type in _TITLES and placeholder.element.ph_idx == 0:
            return placeholder
    return None


def add_slide(deck: Any, layout: Any) -> Any:
    """A slide with the layout's title, if it has one, and none of its other placeholders."""
    slide = deck.slides.add_slide(layout)
    title = slide.shapes.title if title_of(layout) is not None else None
    for placeholder in list(slide.placeholders):
        if title is None or placeholder.element is not title.element:
            slide.shapes.element.remove(placeholder.element)
    return slide


def _layouts(deck: Any) -> Iterator[tuple[int, Any]]:
    """Each with the place of its master."""
    for place, master in enumerate(deck.slide_masters):
        yield from ((place, layout) for layout in master.slide_layouts)


def _rank(found: tuple[int, Any]) -> tuple[bool, int, bool, int]:
    """With a title, of the first master, of titles only, with little else: the least is the best."""
    place, layout = found
    title = title_of(layout)
    others = len(list(layout.iter_cloneable_placeholders())) - (title is not None)
    return (title is None, place, layout.element.get("type") != "titleOnly", others)


def _try(layout: Any) -> None:
    """What writing a slide will ask of it."""
    title = title_of(layout)
    if title is not None:
        _ = (title.left, title.top, title.width, title.height, title.text_frame.margin_left)
    for placeholder in layout.iter_cloneable_placeholders():
        _ = (placeholder.element.ph_type, placeholder.element.ph_orient, placeholder.element.ph_sz)


def has_light_ground(layout: Any) -> bool:
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
