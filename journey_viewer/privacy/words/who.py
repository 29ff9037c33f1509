"""Whether a word could be somebody where only somebody stands; each asks of the word alone."""

from journey_viewer.privacy.words.lists import common_surnames, frequent_surnames, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.vocabulary import has_its_place, is_given

SAYS = any_of(
    "says said rang states stated reports reported thinks wants phoned told asked texted denies came"
)
_OTHERS = ("function", "roles", "relatives", "titles", "posts", "acts", "labels", "numbered")
_NO_PERSONS = ("telephones", "calendar", "nameless")


def is_other(word: str) -> bool:
    """A small word, a role, a relative, a title, what people do."""
    low = word.casefold()
    return any(low in group(kind) for kind in _OTHERS)


def is_other_or_placed(word: str) -> bool:
    return is_other(word) or has_its_place(word.casefold())


def is_rather_somebody(low: str) -> bool:
    """Cook, Gill before a birth date or in a room; not Bloods, Home."""
    if is_other(low) or any(low in group(kind) for kind in _NO_PERSONS):
        return False
    if is_given(low) or low in frequent_surnames():
        return True
    return low in common_surnames() and low not in listed("english") and not has_its_place(low)
