"""Who has most touchpoints: the order of the people on the desk and of the pack."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import in_time_order, in_window
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window


def touchpoint_counts(imported: Imported, window: Window) -> NDArray[np.int64]:
    """For each of ``imported.people`` how many touchpoints they have in the window."""
    rows = in_window(imported.touchpoints, window)
    return np.bincount(imported.touchpoints.person[rows], minlength=len(imported.people))


def busiest_first(imported: Imported, window: Window) -> list[int]:
    """Places in ``imported.people`` of everybody with a touchpoint in the window, most first.

    A tie is broken by the journeys themselves (most services, then the earlier dates, then
    contact by contact), never by a name, a number or the order of a list, so that
    exchanging identities cannot change the order.
    """
    touchpoints = imported.touchpoints
    rows = np.flatnonzero(in_window(touchpoints, window))
    person, service = touchpoints.person[rows], touchpoints.service[rows]
    days = touchpoints.start[rows].astype("datetime64[D]").astype(np.int64)
    everyone = len(imported.people)
    counts = np.bincount(person, minlength=everyone)
    lanes = np.zeros((everyone, int(service.max(initial=0)) + 1), dtype=bool)
    lanes[person, service] = True
    keys = np.column_stack([-counts, -lanes.sum(axis=1), _sums(person, days, everyone)])
    order = np.lexsort(keys.T[::-1])
    tied = np.zeros(everyone, dtype=bool)
    same = (keys[order[1:]] == keys[order[:-1]]).all(axis=1)
    tied[order[1:][same]] = tied[order[:-1][same]] = True
    seen = [int(place) for place in order if counts[place]]
    return sorted(seen, key=lambda place: (*keys[place], _journey(imported, place) if tied[place] else b""))


def _sums(person: NDArray[np.int32], days: NDArray[np.int64], everyone: int) -> NDArray[Any]:
    return np.bincount(person, weights=days, minlength=everyone)


def _journey(imported: Imported, person: int) -> bytes:
    """What happened when and with whom it was, as something that can be compared."""
    journey = in_time_order(imported.touchpoints.take(imported.rows_of(person)))
    columns = (journey.start, journey.end, journey.service, journey.kind, journey.outcome)
    return b"".join(column.tobytes() for column in columns)
