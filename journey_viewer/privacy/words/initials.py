"""Initials: J.S., "J S", two or three capitals that are no abbreviation anybody knows."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.lists import abbreviations, family, group
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_ordinary

_DOTTED = re.compile(r"(?<![\w.])[A-Z]\.\s?(?:[A-Z]\.\s?){0,2}[A-Z]\b\.?")
_SPACED = re.compile(r"(?<![\w.&/-])[A-HJ-Z] [A-HJ-Z](?: [A-HJ-Z])?(?![\w.&/-])")
_SIGNED = re.compile(
    r"(?:\b(?:initials?|signed|sign|pt|patient|mr|mrs|ms|client|re|by|with|d/w|from|to|cc|clinician|user|author)\b[\s:.=-]*|[-–(/]\s?)([A-Z]{2,3})(?=[\s.)\]/,]*$|\)|\s+\d)"
)


_OWNER = re.compile(
    r"\b(?i:patient|client|initials?|signed|service user|resident)[\s:.]+([A-Z]{2,3})(?=\s*[/,;:)-]|\.?\s*$)"
)
_PAIR = 2  # letters of the initials of a forename and a surname
_OUTCOMES = frozenset(
    {"dna", "dnw", "fta", "uta", "rip", "nad", "cna", "wnl", "nfa"}
)  # what a patient does or is


def find_initials(text: str, words: Sequence[Word]) -> Iterator[Found]:
    yield from _dotted(text)
    if any(word.loud for word in words):
        return
    for match in _SPACED.finditer(text):
        yield Found(*match.span(), Rule.INITIALS)
    for place, word in enumerate(words):
        if word.shouted and len(word.text) in {2, 3} and _are_initials(words, place):
            yield Found(word.start, word.end, Rule.INITIALS)
    for pattern, is_known in ((_OWNER, _is_outcome), (_SIGNED, is_clinical)):
        for match in pattern.finditer(text):
            if not is_known(match[1].casefold()):
                yield Found(*match.span(1), Rule.INITIALS)


def _dotted(text: str) -> Iterator[Found]:
    """J.S.; "I.M." may be an injection, and is looked at."""
    for match in _DOTTED.finditer(text):
        if re.sub(r"\W", "", match.group()).casefold() not in group("dotted"):
            yield Found(*match.span(), Rule.INITIALS)
        else:
            yield Found(*match.span(), Rule.UNKNOWN)


def _are_initials(words: Sequence[Word], place: int) -> bool:
    return not _is_known(words[place]) or _acts(words, place) or _begins(words, place)


def _acts(words: Sequence[Word], place: int) -> bool:
    """AP attended w mum: an abbreviation that does what only people do, but for those of a role."""
    low = words[place].low
    if place + 1 == len(words) or words[place].after != " ":
        return False
    following = words[place + 1].low
    if following in {"not", "found"} and place + 2 < len(words) and low not in family("persons"):
        return words[place + 2].low in group("not_or_found")  # PC not seen x2 days
    if any(low in group(kind) for kind in ("roles", "posts")) or low in family("persons"):
        return False
    return following in group("acts") - group("weak_acts") - group("passive")


def _begins(words: Sequence[Word], place: int) -> bool:
    """KS has a care plan, EG and S.H. both: two letters that are none of the commonest abbreviations."""
    word = words[place]
    if not word.first or len(word.text) > _PAIR or word.after != " " or place + 1 == len(words):
        return False
    if word.low in group("abbreviations") | family("persons") | group("labels") | group("roles") | group(
        "posts"
    ):
        return False
    following = words[place + 1]
    if following.low == "and" and place + 2 < len(words):
        return len(words[place + 2].text) == 1 and words[place + 2].text.isupper()
    return following.low in group("acts") - group("passive")


def _is_outcome(low: str) -> bool:
    return low in _OUTCOMES


def _is_known(word: Word) -> bool:
    return is_ordinary(word.low) or word.low in group("dotted") or word.low in abbreviations()
