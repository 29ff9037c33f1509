"""How long each case has been on the wall, and how much of its time is left."""

import time
from collections.abc import Callable


class Clock:
    """Counts only while a case is shown: whoever comes back to one goes on where its time stood."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._begun = now()
        self._spent: dict[int, float] = {}
        self._case: int | None = None
        self._since = now()

    def show(self, case: int | None) -> None:
        """Whose: this person's case is on the wall from now on; None for none."""
        if self._case is not None:
            self._spent[self._case] = self.spent(self._case)
        self._case, self._since = case, self._now()

    def spent(self, case: int) -> float:
        """Seconds."""
        running = self._now() - self._since if case == self._case else 0.0
        return self._spent.get(case, 0.0) + running

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
