"""Above the chronology: the selected stretch and its totals, whether only what is found is listed, and the table's switch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.seen import Seen
from journey_viewer.ui.deep_dive.stretch_words import stretch_in_words
from journey_viewer.ui.parts import label

_TABLE_HINT = "All of it as a table below the journey, to sort and to copy (Ctrl+T)"


class ChronologyHead(QWidget):
    """``tabled`` and ``narrowed`` say what was asked for."""

    tabled = Signal(bool)
    narrowed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.stretch = label(role="section", wrap=True)
        self.totals = label(role="caption", wrap=True)
        self.only_found = QCheckBox()
        self.table = QPushButton("Table")
        self.table.setObjectName("toggle")
        self.table.setCheckable(True)
        self.table.setToolTip(_TABLE_HINT)
        self.table.setAccessibleDescription(_TABLE_HINT)
        self.stretch.setAccessibleName("")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stretch, 1)
        row.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 14, 6)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.totals)
        column.addWidget(self.only_found)
        self.table.clicked.connect(self.tabled)
        self.only_found.clicked.connect(self.narrowed)

    def show_seen(self, session: Session, seen: Seen) -> None:
        """What is said of the shown journey."""
        stretch, totals = stretch_in_words(seen)
        whole = len(seen.found)
        self.stretch.setText(stretch or many(whole, "touchpoint"))
        self.totals.setText(totals)
        self.totals.setVisible(bool(totals))
        self.totals.setAccessibleName(f"In the selected stretch: {totals}" if totals else "")
        self.table.setChecked(session.view.tabled and not session.view.comparing)
        self.table.setEnabled(seen.case is not None)
        self.only_found.setVisible(seen.filter.is_on)
        self.only_found.setChecked(seen.only_found)
        self.only_found.setText(_only(int(seen.found.sum()), whole, hides=seen.hides))


def _only(found: int, whole: int, *, hides: bool) -> str:
    """What the box asks for, and once it is ticked that something is hidden."""
    hidden = f": {whole - found:,} are hidden" if hides and found < whole else ""
    return f"Only the {found:,} of {whole:,} that are found{hidden}"
