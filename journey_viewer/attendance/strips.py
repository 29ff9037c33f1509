"""The chosen people's touchpoints of both years: all that ever comes to this computer row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
    told: dict[PersonKey, list[tuple[int, int, int]]] = {person: [] for person in people}
    for some in in_parts(people):
        columns = attendance.columns(strips_table(attendance.touchpoints, years, some))
        rows = zip(*(columns[name] for name in ("person", "day", "service", "outcome")), strict=True)
        for person, day, service, outcome in rows:
            told[person].append((_days(day, years), service, outcome))
    return {person: _strip(rows) for person, rows in told.items()}


def _days(day: date, years: Years) -> int:
    return (day - years.both.first).days


def _strip(rows: list[tuple[int, int, int]]) -> Strip:
    columns = np.array(sorted(rows), np.int32).reshape(len(rows), 3)
    return Strip(columns[:, 0], columns[:, 1].astype(np.int8), columns[:, 2].astype(np.int8))
