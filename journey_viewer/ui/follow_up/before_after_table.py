"""Everybody's line of before and after: their months as bars, and their counts; whoever died or moved stays in."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme
from journey_viewer.ui.follow_up.before_after_words import Row

Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Person", "Months", "Chosen by", "Before", "After", "Change", "")
_LEAST = (130, 170, 88, 74, 66, 80, 110)
_MONTHS, _ROW, _PAD = 1, 30, 6


class LinesModel(QAbstractTableModel):
    """The rows; ``edge``: the place of the first month after."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.edge = 0

    def show_rows(self, rows: tuple[Row, ...], edge: int) -> None:
        self.beginResetModel()
        self.rows, self.edge = rows, edge
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        row, column = self.rows[index.row()], index.column()
        spoken = role != Qt.ItemDataRole.DisplayRole
        if column == _MONTHS:
            months = ", ".join(map(str, row.months))
            return f"contacts a month: {months}" if spoken else ""
        words = (row.name, "", row.selecting, f"{row.before:,}", f"{row.after:,}", row.change, row.remark)[
            column
        ]
        return f"{_HEADINGS[column]}: {words}" if spoken and column else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal and 0 <= section < len(_HEADINGS)
        if across and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if across and role == Qt.ItemDataRole.AccessibleTextRole:
            return _HEADINGS[section] or "Died or moved"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class MonthsDelegate(QStyledItemDelegate):
    """A bar a month, as high as its count among the row's own."""

    def __init__(self, theme: Theme, model: LinesModel) -> None:
        super().__init__()
        self._model = model
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, colours = self._model.rows[index.row()], self._theme.colours
        box: QRect = option.rect.adjusted(_PAD, 4, -_PAD, -4)
        painter.save()
        most, wide = max((*row.months, 1)), box.width() / max(len(row.months), 1)
        for place, count in enumerate(row.months):
            high = round(box.height() * count / most)
            left, right = box.left() + round(place * wide), box.left() + round((place + 1) * wide)
            bar = QRect(left, box.bottom() - high + 1, max(1, right - left - 1), high)
            painter.fillRect(bar, colour(colours["accent" if place >= self._model.edge else "quiet"]))
        at = box.left() + round(self._model.edge * wide) - 1
        painter.setPen(QPen(colour(colours["ink"]), 1))
        painter.drawLine(at, box.top() - 3, at, box.bottom() + 3)
        painter.restore()


class LinesTable(QTableView):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Each person before and after")
        self.lines = LinesModel()
        self._theme, self._months = theme, MonthsDelegate(theme, self.lines)
        self.setModel(self.lines)
        self.setItemDelegateForColumn(_MONTHS, self._months)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._months.dress(theme)
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        self.setMinimumHeight(theme.scaled(4 * _ROW))
        self._fit()

    def _fit(self) -> None:
        least = [self._theme.scaled(pixels) for pixels in _LEAST]
        spare = max(0, self.viewport().width() - sum(least))
        for column, pixels in enumerate(least):
            more = {_MONTHS: spare * 2 // 3, len(least) - 1: spare // 3}.get(column, 0)
            self.horizontalHeader().resizeSection(column, pixels + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
