"""What stands before a birth date or an NHS number: the person whose it is."""

from collections.abc import Sequence

from journey_viewer.privacy.words.lists import common_surnames, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.possible import is_surely_a_name
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_ordinary, may_be_a_name, spelling

_LABELS = frozenset({"dob", "born"})


def is_born(words: Sequence[Word], place: int) -> bool:
    """One of the three words before a birth date or an NHS number, in any case.

    Further off than the one before it, only what people are called.
    """
    word, low = words[place], spelling(words[place])
    if low in _LABELS or any(low in group(kind) for kind in ("function", "relatives", "titles", "numbered")):
        return False
    for label in range(place + 1, min(place + 4, len(words))):
        before = words[label - 1]
        if is_label_of_a_person(words, label):
            beside = label == place + 1 and low not in listed("english")
            called = word.capital or beside or may_be_a_name(low) or not is_ordinary(low)
            called = called or is_surely_a_name(words[place + 1]) or _is_a_surname(words[place + 1])
            return called and before.after.strip(" ,(") == ""
        if not before.near:
            return False
    return False


def _is_a_surname(word: Word) -> bool:
    return spelling(word) in common_surnames()


def is_label_of_a_person(words: Sequence[Word], place: int) -> bool:
    """What a name stands before: dob, NHS No."""
    if place >= len(words):
        return False
    if words[place].low in _LABELS:
        return True
    following = words[place + 1] if place + 1 < len(words) else None
    return words[place].low == "nhs" and (
        (following is not None and following.low in {"no", "number", "num"})
        or any(map(str.isdigit, words[place].after))
    )
