"""Words that no list knows: a person has to look at them."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.lists import words
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import FUNCTION, VERBS, is_given_and_a_word, is_ordinary

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_PARTS = frozenset(
    [
        "x",
        "th",
        "st",
        "nd",
        "rd",
        "mg",
        "ml",
        "mcg",
        "kg",
        "cm",
        "mm",
        "g",
        "l",
        "mmol",
        "iu",
        "units",
        "hrs",
        "hr",
        "min",
        "mins",
        "yo",
        "yr",
        "yrs",
        "pm",
        "am",
        "bpm",
        "mmhg",
        "kcal",
        "c",
        "f",
        "m",
        "w",
        "d",
        "s",
        "y",
        "h",
        "n",
        "p",
        "q",
        "v",
        "t",
    ]
)


def find_unknown(text: str, words_in: Sequence[Word]) -> Iterator[Found]:
    """Words outside the ordinary English and the clinical list; of a word with figures, its letters count.

    And names that are ordinary words where the capital that would tell is asked for by something else.
    """
    for word in words_in:
        if (word.loud or (word.first and word.capital)) and _may_be_either(word.low):
            yield Found(word.start, word.end, Rule.UNKNOWN)
    for token in _TOKEN.finditer(text):
        letters = _LETTERS.findall(token.group())
        if any(not _is_known(part.casefold()) for part in letters) or (
            len(letters) > 2
            and token.group().upper() == token.group()
            and any(map(str.isdigit, token.group()))
            and len(token.group()) > 5
        ):
            yield Found(*token.span(), Rule.UNKNOWN)


def _is_known(low: str) -> bool:
    low = low.removesuffix("'s")
    return (
        low in _PARTS
        or is_ordinary(low)
        or low in words("eponyms")
        or low in words("english_capital")
        or (low.endswith("s") and low[:-1] in words("eponyms"))
    )


def _may_be_either(low: str) -> bool:
    return is_given_and_a_word(low) and low not in VERBS and low not in FUNCTION
