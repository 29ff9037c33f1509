import base64
import bz2
import gzip
import io
import json
import lzma
import struct
import zipfile
import zlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from journey_viewer.errors import FileNotSearchable
from journey_viewer.privacy.file_texts import texts_in

SECRET = "Helen Marsh"


def zipped(**parts: bytes | str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def pdf(**where: Any) -> bytes:
    """A page without words, and the secret where it is not seen."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    if "title" in where:
        writer.add_metadata({"/Title": where["title"]})
    if "note" in where:
        page[NameObject("/Note")] = DictionaryObject(
            {NameObject("/Contents"): TextStringObject(where["note"])}
        )
    if "attached" in where:
        writer.add_attachment("list.csv", where["attached"])
    if "password" in where:
        writer.encrypt(where["password"])
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def commented(comment: bytes) -> bytes:
    stream = io.BytesIO(zipped(a="b"))
    with zipfile.ZipFile(stream, "a") as package:
        package.comment = comment
    return stream.getvalue()


PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I4s", len(inside), kind) + inside + bytes(4)


FILES = {
    "a file's name": (f"{SECRET}.png", b""),
    "plain text": ("a.txt", SECRET.encode()),
    "text as Excel saves it": ("a.txt", SECRET.encode("utf-16")),
    "a table": ("a.csv", f"1,{SECRET}\n".encode("cp1252")),
    "JSON": ("a.json", json.dumps({"who": SECRET}).encode()),
    "the words of an SVG": ("a.svg", f"<svg><text>{SECRET}</text></svg>".encode()),
    "a description in an SVG": ("a.svg", f"<svg><g aria-label='{SECRET}'/></svg>".encode()),
    "a web page": ("a.html", f"<html><p>Hel<b>en</b></p><a href='x'>{SECRET}</a>".encode()),
    "a document": ("a.docx", zipped(document="<?xml?><w:p><w:t>Helen M</w:t><w:t>arsh</w:t></w:p>")),
    "a workbook": ("a.xlsx", zipped(strings=f"<?xml?><si><t>{SECRET}</t></si>")),
    "a zip in a zip": ("a.zip", zipped(inner=zipped(note=SECRET))),
    "a zip's comment": ("a.zip", commented(SECRET.encode())),
    "a PDF's title": ("a.pdf", pdf(title=SECRET)),
    "a note in a PDF": ("a.pdf", pdf(note=SECRET)),
    "a file attached to a PDF": ("a.pdf", pdf(attached=SECRET.encode())),
    "an old workbook": ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(8) + SECRET.encode("utf-16-le") + bytes(9)),
    "a gzip": ("a.txt.gz", gzip.compress(SECRET.encode())),
    "a bzip2": ("a.bz2", bz2.compress(SECRET.encode())),
    "an xz": ("a.xz", lzma.compress(SECRET.encode())),
    "a zip behind a byte": ("a.zip", b"\x00" + zipped(a=SECRET)),
    "a letter in code": (
        "a.eml",
        b"Subject: x\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(SECRET.encode()),
    ),
    "a letter's subject": ("a.eml", b"Subject: =?utf-8?b?" + base64.b64encode(SECRET.encode()) + b"?=\n\nx"),
    "a letter with broken lines": (
        "letter",
        b"Content-Transfer-Encoding: quoted-printable\n\nHel=\nen Ma=\nrsh",
    ),
    "words of an SVG in parts": ("a.svg", b"<svg ><text>Hel<tspan>en M</tspan>arsh</text></svg>"),
    "a comment in a web page": ("a.html", f"<html><!-- {SECRET} --></html>".encode()),
    "text that no mark tells is in two bytes": ("a.txt", (SECRET * 3).encode("utf-16-be")),
    "a rich text": ("a.rtf", rb"{\rtf1 Hel{\b en} M\'61rsh}"),
    "packed words in a picture": ("a.png", PNG + chunk(b"zTXt", b"Who\0\0" + zlib.compress(SECRET.encode()))),
    "packed words of the world in a picture": (
        "a.png",
        PNG + chunk(b"iTXt", b"Who\0\1\0en\0\0" + zlib.compress(SECRET.encode())),
    ),
    "a photograph": ("a.jpg", b"\xff\xd8\xff\xe1\x00Exif\x00\x00" + SECRET.encode() + bytes(9)),
}


@pytest.mark.parametrize("where", FILES)
def test_what_stands_in_a_file_is_found_in(where: str) -> None:
    assert any(SECRET in text for text in texts_in(*FILES[where]))


BROKEN = {
    "a zip cut short": zipped(a="b")[:40],
    "a PDF cut short": pdf()[:60],
    "a locked PDF": pdf(password="three invented words"),
    "a picture cut short": b"\x89PNG\r\n\x1a\n\x00",
    "a 7-Zip": b"7z\xbc\xaf\x27\x1c" + bytes(range(256)),
    "a RAR": b"Rar!\x1a\x07" + bytes(range(256)),
    "a locked deck": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(range(256)),
    "a program": b"MZ" + bytes(100),
    "a gzip cut short": gzip.compress(b"a" * 999)[:20],
    "packed words that are damaged": PNG + chunk(b"zTXt", b"Who\0\0damaged"),
    "zips within zips": zipped(a=zipped(a=zipped(a=zipped(a=zipped(a="b"))))),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_searched_whole_is_said_to_be_so(what: str) -> None:
    with pytest.raises(FileNotSearchable):
        list(texts_in("a", BROKEN[what]))


@settings(max_examples=150)
@given(st.sampled_from(sorted(FILES)), st.integers(0, 3000), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_said_to_be_unreadable(which: str, place: int, instead: bytes) -> None:
    name, content = FILES[which]
    damaged = (
        content[: place % (len(content) + 1)] + instead + content[place % (len(content) + 1) + len(instead) :]
    )
    with suppress(FileNotSearchable):
        assert all(isinstance(text, str) for text in texts_in(name, damaged))


@pytest.mark.parametrize(
    "picture", [b"\xff\xd8\xff\xe0", b"GIF89a", b"BM", b"II*\0", b"OTTO", b"RIFFsizeWEBP"]
)
def test_of_a_photograph_or_a_font_only_the_letters_are_read(picture: bytes) -> None:
    assert any(SECRET in text for text in texts_in("a", picture + bytes(5) + SECRET.encode() + bytes(5)))


def test_one_damaged_part_keeps_no_other_from_being_read() -> None:
    found: list[str] = []
    with pytest.raises(FileNotSearchable):
        found += (text for text in texts_in("a.zip", zipped(a=b"PK\x03\x04", b=SECRET)))
    assert any(SECRET in text for text in found)


LONG = 400_000
TRICKS = {
    "no attribute": ("a.xml", b"<?xml " + b"a-" * LONG),
    "no end of an attribute": ("a.xml", b"<?xml " + b"id=\"'" * LONG),
    "no end of a tag": ("a.xml", b"<?xml " + b"<" * LONG),
    "no end of a stamp": ("a.xml", b"<?xml " + b"<dcterms:created " * LONG),
    "no end of a comment": ("a.xml", b"<?xml " + b"<!--" * LONG),
    "nothing in a picture": ("a.png", PNG + chunk(b"eXIf", bytes(LONG))),
    "one word": ("a.txt", b"a" * LONG),
    "hyphens": ("a.txt", b"a-" * LONG),
    "heads of letters": ("a.txt", b"a:\n" * LONG),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_no_small_file_keeps_the_search_busy(trick: str) -> None:
    """Each of these took minutes where a scanner begins anew at every letter."""
    assert sum(map(len, texts_in(*TRICKS[trick]))) < 9 * LONG * 17
