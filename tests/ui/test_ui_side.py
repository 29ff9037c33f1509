"""The three tabs beside the journey, and where a touchpoint came from."""

from dataclasses import replace
from datetime import datetime

import pytest
from invented import IDENTITIES, OTTILIE, PEOPLE, listed, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from widget_tree import said
from writing_kit import bring_forward

from journey_viewer.model.attribution import Attribution
from journey_viewer.model.casework import Casework
from journey_viewer.model.edits import Correction, Edits
from journey_viewer.model.imported import Imported
from journey_viewer.model.notes import Note
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.side import Side
from journey_viewer.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
AE = 2


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    return window


def side(window: MainWindow) -> Side:
    return window.deep_dive.side


def from_a_sheet() -> Imported:
    (source,) = listed().sources
    told = replace(source, file="contacts.xlsx", sheet="Year 1", imported=datetime(2026, 3, 2, 9, 41))
    return listed(sources=(told,))


def rows(window: MainWindow) -> list[str]:
    model = side(window).chronology.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2)])
def test_alt_and_a_number_goes_to_a_tab(opened: MainWindow, key: Qt.Key, expected: int) -> None:
    side(opened).show_tab(2 if expected != 2 else 0)
    QTest.keyClick(opened, key, ALT)
    assert side(opened).tabs.currentIndex() == expected
    assert side(opened).isAncestorOf(opened.focusWidget())


def test_arrows_go_through_the_tabs(opened: MainWindow) -> None:
    side(opened).tabs.setFocus()
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(side(opened).tabs, key)
        seen.append(side(opened).tabs.tabText(side(opened).tabs.currentIndex()))
    assert seen == ["Notes", "Needs", "Notes"]
    assert side(opened).notes.isVisible()


def test_the_chosen_touchpoint_says_where_it_came_from(window: MainWindow) -> None:
    window.store.open(session_on(sources=from_a_sheet().sources))
    window.store.look(touchpoint=AE)
    assert side(window).origin.text() == (
        "From contacts.xlsx · sheet Year 1 · row 2 · recognised as Deep-dive list · imported 2 Mar 2026, 09:41"
    )
    assert side(window).chronology.accessibleDescription() == side(window).origin.text()


def test_with_nothing_chosen_nothing_is_said_of_where_it_came_from(opened: MainWindow) -> None:
    assert side(opened).origin.isHidden()


def test_a_corrected_touchpoint_keeps_what_the_list_says(opened: MainWindow) -> None:
    correction = Correction(3, reason="Fell in the garden")
    opened.store.choose(edits=Edits(corrected=(correction,)))
    opened.store.look(touchpoint=AE)
    assert rows(opened)[AE] == "5 Mar 2025, 23:40 · A&E\nFell in the garden\ncorrected"
    assert (
        side(opened)
        .origin.text()
        .endswith("\nCorrected. The list itself says: 5 Mar 2025, 23:40 · A&E · Fell on the stairs")
    )


def test_a_sensitive_touchpoint_says_so_in_words(opened: MainWindow) -> None:
    opened.store.choose(sensitive=frozenset({1, 999}))
    assert rows(opened)[0].endswith("\nsensitive: not shared")
    assert not any("sensitive" in row for row in rows(opened)[1:])


def test_the_row_grows_with_what_is_said_of_it(opened: MainWindow) -> None:
    view = side(opened).chronology
    before = view.sizeHintForIndex(view.model().index(AE, 0)).height()
    opened.store.choose(sensitive=frozenset({3}))
    assert view.sizeHintForIndex(view.model().index(AE, 0)).height() == before + 16


def full_of_names(session: Session) -> Session:
    name = f"{PEOPLE[OTTILIE].name} {PEOPLE[OTTILIE].nhs_number}, seen by Lavender Oakes"
    casework = Casework(matters=name, question=name, partners=(name,))
    document = replace(session.document, notes=(Note(1, OTTILIE, name),), casework={OTTILIE: casework})
    return replace(session, document=document)


def test_what_was_written_shows_no_name_while_names_are_hidden(window: MainWindow) -> None:
    window.store.open(full_of_names(session_on()))
    window.store.look(note=1)
    assert said(window, IDENTITIES) == set()
    window.store.look(names_shown=True)
    assert said(window, IDENTITIES) >= {"Ottilie", "Quayle", "Lavender", "Oakes", PEOPLE[OTTILIE].nhs_number}
    window.store.look(names_shown=False)
    assert said(window, IDENTITIES) == set()


def test_nothing_of_anybody_is_left_when_everything_is_closed(window: MainWindow) -> None:
    window.store.open(full_of_names(session_on()))
    window.store.look(note=1, names_shown=True, touchpoint=AE)
    window.store.open(Session())
    assert said(window, IDENTITIES) == set()


def test_only_of_an_ae_visit_it_is_asked_where_it_could_have_been(opened: MainWindow) -> None:
    box, store = side(opened).different, opened.store
    store.look(person=OTTILIE, touchpoint=AE + 1)
    assert box.elsewhere.isHidden()
    store.look(touchpoint=AE)
    assert not box.elsewhere.isHidden()
    number = store.session.case(OTTILIE).touchpoints.number.tolist()[AE]
    box.elsewhere.told.emit(Attribution.URGENT_111)
    assert store.session.document.attributions == {number: Attribution.URGENT_111}
    assert box.elsewhere.box.currentText() == "111 or out of hours"
    box.elsewhere.told.emit(Attribution.NOT_SAID)
    assert store.session.document.attributions == {}
    store.undo()
    assert store.session.document.attributions == {number: Attribution.URGENT_111}
