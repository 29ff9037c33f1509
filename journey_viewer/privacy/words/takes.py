"""Which words can be somebody's name after what stands before them; each asks of one word alone."""

from journey_viewer.privacy.words.lists import (
    abbreviations,
    also_clinical,
    common_surnames,
    frequent_surnames,
    group,
)
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import (
    is_clinical,
    is_given,
    is_given_and_a_word,
    is_only_a_name,
    is_ordinary,
    may_be_a_name,
    spelling,
)

LONG = 4  # letters from which a word of capitals is no abbreviation
_MONTHS = frozenset({"may", "march", "june"})


def _is_clinical(word: Word) -> bool:
    """What is clinical as it is written: "PIP" is, "Pip" is not."""
    low = spelling(word)
    if word.text[1:].islower() and word.capital and low in abbreviations():
        return low in listed("clinical")
    return is_clinical(low)


def after_title(word: Word) -> bool:
    """Mr, Dr: nearly everything, in any case."""
    low = spelling(word)
    if low in group("function") or low in group("roles"):
        return False
    if word.capital and not (word.shouted and is_clinical(low)):
        return True
    return not is_ordinary(word.low) or may_be_a_name(low)


def after_mr(word: Word) -> bool:
    """Mr, Mrs: what people do is a surname too, Mr Nurse."""
    low = spelling(word)
    if low in group("roles"):
        return low in common_surnames()
    if low in group("function"):
        known = low in group("function_surnames") and low not in group("short_words")
        return (word.capital and low in listed("surnames")) or known
    return after_title(word) or (word.capital and low in frequent_surnames())


def after_post(word: Word) -> bool:
    """Nurse, SW, interpreter: with a capital whatever is not clinical or a role, else what is only a name."""
    low = spelling(word)
    if low in group("function") or low in group("roles"):
        return False
    if word.capital:
        return may_be_a_name(low) or not (
            _is_clinical(word) or low in also_clinical() or low in group("nameless")
        )
    if not is_ordinary(word.low):
        return True
    return is_only_a_name(low) or (is_given_and_a_word(low) and low not in group("more_often_words"))


def after_relative(word: Word) -> bool:
    """Daughter, spoke with: with a capital whatever is not clinical, else what is no ordinary word."""
    low = spelling(word)
    if any(low in group(kind) for kind in ("function", "roles", "relatives", "titles")):
        return False
    if word.capital:
        return may_be_a_name(low) or not (_is_clinical(word) or low in also_clinical())
    if not is_ordinary(word.low) or is_only_a_name(low) or (is_given(low) and low not in listed("english")):
        return True
    return is_given_and_a_word(low) and low not in group("more_often_words")


def after_link(word: Word) -> bool:
    """Mum's name is, a friend called."""
    low = spelling(word)
    if low in group("function") or low in group("roles"):
        return False
    if word.capital:
        return not _is_clinical(word) or may_be_a_name(low)
    return is_only_a_name(low) or (is_given_and_a_word(low) and low not in group("more_often_words"))


def surely(word: Word) -> bool:
    """Spoke to, lives with: also "mark" and "Day"."""
    low = spelling(word)
    if word.capital and not word.shouted and low in frequent_surnames():
        return True
    return after_relative(word) or (is_given_and_a_word(low) and low not in group("function"))


def at_once(word: Word) -> bool:
    """d/w, via: also "Pain" and "Ward"."""
    return surely(word) or (word.capital and not word.shouted and spelling(word) in common_surnames())


def asked(word: Word) -> bool:
    """Asked wood to order: also a surname without a capital."""
    low = spelling(word)
    return surely(word) or (low in frequent_surnames() and low not in group("function"))


def weakly(word: Word) -> bool:
    """To, for, from: only with a capital."""
    low = spelling(word)
    if not word.capital or word.shouted:
        return False
    if low in frequent_surnames() and low not in _MONTHS:
        return True
    if any(low in group(kind) for kind in ("function", "roles", "titles")) or _is_clinical(word):
        return False
    return may_be_a_name(low) or not (low in also_clinical() or low in group("nameless"))
