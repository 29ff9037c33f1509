import pytest
from invented import CLINICIANS, OTTILIE, PLACE, contact, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from journey_viewer.ui.main_window import MainWindow

ROW_OF_AE = 2


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    return window


def rows(view: QListView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def height(view: QListView, row: int) -> int:
    return view.sizeHintForIndex(view.model().index(row, 0)).height()


def test_every_touchpoint_is_a_row_with_all_that_the_picture_says(opened: MainWindow) -> None:
    assert rows(opened.deep_dive.chronology) == [
        "3 Feb 2025, 10:10 · GP practice\nChest pain\nGP",
        "17 Feb 2025 · GP practice\nBlood test\nNurse · telephone",
        "5 Mar 2025, 23:40 · A&E\nFell on the stairs",
        "6 Mar 2025 · Hospital stay\nObservation\nDoctor · until 9 Mar 2025 (3 nights)",
        "1 Jun 2025 · Mental health\nLow mood\nrefused or closed",
        "? 12 Sep 2025 · Other: Police\nFound wandering\ndate uncertain",
    ]


def test_choosing_a_row_chooses_the_mark(opened: MainWindow) -> None:
    opened.deep_dive.chronology.setCurrentIndex(opened.deep_dive.chronology.model().index(ROW_OF_AE, 0))
    assert opened.store.session.view.touchpoint == ROW_OF_AE


def test_choosing_a_mark_chooses_the_row(opened: MainWindow) -> None:
    opened.deep_dive.swimlane.touchpoint_chosen.emit(ROW_OF_AE)
    assert opened.deep_dive.chronology.currentIndex().row() == ROW_OF_AE


def test_the_chosen_row_is_brought_into_sight(opened: MainWindow) -> None:
    view = opened.deep_dive.chronology
    opened.resize(1366, 400)
    opened.store.look(touchpoint=5)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_letting_the_touchpoint_go_clears_the_row(opened: MainWindow) -> None:
    opened.store.look(touchpoint=ROW_OF_AE)
    opened.store.look(touchpoint=None)
    assert not opened.deep_dive.chronology.selectionModel().hasSelection()


def test_with_names_hidden_clinicians_are_roles_and_places_nothing(opened: MainWindow) -> None:
    told = "\n".join(rows(opened.deep_dive.chronology))
    assert not any(word in told for word in (*CLINICIANS, PLACE))


def test_with_names_shown_rows_say_who_and_where(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    assert f"{CLINICIANS[0]} · {PLACE}" in rows(opened.deep_dive.chronology)[0]


def test_the_chosen_row_stays_chosen_when_names_are_shown(opened: MainWindow) -> None:
    opened.store.look(touchpoint=ROW_OF_AE)
    opened.store.look(names_shown=True)
    assert opened.deep_dive.chronology.currentIndex().row() == ROW_OF_AE
    assert opened.store.session.view.touchpoint == ROW_OF_AE


def test_another_person_has_another_chronology(opened: MainWindow) -> None:
    opened.store.look(person=2, touchpoint=None)
    assert rows(opened.deep_dive.chronology)[0].startswith("5 May 2025 · May Day · Community health")


def test_a_row_is_as_high_as_its_words_need(opened: MainWindow) -> None:
    view = opened.deep_dive.chronology
    assert height(view, 0) - height(view, ROW_OF_AE) == 16


def test_a_long_reason_takes_more_lines(opened: MainWindow) -> None:
    words = "walked in, waited, left and came back " * 5
    rows = (contact(OTTILIE, f"2025-02-0{day}", reason=text) for day, text in ((3, "short"), (4, words)))
    opened.store.open(session_on(*rows))
    view = opened.deep_dive.chronology
    assert height(view, 1) >= height(view, 0) + 3 * 18


def test_arrow_keys_move_through_the_rows(opened: MainWindow, qtbot: QtBot) -> None:
    opened.store.look(touchpoint=0)
    QTest.keyClick(opened.deep_dive.chronology, Qt.Key.Key_Down)
    assert opened.store.session.view.touchpoint == 1
