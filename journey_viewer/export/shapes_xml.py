"""Shapes, texts and groups as DrawingML. Places and sizes come in as pixels of the page, 144 to an inch."""

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from journey_viewer.export.plain_text import plain
from journey_viewer.timeline.shapes import Points

_EMU_PER_PIXEL = 6350
_NAMESPACES = f" {nsdecls('a', 'p')}"
_UNITS = 1000  # a path counts in whole numbers: thousandths of a radius, or of a pixel
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

Across = Literal["l", "ctr", "r"]
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


def add_shapes(
    shapes: Any, members: Iterable[Shape | Group], fitted: Callable[[Any], None] | None = None
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


def _escaped(text: str) -> str:
    return html.escape(plain(text))


def _written(member: Shape | Group, ids: Iterator[int], namespaces: str = "") -> Iterator[str]:
    if isinstance(member, Shape):
        yield _shape(member, next(ids), namespaces)
        return
    described = f' descr="{_escaped(member.described)}"' if member.described else ""
    own = f'<p:cNvPr id="{next(ids)}" name="{_escaped(member.name)}"{described}/>'
    box, (x, y) = member.box, member.origin
    inner = _place(Box(box.left - x, box.top - y, box.width, box.height), "chOff", "chExt")
    yield (
        f"<p:grpSp{namespaces}><p:nvGrpSpPr>{own}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{_place(box)}{inner}</a:xfrm></p:grpSpPr>"
    )
    for part in member.members:
        yield from _written(part, ids)
    yield "</p:grpSp>"


def _shape(shape: Shape, number: int, namespaces: str) -> str:
    box = ' txBox="1"' if shape.role == "text" else ""
    decorative = _DECORATIVE if shape.role == "decorative" else ""
    body = f"<p:txBody>{shape.text}</p:txBody>" if shape.text else ""
    return (
        f'<p:sp{namespaces}><p:nvSpPr><p:cNvPr id="{number}" name="{_escaped(shape.name)}">{decorative}</p:cNvPr>'
        f"<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{_place(shape.box)}</a:xfrm>{shape.geometry}{shape.style}</p:spPr>{body}</p:sp>"
    )


def _place(box: Box, corner: str = "off", size: str = "ext") -> str:
    return (
        f'<a:{corner} x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:{size} cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
    )


def emu(pixels: float) -> int:
    """The unit of PowerPoint: 914,400 to an inch."""
    return round(pixels * _EMU_PER_PIXEL)


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


def colour(value: str, alpha: float = 1) -> str:
    """A colour from #RRGGBB; ``alpha`` from 0, clear, to 1."""
    shade = f'<a:alpha val="{round(alpha * 100_000)}"/>' if alpha < 1 else ""
    return f'<a:srgbClr val="{value[1:]}">{shade}</a:srgbClr>'


def filled(value: str, alpha: float = 1) -> str:
    return f"<a:solidFill>{colour(value, alpha)}</a:solidFill>"


NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def line(
    value: str, width: float, *, alpha: float = 1, dash: Literal["solid", "sysDash", "sysDot"] = "solid"
) -> str:
    """A line ``width`` pixels wide."""
    dashes = "" if dash == "solid" else f'<a:prstDash val="{dash}"/>'
    return f'<a:ln w="{emu(width)}">{filled(value, alpha)}{dashes}</a:ln>'


@dataclass(frozen=True)
class Letters:
    """``size`` in pixels."""

    size: float
    colour: str
    bold: bool = False


def words(text: str, box: Box, letters: Letters, across: Across = "l", *, wraps: bool = False) -> Shape:
    """A text box named by its text, which stands in the middle of the box's height."""
    body = text_body(text, letters, across, wraps=wraps)
    return Shape(text, box, RECTANGLE, NO_FILL, body, role="text")


def text_body(text: str, letters: Letters, across: Across = "l", *, wraps: bool = False) -> str:
    """A text without insets, never shrunk, and in one line unless it ``wraps``."""
    return _body(f'<a:p><a:pPr algn="{across}"/>{_run(text, letters)}</a:p>', "ctr", wraps=wraps)


def list_body(
    points: Sequence[Sequence[str]], letters: Letters, *, dots: str, indent: float, pitch: float
) -> str:
    """Points of a list, each in the lines it was wrapped into, ``pitch`` pixels apart."""
    properties = (
        f'<a:pPr marL="{emu(indent)}" indent="{-emu(indent)}">'
        f'<a:lnSpc><a:spcPts val="{_points(pitch)}"/></a:lnSpc><a:buClr>{colour(dots)}</a:buClr>'
        f'<a:buSzPts val="{_points(letters.size * 1.3)}"/><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>'
    )
    new_line = '<a:br><a:rPr lang="en-GB"/></a:br>'
    paragraphs = [
        f"<a:p>{properties}{new_line.join(_run(text, letters) for text in lines)}</a:p>" for lines in points
    ]
    return _body("".join(paragraphs), "t", wraps=False)


def _body(paragraphs: str, down: Literal["t", "ctr"], *, wraps: bool) -> str:
    wrap = "square" if wraps else "none"
    return (
        f'<a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{down}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{paragraphs}"
    )


def _run(text: str, letters: Letters) -> str:
    return (
        f'<a:r><a:rPr lang="en-GB" sz="{_points(letters.size)}" b="{int(letters.bold)}">'
        f'{filled(letters.colour)}<a:latin typeface="Arial"/></a:rPr><a:t>{_escaped(text)}</a:t></a:r>'
    )


def _points(pixels: float) -> int:
    """Hundredths of a point: 144 pixels are 72 points."""
    return round(pixels * 50)
