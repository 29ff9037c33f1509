"""A text file becomes a sheet: its encoding and separator are found out, every line is accounted for."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Generator, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from journey_viewer.errors import FileUnreadable
from journey_viewer.model.progress import Progress
from journey_viewer.reading.blocks import cut_block, whole_lines
from journey_viewer.reading.guard import utf_16_without_mark
from journey_viewer.reading.sheets import HEAD_ROWS, Sheet, SheetBuilder, rows_in_words

_SEPARATORS = ",;\t|"
_SAMPLE_CHARACTERS = 65_536
_SAMPLE_ROWS = 100
_CHUNK_BYTES = 1 << 20
_ROWS_AT_ONCE = 2_000
_BYTE_BY_BYTE = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "cp1252": "cp1252"}
"""The encodings in which the byte of a line's end is nothing else, and what they are past the file's beginning."""
_STRAY_QUOTES = 100
"""After so many quotes that nothing closes, quotes are taken as they stand in the rest of the file."""


def read_text(path: Path) -> Generator[Progress, None, Sheet]:
    """All rows of a text file, yielding how many rows are read of about how many.

    Raises FileUnreadable.
    """
    try:
        encoding = find_encoding(path)
        with path.open(encoding=encoding, errors="replace", newline="") as stream:
            separator = find_separator(stream.read(_SAMPLE_CHARACTERS))
        builder = SheetBuilder("", delimited=True)
        read = 0
        if encoding in _BYTE_BY_BYTE:
            read = yield from _read_blocks(path, encoding, separator, builder)
        yield from _read_rows(path, encoding, separator, builder, read)
    except OSError:
        raise FileUnreadable from None
    return builder.sheet()


def _read_blocks(
    path: Path, encoding: str, separator: str, builder: SheetBuilder
) -> Generator[Progress, None, int]:
    """Read on as long as every row is just a line; returns how many bytes that is."""
    size = path.stat().st_size
    read = 0
    with path.open("rb") as stream:
        for block in whole_lines(stream):
            text = block.decode(encoding if read == 0 else _BYTE_BY_BYTE[encoding], "replace")
            if read == 0:
                builder.begin(list(islice(_rows(_Lines(StringIO(text, newline="")), separator), HEAD_ROWS)))
            columns = cut_block(text, separator, builder.width)
            if columns is None:
                break
            builder.add_columns(columns)
            read += len(block)
            yield Progress.estimated(builder.rows, read / size, rows_in_words(builder.rows))
    return read


def _read_rows(
    path: Path, encoding: str, separator: str, builder: SheetBuilder, read: int
) -> Generator[Progress, None, None]:
    """Read what comes after so many bytes, row by row."""
    size = path.stat().st_size
    with path.open(
        encoding=_BYTE_BY_BYTE[encoding] if read else encoding, errors="replace", newline=""
    ) as stream:
        stream.seek(read)
        lines = _Lines(stream)
        rows = _rows(lines, separator)
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            builder.add(some)
            share = min((read + lines.characters) / size, 1.0)
            yield Progress.estimated(builder.rows, share, rows_in_words(builder.rows))


def find_encoding(path: Path) -> str:
    """The codec that reads the whole file: UTF-8 or UTF-16 with or without a mark, else cp1252."""
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE_CHARACTERS)
        if head.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if unmarked := utf_16_without_mark(head):
            return unmarked
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while head:
                decoder.decode(head)
                head = stream.read(_CHUNK_BYTES)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def find_separator(sample: str) -> str:
    """The separator by which most of the first rows fall into the same number of cells."""
    told = re.match(r'\ufeff?"?sep=([,;\t|])"?[\r\n]', sample)
    if told:
        return told[1]
    return max(_SEPARATORS, key=lambda separator: _evidence(sample, separator))


def _evidence(sample: str, separator: str) -> int:
    lines = _Lines(StringIO(sample, newline=""))
    rows = _rows(lines, separator)
    widths = Counter(len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if len(row) > 1)
    return max(((width - 1) * count * count for width, count in widths.items()), default=0)


class _Lines:
    """The lines of a text, remembering those of the record at hand so that they can be given back."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._given_back: list[str] = []
        self.record: list[str] = []
        self.characters = 0
        self.at_end = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._given_back.pop() if self._given_back else self._stream.readline()
        if not line:
            self.at_end = True
            raise StopIteration
        self.record.append(line)
        return line

    def close_record(self) -> None:
        self.characters += sum(map(len, self.record))
        self.record.clear()

    def give_back_all_but_first(self) -> str:
        self._given_back += reversed(self.record[1:])
        del self.record[1:]
        self.at_end = False
        return self.record[0]


def _rows(lines: _Lines, separator: str) -> Iterator[list[str]]:
    """Record by record. Where a quote opens that nothing rightly closes, its line is split as it stands."""
    reader = csv.reader(lines, delimiter=separator)
    strays = 0
    while strays < _STRAY_QUOTES:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = None
        if row is None or _is_astray(lines.record, separator):
            strays += 1
            row = lines.give_back_all_but_first().rstrip("\r\n").split(separator)
        lines.close_record()
        yield row
    for line in lines:
        yield line.rstrip("\r\n").split(separator)
        lines.close_record()


def _is_astray(record: list[str], separator: str) -> bool:
    """True where a record takes several lines because a quote is never closed, or only by another stray one."""
    if len(record) < 2:
        return False
    try:
        next(csv.reader(record, delimiter=separator, strict=True))
    except csv.Error:
        return True
    return False
