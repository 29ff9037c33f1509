"""Days in words, and the scales of a window and of months."""

from datetime import date

import numpy as np

from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.timeline.scale import Scale

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)


def days_of_axis(case: Case) -> Window:
    """The window; of somebody who died, up to the last thing that happened or their death."""
    window, died = case.window, case.person.died
    if died is None or died >= window.last:
        return window
    last = case.touchpoints.start.max() if len(case.touchpoints) else np.datetime64("NaT")
    reached = died if np.isnat(last) else max(died, last.astype("datetime64[D]").item())
    return Window(window.first, min(window.last, max(reached, window.first)))


def calendar_scale(window: Window, left: float, right: float) -> Scale:
    """Days as whole numbers (date.toordinal), from the window's first day to the end of its last."""
    return Scale(window.first.toordinal(), window.last.toordinal() + 1, left, right)


def month_scale(months: int, left: float, right: float) -> Scale:
    """Months from the start, 0 to the end of the last."""
    return Scale(0, max(1, months), left, right)


def day_in_words(day: date) -> str:
    """A day as people write it, whatever the machine's language: "3 Apr 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
