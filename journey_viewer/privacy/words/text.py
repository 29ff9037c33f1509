"""A text in words: what each is written like and where it stands."""

import re
from dataclasses import dataclass
from functools import cached_property

from journey_viewer.privacy.words.normal import without_accents
from journey_viewer.privacy.words.pieces import Rule

_WORD = re.compile(
    r"(?<![^\W_])(?<![^\W\d_]')[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*", re.IGNORECASE
)  # "Ann's" is Ann
_STARTS = re.compile(r"(?:^|[.!?:;•*\n|>]|\s\s|(?:^|\n)\s*[-–])[\s\"'(\[]*$")
_SHORTENED = re.compile(
    r"(?:(?<![/'\d])(?<!\d )\b[A-KM-QS-Z]|\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|St|vs|No|tel|ext))\.\s*$"
)  # that point ends no sentence
_LOUD = 0.7  # of the words of two letters and more are capitals throughout: then capitals tell nothing


@dataclass(frozen=True)
class Word:
    """``low``: lower case · ``first``: begins a sentence · ``after``: what stands between it and the next."""

    text: str
    start: int
    end: int
    first: bool
    after: str
    loud: bool

    @cached_property
    def low(self) -> str:
        return self.text.casefold()

    @cached_property
    def spelt(self) -> str:
        """As the lists spell it."""
        return without_accents(self.low.replace("'", ""))

    @property
    def shouted(self) -> bool:
        """Capitals throughout, as abbreviations are."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def capital(self) -> bool:
        """Begins with a capital that tells something: not in a text of capitals."""
        return self.text[0].isupper() and not self.loud

    @property
    def possessive(self) -> bool:
        return self.after[:2] in {"'s", "'S"}

    @property
    def joined(self) -> bool:
        """Nothing but a space or a dash stands between it and the next word."""
        return self.after in {" ", "-"}

    @property
    def near(self) -> bool:
        """The next word belongs to the same name if it is one: no more than a space, dash or point between."""
        bare = self.after.strip()
        return (
            (bare in {"", "."} or self.after in {"-", "'"}) and len(self.after) < 4 and "\n" not in self.after
        )


@dataclass(frozen=True)
class Found:
    """A stretch of the normalised text, from ``start`` up to ``end``."""

    start: int
    end: int
    rule: Rule


def words_of(text: str) -> tuple[Word, ...]:
    found = list(_WORD.finditer(text))
    long = [match.group() for match in found if len(match.group()) > 1]
    loud = len(long) > 2 and sum(word.isupper() for word in long) > _LOUD * len(long)
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    return tuple(
        Word(
            match.group(),
            match.start(),
            match.end(),
            _begins(text, match.start()),
            text[match.end() : end],
            loud,
        )
        for match, end in zip(found, ends, strict=True)
    )


def _begins(text: str, place: int) -> bool:
    """True where a sentence begins, or whatever else has a capital at its beginning."""
    near = max(0, place - 12)
    return _STARTS.search(text, near, place) is not None and _SHORTENED.search(text, near, place) is None
