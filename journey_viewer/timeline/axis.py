"""Time to pixels, and the ticks that say which time it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journey_viewer.model.people import Window
from journey_viewer.timeline.layout import Tick

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)


@dataclass(frozen=True)
class Scale:
    """A straight line from time (in any unit) to pixels."""

    first: float
    last: float
    left: float
    right: float

    def __call__(self, time: float) -> float:
        share = (time - self.first) / max(self.last - self.first, 1e-9)
        return self.left + share * (self.right - self.left)


def calendar_scale(window: Window, left: float, right: float) -> Scale:
    """Days as whole numbers (date.toordinal), from the window's first day to the end of its last."""
    return Scale(window.first.toordinal(), window.last.toordinal() + 1, left, right)


def calendar_ticks(window: Window, scale: Scale, room: float) -> tuple[Tick, ...]:
    """The first of every month, quarter or year, as far apart as ``room`` pixels; a new year is strong."""
    step = _step(room, lambda months: _shortest(months) * (scale(1) - scale(0)))
    starts = [day for day in _month_starts(window) if _months(day) % step == 0]
    if not starts:
        return (Tick(scale(window.first.toordinal()), day_in_words(window.first), False),)
    named = {day for day in starts if day == starts[0] or (day.month == 1 and step < 12)}
    return tuple(
        Tick(scale(day.toordinal()), _label(day, step, with_year=day in named), day.month == 1)
        for day in starts
    )


def month_scale(months: int, left: float, right: float) -> Scale:
    """Months from the start, 0 to the end of the last."""
    return Scale(0, max(1, months), left, right)


def month_ticks(months: int, scale: Scale, room: float) -> tuple[Tick, ...]:
    """Where months begin: "month 1", "month 4" …; the first of each year from the start is strong."""
    step = _step(room, lambda count: count * (scale(1) - scale(0)))
    return tuple(
        Tick(scale(month), f"month {month + 1}", month % 12 == 0) for month in range(0, max(1, months), step)
    )


def _step(room: float, width: Callable[[int], float]) -> int:
    return next((step for step in _MONTH_STEPS if width(step) >= room), _MONTH_STEPS[-1])


def _shortest(months: int) -> float:
    """Days that so many months have at least: February makes one of them 28 and two of them 59."""
    return months * 30.4 - 2.4


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_starts(window: Window) -> Iterator[date]:
    day = window.first.replace(day=1)
    if day < window.first:
        day = (day + timedelta(days=32)).replace(day=1)
    while day <= window.last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _label(day: date, step: int, *, with_year: bool) -> str:
    if step >= 12:
        return str(day.year)
    return f"{_MONTHS[day.month - 1]} {day.year}" if with_year else _MONTHS[day.month - 1]


def day_in_words(day: date) -> str:
    """A day as people write it, whatever the machine's language: "3 Apr 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
