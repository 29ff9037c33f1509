"""How the squares of patterns × cases are drawn: shaded by their count, which is written in them."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_viewer.drawing.fonts import font
from journey_viewer.patterns.common import InCommon
from journey_viewer.theme import Theme
from journey_viewer.ui.patterns.model import GridModel

Index = QModelIndex | QPersistentModelIndex
SQUARE, PITCH = (40, 38), 46  # pixels: a square's width and height, and from one to the next
_SHADES = ((5, 1.0), (3, 0.55), (2, 0.36), (1, 0.18))
"""From so many on, this much of the strong blue."""
_UPRIGHT = 1.3  # of its width: the most a square is high
_LEFT, _RIGHT = 10, 4  # pixels beside the words of the last column
_BELOW = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_WORDS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


def shade(count: int, theme: Theme) -> tuple[QColor, QColor]:
    """The ground of a square with this count, and the colour in which the count can be read on it."""
    part = next((part for least, part in _SHADES if count >= least), 0.0)
    ground = _between(QColor(theme.colours["ground"]), QColor(theme.colours["accent"]), part)
    inks = (QColor(theme.colours["ink"]), QColor(theme.colours["on_accent"]))
    return ground, max(inks, key=partial(contrast, ground))


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours, from 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _between(one: QColor, other: QColor, part: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(begin + (end - begin) * part) for begin, end in pairs))


def paint_square(painter: QPainter, box: QRectF, count: int | None, theme: Theme) -> None:
    """One square: a count, nothing where it was looked for and not found, a dashed "?" where it cannot be told."""
    colours = theme.colours
    painter.setFont(font(theme.scaled(14), bold=True))
    if count is None:
        painter.setPen(QPen(QColor(colours["quiet"]), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours["ground"]))
        painter.drawRoundedRect(box, 5, 5)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "?")
    elif not count:
        painter.setPen(QPen(QColor(colours["rule"]), 1))
        painter.setBrush(QColor(colours["page"]))
        painter.drawRoundedRect(box, 5, 5)
    else:
        ground, ink = shade(count, theme)
        painter.setPen(QPen(QColor(colours["accent"]), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"{count:,}")


class Squares(QStyledItemDelegate):
    """Draws a name, a square, or how many cases show the pattern."""

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def dress(self, theme: Theme) -> None:
        self._theme = theme

    def _square(self, painter: QPainter, cell: QRect, count: int | None) -> None:
        wide, high = map(self._theme.scaled, SQUARE)
        high = min(max(high, cell.height() - 8), cell.height() - 6) if cell.height() < 2 * high else high
        wide = min(max(wide, cell.width() - 12, 0), cell.width() - 6, 3 * high)
        box = QRectF(0, 0, wide, min(high, _UPRIGHT * wide))
        box.moveCenter(QRectF(cell).center())
        paint_square(painter, box, count, self._theme)

    def _name(self, painter: QPainter, cell: QRect, row: InCommon, name: str) -> None:
        painter.setFont(font(self._theme.scaled(14), bold=row.common))
        painter.setPen(QColor(self._theme.colours["ink"]))
        painter.drawText(cell.adjusted(8, 0, -8, 0), _WORDS, name)

    def _how_many(self, painter: QPainter, cell: QRect, row: InCommon) -> None:
        """As "9 of 10", and under it of how many cases it cannot be told."""
        shown, untold = _parts(row)
        cell = cell.adjusted(_LEFT, 0, -_RIGHT, 0)
        high = self.words_height(row, cell.width() + _LEFT + _RIGHT)
        top = cell.top() + (cell.height() - high) // 2
        if shown:
            letters = font(self._theme.scaled(14), bold=row.common)
            line = QFontMetrics(letters).height()
            painter.setFont(letters)
            painter.setPen(QColor(self._theme.colours["accent" if row.common else "quiet"]))
            painter.drawText(QRect(cell.left(), top, cell.width(), line), _WORDS, shown)
            top += line
        painter.setFont(font(self._theme.scaled(12)))
        painter.setPen(QColor(self._theme.colours["quiet"]))
        painter.drawText(QRect(cell.left(), top, cell.width(), cell.bottom() - top + 1), _BELOW, untold)

    def words_height(self, row: InCommon, width: int) -> int:
        """How high what stands in the last column is, in a column so wide."""
        shown, untold = _parts(row)
        line = QFontMetrics(font(self._theme.scaled(14), bold=True)).height() if shown else 0
        if not untold:
            return line
        room = QRect(0, 0, width - _LEFT - _RIGHT, 1000)
        small = QFontMetrics(font(self._theme.scaled(12)))
        return line + small.boundingRect(room, _BELOW, untold).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, square = self._model.row_at(index.row()), self._model.square_at(index)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if square is not None:
            self._square(painter, box, square.count)
        elif index.column() == 0:
            self._name(painter, box, row, self._model.name_at(index.row()))
        else:
            self._how_many(painter, box, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme.colours["ink"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(PITCH), self._theme.scaled(46))


def _parts(row: InCommon) -> tuple[str, str]:
    """As "9 of 10", and "cannot be told of 1"; "" for what there is nothing to say of."""
    shown, _, untold = row.in_words.partition(", ")
    return (shown, untold) if row.told_of else ("", shown)
