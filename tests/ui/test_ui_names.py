"""Names hidden means hidden: nowhere in the window, on no widget, in no model, for no reader."""

import pytest
from invented import CLINICIANS, IDENTITIES, OTTILIE, PEOPLE, session_on
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from widget_tree import labels_in, said, texts_in

from journey_viewer.ui.main_window import MainWindow

PLACES = ("find", "deep_dive", "patterns", "meeting", "share", "follow_up", "lists")


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    window.activateWindow()
    return window


def rest_on_first_mark(window: MainWindow) -> None:
    swimlane = window.deep_dive.swimlane
    assert swimlane.picture is not None
    mark = swimlane.picture.marks[0]
    where, none = QPointF(mark.x, mark.y), Qt.MouseButton.NoButton
    kind, keys = QMouseEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(swimlane, QMouseEvent(kind, where, swimlane.mapToGlobal(where), none, none, keys))


def test_names_are_hidden_at_first_everywhere(opened: MainWindow) -> None:
    for place in PLACES:
        opened.store.look(place=place, touchpoint=1)
        assert said(opened, IDENTITIES) == set()


def test_names_shown_are_shown(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    assert said(opened, IDENTITIES) >= {*PEOPLE[OTTILIE].name.split(), PEOPLE[OTTILIE].nhs_number, "Lavender"}


def test_nothing_is_left_of_names_that_were_shown(opened: MainWindow) -> None:
    opened.header.names.click()
    for person in (2, 1, 0):
        opened.store.look(person=person, touchpoint=1)
        rest_on_first_mark(opened)
    opened.deep_dive.search.setText(PEOPLE[OTTILIE].name)
    opened.header.names.click()
    for place in PLACES:
        opened.store.look(place=place)
        assert said(opened, IDENTITIES) == set()


def test_f8_shows_and_hides_names_again_and_again(opened: MainWindow, qtbot: QtBot) -> None:
    for shown in (True, False, True, False):
        qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
        with qtbot.waitSignal(opened.header.names.toggled):
            QTest.keyClick(opened, Qt.Key.Key_F8)
        assert opened.store.session.view.names_shown is shown
        assert opened.header.names.text() == ("Names shown" if shown else "Names hidden")


def test_the_title_of_the_window_names_nobody(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    assert opened.windowTitle() == "Journey Viewer"


def test_the_share_place_names_nobody_even_while_names_are_shown(opened: MainWindow) -> None:
    opened.store.look(names_shown=True, place="share")
    assert said(opened.share, IDENTITIES) == set()


def test_other_lists_begin_with_names_hidden(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    opened.store.open(session_on())
    assert said(opened, IDENTITIES) == set()


def test_the_walk_finds_what_stands_anywhere(opened: MainWindow) -> None:
    opened.deep_dive.swimlane.setToolTip(CLINICIANS[0])
    opened.share.preview.setAccessibleDescription(CLINICIANS[1])
    assert said(opened, CLINICIANS) == set(CLINICIANS)
    assert "Recognised as" not in set(texts_in(opened))


def test_every_label_shows_plain_text(opened: MainWindow) -> None:
    rich = [label.text() for label in labels_in(opened) if label.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []
