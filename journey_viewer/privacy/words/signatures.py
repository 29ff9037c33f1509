"""Two or three capitals where staff sign or stand: "student PW", "bundle, KT 4.3.25", "letter done JRM", "LG TO SIGN"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import abbreviations, family, group
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_WHO = r"([A-Z]{2,3})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = rf"(?:(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)[a-z]*\s\d|\d{{1,2}}(?:st|nd|rd|th) of|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2}}|\d{{4}}-\d|\d{{1,2}}(?:st|nd|rd|th)?\s?{_MONTH}|{_MONTH}[a-z]*\s\d)"
_SIGNS = any_of(
    "SIGN CALL RING REVIEW CHASE ACTION SEE DISCUSS VISIT sign call ring review chase action see discuss visit"
)
_BESIDE_STAFF = any_of(
    "student clerk SN RN StN RMN HCA crew trainee receptionist admin secretary registrar locum midwife paramedic nurse physio"
)
_DONE = any_of(
    "done checked updated completed sent filed actioned given signed scanned typed witnessed entered faxed reviewed"
)
_TASK = any_of("assessment checklist referral form letter plan visit review bundle chart summary report call")
_SURELY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WHO}\s(?:TO|to)\s{_SIGNS}\b",
        rf"\b(?i:{_BESIDE_STAFF})\s{_WHO}(?=[,.;)/]|$|\sand\b|\s[a-z]+ed\b)",
        rf"\b{_TASK},\s{_WHO}(?=\s{_DATE})",
        rf"\b(?:seen|reviewed|visited|checked|given|done) by {_WHO}(?=\s(?:last|this|today|yesterday|on|at|in)\b|[,.;)]|$)",
    )
)
_LOOKED_AT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Cc]rew\s(?:[A-Z]{{2,3}}/)?{_WHO}\b",
        rf"\bby {_WHO}(?=\s(?:crew|today|yesterday|again)\b)",
        rf"\b[Ss]een w/?\s{_WHO}\b",
        rf"\b[Ss]een w/?\s[A-Z]{{2,3}} (?:and|&) {_WHO}\b",
    )
)
_PERHAPS = tuple(
    re.compile(pattern)
    for pattern in (
        rf",\s{_WHO}(?=\s{_DATE})",
        rf"(?:[.;]\s|\b{_DONE}\s|{_MONTH}\s|\d\s){_WHO}\.?\s*$",
        rf"\b{_TASK}\s{_WHO}(?=[,.;]|$)",
        rf"^\s*{_WHO}\s[-–]\s",
        rf"\b(?:d/w|disc w|seen w|w|v)\s{_WHO}(?=[,.;)]|$)",
    )
)
_POSTS = frozenset(
    {"gp", "dn", "hv", "ot", "sw", "cpn", "hca", "sho", "anp", "nok", "mdt", "ed", "rn", "pt", "sn"}
)


def find_signatures(text: str) -> Iterator[Found]:
    for pattern in _SURELY:
        for match in pattern.finditer(text):
            low = match[1].casefold()
            post = _is_a_post(low) or low in family("persons")
            if not post or pattern is _SURELY[1]:
                known = post or low in abbreviations()
                yield Found(*match.span(1), Rule.UNKNOWN if known else Rule.INITIALS)
    for pattern in _LOOKED_AT:
        for match in pattern.finditer(text):
            if match[1].casefold() not in _POSTS:
                yield Found(*match.span(1), Rule.UNKNOWN)
    loud = text.isupper()
    for pattern in _PERHAPS:
        for match in pattern.finditer(text):
            low = match[1].casefold()
            if (
                not loud
                and not _is_a_post(low)
                and low not in group("abbreviations") | group("two_letters_kept")
            ):
                yield Found(*match.span(1), Rule.UNKNOWN if low in abbreviations() else Rule.INITIALS)


def _is_a_post(low: str) -> bool:
    return low in _POSTS or low in group("roles") or low in group("posts")
