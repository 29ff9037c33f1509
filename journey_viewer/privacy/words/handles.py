"""Names of accounts that no sign tells: "ash_kestrel", "on the forum she is", "posts under the name tealeaf84"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import abbreviations, family, group
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import is_clinical

_UNDERSCORE = re.compile(r"(?<![\w@/])(?=[\w.-]*[^\W\d_]\w*_+[^\W_]|[\w.-]*[^\W_]_+[^\W\d_])[\w.-]*\w")
_WITH_YEAR = re.compile(r"(?<![\w@/.-])(?P<word>[a-z]{5,})(?P<year>\d{2,4})(?![\w/%]|\.\d)")
_BETWEEN = re.compile(r"(?<![\w@/.-])[a-z]{4,}\d{1,4}[a-z]+\d*(?![\w/])")
_MIXED = re.compile(r"(?<![\w@/.-])[a-z]{2,}\d{1,4}[a-z]{2,}\d{1,4}(?![\w/%])")
_CROSSED = re.compile(r"(?<!\w)x[a-z]{3,}x\d{2,4}(?!\w)")
_DOTTED = re.compile(
    r"(?<![\w@/])(?:[a-z]{3,}(?:\.[a-z]{3,})+\.?\d{2,4}|[a-z]{3,}(?:\.(?=\w*[a-z])\w{3,})+\.\d{1,4})(?!\w)"
)
_SITE = any_of(
    "insta instagram snapchat snap facebook fb tiktok twitter whatsapp telegram discord vinted ebay marketplace reddit",
    "youtube twitch forum x threads bluesky onlyfans grindr tinder hinge",
)
_MADE_UP = r"(?P<name>(?=[\w.-]*(?:\d|[^\W_][._]))[^\W\d_][\w.-]*\w)"
_CALLED = (
    re.compile(rf"{_MADE_UP}[\"']?\s(?:account|profile|channel)\b"),
    re.compile(rf"\b(?i:{_SITE})(?: only)?[,:]?\s{_MADE_UP}"),
    re.compile(
        rf"\b(?i:(?:under|by|using|with) the (?:user|screen |account )?name|as user|goes by|username|post(?:s|ed)? (?:as|by)|posting as"
        rf"|signs? (?:in|on) as|messag(?:es|ed|ing) (?:her|him|them|me) as|known as)\s[\"']?{_MADE_UP}"
    ),
    re.compile(rf"{_MADE_UP}[\"']?\s(?i:on\s(?:the\s)?{_SITE})\b"),
    re.compile(
        rf"\b(?i:as|by|from)\s[\"']?{_MADE_UP}[\"']?\s(?i:on\s(?:an?|the)\s(?:\w+\s)?(?:apps?|site|forum|server|chat|page))\b"
    ),
    re.compile(rf"\b(?i:on\s(?:the\s|a\s)?{_SITE}\s(?:she|he|they|pt)\s(?:is|are))\s[\"']?{_MADE_UP}"),
    re.compile(
        rf"\b(?i:{_SITE}\s(?:live|seller|buyer|page|account|a/c|user|profile|name))\s?[\"'(]?{_MADE_UP}"
    ),
)


def find_handles(text: str) -> Iterator[Found]:
    for pattern in (_UNDERSCORE, _CROSSED, _DOTTED, _MIXED, _BETWEEN):
        for match in pattern.finditer(text):
            if pattern is not _BETWEEN or not _is_measured(match.group()):
                yield Found(*match.span(), Rule.HANDLE)
    for match in _WITH_YEAR.finditer(text):
        if not _is_measured(match["word"]):
            yield Found(*match.span(), Rule.HANDLE)
    for pattern in _CALLED:
        for match in pattern.finditer(text):
            if not _is_measured(match["name"]):
                yield Found(*match.span("name"), Rule.HANDLE)


def _is_measured(written: str) -> bool:
    """sertraline50, score12, room14: a medicine, a scale or a place with its figure."""
    word = re.split(r"[\d._-]", written, maxsplit=1)[0].casefold()
    return (
        is_clinical(word)
        or word in abbreviations()
        or word in family("shorthand")
        or word in group("counted")
        or word in group("calendar")
    )
