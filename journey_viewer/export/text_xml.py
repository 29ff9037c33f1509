"""Words as DrawingML, and how they are set."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journey_viewer.export.ink_xml import colour, emu, escaped, filled

Across = Literal["l", "ctr", "r"]


@dataclass(frozen=True)
class Letters:
    """``size`` in pixels."""

    size: float
    colour: str
    bold: bool = False


def text_body(text: str, letters: Letters, across: Across = "l", *, wraps: bool = False) -> str:
    """A text without insets, never shrunk, and in one line unless it ``wraps``."""
    return _body(f'<a:p><a:pPr algn="{across}"/>{_run(text, letters)}</a:p>', "ctr", wraps=wraps)


def paragraph(lines: Sequence[tuple[str, Letters]], pitch: float, properties: str = "") -> str:
    """One paragraph in the lines it was wrapped into, ``pitch`` pixels apart."""
    new_line = '<a:br><a:rPr lang="en-GB"/></a:br>'
    runs = new_line.join(_run(text, letters) for text, letters in lines)
    edges, _, bullets = properties.partition("|")
    spacing = f'<a:lnSpc><a:spcPts val="{_points(pitch)}"/></a:lnSpc>'
    return f"<a:p><a:pPr{edges}>{spacing}{bullets}</a:pPr>{runs}</a:p>"


def paragraph_body(lines: Sequence[tuple[str, Letters]], pitch: float) -> str:
    return _body(paragraph(lines, pitch), "t", wraps=False)


def list_body(
    points: Sequence[Sequence[tuple[str, Letters]]], *, dots: str, indent: float, pitch: float
) -> str:
    """Points of a list, each in the lines it was wrapped into, ``pitch`` pixels apart."""
    size = points[0][0][1].size
    edges = f' marL="{emu(indent)}" indent="{-emu(indent)}"'
    bullets = (
        f"<a:buClr>{colour(dots)}</a:buClr>"
        f'<a:buSzPts val="{_points(size * 1.3)}"/><a:buFont typeface="Arial"/><a:buChar char="•"/>'
    )
    paragraphs = [paragraph(lines, pitch, f"{edges}|{bullets}") for lines in points]
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
        f'{filled(letters.colour)}<a:latin typeface="Arial"/></a:rPr><a:t>{escaped(text)}</a:t></a:r>'
    )


def _points(pixels: float) -> int:
    """Hundredths of a point: 144 pixels are 72 points."""
    return round(pixels * 50)
