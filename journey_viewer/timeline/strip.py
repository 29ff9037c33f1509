"""A journey in a strip as wide as a thumb: which service stands in each column."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.people import Window
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Service

# Where several fall in one column, the one that says most about a crisis is seen.
_IMPORTANCE = (
    Service.AE,
    Service.INPATIENT,
    Service.AMBULANCE,
    Service.MENTAL_HEALTH,
    Service.URGENT_111,
    Service.SOCIAL_CARE,
    Service.COMMUNITY,
    Service.OUTPATIENT,
    Service.VOLUNTARY,
    Service.OTHER,
    Service.GP,
)


def density_strip(touchpoints: Touchpoints, window: Window, columns: int) -> NDArray[np.int8]:
    """The service code of each of so many columns of time, −1 where nothing was."""
    strip = np.full(max(columns, 1), -1, dtype=np.int8)
    first = np.datetime64(window.first).astype("datetime64[s]")
    seconds = (touchpoints.start - first).astype(np.int64)
    places = np.clip(seconds * len(strip) // (window.days * 86400), 0, len(strip) - 1)
    for service in reversed(_IMPORTANCE):
        strip[places[touchpoints.with_service(service)]] = service.code
    return strip


def monthly_counts(touchpoints: Touchpoints, window: Window) -> NDArray[np.int64]:
    """Touchpoints a calendar month of the window and service: shape (months, services)."""
    first = np.datetime64(window.first, "M")
    months = int((np.datetime64(window.last, "M") - first).astype(int)) + 1
    counts = np.zeros((months, len(Service)), dtype=np.int64)
    places = np.clip((touchpoints.start.astype("datetime64[M]") - first).astype(int), 0, months - 1)
    np.add.at(counts, (places, touchpoints.service), 1)
    return counts
