"""Typing a passphrase: once for a file that has one, twice and with a meter for a new one."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from journey_viewer.casefile.passphrases import Strength, strength
from journey_viewer.ui.parts import button, label

CANNOT_BE_HELPED = (
    "If it is forgotten, nobody can open the file: not your IT, and not the makers of this program."
    " There is no way round it."
)
_PAUSE = 300  # milliseconds after the last key before it is judged
_SCORES = 4


class _Line(QLineEdit):
    """Says whether Caps Lock seems to be on, by what the keys make of letters."""

    caps_lock = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PassphraseField(QWidget):
    """One line that hides what is typed until it is asked to show it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = _Line()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.setAcceptDrops(False)
        self.show_ = QPushButton("Show")
        self.show_.setCheckable(True)
        self.show_.setToolTip("Show or hide what is typed")
        self.show_.setAccessibleName(f"Show what is typed: {name}")
        self.show_.setAutoDefault(False)
        self._caps = label("Caps Lock seems to be on.", "warning")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._caps)
        self.setFocusProxy(self.line)
        self.line.caps_lock.connect(self._caps.setVisible)
        self.show_.toggled.connect(self._on_show_toggled)

    @property
    def text(self) -> str:
        return self.line.text()

    def forget(self) -> None:
        """Hold nothing of what was typed."""
        self.line.setText("")  # not clear(), which could be undone
        self.show_.setChecked(False)
        self._caps.hide()

    def _on_show_toggled(self, shown: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_.setText("Hide" if shown else "Show")


class NewPassphrase(QWidget):
    """A passphrase typed twice, and how hard it is to guess."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.again = PassphraseField("Passphrase"), PassphraseField("The passphrase again")
        self.first.line.setPlaceholderText("Four or more unrelated words")
        self.again.line.setPlaceholderText("The same again")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _SCORES)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName("How hard it is to guess")
        self.said = label(role="quiet")
        self._judged: Strength | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        meter = QHBoxLayout()
        meter.addWidget(self._bar)
        meter.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.first)
        column.addLayout(meter)
        column.addWidget(self.again)
        self.setFocusProxy(self.first)
        self.first.line.textChanged.connect(self._on_first_changed)
        self.again.line.textChanged.connect(self._on_again_changed)
        self._pause.timeout.connect(self.judge)

    @property
    def text(self) -> str:
        return self.first.text

    @property
    def ready(self) -> bool:
        """It is hard enough to guess, and twice the same."""
        return self._judged is not None and self._judged.enough and self.first.text == self.again.text

    def judge(self) -> None:
        """Say how hard it is to guess. Takes a moment the first time."""
        self._judged = strength(self.first.text)
        self._say()
        self.changed.emit()

    def forget(self) -> None:
        for field in (self.first, self.again):
            field.forget()

    def _on_first_changed(self) -> None:
        self._judged = None
        self._pause.start()
        self._say()
        self.changed.emit()

    def _on_again_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self._bar.setValue(self._judged.score if self._judged is not None and self.first.text else 0)
        if self._judged is None or not self.first.text:
            self.said.setText("")
        elif self._judged.enough and self.again.text and self.again.text != self.first.text:
            self.said.setText(f"{self._judged.words}, but the two differ.")
        else:
            self.said.setText(f"{self._judged.words}.")


def recovery_button() -> QPushButton:
    """The offer of a sheet for the safe."""
    made = button("Recovery sheet…", "link", "A page to print, on which the passphrase is written by hand")
    made.setAutoDefault(False)
    return made
