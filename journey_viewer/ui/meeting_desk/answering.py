"""Which keys answer a question of the meeting, rather than type a letter of the answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journey_viewer.ui.meeting_desk.recording import Recording

Key = Qt.Key
_FIGURES = frozenset("123456789")


def answers(recording: Recording, event: QKeyEvent) -> bool:
    """Whether the key did: Enter, Esc, an arrow, back to the question before, or the number of a choice."""
    key, entry = event.key(), recording.entry
    if key in (Key.Key_Return, Key.Key_Enter):
        done = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        (recording.finish if done else recording.accept)()
    elif key == Key.Key_Escape:
        recording.leave()
    elif key in (Key.Key_Up, Key.Key_Down):
        recording.move(-1 if key == Key.Key_Up else 1)
    elif _goes_back(event):
        recording.back()
    elif entry is not None and entry.is_numbered and event.text() in _FIGURES:
        return recording.pick(int(event.text()))
    elif key == Key.Key_Backspace and entry is not None and entry.chosen is not None and not entry.typed:
        recording.clear()
    else:
        return key == Key.Key_Tab  # there is nowhere to go
    return True


def _goes_back(event: QKeyEvent) -> bool:
    held = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Key.Key_Backtab or bool(event.key() == Key.Key_Left and held)
