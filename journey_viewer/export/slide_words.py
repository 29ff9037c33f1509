"""A page's lines as text boxes: each alone, lists and paragraphs whole, so that they can be edited."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from journey_viewer.export.ink_xml import NO_FILL, line
from journey_viewer.export.shapes_xml import LINE, RECTANGLE, Box, Shape
from journey_viewer.export.text_xml import Letters, list_body, paragraph_body, text_body
from journey_viewer.theme import Theme
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import INNER, MARGIN, PAGE_WIDTH

_COLUMN = PAGE_WIDTH / 2 - 2 * MARGIN
_INDENT = 24.0  # of a list's words from its dots
_PITCH = 34 / 24  # of the lines of a list, by the size of their letters
_NEXT_LINE = 1.4
"""Lines that stand no farther apart, by the size of their letters, are one paragraph."""
_RUNNING = ("text", "label")
_WIDE = 0.6  # a letter by its size, a little more than in most words


def word_shapes(lines: Sequence[Line], theme: Theme) -> Iterator[Shape]:
    for in_list, together in groupby(lines, key=_in_list):
        if in_list:
            yield _list(list(together), theme)
            continue
        for paragraph in _paragraphs(list(together)):
            if paragraph[0].role in _RUNNING:
                yield _paragraph(paragraph, theme)
            else:
                yield from _line(paragraph[0], theme)


def _in_list(each: Line) -> bool:
    return each.role in ("bullet", "more")


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Each line alone, but for those of running text, or under a number, that follow each other."""
    paragraph = lines[:1]
    for before, each in pairwise(lines):
        follows = each.role == before.role and each.role in _RUNNING and each.x == before.x
        if follows and 0 < each.y - before.y <= each.size * _NEXT_LINE:
            paragraph.append(each)
        else:
            yield paragraph
            paragraph = [each]
    if paragraph:
        yield paragraph


def _line(each: Line, theme: Theme) -> Iterator[Shape]:
    if each.role == "footer":
        rule = Box(each.x, each.y - 10, PAGE_WIDTH - each.x - MARGIN, 0)
        yield Shape("Footer rule", rule, LINE, line(theme.colours["rule"], 1), role="decorative")
    width = _COLUMN if each.role in ("heading", "text") else PAGE_WIDTH - MARGIN - each.x
    if each.role == "value":
        width = each.size * _WIDE * len(each.text)
    box = Box(each.x, each.y, width, each.size * 1.3)
    body = text_body(each.text, letters_of(each, theme))
    yield Shape(each.role.capitalize(), box, RECTANGLE, NO_FILL, body, "text")


def _paragraph(lines: list[Line], theme: Theme) -> Shape:
    box, pitch = _whole(lines)
    body = paragraph_body([(each.text, letters_of(each, theme)) for each in lines], pitch)
    return Shape(lines[0].role.capitalize(), box, RECTANGLE, NO_FILL, body, "text")


def _list(lines: list[Line], theme: Theme) -> Shape:
    """A whole list as one text box, so that points can be added and taken away."""
    box, pitch = _whole(lines)
    box = Box(box.left - _INDENT, box.top, box.width, box.height)
    body = list_body(_points(lines, theme), dots=theme.colours["accent"], indent=_INDENT, pitch=pitch)
    return Shape("Points", box, RECTANGLE, NO_FILL, body, "text")


def _whole(lines: list[Line]) -> tuple[Box, float]:
    """What lines under each other take, half the page wide where that holds them, and how far apart they are."""
    first, last = lines[0], lines[-1]
    pitch = lines[1].y - first.y if len(lines) > 1 else first.size * _PITCH
    top = first.y - (pitch - first.size * 1.3) / 2  # a line stands in the middle of its pitch
    longest = max(len(each.text) for each in lines) * first.size * _WIDE
    room = longest if first.role == "label" else _COLUMN
    width = room if longest <= _COLUMN else min(longest, INNER - (first.x - MARGIN))
    return Box(first.x, top, width, last.y - first.y + pitch), pitch


def _points(lines: list[Line], theme: Theme) -> list[list[tuple[str, Letters]]]:
    points: list[list[tuple[str, Letters]]] = []
    for each in lines:
        if each.role == "bullet" or not points:
            points.append([])
        points[-1].append((each.text, letters_of(each, theme)))
    return points


def letters_of(each: Line, theme: Theme) -> Letters:
    return Letters(each.size, theme.colours[each.colour], each.bold)
