"""JSON text becomes values, one at a time: a document with a list in it, or one value a line (NDJSON).

Numbers stay text as they are written, so that none is too large to read.
"""

import hashlib
import json
import re
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from journey_viewer.errors import DocumentBroken, DocumentTooLarge, FileUnreadable
from journey_viewer.model.progress import Progress
from journey_viewer.reading.texts import find_encoding

MAX_WHOLE_BYTES = 100_000_000
"""The largest document that is read in one piece; NDJSON is read line by line."""
MAX_LINE_CHARACTERS = 20_000_000
MAX_VALUES = 5_000_000

_AT_ONCE = 500
_LINE_START = 64
_SPACE = re.compile(r"[\s\ufeff]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)

UNREADABLE_LINE = "This line is not JSON that can be read."


class Value(NamedTuple):
    """One value of a document. ``place``: its line, or its place in the list from 1; ``fault``: why it could not be read."""

    place: int
    value: Any
    fault: str = ""


@dataclass(frozen=True)
class Whole:
    """What a document says besides its list. ``by_line``: it is NDJSON, and ``rest`` is empty.

    ``mark``: eight characters that stand for this very document.
    """

    by_line: bool
    rest: dict[str, Any] = field(default_factory=dict)
    mark: str = ""


def read_values(path: Path, listed: str, take: Callable[[Value], None]) -> Generator[Progress, None, Whole]:
    """Hand every value of the file to ``take``: a line each, or of the list called ``listed``, or of a bare list.

    Yields how many values are read of about how many. Raises DocumentBroken, DocumentTooLarge or FileUnreadable.
    """
    try:
        encoding = find_encoding(path)
        size = path.stat().st_size
        with path.open(encoding=encoding, errors="replace") as stream:
            if _is_by_line(stream):
                stream.seek(0)
                yield from _read_lines(stream, size, take)
                return Whole(by_line=True)
        if size > MAX_WHOLE_BYTES:
            raise DocumentTooLarge
        content = path.read_bytes()
    except OSError:
        raise FileUnreadable from None
    mark = hashlib.sha256(content).hexdigest()[:8]
    text = content.decode(encoding, "replace")
    del content
    return (yield from _Scan(text, listed, take, size).document(mark))


def _is_by_line(stream: TextIO) -> bool:
    """True where a second value begins on a later line, and the first is an object."""
    first = _next_filled(stream, MAX_LINE_CHARACTERS)
    if not first.startswith("{") or not first.endswith("\n"):
        return False
    second = _next_filled(stream, _LINE_START)
    return bool(second) and (second.startswith("{") or isinstance(_value(first), dict))


def _next_filled(stream: TextIO, length: int) -> str:
    """The next line that is not blank, or its beginning, without what goes before its first character."""
    while line := stream.readline(length):
        if told := line.lstrip(" \t\r\n\ufeff"):
            return told
    return ""


def _read_lines(stream: TextIO, size: int, take: Callable[[Value], None]) -> Generator[Progress, None, None]:
    characters = values = 0
    place = 0
    while line := stream.readline(MAX_LINE_CHARACTERS):
        place += 1
        characters += len(line)
        if _is_cut(line):
            characters += _skip_line(stream)
            take(Value(place, None, UNREADABLE_LINE))
        elif line.strip(" \t\r\n\ufeff"):
            value = _value(line)
            take(Value(place, value, "" if value is not _NO_VALUE else UNREADABLE_LINE))
        values += 1
        if values > MAX_VALUES:
            raise DocumentTooLarge
        if values % _AT_ONCE == 0:
            yield Progress.estimated(values, min(characters / size, 1.0), f"{values:,} entries")


def _is_cut(line: str) -> bool:
    return len(line) >= MAX_LINE_CHARACTERS and not line.endswith("\n")


def _skip_line(stream: TextIO) -> int:
    """Read on to the end of a line that is too long; returns how many characters that was."""
    skipped = 0
    while rest := stream.readline(MAX_LINE_CHARACTERS):
        skipped += len(rest)
        if rest.endswith("\n"):
            break
    return skipped


_NO_VALUE = object()


def _value(text: str) -> Any:
    """What the text says, _NO_VALUE where it is not JSON."""
    try:
        return _DECODER.decode(text.strip(" \t\r\n\ufeff"))
    except (ValueError, RecursionError):
        return _NO_VALUE


class _Scan:
    """Goes through a document's outermost level; each member below it is read in one piece.

    Nothing in it is nested deeper than Python's own limit on recursion, or it counts as broken.
    """

    def __init__(self, text: str, listed: str, take: Callable[[Value], None], size: int) -> None:
        self._text = text
        self._listed = listed
        self._take = take
        self._size = size
        self._at = 0
        self._values = 0

    def document(self, mark: str) -> Generator[Progress, None, Whole]:
        rest: dict[str, Any] = {}
        if self._says("["):
            yield from self._list()
        elif self._says("{"):
            rest = yield from self._object()
        else:
            raise DocumentBroken
        self._space()
        if self._at < len(self._text.rstrip("\x00\x1a")):
            raise DocumentBroken
        return Whole(by_line=False, rest=rest, mark=mark)

    def _object(self) -> Generator[Progress, None, dict[str, Any]]:
        rest: dict[str, Any] = {}
        if self._says("}"):
            return rest
        while True:
            key = self._key()
            if key == self._listed and self._says("["):
                yield from self._list()
            else:
                rest[key] = self._next_value()
            if self._says("}"):
                return rest
            self._comma()

    def _key(self) -> str:
        self._space()
        quoted = self._text.startswith('"', self._at)
        key = self._next_value()
        if not quoted or not self._says(":"):
            raise DocumentBroken
        return str(key)

    def _list(self) -> Generator[Progress, None, None]:
        if self._says("]"):
            return
        while True:
            value = self._next_value()
            self._values += 1
            if self._values > MAX_VALUES:
                raise DocumentTooLarge
            self._take(Value(self._values, value))
            if self._values % _AT_ONCE == 0:
                share = min(self._at / self._size, 1.0)
                yield Progress.estimated(self._values, share, f"{self._values:,} entries")
            if self._says("]"):
                return
            self._comma()

    def _comma(self) -> None:
        if not self._says(","):
            raise DocumentBroken

    def _says(self, character: str) -> bool:
        """True, and gone past it, where this character comes next."""
        self._space()
        said = self._text.startswith(character, self._at)
        self._at += said
        return said

    def _space(self) -> None:
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at

    def _next_value(self) -> Any:
        self._space()
        try:
            value, self._at = _DECODER.raw_decode(self._text, self._at)
        except (ValueError, RecursionError):
            raise DocumentBroken from None
        return value
