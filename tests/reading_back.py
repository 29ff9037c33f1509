"""Everything that can be read in a file that was written, to be searched. Nothing of it is the program's own reading."""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path

_PNG = b"\x89PNG\r\n\x1a\n"
_TAG = re.compile(r"<[^>]*>")
_RUNS = re.compile(
    r"</?(?:a:|w:)?(?:r|t|rPr|rFonts|tspan|latin|solidFill|srgbClr)\b[^>]*>"
)  # inside a line of text
_TOLD = re.compile(r"""\b(?:descr|title|name|id|alt|aria-label|content)\s*=\s*["']([^"']*)["']""")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEX = re.compile(r"<([0-9A-Fa-f\s]+)>")
_LITERAL = re.compile(r"\(((?:\\.|[^()\\])*)\)", re.DOTALL)
_PAIRS = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>(?:\s*<([0-9A-Fa-f]+)>)?")


@dataclass(frozen=True)
class Found:
    """A text that stands somewhere; ``shown`` where people see or hear it, not only programs."""

    where: str
    text: str
    shown: bool


def texts_of(path: Path) -> Iterator[Found]:
    """Each text of a file: its name, its properties, its parts, the texts in its pictures' chunks."""
    yield Found(path.name, path.stem, shown=True)
    yield from texts_in(path.name, path.read_bytes())


def texts_in(name: str, content: bytes) -> Iterator[Found]:
    if content.startswith(_PNG):
        yield from _picture(name, content)
    elif content.startswith(b"PK"):
        yield from _archive(name, content)
    elif content.startswith(b"%PDF"):
        yield from _pdf(name, content)
    else:
        yield from _plain(name, content)


def _plain(name: str, content: bytes) -> Iterator[Found]:
    text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace")
    if text.lstrip("\ufeff \n").startswith("<"):
        yield from _markup(name, text)
        return
    yield Found(name, text, shown=True)
    if name.endswith(".json"):
        yield Found(name, json.dumps(json.loads(text), ensure_ascii=False), shown=True)


def _markup(name: str, text: str) -> Iterator[Found]:
    """As it stands; without its tags, a line of text in one piece; and what its attributes tell a reader."""
    yield Found(name, unescape(text), shown=False)
    yield Found(name, unescape(_TAG.sub("\n", _RUNS.sub("", text))), shown=True)
    yield Found(
        name, unescape("\n".join(_TOLD.findall(text))), shown=not name.endswith((".rels", "theme1.xml"))
    )


def _archive(name: str, content: bytes) -> Iterator[Found]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield Found(name, archive.comment.decode("utf-8", "replace"), shown=True)
        for part in archive.infolist():
            yield Found(f"{name}/{part.filename}", part.filename, shown=False)
            yield from texts_in(f"{name}/{part.filename}", archive.read(part))


def _picture(name: str, content: bytes) -> Iterator[Found]:
    """The chunks of a PNG but its pixels, as they stand and unpacked."""
    place = len(_PNG)
    while place < len(content):
        length, kind = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8]
        data = content[place + 8 : place + 8 + length]
        if kind != b"IDAT":
            yield Found(
                f"{name} {kind.decode('ascii', 'replace')}", data.decode("utf-8", "replace"), shown=True
            )
            for start in range(len(data) - 1):
                if (
                    data[start] & 15 == 8 and int.from_bytes(data[start : start + 2]) % 31 == 0
                ):  # it may be zlib
                    yield Found(name, _unpacked(data[start:]).decode("utf-8", "replace"), shown=True)
        place += length + 12
    yield Found(name, content[place:].decode("utf-8", "replace"), shown=True)


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _pdf(name: str, content: bytes) -> Iterator[Found]:
    """The file as it stands, its streams unpacked, and their strings by each font's table of letters."""
    streams = [_unpacked(found) or found for found in _STREAM.findall(content)]
    texts = [stream.decode("latin-1") for stream in streams]
    yield Found(name, _STREAM.sub(b"", content).decode("latin-1"), shown=True)
    yield Found(name, "\n".join(_strings(_STREAM.sub(b"", content).decode("latin-1"))), shown=True)
    tables = [_letters(text) for text in texts if "beginbf" in text]
    for text in texts:
        yield Found(name, text, shown=False)
        for table in tables or [{}]:
            yield Found(name, _decoded(text, table), shown=True)


def _strings(text: str) -> Iterator[str]:
    """Properties, which are in UTF-16 where they are not plain."""
    for literal in _LITERAL.findall(text):
        plain = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), literal)
        plain = re.sub(r"\\(.)", r"\1", plain, flags=re.DOTALL)
        raw = plain.encode("latin-1", "replace")
        yield raw.decode("utf-16", "replace") if raw[:2] in {b"\xfe\xff", b"\xff\xfe"} else plain


def _letters(table: str) -> dict[str, str]:
    """A font's table: the four hexadecimal digits of a glyph to its letters."""
    letters: dict[str, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        letters.update({one.upper(): _utf16(other) for one, other, _ in _PAIRS.findall(block)})
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for glyph in range(int(first, 16), int(last, 16) + 1):
                letters[f"{glyph:0{len(first)}X}"] = chr(int(to, 16) + glyph - int(first, 16))
        for first, _, many in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for step, to in enumerate(_HEX.findall(many)):
                letters[f"{int(first, 16) + step:0{len(first)}X}"] = _utf16(to)
    return letters


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits.zfill(4)).decode("utf-16-be", "replace")


def _decoded(text: str, letters: dict[str, str]) -> str:
    """Every string of a stream, a line for each operator that shows text."""
    lines = []
    for shown in re.findall(r"[^\n]*?T[jJ*']", text):
        digits = ["".join(found.split()).upper() for found in _HEX.findall(shown)]
        glyphs = (run[place : place + 4] for run in digits for place in range(0, len(run), 4))
        lines.append("".join(letters.get(glyph, "") for glyph in glyphs) + "".join(_LITERAL.findall(shown)))
    return "".join(lines) + "\n" + "\n".join(lines)
