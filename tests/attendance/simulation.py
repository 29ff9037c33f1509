"""Lists of people of whom nothing was done to anybody, and what a before/after makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.attendance.change import Rule
from journey_viewer.attendance.expected import (
    Steps,
    apart,
    by_barnett,
    by_cohort,
    by_correlation,
    chosen_at_least,
    chosen_top,
)

PEOPLE, YEARS, TOP = 10_000, 4, 100
MEAN, SPREAD, CORRELATION = 3.3, 1.05, 0.6
"""GP contacts a year, and how the logarithms of people's rates vary and go on from year to year: that makes three in ten stay."""


@dataclass(frozen=True)
class Outcome:
    """naive: the fall from the year of choosing to the year after · wrong: a change was claimed · barnett, correlation: the fall
    that each foretold, as a share of the fall there was.
    """

    naive: float
    fall: float
    foretold: float
    wrong: bool
    barnett: float
    correlation: float
    stay: float


def contacts(seed: int, people: int = PEOPLE, years: int = YEARS) -> NDArray[np.int64]:
    """People × years, of rates that wander by themselves."""
    chance = np.random.default_rng(seed)
    log = chance.normal(0, SPREAD, people)
    told = []
    for _ in range(years):
        rate = np.exp(log) * MEAN / np.exp(SPREAD**2 / 2)
        told.append(chance.poisson(rate))
        log = CORRELATION * log + sqrt(1 - CORRELATION**2) * chance.normal(0, SPREAD, people)
    return np.column_stack(told)


def steps_of(selecting: Any, before: Any, after: Any) -> Steps:
    rows, people = np.unique(np.column_stack([selecting, before, after]), axis=0, return_counts=True)
    return Steps.of([(*row, count) for row, count in zip(rows.tolist(), people.tolist(), strict=True)], 0)


def run(seed: int, rule: Rule, *, is_apart: bool) -> Outcome:
    """The years are those of the earlier cohort and of the chosen: a year apart."""
    years = contacts(seed)
    first = (0, 1, 2) if is_apart else (1, 1, 2)
    earlier, now = (steps_of(*(years[:, year + late] for year in first)) for late in (0, 1))
    cohort, chosen = (_choose(steps, rule) for steps in (earlier, now))
    low, high = apart(chosen, cohort, independent=is_apart)
    selecting, before, after = (chosen.mean(each) for each in (chosen.selecting, chosen.before, chosen.after))
    least = int(chosen.selecting.min())
    fall = selecting - after
    two_years = _choose(steps_of(years[:, 2], years[:, 2], years[:, 3]), rule)
    return Outcome(
        naive=1 - after / selecting,
        fall=before - after,
        foretold=-by_cohort(cohort).change,
        wrong=low > 0 or high < 0,
        barnett=(selecting - by_barnett(earlier, least, selecting, before).after) / fall,
        correlation=(selecting - by_correlation(earlier, selecting, before).after) / fall,
        stay=float(
            (two_years.people * (two_years.after >= two_years.selecting.min())).sum() / two_years.size
        ),
    )


def _choose(steps: Steps, rule: Rule) -> Steps:
    return chosen_at_least(steps, rule.least) if rule.top is None else chosen_top(steps, rule.top)


def runs(count: int, rule: Rule, *, is_apart: bool, first: int = 0) -> Iterator[Outcome]:
    return (run(seed, rule, is_apart=is_apart) for seed in range(first, first + count))
