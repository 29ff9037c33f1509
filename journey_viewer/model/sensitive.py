"""Which contacts are sensitive by what the lists say of them, before anybody has looked."""

import re
import tomllib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.paths import resource


def sensitive_numbers(touchpoints: Touchpoints) -> frozenset[int]:
    """Lasting numbers of those whose reason, own name of the service, place, clinician or way holds a word of resources/sensitive.toml."""
    told = (touchpoints.reason, touchpoints.named, touchpoints.place, touchpoints.clinician, touchpoints.mode)
    rows = np.logical_or.reduce([_says_so(texts) for texts in told])
    return frozenset(touchpoints.number[rows].tolist())


def _says_so(texts: Texts) -> NDArray[np.bool_]:
    """Each different text is looked at once, and read only where a word begins in it."""
    used = np.unique(texts.codes)
    told = [texts.words[code].casefold() for code in used.tolist()]
    says_so = np.zeros(len(texts.words), np.bool_)
    for place in _worth_reading(told):
        says_so[used[place]] = _words().search(told[place]) is not None
    return says_so[texts.codes] if len(says_so) else np.zeros(len(texts), np.bool_)


def _worth_reading(texts: list[str]) -> list[int]:
    """The places of texts that hold the beginning of any of the words: all of them in one search, for speed."""
    whole = "\n".join(texts)
    ends = np.cumsum([len(text) + 1 for text in texts])
    found: set[int] = set()
    for beginning in _beginnings():
        at = whole.find(beginning)
        while at >= 0:
            place = int(np.searchsorted(ends, at, side="right"))
            found.add(place)
            at = whole.find(beginning, int(ends[place]))
    return sorted(found)


@cache
def _all_words() -> tuple[str, ...]:
    with resource("sensitive.toml").open("rb") as stream:
        table = tomllib.load(stream)
    return tuple(sorted({word for told in table.values() for word in told["words"]}, key=len, reverse=True))


@cache
def _beginnings() -> frozenset[str]:
    """The first parts of the words, without those that begin with another."""
    firsts = {word.split()[0] for word in _all_words()}
    return frozenset(
        first for first in firsts if not any(first != other and other in first for other in firsts)
    )


@cache
def _words() -> re.Pattern[str]:
    """Any of them as whole words, with whatever punctuation between."""
    spaced = (r"\W+".join(map(re.escape, word.split())) for word in _all_words())
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b")
