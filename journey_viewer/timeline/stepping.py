"""Which touchpoints are gone through one after another, and which of them are in sight."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.timeline.entries import entries_of
from journey_viewer.timeline.layout import Geometry
from journey_viewer.timeline.looking import Looking

_SECONDS = 86400


def standing_out(case: Case, looking: Looking) -> NDArray[np.intp]:
    """The rows whose lane is drawn and that the filter, where one is on, finds; in time order."""
    told = case.touchpoints
    hidden = np.isin(told.service, [service.code for service in looking.lanes.hidden])
    return np.flatnonzero(looking.filter.finds(told) & ~hidden)


def stepped_to(rows: NDArray[np.intp], chosen: int | None, step: int) -> int | None:
    """So many of the rows after the chosen one (before it, where negative), the first or last at the most.

    With none chosen a step forward is to the first. None where there are no rows.
    """
    if not len(rows):
        return None
    if chosen is None:
        place = step - 1 if step > 0 else 0
    elif step > 0:
        place = int(np.searchsorted(rows, chosen, "right")) - 1 + step
    else:
        place = int(np.searchsorted(rows, chosen, "left")) + step
    return int(rows[min(max(place, 0), len(rows) - 1)])


def in_sight(case: Case, looking: Looking, layout: Geometry) -> NDArray[np.intp]:
    """Those of the rows standing out that the picture shows some part of."""
    told = standing_out(case, looking)
    entries = entries_of(case, np.ones(len(case.touchpoints), np.bool_))
    until = np.where(np.isnan(entries.until), entries.at, entries.until)
    seen = entries.row[(until >= layout.scale.first) & (entries.at < layout.scale.last)]
    return told[np.isin(told, seen)]


def time_of(case: Case, row: int) -> float:
    """When a touchpoint begins, in days as date.toordinal counts."""
    start = case.touchpoints.start[row].item()
    return float(start.toordinal() + (start - start.replace(hour=0, minute=0, second=0)).seconds / _SECONDS)
