"""Two or three capitals where staff sign or stand: "student PW", "bundle, KT 4.3.25", "letter done JRM", "LG TO SIGN"."""

import re
from collections.abc import Callable, Iterator

from journey_viewer.privacy.words.lists import abbreviations, also_clinical, family, group
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import is_clinical, is_english, is_ordinary

_WHO = r"([A-Z]{2,3})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = rf"(?:(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)[a-z]*\s\d|\d{{1,2}}(?:st|nd|rd|th) of|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2}}|\d{{4}}-\d|\d{{1,2}}(?:st|nd|rd|th)?\s?{_MONTH}|{_MONTH}[a-z]*\s\d)"
_DOES = any_of(  # what only somebody is to do
    "sign call ring phone rpt chase action see discuss visit lead arrange book refer contact speak email write liaise update feedback",
    "audit report bring draft check order request send cover attend complete prescribe look sort text print scan file inform tell ask collect deliver weigh",
)
_STAFF = any_of(
    "student clerk SN RN StN RMN HCA crew trainee receptionist admin secretary registrar locum midwife paramedic nurse physio lead",
    "coordinator co-ordinator dr doctor manager practitioner therapist worker officer pharmacist navigator assistant advisor adviser",
    "duty counsellor psychologist psychiatrist dietitian podiatrist witness checker supervisor mentor tutor teacher keyworker prescriber",
)
_DONE = any_of(
    "done checked updated completed sent filed actioned given signed scanned typed witnessed entered faxed reviewed",
    "coded logged noted dictated countersigned amended added issued authorised collected posted emailed texted rung called informed told",
)
_TASK = any_of("assessment checklist referral form letter plan visit review bundle chart summary report call")
_POST = any_of(
    "SW OT CPN RMN RGN RN HCA GP SHO ANP ACP HV DN PT SLT SALT AMHP SpR StR ST\\d FY\\d CT\\d SSW CSW SPR"
)
_ALWAYS = (
    re.compile(rf"\b(?i:{_STAFF})\s{_WHO}(?=[,.;)/]|$|\sand\b|\s-\s|\s[a-z]+ed\b)"),
    re.compile(rf"\b[Cc]rew:?\s{_WHO}\b"),
    re.compile(rf"\bby {_WHO}(?=\screw\b)"),
    re.compile(rf"\b[Cc]rew:?\s[A-Z]{{2,3}}\s?[/+&]\s?{_WHO}\b"),
)
_SURELY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:msg|message|task|note|email|text|query) (?:for|to|from) {_WHO}(?=\s?[:,;.-]|$)",
        rf"(?:^|[,;:&]\s|\band\s){_WHO}\s{_POST}(?=\s?[.,;:)]|\s(?:and|to|rang|seen|present|aware)\b|$)",
        rf"\b{_WHO}\s(?i:to\s(?:{_DOES}|review|f/?u|follow up|d/w))\b",
        rf"\b{_TASK},\s{_WHO}(?=\s{_DATE})",
        rf"\b(?:by|BY|S/B|s/b) {_WHO}(?=\s(?:last|this|today|yesterday|on|at|in|crew|again|and|&|\d+)\b|\s?[,.;:)/&]|$)",
        rf"\b[Ss]een w/?\s{_WHO}\b",
        rf"(?:^|[.;]\s|\s-\s){_WHO}(?= (?:says|said|spoke|spk|rang|emailed|texted|wrote|told)\b)",
        rf"\b[Ss]een {_WHO}(?=\s?[,.;]|$)",
        rf"(?:^|[.;]\s){_WHO} (?:replying|ringing|calling|chasing|emailing|writing|dealing|covering|visiting|arranging|liaising|asking|speaking)\b",
        rf"\b[Ss]een w/?\s[A-Z]{{2,3}} (?:and|&) {_WHO}\b",
        rf"(?:[.;!)]\s*|\?\s+){_WHO}\s*$",
        r"\b(?:to|for|from|with|w|w/|via|per) ([A-Z]{2})\s*$",
        rf"\b(?i:{_DONE})\s{_WHO}\s*$",
        rf"\s[-–]+\s?{_WHO}\s*$",
        rf"(?i:\b(?:hi|hiya|hello|dear|morning|afternoon|ta|thanks|thx|cheers|ok|sorry))\s{_WHO}\b(?!\s?\d)",
        rf"\b(?i:{_DONE})[\s:]+{_WHO}(?=\s{_DATE}|\s\d{{1,2}}(?:st|nd|rd|th)\b)",
        rf"\b(?:GP|Dr|SW|OT|CPN|ANP|ACP|HCA|DN|HV|AMHP|RMN|RN|SN|StN|PT|SLT|SHO|SpR|reg|HO)\s{_WHO}(?=\s(?i:to|aware|informed|called|rang|present|said|says|in|visited|reviewing|will)\b|\s?[.,;)]|$)",
    )
)
_RATHER = tuple(  # unless they are short for something
    re.compile(pattern)
    for pattern in (
        rf",\s{_WHO}\s*$",
        rf"{_DATE}[\w./-]*,\s{_WHO}(?=\s?[.;])",
        rf"(?:^|[,;:]\s){_WHO}\s(?:0[7-9]|1[0-9]|2[0-2])[.:]?[0-5][05]\b(?!\s?(?:ml|mg|g|kcal)\b)",
        rf"\d[./-]\d\d(?:\d\d)?\s{_WHO}\s*$",
        rf"\d\s(?i:{_MONTH})[A-Za-z]*\s{_WHO}\s*$",
        rf"[A-Z]{{4,}} {_WHO}\s*$",
        rf"(?:^|[.;]\s|\s-\s){_WHO}(?= (?:done|did|doing|sorting|drafting|leading|dealt|saw|says|said|spoke|rang|emailed|texted|took|gave|sent|wrote|visited|spk)\b)",
        rf"\s-\s{_WHO}(?=\s-\s)",
        rf"[.;]\s{_WHO}(?=\s\d{{1,2}}(?:ST|ND|RD|TH)\b|\sDRAFT)",
    )
)
_PERHAPS = tuple(
    re.compile(pattern)
    for pattern in (
        rf",\s{_WHO}(?=\s{_DATE})",
        rf"(?:\b{_DONE}\s|{_MONTH}[a-z]*\s|\d\s){_WHO}\.?\s*$",
        rf"[.;]\s{_WHO}\.\s*$",
        rf"\b{_TASK}\s{_WHO}(?=[,.;]|$)",
        rf"^\s*{_WHO}\s[-–]\s",
        rf"\b(?:d/w|disc w|seen w)\s{_WHO}(?=[,.;)]|$)",
        rf"\b(?:to|for|from|via|per|[A-Za-z]{{3,}}ed) {_WHO}\.?\s*$",
        r"\b(?:w|v)\s([A-Z]{2})(?=[,.;)]|$)",
        rf"^(?:\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|\d{{4}})[\s:-]{{1,3}}{_WHO}(?=\s?[:-])",
    )
)
_THING = re.compile(r"(?:^|[.;]\s)([A-Z]{2}) (?=(?P<thing>[a-z]{3,})\b)")
_POSTS = frozenset(
    {"gp", "dn", "hv", "ot", "sw", "cpn", "hca", "sho", "anp", "nok", "mdt", "ed", "rn", "pt", "sn"}
)
_PAIR = 2
_PAIRED = re.compile(r"(?<![\w+&/-])([A-Z]{2,3})(?: ?[+&] ?| ?-?> ?| ?→ ?| and )([A-Z]{2,3})(?=[.,;:)]|$)")
_PRESENT = re.compile(
    r"\b(?i:present|mdt|attendees|attended by|in attendance|apologies|cc|copied to|distribution|panel|attending)(?=:)([^\n]{2,140})"
)
_ATTENDEE = re.compile(r"(?<=[,:&+] )[A-Z]{2,3}(?= ?[,.;+&(]|$)")
_SMALL_SIGNED = re.compile(
    rf"\b(?:{_DONE}|by|booked|w/|d/w)\s([a-z]{{2,3}})(?=\s?[,.;]|\s-|\s*$|\s\d|\s(?:at|on|today)\b)"
    r"|\b(?:task|msg|note|fwd) (?:to|for) ([a-z]{2,3})(?=\s?[:,]|\s*$)|\bcan ([a-z]{2,3}) (?=(?:ring|call|look|see|chase|sign|do|review)\b)"
    r"|(?:(?<=[a-z\d.?!,] )|(?<=\s- ))([a-z]{2,3})\s*$"
)
_THANKS = re.compile(r"\b(?:ta|thanks|thx|cheers|regards|-) ([a-z]{2,3})\s*$")
_NO_SIGN = frozenset("it in on up ok at to by od bd im iv sc po pr pm am so us me".split())  # noqa: SIM905 - a list of words
_DATED = frozenset({"edd", "lmp", "tci", "rip", "dna", "edb", "edc"})  # stand before a day


def find_signatures(text: str) -> Iterator[Found]:
    for patterns, says in _POSITIONS:
        for pattern in patterns:
            for match in pattern.finditer(text):
                rule = says(match[1].casefold())
                if rule is not Rule.KEPT:
                    yield Found(*match.span(1), rule)
    yield from _side_by_side(text)
    yield from _in_small_letters(text)
    for match in _THING.finditer(text):
        low, thing = match[1].casefold(), match["thing"]
        if not (
            _is_a_service(low)
            or is_clinical(thing)
            or thing in also_clinical() | group("function") | group("roles")
        ):
            yield Found(*match.span(1), Rule.UNKNOWN)  # DA screenshot
    for pattern in () if text.isupper() else _PERHAPS:
        for match in pattern.finditer(text):
            low = match[1].casefold()
            if not _is_a_service(low) and low not in _DATED:
                known = low in abbreviations() and len(low) > _PAIR
                yield Found(*match.span(1), Rule.UNKNOWN if known else Rule.INITIALS)


def _always(low: str) -> Rule:
    if low in _POSTS:
        return Rule.KEPT  # Lead GP
    return Rule.UNKNOWN if _is_a_post(low) else Rule.INITIALS


def _surely(low: str) -> Rule:
    if _is_a_post(low) or low in family("persons") or low in _DATED:
        return Rule.KEPT
    return Rule.INITIALS if len(low) == _PAIR or not is_short_for_sure(low) else Rule.UNKNOWN


def _rather(low: str) -> Rule:
    if _is_a_post(low) or low in family("persons") or low in family("methods") or is_english(low):
        return Rule.KEPT
    sure = low not in abbreviations() or (len(low) == _PAIR and not is_short_for_sure(low))
    return Rule.INITIALS if sure else Rule.KEPT


def _at_the_end(low: str) -> Rule:
    rule = _rather(low)
    return Rule.UNKNOWN if rule is Rule.KEPT and not _is_a_service(low) else rule


def _present(low: str) -> Rule:
    if _is_a_post(low):
        return Rule.KEPT
    sure = low not in family("persons") and (len(low) == _PAIR or not is_short_for_sure(low))
    return Rule.INITIALS if sure else Rule.UNKNOWN


_POSITIONS: tuple[tuple[tuple[re.Pattern[str], ...], Callable[[str], Rule]], ...] = (
    (_ALWAYS, _always),
    (_SURELY, _surely),
    (_RATHER[:1], _at_the_end),
    (_RATHER[1:], _rather),
)


def _side_by_side(text: str) -> Iterator[Found]:
    """MMC + GH; Present: LC, Dr Marshall."""
    for match in _PAIRED.finditer(text):
        if any(match[half].casefold() not in abbreviations() for half in (1, 2)):
            yield Found(*match.span(1), Rule.INITIALS)
            yield Found(*match.span(2), Rule.INITIALS)
    for present in _PRESENT.finditer(text):
        for match in _ATTENDEE.finditer(text, *present.span(1)):
            rule = _present(match.group().casefold())
            if rule is not Rule.KEPT:
                yield Found(*match.span(), rule)


def _in_small_letters(text: str) -> Iterator[Found]:
    """Done bh, typed by mb, ta bjp."""
    for match in _SMALL_SIGNED.finditer(text):
        low = match[match.lastindex or 1]
        if not (_is_no_sign(low) or is_ordinary(low) or low in abbreviations()):
            yield Found(*match.span(match.lastindex or 1), Rule.INITIALS)
        elif match[1] and len(low) == _PAIR and not _is_no_sign(low) and not is_english(low):
            yield Found(*match.span(1), Rule.INITIALS)
    for match in _THANKS.finditer(text):
        if not _is_no_sign(match[1]) and not is_english(match[1]):
            yield Found(*match.span(1), Rule.INITIALS)


def _is_no_sign(low: str) -> bool:
    service = _is_a_service(low) or low in family("persons") or low in family("methods")
    return service or low in _NO_SIGN or low in group("units")


def _is_a_service(low: str) -> bool:
    return _is_a_post(low) or low in family("persons") or is_short_for_sure(low)


def is_short_for_sure(low: str) -> bool:
    """One of the commonest abbreviations, which are hardly ever somebody's initials."""
    return low in group("abbreviations") or low in group("two_letters_kept")


def _is_a_post(low: str) -> bool:
    return low in _POSTS or low in group("roles") or low in group("posts")
