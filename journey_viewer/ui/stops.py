"""Where the keyboard stops: one place for buttons of which one is chosen, and the first row of a list that nobody chose from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup

_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


def stop_at_checked(group: QButtonGroup) -> None:
    """Tab lands on the one that is checked, on the first that can be used where none is; arrows go on from there."""
    buttons = group.buttons()
    usable = [button for button in buttons if button.isEnabled()] or buttons
    stop = group.checkedButton() or next(iter(usable), None)
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


def steps_on(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Whether this key chose the row on which the focus rests, where nothing was chosen; Qt would step past it."""
    index = view.currentIndex()
    if event.key() not in _STEPS or not index.isValid() or view.selectionModel().hasSelection():
        return False
    view.setCurrentIndex(index)
    return True
