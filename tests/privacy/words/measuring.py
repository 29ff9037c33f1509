"""How much a scrubber finds: what becomes of every planted identifier and of every clinical word."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby

from invented_world import EVERY_SOURCE, STRUCTURED, What, words
from sentences import Planted, Sentence

RECALL = 0.995  # of all identifiers are replaced, and every structured one
KEEPING = 0.95  # of the clinical words are kept
_LEAST = 3  # letters or digits in a row that are something of the identifier still
_RUN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_](?:[\w'’+&/.-]*[^\W_])?")


class Fate(StrEnum):
    """What becomes of an identifier, or of a piece of a text, from the best to the worst."""

    REPLACED = "r"
    HIGHLIGHTED = "h"
    KEPT = "k"


Scrub = Callable[[str], Sequence[tuple[str, Fate]]]  # a text to its pieces in order, nothing of it missing


@dataclass(frozen=True)
class Tally:
    """What became of the identifiers of each kind, and how many of the clinical words were kept."""

    fates: Counter[tuple[What, Fate]]
    survivors: tuple[tuple[str, str], ...]  # each identifier that was left as it was, and its sentence
    clinical: int
    clinical_kept: int
    words: int = 0  # of the sentences, those of the identifiers apart
    words_marked: Counter[Fate] = field(default_factory=Counter)  # these words, by what became of them

    def of(self, kinds: Iterable[What] = What) -> Counter[Fate]:
        counts: Counter[Fate] = Counter()
        for what in kinds:
            counts.update({fate: self.fates[what, fate] for fate in Fate})
        return counts

    def recall(self, kinds: Iterable[What] = What) -> float:
        """The share of identifiers that a rule replaced, from 0 to 1; 1 where there are none."""
        counts = self.of(kinds)
        return counts[Fate.REPLACED] / counts.total() if counts.total() else 1.0

    @property
    def keeping(self) -> float:
        """The share of clinical words that were neither replaced nor highlighted."""
        return self.clinical_kept / self.clinical if self.clinical else 1.0

    def needless(self, fate: Fate) -> float:
        """How many of a hundred words that identify nobody became this."""
        return 100 * self.words_marked[fate] / self.words if self.words else 0.0


def tally(sentences: Iterable[Sentence], scrub: Scrub) -> Tally:
    fates: Counter[tuple[What, Fate]] = Counter()
    survivors: list[tuple[str, str]] = []
    others: Counter[Fate] = Counter()
    clinical = kept = 0
    for sentence in sentences:
        marks = marked(sentence.text, scrub(sentence.text))
        for planted in sentence.planted:
            fate = fate_of(sentence.text, planted, marks)
            fates[planted.what, fate] += 1
            if fate is Fate.KEPT:
                survivors.append((sentence.text[planted.start : planted.end], sentence.text))
        clinical += len(sentence.clinical)
        kept += sum(set(marks[start:end]) == {Fate.KEPT} for start, end in sentence.clinical)
        others.update(_of_the_others(sentence, marks))
    return Tally(fates, tuple(survivors), clinical, kept, others.total(), others)


def _of_the_others(sentence: Sentence, marks: str) -> Iterator[Fate]:
    """What became of each word that is no part of an identifier: kept only where every sign of it was."""
    identifying = [range(planted.start, planted.end) for planted in sentence.planted]
    for word in _WORD.finditer(sentence.text):
        if not any(word.start() < span.stop and span.start < word.end() for span in identifying):
            became = set(marks[word.start() : word.end()])
            yield next(fate for fate in Fate if fate in became)


def marked(text: str, pieces: Sequence[tuple[str, Fate]]) -> str:
    """A letter a character of the text that says its fate. Raises ValueError where the pieces are not the text."""
    if "".join(piece for piece, _ in pieces) != text:
        raise ValueError("The pieces do not make up the text.")
    return "".join(fate * len(piece) for piece, fate in pieces)


def fate_of(text: str, planted: Planted, marks: str) -> Fate:
    """The worst of what became of its telling parts: of "Elmgrove Surgery" that is "Elmgrove".

    Three letters or digits in a row that are left are as good as the whole; of one that has no three in a
    row ("J.S.", "93") as many as it has.
    """
    every = list(_RUN.finditer(text, planted.start, planted.end))
    runs = [run for run in every if _tells(run.group(), planted.what)] or every
    least = min(_LEAST, max(run.end() - run.start() for run in runs))
    for fate in (Fate.KEPT, Fate.HIGHLIGHTED):
        if any(_longest(marks[run.start() : run.end()], fate) >= least for run in runs):
            return fate
    return Fate.REPLACED


_PLACES = frozenset({What.ADDRESS, What.HOSPITAL, What.SURGERY, What.CARE_HOME, What.SCHOOL})
_COUNTED = frozenset({What.DATE, What.BIRTH_DATE, What.AGE})
_JOINS = frozenset({"the", "of", "and"})  # "the 24th of May", "a hundred and two"


def _tells(run: str, what: What) -> bool:
    if what in _COUNTED:
        return run.lower() not in _JOINS
    return what not in _PLACES or run.lower() not in _generic()


@cache
def _generic() -> frozenset[str]:
    """Parts of an address or a place that tell nothing by themselves."""
    return frozenset(word for source in EVERY_SOURCE for word in words(source.identities)["generic"])


def _longest(marks: str, fate: Fate) -> int:
    return max((len(list(same)) for mark, same in groupby(marks) if mark == fate), default=0)


def table(counted: Tally) -> str:
    """A line a kind: how many there were, and how many were replaced, highlighted for review and left."""
    lines = [f"{'':<24}{'planted':>9}{'replaced':>10}{'highlighted':>13}{'left':>7}{'replaced':>11}"]
    kinds: list[tuple[str, Iterable[What]]] = [(what.value, [what]) for what in What]
    for name, kind in (*kinds, ("structured kinds", STRUCTURED), ("all", What)):
        counts = counted.of(kind)
        numbers = (counts.total(), *(counts[fate] for fate in Fate))
        lines.append(
            "{:<24}{:>9,}{:>10,}{:>13,}{:>7,}".format(name, *numbers) + f"{counted.recall(kind):>11.2%}"
        )
    kept = f"{counted.clinical_kept:,} of {counted.clinical:,}, {counted.keeping:.2%}"
    needless = ", ".join(
        f"{name} {counted.needless(fate):.2f}"
        for name, fate in (("highlighted", Fate.HIGHLIGHTED), ("replaced", Fate.REPLACED))
    )
    return "\n".join(
        (
            *lines,
            f"clinical words kept: {kept}",
            f"of 100 words that identify nobody: {needless} ({counted.words:,} words)",
        )
    )
