"""Every exported file is opened again and searched before it is kept."""

import io
import re
import struct
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape

from journey_viewer.errors import IdentifierFound
from journey_viewer.privacy.identifiers import Identifiers

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS_ONLY = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"sBIT"})
_ATTRIBUTE = re.compile(r"""\b(?:name|descr|title|tooltip|Target)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MEASURE = re.compile(r"-?\d{1,9}")  # a length or a place on the slide, too short for an NHS number
_STAMP = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")  # the day of the export is nobody's
_APART = " | "  # no name and no number reaches across it


def check_file(name: str, content: bytes, known: Identifiers) -> None:
    """Raises IdentifierFound where the file's name, text or properties hold any known identifier.

    A picture may hold nothing but pixels; an Office file is unpacked and every part read.
    """
    if content.startswith(_PNG):
        _check_png(content)
        texts = []
    else:
        texts = list(_texts_in_office_file(content))
    if known.are_in([name, *texts]):
        raise IdentifierFound


def check_texts(texts: Iterable[str], known: Identifiers) -> None:
    """Raises IdentifierFound where any text that is about to be drawn holds any known identifier."""
    if known.are_in(texts):
        raise IdentifierFound


def _check_png(content: bytes) -> None:
    place = len(_PNG)
    while place < len(content):
        if len(content) < place + 8:
            raise IdentifierFound
        length, chunk = struct.unpack_from(">I4s", content, place)
        if chunk not in _PIXELS_ONLY:
            raise IdentifierFound
        place += length + 12


def _texts_in_office_file(content: bytes) -> Iterator[str]:
    """Each part's name, attribute values and text; runs of one paragraph are read as one text.

    Raises IdentifierFound for a part that cannot be searched.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.infolist():
            yield part.filename
            inside = package.read(part)
            if part.filename.endswith((".xml", ".rels")):
                xml = _STAMP.sub(r"\1", inside.decode("utf-8"))
                yield _APART.join(_attributes(xml))
                yield from _paragraphs(xml)
            elif inside.startswith(_PNG):
                _check_png(inside)
            else:
                raise IdentifierFound


def _attributes(xml: str) -> list[str]:
    """The different values, but for mere measures: a local number could well be as large as one."""
    values = dict.fromkeys(one or other for one, other in _ATTRIBUTE.findall(xml))
    return [unescape(value) for value in values if not _MEASURE.fullmatch(value)]


def _paragraphs(xml: str) -> Iterator[str]:
    between = "" if "</a:p>" in xml else " "
    for paragraph in xml.replace("<a:br", " <a:br").split("</a:p>"):
        yield unescape(re.sub(r"<[^>]*>", between, paragraph))
