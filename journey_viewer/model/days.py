"""Days and calendar months: in words, whatever the machine's language, and counted."""

from calendar import monthrange
from datetime import date

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)


def day_in_words(day: date) -> str:
    """As people write it: "3 Apr 2025"."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """The month that a day is in: "Apr 2025"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def month_number(day: date) -> int:
    """Of the month that a day is in, counted from the first of the year 0."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """Of the month with this number."""
    return date(month // 12, month % 12 + 1, 1)


def months_before(day: date, months: int) -> date:
    """So many calendar months earlier (later, where negative); the month's last day where it has no such day."""
    first = first_day(month_number(day) - months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def years_between(born: date, day: date) -> int:
    """Completed years: somebody's age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
