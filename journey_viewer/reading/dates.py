"""A column of cells becomes moments: which way round its dates are is settled once, by all of its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from journey_viewer.reading.date_shapes import LADDER, MONTHS
from journey_viewer.reading.shapes import Alike, group_by_shape
from journey_viewer.reading.sheets import Column

FIRST_DAY = np.datetime64("1900-01-01", "s")
AFTER_LAST_DAY = np.datetime64("2100-01-01", "s")
FIRST_SERIAL, LAST_SERIAL = 10_000, 73_050
"""Excel's day numbers for 18 May 1927 and 31 December 2099: with fewer digits it is some other number."""
DAYS_TO_1904 = 1462
"""How much lower a day's number is in a workbook that counts from 1904."""

_EXCEL_DAY_0 = np.datetime64("1899-12-30", "s")
_NO_DATE = frozenset({
    "9999-12-31", "31/12/9999", "31-dec-9999", "1800-01-01", "01/01/1800", "1801-01-01", "01/01/1801", "1900-01-00", "00/01/1900", "-", "n/a",
})  # fmt: skip
_EARLY, _MIDDLE, _LATE = 5, 15, 25
"""The day that stands for a part of a month."""


class Verdict(IntEnum):
    """What became of a cell that should hold a date."""

    READ = 0
    BLANK = 1
    UNREADABLE = 2
    NO_SUCH_DAY = 3
    OUT_OF_RANGE = 4


REASONS = {
    Verdict.BLANK: "There is no date.",
    Verdict.UNREADABLE: "This is not a date that can be read.",
    Verdict.NO_SUCH_DAY: "There is no such day in the calendar.",
    Verdict.OUT_OF_RANGE: "The date is before 1900 or after 2099.",
}


@dataclass(frozen=True, eq=False, repr=False)
class Dates:
    """What the cells of a column say, one entry a row.

    moment: datetime64[s], NaT unless the verdict is READ · timed: the hour is known ·
    uncertain: the day is not sure · verdict: int8, a Verdict · month_first: how its numbers
    were read · remarks: sentences about the column.
    """

    moment: NDArray[np.datetime64]
    timed: NDArray[np.bool_]
    uncertain: NDArray[np.bool_]
    verdict: NDArray[np.int8]
    month_first: bool
    remarks: tuple[str, ...]

    def take(self, rows: NDArray[np.int32]) -> Self:
        """The entries at these places."""
        return replace(
            self,
            moment=self.moment[rows],
            timed=self.timed[rows],
            uncertain=self.uncertain[rows],
            verdict=self.verdict[rows],
        )

    def on_days(self, others: Self, where: NDArray[np.bool_]) -> Self:
        """In these rows the days of the others, without their hours."""
        days = others.moment.astype("datetime64[D]").astype("datetime64[s]")
        return replace(
            self,
            moment=np.where(where, days, self.moment),
            verdict=np.where(where, np.int8(Verdict.READ), self.verdict),
        )

    def at_times(self, times: NDArray[np.timedelta64]) -> Self:
        """The same days at these times of day; where one is NaT the entry stays as it is."""
        given = ~np.isnat(times) & ~np.isnat(self.moment)
        days = self.moment.astype("datetime64[D]").astype("datetime64[s]")
        moment = np.where(given, days + np.where(given, times, np.timedelta64(0, "s")), self.moment)
        return replace(self, moment=moment, timed=self.timed | given)


def read_dates(
    column: Column, name: str, *, latest_year: int = 2068, month_first_if_unclear: bool = False
) -> Dates:
    """Read a column of dates; ``name`` is its heading, for the remarks.

    Years of two digits are the last ones up to ``latest_year``.
    """
    reading = _Reading(len(column.cells))
    texts: list[tuple[int, str]] = []
    numbers: list[tuple[int, float]] = []
    for place, cell in enumerate(column.cells):
        if isinstance(cell, str):
            _sort_text(place, cell, texts, numbers, reading)
        elif isinstance(cell, date):
            reading.set_day(place, cell)
        elif isinstance(cell, int | float):
            numbers.append((place, cell))
    _read_serials(numbers, reading)
    groups = list(group_by_shape(texts, LADDER))
    month_first, remarks = _settle_order(groups, name, if_unclear=month_first_if_unclear)
    for group in groups:
        _read_group(group, reading, month_first=month_first, latest_year=latest_year)
    return reading.finished(month_first, remarks).take(column.codes)


class _Reading:
    """The arrays being filled in, one entry for each different cell."""

    def __init__(self, cells: int) -> None:
        self.moment = np.full(cells, np.datetime64("NaT", "s"))
        self.clock = np.zeros(cells, np.bool_)
        self.uncertain = np.zeros(cells, np.bool_)
        self.verdict = np.full(cells, Verdict.UNREADABLE, np.int8)

    def set_day(self, place: int, day: date) -> None:
        self.moment[place] = np.datetime64(day, "s")
        self.clock[place] = isinstance(day, datetime)
        self.verdict[place] = Verdict.BLANK if day.year == 9999 else Verdict.READ

    def finished(self, month_first: bool, remarks: tuple[str, ...]) -> Dates:  # noqa: FBT001
        """Midnight is an hour like others only where some cell of the column has another hour."""
        read = self.verdict == Verdict.READ
        outside = read & ((self.moment < FIRST_DAY) | (self.moment >= AFTER_LAST_DAY))
        self.verdict[outside] = Verdict.OUT_OF_RANGE
        self.moment[self.verdict != Verdict.READ] = np.datetime64("NaT", "s")
        midnight = self.moment == self.moment.astype("datetime64[D]")
        timed = self.clock & bool(np.any(self.clock & ~midnight & ~np.isnat(self.moment)))
        return Dates(self.moment, timed, self.uncertain, self.verdict, month_first, remarks)


def _sort_text(
    place: int,
    cell: str,
    texts: list[tuple[int, str]],
    numbers: list[tuple[int, float]],
    reading: _Reading,
) -> None:
    text = " ".join(cell.lower().split())
    if not text or text in _NO_DATE or text[:10] in _NO_DATE:
        reading.verdict[place] = Verdict.BLANK
    elif re.fullmatch(r"[0-9]{1,5}(\.[0-9]{0,12})?", text):
        numbers.append((place, float(text)))
    else:
        texts.append((place, text))


def _read_serials(numbers: Sequence[tuple[int, float]], reading: _Reading) -> None:
    """Excel's day numbers in the 1900 system, the fraction being the time of day."""
    for place, number in numbers:
        if number == 0:
            reading.verdict[place] = Verdict.BLANK
        elif FIRST_SERIAL <= number < LAST_SERIAL + 1:
            reading.moment[place] = _EXCEL_DAY_0 + np.timedelta64(round(number * 86_400), "s")
            reading.clock[place] = number % 1 != 0
            reading.verdict[place] = Verdict.READ


def _settle_order(groups: Sequence[Alike], name: str, *, if_unclear: bool) -> tuple[bool, tuple[str, ...]]:
    """Whether the month stands first in this column, and what is to be said about it.

    Month first only if some cell can be read no other way and none the other way alone.
    """
    numeric = [group for group in groups if "one" in group.match.re.groupindex]
    if not numeric:
        return if_unclear, ()
    one = np.concatenate([group.number("one") for group in numeric])
    two = np.concatenate([group.number("two") for group in numeric])
    only_day_first = int(np.count_nonzero((one > 12) & (one <= 31) & (two <= 12)))
    only_month_first = int(np.count_nonzero((two > 12) & (two <= 31) & (one <= 12)))
    if only_day_first and only_month_first:
        evidence = f"{only_day_first} fit no other way, but {only_month_first} fit month first alone"
        return False, (f"The dates in “{name}” were read day first: {evidence}.",)
    if only_day_first:
        return False, ()
    if only_month_first:
        sentence = (
            f"The dates in “{name}” were read month first. Dates that fit no other way: {only_month_first}."
        )
        return True, (sentence,)
    if np.array_equal(one, two):
        return if_unclear, ()
    order = "month" if if_unclear else "day"
    return if_unclear, (
        f"The dates in “{name}” could be day first or month first: they were read as {order} first.",
    )


def _read_group(group: Alike, reading: _Reading, *, month_first: bool, latest_year: int) -> None:
    first, second = ("two", "one") if month_first else ("one", "two")
    names = group.match.re.groupindex
    if "one" in names:
        day, month = group.number(first), group.number(second)
    else:
        part = _EARLY if group.said("early") else _LATE if group.said("late") else _MIDDLE
        day = group.number("day", missing=part)
        month = group.number("month", missing=_month_number(group.said("name")))
    year = group.number("year") if group.said("year") else _in_full(group.number("short"), latest_year)
    days, real = _days(year, month, day)
    seconds, has_clock = _clock(group)
    moment = days + seconds
    if group.said("utc") or group.said("sign"):
        moment = _uk_wall_clock(moment - _ahead_of_utc(group))
    reading.moment[group.places] = moment
    reading.clock[group.places] = has_clock
    reading.uncertain[group.places] = bool(
        group.said("before") or group.said("after") or not {"one", "day"} & names.keys()
    )
    reading.verdict[group.places] = np.where(real, Verdict.READ, Verdict.NO_SUCH_DAY)


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3]) + 1 if name else 0


def _in_full(short: NDArray[np.int64], latest_year: int) -> NDArray[np.int64]:
    year = short + latest_year // 100 * 100
    return np.where(year > latest_year, year - 100, year)


def _days(
    year: NDArray[np.int64], month: NDArray[np.int64], day: NDArray[np.int64]
) -> tuple[NDArray[np.datetime64], NDArray[np.bool_]]:
    """The days as moments, and whether the calendar has them."""
    months = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (day - 1).astype("timedelta64[D]")
    real = (month >= 1) & (month <= 12) & (day >= 1) & (days.astype("datetime64[M]") == months)
    return days.astype("datetime64[s]"), real


def _clock(group: Alike) -> tuple[NDArray[np.timedelta64], NDArray[np.bool_]]:
    """Seconds since midnight, and whether they are a time of day; one that is none counts as not given."""
    hour, minute, second = (group.number(name) for name in ("hour", "minute", "second"))
    return seconds_of_day(hour, minute, second, group.said("half"), given=bool(group.said("hour")))


def seconds_of_day(
    hour: NDArray[np.int64],
    minute: NDArray[np.int64],
    second: NDArray[np.int64],
    half: str,
    *,
    given: bool = True,
) -> tuple[NDArray[np.timedelta64], NDArray[np.bool_]]:
    """Seconds since midnight (0 where it is no time of day), and whether it is one; half is am, pm or ""."""
    good = given & (minute < 60) & (second < 60)
    if half:
        good &= (hour >= 1) & (hour <= 12)
        hour = hour % 12 + 12 * half.startswith("p")
    good &= hour < 24
    seconds = np.where(good, hour * 3600 + minute * 60 + second, 0)
    return seconds.astype("timedelta64[s]"), good


def _ahead_of_utc(group: Alike) -> NDArray[np.timedelta64]:
    minutes = group.number("ahead") * 60 + group.number("ahead_minutes")
    return (minutes * (-60 if group.said("sign") == "-" else 60)).astype("timedelta64[s]")


def _uk_wall_clock(utc: NDArray[np.datetime64]) -> NDArray[np.datetime64]:
    import pandas as pd  # only a list with offsets pays for it

    there = pd.DatetimeIndex(utc).tz_localize("UTC").tz_convert("Europe/London")
    return there.tz_localize(None).to_numpy().astype("datetime64[s]")
