"""The search for planted identifiers reads what it must: an identifier put into any sort of file is found."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_world import What
from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from reading_back import Found, texts_of
from searching import Search

NAME = "Ottilie Quayle"
RUNS = "<a:p><a:r><a:t>Otti</a:t></a:r><a:r><a:rPr b='1'/><a:t>lie Quayle</a:t></a:r></a:p>"
SEARCH = Search(
    [(NAME, What.NAME), ("J.S.", What.INITIALS), ("93", What.AGE), ("999 000 0018", What.NHS_NUMBER)]
)

pytestmark = pytest.mark.usefixtures("qapp")


def _zipped(path: Path, part: str, text: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, text)


def _picture(path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.setText("Description", " ".join([NAME] * 200))  # so long that it is packed
    image.save(str(path))


def _pdf(path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.drawText(QRect(100, 100, 4000, 400), 0, NAME)
    painter.end()


def _pdf_property(path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(NAME)
    QPainter(writer).end()


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.pptx", lambda path: _zipped(path, "ppt/slides/slide1.xml", RUNS)),
        ("b.pptx", lambda path: _zipped(path, "docProps/core.xml", f"<dc:creator>{NAME}</dc:creator>")),
        ("c.pptx", lambda path: _zipped(path, "ppt/slides/slide1.xml", f'<p:cNvPr id="2" descr="{NAME}"/>')),
        ("d.pptx", lambda path: _zipped(path, f"ppt/media/{NAME}.bin", "")),
        ("e.svg", lambda path: path.write_text(f"<svg><title>{NAME.upper()}</title></svg>")),
        ("f.md", lambda path: path.write_text("# OTTILIE\nQUAYLE")),
        ("g.json", lambda path: path.write_text(json.dumps({"name": NAME}))),
        ("h.csv", lambda path: path.write_text("a,quayle", "utf-16")),
        (f"{NAME}.txt", lambda path: path.write_text("")),
        ("i.png", _picture),
        ("j.pdf", _pdf),
        ("k.pdf", _pdf_property),
    ],
)
def test_a_name_is_found_in_any_sort_of_file(
    tmp_path: Path, name: str, write: Callable[[Path], object]
) -> None:
    write(tmp_path / name)
    assert list(SEARCH.hits(texts_of(tmp_path / name))) != []


@pytest.mark.parametrize(
    "text",
    ["J.S. rang", "seen: j.s.", "93-year-old", "aged 93", "9990000018", "999-000 0018", "OttilieQuayle"],
)
def test_it_is_found_in_any_spelling(text: str) -> None:
    assert list(SEARCH.hits([Found("here", text, shown=True)])) != []


@pytest.mark.parametrize(
    "text", ["", "js", "93 contacts", "1.93 years", "19990000018", "99900 018", "Quaylessen"]
)
def test_what_only_looks_like_it_is_not_found(text: str) -> None:
    assert list(SEARCH.hits([Found("here", text, shown=True)])) == []


def test_a_packed_text_in_a_picture_is_packed(tmp_path: Path) -> None:
    _picture(tmp_path / "picture.png")
    assert NAME.encode() not in (tmp_path / "picture.png").read_bytes()


@pytest.mark.parametrize(("read", "found"), [("P\na\nt\ne\nl", ["patel"]), ("L\nP\nA\n.\n \nT\ne\nl", [])])
def test_of_letters_that_a_pdf_gives_one_a_line_words_are_made_first(read: str, found: list[str]) -> None:
    hits = Search([("Patel", What.NAME)]).hits([Found("a.pdf", read, shown=True)])
    assert [hit.identifier for hit in hits] == found
