"""Makes the net of resources/words from the invented sentences of the tests; run by hand, never by the program or a test.

    python make_net.py

Writes net_words.txt, the words that may be spelt out in a sign because they name nobody, and net_weights.txt, a weight in
hundredths for each sign of signs.py: those of a logistic regression, by the quasi-Newton method of scipy. What is made is
the same each time. How a net reads sentences that it has not learned from tells tests/torture/torture_net.py.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

sys.path.insert(0, str(Path(__file__).parents[3]))
sys.path.insert(0, str(Path(__file__).parents[3] / "examples"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from invented_world import EVERY_SOURCE, Source
from net_samples import Sample, asked, samples

from journey_viewer.privacy.words.looks import looks_of
from journey_viewer.privacy.words.net import Net
from journey_viewer.privacy.words.signs import signs_at
from journey_viewer.privacy.words.vocabulary import spelling

TARGET = Path(__file__).parents[3] / "resources" / "words"
COPIES = 5
_IN_TEMPLATES = 3  # a word has to stand in so many templates to be spelt out
_SEEN = 6  # templates that a sign has to occur in
_PENALTY = 2.0  # on the squares of the weights
_LEAST = 4  # hundredths
_STEPS = 80


def words_that_name_nobody(learned: Sequence[Sample]) -> frozenset[str]:
    """In so many templates, and named at most in half as many."""
    seen: dict[str, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    for sample in learned:
        for word, is_named in zip(sample.words, sample.names, strict=True):
            (seen if is_named is False else named)[spelling(word)].add(sample.template)
    return frozenset(
        word
        for word, templates in seen.items()
        if len(templates) >= _IN_TEMPLATES and len(templates) > 2 * len(named[word]) and word.isascii()
    )


def weights(learned: Sequence[Sample], nobodys: frozenset[str]) -> dict[str, int]:
    rows, truth, templates = list[list[str]](), list[bool](), list[str]()
    for sample in learned:
        seen = looks_of(sample.words, nobodys)
        for place, named in asked(sample):
            rows.append(list(signs_at(sample.text, sample.words, seen, place)))
            truth.append(named)
            templates.append(sample.template)
    signs = _often(rows, templates)
    fitted = _fitted(_matrix(rows, signs), np.array(truth))
    told = {sign: round(100 * float(fitted[column])) for sign, column in signs.items()}
    return {sign: weight for sign, weight in told.items() if abs(weight) >= _LEAST}


def _often(rows: Iterable[list[str]], templates: Iterable[str]) -> dict[str, int]:
    """The signs of enough templates, each with its column."""
    counts: Counter[str] = Counter()
    for _, same in groupby(zip(templates, rows, strict=True), key=lambda pair: pair[0]):
        counts.update({sign for _, row in same for sign in row})
    often = sorted(sign for sign, count in counts.items() if count >= _SEEN and sign.isascii())
    return {sign: column for column, sign in enumerate(often)}


def _matrix(rows: Iterable[list[str]], signs: dict[str, int]) -> csr_matrix:
    columns, ends = list[int](), [0]
    for row in rows:
        columns += [signs[sign] for sign in row if sign in signs]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(signs)))


def _fitted(matrix: csr_matrix, truth: np.ndarray) -> np.ndarray:
    turned, side = matrix.T.tocsr(), np.where(truth, 1.0, -1.0)

    def loss(fit: np.ndarray) -> tuple[float, np.ndarray]:
        margin = (matrix @ fit) * side
        slope = turned @ (-side / (1 + np.exp(margin))) + _PENALTY * fit
        return float(np.logaddexp(0, -margin).sum() + _PENALTY / 2 * fit @ fit), slope

    return minimize(
        loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    ).x


def net_of(sources: Iterable[Source], copies: int = COPIES) -> Net:
    """A net that has learned from these sets and from the fresh cases."""
    learned = list(samples(sources, copies))
    nobodys = words_that_name_nobody(learned)
    return Net(nobodys, weights(learned, nobodys))


def main() -> None:
    made = net_of(EVERY_SOURCE)
    _write("net_words.txt", sorted(made.nobodys))
    _write("net_weights.txt", (f"{weight} {sign}" for sign, weight in sorted(made.weights.items())))


def _write(name: str, lines: Iterable[str]) -> None:
    text = "\n".join(lines) + "\n"
    (TARGET / name).write_text(text, encoding="ascii", newline="\n")
    sys.stdout.write(f"{name}: {text.count(chr(10)):,} lines, {len(text):,} bytes\n")


if __name__ == "__main__":
    main()
