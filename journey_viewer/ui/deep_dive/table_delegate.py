"""How a row of the chronology's table is painted: plain text in as many lines as it needs, up to a few."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.measures.gaps import Gap
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.chronology import faded
from journey_viewer.ui.deep_dive.table_model import LINE, Index, TableModel
from journey_viewer.ui.deep_dive.table_rows import Column
from journey_viewer.ui.deep_dive.wrapping import line_count

PAD = 6
_BAR = 4
_TEXT, _LINE = 13, 17
_FOR_SOURCE = 2  # a file's long name makes no row higher
_HYPHEN = re.compile(r"-(?=\w)")
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class RowSize:
    """Pixels of the letters, and of a line of them; a row has up to ``most`` lines."""

    text: int = _TEXT
    line: int = _LINE
    most: int = 3

    def height(self, lines: int) -> int:
        """Of a row with so many lines."""
        return self.line + 7 if lines <= 1 else lines * self.line + 6

    def lines(self, words: str, column: int, width: int) -> int:
        """How many lines these words take in a column so many pixels wide, no more than a row is given for them."""
        room = width - 2 * PAD - (_BAR + 4 if column == Column.SERVICE else 0)
        most = min(self.most, _FOR_SOURCE) if column == Column.SOURCE else self.most
        return min(most, max(1, self.all_lines(words, room)))

    def all_lines(self, words: str, room: float) -> int:
        """As Qt breaks them: behind a hyphen too."""
        return line_count(_HYPHEN.sub("- ", words), self.text, room)


def row_size(theme: Theme) -> RowSize:
    """Large letters have more lines, since fewer of them stand in each."""
    return RowSize(theme.scaled(_TEXT), theme.scaled(_LINE), 4 if theme.is_large else 3)


class TableDelegate(QStyledItemDelegate):
    """What the filter does not find is faded; what is in the selected stretch has a bar and a bold date."""

    def __init__(self, theme: Theme, model: TableModel) -> None:
        super().__init__()
        self._model = model
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Paint like this from now on."""
        self._theme, self.size = theme, row_size(theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        painter.save()
        if isinstance(line, Gap):
            self._paint_gap(painter, option.rect, str(index.data()))
        else:
            self._paint_cell(painter, option, index, line)
        painter.restore()

    def _paint_gap(self, painter: QPainter, box: QRect, words: str) -> None:
        colours = self._theme.colours
        painter.fillRect(box, colour(colours["stripe"]))
        painter.setPen(colour(colours["quiet"]))
        small = self._theme.scaled(_TEXT - 1)
        painter.setFont(font(small))
        painter.drawText(box, _CENTRE, words)
        half, middle = text_width(words, small, False) / 2 + 12, QRectF(box).center()
        painter.setPen(QPen(colour(colours["quiet"], 140), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left() + 12, middle.y()), QPointF(middle.x() - half, middle.y()))
        painter.drawLine(QPointF(middle.x() + half, middle.y()), QPointF(box.right() - 12, middle.y()))

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: int) -> None:
        colours, seen, box, column = self._theme.colours, self._model.seen, option.rect, index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, colour(colours["accent_soft"]))
        inside = bool(seen.inside[row])
        if inside and column == Column.DATE:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colour(colours["accent"]))
        painter.setOpacity(1.0 if seen.found[row] or chosen else faded(self._theme))
        inner = box.adjusted(PAD, 3, -PAD, -2)
        if column == Column.SERVICE and self._model.told is not None:
            service = self._model.told.case.touchpoints[row].service
            bar = QRect(inner.left(), inner.top() + 1, _BAR, inner.height() - 2)
            painter.fillRect(bar, colour(self._theme.services[service].colour))
            inner.adjust(_BAR + 4, 0, 0, 0)
        strong = column in (Column.DATE, Column.SERVICE, Column.HAPPENED)
        painter.setPen(colour(colours["ink" if strong else "quiet"]))
        painter.setFont(font(self.size.text, bold=inside and column == Column.DATE))
        painter.drawText(inner, _WRAP, _fitting(str(index.data()), inner, self.size))


def _fitting(words: str, box: QRect, size: RowSize) -> str:
    """As many of the words as the box holds, with a sign that there are more."""
    lines = max(1, (box.height() + 4) // size.line)
    if size.all_lines(words, box.width()) <= lines:
        return words
    room = box.width() * lines * (0.86 if lines > 1 else 1.0)  # lines break at words, so that none is full
    kept = words
    while kept and (
        text_width(kept + "…", size.text, False) > room or size.all_lines(kept + "…", box.width()) > lines
    ):
        kept = kept[: max(0, min(len(kept) - 1, int(len(kept) * 0.94)))]
    return kept.rstrip() + "…"
