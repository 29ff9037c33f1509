"""What a word could be besides, and what it is surely, for the rules that leave it to a person."""

from journey_viewer.privacy.words.lists import also_clinical, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import (
    is_clinical,
    is_only_a_name,
    is_ordinary,
    may_be_a_name,
    spelling,
)

OTHER_KINDS = ("function", "roles", "relatives", "titles", "posts", "acts", "before_names")
VERB_ENDINGS = ("ed", "ing", "ly", "es")


def is_shouted(word: Word) -> bool:
    """NHS, DNA'd."""
    head = word.text.partition("'")[0]
    return len(head) > 1 and head.isupper()


def is_numbered(word: Word) -> bool:
    """Ward 12."""
    return word.after[:1] == " " and word.after[1:2].isdigit()


def could_be_a_name(word: Word) -> bool:
    low = spelling(word)
    if any(low in group(kind) for kind in OTHER_KINDS) or low in also_clinical() or low in group("nameless"):
        return False
    return not is_clinical(low) or may_be_a_name(low)


def is_surely_a_name(word: Word) -> bool:
    low = spelling(word)
    if len(low) < 3 or low in listed("eponyms"):
        return False
    return is_only_a_name(low) or not is_ordinary(word.low)
