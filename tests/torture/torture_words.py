"""Proves what the scrubber finds: 3,000 planted identifiers in sentences that were written apart from its rules.

Read twice, told what the loaded lists know and where they know nothing. Prints a table by kind for each, and every
identifier that was left unmarked with its sentence (they are invented). Ends with 1 where fewer are found, or more
clinical words are lost, than is allowed. All sets were written apart from the rules; the rules were mended since by
the classes of what they missed in all but the latest, which tell what is found in new ones and decide nothing.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))

from invented_world import EVERY_SOURCE, FIRST, LATEST, STRUCTURED, Source
from measuring import KEEPING, RECALL, Tally, table, tally
from our_scrubber import told_by
from sentences import ALL, UNSEEN, lists, sentences

_SETS = {
    source.templates.partition("_")[0]: (source, ALL if source is FIRST else UNSEEN)
    for source in EVERY_SOURCE
}
_SETS["first"] = _SETS.pop("sentence")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", choices=(*_SETS, "all"), default="all")
    parser.add_argument("--identifiers", type=int, help=f"{ALL:,} of the first set, {UNSEEN:,} of the others")
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    missed = {
        source: _is_missed(f"The {name} set", options.identifiers or identifiers, options.seed, source)
        for name, (source, identifiers) in _SETS.items()
        if options.set in {name, "all"}
    }
    return int(any(was_missed for source, was_missed in missed.items() if source not in LATEST))


def _is_missed(title: str, identifiers: int, seed: int, source: Source) -> bool:
    """Whether something was missed that must not be."""
    read = sentences(identifiers, seed, source)
    print(f"\n{title}: seed {seed}, {len(read):,} sentences")
    told, untold = (tally(read, told_by(lists(told=told, source=source))) for told in (True, False))
    _tell("Told what the lists know", told)
    _tell("The lists know nothing", untold)
    missed = {
        f"under {RECALL:.1%} of all replaced": min(told.recall(), untold.recall()) < RECALL,
        "a structured identifier not replaced": told.recall(STRUCTURED) < 1 or untold.recall(STRUCTURED) < 1,
        "an identifier left without a highlight": bool(told.survivors or untold.survivors),
        f"under {KEEPING:.0%} of clinical words kept": min(told.keeping, untold.keeping) < KEEPING,
    }
    print("\n" + "\n".join(f"{what:<42} {'YES' if so else 'no'}   must be no" for what, so in missed.items()))
    return any(missed.values())


def _tell(title: str, counted: Tally) -> None:
    print(f"\n{title}\n{table(counted)}")
    for identifier, sentence in counted.survivors:
        print(f"  left: {identifier!r} in {sentence!r}")


if __name__ == "__main__":
    sys.exit(main())
