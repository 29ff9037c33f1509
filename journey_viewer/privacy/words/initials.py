"""Initials: J.S., "J S", and capitals that are no abbreviation anybody knows."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_clinical, is_ordinary

_DOTTED = re.compile(r"(?<![\w.])[A-Z]\.\s?(?:[A-Z]\.\s?){0,2}[A-Z]\b\.?")
_SPACED = re.compile(r"(?<![\w.&/-])[A-HJ-Z] [A-HJ-Z](?: [A-HJ-Z])?(?![\w.&/-])")
_KNOWN = frozenset(
    [
        "ie",
        "eg",
        "am",
        "pm",
        "bd",
        "tds",
        "qds",
        "od",
        "om",
        "on",
        "prn",
        "nb",
        "co",
        "po",
        "pr",
        "pv",
        "im",
        "iv",
        "sc",
        "sl",
        "ro",
        "ho",
        "dob",
        "gp",
        "ae",
        "pmh",
        "dh",
        "sh",
        "fh",
    ]
)
_SIGNED = re.compile(
    r"(?:\b(?:initials?|signed|sign|pt|patient|mr|mrs|ms|client|re|by|with|d/w|from|to|cc|clinician|user|author)\b[\s:.=-]*|[-–(/]\s?)([A-Z]{2,3})(?=[\s.)\]/,]*$|\)|\s+\d)"
)


def find_initials(text: str, words: Sequence[Word]) -> Iterator[Found]:
    for match in _DOTTED.finditer(text):
        if re.sub(r"\W", "", match.group()).casefold() not in _KNOWN:
            yield Found(*match.span(), Rule.INITIALS)
    if any(word.loud for word in words):
        return
    for match in _SPACED.finditer(text):
        yield Found(*match.span(), Rule.INITIALS)
    for word in words:
        if word.shouted and len(word.text) in {2, 3} and not _is_known(word):
            yield Found(word.start, word.end, Rule.INITIALS)
    for match in _SIGNED.finditer(text):
        if not is_clinical(match[1].casefold()):
            yield Found(*match.span(1), Rule.INITIALS)


def _is_known(word: Word) -> bool:
    return is_ordinary(word.low) or word.low in _KNOWN
