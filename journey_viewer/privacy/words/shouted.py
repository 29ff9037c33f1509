"""Words of capitals throughout as they would be written otherwise: there, a capital alone tells nothing."""

import re

from journey_viewer.privacy.words.lists import abbreviations, also_clinical, group
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.vocabulary import is_clinical, is_given

_SHOUTED = re.compile(r"(?<![\w&+/])[A-Z]{2,}(?:'[A-Z]+)?(?![\w&+])")
_STREET = any_of(
    "ROAD RD STREET ST LANE LN AVENUE AVE DRIVE DR CLOSE CL CRESCENT CRES COURT CT GARDENS GDNS GROVE GR PLACE PL TERRACE TERR",
    "WAY WALK HILL RISE ROW SQUARE SQ MEWS PARADE GREEN VIEW PARK GATE BANK FOLD CROFT MOUNT VALE BROADWAY WHARF YARD",
)
_BEFORE_A_STREET = re.compile(rf" {_STREET}\b(?=[,.;]|$)")
_NO_NAME = any_of(
    "IN A AN TO AT FROM WITH AND BY FOR PER IS WAS MG ML KG X TIMES DAYS WEEKS MONTHS YEARS HOURS MINS FALLS CALLS"
)
_NUMBERED = re.compile(  # 68, UPPER TENTER DR
    rf"(?<![\w.])\d{{1,4}}[A-Z]?(?:\s?[-/]\s?\d{{1,4}})?,?\s((?:(?!{_NO_NAME}\b)[A-Z][A-Z']+[ -]){{1,4}}?{_STREET})\b"
)
_ROW = 2  # words of capitals side by side that are no abbreviation, from which they are a shouted passage
_SHORT_STREETS = frozenset(
    {"st", "rd", "dr", "ct", "cl", "ln", "ave", "cres", "gdns", "terr", "pl", "sq", "gr"}
)
_SHORTEST = 2
_LONGEST_ABBREVIATION = 5
_OTHER_KINDS = ("function", "acts", "roles", "relatives", "titles", "posts", "nameless", "before_names")


def as_written_quietly(text: str) -> str:
    """The text with what may be names in it as Names, and everything else that is shouted in small letters.

    The same text where nothing is shouted; as long as the text.
    """
    shouted = [match for match in _SHOUTED.finditer(text) if not _is_short(match.group())]
    if len(shouted) < _ROW and not _NUMBERED.search(text):
        return text
    quiet = _SHOUTED.sub(_quiet, text)
    for match in _NUMBERED.finditer(text):
        quiet = quiet[: match.start(1)] + match[1].title() + quiet[match.end(1) :]
    return quiet


def _is_short(word: str) -> bool:
    low = word.casefold()
    return (len(word) < _LONGEST_ABBREVIATION and (low in abbreviations() or low in group("units"))) or len(
        word
    ) == _SHORTEST


def _quiet(match: re.Match[str]) -> str:
    word = match.group()
    low = word.lower()
    if low in _SHORT_STREETS or low in group("place_kinds"):
        return word.capitalize()
    if len(word) == _SHORTEST:
        return low
    if _BEFORE_A_STREET.match(match.string, match.end()):
        return word.capitalize()  # BACK LANE
    if _is_short(word):
        return word
    known = any(low in group(kind) for kind in _OTHER_KINDS) or is_clinical(low) or low in also_clinical()
    return low if known and not is_given(low) else word.capitalize()
