"""Illnesses, signs and scales that have somebody's name: Parkinson's disease, Tinel's positive."""

import re
from collections.abc import Sequence

from journey_viewer.privacy.words.lists import also_clinical, eponyms, group
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_given, spelling

_SCORE = re.compile(
    r" (?:[0-2]?\d|30)(?:/\d+)?(?=\s?(?:[,;)]|\.?\s*$|\.\s?[A-Z])|\s?-\s)"
)  # Bishop 6, Montreal 22/30
_BEFORE_A_NAME = ("titles", "doctors", "relatives", "posts")


def is_an_eponym_here(words: Sequence[Word], place: int) -> bool:
    """Before what is called so; some also alone, unless what follows is somebody's own: "Bell's daughter"."""
    word, low = words[place], spelling(words[place])
    following = words[place + 1] if place + 1 < len(words) else None
    if (
        place
        and words[place - 1].near
        and any(words[place - 1].low in group(kind) for kind in _BEFORE_A_NAME)
    ):
        return False
    if _is_half_of_one(words, place) or (low in eponyms() and _SCORE.match(word.after + _next(following))):
        return True
    if following is not None and word.after in {" ", "'s ", "'S ", "' "}:
        common = low in group("common_eponyms")
        if common and word.possessive and following.low in group("after_eponyms"):
            return True
        named_after = low in eponyms() or low in group("eponyms_alone")
        if named_after and _is_measured(word, following):
            return True
        if not common and named_after and _is_called_so(following, given=is_given(low)):
            return True
    return _is_one_alone(word, following)


def _is_one_alone(word: Word, following: Word | None) -> bool:
    """Crohn's, parkinsons."""
    low = spelling(word)
    bare = low if word.possessive else low.removesuffix("s")
    if bare not in group("eponyms_alone") or (not word.possessive and low in group("eponyms_alone")):
        return False
    return following is None or word.after.strip() not in {"'s", "'S"} or not _is_owned(following)


def _is_half_of_one(words: Sequence[Word], place: int) -> bool:
    """Mallory-Weiss, House-Brackmann 4."""
    for first in (place - 1, place):
        if first >= 0 and first + 1 < len(words) and words[first].after == "-":
            if all(spelling(half) in eponyms() and half.capital for half in words[first : first + 2]):
                return True
    return False


def _next(word: Word | None) -> str:
    return "" if word is None else word.text


def _is_measured(word: Word, following: Word) -> bool:
    """Epley done, McMurray pos, Hickman line."""
    return word.after in {" ", "'s "} and following.low in group("after_eponyms")


def _is_called_so(word: Word, *, given: bool) -> bool:
    if given:
        return word.low in group("after_eponyms")
    if any(
        word.low in group(kind) for kind in ("relatives", "owned_by_people", "function", "acts", "happens")
    ):
        return False
    return word.low in group("after_eponyms") or (
        not word.capital
        and not word.low.endswith(("ing", "ed"))
        and (is_clinical(word.low) or word.low in also_clinical())
    )


def _is_owned(word: Word) -> bool:
    return word.low in group("owned_by_people") or word.low in group("relatives")
