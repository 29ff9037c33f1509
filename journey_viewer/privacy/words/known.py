"""What the loaded lists know to be identifying, found in a text first."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_ordinary, spelling

_NEVER_ALONE = 2  # letters of the shortest part of a name that is looked for


class Knows(Protocol):
    """What the loaded lists know.

    ``names``: every part of anybody's name, lower case · ``found_in``: where places, full names and numbers stand.
    """

    @property
    def names(self) -> frozenset[str]: ...

    def found_in(self, text: str) -> Iterator[tuple[int, int]]: ...


def find_known(text: str, words: Sequence[Word], known: Knows) -> Iterator[Found]:
    """Names and their parts, numbers and birth dates, places: whatever their case, spacing or punctuation."""
    for place, word in enumerate(words):
        if _is_known_name(word, known):
            yield Found(word.start, word.end, Rule.NAME)
        elif word.first and word.capital and spelling(word) in known.names - group("function"):
            acts = place + 1 < len(words) and words[place + 1].low in group("acts")
            if acts or spelling(word) not in group("more_often_words"):
                yield Found(word.start, word.end, Rule.NAME)
    for start, end in known.found_in(text):
        yield Found(start, end, Rule.NUMBER if any(map(str.isdigit, text[start:end])) else Rule.PLACE)


def _is_known_name(word: Word, known: Knows) -> bool:
    """A name that is an ordinary word too counts when it has a capital that no sentence asks for."""
    low = spelling(word)
    if low not in known.names or len(low) < _NEVER_ALONE:
        return False
    if not is_ordinary(low):
        return True
    if not word.capital or low in group("function"):
        return False
    return not word.first or word.possessive
