"""A page's title in the slide's own title, which outlines and screen readers go by."""

from math import ceil
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from journey_viewer.export.plain_text import plain
from journey_viewer.export.room import Room
from journey_viewer.export.shapes_xml import RECTANGLE, Box, Shape
from journey_viewer.export.slide_words import letters_of
from journey_viewer.export.text_xml import text_body
from journey_viewer.theme import Theme
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import MARGIN, PAGE_WIDTH, Page

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WIDE, _WIDEST = 0.57, 0.7
"""A letter's width by its height: a little more than in most typefaces, and in bold ones that run wide."""
_LEAST = 12
_USUAL_POINTS = 44
USUAL_PLACE, USUAL_SIZE = (MARGIN, 30), 44


def title_lines(page: Page) -> list[Line]:
    return [each for each in page.lines if each.role == "title"]


def write_title(slide: Any, page: Page, room: Room, colour: str = "") -> None:
    """Into the slide's title, where its layout has one: at its own place, or at the page's.

    ``colour``: what its letters have there, where the template's own may not be legible.
    """
    title, lines = slide.shapes.title, title_lines(page)
    if title is None:
        return
    title.name = "Title"
    title.text_frame.text = plain(" ".join(each.text for each in lines))
    if room.begins and room.is_ours and _is_usual(lines):
        return  # our own master's, which stands where the page says
    if room.begins and not room.is_ours:
        _fit_letters(title, slide)
    elif lines:
        _place(title, lines, room, colour)


def _is_usual(lines: list[Line]) -> bool:
    """Whether a title is where, and as large as, our own master has it."""
    return [(each.x, each.y, each.size) for each in lines] == [(*USUAL_PLACE, USUAL_SIZE)]


def title_shapes(page: Page, theme: Theme) -> list[Shape]:
    """For layouts without a title: the same as text boxes."""
    return [
        Shape(
            "Title", _box([each]), RECTANGLE, text=text_body(each.text, letters_of(each, theme)), role="text"
        )
        for each in title_lines(page)
    ]


def _box(lines: list[Line]) -> Box:
    first, last = lines[0], lines[-1]
    return Box(first.x, first.y, PAGE_WIDTH - MARGIN - first.x, last.y - first.y + last.size * 1.3)


def _place(title: Any, lines: list[Line], room: Room, colour: str) -> None:
    title.left, title.top, title.width, title.height = room.place(_box(lines))
    frame = title.text_frame
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    points = lines[0].size / 2 * room.factor
    if not room.is_ours:  # in whatever typeface the template has
        points = _fitting(frame.text, round(points), title.width.pt, points * 1.2 * len(lines), _WIDEST)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size = Pt(points)
            run.font.bold = lines[0].bold
            if colour:
                run.font.color.rgb = RGBColor.from_string(colour[1:])


def _fit_letters(title: Any, slide: Any) -> None:
    """Smaller letters where the title is too long for its box; a template's own size otherwise."""
    usual = _points(slide)
    without_insets = (title.width.pt - 14, title.height.pt - 7)
    points = _fitting(title.text_frame.text, usual, *without_insets)
    if points < usual:
        for paragraph in title.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(points)


def _fitting(text: str, points: float, across: float, down: float, wide: float = _WIDE) -> float:
    """So large, or as much smaller as the room needs; all in points, but for how wide letters are."""
    while points > _LEAST:
        lines = ceil(len(text) * points * wide / max(across, 1))
        if lines * points * 1.2 <= down:
            break
        points -= 1
    return points


def _points(slide: Any) -> float:
    """The size of a title's letters, as layout and master hand it down."""
    for level in _levels(slide.slide_layout):
        letters = level.find(f"{_A}defRPr")
        if letters is not None and letters.get("sz", "").isdecimal():
            return int(letters.get("sz")) / 100
    return _USUAL_POINTS


def is_centred(layout: Any) -> bool:
    """Whether a title's letters stand in the middle of its box."""
    return next((level.get("algn") for level in _levels(layout) if level.get("algn")), "l") == "ctr"


def _levels(layout: Any) -> list[Any]:
    """What is said of a title's paragraphs, the nearest first."""
    master = layout.slide_master
    titles = [each for owner in (layout, master) for each in owner.placeholders if each.element.ph_idx == 0]
    styles = [title.element.find(f"{_P}txBody/{_A}lstStyle") for title in titles]
    styles.append(master.element.find(f"{_P}txStyles/{_P}titleStyle"))
    levels = [style.find(f"{_A}lvl1pPr") for style in styles if style is not None]
    return [level for level in levels if level is not None]
