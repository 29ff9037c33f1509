"""Proves that the net reads what it has never seen: for each set of sentences, a net that learned from all the others.

The net alone, without the rules: of the words that it judges, how many that name somebody or somewhere it takes for names
(even odds and better), and how many that name nobody. Ends with 1 where a set is read worse than is said below.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))

from invented_world import EVERY_SOURCE, Source
from make_net import net_of
from net_samples import asked, samples

from journey_viewer.privacy.words.net import Net

_NAMES = 0.9  # at least, of the words that name somebody or somewhere
_OTHERS = 0.06  # at most, of those that do not: the names of services among them, which the rules know by heart
_COPIES = 3  # of each template
_SEED = 77  # other people than the net learned with


def main() -> int:
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    print(f"{'left out':<24}{'words judged':>14}{'names found':>14}{'others taken':>14}")
    worse = 0
    for source in EVERY_SOURCE:
        net = net_of([other for other in EVERY_SOURCE if other is not source], _COPIES)
        found, taken, count = _read(net, source)
        print(f"{source.templates:<24}{count:>14,}{found:>14.1%}{taken:>14.2%}", flush=True)
        worse += found < _NAMES or taken > _OTHERS
    print(f"\n{'sets read worse than is allowed':<42} {worse:>6}   must be 0")
    return int(worse > 0)


def _read(net: Net, source: Source) -> tuple[float, float, int]:
    """The shares of names and of other words that are taken for names, and how many words were judged."""
    names, others = list[bool](), list[bool]()
    for sample in samples([source], 1, _SEED, own=False):
        truth = dict(asked(sample))
        for place, odds in net.odds(sample.text, sample.words, truth).items():
            (names if truth[place] else others).append(odds > 0)
    return sum(names) / len(names), sum(others) / len(others), len(names) + len(others)


if __name__ == "__main__":
    sys.exit(main())
