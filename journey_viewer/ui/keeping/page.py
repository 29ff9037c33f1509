"""The page that stands before everything else: a case file's passphrase is asked for, to open or to unlock it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.theme import Theme
from journey_viewer.ui.keeping.passphrase import PassphraseField
from journey_viewer.ui.parts import button, card, label

_WIDE = 560
_YES, _NO = "Open", "Cancel"


class PassphrasePage(QWidget):
    """Says which passphrase was given, that the user wants to leave, or that a backup is to be opened."""

    given = Signal(str)
    left = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.heading, self.said = label(role="heading", wrap=True), label(role="subheading", wrap=True)
        self.field = PassphraseField("Passphrase")
        self.field.line.setPlaceholderText("Passphrase")
        self.error = label(role="warning", wrap=True)
        self.restore = button("", hint="The damaged file is put aside, not deleted")
        self.open, self.leave = button(_YES, "primary"), button(_NO)
        self._put_together()
        self.complain("")
        self.open.clicked.connect(self._on_given)
        self.field.line.returnPressed.connect(self._on_given)
        self.leave.clicked.connect(self.left)
        self.restore.clicked.connect(self.restore_asked)

    def _put_together(self) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.restore)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.open)
        box = card(self.heading, self.said, self.field, self.error, buttons, margin=32, spacing=12)
        box.setFixedWidth(_WIDE)
        self._box = box
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(box)
        across.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def dress(self, theme: Theme) -> None:
        """In as much room as its text needs."""
        self._box.setFixedWidth(theme.scaled(_WIDE))

    def ask(self, heading: str, said: str, *, yes: str, no: str) -> None:
        """Ask anew, with nothing typed."""
        self.field.forget()
        self.heading.setText(heading)
        self.said.setText(said)
        self.open.setText(yes)
        self.leave.setText(no)
        self.complain("")
        self.wait(waiting=False)

    def wait(self, *, waiting: bool, said: str = "") -> None:
        """A job runs, which takes a moment."""
        for widget in (self.field, self.open, self.restore):
            widget.setEnabled(not waiting)
        if waiting:
            self.complain(said)
            self.error.setObjectName("quiet")
        else:
            self.error.setObjectName("warning")
            self.field.setFocus()
        self.error.style().unpolish(self.error)
        self.error.style().polish(self.error)

    def complain(self, sentence: str, restore: str = "") -> None:
        """Why it could not be opened; ``restore``: the words of the button that opens a backup."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.restore.setText(restore)
        self.restore.setVisible(bool(restore))
        self.field.line.selectAll()

    def forget(self) -> None:
        """Hold nothing of what was typed or said."""
        self.ask("", "", yes=_YES, no=_NO)

    def _on_given(self) -> None:
        if self.field.text and self.open.isEnabled():
            self.given.emit(self.field.text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
