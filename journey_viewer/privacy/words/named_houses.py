"""Homes that nothing but their name tells: "moved from The Hollies", "The Old Chapel, 49 Elm Street"."""

import re
from collections.abc import Iterator
from functools import cache

from journey_viewer.privacy.words.lists import also_clinical, group, words
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import has_its_place, is_clinical, is_given

_CAPITAL = r"[A-Z][a-z']+[a-z](?:-[A-Z][a-z]+)?"
_THE = re.compile(
    rf"\b(?P<the>[Tt]he) (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,2}})(?![\w&-]|'s? (?:disease|palsy|test|sign))"
)
_AT = re.compile(r"\b(?:at|from|to|into|resident of|rang|called|in)\s$", re.IGNORECASE)
_INSIDE = re.compile(r"[\w,)] $")
_KINDS = any_of(
    "Lodge Villa Grange Manor Hall House Court Rectory Vicarage Priory Abbey Towers Cottage Mews Gardens Lawns? Firs Elms",
    "Oaks Limes Beeches Hollies Cedars Laurels Willows Larches Poplars Chestnuts Birches Pines Acorns Mount Croft Haven Retreat",
    "Orchards? Meadows? Heights View Nook Barn Paddock Paddocks Park Place Close Rest Holt",
)
_HOME = re.compile(rf"\b(?P<name>{_CAPITAL}(?: {_CAPITAL})?) {_KINDS}\b(?! (?:[Hh]ospital|[Ss]treet))")


def find_named_houses(text: str) -> Iterator[Found]:
    for match in _THE.finditer(text):
        begins = match["the"] == "The" and _INSIDE.search(text[: match.start()]) is not None
        if begins and not _names_a_thing(match["name"]):
            yield Found(*match.span(), Rule.PLACE)
    for match in _houses_by_their_trees().finditer(text):
        before = _AT.search(text[max(0, match.start() - 16) : match.start()])
        if match.group()[4].isupper() or before:
            yield Found(*match.span(), Rule.PLACE)
    for match in _HOME.finditer(text):
        if not _names_a_thing(match["name"]):
            yield Found(*match.span(), Rule.PLACE)


@cache
def _houses_by_their_trees() -> re.Pattern[str]:
    """The Hollies, at the willows."""
    return re.compile(
        rf"\bthe (?:old |new )?(?:{'|'.join(sorted(group('house_names')))})\b(?! (?:of|for|and)\b)",
        re.IGNORECASE,
    )


def _has_its_place(low: str) -> bool:
    """As a service's or a post's word; "The Crown" is a dentist's word too, and an inn."""
    return has_its_place(low) and (is_clinical(low) or low not in also_clinical())


def _names_a_thing(name: str) -> bool:
    """True where each word has its capital for another reason: The Memory Clinic."""
    return all(
        (_has_its_place(low) and not is_given(low))
        or low in words("english_capital")
        or low in group("nameless")
        for low in name.casefold().split()
    )
