"""Words that no list knows: a person has to look at them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_lowercase

from journey_viewer.privacy.words.doubts import find_doubts
from journey_viewer.privacy.words.lists import abbreviations, clinical, eponyms, family, group, words
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_english,
    is_given,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_ordinary,
)

_TOKEN = re.compile(r"(?<![^\W\d_]')[^\W_]+(?:'(?!s\b)[^\W\d_]+)*")  # "Ann's" is Ann
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

_CODE = re.compile(
    r"(?=.{6})(?=(?:\d*[A-Z]){3})(?=[A-Z]*\d)[A-Z\d]+(?<=\d)[A-Z]+[A-Z\d]*"
)  # capitals and figures in turns
_BEFORE_A_WORD = re.compile(
    r"(?:re|un|non|dis|pre|post|mis|over|under|anti|hyper|hypo|multi|semi|sub|super|inter|self|co)-?"
)
_LONG = 8  # letters of a word that is known though one of them is wrong
_CUT = 4  # letters of the beginning of a word that tell which
_SHORTEST = 3  # letters of a word that could be what somebody is called


def find_unknown(text: str, words_in: Sequence[Word]) -> Iterator[Found]:
    """Words outside the ordinary English and the clinical list; of a word with figures, its letters count.

    And ordinary words that may be what somebody is called where they stand.
    """
    for place, word in enumerate(words_in):
        if (_may_be_either(word) and not _is_plain(words_in, place)) or _may_act(words_in, place, word):
            yield Found(word.start, word.end, Rule.UNKNOWN)
    yield from find_doubts(words_in)
    for token in _TOKEN.finditer(text):
        letters = _LETTERS.findall(token.group())
        if not all(map(_is_known, letters)) or _CODE.fullmatch(token.group()):
            yield Found(*token.span(), Rule.UNKNOWN)


def _is_known(part: str) -> bool:
    low = part.casefold()
    if part.isupper() and low in abbreviations():
        return True
    if low in group("units") or is_ordinary(low) or low in words("english_capital"):
        return True
    if part == low and is_given(low):
        return False  # kelly, without a capital
    if part == low and (is_cut_short(low) or is_misspelt(low)):
        return True
    return low in _eponyms() or low.removesuffix("s") in _eponyms()


@cache
def is_cut_short(low: str) -> bool:
    """Urol, antipsych, rescan: the first letters of a word, or a word with re-, un-, dis- before it; nobody's name."""
    if len(low) < _CUT or is_on_the_lists_of_names(low):
        return False
    built = _BEFORE_A_WORD.match(low)
    if built and is_english(low[built.end() :]) and len(low) - built.end() >= _CUT:
        return True
    words_of_notes = _in_order()
    place = bisect_left(words_of_notes, low)
    return place < len(words_of_notes) and words_of_notes[place].startswith(low)


@cache
def is_misspelt(low: str) -> bool:
    """Antibotics, pregnent: one letter from a long word, and nobody's name."""
    if len(low) < _LONG or not low.isascii() or is_on_the_lists_of_names(low):
        return False
    halves = [(low[:place], low[place:]) for place in range(len(low) + 1)]
    nearly = (
        *(first + second[1:] for first, second in halves if second),
        *(first + second[1] + second[0] + second[2:] for first, second in halves if len(second) > 1),
        *(first + letter + second[1:] for first, second in halves if second for letter in ascii_lowercase),
        *(first + letter + second for first, second in halves for letter in ascii_lowercase),
    )
    return any(word in _common() for word in nearly)


@cache
def _common() -> frozenset[str]:
    return clinical() | words("english") | words("english_middle")


@cache
def _in_order() -> tuple[str, ...]:
    return tuple(sorted(_common()))


@cache
def _eponyms() -> frozenset[str]:
    return eponyms() | group("eponyms_alone")


def _may_be_either(word: Word) -> bool:
    """A name and a word at once, where all words have a capital or this one because it is the first."""
    told = not word.loud and not (word.first and word.capital)
    if (
        told
        or (word.shouted and not word.loud and word.low in abbreviations())
        or len(word.text) < _SHORTEST
        or word.low in group("function")
    ):
        return False
    return (
        is_given_and_a_word(word.low)
        and word.low not in family("shorthand")
        and word.low not in group("more_often_words")
    )


def _is_plain(words_in: Sequence[Word], place: int) -> bool:
    """Mark the skin, Hope to discharge soon."""
    if place + 1 == len(words_in) or not words_in[place].first or words_in[place].after != " ":
        return False
    return words_in[place + 1].low in group("after_a_word")


def _may_act(words_in: Sequence[Word], place: int, word: Word) -> bool:
    """A sentence that begins with an ordinary word which does what people do: "Smudge declined"."""
    begins = word.first and word.capital and not word.shouted and word.after == " "
    if not begins or place + 1 == len(words_in):
        return False
    acts = group("acts") - group("weak_acts")
    if has_its_place(word.low):
        if any(word.low in group(kind) for kind in ("function", "roles", "relatives", "posts")):
            return False
        acts = acts - group("passive")
    return words_in[place + 1].low in acts
