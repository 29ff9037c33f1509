"""What the words of a list say, by the word tables of resources/patterns.toml and by nothing else."""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Texts
from journey_viewer.patterns.definitions import tables

_WORD = re.compile(r"\w+")
_TABLES = ("problems", "tests")


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """For each first word the phrases that begin with it, as tuples of words, and what each says."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    told = {tag: phrases for tag, phrases in tables()["words"].items() if tag != "says_nothing"}
    for table in _TABLES:
        told |= {f"{table}.{name}": phrases for name, phrases in tables()[table].items()}
    for tag, phrases in told.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tag))
    return found


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(tables()["words"]["says_nothing"])


def names_of(table: str) -> tuple[str, ...]:
    """The names in a table: of problems, or of tests."""
    return tuple(tables()[table])


def tags_of(text: str) -> frozenset[str]:
    """What a text says: "conveyed", "problems.fall", "tests.hba1c"."""
    words = tuple(_WORD.findall(text.casefold()))
    phrases = _phrases()
    return frozenset(
        tag
        for place, word in enumerate(words)
        for phrase, tag in phrases.get(word, ())
        if words[place : place + len(phrase)] == phrase
    )


def says_nothing(text: str) -> bool:
    """Whether a text tells no more than that there was a hospital stay."""
    words = " ".join(_WORD.findall(text.casefold()))
    return not words or words in _empty_words()


class Tagged:
    """A column of texts, each different one looked at once."""

    def __init__(self, texts: Texts) -> None:
        used, self._inverse = np.unique(texts.codes, return_inverse=True)
        self._tags = [tags_of(texts.words[code]) for code in used.tolist()]
        self._masks: dict[str, NDArray[np.bool_]] = {}

    def says(self, tag: str) -> NDArray[np.bool_]:
        """True where the row's text says this."""
        if tag not in self._masks:
            self._masks[tag] = np.array([tag in told for told in self._tags], np.bool_)[self._inverse]
        return self._masks[tag]
