"""Selecting a stretch of time on the journey, and the notes that stand on it."""

from datetime import date

import pytest
from invented import BARNABY, CLINICIANS, OTTILIE, session_on
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.notes import Note, Tone
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.stretch import edges_of
from journey_viewer.ui.deep_dive.swimlane import Swimlane
from journey_viewer.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
AE = 2
SPRING = Window(date(2025, 3, 1), date(2025, 5, 31))
AE_DAY = date(2025, 3, 5)
NOTES = (
    Note(1, OTTILIE, "Nobody rang", Tone.CONCERN, touchpoint=3, service=Service.AE, first=AE_DAY, last=AE_DAY),
    Note(2, OTTILIE, f"{CLINICIANS[0]} knew her", Tone.CONCERN, touchpoint=3, service=Service.AE, first=AE_DAY, last=AE_DAY),
    Note(3, OTTILIE, "A quiet spring", Tone.STRENGTH, first=SPRING.first, last=SPRING.last),
)  # fmt: skip


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    return window


def swimlane(window: MainWindow) -> Swimlane:
    return window.deep_dive.swimlane


def picture(window: MainWindow) -> Layout:
    shown = swimlane(window).picture
    assert shown is not None
    return shown


def on_axis(window: MainWindow, day: date) -> QPoint:
    edges = edges_of(picture(window), Window(day, day))
    assert edges is not None
    return QPoint(round(sum(edges) / 2), round(picture(window).top - 6))


def send(window: MainWindow, kind: QEvent.Type, where: QPoint, button: Qt.MouseButton) -> None:
    point = QPointF(where)
    buttons = LEFT if kind is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind, point, swimlane(window).mapToGlobal(point), button, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(swimlane(window), event)


def drag(window: MainWindow, first: date, last: date) -> None:
    begin, end = on_axis(window, first), on_axis(window, last)
    send(window, QEvent.Type.MouseButtonPress, begin, LEFT)
    for where in (QPoint((begin.x() + end.x()) // 2, begin.y()), end):
        send(window, QEvent.Type.MouseMove, where, Qt.MouseButton.NoButton)
    send(window, QEvent.Type.MouseButtonRelease, end, LEFT)


def hint(window: MainWindow, where: QPoint) -> QLabel:
    point, none = QPointF(where), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, point, swimlane(window).mapToGlobal(point), none, none, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(swimlane(window), moved)
    found = swimlane(window).findChild(QLabel, "hint")
    assert found is not None
    return found


def near(day: date, expected: date) -> bool:
    """A pixel is more than a day."""
    return abs((day - expected).days) <= 2


@pytest.mark.parametrize(("first", "last"), [(SPRING.first, SPRING.last), (SPRING.last, SPRING.first)])
def test_dragging_along_the_axis_selects_a_stretch(opened: MainWindow, first: date, last: date) -> None:
    drag(opened, first, last)
    span = opened.store.session.view.span
    assert span is not None
    assert near(span.first, SPRING.first)
    assert near(span.last, SPRING.last)


def test_what_is_dragged_is_said_beside_the_pointer(opened: MainWindow) -> None:
    send(opened, QEvent.Type.MouseButtonPress, on_axis(opened, SPRING.first), LEFT)
    send(opened, QEvent.Type.MouseMove, on_axis(opened, SPRING.last), Qt.MouseButton.NoButton)
    found = swimlane(opened).findChild(QLabel, "hint")
    assert found is not None
    assert " 2025 to " in found.text()
    assert found.text().endswith(" days")
    send(opened, QEvent.Type.MouseButtonRelease, on_axis(opened, SPRING.last), LEFT)
    assert not found.isVisible()


def test_a_click_on_the_axis_lets_the_stretch_go(opened: MainWindow) -> None:
    opened.store.look(span=SPRING)
    QTest.mouseClick(swimlane(opened), LEFT, pos=on_axis(opened, AE_DAY))
    assert opened.store.session.view.span is None


def test_escape_lets_go_of_the_stretch_then_of_the_touchpoint(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE, span=SPRING)
    seen = []
    for _ in range(3):
        QTest.keyClick(swimlane(opened), Qt.Key.Key_Escape)
        seen.append((opened.store.session.view.touchpoint, opened.store.session.view.span))
    assert seen == [(AE, None), (None, None), (None, None)]


def test_shift_and_arrows_reach_from_the_chosen_touchpoint(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Right, SHIFT)
    assert opened.store.session.view.span == Window(AE_DAY, date(2025, 6, 1))
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Left, SHIFT)
    assert opened.store.session.view.span == Window(AE_DAY, date(2025, 3, 6))


def test_shift_and_left_reach_back(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Left, SHIFT)
    assert opened.store.session.view.span == Window(date(2025, 2, 17), AE_DAY)
    assert opened.store.session.view.touchpoint == AE


def test_with_nothing_chosen_shift_and_right_reach_from_the_first_contact(opened: MainWindow) -> None:
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Right, SHIFT)
    assert opened.store.session.view.span == Window(date(2025, 2, 3), date(2025, 2, 17))


def test_choosing_somebody_else_lets_the_stretch_go(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE, span=SPRING, note=1)
    opened.store.look(person=BARNABY)
    view = opened.store.session.view
    assert (view.touchpoint, view.span, view.note) == (None, None, None)


def test_choosing_a_touchpoint_lets_the_stretch_go(opened: MainWindow) -> None:
    opened.store.look(span=SPRING)
    swimlane(opened).touchpoint_chosen.emit(AE)
    assert opened.store.session.view.span is None


def test_the_stretch_is_drawn(opened: MainWindow) -> None:
    where = on_axis(opened, date(2025, 4, 15)) + QPoint(0, 300)
    plain = swimlane(opened).grab().toImage().pixelColor(where)
    opened.store.look(span=SPRING)
    assert swimlane(opened).grab().toImage().pixelColor(where) != plain


def test_notes_are_drawn_where_they_are_on(opened: MainWindow) -> None:
    opened.store.choose(notes=NOTES)
    assert [(flag.tone, flag.numbers) for flag in picture(opened).flags] == [(Tone.CONCERN, (1, 2))]
    assert [bracket.flag.numbers for bracket in picture(opened).brackets] == [(3,)]


def test_somebody_elses_notes_are_not_on_the_picture(opened: MainWindow) -> None:
    opened.store.choose(notes=NOTES)
    opened.store.look(person=BARNABY)
    assert (picture(opened).flags, picture(opened).brackets) == ((), ())


def flag_middle(window: MainWindow) -> QPoint:
    flag = picture(window).flags[0]
    return QPoint(round(flag.x + flag.size / 2), round(flag.y - flag.size * 0.9))


def test_resting_on_a_flag_says_its_notes_without_names(opened: MainWindow) -> None:
    opened.store.choose(notes=NOTES)
    told = hint(opened, flag_middle(opened))
    assert told.textFormat() is Qt.TextFormat.PlainText
    assert told.text() == (
        "5 Mar 2025 · A&E\nAnalysis, concern: Nobody rang\n\n"
        "5 Mar 2025 · A&E\nAnalysis, concern: Dr … … knew her"
    )


def test_clicks_on_a_flag_go_through_its_notes(opened: MainWindow) -> None:
    opened.store.choose(notes=NOTES)
    seen = []
    for _ in range(3):
        QTest.mouseClick(swimlane(opened), LEFT, pos=flag_middle(opened))
        seen.append(opened.store.session.view.note)
    assert seen == [1, 2, 1]
    assert opened.store.session.view.touchpoint == AE
    assert opened.deep_dive.side.tabs.currentIndex() == 1


def test_a_click_on_the_flag_of_a_stretch_chooses_it(opened: MainWindow) -> None:
    opened.store.choose(notes=NOTES)
    flag = picture(opened).brackets[0].flag
    QTest.mouseClick(swimlane(opened), LEFT, pos=QPoint(round(flag.x + 4), round(flag.y - 6)))
    view = opened.store.session.view
    assert (view.note, view.span, view.touchpoint) == (3, SPRING, None)


def test_resting_on_the_axis_says_what_can_be_done_there(opened: MainWindow) -> None:
    assert hint(opened, on_axis(opened, AE_DAY)).text() == "Drag along here to select a stretch of time"
