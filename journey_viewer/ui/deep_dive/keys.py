"""What the keys mean on the journey."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Key = Qt.Key


class Wish(Enum):
    """What somebody wants who presses a key."""

    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    UP = auto()
    DOWN = auto()
    NEARER = auto()
    FARTHER = auto()
    FIT = auto()
    EARLIER = auto()
    LATER = auto()
    STRETCH_ON = auto()
    STRETCH_BACK = auto()
    TO_STRETCH = auto()
    LANES = auto()
    COPY = auto()
    SHOW_KEYS = auto()
    LET_GO = auto()


_PLAIN = {
    Key.Key_Right: Wish.NEXT,
    Key.Key_Period: Wish.NEXT,
    Key.Key_Left: Wish.PREVIOUS,
    Key.Key_Comma: Wish.PREVIOUS,
    Key.Key_Home: Wish.FIRST,
    Key.Key_End: Wish.LAST,
    Key.Key_Up: Wish.UP,
    Key.Key_Down: Wish.DOWN,
    Key.Key_Plus: Wish.NEARER,
    Key.Key_Equal: Wish.NEARER,  # where plus needs Shift
    Key.Key_Minus: Wish.FARTHER,
    Key.Key_0: Wish.FIT,
    Key.Key_F: Wish.FIT,
    Key.Key_PageUp: Wish.EARLIER,
    Key.Key_PageDown: Wish.LATER,
    Key.Key_Z: Wish.TO_STRETCH,
    Key.Key_L: Wish.LANES,
    Key.Key_Question: Wish.SHOW_KEYS,
    Key.Key_Escape: Wish.LET_GO,
}
_SHIFTED = {Key.Key_Right: Wish.STRETCH_ON, Key.Key_Left: Wish.STRETCH_BACK}
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)

KEYS_IN_WORDS = (
    ("→  or  .", "next contact"),
    ("←  or  ,", "previous contact"),
    ("↑  ↓", "another service"),
    ("Home  End", "first, last contact"),
    ("+  −", "nearer, farther"),
    ("0  or  F", "all of the journey"),
    ("Page Up  Page Down", "earlier, later"),
    ("Shift + ←  →", "select a stretch of time"),
    ("Z", "nearer to that stretch"),
    ("L", "hide, merge or move a lane"),
    ("Ctrl + C", "copy as a picture"),
    ("Ctrl + T", "the chronology as a table"),
    ("Ctrl + M", "compare the chosen people"),
    ("Esc", "let go of what is chosen"),
    ("?", "show these keys"),
)
"""Every key and what it does, as people read it."""


def wish_of(event: QKeyEvent) -> Wish | None:
    """None where the key means nothing here."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Wish.COPY
    if event.modifiers() & _OTHERS:
        return None
    key = Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _SHIFTED:
        return _SHIFTED[key]
    return _PLAIN.get(key)
