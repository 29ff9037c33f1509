"""Asks who else is the person on the desk: by label, or by name where names are shown."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.search import called
from journey_viewer.ui.deep_dive.words import short_about, who
from journey_viewer.ui.parts import button, fit_dialog, label

Index = QModelIndex | QPersistentModelIndex


class _Others(QAbstractListModel):
    """A line a person, made when it is seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.people: list[int] = []

    def show_called(self, words: str) -> None:
        self.beginResetModel()
        self.people = [p for p in called(self._session, words) if p != self._session.view.person]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        case = self._session.case(self.people[index.row()])
        count = len(case.touchpoints)
        parts = (
            who(case, names_shown=self._session.view.names_shown),
            short_about(case.person, case.window),
            many(count, "touchpoint"),
        )
        return " · ".join(part for part in parts if part)


class AnotherPerson(QDialog):
    """``person`` is who was pointed at, None where nobody was."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        shown = session.view.person
        self._label = "" if shown is None else session.label(shown)
        self._model = _Others(session)
        by = "Label or name" if session.view.names_shown else "Label, such as Case B; names are hidden"
        self.words = QLineEdit()
        self.words.setPlaceholderText(by)
        self.words.setAccessibleName(by)
        self.words.setClearButtonEnabled(True)
        self.others = QListView()
        self.others.setObjectName("cases")
        self.others.setModel(self._model)
        self.others.setUniformItemSizes(True)
        self.others.setAccessibleName("People")
        self.join = button(f"Same person as {self._label}", "primary")
        self._cancel = button("Cancel")
        self._put_together()
        self.words.textChanged.connect(self._on_words_text_changed)
        self.others.selectionModel().currentChanged.connect(self._on_current_changed)
        self.others.doubleClicked.connect(self.accept)
        self.join.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._on_words_text_changed("")

    @property
    def person(self) -> int | None:
        index = self.others.currentIndex()
        return self._model.people[index.row()] if index.isValid() else None

    def _put_together(self) -> None:
        self.setWindowTitle("Same person")
        fit_dialog(self, 460, 440)
        told = (
            f"Who else is {self._label}? Their touchpoints, notes and actions become one journey,"
            f" which keeps the name {self._label}. They can be separated again."
        )
        actions = QHBoxLayout()
        actions.addStretch()
        actions.addWidget(self._cancel)
        actions.addWidget(self.join)
        self.join.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(label(told, wrap=True))
        column.addWidget(self.words)
        column.addWidget(self.others, 1)
        column.addLayout(actions)

    def _on_words_text_changed(self, words: str) -> None:
        self._model.show_called(words)
        if words.strip() and len(self._model.people) == 1:
            self.others.setCurrentIndex(self._model.index(0))
        self._on_current_changed()

    def _on_current_changed(self) -> None:
        self.join.setEnabled(self.person is not None)
