"""What the loaded lists know to be identifying, found in a text first."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from journey_viewer.privacy.words.lists import also_clinical, group
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import has_its_place, is_ordinary, spelling

_NEVER_ALONE = 2  # letters of the shortest part of a name that is looked for

_BEFORE_NAMES = ("titles", "doctors", "posts", "roles")


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
        if len(word.text) >= _NEVER_ALONE and spelling(word) in known.names:
            rule = _rule_of(words, place)
            if rule is not Rule.KEPT:
                yield Found(word.start, word.end, rule)
    for start, end in known.found_in(text):
        named = _name_in(words, start, end, known.names)
        if any(map(str.isdigit, text[start:end])):
            yield Found(start, end, Rule.NUMBER)
        elif named:
            yield Found(named[0].start, end, Rule.NAME)
        else:
            yield Found(start, end, Rule.PLACE)


def _name_in(words: Sequence[Word], start: int, end: int, names: frozenset[str]) -> Sequence[Word]:
    """The words of a full name without the title or post before it; none where it is no name.

    Were the title part of it, what leaves would depend on whether the lists know somebody.
    """
    inside = [word for word in words if start <= word.start and word.end <= end]
    first = 0
    while first < len(inside) and any(inside[first].low in group(kind) for kind in _BEFORE_NAMES):
        first += 1
    named = inside[first:]
    return named if all(spelling(word) in names or len(word.text) == 1 for word in named) else ()


def _rule_of(words: Sequence[Word], place: int) -> Rule:
    """What a word is that is part of a known name: one that is an ordinary word too by where it stands.

    With a capital that no sentence asks for it is a name. Where nothing tells, it is looked at, unless it
    is a word far more often.
    """
    word, low = words[place], spelling(words[place])
    if not is_ordinary(low):
        return Rule.NAME
    if low in group("function"):
        return Rule.KEPT
    if word.capital and (not word.first or word.possessive or _begins_as_a_name(words, place)):
        return Rule.NAME
    if word.capital:
        return Rule.UNKNOWN
    rather_a_word = has_its_place(low) or low in also_clinical()
    return Rule.KEPT if rather_a_word else Rule.UNKNOWN


def _begins_as_a_name(words: Sequence[Word], place: int) -> bool:
    """Hope declined; Marsh, whatever follows."""
    acts = place + 1 < len(words) and words[place + 1].low in group("acts")
    return acts or spelling(words[place]) not in group("more_often_words")
