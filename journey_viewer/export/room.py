"""Where a page of ours goes on a slide of whatever size, and how large everything on it becomes."""

from dataclasses import dataclass
from typing import Any

from journey_viewer.export.ink_xml import emu
from journey_viewer.export.shapes_xml import Box
from journey_viewer.timeline.page import MARGIN, PAGE_HEIGHT, PAGE_WIDTH

_SMALLEST_SHARE = 0.7
"""How much smaller the rest may become so that a template's own title keeps its place."""
_LOWEST_TITLE = 0.45
_MEASURES = {
    **dict.fromkeys(("off", "chOff"), ("x", "y")),
    **dict.fromkeys(("ext", "chExt"), ("cx", "cy")),
    **dict.fromkeys(("ln", "lnB", "gridCol"), ("w",)),
    **dict.fromkeys(("rPr", "endParaRPr"), ("sz",)),
    **dict.fromkeys(("spcPts", "buSzPts"), ("val",)),
    "pPr": ("marL", "indent"),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
}
"""The attributes that are lengths, by element."""


@dataclass(frozen=True)
class Room:
    """``factor`` from a page's pixels to the slide's; ``left`` and ``top`` of the page, in EMU.

    ``begins``: pixels of the page that the slide's own title stands for, 0 where the page has its own.
    ``is_ours``: the slide's master is, with a title where pages usually have it, in our letters.
    """

    factor: float = 1.0
    left: int = 0
    top: int = 0
    begins: float = 0
    is_ours: bool = False

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
        return Box(0, self.begins, PAGE_WIDTH, PAGE_HEIGHT - self.begins)


def whole_slide(width: int, height: int) -> Room:
    """As large as fits, in the middle."""
    factor = min(width / emu(PAGE_WIDTH), height / emu(PAGE_HEIGHT))
    return Room(
        factor, round((width - emu(PAGE_WIDTH) * factor) / 2), round((height - emu(PAGE_HEIGHT) * factor) / 2)
    )


def room_below(title: Any, size: tuple[int, int], begins: float, *, centred: bool) -> Room:
    """Under the title of a layout, or on the whole slide where the title leaves too little.

    ``begins``: where on the page what stands under its title does, in pixels. The page's left edge is where
    the title's letters begin; where they stand in the middle, so does the page.
    """
    width, height = size
    whole = whole_slide(width, height)
    if title is None or None in (title.left, title.top, title.width, title.height):
        return whole
    bottom = title.top + title.height
    if not 0 <= title.top < bottom <= height * _LOWEST_TITLE or not 0 <= title.left < width / 2:
        return whole
    factor = min(whole.factor, (height - bottom) / emu(PAGE_HEIGHT - begins))
    if factor < whole.factor * _SMALLEST_SHARE or title.width < width / 2:
        return whole
    spare = width - round(emu(PAGE_WIDTH) * factor)
    edge = title.left + title.text_frame.margin_left - round(emu(MARGIN) * factor)
    left = spare // 2 if centred else min(max(0, edge), spare)
    return Room(factor, left, bottom - round(emu(begins) * factor), begins=begins)


def fit(element: Any, room: Room) -> None:
    """Makes a shape or group of a slide as large as the room says: places, letters, lines and all."""
    for each in element.iter():
        for name in _MEASURES.get(each.tag.rpartition("}")[2], ()):
            value = each.get(name)
            if value is not None:
                each.set(name, str(round(int(value) * room.factor)))
    corner = next(element.iter("{*}off"))
    corner.set("x", str(int(corner.get("x")) + room.left))
    corner.set("y", str(int(corner.get("y")) + room.top))
