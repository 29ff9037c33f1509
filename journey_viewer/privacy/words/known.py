"""What the loaded lists know to be identifying, found in a text first."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.model.words import Service
from journey_viewer.privacy.identifiers import Identifiers, is_a_role, without_accents
from journey_viewer.privacy.places import kind_of_place
from journey_viewer.privacy.words.addresses import find_addresses
from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_ordinary, spelling

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


def find_known(text: str, words: Sequence[Word], known: Identifiers) -> Iterator[Found]:
    """Names and their parts, numbers and birth dates, places: whatever their case, spacing or punctuation."""
    for place, word in enumerate(words):
        if _is_known_name(word, known):
            yield Found(word.start, word.end, Rule.NAME)
        elif word.first and word.capital and spelling(word) in known.names - group("function"):
            acts = place + 1 < len(words) and words[place + 1].low in group("acts")
            if acts or spelling(word) not in group("more_often_words"):
                yield Found(word.start, word.end, Rule.NAME)
    for start, end in known.found_in(text):
        rule = _rule_of(text[start:end], known)
        yield Found(*(_named(text, start, end) if rule is Rule.NAME else (start, end)), rule)


def _rule_of(phrase: str, known: Identifiers) -> Rule:
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


def _is_known_name(word: Word, known: Identifiers) -> bool:
    """A name that is an ordinary word too counts when it has a capital that no sentence asks for."""
    low = spelling(word)
    if low not in known.names or len(low) < _NEVER_ALONE:
        return False
    if not is_ordinary(low):
        return True
    if not word.capital or low in group("function"):
        return False
    return not word.first or word.possessive
