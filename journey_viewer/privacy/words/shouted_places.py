"""Addresses in capitals whose name no list knows, and places that Welsh calls by their kind."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_FLAT = re.compile(
    r"\b(?:FLAT|APT|APARTMENT|UNIT)\s\d+[A-Z]?,?\s[A-Z]{2,}(?:\s[A-Z]{2,}){0,2}(?=\s*(?:[,.;]|-\s|$))"
)
_BEFORE_A_HOUSE = re.compile(
    r"(?:(?<=TO )|(?<=to )|(?<=AT )|(?<=at )|(?<=: )|(?<=- )|(?<=, ))[A-Z]{3,}(?:\s[A-Z]{2,}){0,2}, (?=\d{1,4}[A-Z]? [A-Z]{3,})"
)
_STREET = any_of(
    "ROAD RD STREET ST LANE LN AVENUE AVE DRIVE DR CLOSE CL CRESCENT CRES COURT CT GARDENS GDNS GROVE PLACE PL TERRACE TERR WAY",
    "WALK HILL RISE ROW SQUARE SQ MEWS PARADE GREEN VIEW",
)
_BEFORE_A_POSTCODE = re.compile(rf"\b[A-Z]{{3,}}(?:\s[A-Z]{{3,}}){{0,2}}\s{_STREET}(?=,?\s+[A-Z]{{1,2}}\d)")
_WELSH = re.compile(
    r"\b(?:ysbyty|meddygfa|ysgol|canolfan|cartref|plas|llys)\s(?:y\s|yr\s)?[^\W\d_]{3,}(?:\s[^\W\d_]{3,})?(?=\b)",
    re.IGNORECASE,
)


def find_shouted_places(text: str) -> Iterator[Found]:
    for pattern in (_FLAT, _BEFORE_A_HOUSE, _BEFORE_A_POSTCODE):
        for match in pattern.finditer(text):
            yield Found(*match.span(), Rule.ADDRESS)
    for match in _WELSH.finditer(text):
        yield Found(*match.span(), Rule.PLACE)
