"""Pages -> a PowerPoint deck: one slide a page, in native shapes that can be edited or as a picture."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from journey_viewer.export.blank_deck import blank_deck, sign
from journey_viewer.export.room import Room, room_below, whole_slide
from journey_viewer.export.slide import fill_slide, fill_with_picture
from journey_viewer.export.slide_title import is_centred, title_lines
from journey_viewer.export.template_ground import is_clear
from journey_viewer.export.template_slides import add_slide, deck_of, title_of
from journey_viewer.export.timeless import timeless
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

_HIGHEST_BELOW = 88
"""Pixels from the top within which a title is at the head of its page, and not in the midst of it."""


@dataclass(frozen=True)
class _Slides:
    """A presentation to add slides to: where a page goes under a title at the head, and where as a whole."""

    deck: Any
    layout: Any
    below: Room
    whole: Room
    on_panel: bool = False


def write_deck(
    pages: Sequence[Page],
    theme: Theme,
    made_on: date,
    *,
    pictures: Callable[[Page], bytes] | None = None,
    template: bytes | None = None,
) -> bytes:
    """A .pptx of a slide a page; ``made_on`` is the only date in it.

    Slides are 13.333 × 7.5 inches, or as ``template`` says: a .pptx or .potx whose masters, layouts,
    theme and size are used, and nothing else of it. Raises what ``clean_template`` does where it cannot be used.
    ``pictures``: draws a page as a PNG or JPEG; then each slide holds that in place of shapes.
    """
    slides = _blank(theme, made_on) if template is None else _from_template(template, theme, made_on)
    for page in pages:
        slide = add_slide(slides.deck, slides.layout)
        if pictures is not None:
            fill_with_picture(slide, page, theme, pictures(page), slides.whole)
        else:
            room = slides.below if _is_headed(page) else slides.whole
            fill_slide(slide, page, theme, room, on_panel=slides.on_panel)
    saved = io.BytesIO()
    slides.deck.save(saved)
    return timeless(saved.getvalue())


def _blank(theme: Theme, made_on: date) -> _Slides:
    deck = blank_deck(theme, made_on)
    return _Slides(deck, deck.slide_layouts[0], Room(has_title=True), Room())


def _from_template(template: bytes, theme: Theme, made_on: date) -> _Slides:
    deck, layout = deck_of(template)
    sign(deck, theme, made_on)
    size = (deck.slide_width, deck.slide_height)
    below = room_below(title_of(layout), *size, centred=is_centred(layout))
    on_panel = not is_clear(layout, *below.place(below.page))
    return _Slides(deck, layout, below, whole_slide(*size), on_panel)


def _is_headed(page: Page) -> bool:
    return all(line.y + line.size <= _HIGHEST_BELOW for line in title_lines(page))
