"""The few signs on buttons and pages: resources/icons, drawn in a colour of the theme."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journey_viewer.paths import resource

_SHARP = 2  # pixels of the picture for one on the screen


def sign(name: str, ink: str, size: int, opacity: float = 1.0) -> QPixmap:
    """A square picture, ``size`` pixels wide, of resources/icons/<name>.svg in the colour ``ink``."""
    drawn = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", ink.encode())
    picture = QPixmap(size * _SHARP, size * _SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(drawn)).render(painter)
    painter.end()
    picture.setDevicePixelRatio(_SHARP)
    return picture
