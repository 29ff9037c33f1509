"""Moving the journey in the window by hand, and what is seen of it then."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from journey_viewer.timeline.layout import Layout, Mark
from journey_viewer.timeline.looking import Looking
from journey_viewer.timeline.nearest import mark_of
from journey_viewer.ui.deep_dive.swimlane import Swimlane
from journey_viewer.ui.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEYS, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
NOTCH = 120


def swimlane(window: MainWindow) -> Swimlane:
    return window.deep_dive.swimlane


def picture(window: MainWindow) -> Layout:
    shown = swimlane(window).picture
    assert shown is not None
    return shown


def looking(window: MainWindow) -> Looking:
    return window.store.session.view.looking


def mark(window: MainWindow, row: int) -> Mark:
    found = mark_of(picture(window), row)
    assert found is not None
    return found


def middle(window: MainWindow, row: int) -> QPoint:
    here = mark(window, row)
    return QPoint(round(here.x), round(here.y))


def empty_place(window: MainWindow) -> QPoint:
    """In the plot, at its lower right end, where the invented people have nothing."""
    return QPoint(round(picture(window).right) - 20, round(picture(window).bottom) - 4)


def turn_wheel(
    window: MainWindow, where: QPoint, notches: float = 1, keys: Qt.KeyboardModifier = NO_KEYS
) -> None:
    point, pixels = QPointF(where), QPoint(0, 0)
    event = QWheelEvent(
        point,
        swimlane(window).mapToGlobal(point),
        pixels,
        QPoint(0, round(notches * NOTCH)),
        NONE,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(swimlane(window), event)


def send(window: MainWindow, kind: QEvent.Type, where: QPoint) -> None:
    moved = kind is QEvent.Type.MouseMove
    held = NONE if kind is QEvent.Type.MouseButtonRelease else LEFT
    point = QPointF(where)
    event = QMouseEvent(
        kind, point, swimlane(window).mapToGlobal(point), NONE if moved else LEFT, held, NO_KEYS
    )
    QApplication.sendEvent(swimlane(window), event)


def drag(window: MainWindow, begin: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    send(window, QEvent.Type.MouseButtonPress, begin)
    for where in (begin + (end - begin) / 2, end):
        send(window, QEvent.Type.MouseMove, where)
    if let_go:
        send(window, QEvent.Type.MouseButtonRelease, end)


def rest_on(window: MainWindow, where: QPoint) -> QLabel:
    """Move the pointer there; what is shown beside it."""
    point = QPointF(where)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, point, swimlane(window).mapToGlobal(point), NONE, NONE, NO_KEYS
    )
    QApplication.sendEvent(swimlane(window), moved)
    found = swimlane(window).findChild(QLabel, "hint")
    assert found is not None
    return found


def settle() -> None:
    """Let everything happen that was asked for once for all."""
    QApplication.processEvents()


def days_seen(window: MainWindow) -> float:
    return picture(window).scale.last - picture(window).scale.first


def look_between(window: MainWindow, first: str, last: str) -> None:
    """See the journey from one day to another."""
    begin, end = (date.fromisoformat(day).toordinal() for day in (first, last))
    window.store.look(looking=replace(looking(window), first=begin, last=end))
    settle()


def entries(menu: QMenu) -> dict[str, QAction]:
    """The menu's entries as they are when it opens."""
    menu.aboutToShow.emit()
    return {action.text().replace("&&", "&"): action for action in menu.actions() if action.text()}


def inside(action: QAction) -> dict[str, QAction]:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return {one.text().replace("&&", "&"): one for one in menu.actions() if one.text()}
