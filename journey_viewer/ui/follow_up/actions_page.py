"""The actions of all meetings: a table of those that are looked for, and everything of the chosen one beside it."""

from datetime import date

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.actions import Action
from journey_viewer.model.meeting_steps import new_action
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.pen import remove_action
from journey_viewer.ui.deep_dive.words import NO_VEIL, Veil
from journey_viewer.ui.follow_up.editor import NOBODYS, ActionEditor
from journey_viewer.ui.follow_up.filter_row import FilterRow
from journey_viewer.ui.follow_up.model import WHAT, ActionsModel
from journey_viewer.ui.follow_up.shown import shown
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.store import Store

_EDITOR, _ANY, _LEAST = 430, 16_777_215, 260  # pixels; as wide as Qt can think
_WIDTHS, _DUE = (148, 92, 76, 0, 150), 1  # pixels of the columns; 0 takes what is left
NOTHING = (
    "No action has been written down yet. Actions are agreed in the meeting; they can also be written down for"
    " one case in the deep dive, for all cases in Patterns, or here."
)
_NONE_SO = "No action stands so. Others do: show all of them, or choose otherwise above."


class ActionsTable(QTableView):
    """Enter goes on to the fields of the chosen action."""

    opened = Signal()

    def __init__(self, model: ActionsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("roomy")
        self.setAccessibleName("Actions")
        self.setAccessibleDescription("Enter goes to the fields of the chosen action.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    def dress(self, theme: Theme) -> None:
        """Where text is large the day by which it is due stands in the fields alone: how it stands tells most of it."""
        self.setColumnHidden(_DUE, theme.is_large)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(column, theme.scaled(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ActionsPage(QWidget):
    """Follows the session that it is shown."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._number: int | None = None
        self._begun: Action | None = None
        self._veil, self._choosing = NO_VEIL, False
        self.filter, self.model, self.editor = FilterRow(), ActionsModel(theme), ActionEditor(store)
        self.table = ActionsTable(self.model)
        self._none = label(_NONE_SO, "quiet", wrap=True)
        self.all = button("Show all", "small_button", "Every action, whatever became of it")
        self._tables, self._pages = QStackedWidget(), QStackedWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.first = button("Add an action", "primary", "An action for a case or for all of them")
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """The fields beside the table; under it where text is large."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(under if theme.is_large else beside)
        wide = theme.scaled(_EDITOR)
        self._room.setMinimumWidth(wide)
        self._room.setMaximumWidth(_ANY if theme.is_large else wide)
        self._room.setMinimumHeight(theme.scaled(_LEAST))
        self._tables.setMinimumHeight(theme.scaled(_LEAST))
        self.model.dress(theme)
        self.table.dress(theme)

    def _put_together(self) -> None:
        nothing = _standing(self._none, self.all)
        self._tables.addWidget(self.table)
        self._tables.addWidget(nothing)
        self._room = QScrollArea()
        self._room.setObjectName("room")
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.editor)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self._beside.addWidget(card(self._tables, margin=6), 1)
        self._beside.addWidget(self._room)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addLayout(self._beside, 1)
        self._pages.addWidget(listed)
        self._pages.addWidget(_standing(label(NOTHING, "subheading", wrap=True), self.first))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect_signals(self) -> None:
        self.filter.chosen.connect(self._on_filter_chosen)
        self.filter.add.clicked.connect(self._on_add_clicked)
        self.first.clicked.connect(self._on_add_clicked)
        self.all.clicked.connect(self.filter.show_all)
        self.table.opened.connect(self._on_table_opened)
        self.table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self.editor.delete_asked.connect(self._on_editor_delete_asked)

    def show_session(self, session: Session, veil: Veil) -> None:
        """The actions that are looked for; the one that is begun, or was chosen, stays in the fields."""
        document, locked = session.document, session.keeping.read_only
        self._veil = veil
        numbers = {action.number for action in document.actions}
        if self._begun is not None and self._begun.number in numbers:
            self._begun = None
        self.filter.show_document(document, veil)
        self.filter.add.setEnabled(not locked)
        self.first.setEnabled(not locked)
        actions = shown(document, self.filter.filter, date.today(), self._number)
        if self._begun is None and self._number not in numbers:
            self._number = actions[0].number if actions else None
        self._choosing = True
        self.model.show_actions(document, actions, date.today(), veil)
        self._select()
        self._choosing = False
        self._tables.setCurrentIndex(0 if actions else 1)
        self._pages.setCurrentIndex(0 if document.actions or self._begun is not None else 1)
        self._show_fields(session)

    def _show_fields(self, session: Session) -> None:
        row = self.model.row_of(self._number)
        action = None if row is None else self.model.actions[row]
        if self._begun is not None:
            same = self.editor.action.number == self._begun.number
            action = self.editor.action if same else self._begun
        self.editor.setVisible(action is not None)
        locked = session.keeping.read_only
        self.editor.show_action(action or NOBODYS, session.document, self._veil, locked=locked)

    def _select(self) -> None:
        row = self.model.row_of(self._number)
        if row is None:
            self.table.clearSelection()
        elif self.table.currentIndex().row() != row or not self.table.selectionModel().hasSelection():
            self.table.selectRow(row)

    def _on_filter_chosen(self) -> None:
        self._store.settle()
        self._number, self._begun = None, None
        self.show_session(self._store.session, self._veil)

    def _on_table_selection_changed(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._choosing or not selected.indexes():
            return
        number = self.model.actions[selected.indexes()[0].row()].number
        self._store.settle()
        self._number, self._begun = number, None
        self.show_session(self._store.session, self._veil)

    def _on_table_opened(self) -> None:
        self.editor.what.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_add_clicked(self) -> None:
        self._store.settle()
        document = self._store.session.document
        labels = {label: person for person, label in document.labels.items()}
        about = labels.get(self.filter.filter.case)
        self._begun = new_action(document, about, date.today())
        self._number = self._begun.number
        self.show_session(self._store.session, self._veil)
        self.editor.what.field.setFocus()

    def _on_editor_delete_asked(self, number: int) -> None:
        self._begun = None
        remove_action(self._store, number)
        self.show_session(self._store.session, self._veil)


def _standing(words: QWidget, way_on: QWidget) -> QWidget:
    """Words in an empty place, and the way on."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(2, 14, 10, 10)
    column.setSpacing(12)
    column.addWidget(words)
    column.addWidget(way_on)
    column.addStretch()
    return made
