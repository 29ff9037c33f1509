"""A sentence's first word, of which only what follows tells whether it is somebody."""

import re
from collections.abc import Sequence

from journey_viewer.privacy.words.lists import also_clinical, frequent_surnames, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.possible import (
    VERB_ENDINGS,
    could_be_a_name,
    is_numbered,
    is_shouted,
    is_surely_a_name,
)
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_given_and_a_word, may_be_a_name, spelling

_AGED = re.compile(r"\s?\((?:[2-9]\d|1[0-2]\d)\)?")  # Pain (92) lives with

_MONTHS = frozenset({"april", "june", "august"})  # May is decided as a given name


def begins_as_a_name_might(words: Sequence[Word], place: int) -> bool:
    """A sentence's first word, and what follows is what follows a name."""
    word, low = words[place], spelling(words[place])
    if not word.first or not word.capital or is_shouted(word) or low in group("function"):
        return False
    following = _next(words, place)
    if (
        (_AGED.match(word.after) and low not in group("relatives"))
        or _is_full_name(words, place)
        or _stays(words, place)
        or _is_said_of_people(word, following)
    ):
        return True
    if not may_be_a_name(low) or is_clinical(low) or low in also_clinical():
        return False
    if word.after[:1] in {",", "/"} or low in group("begin_often") | group("months") | group("nameless"):
        return word.after[:1] in {",", "/"}
    sure = low not in listed("english") or is_given_and_a_word(low) or low in frequent_surnames()
    return sure and (is_numbered(word) or _is_followed_like_a_name(word, following))


def _is_followed_like_a_name(word: Word, following: Word | None) -> bool:
    if following is None or word.after != " ":
        return False
    return following.low in group("after_first_names") or following.low.endswith("ed")


def _is_said_of_people(word: Word, following: Word | None) -> bool:
    """Pip intoxicated, Brook brought, April has, June's."""
    low = spelling(word)
    if low in _MONTHS and (word.possessive or (following is not None and following.low in group("acts"))):
        return True
    if not is_given_and_a_word(low) or following is None or word.after != " ":
        return False
    return following.low in group("states") or following.low in group("happens")


def _is_full_name(words: Sequence[Word], place: int) -> bool:
    """Cook, Winsome; Winsome Young."""
    word, following = words[place], _next(words, place)
    if following is None or not following.capital or is_shouted(following):
        return False
    if word.after == ", ":
        low = spelling(following)
        return may_be_a_name(low) or not (
            low in group("function") or is_clinical(low) or low in also_clinical()
        )
    if word.after != " " or not could_be_a_name(word) or word.low.endswith(VERB_ENDINGS):
        return False
    return may_be_a_name(spelling(following)) or is_surely_a_name(following)


def _stays(words: Sequence[Word], place: int) -> bool:
    """Pain in bed."""
    near = words[place + 1 : place + 3]
    return len(near) > 1 and near[0].low == "in" and near[1].low in group("stays_in")


def _next(words: Sequence[Word], place: int) -> Word | None:
    return words[place + 1] if place + 1 < len(words) else None
