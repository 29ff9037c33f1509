"""Asks which lists tell of somebody else than the person on the desk."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journey_viewer.model.days import day_in_words
from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import veil_over
from journey_viewer.ui.parts import button, fit_dialog, label

_SOURCE = int(Qt.ItemDataRole.UserRole)
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class NotTheSame(QDialog):
    """``ticked``: the sources whose touchpoints are about somebody else; some are, and some are not."""

    def __init__(self, session: Session, counts: Mapping[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        shown = session.view.person
        self._label = "" if shown is None else session.label(shown)
        self.lists = QListWidget()
        self.lists.setAccessibleName("Lists that tell of somebody else")
        self.lists.setWordWrap(True)
        for place, count in counts.items():
            item = QListWidgetItem(_in_words(session, place, count), self.lists)
            item.setData(_SOURCE, place)
            item.setCheckState(_UNTICKED)
        self.part = button("They are two people", "primary")
        self._cancel = button("Cancel")
        self._put_together()
        self.lists.itemChanged.connect(self._on_item_changed)
        self.part.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._on_item_changed()

    @property
    def ticked(self) -> frozenset[int]:
        return frozenset(item.data(_SOURCE) for item in self._items if item.checkState() is _TICKED)

    def tick(self, *sources: int) -> None:
        """As if these had been clicked."""
        for item in self._items:
            item.setCheckState(_TICKED if item.data(_SOURCE) in sources else _UNTICKED)

    @property
    def _items(self) -> list[QListWidgetItem]:
        return [self.lists.item(row) for row in range(self.lists.count())]

    def _put_together(self) -> None:
        self.setWindowTitle("Not the same person")
        fit_dialog(self, 660, 380)
        told = (
            f"{self._label} was put together from these lists. Tick those that tell of somebody else:"
            " they become a person of their own, with the next letter."
        )
        actions = QHBoxLayout()
        actions.addStretch()
        actions.addWidget(self._cancel)
        actions.addWidget(self.part)
        self.part.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(label(told, wrap=True))
        column.addWidget(self.lists, 1)
        column.addLayout(actions)

    def _on_item_changed(self) -> None:
        self.part.setEnabled(0 < len(self.ticked) < self.lists.count())


def _in_words(session: Session, place: int, count: int) -> str:
    """One list: "list.csv, Sheet 1 · 12 touchpoints · 3 Jan 2024 to 5 Mar 2025"."""
    source, names = session.lists.sources[place], session.view.names_shown
    called = f"{source.file}, {source.sheet}" if source.sheet else source.file
    parts = [veil_over(session.imported, names_shown=names)(called)]
    parts.append(many(count, "touchpoint"))
    if source.window is not None:
        parts.append(f"{day_in_words(source.window.first)} to {day_in_words(source.window.last)}")
    return " · ".join(parts)
