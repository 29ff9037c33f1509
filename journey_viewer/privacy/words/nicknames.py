"""What somebody is called, by the words that say so: "prefers Mand", 'alias Billy Whizz', '"Red Liam"', "Tone (as all call him)"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import family, group, words
from journey_viewer.privacy.words.patterns import phrases
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import (
    is_clinical,
    is_given,
    is_on_the_lists_of_names,
)

_CALLED = phrases("""
alias(?:es)?, a\\.?k\\.?a\\.?, nick-?name(?:d| is| of)?, known (?:\\w+ ){0,3}as, goes by(?: the name(?: of)?)?
call(?:s|ed|ing)? (?:him|her|them|my)sel(?:f|ves), everybody says, everyone calls (?:him|her|them), answers (?:only )?to, responds to
likes to be called, wants to be called, prefers to be called, preferred name(?: is)?, prefers, street name, also called, otherwise known as
calls (?:him|her|them), says (?:his|her|their) name is, (?:his|her|their) name is, went by, going by, introduced (?:him|her|them)sel(?:f|ves) as
""")
_CAPITALS = r"[A-Z][\w'-]*(?:\s(?:(?:the|o'|de|van)\s)?[A-Z][\w'-]*){0,2}"
_SAID = re.compile(rf"\b(?i:{_CALLED})[\s:=-]{{1,3}}[\"'“(]?(?P<name>{_CAPITALS})")
_QUOTED = re.compile(rf"(?<![\w])[\"“](?P<name>{_CAPITALS})[\"”]")
_AFTERWARDS = re.compile(
    rf"(?P<name>{_CAPITALS})\s?(?:[(,]|-)\s?(?:as (?:every\w+|the whole \w+|all|he|she|they|the \w+|\w+) (?:calls?|knows?|likes?|is|are|prefers?)|as (?:he|she|they)'s known"
    r"|(?:real |nick)?name[sd]?\b|not (?:his|her|their) real name|prefers this|likes this)"
)
_SHOUTED = re.compile(
    r"\b(?:CALL(?:ED|S)? (?:ME|HIM|HER|THEM|HIMSELF|HERSELF)|KNOWN AS|AKA) (?P<name>[A-Z]{3,})\b"
)
_AND_I = re.compile(rf"\b(?P<name>{_CAPITALS}),? and I\b|\b(?:between|with) (?P<other>{_CAPITALS}) and me\b")
_OTHERS = ("function", "roles", "relatives", "titles", "posts", "labels")


def find_nicknames(text: str) -> Iterator[Found]:
    for match in _SAID.finditer(text):
        likes = match.group()[:7].casefold() == "prefers"
        if not _is_something_else(match["name"], medicine=likes):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _SHOUTED.finditer(text):
        if not _is_other(match["name"].casefold(), medicine=False):
            yield Found(*match.span("name"), Rule.NAME)
    for match in (*_QUOTED.finditer(text), *_AFTERWARDS.finditer(text), *_AND_I.finditer(text)):
        which = "name" if match["name"] else "other"
        parts = match[which].casefold().split()
        if any(_is_a_name(part) for part in parts) and not _is_something_else(match[which]):
            yield Found(*match.span(which), Rule.NAME)


def _is_a_name(low: str) -> bool:
    return (is_on_the_lists_of_names(low) or low not in words("english")) and low not in group("function")


def _is_something_else(name: str, *, medicine: bool = True) -> bool:
    """A medicine, a role, an abbreviation: prefers Movicol, known as CPN."""
    return all(
        (len(word) > 1 and word.isupper() and is_clinical(word.casefold()))
        or _is_other(word.casefold(), medicine=medicine)
        for word in name.split()
    )


def _is_other(low: str, *, medicine: bool) -> bool:
    if any(low in group(kind) for kind in _OTHERS):
        return True
    return medicine and is_clinical(low) and not is_given(low) and low not in family("shorthand")
