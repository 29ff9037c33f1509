"""Pages as one PDF: fonts inside, text as text, and nothing of who made it, when, or on which machine."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from uuid import UUID, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from journey_viewer.drawing.page import paint_page
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

_RESOLUTION = 144
_NO_ID = UUID("6a6f7572-6e65-4779-8076-696577657200")
_LETTERS = re.compile(rb"\[(?:<[0-9A-F]+>\s*)+\]")  # what each sign of a font stands for
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_ABOUT = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)


def document(pages: Sequence[Page], theme: Theme, title: str) -> bytes:
    """The pages one after the other, each at 144 pixels an inch; the same pages give the same bytes."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with _steady_order():
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setTitle(title)
        writer.setCreator("Journey Viewer")
        writer.setDocumentId(QUuid(str(_NO_ID)))
        writer.setDocumentXmpMetadata(_ABOUT.format(title=title).encode())
        painter = QPainter()
        for place, page in enumerate(pages):
            _set_size(writer, page)
            if place:
                writer.newPage()
            else:
                painter.begin(writer)
            paint_page(painter, page, theme, transparent=True)  # paper is white
        painter.end()
        del painter, writer
    buffer.close()
    return _timeless(_LETTERS.sub(_with_spaces, bytes(content.data())))


def _set_size(writer: QPdfWriter, page: Page) -> None:
    inches = QSizeF(page.width / _RESOLUTION, page.height / _RESOLUTION)
    size = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


@contextmanager
def _steady_order() -> Iterator[None]:
    # WORKAROUND: fonts are written in the order of a hash table, which is another in each run of the program
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _with_spaces(letters: re.Match[bytes]) -> bytes:
    # WORKAROUND: Qt says that the sign for a space stands for a tab, and no search finds two words with a tab between
    return letters.group().replace(b"<0009>", b"<0020>")


def _timeless(pdf: bytes) -> bytes:
    """Dates blanked and the number of the document drawn from what it holds: every other byte keeps its place."""
    pdf = _DATES.sub(_blank, pdf)
    number = uuid5(_NO_ID, sha256(pdf).hexdigest())
    return pdf.replace(str(_NO_ID).encode().hex().encode(), str(number).encode().hex().encode())


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found.group())
