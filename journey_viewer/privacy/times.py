"""Time leaves as months, or quarters, from the case's own first contact; inside one only the order is kept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.model.days import month_number as calendar_month
from journey_viewer.model.people import Window
from journey_viewer.model.phrases import plural
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome

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
_SEEN_TO_END = 1.0  # months: what lasted longer may be seen to end in another month


@dataclass(frozen=True)
class Length:
    """``until`` is a place on the picture's axis, None for a point and for what ``goes_on`` to its end."""

    words: str = ""
    until: float | None = None
    goes_on: bool = False


@dataclass(frozen=True)
class Months:
    """The picture's time: month 1 begins on the day ``first``; ``step`` months are told together."""

    window: Window
    first: date
    step: int

    def of(self, day: date) -> int:
        """The first of the months that are told together with that of a day; never before month 1."""
        return self.of_number(max(1, month_number(self.first, day)))

    def of_number(self, month: int) -> int:
        """The first of the months that are told together with a month."""
        return (month - 1) // self.step * self.step + 1

    def end_of(self, month: int) -> int:
        """The last of the months that are told together with a month."""
        return (month - 1) // self.step * self.step + self.step

    def ends_between(self, start: date, end: date) -> tuple[int, int]:
        """The first and the last month in which what lasted so long may have ended, as far as the picture tells.

        What lasted a week may have ended in the next month, and then began in the last days of its own.
        """
        month, ended, nights = self.of(start), self.of(end), (end - start).days
        length = duration_class(nights)
        seen = self.of_number(month + int(length[1]))
        if nights < 1 or start < self.window.first or ended < seen:
            return ended, ended
        return seen, self.of(self.window.last) if length == LONGER else seen + self.step

    def length(self, touchpoint: Touchpoint, month: int, at: float) -> Length:
        """How long it lasted in words, and where it ends on the picture: never on the day, and never so as to tell it.

        A night that is seen to end in the next month began on the last day of its own: what lasted no longer
        than a month ends on the picture in the month it began in. Longer ones end in the middle of their
        last month. Of what began before the window or goes on after it no length is told.
        """
        start, end = touchpoint.start.date(), touchpoint.end
        if not _lasts(touchpoint) or end is None or end.date() <= max(start, self.window.first):
            return Length()
        if end.date() > self.window.last:
            return Length("still open", goes_on=True)
        words, months = duration_class((end.date() - start).days)
        if start >= self.window.first and months <= _SEEN_TO_END:
            return Length(words, min(at + months, float(self.end_of(month))))
        ended = self.of(end.date())
        if start < self.window.first:
            words = "from before the period"
        else:
            ended = min(ended, self.of_number(month + int(months)))
        if ended <= month:
            return Length(words, (at + self.end_of(month)) / 2)
        return Length(words, ended - 1 + self.step / 2)


def _lasts(touchpoint: Touchpoint) -> bool:
    """A contact has no length that is told, nor has what did not take place."""
    if touchpoint.kind is Kind.CONTACT:
        return False
    return touchpoint.kind is Kind.REFERRAL or touchpoint.outcome in (Outcome.ATTENDED, Outcome.UNKNOWN)


def months_of(case: Case, *, quarters: bool) -> Months:
    """The time of a case's own picture."""
    return Months(case.window, first_event(case), QUARTER if quarters else 1)


def first_event(case: Case) -> date:
    """The day that begins month 1: the first in the window on which something began or, if that was earlier, ended.

    A service that is open all the while is none: month 1 would tell when the window begins. A day that is
    not sure begins month 1 only where no other does.
    """
    told, window = case.touchpoints, case.window
    if not len(told):
        return window.first
    one = np.zeros(len(told), np.int64)
    return first_events(told.start, told.end, told.uncertain, one, window)[0].item()


def first_events(
    start: NDArray[np.datetime64],
    end: NDArray[np.datetime64],
    uncertain: NDArray[np.bool_],
    member: NDArray[np.int64],
    window: Window,
) -> NDArray[np.datetime64]:
    """For each member, numbered from 0, the day that begins their month 1: datetime64[D].

    ``member``: whose each row is. The window's first day where nothing begins or ends in it.
    """
    opens = np.datetime64(window.first)
    begun = start.astype("datetime64[D]")
    event = np.where(begun >= opens, begun, end.astype("datetime64[D]"))
    none = np.iinfo(np.int64).max
    first = np.full(int(member.max(initial=-1)) + 1, none)
    for sure in (~uncertain, uncertain):
        counts = sure & ~np.isnat(event) & (first == none)[member]
        np.minimum.at(first, member[counts], event[counts].astype(np.int64))
    first[first == none] = opens.astype(np.int64)
    return first.astype("datetime64[D]")


def month_number(first: date, day: date) -> int:
    """The month a day is in, counted from the first contact, whose day begins month 1."""
    return calendar_month(day) - calendar_month(first) + (day.day >= first.day)


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


def most_nights(nights: int) -> int:
    """The most nights of the same class; a year and a month where that has no end."""
    if nights < 1:
        return nights
    return next((most for most, *_ in DURATIONS if nights <= most), DURATIONS[-1][0] + 31)


def span_in_words(days: int) -> str:
    """How long the window is: "two years", "18 months", "10 days"."""
    months = round(days * 12 / 365.25)
    if days < 45:
        return "a month" if 28 <= days <= 31 else "a day" if days == 1 else f"{days} days"
    years, left = divmod(months, 12)
    if left:
        return f"{months} months"
    number = SMALL_NUMBERS[years] if years < len(SMALL_NUMBERS) else f"{years}"
    return f"{number} {plural(years, 'year')}"
