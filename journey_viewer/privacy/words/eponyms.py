"""Illnesses, signs and scales that have somebody's name: Parkinson's disease, Tinel's positive."""

import re
from collections.abc import Sequence
from functools import cache

from journey_viewer.privacy.words.lists import also_clinical, common_surnames, eponyms, group
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_given, spelling

_SCORE = re.compile(
    r" (?:[0-2]?\d|30)(?:/\d+)?(?=\s?(?:[,;)]|\.?\s*$|\.\s?[A-Z])|\s?-\s)"
)  # Bishop 6, Montreal 22/30
_BEFORE_A_NAME = ("titles", "doctors", "relatives", "posts")


def is_an_eponym_here(words: Sequence[Word], place: int) -> bool:
    """Before what is called so; some also alone, unless what follows is somebody's own: "Bell's daughter"."""
    word, low = words[place], spelling(words[place])
    if low not in _names() and low.removesuffix("s") not in group("eponyms_alone"):
        return False
    before = words[place - 1] if place and words[place - 1].near else None
    if before is not None and any(before.low in group(kind) for kind in _BEFORE_A_NAME):
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if _is_half_of_one(words, place) or (low in eponyms() and _SCORE.match(word.after + _text_of(following))):
        return True
    if (
        following is not None
        and word.after in {" ", "'s ", "'S ", "' "}
        and _is_called_after(word, following)
    ):
        return True
    return _is_one_alone(word, following)


@cache
def _names() -> frozenset[str]:
    return eponyms() | group("eponyms_alone") | group("common_eponyms")


def _is_called_after(word: Word, following: Word) -> bool:
    """Epley done, McMurray pos, Hickman line, Bell's palsy; one that many people are called only before such words."""
    low = spelling(word)
    called = following.low in group("after_eponyms")
    if low in group("common_eponyms"):
        return called and (word.possessive or low in eponyms() or low in group("eponyms_alone"))
    return called or (not is_given(low) and _is_called_so(following))


def _is_one_alone(word: Word, following: Word | None) -> bool:
    """Crohn's, parkinsons."""
    low = spelling(word)
    bare = low if word.possessive else low.removesuffix("s")
    if bare not in group("eponyms_alone") or (not word.possessive and low in group("eponyms_alone")):
        return False
    if not word.possessive and low in common_surnames():
        return False  # Reyes
    return following is None or word.after.strip() not in {"'s", "'S"} or not _is_owned(following)


def _is_half_of_one(words: Sequence[Word], place: int) -> bool:
    """Mallory-Weiss, House-Brackmann 4."""
    for first in range(max(0, place - 1), min(place + 1, len(words) - 1)):
        halves = words[first : first + 2]
        named = halves[0].after == "-" and all(
            spelling(half) in eponyms() and half.capital for half in halves
        )
        people = all(spelling(half) in common_surnames() for half in halves)  # Smith-Barnes
        if named and (not people or _is_called_next(words, first + 1)):
            return True
    return False


def _is_called_next(words: Sequence[Word], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else None
    called = following is not None and following.low in group("after_eponyms")
    return called or _SCORE.match(words[place].after + _text_of(following)) is not None


def _text_of(word: Word | None) -> str:
    return "" if word is None else word.text


def _is_called_so(word: Word) -> bool:
    kinds = ("relatives", "owned_by_people", "function", "acts", "happens")
    if word.capital or word.low.endswith(("ing", "ed")) or any(word.low in group(kind) for kind in kinds):
        return False
    return is_clinical(word.low) or word.low in also_clinical()


def _is_owned(word: Word) -> bool:
    return word.low in group("owned_by_people") or word.low in group("relatives")
