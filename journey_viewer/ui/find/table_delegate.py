"""How a line of the list is painted: plain text, and the two years as a strip of all touchpoints."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journey_viewer.attendance.strips import Strip
from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.words import Outcome, Service
from journey_viewer.theme import Theme
from journey_viewer.ui.find.table_model import Index, TableModel
from journey_viewer.work.attender_list import Column, Stays

ROW, PAD = 38, 8  # pixels
_TEXT, _SMALL, _STRIP, _BAR = 13, 12, 14, 2
_BOX = 15
_CHECK = ((0.22, 0.52), (0.42, 0.72), (0.8, 0.28))  # of the tick, in parts of its box


class TableDelegate(QStyledItemDelegate):
    """A touchpoint that was attended is as high as the strip, one that was not is half as high and stands low."""

    def __init__(self, theme: Theme, model: TableModel) -> None:
        super().__init__()
        self._model = model
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Paint like this from now on."""
        self._theme = theme
        self._colours = [colour(theme.services[service].colour) for service in Service]

    def tick_box(self, cell: QRect) -> QRect:
        """Where the tick stands in its cell."""
        wide = self._theme.scaled(_BOX)
        box = QRect(0, 0, wide, wide)
        box.moveCenter(cell.center())
        return box

    def _paint_tick(self, painter: QPainter, cell: QRect, row: int) -> None:
        colours, box = self._theme.colours, QRectF(self.tick_box(cell))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked, may = self._model.is_ticked(row), self._model.may_tick(row)
        painter.setPen(QPen(colour(colours["accent" if ticked else "quiet" if may else "rule"]), 1.4))
        painter.setBrush(colour(colours["accent" if ticked else "ground" if may else "page"]))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(colour(colours["on_accent"]), 2))
            wide, high = box.width(), box.height()
            points = [QPointF(box.left() + x * wide, box.top() + y * high) for x, y in _CHECK]
            painter.drawPolyline(points)

    def _paint_strip(self, painter: QPainter, cell: QRect, strip: Strip) -> None:
        high = self._theme.scaled(_STRIP)
        box = QRect(cell.left() + PAD, 0, cell.width() - 2 * PAD, high)
        box.moveTop(cell.center().y() - high // 2)
        painter.fillRect(box, colour(self._theme.colours["page"]))
        days, before = self._model.days
        room = box.width() - _BAR
        lefts = box.left() + (strip.days.astype(np.int64) * room) // max(days - 1, 1)
        attended = strip.outcome == Outcome.ATTENDED.code
        places = zip(lefts.tolist(), strip.service.tolist(), attended.tolist(), strict=True)
        for left, service, came in places:
            ink = self._colours[service]
            if came:
                painter.fillRect(left, box.top(), _BAR, high, ink)
            else:
                painter.fillRect(left, box.top() + high - high // 2, _BAR, high // 2, ink)
        middle = box.left() + before * room // max(days, 1)
        painter.setPen(QPen(colour(self._theme.colours["quiet"]), 1))
        painter.drawLine(middle, box.top() - 3, middle, box.bottom() + 3)

    def _paint_words(self, painter: QPainter, cell: QRect, index: Index) -> None:
        row, column = index.row(), Column(index.column())
        line, colours, ink, bold = self._model.lines[row], self._theme.colours, "ink", False
        words = str(index.data())
        if column is Column.STAYS:
            bold = line.stays is Stays.PERSISTENT
            ink = "warm" if bold else "quiet"
        elif column is Column.REASONS:
            ink = "quiet"
        elif column is Column.PERSON and self._model.objects(row):
            words, ink = f"{words} · objects", "warm"
        painter.setPen(colour(colours[ink]))
        room = cell.adjusted(PAD, 0, -PAD, 0)
        if column is Column.REASONS:
            self._paint_reasons(painter, room, words)
            return
        painter.setFont(font(self._theme.scaled(_TEXT), bold=bold))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_reasons(self, painter: QPainter, room: QRect, words: str) -> None:
        """In two lines at the most; the rest is read where one rests on it."""
        painter.setFont(font(self._theme.scaled(_SMALL)))
        metrics = painter.fontMetrics()
        shown = words
        if metrics.horizontalAdvance(words) > room.width():
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width() * 1.85))
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room.adjusted(0, 1, 0, -2), int(wrapped), shown)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        painter.save()
        painter.setClipRect(cell)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, colour(self._theme.colours["accent_soft"]))
        painter.setPen(QPen(colour(self._theme.colours["grid"]), 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        strip = self._model.strip_at(index.row()) if index.column() == Column.STRIP else None
        if index.column() == Column.TICK:
            self._paint_tick(painter, cell, index.row())
        elif strip is not None:
            self._paint_strip(painter, cell, strip)
        else:
            self._paint_words(painter, cell, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._theme.scaled(ROW))
