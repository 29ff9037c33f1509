"""Every text in a file, whatever its format: what people see of it, and what travels along unseen."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

from journey_viewer.errors import FileNotSearchable

PNG = b"\x89PNG\r\n\x1a\n"
PIXELS_ONLY = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"sBIT"}
)
APART = " | "  # no name and no number reaches across it
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_XML_ENDINGS = (".xml", ".rels", ".vml", ".svg", ".html", ".htm", ".xhtml")
_MOST_INSIDE = 400_000_000  # bytes that a zip may unpack to: more is a bomb, not a pack
_DEEPEST = 4  # zips inside zips
_ATTRIBUTE = re.compile(r"""\b(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TOLD_TO_PEOPLE = frozenset(
    {
        "name",
        "descr",
        "title",
        "tooltip",
        "target",
        "href",
        "alt",
        "aria-label",
        "content",
        "author",
        "initials",
        "id",
    }
)
_MEASURE = re.compile(r"[-\d.,\s]{1,9}(?:px|pt|em|%)?")  # a length or a place, too short for an NHS number
_STAMP = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")  # the day of the export is nobody's
_PARAGRAPH_ENDS = re.compile(r"</(?:a:p|w:p|p|text|title|desc|si|row|div|li|td|tr|h[1-6])>")
_REMARK = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})")  # a letter as JSON may write it
_LETTERS = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE_LETTERS = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")


def texts_in(name: str, content: bytes, depth: int = 0) -> Iterator[str]:
    """The file's name, then each text that stands in it; runs of one paragraph are one text.

    The pixels of a picture are not read. Raises FileNotSearchable for a file that is damaged, locked or
    made to be endless.
    """
    yield name
    if content.startswith(PNG):
        yield from _texts_in_png(content)
    elif content.startswith(_ZIP):
        yield from _texts_in_zip(content, depth)
    elif content.startswith(_PDF):
        yield from _texts_in_pdf(content, depth)
    elif name.lower().endswith(_XML_ENDINGS) or content.lstrip()[:5] in (b"<?xml", b"<svg ", b"<html"):
        yield from texts_in_xml(decoded(content))
    elif b"\x00" not in content[:4096]:
        yield from _ESCAPED.sub(_unescaped, decoded(content)).splitlines()
    else:
        yield from _letters_in(content)


def decoded(content: bytes) -> str:
    """The text, by its mark or as UTF-8; what is neither is read as Windows wrote it."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _unescaped(letter: re.Match[str]) -> str:
    return chr(int(letter[1], 16))


def texts_in_xml(xml: str) -> Iterator[str]:
    """Remarks, the attributes that anybody may read, in one text, and each paragraph."""
    xml = _STAMP.sub(r"\1", xml)
    yield from map(unescape, _REMARK.findall(xml))
    yield APART.join(_attributes(xml))
    inside_words = "" if "</a:p>" in xml or "</w:p>" in xml else " "
    broken = re.sub(r"<(?:a:br|w:br|w:tab|br)\b", " <a:br", xml)
    for paragraph in _PARAGRAPH_ENDS.split(broken):
        yield unescape(re.sub(r"<[^>]*>", inside_words, paragraph))


def png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the content of each part of a PNG; of what follows its end, no kind. Raises FileNotSearchable where it is cut short."""
    place = len(PNG)
    while place < len(content):
        if content[place - 8 : place - 4] == b"IEND":
            yield b"", content[place:]
            return
        if len(content) < place + 8:
            raise FileNotSearchable
        length, kind = struct.unpack_from(">I4s", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += length + 12


def _texts_in_png(content: bytes) -> Iterator[str]:
    for kind, inside in png_chunks(content):
        if kind not in PIXELS_ONLY:
            yield from _letters_in(inside)
            for packed in re.finditer(rb"\x00", inside):
                yield from _letters_in(
                    _unpacked(inside[packed.end() + (inside[packed.end() :][:1] == b"\x00") :])
                )


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST_INSIDE)
    except zlib.error:
        return b""


def _texts_in_pdf(content: bytes, depth: int) -> Iterator[str]:
    from journey_viewer.privacy.pdf_texts import read_pdf  # with a library that only PDFs need

    if depth >= _DEEPEST:
        raise FileNotSearchable
    found = read_pdf(content)
    yield from found.texts
    for properties in found.xml:
        yield from texts_in_xml(decoded(properties))
    for attached in found.attached:
        yield from texts_in("", attached, depth + 1)


def _texts_in_zip(content: bytes, depth: int) -> Iterator[str]:
    if depth >= _DEEPEST:
        raise FileNotSearchable
    comments, parts = _unzipped(content)
    yield from comments
    for name, inside in parts:
        yield from texts_in(name, inside, depth + 1)


def _unzipped(content: bytes) -> tuple[list[str], list[tuple[str, bytes]]]:
    """The comments in a zip, and each part's name and content."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _bearable(package.infolist())
            comments = [
                each.decode("utf-8", "replace") for each in (package.comment, *(p.comment for p in parts))
            ]
            return comments, [(part.filename, package.read(part)) for part in parts]
    except Exception:  # noqa: BLE001  (damaged or locked: whatever it makes of the reader)
        raise FileNotSearchable from None


def _bearable(parts: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if sum(part.file_size for part in parts) > _MOST_INSIDE:
        raise ValueError("more than any pack of ours")
    return parts


def _attributes(xml: str) -> list[str]:
    """The different values that people may come to read, but for mere measures."""
    values = {
        one or other: None
        for name, one, other in _ATTRIBUTE.findall(xml)
        if name.lower() in _TOLD_TO_PEOPLE and not _MEASURE.fullmatch(one or other)
    }
    return [unescape(value) for value in values]


def _letters_in(content: bytes) -> Iterator[str]:
    """Runs of letters in a file that is no text, in one byte a letter and in two."""
    for run in _LETTERS.findall(content):
        yield run.decode("cp1252", errors="replace")
    for run in _WIDE_LETTERS.findall(content):
        yield run.decode("utf-16-le", errors="replace")
