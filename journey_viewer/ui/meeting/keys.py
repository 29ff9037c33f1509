"""What the keys do in a meeting, on the wall and on the laptop alike."""

from enum import Enum, auto

from PySide6.QtCore import Qt

Key = Qt.Key


class Wish(Enum):
    """What somebody wants who presses a key."""

    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_CASE = auto()
    PREVIOUS_CASE = auto()
    AGENDA = auto()
    COMMON = auto()
    SWITCH = auto()
    LANE_UP = auto()
    LANE_DOWN = auto()
    CLOSER = auto()
    FARTHER = auto()
    FIT = auto()
    BLANK = auto()
    DECIDED = auto()
    MARKS = auto()
    LEVEL = auto()
    TABLE = auto()
    IDEA = auto()
    ACTION = auto()
    CHANGE = auto()
    UNDO = auto()
    REDO = auto()
    KEYS = auto()
    LEAVE = auto()


_PLAIN = {
    Key.Key_Space: Wish.NEXT,
    Key.Key_Right: Wish.NEXT,
    Key.Key_PageDown: Wish.NEXT,
    Key.Key_Left: Wish.PREVIOUS,
    Key.Key_PageUp: Wish.PREVIOUS,
    Key.Key_Backspace: Wish.PREVIOUS,
    Key.Key_BracketLeft: Wish.FIRST,
    Key.Key_End: Wish.LAST,
    Key.Key_N: Wish.NEXT_CASE,
    Key.Key_P: Wish.PREVIOUS_CASE,
    Key.Key_Home: Wish.AGENDA,
    Key.Key_C: Wish.COMMON,
    Key.Key_F: Wish.SWITCH,
    Key.Key_Up: Wish.LANE_UP,
    Key.Key_Down: Wish.LANE_DOWN,
    Key.Key_Z: Wish.CLOSER,
    Key.Key_Plus: Wish.CLOSER,
    Key.Key_Equal: Wish.CLOSER,  # where plus needs Shift
    Key.Key_Minus: Wish.FARTHER,
    Key.Key_0: Wish.FIT,
    Key.Key_B: Wish.BLANK,
    Key.Key_Period: Wish.BLANK,  # what clickers send for it
    Key.Key_D: Wish.DECIDED,
    Key.Key_K: Wish.MARKS,
    Key.Key_L: Wish.LEVEL,
    Key.Key_T: Wish.TABLE,
    Key.Key_I: Wish.IDEA,
    Key.Key_A: Wish.ACTION,
    Key.Key_E: Wish.CHANGE,
    Key.Key_Question: Wish.KEYS,
    Key.Key_F1: Wish.KEYS,
    Key.Key_Escape: Wish.LEAVE,
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

KEYS_IN_WORDS = (
    ("Space →", "the next step"),
    ("Page Up ←", "the step before"),
    ("F", "contacts or findings"),
    ("1 to 9", "finding or pattern"),
    ("N · P", "next case, back"),
    ("Home", "the agenda"),
    ("C", "what is in common"),
    ("↑ ↓", "light one service"),
    ("Z + −", "look closer, less close"),
    ("0", "all of the journey"),
    ("K", "what marks mean"),
    ("B", "blank screen"),
    ("L 1 to 5", "who can solve this"),
    ("T", "who else at the table"),
    ("I", "an idea"),
    ("A", "an action"),
    ("E", "change an action"),
    ("D", "all that was decided"),
    ("Ctrl+Z", "undo"),
    ("Esc", "close, let go, leave"),
    ("?", "these keys"),
)


def wish_of(key: int, keys: Qt.KeyboardModifier) -> Wish | int | None:
    """What a key asks for; a number for the finding with that number; None where it means nothing here."""
    if keys & _CONTROL:
        undone = {Key.Key_Z: Wish.REDO if keys & _SHIFT else Wish.UNDO, Key.Key_Y: Wish.REDO}
        return undone.get(Key(key)) if key in (Key.Key_Z, Key.Key_Y) else None
    if keys & _ALT:
        return None
    if (digit := key - Key.Key_0) in range(1, 10):
        return int(digit)
    return next((meant for known, meant in _PLAIN.items() if known == key), None)
