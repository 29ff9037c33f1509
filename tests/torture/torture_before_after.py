"""Proves that where nothing was done to anybody, a before/after seldom claims that something changed.

200 simulated lists of 10,000 people whose rates wander by themselves, from fixed seeds, for three rules of choosing and two
designs. Prints how far contacts fell from the year of choosing, how far last year's people foretold it, and what share of the fall
Barnett's formula and the list's own correlation foretold. Ends with 1 where in more than 5 % of the lists a change was claimed,
where in one of them the fall was under 40 %, or where Barnett's error is no longer what BARNETT_ERROR says.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "attendance"))

from simulation import Outcome, runs

from journey_viewer.attendance.change import BARNETT_ERROR, Rule

LISTS, CLAIMED_AT_MOST, FALL_AT_LEAST = 200, 0.05, 0.4
RULES = {"top 100": Rule(top=100), "20 or more": Rule(least=20), "top 25": Rule(top=25)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", type=int, default=LISTS)
    options = parser.parse_args()
    failed = False
    for name, rule in RULES.items():
        for is_apart in (True, False):
            outcomes = list(runs(options.lists, rule, is_apart=is_apart))
            failed |= told(f"{name}, {'apart' if is_apart else 'chosen by the baseline'}", outcomes)
            if name == "top 100" and not is_apart and options.lists == LISTS:
                failed |= barnett_is_otherwise(outcomes)
    return int(failed)


def told(what: str, outcomes: list[Outcome]) -> bool:
    """Print one line; whether it fails."""
    claimed = sum(one.wrong for one in outcomes)
    falls = [one.naive for one in outcomes]
    print(
        f"{what:<36} claimed in {claimed} of {len(outcomes)}; fell by {min(falls):.0%} to {max(falls):.0%};"
        f" {_mean(outcomes, 'fall'):.1f} contacts, foretold {_mean(outcomes, 'foretold'):.1f};"
        f" of the fall Barnett {_mean(outcomes, 'barnett'):.0%}, correlation {_mean(outcomes, 'correlation'):.0%};"
        f" {_mean(outcomes, 'stay'):.0%} stay"
    )
    return claimed > CLAIMED_AT_MOST * len(outcomes) or min(falls) < FALL_AT_LEAST


def barnett_is_otherwise(outcomes: list[Outcome]) -> bool:
    shares = [one.barnett for one in outcomes]
    measured = (f"{np.mean(shares):.0%}", f"{min(shares):.0%}", f"{max(shares):.0%}")
    print(
        f"Barnett's formula foretold {measured[0]} ({measured[1]} to {measured[2]}) of the fall: {BARNETT_ERROR}"
    )
    return not all(figure in BARNETT_ERROR for figure in measured)


def _mean(outcomes: list[Outcome], name: str) -> float:
    return float(np.mean([getattr(one, name) for one in outcomes]))


if __name__ == "__main__":
    sys.exit(main())
