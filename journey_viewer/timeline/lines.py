"""Lines of text on a page."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "subtitle", "value", "label", "heading", "text", "bullet", "more", "footer"]


@dataclass(frozen=True)
class Line:
    """One line of text: ``x``, ``y`` its top left corner and ``size`` its height of letters, in pixels.

    A "bullet" begins a point of a list and "more" goes on with it; a "value" is a large number, and the
    lines of its "label" stand under it.
    """

    role: Role
    text: str
    x: float
    y: float
    size: float
    bold: bool
    colour: str
