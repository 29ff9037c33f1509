"""Pages as pictures and as documents: bytes that hold what is drawn and nothing else."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from journey_viewer.drawing.fonts import text_width
from journey_viewer.drawing.page import paint_page
from journey_viewer.drawing.pdf import document
from journey_viewer.drawing.svg import drawing
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.theme import Theme
from journey_viewer.timeline.handout import lay_out_handout
from journey_viewer.timeline.page import PAGE_WIDTH, Page

_SQUEEZE = 70  # of Qt's scale for PNG, where less is smaller: a seventh larger than its default, in three quarters of the time
_PER_METRE = round(144 / 0.0254)  # 144 pixels an inch, so that a page is as wide as a 13.33-inch slide


def page_image(page: Page, theme: Theme, width: int = PAGE_WIDTH, *, transparent: bool = False) -> QImage:
    """The page ``width`` pixels wide, 16 to 9, on the theme's ground or on none."""
    scale = width / page.width
    kind = QImage.Format.Format_ARGB32_Premultiplied if transparent else QImage.Format.Format_RGB32
    image = QImage(width, round(page.height * scale), kind)
    image.fill(0)
    image.setDotsPerMeterX(round(_PER_METRE * scale))
    image.setDotsPerMeterY(round(_PER_METRE * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, page, theme, transparent=transparent)
    painter.end()
    return image


def page_png(page: Page, theme: Theme, width: int = PAGE_WIDTH, *, transparent: bool = False) -> bytes:
    """The page as a PNG file without any text chunk."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = page_image(page, theme, width, transparent=transparent)
    image.save(buffer, "PNG", _SQUEEZE)  # type: ignore[call-overload]  # the stub knows bytes only
    buffer.close()
    return bytes(content.data())


def page_svg(page: Page, theme: Theme, *, outlined: bool = False) -> bytes:
    """The page as an SVG file of 1920 × 1080: its words as text, or (outlined) as shapes that need no font."""
    return drawing(page, theme, outlined=outlined)


def pages_pdf(pages: Sequence[Page], theme: Theme) -> bytes:
    """The pages as a PDF of 13.333 × 7.5 inch sheets, fonts inside, text as text; no date and no name in it."""
    return document(pages, theme, "Journeys, anonymised")


def handout_pdf(pack: AnonymousPack, theme: Theme) -> bytes:
    """The pack on upright A4 sheets: each case's picture, all that is told of it, and its journey in words."""
    drawing_application()
    return document(lay_out_handout(pack, text_width), theme, "Journeys, anonymised: handout")


def drawing_application() -> QGuiApplication:
    """The running Qt application, or one without a screen where there is none."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _without_a_screen()


@cache
def _without_a_screen() -> QGuiApplication:
    return QGuiApplication(["journey-viewer", "-platform", "offscreen"])
