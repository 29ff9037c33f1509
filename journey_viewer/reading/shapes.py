"""Texts by their shape: every digit becomes 0, so that a pattern is tried once for all texts alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import Match, Pattern

import numpy as np
from numpy.typing import NDArray

MAX_LENGTH = 60
"""A longer text is neither a date nor a time."""

_ANY_DIGIT = str.maketrans("123456789", "000000000")


@dataclass(frozen=True, eq=False, repr=False)
class Alike:
    """Texts of one shape: ``places`` they came from, their characters, and the match of their shape."""

    places: NDArray[np.intp]
    match: Match[str]
    characters: NDArray[np.int64]

    def number(self, group: str, missing: int = 0) -> NDArray[np.int64]:
        """The whole number that stands in this group of the pattern, in every text."""
        first, after = self._span(group)
        if first < 0:
            return np.full(len(self.places), missing, np.int64)
        digits = self.characters[:, first:after]
        return digits @ 10 ** np.arange(after - first - 1, -1, -1, dtype=np.int64)

    def said(self, group: str) -> str:
        """What stands in this group where it is not digits, the same in every text; "" where nothing does."""
        return (self.match[group] or "") if group in self.match.re.groupindex else ""

    def _span(self, group: str) -> tuple[int, int]:
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)


def group_by_shape(texts: Sequence[tuple[int, str]], patterns: Iterable[Pattern[str]]) -> Iterator[Alike]:
    """The (place, text) pairs in groups of one shape, each with the first pattern that fits it whole.

    Texts that no pattern fits are left out.
    """
    groups: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for pair in texts:
        if len(pair[1]) <= MAX_LENGTH:
            groups[pair[1].translate(_ANY_DIGIT)].append(pair)
    ladder = tuple(patterns)
    for shape, pairs in groups.items():
        match = next(filter(None, (pattern.fullmatch(shape) for pattern in ladder)), None)
        if match is not None:
            yield Alike(np.array([place for place, _ in pairs]), match, _digits(pairs, len(shape)))


def _digits(pairs: Sequence[tuple[int, str]], length: int) -> NDArray[np.int64]:
    texts = np.array([text for _, text in pairs], dtype=f"U{length}")
    return texts.view(np.uint32).reshape(len(pairs), length).astype(np.int64) - ord("0")
