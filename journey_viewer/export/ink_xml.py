"""Lengths, colours, fills and lines as DrawingML. Lengths come in as pixels of the page, 144 to an inch."""

import html
from typing import Literal

from journey_viewer.export.plain_text import plain

_EMU_PER_PIXEL = 6350


def escaped(text: str) -> str:
    return html.escape(plain(text))


def emu(pixels: float) -> int:
    """The unit of PowerPoint: 914,400 to an inch."""
    return round(pixels * _EMU_PER_PIXEL)


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
