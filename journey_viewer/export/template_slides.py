"""A template -> a presentation without slides, the layout that ours go on, and new slides of it."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError

from journey_viewer.errors import TemplateUnreadable
from journey_viewer.export.own_template import clean_template
from journey_viewer.export.slide_title import is_centred
from journey_viewer.export.template_ground import is_clear

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
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
    is_clear(layout, 0, 0, 1, 1)
    is_centred(layout)
    title = title_of(layout)
    if title is not None:
        _ = (title.left, title.top, title.width, title.height, title.text_frame.margin_left)
    for placeholder in layout.iter_cloneable_placeholders():
        _ = (placeholder.element.ph_type, placeholder.element.ph_orient, placeholder.element.ph_sz)
