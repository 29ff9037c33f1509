"""Postcodes, whole, and their first half where the text calls it a postcode.

The areas are Royal Mail's; the last two letters are never C, I, K, M, O or V.
"""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN "
    "NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB "
    "W WA WC WD WF WN WR WS WV YO ZE ZZ"
)
_AREA = "|".join(sorted(_AREAS.split(), key=len, reverse=True))
_FIRST = rf"(?:{_AREA})(?:\d[\dA-Z]?|[OI]\d?)"
_ORDINALS = re.compile(r"^[A-Za-z]\d\W*(?:1st|2nd|3rd|\dth|\dyr|\dhr)$")
_WHOLE = re.compile(rf"\b(?:{_FIRST}|GIR)[\W_]{{0,3}}[\dOI][ABD-HJLNP-UW-Z]{{2}}\b", re.IGNORECASE)
_HALF = re.compile(
    rf"\b(?:post ?code|postal (?:code|district|area))(?: (?:is|area|district|of))*[\s:=-]*({_FIRST})\b"
    rf"|\b({_FIRST})(?= (?:area|postcode|district)\b)",
    re.IGNORECASE,
)


_CALLED_SO = re.compile(r"post|area|district", re.IGNORECASE)
_CHEMICAL = frozenset(
    {
        "co2",
        "po2",
        "po4",
        "so2",
        "ph7",
        "ct1",
        "cr1",
        "pe1",
        "dn1",
        "dn2",
        "dn3",
        "hb1",
        "bd1",
        "bd2",
        "sr1",
        "st1",
        "st2",
        "st3",
        "st4",
        "st5",
        "st6",
        "st7",
        "st8",
        "ct2",
        "ct3",
    }
)
_ALONE = re.compile(
    rf"(?:\b(?:in|to|from|near|around|of|at|area)|,)\s((?:{'|'.join(area for area in _AREAS.split() if len(area) == 2)})\d\d?[A-Z]?)\b(?![.:/%])"
)


def find_postcodes(text: str) -> Iterator[Found]:
    for match in _WHOLE.finditer(text):
        figures = sum(map(str.isdigit, match.group()))
        if not _ORDINALS.search(match.group()) and (figures > 1 or (figures and match.group().isupper())):
            yield Found(*match.span(), Rule.POSTCODE)
    for match in _ALONE.finditer(text):
        if match[1].casefold() not in _CHEMICAL:
            yield Found(*match.span(1), Rule.POSTCODE)
    for match in _HALF.finditer(text) if _CALLED_SO.search(text) else ():
        yield Found(*match.span(match.lastindex or 0), Rule.POSTCODE)
