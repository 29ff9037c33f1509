"""Time leaves as months, or quarters, from the case's own first contact; inside one only the order is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoint

DURATIONS = (
    # up to so many nights · in words · as drawn, in months
    (1, "a night", 1 / 30),
    (7, "up to a week", 7 / 30),
    (31, "up to a month", 1.0),
    (92, "up to 3 months", 3.0),
    (183, "up to 6 months", 6.0),
    (366, "up to a year", 12.0),
)
SMALL_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LONGER = ("over a year", 18.0)
LONG_GAP_MONTHS = 2  # whole months in a row without a contact are shown from here on: our default
SAME_DAY = ("less than a day", 1 / 60)
QUARTER = 3  # months


@dataclass(frozen=True)
class Months:
    """The picture's time: month 1 begins on the day ``first``; ``step`` months are told together."""

    window: date
    first: date
    step: int

    def of(self, day: date) -> int:
        """The first of the months that are told together with that of a day; never before month 1."""
        return (max(1, month_number(self.first, day)) - 1) // self.step * self.step + 1

    def end_of(self, month: int) -> int:
        """The last of the months that are told together with a month."""
        return (month - 1) // self.step * self.step + self.step

    def length(self, touchpoint: Touchpoint, at: float) -> tuple[str, float | None]:
        """A length in words, and its end on the picture: in the months it ended in, never on the day."""
        start, end = max(touchpoint.start.date(), self.window), touchpoint.end
        if end is None or end.date() <= start:
            return "", None
        words, months = duration_class((end.date() - start).days)
        ended = self.of(end.date())
        if ended <= int(at) + 1:
            return words, min(at + months, float(self.end_of(ended)))
        return words, ended - 1 + self.step / 2


def months_of(case: Case, *, quarters: bool) -> Months:
    """The time of a case's own picture."""
    return Months(case.window.first, first_event(case), QUARTER if quarters else 1)


def first_event(case: Case) -> date:
    """The day that begins month 1: the first in the window on which something began or, if that was earlier, ended.

    A service that is open all the while is none: month 1 would tell when the window begins.
    """
    return min(_events(case), default=case.window.first)


def _events(case: Case) -> Iterator[date]:
    for touchpoint in case.touchpoints:
        if touchpoint.start.date() >= case.window.first:
            yield touchpoint.start.date()
        elif touchpoint.end is not None:
            yield touchpoint.end.date()


def month_number(first: date, day: date) -> int:
    """The month a day is in, counted from the first contact, whose day begins month 1."""
    months = (day.year - first.year) * 12 + day.month - first.month
    return months + (day.day >= first.day)


def spread(months: Sequence[int], step: int = 1) -> list[float]:
    """Where things in time order are drawn, in months from the start: evenly spaced inside each month, or ``step`` of them."""
    sizes = Counter(months)
    seen: Counter[int] = Counter()
    places = []
    for month in months:
        places.append(month - 1 + (seen[month] + 0.5) / sizes[month] * step)
        seen[month] += 1
    return places


def duration_class(nights: int) -> tuple[str, float]:
    """A length in words and, for the picture, in months: never the exact number."""
    if nights < 1:
        return SAME_DAY
    for most, words, months in DURATIONS:
        if nights <= most:
            return words, months
    return LONGER


def span_in_words(days: int) -> str:
    """How long the window is: "two years", "18 months", "10 days"."""
    months = round(days * 12 / 365.25)
    if days < 45:
        return "a month" if 28 <= days <= 31 else "a day" if days == 1 else f"{days} days"
    years, left = divmod(months, 12)
    if left:
        return f"{months} months"
    return (
        f"{SMALL_NUMBERS[years]} year{'s' * (years != 1)}" if years < len(SMALL_NUMBERS) else f"{years} years"
    )
