"""How long all patterns and all measures take, and how that grows with the journey.

Ten cases of 300 contacts in two years, beside 100 ms; then one case of 1,000, 3,000 and 10,000 contacts, once in as
many days and once all in two years, as ratios to the first: linear is 1, 3 and 10. Ends with 1
where the ten cases take 100 ms or more, or where 10 times the contacts take more than 15 times as long.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "patterns"))

from patterns_kit import case_with

from journey_viewer.measures.measure import measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.patterns.definitions import defaults
from journey_viewer.patterns.find import RULES, find_patterns
from journey_viewer.patterns.look import Look

CASES, CONTACTS, TWO_YEARS, LIMIT = 10, 300, 730, 0.1
LENGTHS, MOST = (1_000, 3_000, 10_000), 15.0
_RUNS = 5
_CHANCE = random.Random(13)  # noqa: S311 - seeded, not secret


def seconds(work: Callable[[Case], object], cases: list[Case]) -> float:
    """The least of several runs over all the cases: what else the machine does only adds."""
    taken = []
    for _ in range(_RUNS):
        begun = time.perf_counter()
        for case in cases:
            work(case)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    costs = shipped_unit_costs()

    def measured(case: Case) -> object:
        return measure(case, costs)

    cases = [case_with(_CHANCE, CONTACTS, TWO_YEARS) for _ in range(CASES)]
    patterns, measures = seconds(find_patterns, cases), seconds(measured, cases)
    total = patterns + measures
    print(
        f"{CASES} cases of {CONTACTS} contacts: patterns {patterns * 1000:.1f} ms, measures {measures * 1000:.1f} ms"
    )
    print(f"together {total * 1000:.1f} ms, {total / LIMIT:.2f} of {LIMIT * 1000:.0f} ms")
    grows = max(
        growth("in as many days", lambda length: length, measured),
        growth("in two years", lambda _: TWO_YEARS, measured),
    )
    slowest()
    return int(total >= LIMIT or grows > MOST)


def growth(what: str, days: Callable[[int], int], measured: Callable[[Case], object]) -> float:
    """Print the ratios; the larger of the last two."""
    cases = [case_with(_CHANCE, length, days(length)) for length in LENGTHS]
    last = []
    for name, work in (("patterns", find_patterns), ("measures", measured)):
        taken = [seconds(work, [case]) for case in cases]
        ratios = [one / taken[0] for one in taken]
        told = ", ".join(f"{length:,}: {ratio:.1f}" for length, ratio in zip(LENGTHS, ratios, strict=True))
        print(f"{name:<9} {what:<16} {taken[0] * 1000:6.1f} ms for {LENGTHS[0]:,} contacts; as ratios {told}")
        last.append(ratios[-1])
    return max(last)


def slowest() -> None:
    case = case_with(_CHANCE, LENGTHS[-1], LENGTHS[-1])
    taken = {pattern: _one_rule(pattern, case) for pattern in RULES}
    most = sorted(taken, key=taken.__getitem__, reverse=True)[:5]
    print(
        "slowest rules: "
        + ", ".join(f"{pattern} {taken[pattern] / sum(taken.values()):.0%}" for pattern in most)
    )


def _one_rule(pattern: str, case: Case) -> float:
    begun = time.perf_counter()
    RULES[pattern](Look(case, defaults()))
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
