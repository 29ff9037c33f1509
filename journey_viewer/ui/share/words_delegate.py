"""Paints a text with what was taken out struck through and what nobody knows marked; never by colour alone."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from journey_viewer.drawing.fonts import font
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.wrapping import line_count
from journey_viewer.ui.share.words_model import ROW, Row

Index = QModelIndex | QPersistentModelIndex
_PAD, _TICK, _WHY = 8, 16, 0.34  # pixels, pixels, the part of the width that says why


class WordsDelegate(QStyledItemDelegate):
    """Where the text stands above it, small; why it was changed at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Paint like this from now on."""
        self._theme = theme
        self._small, self._text = theme.scaled(12), theme.scaled(14)
        self._in = theme.scaled(_TICK) + 10

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        row: Row = index.data(ROW)
        colours, box = self._theme.colours, self._moved(option.rect, row)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect.adjusted(0, 1, 0, -1), QColor(colours["accent_soft"]))
        if not row.word:
            painter.setPen(QPen(QColor(colours["grid"])))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        if row.state is not None:
            self._paint_tick(painter, option, row)
        left = box.left() + self._in + _PAD
        room = round((box.width() - self._in) * (1 - _WHY)) - _PAD
        why = QRect(left + room + _PAD, box.top() + 5, box.right() - left - room - 2 * _PAD, box.height() - 8)
        painter.setPen(QColor(colours["quiet"]))
        painter.setFont(font(self._small))
        painter.drawText(why, int(Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap), row.why)
        if row.word:
            self._paint_word(painter, QRect(left, box.top(), room, box.height()), row)
        else:
            painter.drawText(QPointF(left, box.top() + 4 + self._small), row.checked.written.where)
            painter.setPen(QColor(colours["ink"]))
            layout = self._laid_out(row, room)
            layout.draw(painter, QPointF(left, box.top() + 6 + self._theme.scaled(16)))
        painter.restore()

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        style, tick = option.widget.style(), QStyleOptionButton()
        tick.initFrom(option.widget)
        tick.rect = self._tick_at(option, row)
        tick.state = QStyle.StateFlag.State_Enabled | {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
        }.get(row.state or Qt.CheckState.Unchecked, QStyle.StateFlag.State_Off)
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, option.widget
        )

    def _tick_at(self, option: QStyleOptionViewItem, row: Row) -> QRect:
        size, box = self._theme.scaled(_TICK), self._moved(option.rect, row)
        top = box.center().y() - size // 2 if row.word else box.top() + 6 + self._theme.scaled(16)
        return QRect(box.left() + _PAD, top, size, size)

    def _moved(self, rect: QRect, row: Row) -> QRect:
        """A word stands a little to the right of its text."""
        return rect.adjusted(self._in if row.word else 0, 0, 0, 0)

    def _paint_word(self, painter: QPainter, room: QRect, row: Row) -> None:
        painter.setPen(QColor(self._theme.colours["ink"]))
        painter.setFont(font(self._text, bold=True))
        said = painter.fontMetrics().elidedText(row.word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), said)

    def _laid_out(self, row: Row, room: int) -> QTextLayout:
        """The text in lines, each piece as what it is."""
        layout = QTextLayout("".join(piece.text for piece in row.checked.pieces).replace("\n", "\u2028"))
        layout.setFont(font(self._text))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        ranges, place = [], 0
        for piece in row.checked.pieces:
            if piece.rule is not Rule.KEPT and not row.is_title:
                made = QTextLayout.FormatRange()
                made.start, made.length = place, _long(piece.text)
                made.format = self._format(piece.rule, kept=piece.text.casefold() in row.kept)
                ranges.append(made)
            place += _long(piece.text)
        layout.setFormats(ranges)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, 40))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _format(self, rule: Rule, *, kept: bool) -> QTextCharFormat:
        """Struck through: taken out. Marked and underlined by waves: to be looked at. Underlined: it was."""
        colours, made = self._theme.colours, QTextCharFormat()
        if rule is Rule.UNKNOWN and kept:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(colours["accent"]))
            return made
        made.setForeground(QColor(colours["warm"]))
        if rule is Rule.UNKNOWN:
            made.setBackground(QColor(colours["warm_soft"]))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            made.setUnderlineColor(QColor(colours["warm"]))
        else:
            made.setFontStrikeOut(True)
        made.setFontWeight(600)
        return made

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        room = round((width - self._in) * (1 - _WHY)) - _PAD
        why = line_count(row.why, self._small, width - room - self._in - 4 * _PAD)
        if row.word:
            return QSize(width, max(self._theme.scaled(26), self._theme.scaled(17) * why + 10))
        height = round(self._laid_out(row, room).boundingRect().height()) + self._theme.scaled(16) + 14
        return QSize(width, max(height, self._theme.scaled(17) * why + 10))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click anywhere on the box, and the space key, tick."""
        row: Row = index.data(ROW)
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            where = event.position().toPoint()  # type: ignore[attr-defined]
            if row.state is None or not self._tick_at(option, row).adjusted(-6, -6, 6, 6).contains(where):
                return False
            return model.setData(index, _other(row), Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)


def _other(row: Row) -> Qt.CheckState:
    return Qt.CheckState.Unchecked if row.state is Qt.CheckState.Checked else Qt.CheckState.Checked


def _long(text: str) -> int:
    """How many units of UTF-16 a text has, which is what Qt counts."""
    return len(text.encode("utf-16-le")) // 2
