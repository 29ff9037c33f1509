"""Every exported file is opened again and searched before it is kept."""

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from html import unescape

from journey_viewer.errors import IdentifierFound
from journey_viewer.privacy.identifiers import Identifiers

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS_ONLY = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"sBIT"})


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


def _check_png(content: bytes) -> None:
    place = len(_PNG)
    while place < len(content):
        length, chunk = struct.unpack(">I4s", content[place : place + 8])
        if chunk not in _PIXELS_ONLY:
            raise IdentifierFound
        place += length + 12


def _texts_in_office_file(content: bytes) -> Iterator[str]:
    """Each part's text and attribute values; runs of one paragraph are read as one text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.infolist():
            yield part.filename
            if part.filename.endswith((".xml", ".rels")):
                xml = package.read(part).decode("utf-8")
                yield " ".join(unescape(value) for value in re.findall(r'="([^"]*)"', xml))
                yield from _paragraphs(xml)


def _paragraphs(xml: str) -> Iterator[str]:
    between = "" if "</a:p>" in xml else " "
    for paragraph in xml.split("</a:p>"):
        yield unescape(re.sub(r"<[^>]*>", between, paragraph))
