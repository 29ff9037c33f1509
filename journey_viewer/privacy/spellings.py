"""Spellings that look the same to people, or nearly: a text as the search for identifiers reads it."""

import re
import unicodedata
from collections.abc import Iterator

_JOINED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")  # where a word begins inside another: OttilieQuayle
_WORD = re.compile(r"[^\W_]+")
_WITH_COMMAS = re.compile(r"(?<![\d,])(\d{3}),(\d{3}),(\d{4})(?![\d,])")  # an NHS number as a sum of money


def plainly(text: str) -> str:
    """Letters and digits of any width and script as one types them, nothing invisible, numbers without commas."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(map(_one, text)) if not text.isascii() else text
    return _WITH_COMMAS.sub(r"\1 \2 \3", text) if "," in text else text


def words_run_together(text: str) -> Iterator[str]:
    """Each word that holds capitals, in the words it may be made of."""
    if _JOINED.search(text) is not None:
        for word in _WORD.findall(text):
            if (parts := _JOINED.sub(" ", word)) != word:
                yield parts


def _one(character: str) -> str:
    if character.isascii():
        return character
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return "-" if kind == "Pd" or character == "\N{MINUS SIGN}" else character
