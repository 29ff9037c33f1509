"""What a mark looks like: a shape a service, and what became of the contact on top of it.

Shapes are polygons around (0, 0) whose points are in mark radii, so that the screen, the
pictures and the deck draw the very same outline. A circle is the empty polygon.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from types import MappingProxyType
from typing import Literal

from journey_viewer.model.words import Kind, Outcome

Points = tuple[tuple[float, float], ...]


def _ring(corners: int, radius: float, inner: float = 0.0) -> Points:
    """A regular polygon with a corner at the top, or a star where ``inner`` is the radius between its points."""
    count = corners * 2 if inner else corners
    angles = [2 * pi * place / count - pi / 2 for place in range(count)]
    radii = [inner if inner and place % 2 else radius for place in range(count)]
    return tuple((r * cos(a), r * sin(a)) for r, a in zip(radii, angles, strict=True))


def _cross(arm: float, reach: float) -> Points:
    quarter = ((-arm, -reach), (arm, -reach), (arm, -arm), (reach, -arm), (reach, arm), (arm, arm))
    return (*quarter, (arm, reach), (-arm, reach), (-arm, arm), (-reach, arm), (-reach, -arm), (-arm, -arm))


def _dome(radius: float) -> Points:
    """A half circle on its flat side, as high as the other shapes."""
    angles = [pi + pi * place / 12 for place in range(13)]
    return tuple((radius * cos(a), 0.75 + 1.5 * radius * sin(a)) for a in angles)


def _turned(points: Points, angle: float) -> Points:
    return tuple((x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in points)


CIRCLE: Points = ()
SHAPES: Mapping[str, Points] = MappingProxyType(
    {
        "circle": CIRCLE,
        "triangle_up": ((0, -1.05), (1.08, 0.85), (-1.08, 0.85)),
        "triangle_down": ((0, 1.05), (-1.08, -0.85), (1.08, -0.85)),
        "pentagon": _ring(5, 1.12),
        "diamond": ((0, -1.22), (1.22, 0), (0, 1.22), (-1.22, 0)),
        "bar": ((-0.55, -1.15), (0.55, -1.15), (0.55, 1.15), (-0.55, 1.15)),
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "dome": _dome(1.12),
        "cross": _cross(0.42, 1.08),
        "star": _ring(5, 1.28, inner=0.58),
        "house": ((0, -1.1), (0.95, -0.2), (0.95, 0.95), (-0.95, 0.95), (-0.95, -0.2)),
        "arrow": ((-0.8, -1.0), (1.05, 0), (-0.8, 1.0)),
        "times": _turned(_cross(0.24, 1.15), pi / 4),
    }
)

Fill = Literal["full", "none", "pale"]
OPAQUE = 255
SPAN, SPAN_EDGE, PALE, NOTE, NOTE_EDGE, VEIL = 70, 150, 80, 170, 90, 190
"""How much covers what is under it, of OPAQUE: a stay, its edge, a pale mark, a band of a note, its edges, and the ground of
words in an empty lane."""
FOUND_EDGE = 0.3
"""How much of the strong colour the edges of a finding's band have."""

_NO_STRIKE: Points = ()
_STYLES: Mapping[Outcome, tuple[Fill, Points]] = MappingProxyType(
    {
        Outcome.ATTENDED: ("full", _NO_STRIKE),
        Outcome.DID_NOT_ATTEND: ("none", _NO_STRIKE),
        Outcome.CANCELLED_BY_PERSON: ("none", ((-1.35, 0), (1.35, 0))),
        Outcome.CANCELLED_BY_SERVICE: ("none", ((-1.15, 1.15), (1.15, -1.15))),
        Outcome.UNKNOWN: ("pale", _NO_STRIKE),
    }
)


@dataclass(frozen=True)
class Figure:
    """How one mark is drawn: its outline, how it is filled, and the two ends of a line through it or nothing."""

    points: Points
    fill: Fill
    strike: Points

    @property
    def beyond(self) -> float:
        """How many radii the line through it reaches beyond it on each side."""
        return max((x - 1 for x, _ in self.strike), default=0.0)


def figure(shape: str, kind: Kind, outcome: Outcome) -> Figure:
    """Attended is solid and not attended hollow; a referral is an arrow and a refusal a cross."""
    if outcome is Outcome.REFUSED:
        return Figure(SHAPES["times"], "full", _NO_STRIKE)
    if kind is Kind.REFERRAL or outcome is Outcome.REFERRED:
        return Figure(SHAPES["arrow"], "full", _NO_STRIKE)
    fill, strike = _STYLES[outcome]
    return Figure(SHAPES[shape], fill, strike)
