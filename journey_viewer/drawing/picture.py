"""Pages as pictures: bytes that hold the pixels and nothing else."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from journey_viewer.drawing.painter import paint_page
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import PAGE_HEIGHT, PAGE_WIDTH, Page

_PER_METRE = round(144 / 0.0254)  # 144 pixels an inch, so that a page is as wide as a 13.33-inch slide


def page_image(page: Page, theme: Theme, width: int = PAGE_WIDTH) -> QImage:
    """The page ``width`` pixels wide, 16 to 9."""
    scale = width / PAGE_WIDTH
    image = QImage(width, round(PAGE_HEIGHT * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_PER_METRE * scale))
    image.setDotsPerMeterY(round(_PER_METRE * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, page, theme)
    painter.end()
    return image


def page_png(page: Page, theme: Theme, width: int = PAGE_WIDTH) -> bytes:
    """The page as a PNG file without any text chunk."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page_image(page, theme, width).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows bytes only
    buffer.close()
    return bytes(content.data())


def drawing_application() -> QGuiApplication:
    """The running Qt application, or one without a screen where there is none."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _without_a_screen()


@cache
def _without_a_screen() -> QGuiApplication:
    return QGuiApplication(["journey-viewer", "-platform", "offscreen"])
