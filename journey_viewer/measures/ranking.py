"""Who has most touchpoints: the order of the people on the desk and of the pack."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import in_window
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window


def touchpoint_counts(imported: Imported, window: Window) -> NDArray[np.int64]:
    """For each of ``imported.people`` how many touchpoints they have in the window."""
    rows = in_window(imported.touchpoints, window)
    return np.bincount(imported.touchpoints.person[rows], minlength=len(imported.people))


def busiest_first(imported: Imported, window: Window) -> list[int]:
    """Places in ``imported.people`` of everybody with a touchpoint in the window, most first.

    A tie is broken by the journeys themselves (most services, then the earlier dates), never by
    a name or a number, so that exchanging identities cannot change the order.
    """
    touchpoints = imported.touchpoints
    rows = np.flatnonzero(in_window(touchpoints, window))
    person, service = touchpoints.person[rows], touchpoints.service[rows]
    days = touchpoints.start[rows].astype("datetime64[D]").astype(np.int64)
    everyone = len(imported.people)
    counts = np.bincount(person, minlength=everyone)
    lanes = np.zeros((everyone, int(service.max(initial=0)) + 1), dtype=bool)
    lanes[person, service] = True
    order = np.lexsort((np.arange(everyone), _sums(person, days, everyone), -lanes.sum(axis=1), -counts))
    return [int(place) for place in order if counts[place]]


def _sums(person: NDArray[np.int32], days: NDArray[np.int64], everyone: int) -> NDArray[Any]:
    return np.bincount(person, weights=days, minlength=everyone)
