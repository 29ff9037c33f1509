"""Which days an axis has, and the scale of months."""

import numpy as np

from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.timeline.scale import Scale


def days_of_axis(case: Case) -> Window:
    """The window; of somebody who died, up to the last thing that happened or their death."""
    window, died = case.window, case.person.died
    if died is None or died >= window.last:
        return window
    last = case.touchpoints.start.max() if len(case.touchpoints) else np.datetime64("NaT")
    reached = died if np.isnat(last) else max(died, last.astype("datetime64[D]").item())
    return Window(window.first, min(window.last, max(reached, window.first)))


def month_scale(months: int, left: float, right: float) -> Scale:
    """Months from the start, 0 to the end of the last."""
    return Scale(0, max(1, months), left, right)
