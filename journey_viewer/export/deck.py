"""Pages -> a PowerPoint deck: one slide a page, in native shapes that can be edited."""

import io
from collections.abc import Sequence
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journey_viewer.export.blank_deck import blank_deck
from journey_viewer.export.slide import fill_slide
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold


def write_deck(pages: Sequence[Page], theme: Theme, made_on: date) -> bytes:
    """A .pptx of 13.333 × 7.5 inch slides; ``made_on`` is the only date in it."""
    deck = blank_deck(theme, made_on)
    for page in pages:
        fill_slide(deck.slides.add_slide(deck.slide_layouts[0]), page, theme)
    saved = io.BytesIO()
    deck.save(saved)
    return _without_clock(saved)


def _without_clock(saved: io.BytesIO) -> bytes:
    """The same package with no time of saving in it: the same pages give the same bytes."""
    content = io.BytesIO()
    with ZipFile(saved) as package, ZipFile(content, "w") as timeless:
        for name in package.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # the same on every platform
            timeless.writestr(entry, package.read(name), ZIP_DEFLATED)
    return content.getvalue()
