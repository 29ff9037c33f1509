"""Where a page of ours goes on a slide of whatever size, and how large everything on it becomes."""

from dataclasses import dataclass
from typing import Any

from journey_viewer.export.shapes_xml import Box, emu
from journey_viewer.timeline.page import MARGIN, PAGE_HEIGHT, PAGE_WIDTH

_BELOW_TITLE = 78
"""Pixels of a page from its top to a little above what stands under its title."""
_SMALLEST_SHARE = 0.7
"""How much smaller the rest may become so that a template's own title keeps its place."""
_LOWEST_TITLE = 0.45
_PLACES = frozenset({"x", "y", "cx", "cy"})
_PLACED = frozenset({"off", "ext", "chOff", "chExt"})


@dataclass(frozen=True)
class Room:
    """``factor`` from a page's pixels to the slide's; ``left`` and ``top`` of the page, in EMU.

    ``has_title``: the slide's own title stands above the page's first line under its title.
    """

    factor: float = 1.0
    left: int = 0
    top: int = 0
    has_title: bool = False

    def place(self, box: Box) -> tuple[int, int, int, int]:
        """Left, top, width and height on the slide, in EMU."""
        left, top, width, height = (
            round(emu(each) * self.factor) for each in (box.left, box.top, box.width, box.height)
        )
        return left + self.left, top + self.top, width, height

    @property
    def is_plain(self) -> bool:
        """Whether the slide is measured as the page is."""
        return (self.factor, self.left, self.top) == (1.0, 0, 0)

    @property
    def page(self) -> Box:
        """What a page takes on the slide, in its own pixels."""
        top = _BELOW_TITLE if self.has_title else 0
        return Box(0, top, PAGE_WIDTH, PAGE_HEIGHT - top)


def whole_slide(width: int, height: int) -> Room:
    """As large as fits, in the middle."""
    factor = min(width / emu(PAGE_WIDTH), height / emu(PAGE_HEIGHT))
    return Room(
        factor, round((width - emu(PAGE_WIDTH) * factor) / 2), round((height - emu(PAGE_HEIGHT) * factor) / 2)
    )


def room_below(title: Any, width: int, height: int, *, centred: bool) -> Room:
    """Under the title of a layout, or on the whole slide where the title leaves too little.

    It begins where a title's letters do, or stands in the middle as they do.
    """
    whole = whole_slide(width, height)
    if title is None or None in (title.left, title.top, title.width, title.height):
        return whole
    bottom = title.top + title.height
    if not 0 <= title.top < bottom <= height * _LOWEST_TITLE or not 0 <= title.left < width / 2:
        return whole
    factor = min(whole.factor, (height - bottom) / emu(PAGE_HEIGHT - _BELOW_TITLE))
    if factor < whole.factor * _SMALLEST_SHARE or title.width < width / 2:
        return whole
    spare = width - round(emu(PAGE_WIDTH) * factor)
    begins = title.left + title.text_frame.margin_left - round(emu(MARGIN) * factor)
    left = spare // 2 if centred else min(max(0, begins), spare)
    return Room(factor, left, bottom - round(emu(_BELOW_TITLE) * factor), has_title=True)


def fit(element: Any, room: Room) -> None:
    """Makes a shape or group of a slide as large as the room says: places, letters, lines and all."""
    for each in element.iter():
        name = each.tag.rpartition("}")[2]
        if name in _PLACED:
            _scale(each, _PLACES, room.factor)
        elif name == "ln":
            _scale(each, ("w",), room.factor)
        elif name in ("rPr", "defRPr", "endParaRPr"):
            _scale(each, ("sz",), room.factor)
        elif name == "pPr":
            _scale(each, ("marL", "indent"), room.factor)
        elif name in ("spcPts", "buSzPts"):
            _scale(each, ("val",), room.factor)
    corner = next(element.iter("{*}off"))
    corner.set("x", str(int(corner.get("x")) + room.left))
    corner.set("y", str(int(corner.get("y")) + room.top))


def _scale(element: Any, names: Any, factor: float) -> None:
    for name in names:
        value = element.get(name)
        if value is not None:
            element.set(name, str(round(int(value) * factor)))
