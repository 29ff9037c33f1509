"""The list on the desk: the chosen in their order, or everybody; choosing and letting go by key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, WILHELMINA, contact, session_on
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_viewer.model.kept import Keeping
from journey_viewer.ui.main_window import MainWindow

KEY = Qt.Key


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    window.store.choose(chosen=(WILHELMINA, OTTILIE))
    window.store.look(person=WILHELMINA)
    window.activateWindow()
    window.deep_dive.people.setFocus()
    qtbot.waitUntil(window.deep_dive.people.hasFocus)
    return window


@pytest.fixture
def labels(opened: MainWindow) -> Callable[[], list[str]]:
    model = opened.deep_dive.people.model()
    return lambda: [model.index(row, 0).data()[5] for row in range(model.rowCount())]


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.deep_dive.people, key, modifier)


def chosen(window: MainWindow) -> tuple[int, ...]:
    return window.store.session.document.chosen


def test_the_chosen_are_listed_in_their_order(opened: MainWindow, labels: Callable[[], list[str]]) -> None:
    assert labels() == ["C", "A"]
    assert opened.deep_dive.people_side.chosen.isChecked()
    assert (opened.deep_dive.people_side.chosen.text(), opened.deep_dive.people_side.everybody.text()) == (
        "Chosen 2",
        "Everybody 3",
    )


def test_everybody_is_listed_by_letter_with_who_is_chosen(
    opened: MainWindow, labels: Callable[[], list[str]]
) -> None:
    opened.deep_dive.people_side.everybody.click()
    assert labels() == ["A", "B", "C"]
    model = opened.deep_dive.people.model()
    assert [model.index(row, 0).data().endswith(", chosen") for row in range(3)] == [True, False, True]


def test_a_search_looks_in_everybody_and_the_chosen_come_back_with_a_click(
    opened: MainWindow, labels: Callable[[], list[str]]
) -> None:
    opened.deep_dive.search.setText("pain")
    assert labels() == ["A", "B"]
    assert opened.deep_dive.people_side.everybody.isChecked()
    opened.deep_dive.people_side.chosen.click()
    assert (labels(), opened.deep_dive.search.text()) == (["C", "A"], "")


def test_where_nobody_is_chosen_everybody_is_listed(
    opened: MainWindow, labels: Callable[[], list[str]]
) -> None:
    opened.store.choose(chosen=())
    assert labels() == ["A", "B", "C"]
    assert not opened.deep_dive.people_side.chosen.isEnabled()


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_C])
def test_a_key_chooses_and_lets_go(opened: MainWindow, key: Qt.Key) -> None:
    opened.store.look(everybody=True, person=BARNABY)
    press(opened, key)
    assert chosen(opened) == (WILHELMINA, OTTILIE, BARNABY)
    press(opened, key)
    assert chosen(opened) == (WILHELMINA, OTTILIE)
    assert opened.store.session.view.person == BARNABY


def test_who_is_let_go_from_the_chosen_makes_room_for_the_next(opened: MainWindow) -> None:
    press(opened, KEY.Key_Space)
    assert (chosen(opened), opened.store.session.view.person) == ((OTTILIE,), OTTILIE)
    opened.store.undo()
    assert chosen(opened) == (WILHELMINA, OTTILIE)


def test_the_button_above_the_journey_lets_go_and_leaves_the_person_on_the_desk(opened: MainWindow) -> None:
    opened.deep_dive.bar.choose.setFocus()
    opened.deep_dive.bar.choose.click()
    assert (chosen(opened), opened.store.session.view.person) == ((OTTILIE,), WILHELMINA)
    assert opened.deep_dive.bar.choose.text() == "Choose"


def test_the_chosen_are_put_in_another_order_by_key(
    opened: MainWindow, labels: Callable[[], list[str]]
) -> None:
    press(opened, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (labels(), chosen(opened)) == (["A", "C"], (OTTILIE, WILHELMINA))
    assert opened.store.session.view.person == WILHELMINA
    press(opened, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert labels() == ["C", "A"]


def test_where_nothing_may_be_changed_nobody_is_chosen_or_let_go(opened: MainWindow) -> None:
    opened.store.say_kept(Keeping("Riverside", read_only=True, why="Dr Quill has it open."))
    press(opened, KEY.Key_Space)
    opened.deep_dive.bar.choose.click()
    assert chosen(opened) == (WILHELMINA, OTTILIE)
    assert opened.deep_dive.bar.choose.toolTip() == "Dr Quill has it open."


def test_children_are_told_of_where_people_are_chosen(opened: MainWindow) -> None:
    child = replace(PEOPLE[0], born=date(2012, 1, 1))
    rows = (contact(0, "2025-01-02"), contact(0, "2025-01-03"), contact(1, "2025-12-02"))
    opened.store.open(session_on(*rows, people=(child, PEOPLE[1])))
    side = opened.deep_dive.people_side
    assert chosen(opened) == (1,)
    side.everybody.click()
    assert side.said.text() == "1 person under 18: chosen one by one only."
    opened.store.choose(chosen=(1, 0))
    side.chosen.click()
    assert side.said.text() == "Among them 1 person under 18."


def test_the_menu_key_shows_the_menu_of_the_person(opened: MainWindow) -> None:
    opened.deep_dive.people.customContextMenuRequested.emit(QPoint(20, 20))
    assert QApplication.activePopupWidget() is opened.deep_dive.bar.menu
    opened.deep_dive.bar.menu.close()
