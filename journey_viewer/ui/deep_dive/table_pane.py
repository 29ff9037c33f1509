"""Below the journey: the chronology's table, in what order it stands, and how it is copied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.chronology import marked_in
from journey_viewer.ui.deep_dive.seen import seen_in
from journey_viewer.ui.deep_dive.table import Table
from journey_viewer.ui.deep_dive.table_model import Sorting
from journey_viewer.ui.deep_dive.table_rows import HEADINGS, Column, told_in
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.parts import label

_LEAST, _LARGE = 170, 260


class TablePane(QFrame):
    """Shown and hidden as the View says; ``touchpoint_chosen`` says which row was chosen."""

    touchpoint_chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.table = Table(theme)
        self.order = QComboBox()
        self.backwards = QPushButton("Backwards")
        self.copy = QToolButton()
        self.close_button = QPushButton("Close")
        self._said = label(role="caption")
        self._put_together()
        self._connect_signals()
        self.dress(theme)
        self.hide()

    def dress(self, theme: Theme) -> None:
        """As high as its headings and a few rows, at the least."""
        self.setMinimumHeight(theme.scaled(_LARGE if theme.is_large else _LEAST))

    def _put_together(self) -> None:
        for heading in HEADINGS:
            self.order.addItem(f"By {heading[:1].lower()}{heading[1:]}")
        self.order.setAccessibleName("Order of the rows")
        self.backwards.setCheckable(True)
        self.backwards.setAccessibleDescription("The rows the other way round")
        self.backwards.setToolTip("The rows the other way round")
        self.close_button.setToolTip("Close the table (Ctrl+T)")
        self.close_button.setAccessibleDescription("Close the table (Ctrl+T)")
        for pushed in (self.backwards, self.close_button):
            pushed.setObjectName("toggle")
        self._make_copy_menu()
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 0)
        head.setSpacing(6)
        head.addWidget(label("Chronology", "section"))
        head.addWidget(self._said, 1)
        for widget in (self.order, self.backwards, self.copy, self.close_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def _make_copy_menu(self) -> None:
        menu = QMenu(self.copy)
        self.as_table = menu.addAction("As a table, for a spreadsheet\tCtrl+C")
        self.as_text = menu.addAction("As plain text, for the record\tCtrl+Shift+C")
        self.copy.setObjectName("toggle")
        self.copy.setText("Copy  ▾")
        self.copy.setMenu(menu)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy.setToolTip("The selected rows, or all where none is selected")
        self.copy.setAccessibleName("Copy the rows")
        self.copy.setAccessibleDescription("The selected rows, or all where none is selected")

    def _connect_signals(self) -> None:
        self.table.touchpoint_chosen.connect(self.touchpoint_chosen)
        self.table.sorted_anew.connect(self._on_table_sorted_anew)
        self.order.activated.connect(self._on_order_activated)
        self.backwards.clicked.connect(self._on_backwards_clicked)
        self.as_table.triggered.connect(self.table.copy_with_tabs)
        self.as_text.triggered.connect(self.table.copy_aligned)
        self.close_button.clicked.connect(self.closed)

    def below(self, journey: QWidget) -> QSplitter:
        """The journey, and under it this pane with a handle between them."""
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(journey)
        splitter.addWidget(self)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([1150, 1000])  # the journey a little more, where the handle has not been moved
        return splitter

    def show_session(self, session: Session, veil: Veil) -> None:
        """The shown person's journey, where the table is asked for; nothing is made ready otherwise."""
        shown = session.view.tabled and session.shown_case is not None
        if shown:
            seen = seen_in(session)
            self.table.show_rows(told_in(session, veil, marked_in(session)), seen, session.view.touchpoint)
            hidden = len(seen.found) - len(seen.listed)
            self._said.setText(f"{hidden:,} not found are hidden" if hidden else "")
        elif not self.isHidden():
            self.table.forget()
        self.setVisible(shown)

    def _on_table_sorted_anew(self) -> None:
        self.order.setCurrentIndex(self.table.sorting.column)
        self.backwards.setChecked(self.table.sorting.backwards)

    def _on_order_activated(self, place: int) -> None:
        self.table.sort_by(Sorting(Column(place), self.backwards.isChecked()))

    def _on_backwards_clicked(self, backwards: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self.table.sort_by(Sorting(self.table.sorting.column, backwards))
