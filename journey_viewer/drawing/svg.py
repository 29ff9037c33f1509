"""A page as an SVG file: plain shapes and words, no script, no link, no picture inside; the same bytes every time."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from journey_viewer.drawing.fonts import FAMILY
from journey_viewer.drawing.outlines import OutliningPainter
from journey_viewer.drawing.page import paint_page
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

_RESOLUTION = 144
_NOTHING = re.compile(rb"<g [^>]*>\s*</g>\s*")
_OURS = f'font-family="{FAMILY}"'.encode()
_OURS_OR_LIKE_IT = f"font-family=\"{FAMILY}, 'Source Sans 3', Arial, Helvetica, sans-serif\"".encode()


def drawing(page: Page, theme: Theme, *, outlined: bool) -> bytes:
    """The page at its size; whoever has not our font reads it in their own sans, for which there is room."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(page.width), round(page.height)))
    generator.setViewBox(QRectF(0, 0, page.width, page.height))
    generator.setResolution(_RESOLUTION)
    titles = [line.text for line in page.lines if line.role == "title"]
    generator.setTitle(" ".join(titles) or page.label)
    generator.setDescription(page.described)
    painter = OutliningPainter(generator) if outlined else QPainter(generator)
    paint_page(painter, page, theme)
    painter.end()
    buffer.close()
    return _tidied(bytes(content.data()))


def _tidied(svg: bytes) -> bytes:
    """Named as a picture for those who do not see it, with other fonts to fall back on, and without empty groups."""
    svg = svg.replace(b"<svg ", b'<svg role="img" ', 1).replace(_OURS, _OURS_OR_LIKE_IT)
    return _NOTHING.sub(b"", svg)
