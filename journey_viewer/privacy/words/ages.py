"""Ages of 90 and more, in figures and in words."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_OLD = r"(?:9\d|1[0-2]\d)"
_UNITS = any_of("one two three four five six seven eight nine")
_NINETY = rf"ninety(?:[\s-]{_UNITS})?"
_HUNDRED = rf"(?:a|one)[\s-]hundred(?:[\s-](?:and[\s-])?(?:{_UNITS}|ten|eleven|twelve))?"
_IN_WORDS = rf"(?:{_NINETY}|{_HUNDRED})"
_ORDINALS = any_of("first second third fourth fifth sixth seventh eighth ninth")
_GAP = r"(?:\s|-)*"
_AGED = (
    r"(?:aged?|age of|age is|turned|turning|turns|is now|nearly|almost|just|over|approaching|reached"
    r"|celebrated (?:his|her|their))"
)
_IS_NOW = any_of("aged? turned turning is was nearly almost over")
_WHO = any_of("lady gentleman man woman pt patient male female resident grandmother widow widower")
_NO_AGE = any_of(  # what is measured
    r"% mg ml kg mmhg bpm / mmol mcg cm mm units minutes mins hours days weeks percent per puffs sats on steps \.\d",
    "degrees",
)
_NO_AGE_IN_WORDS = r"(?:per ?cent|%|mg|ml|minutes|mins|degrees|days|hours|units|pounds|seconds)"
_NTH_TIME = "attendance|attempt|time|visit|call|contact|admission|day|floor|minute|street|st|avenue|ave|patient|case|consultation"
_COUNTED = any_of(
    "and\\sthirty and\\sforty and\\sfifty and\\ssixty and\\sseventy and\\seighty times people calls yards metres miles feet steps",
    "tablets tabs paracetamol quid pound pence cigarettes things reasons thousand million times? milligrams grams units? micrograms",
)
_NO_AGE_AFTER_IS = any_of("per mg ml minutes percent days degrees units hours weeks")

_AGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 93 years old · 93-year-old · 93yo
        rf"\b({_OLD})(?={_GAP}(?:y(?:ea)?rs?|y)?{_GAP}(?:of age|old|olds|y/?o|yo|y\.o\.?|yrs?|years?)\b)",
        # ninety-three
        rf"\b{_NINETY}\b(?!\s?{_NO_AGE_IN_WORDS})",
        # he is 93. · Ward (93)
        rf"(?<=\w \(){_OLD}(?=\)|,)",
        # Karen Marsh, 93
        rf"(?-i:(?<=[A-Z])[^\W\d_A-Z][\w'-]*,\s)({_OLD})(?=[.,;)]|$)",
        # 93 y · 93F
        rf"\b{_OLD}(?=\s?y\b)|\b{_OLD}(?=\s?[MF]\b(?!\w))|\b[MF]{_OLD}\b",
        # aged 93 · turned 93
        rf"\b{_AGED}(?:\s|:|=|-)*({_OLD}(?:st|nd|rd|th)?)\b(?!\s?{_NO_AGE})",
        rf"\b{_OLD}(?:st|nd|rd|th)\b(?!\s?(?:per)?cent(?:iles?)?\b|\s(?:{_NTH_TIME})\b)",
        rf"\b(?:died|passed|dead|gone|lost)\b[^.;]{{0,24}}\bat ({_OLD})\b",
        rf"\bat ({_OLD})(?=,\s(?:and|still|he|she|who|with|but)\b)",
        rf"\b(?:his|her|their|mum's|dad's)\s(?:{_OLD}(?:st|nd|rd|th)|ninetieth|hundredth|ninety[\s-]{_ORDINALS})\b(?!\s+birthday)",
        # in his late nineties
        r"\b(?:in|mid|late|early)(?:\s(?:his|her|their|the))?[\s-](?:(?:late|early|mid)[\s-])?(?:nineties|90'?s)\b",
        # a hundred and two years old
        rf"\b({_IN_WORDS})(?=[\s-]+(?:years?|yrs?)\b)",
        rf"\b{_IS_NOW}\s+({_IN_WORDS})\b(?!\s+{_NO_AGE_AFTER_IS})",
        # a lady of 93
        rf"\b{_WHO},?\s(?:of|aged)?\s?({_OLD})\b(?!\s?(?:kg|%|/|mmhg))",
        rf"\b(?:ninetieth|hundredth|ninety[\s-]{_ORDINALS})\s+birthday\b",
        r"\b(?:super)?(?:nonagenarian|centenarian)s?\b",
        # Mrs Wren, a hundred and one, wants · states a hundred, diabetic
        rf"(?<!of )\b{_HUNDRED}\b(?!\s(?:and\s(?:one\s)?(?:things|[a-z]+ty))|\s?{_NO_AGE_IN_WORDS}|\s{_COUNTED})",
        # 97, lives alone · Frail. 92, Rockwood 7
        rf"(?:^|(?<=[.!?:]\s)|(?<=\n))({_OLD})(?=,\s[A-Za-z])",
        # Rosalind 94, crawls up
        rf"(?-i:(?<=[.;]\s)[A-Z][a-z]{{2,}}\s)({_OLD})(?=,\s[a-z])(?<!Sats 9\d)",
    )
)


def find_old_ages(text: str) -> Iterator[Found]:
    for pattern in _AGES:
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.AGE_OVER_90)
