"""Bytes -> the text in them, or the letters where they are no text."""

import re
from collections.abc import Iterator
from itertools import chain

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LETTERS = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE_LETTERS = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # control characters that no text holds
_LOOKED_AT = 4096  # bytes by which text in two bytes a letter is told
_BLOCK = 100_000  # characters that are read at a time
_OVERLAP = 400  # characters of one block that are read with the next
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})")  # a letter as JSON may write it
_FINGERPRINT = re.compile(r"\b[0-9a-f]{64}\b")  # of a file, as in a manifest: its figures are nobody's
_BROKEN = re.compile(r"(?<!\w)(\w++)[-=\xad‐][ \t]*+\r?\n[ \t]*+(\w++)")
_ALONE = re.compile(r"^[^\w\n]*+(\w++)[^\w\n]*+$", re.MULTILINE)
_RTF_CODE = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?\??|\\([a-z]{1,32})(?:-?\d{1,10})? ?|[{}]")
_RTF_ENDS = frozenset({"par", "line", "cell", "row", "tab", "page", "sect"})


def decoded(content: bytes) -> str:
    """The text, by its mark or as UTF-8; what is neither is read as Windows wrote it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def as_text(content: bytes) -> str | None:
    """The text, or None where the bytes are something else."""
    if any(content.startswith(mark) for mark, _ in _MARKS):
        return decoded(content)
    looked_at = content[:_LOOKED_AT]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if looked_at[first::2].count(0) * 4 > len(looked_at) and looked_at[1 - first :: 2].count(0) == 0:
            return content.decode(encoding, errors="replace")
    return None if _NO_TEXT.search(content) else decoded(content)


def _unescaped(letter: re.Match[str]) -> str:
    return chr(int(letter[1], 16))


def texts_in_lines(text: str) -> Iterator[str]:
    """The text in blocks that overlap, then what blocks do not show.

    A word that has a line to itself stands by itself, and one that was broken at a line's end is whole.
    """
    text = _ESCAPED.sub(_unescaped, _FINGERPRINT.sub(" ", text))
    for start in range(0, len(text), _BLOCK):
        yield text[max(0, start - _OVERLAP) : start + _BLOCK]
    yield from dict.fromkeys(match[1] for match in _ALONE.finditer(text))
    for match in _BROKEN.finditer(text):
        yield match[1] + match[2]


def letters_in(content: bytes) -> Iterator[str]:
    """Runs of letters in a file that is no text, in one byte a letter and in two."""
    for run in chain(_LETTERS.findall(content), _lines_of_letters(content)):
        yield decoded(run)
    for run in _WIDE_LETTERS.findall(content):
        yield run.decode("utf-16-le", errors="replace")


def _lines_of_letters(content: bytes) -> Iterator[bytes]:
    """Letters of more than one byte, which a run of one byte a letter cuts apart."""
    for run in re.findall(rb"[\x20-\x7e\x80-\xff]{4,}", content):
        if not run.isascii():
            yield run


def without_rtf(text: str) -> str:
    """The words of a rich text without the codes between and inside them."""
    return _RTF_CODE.sub(_meant, text)


def _meant(code: re.Match[str]) -> str:
    byte, number, word = code.groups()
    if byte:
        return bytes.fromhex(byte).decode("cp1252", errors="replace")
    if number:
        return chr(int(number) % 0x10000)
    return "\n" if word in _RTF_ENDS else ""
