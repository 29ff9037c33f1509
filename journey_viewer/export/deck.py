"""Pages -> a PowerPoint deck: one slide a page, in native shapes that can be edited."""

import io
from collections.abc import Sequence
from datetime import date

from journey_viewer.export.blank_deck import blank_deck
from journey_viewer.export.slide import fill_slide
from journey_viewer.export.timeless import timeless
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page


def write_deck(pages: Sequence[Page], theme: Theme, made_on: date) -> bytes:
    """A .pptx of 13.333 × 7.5 inch slides; ``made_on`` is the only date in it."""
    deck = blank_deck(theme, made_on)
    for page in pages:
        fill_slide(deck.slides.add_slide(deck.slide_layouts[0]), page, theme)
    saved = io.BytesIO()
    deck.save(saved)
    return timeless(saved.getvalue())
