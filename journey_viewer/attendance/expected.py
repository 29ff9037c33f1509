"""What would have happened anyway: people are chosen when they come most, and come less afterwards, whatever is done.

Three ways, each said which: last year's people chosen by the same rule (preferred; needs no model), the list's own
year-to-year correlation, and Barnett's formula (IJE 2005;34:215), which holds for a normal distribution and is
indicative for counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import erfc, exp, hypot, pi, sqrt
from typing import Self

import numpy as np
from numpy.typing import NDArray

_Z = 2.576  # 99 %: of a hundred groups with whom nothing was done, about one is called changed
_FEWEST_ALIKE = 20


class Method(StrEnum):
    COHORT = "last year’s people, chosen by the same rule and left alone"
    MATCHED = "last year’s people who had come as often, left alone"
    CORRELATION = "the list’s own year-to-year correlation"
    BARNETT = "Barnett’s formula"


@dataclass(frozen=True, eq=False)
class Steps:
    """How many people (``people``) have as many contacts in the selecting window, before and after; one place a combination."""

    selecting: NDArray[np.float64]
    before: NDArray[np.float64]
    after: NDArray[np.float64]
    people: NDArray[np.float64]

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, int, int]], everybody: int) -> Self:
        """From rows of these four; whoever of ``everybody`` is in none of them has no contact."""
        table = np.array(rows, np.float64).reshape(len(rows), 4)
        rest = everybody - table[:, 3].sum()
        return cls(*(np.vstack([table, [0, 0, 0, rest]]) if rest > 0 else table).T)

    def weighed(self, weights: NDArray[np.float64]) -> Self:
        """The same with so many people in each place."""
        keep = weights > 0
        return type(self)(self.selecting[keep], self.before[keep], self.after[keep], weights[keep])

    @property
    def size(self) -> float:
        return float(self.people.sum())

    def mean(self, column: NDArray[np.float64]) -> float:
        return float((column * self.people).sum() / self.size) if self.size else 0.0

    def variance(self, column: NDArray[np.float64]) -> float:
        """Of people, unbiased; 0 for one person."""
        if self.size <= 1:
            return 0.0
        spread = column - self.mean(column)
        return float((spread * spread * self.people).sum() / (self.size - 1))

    def correlation(self, one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
        """Pearson's; 0 where one of them does not vary."""
        together = self.mean(one * other) - self.mean(one) * self.mean(other)
        apart = sqrt(
            max(self.mean(one * one) - self.mean(one) ** 2, 0)
            * max(self.mean(other * other) - self.mean(other) ** 2, 0)
        )
        return together / apart if apart else 0.0


@dataclass(frozen=True)
class Expected:
    """Contacts a person, by this method: ``before`` and ``after``. ``people``: of how many it was learnt; low, high: of
    ``after``, where the method gives an interval.
    """

    method: Method
    people: int
    before: float
    after: float
    low: float | None = None
    high: float | None = None

    @property
    def change(self) -> float:
        return self.after - self.before


def chosen_at_least(steps: Steps, least: int) -> Steps:
    """Those with at least so many contacts in the selecting window."""
    return steps.weighed(np.where(steps.selecting >= least, steps.people, 0))


def chosen_top(steps: Steps, top: int) -> Steps:
    """The ``top`` busiest of the selecting window; where the edge falls among equals, an equal part of each of them."""
    order = np.argsort(-steps.selecting, kind="stable")
    levels, starts = np.unique(-steps.selecting[order], return_index=True)
    weights = np.zeros_like(steps.people)
    room = float(top)
    for number in range(len(levels)):
        places = order[starts[number] : starts[number + 1] if number + 1 < len(levels) else None]
        here = steps.people[places].sum()
        part = min(1.0, room / here) if here else 0.0
        weights[places] = steps.people[places] * part
        room -= here * part
        if room <= 0:
            break
    return steps.weighed(weights)


def chosen_alike(steps: Steps, selecting: Sequence[int]) -> Steps:
    """For each of these counts of the selecting window the people who came as often, or nearly, twenty at least; each count weighs the same."""
    weights = np.zeros_like(steps.people)
    for count in selecting:
        apart = np.abs(steps.selecting - count)
        near = np.sort(np.unique(apart))
        reach = next(
            (width for width in near if steps.people[apart <= width].sum() >= _FEWEST_ALIKE), near[-1]
        )
        alike = np.where(apart <= reach, steps.people, 0)
        weights += alike / alike.sum()
    size = chosen_at_least(steps, 0).size
    return steps.weighed(weights * min(1.0, size / max(weights.sum(), 1)))


def by_cohort(cohort: Steps, method: Method = Method.COHORT) -> Expected:
    """From people who were left alone."""
    after = cohort.mean(cohort.after)
    error = _Z * sqrt(cohort.variance(cohort.after) / cohort.size)
    return Expected(
        method, round(cohort.size), cohort.mean(cohort.before), after, max(after - error, 0), after + error
    )


def by_correlation(steps: Steps, selecting: float, before: float) -> Expected:
    """E(after | selecting = x) = mean after + r × (sd after / sd selecting) × (x − mean selecting), r of the whole list."""
    r = steps.correlation(steps.selecting, steps.after)
    ratio = sqrt(steps.variance(steps.after) / (steps.variance(steps.selecting) or 1))
    after = steps.mean(steps.after) + r * ratio * (selecting - steps.mean(steps.selecting))
    return Expected(Method.CORRELATION, round(steps.size), before, max(after, 0))


def by_barnett(steps: Steps, least: int, selecting: float, before: float) -> Expected:
    """The mean of the chosen less the fall that Barnett's formula gives for the whole list's mean, spread and correlation."""
    r = steps.correlation(steps.selecting, steps.after)
    fall = barnett(
        steps.mean(steps.selecting),
        sqrt(steps.variance(steps.selecting)),
        least,
        min(max(r, 0), 1),
        above=True,
    )
    return Expected(Method.BARNETT, round(steps.size), before, max(selecting - fall, 0))


def barnett(
    mean: float, sd: float, cut: float, correlation: float, *, above: bool, measurements: int = 1
) -> float:
    """The regression to the mean of people chosen above (or under) a cut, by Barnett's formula, in the unit of the mean.

    (sw² / m) / √(sb² + sw² / m) × C(z): sw² = (1 − r) sd², sb² = r sd², C(z) = φ(z) / (1 − Φ(z)), z = (cut − mean) / sd,
    its sign reversed under a cut. ``measurements`` (m): over how many the choosing was averaged. 0 where nothing varies.
    """
    if sd <= 0:
        return 0.0
    within, between = (1 - correlation) * sd**2 / measurements, correlation * sd**2
    z = (cut - mean) / sd if above else (mean - cut) / sd
    tail = erfc(z / sqrt(2)) / 2
    if tail <= 0:
        return within / sqrt(within + between) * z
    return within / sqrt(within + between) * exp(-z * z / 2) / sqrt(2 * pi) / tail


def apart(chosen: Steps, cohort: Steps, *, independent: bool) -> tuple[float, float]:
    """By how much the change of the chosen differs from that of the cohort, contacts a person: the ends of an interval of 99 %.

    Not ``independent``: the cohort's months after are those by which the others were chosen, and some people are in
    both; so chance may push the two apart, and the errors add up.
    """
    changes = [each.after - each.before for each in (chosen, cohort)]
    differ = chosen.mean(changes[0]) - cohort.mean(changes[1])
    errors = (
        sqrt(one.variance(change) / one.size) for one, change in zip((chosen, cohort), changes, strict=True)
    )
    first, second = errors
    reach = _quantile(chosen.size, cohort.size) * (hypot(first, second) if independent else first + second)
    return differ - reach, differ + reach


def _quantile(*sizes: float) -> float:
    """Of Student's t for the smaller group, by Hill's expansion of the normal's: wider for few people."""
    freedom = max(min(sizes) - 1, 1)
    z = _Z
    return float(
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
