"""Which contacts are sensitive by what the lists say of them, before anybody has looked."""

import re
import tomllib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.paths import resource


def sensitive_numbers(touchpoints: Touchpoints) -> frozenset[int]:
    """Lasting numbers of those whose reason, own name of the service, or place holds a word of resources/sensitive.toml."""
    told = (touchpoints.reason, touchpoints.named, touchpoints.place)
    rows = np.logical_or.reduce([_says_so(texts) for texts in told])
    return frozenset(touchpoints.number[rows].tolist())


def _says_so(texts: Texts) -> NDArray[np.bool_]:
    """Each different text is looked at once."""
    found = _words().search
    of_word = np.fromiter(
        (found(word.casefold()) is not None for word in texts.words), np.bool_, len(texts.words)
    )
    return of_word[texts.codes] if len(of_word) else np.zeros(len(texts), np.bool_)


@cache
def _words() -> re.Pattern[str]:
    """Any of them as whole words, with whatever punctuation between."""
    with resource("sensitive.toml").open("rb") as stream:
        table = tomllib.load(stream)
    words = sorted({word for told in table.values() for word in told["words"]}, key=len, reverse=True)
    spaced = (r"\W+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b")
