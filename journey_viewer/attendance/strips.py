"""The chosen people's touchpoints of both years: all that ever comes to this computer row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.counted import begins_in
from journey_viewer.attendance.lists import Attendance, PersonKey, Table, in_parts


@dataclass(frozen=True, eq=False)
class Strip:
    """One person's touchpoints in time order: days since the first of both years, and codes of model.words."""

    days: NDArray[np.int32]
    service: NDArray[np.int8]
    outcome: NDArray[np.int8]


def strips_table(touchpoints: Table, years: Years, people: Sequence[PersonKey]) -> Table:
    """Columns: person · day · service · outcome of these people's touchpoints that began in both years."""
    rows = touchpoints.filter(touchpoints.person.isin(list(people)) & begins_in(touchpoints, years.both))
    return rows.select("person", "service", "outcome", day=rows.start.date())


def strips_of(attendance: Attendance, years: Years, people: Sequence[PersonKey]) -> Mapping[PersonKey, Strip]:
    """For each of these people a strip, an empty one where they have no touchpoint."""
    nothing = np.zeros(0, np.int8)
    told = dict.fromkeys(people, Strip(nothing.astype(np.int32), nothing, nothing))
    for some in in_parts(people):
        told |= _strips(attendance.table(strips_table(attendance.touchpoints, years, some)), years)
    return told


def _strips(rows: Any, years: Years) -> Iterator[tuple[PersonKey, Strip]]:
    """From an Arrow table; each person's rows by day, then by service and outcome."""
    keys = rows.column("person").combine_chunks().dictionary_encode()
    person = keys.indices.to_numpy(zero_copy_only=False)
    day = rows.column("day").to_numpy().astype("datetime64[D]") - np.datetime64(years.both.first)
    days = day.astype(np.int32)
    service, outcome = (rows.column(name).to_numpy().astype(np.int8) for name in ("service", "outcome"))
    order = np.lexsort((outcome, service, days, person))
    ends = np.cumsum(np.bincount(person, minlength=len(keys.dictionary)))
    for key, end, count in zip(keys.dictionary.to_pylist(), ends, np.diff(ends, prepend=0), strict=True):
        theirs = order[end - count : end]
        yield key, Strip(days[theirs], service[theirs], outcome[theirs])
