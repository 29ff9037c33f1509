"""How the rows of a journey are looked at: found by the filter, in the selected stretch, counted from a day 0."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case, in_window
from journey_viewer.model.people import Window
from journey_viewer.session import Session
from journey_viewer.timeline.looking import DayZero, Filter, day_zero

_MINUS, _NO_BREAK = "\u2212", "\u00a0"
NOT_FOUND, IN_STRETCH = "not found by the filter", "in the selected stretch"


@dataclass(frozen=True)
class Seen:
    """Of one case: what the filter is, which stretch is selected, and what day 0 is.

    ``only_found``: what the filter does not find is hidden, not only dimmed.
    """

    case: Case | None = None
    filter: Filter = field(default_factory=Filter)
    span: Window | None = None
    zero: DayZero | None = None
    only_found: bool = False

    @cached_property
    def found(self) -> NDArray[np.bool_]:
        """A place a row: True where the filter finds it."""
        if self.case is None:
            return np.zeros(0, np.bool_)
        return self.filter.finds(self.case.touchpoints)

    @cached_property
    def inside(self) -> NDArray[np.bool_]:
        """A place a row: True where it lies in the selected stretch."""
        if self.case is None or self.span is None:
            return np.zeros(0 if self.case is None else len(self.case.touchpoints), np.bool_)
        return in_window(self.case.touchpoints, self.span)

    @property
    def hides(self) -> bool:
        """Whether rows are hidden now."""
        return self.only_found and self.filter.is_on

    @property
    def listed(self) -> list[int]:
        """The rows that are not hidden, in time order."""
        rows = np.flatnonzero(self.found) if self.hides else np.arange(len(self.found))
        listed: list[int] = rows.tolist()
        return listed

    def day(self, start: date) -> str:
        """A day counted from day 0: "day +12"; "" on the calendar."""
        if self.zero is None:
            return ""
        days = start.toordinal() - self.zero.at
        sign = "" if days == 0 else "+" if days > 0 else _MINUS
        return f"day{_NO_BREAK}{sign}{abs(days):,}"

    def remarks(self, row: int) -> tuple[str, ...]:
        """What is to be seen of the row, for those who do not see it."""
        remarks = ((IN_STRETCH, bool(self.inside[row])), (NOT_FOUND, not self.found[row]))
        return tuple(words for words, is_so in remarks if is_so)


def seen_in(session: Session) -> Seen:
    """How the shown case is looked at."""
    case, view = session.shown_case, session.view
    zero = None if case is None else day_zero(case, view.looking.alignment)
    return Seen(case, view.looking.filter, view.span, zero, view.only_found)
