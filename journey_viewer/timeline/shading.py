"""Weekends and bank holidays, on an axis that is looked at closely."""

from datetime import date

from journey_viewer.measures.bank_holidays import bank_holidays
from journey_viewer.timeline.layout import Shade
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
