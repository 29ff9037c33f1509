"""What a word is like to the net: how it is written, which lists it is on, and the word itself where it names nobody."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from journey_viewer.privacy.words.lists import (
    also_clinical,
    common_surnames,
    family,
    frequent_surnames,
    given_names,
    group,
    words,
)
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_english, is_ordinary, spelling

_KINDS = """
function acts more_often_words roles titles doctors posts relatives before_names before_names_at_times surely links particles
after_eponyms nameless where dwells units years weak_acts asked before_nicknames passive after_relatives medicines labels
place_kinds house_names syllables happens meets states owned_by_people owned shortened telephones function_surnames lettered
begin_often numbered town_endings beside_clinicians modal calendar tongues
"""
_SHORT = 3  # capitals that may be initials
_ENDING = 3  # letters of a word on no list that are looked at


@dataclass(frozen=True)
class Look:
    """``shape``: XX, Xx, … · ``names``, ``others``: lists of names, other lists, a letter each · ``said``: the word, or "?"."""

    shape: str
    names: str
    others: str
    kinds: tuple[str, ...]
    said: str
    ending: str = ""

    @property
    def like(self) -> str:
        return self.shape + self.names + self.others


EDGE = Look("$", "", "", (), "$")  # where the text begins or ends


def looks_of(words_in: Sequence[Word], nobodys: Collection[str]) -> list[Look]:
    """``nobodys``: words that name nobody, which may be told as they are."""
    return [_look(spelling(word), _shape(word), spelling(word) in nobodys) for word in words_in]


def may_name(word: Word) -> bool:
    """What the net judges: a capital, a name of the lists, a word of no list, or letters that may be initials."""
    low = spelling(word)
    if word.text[0].isupper() or low in given_names() or low in common_surnames():
        return True
    return not is_ordinary(low) or (1 < len(low) <= _SHORT and not is_english(low))


def _shape(word: Word) -> str:
    """x, xx, Xx, XxX, and X, XX, XXX, XXXX; "^" begins a sentence, "!" stands in a text of capitals."""
    text = word.text
    if text.isupper():
        shape = "X" * min(len(text), _SHORT + 1)
    elif text[0].isupper():
        shape = "Xx" if text[1:].islower() else "XxX"
    else:
        shape = "x" if len(text) == 1 else "xx"
    return shape + "!" * word.loud + "^" * word.first


@cache
def _look(low: str, shape: str, nobodys: bool) -> Look:  # noqa: FBT001
    kinds = tuple(kind for kind in _KINDS.split() if low in group(kind))
    names, others = _names(low), _others(low)
    unlisted = names == others == "" and not is_ordinary(low)
    return Look(shape, names, others, kinds, low if nobodys else "?", low[-_ENDING:] if unlisted else "")


def _names(low: str) -> str:
    """Given names, and surnames by how many bear them."""
    given = (
        ("s", words("own_sure_names")),
        ("w", words("own_names")),
        ("g", words("first_names")),
    )
    borne = (("1", frequent_surnames()), ("2", common_surnames()), ("3", words("surnames")))
    return _first_of(low, given) + _first_of(low, borne)


def _others(low: str) -> str:
    """English by how often it is written, clinical words, abbreviations."""
    written = (
        ("e", words("english")),
        ("m", words("english_middle")),
        ("m", words("own_english")),
        ("r", words("english_rare")),
        ("c", words("english_capital")),
    )
    clinical = (
        ("C", words("clinical")),
        ("C", words("own_clinical")),
        ("E", also_clinical()),
        ("P", words("eponyms")),
        ("H", family("shorthand")),
        ("B", family("brands")),
    )
    short = (
        ("A", group("abbreviations")),
        ("W", family("persons")),
        ("M", family("methods")),
        ("S", family("short")),
    )
    built = "b" if is_clinical(low) else ""
    return _first_of(low, written) + (_first_of(low, clinical) or built) + _first_of(low, short)


def _first_of(low: str, lists: Sequence[tuple[str, frozenset[str]]]) -> str:
    return next((letter for letter, listed in lists if low in listed), "")
