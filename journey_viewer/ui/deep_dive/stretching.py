"""Selecting a stretch of days on the picture, while the button is held or by key."""

from datetime import date

from PySide6.QtCore import QPointF

from journey_viewer.model.case import Case
from journey_viewer.model.days import day_in_words
from journey_viewer.model.people import Window
from journey_viewer.model.phrases import many
from journey_viewer.timeline.layout import Geometry
from journey_viewer.timeline.stretch import between, day_at, days_of, reach_of, stepped

_LEAST = 3.0  # pixels: less is a click, which lets the stretch go


class Stretching:
    """From where the button went down to where the pointer is."""

    def __init__(self) -> None:
        self._from: date | None = None
        self._x = 0.0
        self.window: Window | None = None

    @property
    def is_on(self) -> bool:
        return self._from is not None

    @property
    def words(self) -> str:
        """The stretch as people say it."""
        if self.window is None:
            return ""
        first, last = day_in_words(self.window.first), day_in_words(self.window.last)
        days = many(self.window.days, "day")
        return f"{first} to {last} · {days}"

    def begin(self, layout: Geometry, window: Window, where: QPointF) -> None:
        self._from, self._x, self.window = day_at(layout, window, where.x()), where.x(), None

    def reach(self, layout: Geometry, window: Window, where: QPointF) -> None:
        """The pointer has come this far."""
        if self._from is not None and (self.window is not None or abs(where.x() - self._x) >= _LEAST):
            self.window = between(self._from, day_at(layout, window, where.x()))

    def end(self) -> Window | None:
        """The stretch; None where it was a click."""
        made, self._from, self.window = self.window, None, None
        return made

    @staticmethod
    def is_on_axis(layout: Geometry, where: QPointF) -> bool:
        """True above the lanes, where the months stand."""
        return layout.left <= where.x() <= layout.right and 0 <= where.y() < layout.top

    @staticmethod
    def by_key(case: Case, chosen: int | None, span: Window | None, step: int) -> Window:
        """One contact further, from the chosen touchpoint on, or from the stretch that there is, or from the first."""
        days = days_of(case)
        if chosen is not None:
            day = case.touchpoints[chosen].start.date()
            anchor = min(max(day, case.window.first), case.window.last)
        else:
            anchor = days[0] if span is None else span.first
        return stepped(reach_of(span, anchor), days, step).window
