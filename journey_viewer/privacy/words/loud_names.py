"""Names in a text of capitals, which are words too: a person looks at them."""

from collections.abc import Sequence

from journey_viewer.privacy.words.lists import abbreviations, also_clinical, common_surnames, family, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.possible import OTHER_KINDS
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import (
    is_a_day_or_tongue,
    is_clinical,
    is_given,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_ordinary,
    may_be_a_name,
    spelling,
)

_PAIR = 2


def is_a_loud_name(words: Sequence[Word], place: int) -> bool:
    """In a text of capitals, a name that is no common word."""
    word, low = words[place], spelling(words[place])
    if word.loud and (
        _is_small(words, place) or _is_at_the_end(words, place) or _does_something(words, place)
    ):
        return True
    if (
        not word.loud
        or any(low in group(kind) for kind in OTHER_KINDS)
        or low in abbreviations()
        or low in family("shorthand")
    ):
        return False
    if low in also_clinical() or low in group("dotted") or is_a_day_or_tongue(low):
        return False
    if low in listed("english"):
        beside = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
        return may_be_a_name(low) and any(
            (is_given(one.low) and not is_ordinary(one.low))
            or (is_given_and_a_word(one.low) and one.low not in group("more_often_words"))
            for one in beside
        )
    return is_given(low) or (is_on_the_lists_of_names(low) and not is_clinical(low))


def _is_small(words: Sequence[Word], place: int) -> bool:
    """ELSIE DAY FELL: a surname that is a small word, after a given name."""
    word = words[place]
    if word.low not in group("function_surnames") or word.low in group("short_words") or not place:
        return False
    before, following = words[place - 1], words[place + 1] if place + 1 < len(words) else None
    return (
        before.after == " "
        and (is_given(before.low) or not is_ordinary(before.low))
        and (following is None or following.low not in group("function"))
    )


def _is_at_the_end(words: Sequence[Word], place: int) -> bool:
    """BELONGS TO GORE."""
    word, low = words[place], spelling(words[place])
    if not place or words[place - 1].low not in {"to", "for", "by", "with"} or word.after.strip(" .") != "":
        return False
    if place + 1 < len(words) and not words[place + 1].first:
        return False
    known = any(low in group(kind) for kind in (*OTHER_KINDS, "nameless", "telephones", "stays_in"))
    if is_a_day_or_tongue(low):
        return place >= _PAIR and words[place - _PAIR].low == "belongs"
    return low in common_surnames() and not known and not is_clinical(low)


def _does_something(words: Sequence[Word], place: int) -> bool:
    """MARK WAS TOLD, BILL FELL."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if following is None or word.after != " " or not is_given_and_a_word(word.low):
        return False
    if word.loud and place and words[place - 1].low in group("posts"):
        return True  # STAFF NURSE WILL TO MEET GP
    return (
        following.low in group("acts")
        or following.low in group("happens")
        or following.low in {"aware", "present"}
    )
