"""Words in lines, as many as there is room for."""

import re
import unicodedata

from journey_viewer.timeline.layout import TextWidth

ELLIPSIS = "…"
_LONGEST_WORD = 40  # letters
_APART, _RIGHT_TO_LEFT = "\u2068{}\u2069", frozenset({"R", "AL"})
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""They would turn around what stands after them, words of ours too."""


def one_line(text: str) -> str:
    """What somebody typed without line breaks, and without signs that no file can carry."""
    return " ".join(_TURNS.sub("", _CONTROLS.sub(" ", text)).split())


def kept_apart(text: str) -> str:
    """What somebody wrote, to stand beside words of ours on a label: in one line, and no wider than a label should be.

    Words that run from right to left would take what stands after them with them.
    """
    words = one_line(text).split(" ")
    short = (
        word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}{ELLIPSIS}" for word in words
    )
    told = " ".join(short)
    runs_left = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in told)
    return _APART.format(told) if runs_left else told


def in_a_sentence(text: str) -> str:
    """A sentence of ours where it goes on after other words: "all 8 A&E visits", "A&E visit"."""
    small = text[1:2].islower()
    return f"{text[:1].lower()}{text[1:]}" if small else text


def wrap(text: str, room: float, size: float, width: TextWidth, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``room`` pixels; a single word that is wider is broken."""
    lines: list[str] = []
    for word in one_line(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines += _broken(word, room, size, width, bold=bold)
    return lines


def _broken(word: str, room: float, size: float, width: TextWidth, *, bold: bool) -> list[str]:
    """Nobody writes such a word, but an address or a row of dashes is one."""
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter, size, bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def shorten(
    lines: list[str], most: int, room: float, size: float, width: TextWidth, *, bold: bool
) -> list[str]:
    """The first ``most`` lines; where there are more, the last of them ends in "…"."""
    if len(lines) <= most:
        return lines
    kept = lines[: most - 1]
    last = lines[most - 1]
    while last and width(last + ELLIPSIS, size, bold) > room:
        last = last[:-1]
    return [*kept, last.rstrip() + ELLIPSIS]
