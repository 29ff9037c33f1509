"""The ticks of an axis: as fine as the room allows, from years down to days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from journey_viewer.model.days import MONTHS, day_in_words, first_day, month_in_words, month_number
from journey_viewer.model.phrases import many
from journey_viewer.timeline.layout import Tick
from journey_viewer.timeline.scale import Scale

_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAY_STEPS = ((1, 0.62), (7, 1.0))  # days, and their share of the room: "12 Mar" is a short word


@dataclass(frozen=True)
class _Start:
    day: date
    label: str
    strong: bool


def calendar_ticks(scale: Scale, room: float) -> tuple[Tick, ...]:
    """Days, Mondays, or the first of every month, quarter or year, at least ``room`` pixels apart.

    A new year is strong, among days a new month; the first tick names its year.
    """
    first, last = _days(scale)
    step, share = next(
        ((days, share) for days, share in _DAY_STEPS if days * scale.pixels >= room * share), (0, 1.0)
    )
    starts = list(_day_starts(first, last, step) if step else _month_starts(first, last, scale, room))
    if not starts:
        return (Tick(scale.left, day_in_words(first), False),)
    return tuple(_clear(starts, scale, room * share))


def _days(scale: Scale) -> tuple[date, date]:
    low, high = date.min.toordinal(), date.max.toordinal()
    first = min(max(int(-(-scale.first // 1)), low), high)
    last = min(max(int(-(-scale.last // 1)) - 1, first), high)
    return date.fromordinal(first), date.fromordinal(last)


def _clear(starts: list[_Start], scale: Scale, room: float) -> Iterator[Tick]:
    """The ticks; one that a fold has pushed against the one before it has no words."""
    taken = float("-inf")
    for start in starts:
        if scale.is_folded(start.day.toordinal()):
            continue
        x = scale(start.day.toordinal())
        clear = x - taken >= room * 0.98
        taken = x if clear else taken
        yield Tick(x, start.label if clear else "", start.strong)


def _day_starts(first: date, last: date, step: int) -> Iterator[_Start]:
    start = first.toordinal() + (0 if step == 1 else -first.weekday() % 7)
    for ordinal in range(start, last.toordinal() + 1, step):
        day = date.fromordinal(ordinal)
        yield _Start(day, f"{day.day} {MONTHS[day.month - 1]}", day.day <= step)


def _month_starts(first: date, last: date, scale: Scale, room: float) -> Iterator[_Start]:
    step = step_of(room, lambda months: _shortest(months) * scale.pixels)
    starts = [day for day in _firsts(first, last) if month_number(day) % step == 0]
    for day in starts:
        with_year = day == starts[0] or (day.month == 1 and step < 12)
        yield _Start(day, _label(day, step, with_year=with_year), day.month == 1)


def relative_ticks(scale: Scale, zero: int, room: float) -> tuple[Tick, ...]:
    """Days, weeks or months before and after day 0, which is strong."""
    days, unit = next(
        ((days, unit) for days, unit in _RELATIVE if days * scale.pixels >= room), _RELATIVE[-1]
    )
    low, high = (scale.first - zero) / days, (scale.last - zero) / days
    places = range(int(-(-low // 1)), int(high // 1) + 1)
    return tuple(
        Tick(scale(zero + place * days), _relative(place, unit), place == 0)
        for place in places
        if not scale.is_folded(zero + place * days)
    )


_MONTH = 365.2425 / 12
_RELATIVE = (
    (1.0, (1, "day")),
    (7.0, (1, "week")),
    (_MONTH, (1, "month")),
    (_MONTH * 3, (3, "month")),
    (_MONTH * 6, (6, "month")),
    (_MONTH * 12, (1, "year")),
    (_MONTH * 60, (5, "year")),
    (_MONTH * 240, (20, "year")),
)


def _relative(place: int, unit: tuple[int, str]) -> str:
    if place == 0:
        return "day 0"
    count, one = unit
    return f"{'+' if place > 0 else '−'}{many(abs(place) * count, one)}"


def month_ticks(months: int, scale: Scale, room: float, told: int = 1) -> tuple[Tick, ...]:
    """Where months begin: "month 1", "month 4" …; the first of each year from the start is strong.

    ``told``: how many months are told together; where it is three, "months 1–3", "months 4–6" …
    """
    step = step_of(room, lambda count: count * scale.pixels if count % told == 0 else 0.0)
    return tuple(
        Tick(scale(month), months_in_words(month + 1, told), month % 12 == 0)
        for month in range(0, max(1, months), step)
    )


def months_in_words(first: int, told: int) -> str:
    """One month in words, or three that are told together: "months 4–6"."""
    return f"month {first}" if told == 1 else f"months {first}–{first + told - 1}"


def step_of(room: float, width: Callable[[int], float]) -> int:
    """The smallest usual number of months that is at least ``room`` pixels wide."""
    return next((step for step in _MONTH_STEPS if width(step) >= room), _MONTH_STEPS[-1])


def _shortest(months: int) -> float:
    """Days that so many months have at least: February makes one of them 28 and two of them 59."""
    return months * 30.4 - 2.4


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first of every month from one day to another."""
    month = month_number(first) + (first.day > 1)
    while month <= month_number(date.max) and (day := first_day(month)) <= last:
        yield day
        month += 1


def _label(day: date, step: int, *, with_year: bool) -> str:
    if step >= 12:
        return str(day.year)
    return month_in_words(day) if with_year else MONTHS[day.month - 1]
