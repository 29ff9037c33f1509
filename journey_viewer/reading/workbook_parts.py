"""What parsers do not tell of a workbook, looked up in its parts: from when its day numbers count, what is merged.

It imports neither numpy nor pandas, since the child process needs it.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_ZIP = b"PK\x03\x04"
_HEAD = 100_000
LONG_HEAD = 5_000_000
"""How far down content.xml the settings may stand: every style comes before them."""
_BIFF_START = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_BIFF_RECORDS = 50
_BIFF_DATE_MODE = 0x22
_BINARY_WORKBOOK = 153
_1904_IN_XML = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true)["']""")
_1904_IN_CONTENT = re.compile(rb"""<table:null-date\b[^>]{0,200}\bdate-value\s*=\s*["']1904-01-01""")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]{0,99}\bref\s*=\s*["']\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?[A-Z]{1,3}\$?([0-9]{1,7})["']""")  # fmt: skip
_SHEET_HEAD = 8_192
"""How far down a sheet says its size: only its settings come before."""
_SIZE = re.compile(rb"""<(?:\w+:)?dimension\b[^>]{0,99}\bref\s*=\s*["']\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})["']""")  # fmt: skip
_CHUNK = 1 << 20
_LONGEST_TAG = 200
BROKEN = (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, struct.error, IndexError, OverflowError)  # fmt: skip

Merged = dict[int, list[tuple[int, int]]]
"""For the first row of each range of cells merged downwards: its column and its last row, from 0."""


def is_open_xml(path: Path) -> bool:
    """True of .xlsx and .xlsm, whatever their name says; no other kind has a second parser."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except BROKEN:
        return False


def cells_claimed(path: Path) -> int:
    """How many cells the largest sheet of an .xlsx says that it spans; 0 where none says it, or not so that it can be read.

    It may be wrong either way: a program may have written any size.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            return max((_claimed(start_of(archive, name, _SHEET_HEAD)) for name in sheets), default=0)
    except BROKEN:
        return 0


def _claimed(head: bytes) -> int:
    size = _SIZE.search(head)
    if size is None:
        return 0
    left, top, right, bottom = size.groups()
    return max(_column(right) - _column(left) + 1, 0) * max(int(bottom) - int(top) + 1, 0)


def counts_from_1904(path: Path) -> bool:
    """True where the workbook says that its day numbers count from 1904, as old ones from a Mac do."""
    try:
        with path.open("rb") as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                stream.seek(0)
                return _biff_counts_from_1904(stream.read(LONG_HEAD))
        with zipfile.ZipFile(path) as archive:
            return any(_counts_from_1904(archive, name) for name in archive.namelist())
    except BROKEN:
        return False  # the parser will say what is wrong with it


def _counts_from_1904(archive: zipfile.ZipFile, name: str) -> bool:
    if name == "xl/workbook.xml":
        return _1904_IN_XML.search(start_of(archive, name, _HEAD)) is not None
    if name == "content.xml":
        return _1904_IN_CONTENT.search(start_of(archive, name, LONG_HEAD)) is not None
    if name == "xl/workbook.bin":
        records = _binary_records(start_of(archive, name, _HEAD))
        return any(kind == _BINARY_WORKBOOK and content[:1] and content[0] & 1 for kind, content in records)
    return False


def start_of(archive: zipfile.ZipFile, name: str, length: int) -> bytes:
    """The first bytes of a member, of which no more than these are unpacked."""
    with archive.open(name) as stream:
        return stream.read(length)


def _binary_records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part of an .xlsb: a kind and a length, seven bits a byte, then so many bytes."""
    place = 0
    while place < len(content):
        kind, place = _sevens(content, place)
        length, place = _sevens(content, place)
        yield kind, content[place : place + length]
        place += length


def _sevens(content: bytes, place: int) -> tuple[int, int]:
    number = shift = 0
    while place < len(content) and shift < 28:
        byte = content[place]
        number |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            break
    return number, place


def biff_records(content: bytes, most: int = _BIFF_RECORDS) -> Iterator[tuple[int, bytes]]:
    """The first records of the workbook in an .xls, wherever in the file it stands."""
    place = content.find(_BIFF_START)
    for _ in range(most):
        if place < 0 or place + 4 > len(content):
            return
        kind, length = struct.unpack_from("<HH", content, place)
        yield kind, content[place + 4 : place + 4 + length]
        place += 4 + length


def _biff_counts_from_1904(content: bytes) -> bool:
    return any(kind == _BIFF_DATE_MODE and told[:1] == b"\x01" for kind, told in biff_records(content))


def merged_down(path: Path, part: str) -> Merged:
    """The ranges merged downwards on the sheet in this part of an .xlsx; none where they cannot be read."""
    merged: Merged = {}
    try:
        with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
            for column, first, last in _merged_cells(stream):
                if last > first:
                    merged.setdefault(first, []).append((column, last))
    except BROKEN:
        return {}
    return merged


def _merged_cells(stream: IO[bytes]) -> Iterator[tuple[int, int, int]]:
    """Column, first and last row of every range, from 0."""
    kept = b""
    while chunk := stream.read(_CHUNK):
        text = kept + chunk
        after = 0
        for match in _MERGED.finditer(text):
            after = match.end()
            yield _column(match[1]), int(match[2]) - 1, int(match[3]) - 1
        kept = text[max(after, len(text) - _LONGEST_TAG) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
