"""Several people's journeys under each other on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout, TextWidth
from journey_viewer.timeline.looking import Alignment, Filter, Lanes, Looking, day_zero

_ONE_LANE = Lanes(order=(tuple(Service),))
_LOWEST = 4.2  # heights of text that a journey needs, its axis included


@dataclass(frozen=True)
class Band:
    """One case, all its services in one lane, so many pixels from the top."""

    layout: Layout
    top: float


def lay_out_comparison(
    cases: Sequence[Case], frame: Frame, width: TextWidth, alignment: Alignment, chosen: Filter
) -> tuple[Band, ...]:
    """A band a case, in their order. Aligned on a day 0 all count from it; who has none is left out.

    The bands are as high as ``frame`` leaves them, and no lower than can be read: they may reach
    below it.
    """
    there = [case for case in cases if not alignment.is_on or day_zero(case, alignment)]
    if not there:
        return ()
    height = max(frame.height / len(there), frame.text * _LOWEST)
    looking = Looking(lanes=_ONE_LANE, alignment=alignment, filter=chosen)
    before, after = _reach(there, alignment)
    bands = []
    for place, case in enumerate(there):
        zero = _zero(case, alignment)
        layout = lay_out(case, replace(frame, height=height), width, looking, (zero - before, zero + after))
        lanes = tuple(replace(lane, name=case.label) for lane in layout.lanes)
        bands.append(Band(replace(layout, lanes=lanes), place * height))
    return tuple(bands)


def _zero(case: Case, alignment: Alignment) -> int:
    found = day_zero(case, alignment)
    return case.window.first.toordinal() if found is None else found.at


def _reach(cases: Sequence[Case], alignment: Alignment) -> tuple[int, int]:
    """How many days the axis goes before and after day 0, so that nobody's window is cut."""
    zeros = [(case, _zero(case, alignment)) for case in cases]
    before = max(zero - case.window.first.toordinal() for case, zero in zeros)
    return before, max(case.window.last.toordinal() + 1 - zero for case, zero in zeros)
