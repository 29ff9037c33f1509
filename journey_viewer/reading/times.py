"""A column of cells becomes times of day."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

from journey_viewer.reading.dates import seconds_of_day
from journey_viewer.reading.shapes import group_by_shape
from journey_viewer.reading.sheets import Cell, Column

_DAY_SECONDS = 86_400
_LONGEST_MINUTES = 24 * 60
_NO_TIME = np.timedelta64("NaT", "s")
_LADDER = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:.*[ t])?(?P<hour>0{1,2})[:.](?P<minute>00)(?:[:.](?P<second>00)(?:[.,]0+)?)? ?(?P<half>[ap]\.?m\.?)?(?:z| ?h(?:rs|ours)?)?",
        r"(?P<hour>00)(?P<minute>00)(?P<second>00)?(?: ?h(?:rs)?)?",
        r"(?P<hour>0)(?P<minute>00)",
        r"(?P<hour>0{1,2}) ?(?P<half>[ap]\.?m\.?)",
    )
)


def read_times(column: Column) -> NDArray[np.timedelta64]:
    """Seconds since midnight for each row, NaT where no time of day can be read."""
    seconds = np.full(len(column.cells), _NO_TIME)
    texts: list[tuple[int, str]] = []
    for place, cell in enumerate(column.cells):
        if isinstance(cell, int | float):
            texts.append((place, _digits(cell)))
        elif isinstance(cell, str):
            texts.append((place, _as_clock(" ".join(cell.lower().split()))))
        else:
            seconds[place] = _from_value(cell)
    _read_texts(texts, seconds)
    return seconds[column.codes]


def read_durations(column: Column) -> NDArray[np.timedelta64]:
    """Seconds for each row: minutes as a number, "1h 5m" or "0:15"; NaT where it is none or over a day."""
    minutes = np.array([_minutes(cell) for cell in column.cells], np.float64)[column.codes]
    good = (minutes > 0) & (minutes <= _LONGEST_MINUTES)
    seconds = np.where(good, minutes * 60, 0).astype("timedelta64[s]")
    return np.where(good, seconds, _NO_TIME)


def _minutes(cell: Cell) -> float:
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 60
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    told = _DURATION.fullmatch("".join(str(cell).lower().split()))
    if told is None or not any(told.groups()):
        return 0
    hours, minutes, alone = (float(part or 0) for part in told.groups())
    return hours * 60 + minutes + alone


_DURATION = re.compile(
    r"(?:([0-9]{1,3})(?:h(?:(?:ou)?rs?)?|:))?(?:([0-9]{1,4})(?:m(?:in(?:ute)?s?)?)?)?|([0-9]{1,4}(?:\.[0-9]+)?)"
)


def _read_texts(texts: Sequence[tuple[int, str]], seconds: NDArray[np.timedelta64]) -> None:
    for group in group_by_shape(texts, _LADDER):
        hour, minute, second = (group.number(name) for name in ("hour", "minute", "second"))
        of_day, good = seconds_of_day(hour, minute, second, group.said("half"))
        seconds[group.places] = np.where(good, of_day, _NO_TIME)


def _as_clock(text: str) -> str:
    """A fraction of a day that was written as text, as hours and minutes; any other text as it is."""
    return _digits(float(text)) if re.fullmatch(r"0?\.[0-9]{3,17}", text) else text


def _digits(number: float) -> str:
    """A number as somebody would write the time: 0.604 of a day, 1430, 930, or 14.3 for 14.30."""
    if 0 <= number < 1:
        minutes, second = divmod(round(number * _DAY_SECONDS), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}"
    return f"{number:.2f}" if number % 1 and number < 24 else f"{number:g}"


def _from_value(cell: Cell) -> np.timedelta64:
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return np.timedelta64(cell.hour * 3600 + cell.minute * 60 + cell.second, "s")
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        return np.timedelta64(cell.seconds, "s")
    return _NO_TIME
