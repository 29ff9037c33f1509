"""Page -> one slide: its title, its lines as text boxes, the swimlane, the key, and the notes."""

import io
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from pptx.util import Pt

from journey_viewer.export.pixels import pixels_only
from journey_viewer.export.plain_text import plain
from journey_viewer.export.room import Room, fit
from journey_viewer.export.shapes_xml import (
    LINE,
    NO_FILL,
    NO_LINE,
    RECTANGLE,
    Box,
    Group,
    Letters,
    Shape,
    add_shapes,
    filled,
    line,
    list_body,
    text_body,
    words,
)
from journey_viewer.export.slide_title import title_shapes, write_title
from journey_viewer.export.swimlane_shapes import mark_shapes, span_shape, swimlane_group
from journey_viewer.theme import Look, Theme
from journey_viewer.timeline.key import KeyItem
from journey_viewer.timeline.layout import AnonymousLayout, Mark
from journey_viewer.timeline.page import MARGIN, PAGE_WIDTH, Line, Page

_COLUMN = PAGE_WIDTH / 2 - 2 * MARGIN
_NOTES_POINTS = 12
_INDENT = 24.0  # of a list's words from its dots
_FIRST = 2  # of the shapes in their tree, after what is said of the tree itself
_PITCH = 34 / 24  # of the lines of a list, by the size of their letters


def fill_slide(slide: Any, page: Page, theme: Theme, room: Room, *, on_panel: bool = False) -> None:
    """Writes the page on a new slide, in the order in which it is read aloud.

    ``on_panel``: the slide's ground is not one that our colours can be read on.
    """
    write_title(slide, page, room, theme.colours["ink"] if on_panel else "")
    texts = [each for each in page.lines if each.role != "title"]
    above = [each for each in texts if each.y < page.top]
    below = [each for each in texts if each.y >= page.top]
    swimlane = page.swimlane
    picture = [swimlane_group(page, swimlane, theme), *_key(page, swimlane, theme)] if swimlane else []
    fitted = None if room.is_plain else partial(fit, room=room)
    if on_panel:
        add_shapes(slide.shapes, [_panel(room, theme)], fitted)
        slide.shapes.element.insert(_FIRST, slide.shapes.element[-1])  # behind the title, too
    title = title_shapes(page, theme) if slide.shapes.title is None else []
    members: list[Shape | Group] = [*title, *_lines(above, theme), *picture, *_lines(below, theme)]
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


def _lines(lines: list[Line], theme: Theme) -> Iterator[Shape]:
    for in_list, together in groupby(lines, key=_in_list):
        if in_list:
            yield _list(list(together), theme)
        else:
            for each in together:
                yield from _line(each, theme)


def _in_list(each: Line) -> bool:
    return each.role in ("bullet", "more")


def _line(each: Line, theme: Theme) -> Iterator[Shape]:
    if each.role == "footer":
        rule = Box(MARGIN, each.y - 10, PAGE_WIDTH - 2 * MARGIN, 0)
        yield Shape("Footer rule", rule, LINE, line(theme.colours["rule"], 1), role="decorative")
    width = _COLUMN if each.role == "heading" else PAGE_WIDTH - MARGIN - each.x
    box = Box(each.x, each.y, width, each.size * 1.3)
    letters = Letters(each.size, theme.colours[each.colour], each.bold)
    yield Shape(each.role.capitalize(), box, RECTANGLE, NO_FILL, text_body(each.text, letters), "text")


def _list(lines: list[Line], theme: Theme) -> Shape:
    """A whole list as one text box, so that points can be added and taken away."""
    first, last = lines[0], lines[-1]
    pitch = lines[1].y - first.y if len(lines) > 1 else first.size * _PITCH
    top = first.y - (pitch - first.size * 1.3) / 2  # a line stands in the middle of its pitch
    box = Box(first.x - _INDENT, top, _COLUMN, last.y - first.y + pitch)
    letters = Letters(first.size, theme.colours[first.colour], first.bold)
    body = list_body(_points(lines), letters, dots=theme.colours["accent"], indent=_INDENT, pitch=pitch)
    return Shape("Points", box, RECTANGLE, NO_FILL, body, "text")


def _points(lines: list[Line]) -> list[list[str]]:
    points: list[list[str]] = []
    for each in lines:
        if each.role == "bullet" or not points:
            points.append([])
        points[-1].append(each.text)
    return points


def _key(page: Page, swimlane: AnonymousLayout, theme: Theme) -> Iterator[Group]:
    """In grey, and in circles: what became of a contact looks alike in every service."""
    if not page.key:
        return
    grey = Look(theme.colours["quiet"], theme.colours["ground"], "circle")
    members = [shape for item in page.key for shape in _key_item(item, grey)]
    height = swimlane.frame.text * 1.3
    box = Box(page.left, _middle(page.key[0]) - height / 2, swimlane.frame.width, height)
    described = ", ".join(item.text for item in page.key)
    yield Group("Key", box, members, f"Key to the marks: {described}.")


def _key_item(item: KeyItem, grey: Look) -> Iterator[Shape]:
    name = f"Sample of {item.text}"
    if isinstance(item.sample, Mark):
        yield from mark_shapes(item.sample, grey, name)
    else:
        yield span_shape(item.sample, grey, name)
    box = Box(item.x, _middle(item) - item.size * 0.65, item.size * 0.55 * len(item.text), item.size * 1.3)
    yield words(item.text, box, Letters(item.size, grey.colour))


def _middle(item: KeyItem) -> float:
    sample = item.sample
    return sample.y if isinstance(sample, Mark) else sample.top + sample.height / 2
