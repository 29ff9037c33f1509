"""Looks for planted identifiers in texts, whatever their case and spacing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from invented_world import What, words
from reading_back import Found

from journey_viewer.privacy.identifiers import own_words

_LETTERS, _DIGITS, _BOTH = 5, 6, 6  # fewer of these may stand anywhere by chance
_LETTERS_OF_A_PART = 5
_TOKEN = re.compile(r"[^\W_]+")
_A_LETTER_A_LINE = re.compile(
    r"(?<=\b[^\W_])\n(?=[^\W_]\b)"
)  # as a PDF can be read: "LPA. Tel" holds no Patel
_LABEL = re.compile(r"\bcase [a-z]{1,2}\b")  # the 29th person is "Case AC", whoever has these initials
_NAMED = frozenset(
    {
        What.NAME,
        What.RELATIVE,
        What.CARER,
        What.CLINICIAN,
        What.HOSPITAL,
        What.SURGERY,
        What.CARE_HOME,
        What.SCHOOL,
    }
)


@dataclass(frozen=True)
class Hit:
    """What was found, as it was looked for, and in which part of which file."""

    identifier: str
    where: str


class Search:
    """Of identifiers: the long ones anywhere and in any spelling, the short ones as whole words that people see."""

    def __init__(self, planted: Iterable[tuple[str, What]]) -> None:
        self.long: set[str] = set()
        self.short: set[str] = set()
        self.ages: set[str] = set()
        for text, what in planted:
            if what is What.AGE and text.isdigit():
                self.ages.add(text)  # a number like any other, but where years are spoken of
                continue
            for part in {text, *(_parts(text) if what in _NAMED else ())}:
                self._add(_plain(part))

    def _add(self, text: str) -> None:
        tokens = _TOKEN.findall(text)
        if all(token in own_words() for token in tokens):
            return  # such as Young, or a person called Long Day
        joined = "".join(tokens)
        digits = sum(sign.isdigit() for sign in joined)
        letters = len(joined) - digits
        if letters >= _LETTERS or digits >= _DIGITS or (letters and digits and len(joined) >= _BOTH):
            self.long.add(joined)
        else:
            self.short.add(text.strip())

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(text[:end] for text in self.long for end in range(1, len(text) + 1))

    @cached_property
    def _whole_words(self) -> re.Pattern[str]:
        short = sorted(map(re.escape, self.short), key=len, reverse=True)
        return re.compile(rf"(?<![\w.])(?:{'|'.join(short) or '(?!)'})(?![\w%])(?!\.\d)")

    @cached_property
    def _of_years(self) -> re.Pattern[str]:
        ages = "|".join(sorted(self.ages)) or "(?!)"
        return re.compile(
            rf"(?<![\d.])(?:{ages})(?=[- ]?(?:years?|yrs?|yo|y|f|m)\b)|\b(?:aged?|is) (?:{ages})\b"
        )

    def hits(self, texts: Iterable[Found]) -> Iterator[Hit]:
        for found in texts:
            text = _plain(found.text)
            yield from (Hit(identifier, found.where) for identifier in self._long_in(_TOKEN.findall(text)))
            if found.shown:
                unlabelled = _LABEL.sub("", text)
                short = (*self._whole_words.findall(unlabelled), *self._of_years.findall(unlabelled))
                yield from (Hit(identifier, found.where) for identifier in short)

    def _long_in(self, tokens: list[str]) -> Iterator[str]:
        """Each identifier that some words, one after the other, make up when written together."""
        for first in range(len(tokens)):
            joined = ""
            for token in tokens[first:]:
                joined += token
                if joined not in self._beginnings:
                    break
                if joined in self.long:
                    yield joined


def _plain(text: str) -> str:
    """One spelling of letters and digits, no case, nothing that does not show."""
    folded = _A_LETTER_A_LINE.sub("", normalize("NFKC", text).casefold())
    if folded.isascii():
        return folded
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in folded)
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", digits)


def _parts(text: str) -> set[str]:
    generic = {*words("invented_identities")["generic"], "nurse", "doctor"}
    tokens = set(_TOKEN.findall(_plain(text)))
    return {token for token in tokens if len(token) >= _LETTERS_OF_A_PART and token not in generic}
