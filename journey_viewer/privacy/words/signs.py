"""What tells the net that a word names somebody or somewhere: what the word is like, and what stands around it.

Each sign is a short text: which place it is about ("0" the word itself, "-1" the one before, "+2" the next but one), what
of it, and what it is like there. None holds a word that could be a name: only words of net_words.txt are ever spelt out.
"""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.looks import EDGE, Look
from journey_viewer.privacy.words.text import Word

_DIGITS = re.compile(r"\d+")
_SPACES = str.maketrans({" ": "_", "\n": "~", "\t": "_"})
_GAP = 3  # characters between two words that are looked at


def signs_at(text: str, words: Sequence[Word], looks: Sequence[Look], place: int) -> Iterator[str]:
    word, own = words[place], looks[place]
    before = _gap(
        text[max(0, word.start - _GAP) : word.start] if not place else words[place - 1].after[-_GAP:]
    )
    after = _gap(word.after[:_GAP])
    yield from _of_itself(own, before, after)
    last, following = _near(looks, place - 1), _near(looks, place + 1)
    yield from _beside(own, last, "-1", before.strip("_"))
    yield from _beside(own, following, "+1", after.strip("_"))
    yield from _further(_near(looks, place - 2), "-2")
    yield from _further(_near(looks, place + 2), "+2")
    yield f"-1+1={last.said} {following.said}"
    yield f"0-1+1={own.shape}{own.names} {last.said} {following.said}"
    yield f"0-2-1={own.shape} {_near(looks, place - 2).said} {last.said}"
    yield f"0+1+2={own.shape} {following.said} {_near(looks, place + 2).said}"


def _of_itself(own: Look, before: str, after: str) -> Iterator[str]:
    yield ""
    yield f"0={own.said}"
    yield f"0:{own.shape}"
    yield f"0:{own.names}"
    yield f"0:{own.others}"
    yield f"0:{own.shape}:{own.names}"
    yield f"0:{own.shape}:{own.others}"
    yield f"0:{own.like}"
    yield f"0({own.shape}{before}"
    yield f"0){own.shape}{after}"
    yield f"0(){own.shape}{before} {after}"
    for kind in own.kinds:
        yield f"0.{kind}"
    if own.ending:
        yield f"0*{own.ending}"
        yield f"0*{own.ending[1:]}"


def _beside(own: Look, near: Look, where: str, gap: str) -> Iterator[str]:
    yield from _further(near, where)
    yield f"{where}={near.said}{gap}"
    yield f"0{where}={own.shape} {near.said}{gap}"
    yield f"0{where}={own.like} {near.said}"
    yield f"0{where}:{own.like} {near.like}"
    yield f"0{where}:{own.shape} {near.shape}{near.names}{gap}"
    for kind in near.kinds:
        yield f"0{where}.{own.shape} {kind}{gap}"
        yield f"0{where}.{own.shape}{own.names} {kind}"


def _further(near: Look, where: str) -> Iterator[str]:
    yield f"{where}={near.said}"
    yield f"{where}:{near.like}"
    for kind in near.kinds:
        yield f"{where}.{kind}"


def _near(looks: Sequence[Look], place: int) -> Look:
    return looks[place] if 0 <= place < len(looks) else EDGE


def _gap(text: str) -> str:
    """What stands between two words: any number is 0."""
    return _DIGITS.sub("0", text).translate(_SPACES)
