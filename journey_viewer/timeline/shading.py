"""Weekends and bank holidays, on an axis that is looked at closely."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journey_viewer.measures.bank_holidays import bank_holidays
from journey_viewer.timeline.layout import Frame, Geometry, Shade, Silence, TextWidth
from journey_viewer.timeline.scale import Scale

_CLOSE = 7.0  # pixels a day, from which on single days can be told apart


def shades(scale: Scale) -> tuple[Shade, ...]:
    """Saturdays, Sundays and the bank holidays of England; none where a day is too narrow to be seen."""
    if scale.pixels < _CLOSE:
        return ()
    first, last = date.fromordinal(int(scale.first)), date.fromordinal(int(scale.last))
    named = bank_holidays(first, last)
    found = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if (day in named or day.weekday() >= 5) and not scale.is_folded(ordinal + 0.5):
            left, right = max(scale(ordinal), scale.left), min(scale(ordinal + 1), scale.right)
            found += [Shade(left, right, named.get(day, ""))] if right > left else []
    return tuple(found)


def with_names(
    shaded: Sequence[Shade], silences: Sequence[Silence], scale: Scale, frame: Frame, width: TextWidth
) -> tuple[Shade, ...]:
    """The same, with the names of the bank holidays under the plot: each whole, and clear of all words there."""
    text = frame.text
    told = [(s.middle, width(s.label, text, False) / 2) for s in silences if s.label]
    found = []
    for shade in shaded:
        half = width(shade.name, text, False) / 2
        middle = min(max((shade.left + shade.right) / 2, scale.left + half), scale.right - half)
        fits = all(abs(middle - other) >= half + other_half + text for other, other_half in told)
        if shade.name and fits:
            told.append((middle, half))
        found.append(replace(shade, middle=middle, label=shade.name if fits else ""))
    return tuple(found)


def holiday_at(layout: Geometry, x: float) -> str:
    """The bank holiday that stands there; "" where there is none, or where days are too narrow to be told apart."""
    return next((shade.name for shade in layout.shades if shade.name and shade.left <= x < shade.right), "")
