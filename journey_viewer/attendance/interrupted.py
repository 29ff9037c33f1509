"""Segmented regression of months before and after a date, with its interval; refused where it could only mislead."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.attendance.trouble import quietly

FEWEST_POINTS, FEWEST_PEOPLE, FEWEST_A_MONTH = 12, 2, 10.0
"""Turner et al. 2020 and PMC6394245: with fewer than 12 points a side, or few counts a point, it finds and misses at random."""


@dataclass(frozen=True)
class Refused:
    """Why there is no regression, as a sentence."""

    sentence: str


@dataclass(frozen=True)
class Segmented:
    """Contacts a month of the whole group. ``step``: the jump at the date, and the ends of its interval of 95 %.

    ``counterfactual``: the months after had the trend before gone on.
    """

    step: float
    step_low: float
    step_high: float
    fitted: tuple[float, ...]
    counterfactual: tuple[float, ...]
    sentence: str


def segmented(before: Sequence[int], after: Sequence[int], people: int) -> Segmented | Refused:
    """Ordinary least squares with errors that allow for one month following another (Newey and West, two months)."""
    refused = _refusal(before, after, people)
    if refused:
        return Refused(refused)
    from statsmodels.regression.linear_model import OLS

    months = np.arange(len(before) + len(after), dtype=np.float64)
    since = np.maximum(months - len(before), 0)
    changed = (months >= len(before)).astype(np.float64)
    columns = np.column_stack([np.ones_like(months), months, changed, since])
    with quietly():
        fit = OLS(np.array([*before, *after], np.float64), columns).fit(
            cov_type="HAC", cov_kwds={"maxlags": 2, "use_correction": True}, use_t=True
        )
        ends = fit.conf_int(0.05)
    return _told(fit.params, ends, columns, len(before))


def _told(
    values: NDArray[np.float64], ends: NDArray[np.float64], columns: NDArray[np.float64], before: int
) -> Segmented:
    step = float(values[2])
    fitted = columns @ values
    without = (columns[:, :2] @ values[:2])[before:]
    step_low, step_high = ends[2].tolist()
    change = "no clear step" if step_low <= 0 <= step_high else f"a step of {step:+.1f}"
    sentence = (
        f"Segmented regression: {change} contacts a month at the date (95% interval {step_low:+.1f} to {step_high:+.1f})."
        " It does not know of regression to the mean."
    )
    return Segmented(step, step_low, step_high, tuple(fitted.tolist()), tuple(without.tolist()), sentence)


def _refusal(before: Sequence[int], after: Sequence[int], people: int) -> str:
    if people < FEWEST_PEOPLE:
        return "No regression and no test for one person: look at the picture."
    if min(len(before), len(after)) < FEWEST_POINTS:
        return (
            f"No regression: it needs {FEWEST_POINTS} months before and {FEWEST_POINTS} after,"
            f" and there are {len(before)} and {len(after)}."
        )
    if sum((*before, *after)) / (len(before) + len(after)) < FEWEST_A_MONTH:
        return f"No regression: the group has fewer than {FEWEST_A_MONTH:.0f} contacts a month, too few to tell a trend from chance."
    if len({*before, *after}) == 1:
        return "No regression: every month is the same."
    return ""
