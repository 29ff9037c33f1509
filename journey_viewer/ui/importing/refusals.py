"""The files that added nothing: why, what to do, and a way to say what their columns are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from journey_viewer.model.imported import Refusal
from journey_viewer.ui.parts import button, label

_MOST_SHOWN = 6


class Refusals(QWidget):
    """One line a file; hidden where every file could be used."""

    columns_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sentences: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        self.sentences = [f"{refusal.file}: {refusal.sentence}" for refusal in refusals]
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, refusal in enumerate(refusals[:_MOST_SHOWN]):
            self._grid.addWidget(label(self.sentences[row], wrap=True), row, 0)
            if refusal.ask_about:
                ask = button("Say which column is what…", "link")
                ask.clicked.connect(partial(self.columns_asked.emit, Path(refusal.ask_about)))
                self._grid.addWidget(ask, row, 1)
        if len(refusals) > _MOST_SHOWN:
            more = len(refusals) - _MOST_SHOWN
            self._grid.addWidget(label(f"And {more} more.", "quiet"), _MOST_SHOWN, 0)
        self.setVisible(bool(refusals))
