"""Two or three capitals where only somebody can stand, whatever they are short for elsewhere: given by ET, can GB look."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.initials_perhaps import could_be_initials_here
from journey_viewer.privacy.words.lists import abbreviations, family, group
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.signatures import is_short_for_sure
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_given, is_only_a_name, is_ordinary

_LETTERS = frozenset({2, 3})
_DOES = any_of(  # what somebody is asked to do, or does
    "check checks look looks see sees call calls ring rings rang chase chases chased review reviews action actions sign signs signed do",
    "please pls kindly aware informed happy agrees agreed back off away said says advised advises will to",
)
_ASKED = re.compile(
    r"\b(?i:ask|asks|asked|tell|told|inform|informed|message|messaged|emailed|rang|phoned|bleeped|d/w|dw|disc(?:ussed)? w(?:ith|/)?"
    r"|discussed with|spoke(?:n)? (?:to|with|w/?)|speak (?:to|with)|spk to|cc|attn|fao|c/o|hand(?:ed)? ?over(?: to| from| frm)?|(?:due|list|visits|bloods|jobs|tasks|handover)(?=:)|signed(?: off)?(?: by)?|sign|initials?"
    r"|initialled(?: by)?|by|per|agreed with|agreed w|with help from|covered by|cover for|on behalf of|pp|assigned to|tasked|task to"
    r"|task for|return to|back to|only see|see|sees|prefers|wants|knows|missed|thanks|ta|regards|dear|hi|hello|senior review"
    r"|second checker|checker|witness|chaperone|present|attended|attendees|apologies)\b[\s:=(-]{1,3}$"
)
_REQUEST = re.compile(r"\b(?i:can|could|pls|please|would|should|wonder if|if|when|for|until|once)\s$")
_FOLLOWS = re.compile(
    rf"\s(?:{_DOES}|to (?:look|see|call|ring|chase|review|action|sign|do|discuss|visit|f/?u))\b"
)
_SENTENCE_ENDS = re.compile(r"\s*(?:$|[.,;:)/\n-]|\band\b|&)")
_BESIDE = re.compile(r"\s?(?:,|/|&|\+|\bor\b|\band\b|\bwith\b)\s?")
_MEASURES = re.compile(r"\s?[:=<>~]?\s?\d")  # BM 9.4
_SURELY = frozenset({"gp", "dn", "hv", "ot", "sw", "cpn", "hca", "sho", "anp", "nok", "mdt", "ed", "rn"})
_WHO = ("roles", "posts", "relatives", "titles", "doctors")


def find_initials_here(text: str, words: Sequence[Word]) -> Iterator[Found]:
    if any(word.loud for word in words):
        return
    short = [place for place, word in enumerate(words) if _may_be(word, text)]
    here = [place for place in short if not _is_a_service(words[place])]
    found = {place for place in here if _is_here(text, words[place])}
    found |= {place for place in here if _has_something(words, place)}
    found |= {place for place in short if _is_beside_a_name(words, place)}
    for step in (1, -1):  # SCM, WK, pt and advocate
        for place in here[::step]:
            near = place - step
            if near in found and _BESIDE.fullmatch(words[min(near, place)].after):
                found.add(place)
            over = place - 2 * step
            if over in found and words[near].low in {"and", "or"}:
                found.add(place)
    yield from _services_perhaps(words, short, found)
    for place in short:
        if place in found:
            yield Found(words[place].start, words[place].end, Rule.INITIALS)
        elif (
            place in here
            and could_be_initials_here(text, words[place])
            and not is_short_for_sure(words[place].low)
        ):
            yield Found(words[place].start, words[place].end, _rule_of(words[place]))


def _rule_of(word: Word) -> Rule:
    """Two letters that are no abbreviation everybody uses are somebody's; of others a person says so."""
    return Rule.UNKNOWN if len(word.text) > min(_LETTERS) or is_short_for_sure(word.low) else Rule.INITIALS


def _services_perhaps(words: Sequence[Word], short: Sequence[int], found: set[int]) -> Iterator[Found]:
    """LW, DC and the patient; Ian or CRT: a post or a service perhaps."""
    for place, word in enumerate(words):
        if place in short or not word.shouted or len(word.text) not in _LETTERS or word.low in _SURELY:
            continue
        listed = any(
            near in found and _BESIDE.fullmatch(words[min(near, place)].after)
            for near in (place - 1, place + 1)
        )
        if (listed and not _MEASURES.match(word.after)) or _is_beside_a_name(words, place):
            yield Found(word.start, word.end, _rule_of(word))


def _may_be(word: Word, text: str) -> bool:
    """Capitals that are nobody's post, no service and no way to give or see something."""
    if not word.shouted or len(word.text) not in _LETTERS or "'" in word.text:
        return False
    if text[word.end : word.end + 1].isdigit() or text[word.start - 1 : word.start] in {"/", "&", "+"}:
        return False
    if text[word.end : word.end + 1] in {"&", "+"} or _MEASURES.match(text, word.end):
        return False
    return word.low not in family("persons") and not any(word.low in group(kind) for kind in _WHO)


def _is_a_service(word: Word) -> bool:
    return word.low in family("persons") | family("methods") or any(word.low in group(kind) for kind in _WHO)


def _is_here(text: str, word: Word) -> bool:
    before, end = text[max(0, word.start - 24) : word.start], word.end
    if _REQUEST.search(before) and _FOLLOWS.match(text, end):
        return True
    if _ASKED.search(before) is None:
        return False
    short = word.low not in group("abbreviations")
    return short or (len(word.text) == min(_LETTERS) and _SENTENCE_ENDS.match(text, end) is not None)


def _has_something(words: Sequence[Word], place: int) -> bool:
    """CLD bloods due."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if not word.first or following is None or word.low in group("abbreviations"):
        return False
    if word.low in abbreviations() and ":" not in words[place - 1].after:
        return False  # JIC meds
    return word.after == " " and following.low in group("owned")


def _is_beside_a_name(words: Sequence[Word], place: int) -> bool:
    """Pauline or AA, AA / Pauline."""
    for other, between in ((place - 1, place - 1), (place + 1, place)):
        if (
            0 <= other < len(words)
            and words[between].after.strip() in {"/", "&"}
            and _is_a_name(words[other])
        ):
            return True
    for step in (-1, 1):
        joint, other = place + step, place + 2 * step
        if 0 <= other < len(words) and words[joint].low in {"or", "and"} and _is_a_name(words[other]):
            return True
    return False


def _is_a_name(word: Word) -> bool:
    return (
        word.text[0].isupper()
        and not word.shouted
        and (is_only_a_name(word.low) or is_given(word.low) or not is_ordinary(word.low))
    )
