"""While the list is looked through: how far that has come, and a Cancel; or why there is nothing to show, and what to do."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from journey_viewer.model.progress import Progress
from journey_viewer.ui.parts import button, label

_WIDE = 260


class Waiting(QFrame):
    """In the middle of the place, or small above the list while more people are measured."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.said = label(role="subheading", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDE)
        self.cancel = button("Cancel", hint="Stop looking through the list")
        self.again = button("Look through the list", "primary", "Begin again")
        self.lists = button("Go to the lists", hint="See what was read, and add lists")
        row = QHBoxLayout()
        for widget in (self.bar, self.cancel, self.again, self.lists):
            row.addWidget(widget)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addLayout(row)

    def wait(self) -> None:
        """Something has begun."""
        self._show(busy=True)
        self.said.setText("Looking through the whole list …")
        self.bar.setRange(0, 0)

    def advance(self, progress: Progress) -> None:
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        self.bar.setAccessibleName(progress.label)
        self.said.setText(f"{progress.label} …")

    def say(self, trouble: str) -> None:
        """Why there is nothing."""
        self._show(busy=False)
        self.said.setText(trouble)

    def _show(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.again.setVisible(not busy)
        self.lists.setVisible(not busy)
