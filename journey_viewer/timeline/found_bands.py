"""What rules found in a case that is told in months: bands over whole months, with their name under the plot."""

from collections.abc import Iterable, Sequence

from journey_viewer.privacy.anonymous_case import AnonymousFinding
from journey_viewer.timeline.layout import FoundBand, Frame, Silence, TextWidth
from journey_viewer.timeline.scale import Scale

_LETTERS = 0.92  # of the size of text, as all words under the axis
_APART = 12.0  # pixels between words side by side


def place_found(
    found: Iterable[AnonymousFinding],
    silences: Sequence[Silence],
    scale: Scale,
    frame: Frame,
    width: TextWidth,
) -> tuple[FoundBand, ...]:
    """One for each stretch of months; those that share months are one. A name stands where it has room."""
    size = frame.text * _LETTERS
    taken = [
        (one.middle - width(one.label, size, False) / 2, one.middle + width(one.label, size, False) / 2)
        for one in silences
        if one.label
    ]
    bands: list[FoundBand] = []
    for name, first, last in _together(found):
        left, right = max(scale(first), scale.left), min(scale(last), scale.right)
        half = width(name, size, True) / 2
        middle = min(max((left + right) / 2, scale.left + half), scale.right - half)
        begins, ends = middle - half - _APART, middle + half + _APART
        free = all(ends <= other[0] or other[1] <= begins for other in taken)
        if free:
            taken.append((middle - half, middle + half))
        bands.append(FoundBand(left, right, middle, name if free else ""))
    return tuple(bands)


def _together(found: Iterable[AnonymousFinding]) -> list[tuple[str, float, float]]:
    """The name and the edges of each stretch, in time order."""
    stretches: list[tuple[str, float, float]] = []
    edges = (
        (one.first, one.last, one.name) for one in found if one.first is not None and one.last is not None
    )
    for first, last, name in sorted(edges):
        if stretches and first < stretches[-1][2]:
            stretches[-1] = (name, stretches[-1][1], max(last, stretches[-1][2]))
        else:
            stretches.append((name, first, last))
    return stretches


def found_names(found: Iterable[AnonymousFinding]) -> tuple[str, str]:
    """What the bands are, and what the links are."""
    found = tuple(found)
    bands = (one.name for one in found if one.first is not None)
    return next(bands, ""), next((one.name for one in found if one.links), "")
