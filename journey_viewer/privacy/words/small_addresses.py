"""Addresses without a capital: "lives 4 brook st", "14, upper parliament st", "at 3 the paddocks"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_NUMBER = r"(?<![\w.,/:])\d{1,4}[a-z]?(?:\s?[-/]\s?\d{1,3}[a-z]?)?,?"
_AT = (
    r"(?:\b(?:live[sd]?|living|at|addr|address|from|home|to|visit(?:ed)?|deliver(?:ed)?(?: to)?|c/o|near|nr|outside|off|moved to|house|flat|now"
    r"|in|resides?(?: at)?|staying(?: at)?)\b[\s:]+(?:is\s|at\s)?|^|[:,;.(]\s?|\s-\s)"
)
_LIVES = r"\b(?:live[sd]?(?: at)?|living at|at|address|addr|home|moved to|deliver to|visit(?:ed)?)[\s:]+"
_NO_NAME = any_of(
    "a an the at of to and for with by his her their my our x per times? day days weeks? months? years? hours? hrs? mins? minutes? falls?",
    "mg ml mcg g units? was has had visits? miles? children people stairs steps hour minute mile week month year point pint step",
    "tabs? tablets? more further large small different new old cm mm metre meter lb kg stone foot inch metres in on out is or it",
)
_NAME = rf"(?:(?!{_NO_NAME}\b)[a-z][a-z'-]+\s){{1,3}}?"
_SURE = any_of(
    "st rd dr ave av cl ct cres gdns terr ln pl sq road street lane avenue drive close court crescent gardens grove terrace mews",
    "cottages? place square rise parade fold croft paddock paddocks meadows? bungalow villas",
)
_LIKELY = any_of(
    "way hill walk row view park green gate path bank mount vale end field fields common yard chase mead heights"
)
_ENDS = r"(?=\s*(?:[,.;:)]|$|-\s|[a-z]{1,2}\d)|\s(?:nr|near|opp|with|w|since|for|by|key|alone|and)\b)"
_AT_A_PLACE = r"(?:\b(?:at|from|to|in|of|on|address|addr|home|visit(?:ed)?|lives?|near|outside|now)\s(?:is\s)?|^|[:,;]\s|\s-\s)"
_HOUSE = any_of(
    "house court tower towers lodge cottage mansions heights point villa villas farm hall flats block mill wharf mews"
)
_NOT_CLOSE = any_of(
    "very too stay stays keep keeps come get be to so are is family main busy the this that same other not long hard big own test"
)
_POINT = any_of(
    "point house court tower towers lodge cottage mansions heights villas farm hall flats block mill wharf quay"
)
_POSTCODE = r"(?:[A-Za-z]{1,2}\d[\dA-Za-z]?\s?\d[A-Za-z]{2})\b"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_AT}({_NUMBER}\s{_NAME}(?:{_SURE}|{_LIKELY}))\b{_ENDS}",
        rf"({_NUMBER}\s{_NAME}{_SURE})\b(?=\s*(?:,\s[a-z]|[A-Za-z]{{1,2}}\d|$))",
        rf"{_AT_A_PLACE}((?:{_NUMBER}\s)?(?:{_NAME}{_HOUSE},?\s)?{_NAME}(?:{_SURE}|{_LIKELY}|{_HOUSE}))(?:,\s[a-z]+(?:\s[a-z]+)?)?(?=,?\s{_POSTCODE})",
        rf"\b(?:off|on|outside|at|be|to)\s({_NAME}(?:street|road|lane|avenue|close|crescent|grove|terrace|gardens|mews|hill|drive|row))\b",
        rf"\b(?:address|addr|live[sd]?(?: at)?|moved to|home)\s(?:is\s|at\s)?({_NUMBER}\s{_NAME}(?:{_SURE}|{_LIKELY}|{_HOUSE}))\b",
        r"\b(?:off|on|outside|at|near|nr)\s((?!crown|county|high|family|magistrates|tennis|food)[a-z][a-z'-]{2,}\s(?:st|rd|ave|court|place|view|walk|park))(?=\s?[,.;]|$)",
        rf"({_NUMBER}\s{_NAME}(?:{_SURE}|walk|row|way|hill|view|park|mead|fields))(?=\s?[.;,]|$|\s(?:in|for|to|at|and|with|wants|by)\b)",
        rf"(?:^|[,.;]\s|\b(?:find|found|visited|address)\s)((?!{_NOT_CLOSE}\b)[a-z]{{3,}}\s(?:crescent|grove|road|lane|avenue|terrace|gardens|mews|close|drive|street))(?=\s?[.,;]|$)",
        rf"\blives?\s(?:on\s|in\s|at\s)?({_NAME}(?:{_SURE}|{_LIKELY}))\b{_ENDS}",
        rf"{_AT_A_PLACE}((?:{_NAME}{_HOUSE}),\s(?:{_NUMBER}\s)?{_NAME}(?:{_SURE}|{_LIKELY}))\b{_ENDS}",
        rf"{_AT_A_PLACE}({_NUMBER}\s{_NAME}{_POINT})\b{_ENDS}",
        rf"{_LIVES}({_NUMBER}\sthe\s(?:[a-z]+\s)?[a-z]{{4,}}){_ENDS}",
    )
)


def find_small_addresses(text: str) -> Iterator[Found]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Found(*match.span(1), Rule.ADDRESS)
