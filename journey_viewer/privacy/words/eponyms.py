"""Illnesses, signs and scales that have somebody's name: Parkinson's disease, Tinel's positive."""

from collections.abc import Sequence

from journey_viewer.privacy.words.lists import also_clinical, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_clinical, spelling

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
    if following is not None and word.after in {" ", "'s ", "'S ", "' "}:
        common = low in group("common_eponyms")
        if common and word.possessive and following.low in group("after_eponyms"):
            return True
        if not common and low in listed("eponyms") | group("eponyms_alone") and _is_called_so(following):
            return True
    return _is_one_alone(word, following)


def _is_one_alone(word: Word, following: Word | None) -> bool:
    """Crohn's, parkinsons."""
    low = spelling(word)
    bare = low if word.possessive else low.removesuffix("s")
    if bare not in group("eponyms_alone") or (not word.possessive and low in group("eponyms_alone")):
        return False
    return following is None or word.after.strip() not in {"'s", "'S"} or not _is_owned(following)


def _is_called_so(word: Word) -> bool:
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
