import io
import json
import zipfile
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
