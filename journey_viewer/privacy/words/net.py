"""How likely a word names somebody or somewhere where it stands, learned from invented sentences alone.

A logistic regression: each sign of signs.py has a weight, and their sum is the logarithm of the odds. The weights were
made by tests/privacy/words/make_net.py, which says from what; no name is in them, so that names never seen weigh the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from journey_viewer.paths import resource
from journey_viewer.privacy.words.lists import words
from journey_viewer.privacy.words.looks import looks_of
from journey_viewer.privacy.words.signs import signs_at
from journey_viewer.privacy.words.text import Word


@dataclass(frozen=True)
class Net:
    """``nobodys``: the words that signs may spell out · ``weights``: of each sign, in hundredths."""

    nobodys: frozenset[str]
    weights: Mapping[str, int]

    def odds(self, text: str, words_in: Sequence[Word], places: Iterable[int]) -> dict[int, int]:
        """For each of these places of the text's words the logarithm of the odds in hundredths: 0 is one to one."""
        looks, weights = looks_of(words_in, self.nobodys), self.weights
        return {
            place: sum(weights.get(sign, 0) for sign in signs_at(text, words_in, looks, place))
            for place in places
        }


@cache
def learned_net() -> Net:
    """The net that travels with the program."""
    lines = resource("words/net_weights.txt").read_text(encoding="ascii").splitlines()
    told = (line.partition(" ") for line in lines)
    return Net(words("net_words"), {sign: int(weight) for weight, _, sign in told})
