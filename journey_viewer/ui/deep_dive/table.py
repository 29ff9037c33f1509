"""The chronology as a table: what the picture shows, to be read, sorted, walked through by key and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.hint import Hint
from journey_viewer.ui.deep_dive.seen import Seen
from journey_viewer.ui.deep_dive.table_delegate import TableDelegate
from journey_viewer.ui.deep_dive.table_header import TableHeader
from journey_viewer.ui.deep_dive.table_model import Line, Sorting, TableModel
from journey_viewer.ui.deep_dive.table_rows import HEADINGS, Told, aligned, with_tabs
from journey_viewer.ui.stops import steps_on

_MEASURED = 1000
_ALIGNED_KEYS = QKeySequence("Ctrl+Shift+C")
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Table(QTableView):
    """Says which touchpoint was chosen, and which order was asked for."""

    touchpoint_chosen = Signal(int)
    sorted_anew = Signal()
    copy_asked = Signal(str, int)
    """Rows put into words, and how many they are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = TableModel()
        self._delegate = TableDelegate(theme, self._model)
        self._hint = Hint(self.viewport())
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.viewport().setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Chronology as a table")
        self.setAccessibleDescription(
            "A row a contact. Up and down go through the rows. Ctrl+C copies the selected rows, or all,"
            " for a spreadsheet; Ctrl+Shift+C as plain text for the record."
        )
        self._set_headers(theme)
        self.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self.selectionModel().selectionChanged.connect(self._on_row_chosen)

    def dress(self, theme: Theme) -> None:
        self._delegate.dress(theme)
        self._header.dress(theme)
        self._header.fit(self.viewport().width())
        self._fit_rows()
        self.viewport().update()

    def _set_headers(self, theme: Theme) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._header = TableHeader(self, theme)
        self.setHorizontalHeader(self._header)
        self._header.show_sorting(self.sorting)
        self._header.sorting_asked.connect(self.sort_by)
        self._header.sectionResized.connect(self._on_header_section_resized)

    @property
    def sorting(self) -> Sorting:
        return self._model.sorting

    def sort_by(self, sorting: Sorting) -> None:
        """Put the rows into another order; what is selected stays so."""
        if sorting != self._model.sorting:
            self._show(self._model.told, self._model.seen, sorting)
            self._header.show_sorting(sorting)
            self.sorted_anew.emit()

    def show_rows(self, told: Told | None, seen: Seen, chosen: int | None) -> None:
        """Show this journey, with this touchpoint chosen, and scroll to it."""
        if told != self._model.told or seen != self._model.seen:
            if (told and told.case) is not (self._model.told and self._model.told.case):
                self.selectionModel().clear()
            begins = seen.span is not None and seen.span != self._model.seen.span
            self._show(told, seen, self._model.sorting)
            if begins:
                self._scroll_to_stretch(seen)
        self._choose(chosen)

    def forget(self) -> None:
        """Nothing of any journey is left here."""
        self._hint.forget()
        self._show(None, Seen(), self._model.sorting)

    def copied(self) -> list[tuple[str, ...]]:
        """The words of the selected rows as they stand, or of all where none is selected."""
        picked = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = self._model.lines
        rows = [
            line for line in (map(lines.__getitem__, picked) if picked else lines) if isinstance(line, int)
        ]
        return [self._model.cells(row) for row in rows]

    def copy_with_tabs(self) -> None:
        rows = self.copied()
        self.copy_asked.emit(with_tabs(rows), len(rows))

    def copy_aligned(self) -> None:
        rows = self.copied()
        self.copy_asked.emit(aligned(rows), len(rows))

    def _show(self, told: Told | None, seen: Seen, sorting: Sorting) -> None:
        kept = [self._model.lines[index.row()] for index in self.selectionModel().selectedRows()]
        current = self.currentIndex()
        on = self._model.lines[current.row()] if current.isValid() else None
        self._hint.forget()
        self.clearSpans()
        self._model.show_rows(told, seen, sorting)
        for place, line in enumerate(self._model.lines):
            if not isinstance(line, int):
                self.setSpan(place, 0, 1, len(HEADINGS))
        self._fit_rows()
        with QSignalBlocker(self):  # nobody chose anything
            self._select_again(kept, on)

    def _select_again(self, kept: Sequence[Line], on: Line | None) -> None:
        """What was selected before the rows were put anew."""
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        place = self._model.place_of(on if isinstance(on, int) else None)
        if place is not None:
            selection.setCurrentIndex(self._model.index(place, 0), flag.NoUpdate)
        for line in kept:
            place = self._model.place_of(line if isinstance(line, int) else None)
            if place is not None:
                selection.select(self._model.index(place, 0), flag.Select | flag.Rows)

    def _scroll_to_stretch(self, seen: Seen) -> None:
        for place, line in enumerate(self._model.lines):
            if isinstance(line, int) and seen.inside[line]:
                self.updateGeometries()  # the rows were put anew just now
                self.scrollTo(self._model.index(place, 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return

    def _choose(self, row: int | None) -> None:
        place = self._model.place_of(row)
        if place is None:
            self.selectionModel().clear()
            return
        index = self._model.index(place, 0)
        if self.currentIndex().row() != place or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _fit_rows(self) -> None:
        """As many lines as each row needs; for all the same where there are too many rows to measure."""
        size, many = self._delegate.size, len(self._model.lines) > _MEASURED
        self.verticalHeader().setDefaultSectionSize(size.height(size.most if many else 1))
        if many:
            return
        widths = [self.columnWidth(column) for column in range(len(HEADINGS))]
        for place, line in enumerate(self._model.lines):
            words = self._model.cells(line) if isinstance(line, int) else ()
            needed = (size.lines(text, column, widths[column]) for column, text in enumerate(words))
            self.setRowHeight(place, size.height(max(needed, default=1)))

    def _on_row_chosen(self) -> None:
        """Qt selects a row before or after it makes it the current one: it is chosen when it is both."""
        current = self.currentIndex()
        line = self._model.lines[current.row()] if current.isValid() else None
        if isinstance(line, int) and self.selectionModel().isSelected(current):
            self.touchpoint_chosen.emit(line)

    def _on_header_section_resized(self, _section: int, _old: int, _new: int) -> None:
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fit(self.viewport().width())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What does not fit is said beside the pointer."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        words = str(index.data() or "")
        fits = self._delegate.size.lines(words, index.column(), self.columnWidth(index.column())) == 1
        self._hint.say("" if fits or not index.isValid() else words, event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        self._hint.hide()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hint.hide()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_with_tabs()
        elif QKeySequence(event.keyCombination()) == _ALIGNED_KEYS:
            self.copy_aligned()
        elif not steps_on(self, event):
            super().keyPressEvent(event)
