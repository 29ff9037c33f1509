"""What a stretch of time holds: how many touchpoints, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from journey_viewer.model.case import Case, in_window
from journey_viewer.model.people import Window
from journey_viewer.model.words import Outcome, Service

_CANCELLED = (Outcome.CANCELLED_BY_PERSON.code, Outcome.CANCELLED_BY_SERVICE.code)


@dataclass(frozen=True)
class StretchTotals:
    """Counts of touchpoints. ``missed``: the person did not attend; ``by_service``: all of them, the most first."""

    touchpoints: int = 0
    attended: int = 0
    missed: int = 0
    cancelled: int = 0
    by_service: Mapping[Service, int] = field(default_factory=dict)


def totals_in(case: Case, span: Window) -> StretchTotals:
    """The totals of what begins in these days, or still goes on in them."""
    inside = case.touchpoints.take(in_window(case.touchpoints, span))
    counts = np.bincount(inside.service, minlength=len(Service))
    services = sorted(
        (service for service in Service if counts[service.code]), key=lambda one: -int(counts[one.code])
    )
    return StretchTotals(
        touchpoints=len(inside),
        attended=int(inside.attended.sum()),
        missed=int((inside.outcome == Outcome.DID_NOT_ATTEND.code).sum()),
        cancelled=int(np.isin(inside.outcome, _CANCELLED).sum()),
        by_service={service: int(counts[service.code]) for service in services},
    )
