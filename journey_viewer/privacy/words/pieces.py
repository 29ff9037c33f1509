"""A text in pieces: what stays as it is, what leaves as a mark of its kind, what a person has to look at."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

UNSEEN = "[…]"


class Rule(StrEnum):
    """Why a piece is what it is. Where two rules find the same words, the one that comes first here has them."""

    NATIONAL_INSURANCE = "national insurance number"
    EMAIL = "email"
    WEB = "web address"
    HANDLE = "account"
    DATE = "date"
    PHONE = "phone"
    NUMBER = "number"
    POSTCODE = "postcode"
    VEHICLE = "vehicle"
    AGE_OVER_90 = "age of 90 or over"
    ADDRESS = "address"
    HOSPITAL = "hospital"
    SURGERY = "surgery"
    CARE_HOME = "care home"
    SCHOOL = "school"
    PLACE = "place"
    CLINICIAN = "clinician"
    RELATIVE = "relative"
    TOWN = "town"
    NAME = "name"
    INITIALS = "initials"
    UNKNOWN = "unknown"
    KEPT = "kept"


# Whose name it is would depend on how the sentence is read: every name leaves as the same mark.
_INSTEAD = {
    Rule.CLINICIAN: "[name]",
    Rule.RELATIVE: "[name]",
    Rule.INITIALS: "[name]",
    Rule.AGE_OVER_90: "[90 or over]",
    Rule.UNKNOWN: UNSEEN,
}


_NUMBERS = frozenset(
    {
        *(Rule.NATIONAL_INSURANCE, Rule.DATE, Rule.PHONE, Rule.NUMBER, Rule.POSTCODE, Rule.VEHICLE),
        *(Rule.AGE_OVER_90, Rule.EMAIL, Rule.WEB, Rule.HANDLE),
    }
)
_NAMES = frozenset({Rule.CLINICIAN, Rule.RELATIVE, Rule.NAME, Rule.INITIALS})


@dataclass(frozen=True)
class Piece:
    """``text`` as written · ``instead``: what leaves in its place, the same for everybody."""

    text: str
    rule: Rule
    instead: str


def piece(text: str, rule: Rule) -> Piece:
    """A piece with the mark that its rule leaves."""
    return Piece(text, rule, text if rule is Rule.KEPT else mark_of(rule))


def leaving(pieces: Iterable[Piece], kept: Collection[str] = ()) -> str:
    """The text that may leave: unknown words are left out unless ``kept`` (compared without case) holds them."""
    ticked = {word.casefold() for word in kept}
    return "".join(
        piece.text if piece.rule is Rule.UNKNOWN and piece.text.casefold() in ticked else piece.instead
        for piece in pieces
    )


def left_in(pieces: Iterable[Piece], kept: Collection[str] = ()) -> Rule | None:
    """The rule of the first piece that may not leave, None where all may: kept, or ticked by a person."""
    ticked = {word.casefold() for word in kept}
    for one in pieces:
        chosen = one.rule is Rule.UNKNOWN and one.text.casefold() in ticked
        if one.rule is not Rule.KEPT and not chosen:
            return one.rule
    return None


def kind_of(rule: Rule) -> str:
    """What a rule finds, as people are told of it: never the words themselves."""
    if rule in _NUMBERS:
        return "a number, a date or an address on the web"
    if rule in _NAMES:
        return "a name"
    return "a word that nobody has ticked" if rule is Rule.UNKNOWN else "a place"


@cache
def mark_of(rule: Rule) -> str:
    """What leaves in the place of what the rule finds."""
    return _INSTEAD.get(rule, f"[{rule}]")
