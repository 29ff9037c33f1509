"""The headline numbers in a row: large, each with its words under it, so that they are read from the back of a room."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_viewer.privacy.anonymous_case import AnonymousHeadline
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.wrapping import shorten, wrap

_LINES = 3  # of words under a number
_VALUE_PITCH, _LABEL_PITCH = 1.14, 1.25  # heights of letters


@dataclass(frozen=True)
class NumberSizes:
    """Heights of letters, and the room between two numbers, in pixels."""

    value: float
    label: float
    apart: float


ON_A_PAGE = NumberSizes(52, 24, 36)


def lay_out_numbers(
    headlines: Sequence[AnonymousHeadline],
    corner: tuple[float, float],
    room: float,
    sizes: NumberSizes,
    width: TextWidth,
) -> tuple[tuple[Line, ...], float]:
    """Each in a column of its own, all as wide; returns the lines, and how far down they reach.

    ``corner``: left and top, ``room``: how wide, in pixels. A value that is too wide for its column has smaller letters.
    """
    left, top = corner
    if not headlines:
        return (), top
    column = (room - sizes.apart * (len(headlines) - 1)) / len(headlines)
    lines: list[Line] = []
    below = top + sizes.value * _VALUE_PITCH
    bottom = below
    for place, headline in enumerate(headlines):
        x = left + place * (column + sizes.apart)
        lines.append(Line("value", headline.value, x, top, sizes.value, True, "accent"))
        told = wrap(headline.label, column, sizes.label, width)
        y = below
        for text in shorten(told, _LINES, column, sizes.label, width, bold=False):
            lines.append(Line("label", text, x, y, sizes.label, False, "ink"))
            y += sizes.label * _LABEL_PITCH
        bottom = max(bottom, y)
    return tuple(lines), bottom
