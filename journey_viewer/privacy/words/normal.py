"""A text as the rules read it, and where each of its characters stood."""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_QUOTES = dict.fromkeys("’‘ʼ＇`´", "'")
_OTHERWISE = str.maketrans("ıłøđŁØĐ", "ilodLOD")  # letters that are typed without their strokes and dots

_OTHERWISE = str.maketrans("ıłøđŁØĐ", "ilodLOD")  # letters that are typed without their strokes and dots


@dataclass(frozen=True)
class Normal:
    """``text``: plain characters · ``places``: for each where it began as written, and at the end the length."""

    text: str
    places: tuple[int, ...] | range

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch that is not empty stood: with the marks and invisible characters inside it."""
        return self.places[start], self.places[end]


def normalise(text: str) -> Normal:
    """Compatibility forms, one kind of space, dash and quote, digits of any script; no accents, nothing invisible.

    Line ends stay line ends.
    """
    if text.isascii():
        return Normal(text, range(len(text) + 1))
    plain: list[str] = []
    places: list[int] = []
    for start, end in pairwise([*_beginnings(text), len(text)]):
        for character in _plain(text[start:end]):
            plain.append(character)
            places.append(start)
    return Normal("".join(plain), (*places, len(text)))


def _beginnings(text: str) -> list[int]:
    """Where a character begins that is no mark upon the one before."""
    return [
        place for place, character in enumerate(text) if not place or not unicodedata.combining(character)
    ]


def _plain(cluster: str) -> str:
    return "".join(
        _one(character)
        for character in unicodedata.normalize("NFKD", _QUOTES.get(cluster, cluster))
        if not unicodedata.combining(character)
    )


def _one(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    if kind == "Zs":
        return " "
    if kind == "Pd" or character == "−":
        return "-"
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return _QUOTES.get(character, character)


def without_accents(text: str) -> str:
    """The letters as they are typed in haste: Yılmaz is Yilmaz."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_OTHERWISE))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
