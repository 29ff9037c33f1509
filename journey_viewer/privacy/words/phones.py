"""Telephone numbers: by their first digits, or by the word that announces them."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_APART = r"[\W_]{0,3}"
_DIGIT = r"(?:\d|(?<=\d)[OoIl]|[OoIl](?=\d))"
_UK = re.compile(
    rf"(?<![\dA-Za-z])(?:\+{_APART}|00{_APART})\d(?:{_APART}{_DIGIT}){{7,13}}(?![\dA-Za-z])"
    rf"|(?<![\dA-Za-z])(?<!\d[./:-])\(?[0O](?:{_APART}{_DIGIT}){{9,10}}(?![\dA-Za-z])"
    r"(?:[\s,;(]*(?:ext(?:ension)?|x)[\s.:]*\d{2,6})?",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\b(?:(?:ext(?:ension)?|bleep|pager|extn|dect)\b[\s.:#]*(?:no\.?\s|number\s)?(?=\d{3})|x\s?(?=\d{4}))(\d{3,6})\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|landline|home number|contact number|number|fax|ext(?:ension)?|bleep|pager"
    r"|call(?:ed)?|ring|rang|text(?:ed)?|whats ?app)\b"
    r"(?: (?:no|number|him|her|them|back|on|is|at))*[\s.:#=-]*(?:on |is |at )?(\(?\d(?:[\s()-]{0,2}\d){3,13})(?![\d/%:])",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|hundred|thousand)[\s,-]+){6,}"
    r"(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\b(?:ending|ends?)(?: in| with)?[\s:]+(\d{3,4})\b(?!\s?(?:%|mg|ml))", re.IGNORECASE)
_SERVICES = frozenset({"111", "999", "101", "112", "119"})


def find_phones(text: str) -> Iterator[Found]:
    for match in _UK.finditer(text):
        yield Found(*match.span(), Rule.PHONE)
    for match in _ANNOUNCED.finditer(text):
        if match[1] not in _SERVICES and not re.fullmatch(r"(?:19|20)\d\d", match[1]):
            yield Found(*match.span(1), Rule.PHONE)
    for match in _SHORT.finditer(text):
        yield Found(*match.span(1), Rule.PHONE)
    for match in _ENDING.finditer(text):
        yield Found(*match.span(1), Rule.PHONE)
    for match in _SPOKEN.finditer(text):
        yield Found(*match.span(), Rule.PHONE)
