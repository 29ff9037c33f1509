"""What the loaded lists know to be identifying, found in a text first."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from journey_viewer.model.words import Service
from journey_viewer.privacy.places import kind_of_place
from journey_viewer.privacy.words.addresses import find_addresses
from journey_viewer.privacy.words.eponyms import is_an_eponym_here
from journey_viewer.privacy.words.lists import also_clinical, group
from journey_viewer.privacy.words.normal import without_accents
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.roles import is_a_role
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_a_day_or_tongue,
    is_given_and_a_word,
    is_only_a_name,
    is_ordinary,
    spelling,
)

_NEVER_ALONE = 2  # letters of the shortest part of a name that is looked for
_PLACES = {
    "Care home": Rule.CARE_HOME,
    "School": Rule.SCHOOL,
    "Hospice": Rule.HOSPITAL,
    "Hospital": Rule.HOSPITAL,
    "Surgery": Rule.SURGERY,
    "Clinic": Rule.SURGERY,
}
_SEVERAL = 2
_WORD = re.compile(r"[^\W\d_]{2,}|\d+(?=\s)")
_FIRST = re.compile(r"[^\W\d_]+[\s.]+")
_AFTER = re.compile(r"\s*[,(]")


class Knows(Protocol):
    """What the loaded lists know.

    ``names``: every part of anybody's name, lower case · ``found_in``: where places, full names and numbers stand.
    """

    @property
    def names(self) -> frozenset[str]: ...

    def found_in(self, text: str) -> Iterator[tuple[int, int]]: ...

    def is_a_name(self, phrase: str) -> bool: ...


def find_known(text: str, words: Sequence[Word], known: Knows) -> Iterator[Found]:
    """Names and their parts, numbers and birth dates, places: whatever their case, spacing or punctuation."""
    for place, word in enumerate(words):
        if len(word.text) >= _NEVER_ALONE and spelling(word) in known.names:
            rule = _rule_of(words, place)
            if rule is not Rule.KEPT:
                yield Found(word.start, word.end, rule)
    for start, end in known.found_in(text):
        rule = _rule_of_phrase(text[start:end], known)
        yield Found(*(_named(text, start, end) if rule is Rule.NAME else (start, end)), rule)


def _rule_of_phrase(phrase: str, known: Knows) -> Rule:
    """What a number or several words from the lists are; what begins like a house may be no address."""
    words = _WORD.findall(phrase)
    if len(words) < _SEVERAL:
        return Rule.NUMBER
    if phrase[0].isdigit() and any(find_addresses(without_accents(phrase))):
        return Rule.ADDRESS
    kind = kind_of_place(phrase, Service.OTHER)
    if known.is_a_name(phrase) and not (is_a_role(words[-1]) and kind in _PLACES):
        return Rule.NAME
    return _PLACES.get(kind, Rule.PLACE)


def _named(text: str, start: int, end: int) -> tuple[int, int]:
    """The name alone: "Dr" before it stays, and what follows in brackets or after a comma."""
    while (role := _FIRST.match(text, start, end)) and is_a_role(role.group()):
        if is_a_role(text[role.end() : end]):
            break  # Nurse Sister
        start = role.end()
    beside = _AFTER.search(text, start, end)
    return start, end if beside is None or is_a_role(text[start : beside.start()]) else beside.start()


def _rule_of(words: Sequence[Word], place: int) -> Rule:
    """What a word is that is part of a known name: one that is an ordinary word too by where it stands.

    With a capital that no sentence asks for it is a name. Where nothing tells, it is looked at, unless it
    is a word far more often.
    """
    low = spelling(words[place])
    if is_an_eponym_here(words, place):
        return Rule.KEPT
    if is_a_day_or_tongue(low) and not is_given_and_a_word(low):
        return _rule_of_a_day(words, place)
    if low in group("function"):
        return _rule_of_a_small_word(words, place)
    return _rule_of_a_word(words, place) if is_ordinary(low) else Rule.NAME


def _rule_of_a_word(words: Sequence[Word], place: int) -> Rule:
    word, low = words[place], spelling(words[place])
    if word.capital and (not word.first or word.possessive or _begins_as_a_name(words, place)):
        return Rule.NAME
    if word.capital:
        return Rule.UNKNOWN
    rather_a_word = has_its_place(low) or low in also_clinical()
    return Rule.KEPT if rather_a_word else Rule.UNKNOWN


def _rule_of_a_day(words: Sequence[Word], place: int) -> Rule:
    """Christmas, Sunday: somebody's name after a title or a given name, else when something was."""
    before = words[place - 1] if place and words[place - 1].near else None
    if not words[place].text[0].isupper() or before is None:
        return Rule.KEPT
    if before.low in {"with", "v", "vs", "owed", "surname", "named", "called"}:
        return Rule.NAME
    if any(before.low in group(kind) for kind in ("titles", "doctors", "relatives")):
        return Rule.NAME
    return Rule.NAME if before.text[0].isupper() and is_only_a_name(before.low) else Rule.KEPT


def _rule_of_a_small_word(words: Sequence[Word], place: int) -> Rule:
    """Down, Day: a name with a capital that no sentence asks for."""
    word = words[place]
    return Rule.NAME if word.capital and not word.first and not word.shouted else Rule.KEPT


def _begins_as_a_name(words: Sequence[Word], place: int) -> bool:
    """Hope declined; Marsh, whatever follows."""
    acts = place + 1 < len(words) and words[place + 1].low in group("acts")
    return acts or spelling(words[place]) not in group("more_often_words")
