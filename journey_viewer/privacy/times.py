"""Time leaves as months from the case's own first contact; inside a month only the order is kept."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

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


def month_number(first: date, day: date) -> int:
    """The month a day is in, counted from the first contact, whose day begins month 1."""
    months = (day.year - first.year) * 12 + day.month - first.month
    return months + (day.day >= first.day)


def spread(months: Sequence[int]) -> list[float]:
    """Where things in time order are drawn, in months from the start: evenly spaced inside each month."""
    sizes = Counter(months)
    seen: Counter[int] = Counter()
    places = []
    for month in months:
        places.append(month - 1 + (seen[month] + 0.5) / sizes[month])
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
