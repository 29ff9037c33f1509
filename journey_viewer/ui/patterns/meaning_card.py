"""What a pattern means, in plain words: its definition as its thresholds are, what is counted, and where it comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journey_viewer.patterns.definitions import Thresholds, definition_of, name_of, patterns
from journey_viewer.ui.deep_dive.compared import LEAST
from journey_viewer.ui.parts import button, label


class MeaningCard(QFrame):
    """Stands above what is for the meeting, until it is closed."""

    closed = Signal()
    compare_asked = Signal(str)
    """The journeys that show this pattern are to be seen under each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.pattern = ""
        self._name = label(role="section", wrap=True)
        self._definition, self._counted = label(wrap=True), label(wrap=True)
        self._square, self._source = label(role="warning", wrap=True), label(role="caption", wrap=True)
        self.compare = button("", "small_link")
        self.close_it = button("Close", "small_link", "Close what this pattern means")
        self._put_together()
        self.close_it.clicked.connect(self._on_close_clicked)
        self.compare.clicked.connect(self._on_compare_clicked)
        self.hide()

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        for widget in (self._name, self._definition, self._counted, self._square, self._source):
            column.addWidget(widget)
        last = QHBoxLayout()
        last.addWidget(self.compare)
        last.addStretch()
        last.addWidget(self.close_it)
        column.addLayout(last)

    def show_meaning(self, pattern: str, thresholds: Thresholds, square: str = "") -> None:
        """``square``: what is to be said of the one square that was asked about; the link is for ``show_cases``."""
        told = patterns()[pattern]
        self.pattern = pattern
        self._name.setText(name_of(pattern, thresholds))
        self._definition.setText(definition_of(pattern, thresholds))
        self._counted.setText(f"Counted in a square: {told.counts}.")
        self._square.setText(square)
        self._square.setVisible(bool(square))
        self._source.setText(f"Source: {told.source}")
        self.setAccessibleName(f"What “{self._name.text()}” means")
        self.show()

    def show_cases(self, shown_by: int) -> None:
        """How many journeys show the pattern: two and more can be compared."""
        self.compare.setText(f"Compare the {shown_by:,} that show it")
        self.compare.setVisible(shown_by >= LEAST)

    def forget(self) -> None:
        self.pattern = ""
        self._square.setText("")
        self.hide()

    def _on_compare_clicked(self) -> None:
        self.compare_asked.emit(self.pattern)

    def _on_close_clicked(self) -> None:
        self.forget()
        self.closed.emit()
