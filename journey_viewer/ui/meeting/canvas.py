"""Paints a wall: its picture and its words are kept as pixels, so that a step costs no more than laying them down."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from journey_viewer.drawing.fonts import text_width
from journey_viewer.drawing.letters import paint_text
from journey_viewer.drawing.marks import colour, paint_mark
from journey_viewer.drawing.painter import paint, paint_key
from journey_viewer.theme import Theme
from journey_viewer.timeline.key import KeyItem
from journey_viewer.timeline.layout import AnonymousLayout, Mark
from journey_viewer.ui.meeting.dots import paint_dot
from journey_viewer.ui.meeting.wall import HEIGHT, NARROWEST, Box, Dot, Drawn, Wall, Words

_RING, _ROUND, _EDGE = 5.0, 14.0, 2.0
_AROUND, _CLOSE = 11.0, 5.0
_DIMMED = 205  # of 255, over lanes that are not lit
_KEPT = 4  # pictures: the case that is shown, looked at closely, the next and the one before
_WORDS_KEPT = 120  # lines of text
_Line = tuple[str, float, bool, str]


def scale_of(size: QSize) -> float:
    """Pixels to a unit of the wall, on a display of this size."""
    return max(min(size.height() / HEIGHT, size.width() / NARROWEST), 0.05)


def width_of(size: QSize) -> float:
    """How wide the wall is in units."""
    return max(size.width() / scale_of(size), NARROWEST)


class Canvas:
    """Holds the pixels of some pictures, for one size of display."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._scale = 1.0
        self._pictures: dict[int, tuple[AnonymousLayout, QPixmap]] = {}
        self._lines: dict[_Line, QPixmap] = {}

    def forget(self) -> None:
        """Nothing of any journey is left."""
        self._pictures.clear()
        self._lines.clear()

    def prepare(self, wall: Wall, scale: float) -> None:
        """Make everything of a page that is not there yet; ``scale``: pixels of the display to a unit."""
        if scale != self._scale:
            self.forget()
            self._scale = scale
        if wall.picture is not None:
            self._picture(wall.picture)
        for item in wall.items:
            if isinstance(item, Words) and item.text:
                self._line(item)

    def _picture(self, picture: AnonymousLayout) -> QPixmap:
        known = self._pictures.pop(id(picture), None)
        made = self._made(picture) if known is None else known[1]
        self._pictures[id(picture)] = picture, made
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return made

    def paint(self, painter: QPainter, wall: Wall, size: QSize, ratio: float) -> None:
        """``size`` in the display's own units, ``ratio`` pixels each."""
        whole = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(whole, Qt.GlobalColor.black if wall.blank else self._colour("ground"))
        if wall.blank:
            return
        scale = scale_of(size)
        self.prepare(wall, scale * ratio)
        if wall.picture is not None:
            corner = QPointF(wall.left, wall.top) * scale
            _lay_down(painter, self._picture(wall.picture), corner, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.scale(scale, scale)
        self._paint_chosen(painter, wall)
        painter.restore()
        for item in wall.items:
            if not isinstance(item, Words):
                painter.save()
                painter.scale(scale, scale)
                self._paint_figure(painter, item)
                painter.restore()
            elif item.text:
                _lay_down(painter, self._line(item), QPointF(item.x, item.y) * scale, ratio)

    def _paint_figure(self, painter: QPainter, item: Box | Dot | Drawn) -> None:
        if isinstance(item, Box):
            self._paint_box(painter, item)
        elif isinstance(item, Dot):
            paint_dot(painter, item, self._theme)
        elif item.grey or not isinstance(item.sample, Mark):
            paint_key(painter, (KeyItem(item.sample, "", 0, 1),), self._theme)
        else:
            paint_mark(painter, item.sample, self._theme.services[item.sample.service])

    def _line(self, words: Words) -> QPixmap:
        key = words.text, words.size, words.bold, words.colour
        made = self._lines.pop(key, None) or self._written(words)
        self._lines[key] = made
        while len(self._lines) > _WORDS_KEPT:
            del self._lines[next(iter(self._lines))]
        return made

    def _written(self, words: Words) -> QPixmap:
        width, height = text_width(words.text, words.size, words.bold) + words.size / 4, words.size * 1.25
        made = QPixmap(round(width * self._scale) + 1, round(height * self._scale) + 1)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        painter.setPen(self._colour(words.colour))
        paint_text(painter, QRectF(0, 0, width, height), words.text, words.size, bold=words.bold)
        painter.end()
        return made

    def _made(self, picture: AnonymousLayout) -> QPixmap:
        made = QPixmap(round(picture.frame.width * self._scale), round(picture.frame.height * self._scale))
        made.fill(self._colour("ground"))
        painter = QPainter(made)
        painter.scale(self._scale, self._scale)
        paint(painter, picture, self._theme)
        painter.end()
        return made

    def _paint_chosen(self, painter: QPainter, wall: Wall) -> None:
        """The other lanes dimmed, and rings around what the step is about."""
        painter.save()
        painter.translate(wall.left, wall.top)
        picture = wall.picture
        if wall.lit is not None and picture is not None:
            pale = QColor(self._theme.colours["ground"])
            pale.setAlpha(_DIMMED)
            for lane in picture.lanes:
                if lane is not wall.lit:
                    painter.fillRect(QRectF(0, lane.top, picture.frame.width, lane.height), pale)
        for mark in wall.marked:
            self._paint_ring(painter, mark, several=len(wall.marked) > 1)
        painter.restore()

    def _paint_ring(self, painter: QPainter, mark: Mark, *, several: bool) -> None:
        """One mark has light around it so that it stands alone; of several each ring is close, and hides no neighbour."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        beyond = _CLOSE if several else _AROUND
        if not several:
            painter.setPen(QPen(self._colour("ground"), _RING * 2))
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.half + beyond, mark.radius + beyond)
        painter.setPen(QPen(self._colour("ink"), _RING if not several else _RING * 0.7))
        painter.drawEllipse(QPointF(mark.x, mark.y), mark.half + beyond, mark.radius + beyond)

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        edge = QPen(self._colour(box.edge), _EDGE) if box.edge else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.setBrush(self._colour(box.ground))
        painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), _ROUND, _ROUND)

    def _colour(self, name: str) -> QColor:
        return colour(self._theme.colours[name])


def _lay_down(painter: QPainter, pixels: QPixmap, corner: QPointF, ratio: float) -> None:
    """On whole pixels of the display, or every edge would be soft."""
    pixels.setDevicePixelRatio(ratio)
    painter.drawPixmap(QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), pixels)
