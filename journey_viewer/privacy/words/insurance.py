"""National Insurance numbers, whole or without their last letter where the text says what they are."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_APART = r"[\W_]{0,3}"
_DIGIT = r"[\dOoIl]"
_WHOLE = re.compile(
    rf"\b(?!(?:no|on|is|to|at|in|of|id|pt|or)\b)[A-Za-z]{_APART}[A-Za-z]{_APART}{_DIGIT}(?:{_APART}{_DIGIT}){{5}}{_APART}[A-DFMPa-dfmp]\b(?!')"
)
_SIX = re.compile(
    rf"\b(?!(?:no|on|is|to|at|in|of|id|pt|or)\b)[A-Za-z]{{2}}{_APART}\d\d{_APART}\d\d{_APART}\d\d\b"
)


def find_insurance_numbers(text: str) -> Iterator[Found]:
    for pattern in (_WHOLE, _SIX):
        for match in pattern.finditer(text):
            if sum(map(str.isdigit, match.group())) >= 4:
                yield Found(*match.span(), Rule.NATIONAL_INSURANCE)
