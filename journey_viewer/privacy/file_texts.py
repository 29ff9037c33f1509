"""Every text in a file, whatever its format: what people see of it, and what travels along unseen."""

import io
import re
import zipfile
from collections.abc import Iterator

from journey_viewer.errors import FileNotSearchable
from journey_viewer.privacy.packed_texts import (
    PIXELS_ONLY,
    PNG,
    in_mail,
    is_mail,
    png_chunks,
    png_words,
    unsqueezed,
    unzipped,
)
from journey_viewer.privacy.plain_texts import as_text, decoded, letters_in, texts_in_lines, without_rtf
from journey_viewer.privacy.xml_texts import texts_in_xml

_ZIP, _PDF, _RTF = b"PK\x03\x04", b"%PDF-", b"{\\rtf"
_XML_ENDINGS = (".xml", ".rels", ".vml", ".svg", ".html", ".htm", ".xhtml")
_DEEPEST = 4  # files inside files
_PIXELS_OR_SHAPES = re.compile(  # photographs, pictures and fonts: what they show is not read
    rb"\xff\xd8\xff|GIF8|BM|II\*\x00|MM\x00\*|RIFF....WEBP|\x00\x00\x01\x00|\xd7\xcd\xc6\x9a"
    rb"|\x00\x01\x00\x00\x00|OTTO|ttcf|true|wOF[F2]",
    re.DOTALL,
)
_PRINTER = re.compile(r"printerSettings\d*\.bin$", re.IGNORECASE)  # which printer, in letters


def texts_in(name: str, content: bytes, depth: int = 0) -> Iterator[str]:
    """The file's name, then each text that stands in it; runs of one paragraph are one text.

    The pixels of a picture are not read. Raises FileNotSearchable for a file that is damaged, locked or
    made to be endless, and after its letters for one whose format is none of those that are known here.
    """
    yield name
    if depth > _DEEPEST:
        raise FileNotSearchable
    if content.startswith(PNG):
        yield from _texts_in_png(content)
    elif content.startswith(_ZIP):
        yield from _texts_in_parts(*unzipped(content), depth)
    elif content.startswith(_PDF):
        yield from _texts_in_pdf(content, depth)
    elif (inside := unsqueezed(content)) is not None:
        yield from texts_in(name.rpartition(".")[0], inside, depth + 1)
    else:
        if zipfile.is_zipfile(io.BytesIO(content)):  # behind something else
            yield from _texts_in_parts(*unzipped(content), depth)
        yield from _texts_in_text(name, content, depth)


def _texts_in_text(name: str, content: bytes, depth: int) -> Iterator[str]:
    text = None if _PIXELS_OR_SHAPES.match(content) and b"\x00" in content else as_text(content)
    if text is None:
        yield from letters_in(content)
        if not _PIXELS_OR_SHAPES.match(content) and not _PRINTER.search(name):
            raise FileNotSearchable
    elif content.startswith(_RTF):
        yield from texts_in_lines(without_rtf(text))
    elif name.lower().endswith(_XML_ENDINGS) or text.lstrip()[:5].lower() in ("<?xml", "<svg ", "<html"):
        yield from texts_in_xml(text)
    else:
        yield from texts_in_lines(text)
        if is_mail(name, content):
            yield from _texts_in_parts(*in_mail(content), depth)


def _texts_in_png(content: bytes) -> Iterator[str]:
    for kind, inside in png_chunks(content):
        if kind not in PIXELS_ONLY:
            for words in png_words(kind, inside):
                yield from letters_in(words)


def _texts_in_pdf(content: bytes, depth: int) -> Iterator[str]:
    from journey_viewer.privacy.pdf_texts import read_pdf  # with a library that only PDFs need

    found = read_pdf(content)
    yield from found.texts
    for properties in found.xml:
        yield from texts_in_xml(decoded(properties))
    yield from _texts_in_parts([], [("", attached) for attached in found.attached], depth)


def _texts_in_parts(said: list[str], parts: list[tuple[str, bytes]], depth: int) -> Iterator[str]:
    """What is said about the parts, then what stands in each; one that cannot be read keeps no other from it.

    Raises FileNotSearchable where any part could not be read.
    """
    yield from said
    unread = False
    for name, inside in parts:
        try:
            yield from texts_in(name, inside, depth + 1)
        except FileNotSearchable:
            unread = True
    if unread:
        raise FileNotSearchable
