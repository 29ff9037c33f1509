"""How long each page has been on the wall, and how much of its time is left."""

import time
from collections.abc import Callable

from journey_viewer.model.agenda import Part

Page = int | Part
"""Whose case it is, or the part of the meeting that has one page for all of them."""


class Clock:
    """Counts only while a page is shown: whoever comes back to one goes on where its time stood."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._begun = now()
        self._spent: dict[Page, float] = {}
        self._page: Page | None = None
        self._since = now()

    def show(self, page: Page | None) -> None:
        """Count the time of this page from now on; None for one whose time nobody counts."""
        if self._page is not None:
            self._spent[self._page] = self.spent(self._page)
        self._page, self._since = page, self._now()

    def spent(self, page: Page) -> float:
        """Seconds."""
        running = self._now() - self._since if page == self._page else 0.0
        return self._spent.get(page, 0.0) + running

    @property
    def gone(self) -> float:
        """Seconds since the meeting began here."""
        return self._now() - self._begun


def minutes_left(minutes: int, spent: float) -> str:
    """What is left of so many minutes: "12 min left", "2 min over"; "" where none were given."""
    if not minutes:
        return ""
    left = minutes * 60 - spent
    if left >= 0:
        return f"{-int(-left // 60)} min left"
    return f"{int(-left // 60) + 1} min over"
