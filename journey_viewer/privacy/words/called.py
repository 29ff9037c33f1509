"""Names that are words, where only somebody is called, asked for or does something: "ask for Di", "mrs limb", "Yaw staying"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import group, words
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import has_its_place, is_clinical, is_given, is_ordinary

_OTHERS = ("function", "roles", "relatives", "titles", "posts", "labels", "numbered", "calendar")
_CAPITAL = r"(?P<name>[A-Z][a-z]+(?:-[A-Za-z]+)?)"
_SMALL = r"(?P<name>[a-z]{3,})"
_MONTHS = any_of("April May June August")
_DOES = r"(?:[a-z]{3,}(?:ed|ing)|is|was|has|had|ran|says|said|and|will|c/o|can|wants)\b"
_SURELY = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"\b(?i:call (?:him|her|them|me)|(?:it'?s|this is)(?=\s\w+\shere)|everybody says|answers to|known to all as|ask(?:ed)? for"
            rf"|wants to be called|likes to be called)\s[\"']?{_CAPITAL}"
        ),
        r"\b(?:ASK(?:ED)? FOR|TO SIGN -)\s(?P<name>[A-Z]{2,})\b(?!\s(?:AND|FOR|OF))",
        rf"\bST[1-8]\s{_CAPITAL}",
        rf"\b(?P<name>{_MONTHS})(?=,\s(?:his|her|their)\s|\s(?:disclosed|said|says|told|reports|rang)\b|'s\s[a-z])",
        rf"^(?P<first>[a-z]{{3,}})\s{_SMALL}(?=\s-\s)",
        rf"\b(?:caller|neighbour|informant)\s{_SMALL}(?=\s[a-z]+ing\b)",
        rf"(?:^|[.;]\s){_SMALL}(?=\s(?:ran|walked|is not|was not|has not|sleeping|panicking)\b)",
        rf"\bson\s{_SMALL}(?=\s[a-z]+ing\b)",
    )
)
_OWNER = re.compile(rf"\b{_CAPITAL}'s\s(?P<thing>[A-Za-z]+)")
_GP = re.compile(rf"\bGP\s{_CAPITAL}(?!\s(?:[Ss]urgery|[Pp]ractice))")
_COMPLAINS = re.compile(rf"(?:^|[.;]\s){_CAPITAL}(?=\s(?:c/o|staying|disclosed)\b)")
_TITLE = re.compile(rf"\b(?P<title>[Dd]r|mrs|mr|ms|miss)\.?\s{_SMALL}\b")
_FIRST = re.compile(rf"(?:^|[.;:,]\s){_CAPITAL}(?=\s{_DOES}|'s\s[a-z]|\s\(as\b)")
_FULL = re.compile(rf"(?:^|[.;:]\s)(?P<first>[A-Z][a-z]+)\s{_CAPITAL}(?=,)")
_CARED_FOR = re.compile(rf"{_CAPITAL}(?=\s(?:skin|bloods|b12|insulin|catheter|dressings?|wound)\b)")


def find_called(text: str) -> Iterator[Found]:
    for pattern in _SURELY:
        for match in pattern.finditer(text):
            low = match["name"].casefold()
            small = match["name"].islower() and "first" not in match.groupdict()
            if _is_other(low, calendar=False) or (small and is_ordinary(low) and not is_given(low)):
                continue
            first = match.groupdict().get("first")
            if first is None or not is_ordinary(first):
                yield Found(match.start("first" if first else "name"), match.end("name"), Rule.NAME)
    for match in _TITLE.finditer(text):
        low = match["name"]
        if low in words("surnames") and not _is_other(low) and low not in group("acts"):
            sure = match["title"] in {"mrs", "ms"} or low not in words("english")
            yield Found(*match.span("name"), Rule.NAME if sure else Rule.UNKNOWN)
    yield from _perhaps(text)


def _perhaps(text: str) -> Iterator[Found]:
    """What begins a sentence and is a name as well as a word: a person looks at it."""
    for match in _FIRST.finditer(text):
        low = match["name"].casefold()
        rare = low in words("surnames") and low not in words("english") and not is_clinical(low)
        called = low in words("eponyms") | group("eponyms_alone") | group("common_eponyms") | group("tongues")
        if (
            (is_given(low) or rare)
            and not called
            and not _is_other(low)
            and low not in group("more_often_words")
        ):
            yield Found(*match.span("name"), Rule.NAME)
    yield from _of_somebody(text)
    for match in _FULL.finditer(text):
        first, low = match["first"].casefold(), match["name"].casefold()
        if is_given(first) and not has_its_place(low) and not _is_other(low) and not _is_other(first):
            yield Found(match.start("first"), match.end("name"), Rule.UNKNOWN)
    for match in _CARED_FOR.finditer(text):
        low = match["name"].casefold()
        if low in words("surnames") and text.count(match["name"]) > 1 and not _is_other(low):
            yield Found(*match.span("name"), Rule.UNKNOWN)


def _of_somebody(text: str) -> Iterator[Found]:
    """Abs's flat, GP Hands, Fang c/o."""
    for match in _OWNER.finditer(text):
        low = match["name"].casefold()
        thing = match["thing"].casefold()
        owned = thing in group("owned_by_people") | {"ni", "mum", "dad"} and thing not in group(
            "after_eponyms"
        )
        if owned and low not in words("eponyms") | group("eponyms_alone") and not _is_other(low):
            yield Found(*match.span("name"), Rule.UNKNOWN)
    for match in (*_GP.finditer(text), *_COMPLAINS.finditer(text)):
        low = match["name"].casefold()
        if low in words("surnames") and not _is_other(low):
            yield Found(*match.span("name"), Rule.UNKNOWN)


def _is_other(low: str, *, calendar: bool = True) -> bool:
    return any(low in group(kind) for kind in _OTHERS if calendar or kind != "calendar")
