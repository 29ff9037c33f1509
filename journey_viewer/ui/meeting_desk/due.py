"""By when: words that people type for a day, and the day that is meant."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from journey_viewer.model.days import MONTHS, day_in_words, months_before

_DUE = ((2, "w", "in 2 weeks"), (4, "w", "in 4 weeks"), (3, "m", "in 3 months"))
_REVIEWS = ((12, "w", "12 weeks"), (4, "w", "4 weeks"), (6, "m", "6 months"))
"""The usual one first."""
_IN = re.compile(r"(?:in )?(\d{1,3}) ?(d|w|m)[a-z]*", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ /.-]+([a-z]{3,9}|\d{1,2})(?:[ /.-]+(\d{4}))?", re.IGNORECASE)


def day_of(text: str, today: date) -> date | None:
    """The day that is meant: "3 weeks", "in 2 months", "14 April", "14/4/2027"; a day without a year is the next one. None for other words."""
    told = " ".join(text.split())
    if found := _IN.fullmatch(told):
        return _after(today, int(found[1]), found[2].lower())
    if found := _DAY.fullmatch(told):
        return _day(int(found[1]), found[2], found[3], today)
    return None


def meant(text: str, today: date) -> date | None:
    """The day of an answer: what can be chosen says it at its end."""
    return day_of(text.rpartition(":")[2], today)


def offered(today: date) -> tuple[str, ...]:
    """What can be chosen, each with its day."""
    return _dated((words, _after(today, count, unit)) for count, unit, words in _DUE)


def offered_after(due: date | None, today: date) -> tuple[str, ...]:
    """When to look what it brought, each with its day: so long after it is due, or from today where that is not known."""
    since = "after it is due" if due else "from now"
    return _dated((f"{words} {since}", _after(due or today, count, unit)) for count, unit, words in _REVIEWS)


def _dated(choices: Iterable[tuple[str, date | None]]) -> tuple[str, ...]:
    return tuple(f"{words}: {day_in_words(day)}" for words, day in choices if day)


def _after(begins: date, count: int, unit: str) -> date | None:
    """None where no calendar reaches so far."""
    try:
        if unit == "m":
            return months_before(begins, -count)
        return begins + timedelta(days=count * (7 if unit == "w" else 1))
    except (ValueError, OverflowError):
        return None


def _day(day: int, month: str, year: str | None, today: date) -> date | None:
    number = int(month) if month.isdigit() else _month(month)
    try:
        told = date(int(year or today.year), number, day)
        return told if year or told >= today else told.replace(year=today.year + 1)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next((place for place, short in enumerate(MONTHS, 1) if name[:3].lower() == short.lower()), 0)
