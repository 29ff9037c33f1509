"""Patterns × cases on the screen: arrows go from square to square, Enter opens one, Space says what a pattern means."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.theme import Theme
from journey_viewer.ui.patterns.found import Table
from journey_viewer.ui.patterns.model import GridModel
from journey_viewer.ui.patterns.squares import PITCH, Squares
from journey_viewer.ui.store import Store

_NAME, _ROW = 220, 46  # pixels: the least width of a name, the least height of a row
_WIDEST, _AROUND = 60, 16  # pixels from one square to the next, and beside a text
_FURTHEST, _PITCHES = 200, 16  # the same in wide windows, and how many are as wide as these
_TIGHT_NAME, _HIGHEST = 110, 64  # pixels: a name in a narrow window, a row in a high one
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Grid(QTableView):
    """Shows the Table."""

    square_chosen = Signal(int, int)
    """(row, person): a square in which something was found."""
    meaning_asked = Signal(int, int)
    """(row, column) of what is to be explained."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("patterns_grid")
        self.setAccessibleName("Patterns and cases")
        self.setAccessibleDescription(
            "Arrows go from square to square, Enter opens the journey there, Space says what a pattern means"
        )
        self._theme = theme
        self._model = GridModel(store)
        self._squares = Squares(self._model, theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._squares)
        self._look_plain()
        self.clicked.connect(self._on_clicked)

    def show_table(self, table: Table) -> None:
        """Show another table; the focus stays in its place."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (0, 0)
        if table.rows != self._model.table.rows or table.people != self._model.table.people:
            self._model.show_table(table)
            self._fit()
            last = self._model.rowCount() - 1
            self.setCurrentIndex(self._model.index(min(row, last), min(column, self._model.last_column)))

    def refresh(self) -> None:
        """The names of people or patterns may be others."""
        self._fit()
        self.viewport().update()

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._squares.dress(theme)
        self._fit()

    def activate(self, index: QModelIndex) -> None:
        """What a click or Enter does."""
        square, person = self._model.square_at(index), self._model.person_at(index)
        if square is not None and person is not None and square.count:
            self.square_chosen.emit(index.row(), person)
        elif index.isValid():
            self.meaning_asked.emit(index.row(), index.column())

    def _look_plain(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.hide()
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def widest(self) -> int:
        """As wide as it is of use, in pixels."""
        cases = max(len(self._model.table.people), 1)
        bar = self.verticalScrollBar().sizeHint().width()
        return self._words_width() + self._longest_name() + cases * self._most_pitch() + bar

    def _fit(self) -> None:
        """The last column as wide as its words, the names as they need where there is room, else on several lines.

        Where that is too wide the squares stand closer, and the last words take several lines too.
        """
        model, theme = self._model, self._theme
        across, last = self.horizontalHeader(), model.last_column
        if not model.columnCount():
            return
        across.setMinimumSectionSize(1)
        cases, whole = last - 1, self.viewport().width()
        words, least = self._words_width(), theme.scaled(PITCH)
        if whole < words + theme.scaled(_NAME) + least * cases:
            words, least = self._words_width(tight=True), min(least, self._least_pitch())
        longest, room = self._longest_name(), whole - words
        tight = least < theme.scaled(PITCH)
        pitch = (room - (theme.scaled(_NAME) if tight else longest)) // cases
        pitch = min(max(pitch, least), theme.scaled(PITCH) if tight else self._most_pitch())
        name = min(max(room - pitch * cases, theme.scaled(_TIGHT_NAME)), longest)
        for column in range(last + 1):
            across.resizeSection(column, name if column == 0 else words if column == last else pitch)
        high = min(
            max(self.viewport().height() // model.rowCount(), theme.scaled(_ROW)), theme.scaled(_HIGHEST)
        )
        for row in range(model.rowCount()):
            told = self._squares.words_height(model.row_at(row), words)
            self.setRowHeight(row, max(high, self._name_height(row, name), told + _AROUND // 2))

    def _most_pitch(self) -> int:
        """From one square to the next: further apart in a wide window."""
        scaled = self._theme.scaled
        return min(max(self.window().width() // _PITCHES, scaled(_WIDEST)), scaled(_FURTHEST))

    def _least_pitch(self) -> int:
        counts = (square.count or 0 for row in self._model.table.rows for square in row.squares)
        widest = text_width(f"{max(counts, default=0):,}", self._theme.scaled(14), bold=True)
        return round(widest) + _AROUND

    def _words_width(self, *, tight: bool = False) -> int:
        """Of how many cases show a pattern; ``tight``: as wide as the longest word of what is under it."""
        large, small = self._theme.scaled(14), self._theme.scaled(12)
        wide = [0.0]
        for row in self._model.table.rows:
            shown, _, untold = row.in_words.partition(", ")
            shown, untold = (shown, untold) if row.told_of else ("", shown)
            parts = untold.split() if tight else [untold]
            wide.append(text_width(shown, large, bold=True))
            wide += [text_width(part, small, bold=False) for part in parts]
        return round(max(wide)) + _AROUND

    def _longest_name(self) -> int:
        size, model = self._theme.scaled(14), self._model
        names = (text_width(model.name_at(row), size, bold=True) for row in range(model.rowCount()))
        return max(round(max(names, default=0)) + 2 * _AROUND, self._theme.scaled(_NAME))

    def _name_height(self, row: int, width: int) -> int:
        room = QRect(0, 0, width - _AROUND, 1000)
        metrics = QFontMetrics(font(self._theme.scaled(14), bold=True))
        wrapped = int(Qt.TextFlag.TextWordWrap)
        return metrics.boundingRect(room, wrapped, self._model.name_at(row)).height() + _AROUND // 2

    def _on_clicked(self, index: QModelIndex) -> None:
        self.activate(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER:
            self.activate(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.meaning_asked.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
