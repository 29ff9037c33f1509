"""Pages -> a PowerPoint deck: one slide a page, in native shapes that can be edited or as a picture."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from journey_viewer.export.blank_deck import blank_deck, sign
from journey_viewer.export.room import Room, room_below, whole_slide
from journey_viewer.export.slide import fill_slide, fill_with_picture
from journey_viewer.export.slide_title import is_centred
from journey_viewer.export.template_ground import is_clear
from journey_viewer.export.template_slides import add_slide, deck_of, title_of
from journey_viewer.export.timeless import timeless
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

_ABOVE = 12
"""Pixels between a title's room and what stands under it."""


@dataclass(frozen=True)
class _Slides:
    """A presentation to add slides to, and the layout that they have; ``is_ours``: its title stands where the page's does."""

    deck: Any
    layout: Any
    is_ours: bool

    @property
    def whole(self) -> Room:
        return (
            Room(is_ours=True) if self.is_ours else whole_slide(self.deck.slide_width, self.deck.slide_height)
        )

    def room(self, page: Page) -> Room:
        """Under the slide's own title; ours stands at the head, so that a first page has its own."""
        begins = _begins(page)
        if self.is_ours:
            return self.whole if page.kind == "title" else Room(begins=begins, is_ours=True)
        size = (self.deck.slide_width, self.deck.slide_height)
        return room_below(title_of(self.layout), size, begins, centred=is_centred(self.layout))


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
    clear = cache(partial(is_clear, slides.layout))
    for page in pages:
        slide = add_slide(slides.deck, slides.layout)
        if pictures is not None:
            fill_with_picture(slide, page, theme, pictures(page), slides.whole)
        else:
            room = slides.room(page)
            on_panel = not (slides.is_ours or clear(*room.place(room.page)))
            fill_slide(slide, page, theme, room, on_panel=on_panel)
    saved = io.BytesIO()
    slides.deck.save(saved)
    return timeless(saved.getvalue())


def _blank(theme: Theme, made_on: date) -> _Slides:
    deck = blank_deck(theme, made_on)
    return _Slides(deck, deck.slide_layouts[0], is_ours=True)


def _from_template(template: bytes, theme: Theme, made_on: date) -> _Slides:
    deck, layout = deck_of(template)
    sign(deck, theme, made_on)
    return _Slides(deck, layout, is_ours=False)


def _begins(page: Page) -> float:
    """Where on a page the first thing under its title stands, and a little more."""
    tops = [line.y for line in page.lines if line.role != "title"]
    tops += [page.top] if page.swimlane else []
    tops += [page.table.top] if page.table else []
    return max(0.0, min(tops, default=0.0) - _ABOVE)
