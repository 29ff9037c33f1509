"""Ages of 90 and more, in figures and in words."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_OLD = r"(?:9\d|1[0-2]\d)"
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORDS = rf"(?:ninety(?:[\s-]{_UNITS})?|(?:a|one)[\s-]hundred(?:[\s-](?:and[\s-])?(?:{_UNITS}|ten|eleven|twelve))?)"
_AGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_OLD}(?:\s|-)*(?:y(?:ea)?rs?|y)?(?:\s|-)*(?:of age|old|olds|y/?o|yo|y\.o\.?|yrs?|years?)\b",
        rf"\bninety(?:[\s-]{_UNITS})?\b(?!\s?(?:per ?cent|%|mg|ml|minutes|mins|degrees|days|hours|units|pounds|seconds))",
        rf"\b(?:is|was|now)\s{_OLD}(?=[,.;)]|\s(?:and|but|with|now)\b|$)|(?<=\w \(){_OLD}(?=\)|,)",
        rf"(?-i:(?<=[A-Z])[^\W\d_A-Z][\w'-]*,\s)({_OLD})(?=[.,;)]|$)",
        rf"\b{_OLD}\s?y\b|\b{_OLD}\s?[MF]\b(?!\w)",
        rf"\b(?:aged?|age of|age is|turned|turning|turns|is now|nearly|almost|just|over|approaching|reached|celebrated (?:his|her|their))(?:\s|:|=|-)*{_OLD}(?:st|nd|rd|th)?\b(?!\s?(?:%|mg|ml|kg|mmhg|bpm|/|mmol|mcg|cm|mm|units|minutes|mins|hours|days|weeks|percent|per|puffs|sats|on|steps|\.\d|degrees))",
        rf"\b{_OLD}(?:st|nd|rd|th)\s+birthday\b",
        r"\b(?:in|mid|late|early)(?:\s(?:his|her|their|the))?[\s-](?:(?:late|early|mid)[\s-])?(?:nineties|90'?s)\b",
        rf"\b{_WORDS}[\s-]+(?:years?|yrs?)\b(?:[\s-]+(?:old|of age))?",
        rf"\b(?:aged?|turned|turning|is|was|nearly|almost|over)\s+{_WORDS}\b(?!\s+(?:per|mg|ml|minutes|percent|days|degrees|units|hours|weeks))",
        rf"\b(?:lady|gentleman|man|woman|pt|patient|male|female|resident|grandmother|widow|widower),?\s(?:of|aged)?\s?{_OLD}\b(?!\s?(?:kg|%|/|mmhg))",
        r"\b(?:ninetieth|hundredth|ninety[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\s+birthday\b",
        r"\bnonagenarian\b|\bcentenarian\b|\bsupercentenarian\b",
    )
)


def find_old_ages(text: str) -> Iterator[Found]:
    for pattern in _AGES:
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.AGE_OVER_90)
