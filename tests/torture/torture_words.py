"""Proves what the scrubber finds: 3,000 planted identifiers in sentences that were written apart from its rules.

Read twice, told what the loaded lists know and where they know nothing. Prints a table by kind for each, and every
identifier that was left unmarked with its sentence (they are invented). Ends with 1 where fewer are found, or more
clinical words are lost, than is allowed.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))

from invented_world import STRUCTURED
from measuring import KEEPING, RECALL, Tally, table, tally
from our_scrubber import told_by
from sentences import ALL, lists, sentences


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--identifiers", type=int, default=ALL)
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    read = sentences(options.identifiers, options.seed)
    print(f"Seed {options.seed}, {len(read):,} sentences")
    told, untold = (tally(read, told_by(lists(told=told))) for told in (True, False))
    _tell("Told what the lists know", told)
    _tell("The lists know nothing", untold)
    missed = {
        f"under {RECALL:.1%} of all replaced": told.recall() < RECALL,
        "a structured identifier not replaced": told.recall(STRUCTURED) < 1 or untold.recall(STRUCTURED) < 1,
        "an identifier left without a highlight": bool(told.survivors or untold.survivors),
        f"under {KEEPING:.0%} of clinical words kept": min(told.keeping, untold.keeping) < KEEPING,
    }
    print("\n" + "\n".join(f"{what:<42} {'YES' if so else 'no'}   must be no" for what, so in missed.items()))
    return int(any(missed.values()))


def _tell(title: str, counted: Tally) -> None:
    print(f"\n{title}\n{table(counted)}")
    for identifier, sentence in counted.survivors:
        print(f"  left: {identifier!r} in {sentence!r}")


if __name__ == "__main__":
    sys.exit(main())
