"""Number plates of the United Kingdom: those of today, those before 2001, and any that the text calls one."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import clinical, english, group
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_TODAY = re.compile(
    r"\b[A-Z]{2}\d{2}[\s-]{0,3}[A-Z]{3}\b|\b[a-z]{2}\d{2}[\s-]{0,3}[a-z]{3}\b|\b[A-Z]{2} \d{2} [A-Z]{3}\b"
)
_APART = re.compile(r"\b([a-z]{2}) \d{2} ([a-z]{3})\b")  # wt 60 kkb
_BEFORE = re.compile(r"\b[A-Z]\d{1,3}[\s-]?([A-Z]{3})\b|\b([A-Z]{3})[\s-]?\d{1,3}[A-Z]\b", re.IGNORECASE)
_NORTHERN = re.compile(r"\b[A-Z]?[A-Z]IZ[\s-]?\d{1,4}\b|\b[A-Z]{1,2}Z[\s-]?\d{3,4}\b")
_CALLED = re.compile(
    r"\b(?:reg(?:istration)?|vrn|number ?plate|plate|driver of|driving|drives|drove|car|vehicle|van|motorbike|motorcycle|vauxhall|ford|bmw|audi|taxi|minibus|scooter|lorry)\b"
    r"(?: (?:number|no|plate|reg|registration|registered|mark|is|as))*[\s.:#(-]*"
    r"(?=[A-Za-z0-9 ]*\d)((?:[A-Za-z]{1,3}[\s-]?\d{1,4}(?:[\s-]?[A-Za-z]{1,3})?|\d{1,4}[\s-]?[A-Za-z]{1,3}))\b",
    re.IGNORECASE,
)


_MEASURED = frozenset(
    {"cd", "il", "ca", "hb", "pt", "bp", "hr", "rr", "gp"}
)  # begin other things with two figures


def find_vehicles(text: str) -> Iterator[Found]:
    for pattern in (_TODAY, _NORTHERN):
        for match in pattern.finditer(text):
            if match.group()[-3:].casefold() in group("units"):
                continue
            if (
                match.group().isupper()
                or match.group()[:2] not in _MEASURED
                or not _says_something(match.group()[-3:])
            ):
                yield Found(*match.span(), Rule.VEHICLE)
    for match in _APART.finditer(text):
        if match[1] not in _MEASURED and not _says_something(match[2]) and match[2] not in group("units"):
            yield Found(*match.span(), Rule.VEHICLE)
    for match in _BEFORE.finditer(text):
        if sum(map(str.isdigit, match.group())) > 2 or not _says_something(match[1] or match[2]):
            yield Found(*match.span(), Rule.VEHICLE)
    for match in _CALLED.finditer(text):
        yield Found(*match.span(1), Rule.VEHICLE)


def _says_something(letters: str) -> bool:
    """True where they are a word: "B12 LOW" is no plate."""
    return letters.casefold() in english() or letters.casefold() in clinical()
