"""Shapes, texts and groups as DrawingML. Places and sizes come in as pixels of the page, 144 to an inch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from journey_viewer.export.ink_xml import NO_FILL, emu, escaped
from journey_viewer.export.text_xml import Across, Letters, text_body
from journey_viewer.timeline.shapes import Points

_NAMESPACES = f" {nsdecls('a', 'p')}"
_UNITS = 1000  # a path counts in whole numbers: thousandths of a radius, or of a pixel
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

ShapeRole = Literal["drawn", "text", "decorative"]


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Shape:
    """One shape: ``geometry``, ``style`` and ``text`` are DrawingML from the functions below."""

    name: str
    box: Box
    geometry: str
    style: str = "<a:noFill/>"
    text: str = ""
    role: ShapeRole = "drawn"


@dataclass(frozen=True)
class Group:
    """Shapes that move together; ``described`` is what a screen reader says of them.

    The members' places are counted from ``origin``, which is a point of the page.
    """

    name: str
    box: Box
    members: Sequence["Shape | Group"]
    described: str = ""
    origin: tuple[float, float] = (0, 0)


@dataclass(frozen=True)
class Frame:
    """What PowerPoint draws by itself inside a frame: ``content`` is the DrawingML of a table."""

    name: str
    box: Box
    content: str
    described: str = ""


def add_shapes(
    shapes: Any, members: Iterable[Shape | Group | Frame], fitted: Callable[[Any], None] | None = None
) -> None:
    """Adds to python-pptx's ``shapes`` of a slide or master, numbered on from those that it has.

    ``fitted`` changes each to the slide's own measures.

    Each is parsed on its own: to move it out of a common parent would take lxml seven times as long.
    """
    ids = count(1 + max((shape.shape_id for shape in shapes), default=1))
    for member in members:
        element = parse_xml("".join(_written(member, ids, _NAMESPACES)))
        if fitted is not None:
            fitted(element)
        shapes.element.append(element)


def _written(member: Shape | Group | Frame, ids: Iterator[int], namespaces: str = "") -> Iterator[str]:
    if isinstance(member, Shape):
        yield _shape(member, next(ids), namespaces)
        return
    described = f' descr="{escaped(member.described)}"' if member.described else ""
    own = f'<p:cNvPr id="{next(ids)}" name="{escaped(member.name)}"{described}/>'
    if isinstance(member, Frame):
        yield _frame(member, own, namespaces)
        return
    box, (x, y) = member.box, member.origin
    inner = _place(Box(box.left - x, box.top - y, box.width, box.height), "chOff", "chExt")
    yield (
        f"<p:grpSp{namespaces}><p:nvGrpSpPr>{own}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{_place(box)}{inner}</a:xfrm></p:grpSpPr>"
    )
    for part in member.members:
        yield from _written(part, ids)
    yield "</p:grpSp>"


def _frame(frame: Frame, own: str, namespaces: str) -> str:
    return (
        f"<p:graphicFrame{namespaces}><p:nvGraphicFramePr>{own}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"<p:xfrm>{_place(frame.box)}</p:xfrm><a:graphic>"
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">{frame.content}</a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def _shape(shape: Shape, number: int, namespaces: str) -> str:
    box = ' txBox="1"' if shape.role == "text" else ""
    decorative = _DECORATIVE if shape.role == "decorative" else ""
    body = f"<p:txBody>{shape.text}</p:txBody>" if shape.text else ""
    return (
        f'<p:sp{namespaces}><p:nvSpPr><p:cNvPr id="{number}" name="{escaped(shape.name)}">{decorative}</p:cNvPr>'
        f"<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{_place(shape.box)}</a:xfrm>{shape.geometry}{shape.style}</p:spPr>{body}</p:sp>"
    )


def _place(box: Box, corner: str = "off", size: str = "ext") -> str:
    return (
        f'<a:{corner} x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:{size} cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
    )


def _preset(name: str, guides: str = "") -> str:
    """A geometry that PowerPoint knows by name."""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


RECTANGLE, ELLIPSE, LINE = _preset("rect"), _preset("ellipse"), _preset("line")


def rounded(box: Box, radius: float) -> str:
    """A rectangle with corners of ``radius`` pixels, or as round as it can be."""
    share = min(0.5, radius / max(1e-9, min(box.width, box.height)))
    return _preset("roundRect", f'<a:gd name="adj" fmla="val {round(share * 100_000)}"/>')


def open_right() -> str:
    """A rectangle without its right edge."""
    corners = ((1, 0), (0, 0), (0, 1), (1, 1))
    edges, extent = _polygon(corners, Box(0, 0, 1, 1)), _extent(Box(0, 0, 1, 1))
    ground = f'<a:path {extent} stroke="0">{edges}<a:close/></a:path>'
    return _custom(f'{ground}<a:path {extent} fill="none">{edges}</a:path>')


def outlined(points: Points, strike: Points) -> tuple[Box, str]:
    """A closed outline around (0, 0), a circle where it has no points, with an open line over it.

    Points come in in mark radii, and so does the returned box, which holds both.
    """
    reach = (*(points or ((-1, -1), (1, 1))), *strike)
    xs, ys = [x for x, _ in reach], [y for _, y in reach]
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    outline = _polygon(points, box) if points else _circle(box)
    paths = f"<a:path {_extent(box)}>{outline}<a:close/></a:path>"
    if strike:
        paths += f'<a:path {_extent(box)} fill="none">{_polygon(strike, box)}</a:path>'
    return box, _custom(paths)


def hatching(box: Box, apart: float) -> str:
    """Slanting lines over the whole box, ``apart`` pixels from one another and cut off at its edges."""
    width, height = box.width, box.height
    lines = ""
    for place in range(1, int((width + height) // apart) + 1):
        x = place * apart - height  # where the line would meet the lower edge
        low = _point(max(x, 0), min(height, height + x))
        high = _point(min(x + height, width), max(0, x + height - width))
        lines += f"<a:moveTo>{low}</a:moveTo><a:lnTo>{high}</a:lnTo>"
    return _custom(f'<a:path {_extent(box)} fill="none">{lines}</a:path>')


def _custom(paths: str) -> str:
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
    )


def _extent(box: Box) -> str:
    return f'w="{_units(box.width)}" h="{_units(box.height)}"'


def _polygon(points: Points, box: Box) -> str:
    first, *others = (_point(x - box.left, y - box.top) for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return f"<a:moveTo>{first}</a:moveTo>{lines}"


def _circle(box: Box) -> str:
    radius = _units(1)
    return (
        f"<a:moveTo>{_point(-1 - box.left, -box.top)}</a:moveTo>"
        f'<a:arcTo wR="{radius}" hR="{radius}" stAng="10800000" swAng="21600000"/>'
    )


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{_units(x)}" y="{_units(y)}"/>'


def _units(length: float) -> int:
    return round(length * _UNITS)


RISING = _custom(
    f'<a:path w="{_units(1)}" h="{_units(1)}" fill="none">'
    f"<a:moveTo>{_point(0, 1)}</a:moveTo><a:lnTo>{_point(1, 0)}</a:lnTo></a:path>"
)
"""A line from the lower left to the upper right."""


def words(text: str, box: Box, letters: Letters, across: Across = "l", *, wraps: bool = False) -> Shape:
    """A text box named by its text, which stands in the middle of the box's height."""
    body = text_body(text, letters, across, wraps=wraps)
    return Shape(text, box, RECTANGLE, NO_FILL, body, role="text")
