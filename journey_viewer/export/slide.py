"""Page -> one slide: its title, its lines as text boxes, the swimlane, the key, and the notes."""

import io
from collections.abc import Iterator
from functools import partial
from typing import Any

from pptx.util import Pt

from journey_viewer.export.found_shapes import sign_shapes
from journey_viewer.export.ink_xml import NO_LINE, filled, line
from journey_viewer.export.pixels import pixels_only
from journey_viewer.export.plain_text import plain
from journey_viewer.export.room import Room, fit
from journey_viewer.export.shapes_xml import ELLIPSE, RECTANGLE, Box, Frame, Group, Shape, add_shapes, words
from journey_viewer.export.slide_title import title_shapes, write_title
from journey_viewer.export.slide_words import word_shapes
from journey_viewer.export.swimlane_shapes import mark_shapes, span_shape, swimlane_group
from journey_viewer.export.table_shape import table_shape
from journey_viewer.export.text_xml import Letters, text_body
from journey_viewer.theme import Look, Theme
from journey_viewer.timeline.key import KeyItem, Sign
from journey_viewer.timeline.layout import Mark
from journey_viewer.timeline.page import Badge, Page

_NOTES_POINTS = 12
_FIRST = 2  # of the shapes in their tree, after what is said of the tree itself


def fill_slide(slide: Any, page: Page, theme: Theme, room: Room, *, on_panel: bool) -> None:
    """Writes the page on a new slide, in the order in which it is read aloud.

    ``on_panel``: the slide's ground is not one that our colours can be read on.
    """
    write_title(slide, page, room, theme.colours["ink"] if on_panel else "")
    texts = [each for each in page.lines if each.role != "title"]
    above = [each for each in texts if each.y < page.top]
    below = [each for each in texts if each.y >= page.top]
    swimlane = page.swimlane
    picture = (
        [swimlane_group(page, swimlane, theme), *_key(page, theme), *_badges(page, theme)] if swimlane else []
    )
    fitted = None if room.is_plain else partial(fit, room=room)
    if on_panel:
        add_shapes(slide.shapes, [_panel(room, theme)], fitted)
        slide.shapes.element.insert(_FIRST, slide.shapes.element[-1])  # behind the title, too
    title = title_shapes(page, theme) if slide.shapes.title is None else []
    members: list[Shape | Group | Frame] = [
        *title,
        *word_shapes(above, theme),
        *picture,
        *_table(page, theme),
        *word_shapes(below, theme),
    ]
    add_shapes(slide.shapes, members, fitted)
    _write_notes(slide.notes_slide.notes_text_frame, page.notes)


def fill_with_picture(slide: Any, page: Page, theme: Theme, png: bytes, room: Room) -> None:
    """The page as one picture, and its title under it for outlines and for people who do not see it."""
    write_title(slide, page, room)
    if slide.shapes.title is None:
        add_shapes(slide.shapes, title_shapes(page, theme), partial(fit, room=room))
    picture = slide.shapes.add_picture(io.BytesIO(pixels_only(png)), *room.place(room.page))
    picture.name = plain(f"Picture of {page.label}")
    picture.element.nvPicPr.cNvPr.set("descr", plain(page.described))
    _write_notes(slide.notes_slide.notes_text_frame, page.notes)


def _panel(room: Room, theme: Theme) -> Shape:
    fill = filled(theme.colours["ground"]) + NO_LINE
    return Shape("Ground behind the page", room.page, RECTANGLE, fill, role="decorative")


def _write_notes(frame: Any, notes: str) -> None:
    frame.text = plain(notes)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(_NOTES_POINTS)  # LibreOffice does not take it from the notes master


def _table(page: Page, theme: Theme) -> Iterator[Frame]:
    if page.table is not None:
        yield table_shape(page.table, page.described, theme)


def _badges(page: Page, theme: Theme) -> Iterator[Group]:
    """Numbers that tie places of the picture to the words below it."""
    if page.badges:
        members = [_badge(badge, theme) for badge in page.badges]
        yield Group("Numbers", _around([member.box for member in members]), members)


def _badge(badge: Badge, theme: Theme) -> Shape:
    box = Box(badge.x - badge.radius, badge.y - badge.radius, badge.radius * 2, badge.radius * 2)
    letters = Letters(badge.radius * 1.4, theme.colours["on_accent"], bold=True)
    style = filled(theme.colours["navy"]) + line(theme.colours["ground"], 2)
    return Shape(f"Number {badge.text}", box, ELLIPSE, style, text_body(badge.text, letters, "ctr"))


def _around(boxes: list[Box]) -> Box:
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    return Box(left, top, right - left, max(box.top + box.height for box in boxes) - top)


def _key(page: Page, theme: Theme) -> Iterator[Group]:
    """In grey, and in circles: what became of a contact looks alike in every service."""
    if not page.key:
        return
    grey = Look(theme.colours["quiet"], theme.colours["ground"], "circle")
    members = [shape for item in page.key for shape in _key_item(item, grey, theme)]
    described = ", ".join(item.text for item in page.key)
    box = _around([member.box for member in members])
    yield Group("Key", box, members, f"Key to the marks: {described}.")


def _key_item(item: KeyItem, grey: Look, theme: Theme) -> Iterator[Shape]:
    name = f"Sample of {item.text}"
    if isinstance(item.sample, Mark):
        yield from mark_shapes(item.sample, grey, name)
    elif isinstance(item.sample, Sign):
        yield from sign_shapes(item.sample, name, theme)
    else:
        yield span_shape(item.sample, grey, name)
    box = Box(item.x, _middle(item) - item.size * 0.65, item.size * 0.55 * len(item.text), item.size * 1.3)
    yield words(item.text, box, Letters(item.size, grey.colour))


def _middle(item: KeyItem) -> float:
    sample = item.sample
    return sample.y if isinstance(sample, Mark) else sample.top + sample.height / 2
