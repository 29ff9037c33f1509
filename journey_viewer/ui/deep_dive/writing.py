"""Fields that write themselves down: after a pause, when the focus leaves, when everything is to be settled."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.parts import label

PAUSE, LONGEST = (
    900,
    10_000,
)  # milliseconds: a burst of typing ends after one, and lasts no longer than the other
_MOST_LINES = 9
_HOLDS_A_NAME = "holds a name: F8 shows it"


class Draft(QObject):
    """What stands in a field and has not been written down yet; each burst of typing is written once.

    With names hidden a text that holds one is shown without it, and cannot be changed so; only
    what is being typed stays as it is until the focus leaves.
    """

    written = Signal(str)
    veiled = Signal(bool)

    def __init__(
        self,
        field: QWidget,
        read: Callable[[], str],
        write: Callable[[str], None],
        lock: Callable[[bool], None],
    ) -> None:
        super().__init__(field)
        self._field, self._read, self._write, self._lock = field, read, write, lock
        self._text, self._veil = "", Veil()
        self._typed: str | None = None
        self._dirty = self._setting = self._is_veiled = self._locked = False
        self._pause, self._longest = _timer(self, PAUSE), _timer(self, LONGEST)

    @property
    def shown(self) -> str:
        """What stands in the field."""
        return self._read()

    def show(self, text: str, veil: Veil, *, locked: bool) -> None:
        """Show what the document says, where it differs from what stands here."""
        if (text, veil, locked) == (self._text, self._veil, self._locked):
            return
        if veil != self._veil or text != self._text:
            self._typed = None
        self._text, self._veil, self._locked, self._dirty = text, veil, locked, False
        self._display()

    def settle(self) -> None:
        """Write down what was typed since the last time."""
        self._pause.stop()
        self._longest.stop()
        if not self._dirty:
            return
        self._dirty = False
        self._typed = text = self._read()
        if text != self._text:
            self._text = text
            self.written.emit(text)

    def touch(self) -> None:
        """Somebody types."""
        if self._setting:
            return
        self._dirty = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def leave(self, why: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The focus goes elsewhere; from a menu that only opened here it comes back."""
        self.settle()
        if why is not Qt.FocusReason.PopupFocusReason:
            self._typed = None
            self._display()

    def _display(self) -> None:
        shown = self._veil(self._text)
        typing = self._field.hasFocus() and self._text == self._typed
        self._is_veiled = shown != self._text and not typing
        wanted = shown if self._is_veiled else self._text
        if wanted != self._read():
            self._setting = True
            self._write(wanted)
            self._setting = False
        self._lock(self._locked or self._is_veiled)
        self.veiled.emit(self._is_veiled)


def _timer(draft: Draft, milliseconds: int) -> QTimer:
    timer = QTimer(draft)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(draft.settle)
    return timer


def _is_the_windows(event: QEvent) -> bool:
    """Undo and redo go through the document, not letter by letter through one field."""
    undo = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in undo)
    )


class WritingField(QPlainTextEdit):
    """Several lines of plain text, as high as they need."""

    def __init__(self, lines: int = 2) -> None:
        super().__init__()
        self._least = lines
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        self.draft = Draft(self, self.toPlainText, self._put, self.setReadOnly)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def _put(self, text: str) -> None:
        self.setPlainText(text)
        if self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def _on_text_changed(self) -> None:
        self.draft.touch()
        self._fit()

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), self._least), _MOST_LINES)
        around = 2 * (self.document().documentMargin() + self.frameWidth() + 5)
        height = round(lines * self.fontMetrics().lineSpacing() + around)
        if height != self.maximumHeight():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if _is_the_windows(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.textCursor().atStart():
            self.moveCursor(QTextCursor.MoveOperation.End)  # whoever comes by key goes on writing

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.draft.leave(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class WritingLine(QLineEdit):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        self.draft = Draft(self, self.text, self.setText, self.setReadOnly)
        self.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self, _text: str) -> None:
        self.draft.touch()

    def event(self, event: QEvent) -> bool:
        if _is_the_windows(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.draft.leave(event.reason())


class Written(QWidget):
    """A field under its title; ``hint`` stands in it while it is empty."""

    def __init__(self, title: str, hint: str = "", *, lines: int = 2, one_line: bool = False) -> None:
        super().__init__()
        self._title = title
        self.field: WritingField | WritingLine = WritingLine() if one_line else WritingField(lines)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(hint)
        self._label = label(title, "field", wrap=True)
        self._label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addWidget(self.field)
        self.draft.veiled.connect(self._on_draft_veiled)

    @property
    def draft(self) -> Draft:
        return self.field.draft

    @property
    def title(self) -> QLabel:
        return self._label

    def show_title(self, title: str) -> None:
        self._title = title
        self.field.setAccessibleName(title)
        self._label.setText(title)

    def _on_draft_veiled(self, veiled: Any) -> None:
        self._label.setText(f"{self._title} · {_HOLDS_A_NAME}" if veiled else self._title)
        self._label.setVisible(bool(self._label.text()))
