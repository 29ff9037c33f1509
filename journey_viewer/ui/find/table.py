"""The list of Find: arrows go from person to person, Space ticks, Enter or a double click opens one."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.find.table_delegate import ROW, TableDelegate
from journey_viewer.ui.find.table_model import TableModel
from journey_viewer.ui.stops import steps_on
from journey_viewer.work.attender_list import Column, Order, Wanted
from journey_viewer.work.find_attenders import Found

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAST = {
    Column.TICK: 38,
    Column.PERSON: 130,
    Column.STRIP: 150,
    Column.SCORE: 78,
    Column.GP: 56,
    Column.CLINICIANS: 92,
    Column.MOST_SEEN: 96,
    Column.AE: 62,
    Column.SERVICES: 84,
    Column.YEARS: 132,
    Column.STAYS: 118,
    Column.REASONS: 150,
}
_MORE = {Column.PERSON: 2, Column.STRIP: 5, Column.REASONS: 6}
_ROWS_AT_LEAST = 4.5


class Table(QTableView):
    """Shows the found people."""

    person_opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("attenders")
        self.setAccessibleName("People who attend most")
        self.setAccessibleDescription(
            "Space ticks a person for the deep dive, Enter opens their journey; a click on a heading sorts"
        )
        self.rows = TableModel()
        self._delegate = TableDelegate(theme, self.rows)
        self._theme = theme
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._look_plain()
        self.horizontalHeader().sectionClicked.connect(self._on_header_section_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.dress(theme)

    def _look_plain(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.dress(theme)
        self.horizontalHeader().setMinimumSectionSize(theme.scaled(30))
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW))
        self.setMinimumHeight(theme.scaled(round(ROW * _ROWS_AT_LEAST)))
        self._fit()

    def show_found(self, session: Session, found: Found | None, *, scored: bool) -> None:
        """Show these people; ``scored``: what they are ranked by has no column of its own."""
        person = self.person
        self.rows.scored = scored
        self.setColumnHidden(Column.SCORE, not scored)
        self.rows.show_found(session, found)
        self._choose(person)
        self._fit()

    def want(self, wanted: Wanted, order: Order) -> None:
        person = self.person
        self.rows.want(wanted, order)
        self._choose(person)

    @property
    def person(self) -> int | None:
        """On whom the focus rests."""
        at = self.currentIndex()
        return int(self.rows.lines[at.row()].person) if at.isValid() else None

    def _choose(self, person: int | None) -> None:
        index = self.rows.place_of(person)
        if index.isValid():
            self.setCurrentIndex(index)

    def _fit(self) -> None:
        """Share out the room that there is."""
        shown = [column for column in Column if not self.isColumnHidden(column)]
        least = {column: self._theme.scaled(_LEAST[column]) for column in shown}
        spare = max(0, self.viewport().width() - sum(least.values()))
        shares = sum(_MORE.values())
        for column in shown:
            self.horizontalHeader().resizeSection(
                column, least[column] + spare * _MORE.get(column, 0) // shares
            )

    def _tick(self, index: QModelIndex) -> None:
        """In the deep dive, or no longer."""
        state = Qt.CheckState.Unchecked if self.rows.is_ticked(index.row()) else Qt.CheckState.Checked
        cell = self.rows.index(index.row(), Column.TICK)
        self.rows.setData(cell, state, int(Qt.ItemDataRole.CheckStateRole))

    def _on_header_section_clicked(self, section: int) -> None:
        order, column = self.rows.order, Column(section)
        again = order.column is column
        self.want(self.rows.wanted, Order(column, again and not order.backwards))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != Column.TICK:
            self.person_opened.emit(int(self.rows.lines[index.row()].person))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.TICK and event.button() == Qt.MouseButton.LeftButton:
            self._tick(index)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            self.person_opened.emit(int(self.rows.lines[index.row()].person))
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._tick(index)
        elif not steps_on(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
