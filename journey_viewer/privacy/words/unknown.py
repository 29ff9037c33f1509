"""Words that no list knows: a person has to look at them."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.lists import also_clinical, group, words
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_given_and_a_word, is_ordinary

_TOKEN = re.compile(r"(?<![^\W\d_]')[^\W_]+(?:'(?!s\b)[^\W\d_]+)*")  # "Ann's" is Ann
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def find_unknown(text: str, words_in: Sequence[Word]) -> Iterator[Found]:
    """Words outside the ordinary English and the clinical list; of a word with figures, its letters count.

    And names that are ordinary words where the capital that would tell is asked for by something else.
    """
    for place, word in enumerate(words_in):
        if (
            (word.loud or (word.first and word.capital)) and len(word.text) > 3 and _may_be_either(word.low)
        ) or _is_out_of_place(words_in, place, word):
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
        low in group("units")
        or is_ordinary(low)
        or low in words("eponyms")
        or low in words("english_capital")
        or (low.endswith("s") and low[:-1] in words("eponyms"))
    )


def _may_act(words_in: Sequence[Word], place: int, word: Word) -> bool:
    """A sentence that begins with an ordinary word which does what people do: "Smudge declined"."""
    if not word.first or not word.capital or word.shouted or word.after != " " or place + 1 == len(words_in):
        return False
    if _has_its_place(word.low) or word.low in group("more_often_words"):
        return False
    return words_in[place + 1].low in group("acts") - group("weak_acts")


def _has_its_place(low: str) -> bool:
    if any(
        low in group(kind)
        for kind in ("function", "roles", "relatives", "nameless", "titles", "posts", "acts")
    ):
        return True
    return is_clinical(low) or any(
        low in words(name) for name in ("clinical_english", "english_capital", "own_english")
    )


def _is_out_of_place(words_in: Sequence[Word], place: int, word: Word) -> bool:
    """An ordinary word with a capital that nothing asks for, none beside it: a nickname perhaps."""
    if (
        not word.capital
        or word.shouted
        or len(word.text) < 3
        or "'" in word.low
        or word.low in words("eponyms")
    ):
        return False
    if word.first and word.low in words("english"):
        return False
    if any(
        word.low in group(kind) for kind in ("function", "roles", "relatives", "nameless", "titles", "posts")
    ):
        return False
    if (
        is_clinical(word.low)
        or word.low in also_clinical()
        or word.low in words("english_capital") | words("own_english")
    ):
        return False
    beside = words_in[place - 1 : place] if place and words_in[place - 1].near else ()
    beside = (*beside, *(words_in[place + 1 : place + 2] if word.near else ()))
    return not any(near.capital and not near.first for near in beside)


def _may_be_either(low: str) -> bool:
    return is_given_and_a_word(low) and low not in group("more_often_words") and low not in group("function")
