"""Proves that the five rules with most logic find what a second, slow implementation finds, in any journey.

2,000 random journeys, many of their contacts on one day, without times or not sure. Prints its counts; ends with 1
where the two differ in one journey, and says in which.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "patterns"))

from patterns_brute_force import BRUTE_FORCE, differences
from patterns_kit import random_case

from journey_viewer.model.findings import Finding
from journey_viewer.patterns.find import find_patterns


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journeys", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=0, help="of the first journey")
    options = parser.parse_args()
    found: Counter[str] = Counter()
    differing = 0
    for seed in range(options.seed, options.seed + options.journeys):
        case = random_case(seed)
        findings = [one for one in find_patterns(case) if isinstance(one, Finding)]
        found.update(one.pattern for one in findings if one.pattern in BRUTE_FORCE)
        told = differences(case, findings)
        differing += bool(told)
        for pattern, (ours, theirs) in told.items():
            print(f"journey {seed}, {pattern}: only the rule {ours}, only the second {theirs}")
    counts = ", ".join(f"{pattern} {found[pattern]:,}" for pattern in BRUTE_FORCE)
    print(
        f"{options.journeys:,} journeys from seed {options.seed}: {counts} findings; {differing} journeys differ"
    )
    return int(differing > 0 or any(not found[pattern] for pattern in BRUTE_FORCE))


if __name__ == "__main__":
    sys.exit(main())
