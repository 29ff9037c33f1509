"""Two or three capitals where an illness stands as well as somebody: "concerns about AF", "AF and her mum"."""

import re

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.text import Word

_PEOPLE = any_of(
    "carer carers client patient pt resident tenant child sibling brother sister son daughter dtr mum mother dad father wife",
    "husband partner friend neighbour boy girl baby twin lady man woman worker clinician consultant nurse doctor counsellor",
)
_BEFORE = re.compile(
    rf"\b(?:{_PEOPLE}:?|reviewed with|met|met with|visit to|visited|concerns? (?:about|re)|(?:email|letter|text|msg|message|call|voicemail) (?:from|for|to)"
    r"|checked:|seen with|supervision (?:w|with)|resp(?:onder)?:|(?:nok|family|mother|mum|parents|carer|wife|husband|daughter|son) of|re:|saw"
    r"|named nurse:?|photo taken -|completed by:?|author:?|entered by:?|typed by:?|dictated by:?|rang|phoned)\s$",
    re.IGNORECASE,
)
_AFTER_THAT = re.compile(
    r"\s?(?:$|[.,;:)'-])|\s-\s|\s(?:today|yesterday|at home|at the|re|twice|x2|late|also|did|does|didn't|is|was|has|had|and|not|informed|subject"
    r"|raised|who|again|back|in person|by phone|stated|reports?|feels)\b"
)
_FIRST = re.compile(
    r"\s(?:not (?:seen|in|home|answering|at|well)|rang|came|comes|arrived|left|lives|moved|has (?:moved|been|had|not|never|now|agreed|asked)|was (?:found|seen|brought|taken|upset|well|asked|told)"
    r"|and (?:his|her|their|mum|dad|wife|husband|partner|family)|to (?:chase|call|ring|review|action|see|bring|attend|visit|follow|discuss|email)"
    r"|on leave|off sick|off today|is (?:away|off|aware|happy|leading|the|not|in|at|now|a)|aged|\(?\d{1,3}\s?(?:yo|y/o|yrs?|m|f)\b|\((?:pt|client|patient)\))",
    re.IGNORECASE,
)
_OWNS = re.compile(
    rf"'s (?:{_PEOPLE}|house|flat|home|room|car|bloods|notes|script|meds|appt|appointment|phone|number|money|bag|birthday|email|request|report)\b"
)


def could_be_initials_here(text: str, word: Word) -> bool:
    if _OWNS.match(text, word.end) or (word.first and _FIRST.match(text, word.end)):
        return True
    before = text[max(0, word.start - 28) : word.start]
    return _BEFORE.search(before) is not None and _AFTER_THAT.match(text, word.end) is not None
