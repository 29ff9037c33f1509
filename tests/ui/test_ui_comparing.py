"""The chosen people's journeys under each other: by key, aligned, filtered, with and without names."""

from dataclasses import replace

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, WILHELMINA, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from widget_tree import said
from writing_kit import bring_forward

from journey_viewer.model.words import Service
from journey_viewer.timeline.looking import Alignment, Filter, Looking
from journey_viewer.ui.deep_dive.band_button import BandButton
from journey_viewer.ui.deep_dive.compared import Compared, ways, without_words
from journey_viewer.ui.deep_dive.comparing import Comparing
from journey_viewer.ui.main_window import MainWindow

KEY = Qt.Key
BY_AE = Looking(alignment=Alignment(Service.AE))


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    window.store.look(comparing=True)
    return window


def comparing(window: MainWindow) -> Comparing:
    return window.deep_dive.comparing


def shown(window: MainWindow) -> list[BandButton]:
    return [band for band in comparing(window).bands if not band.isHidden()]


def person(window: MainWindow) -> int | None:
    return window.store.session.view.person


def test_the_switch_among_the_people_compares_the_chosen(window: MainWindow, qtbot: QtBot) -> None:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    switch = window.deep_dive.people_side.compare
    assert switch.text() == "Compare the chosen (3)"
    switch.click()
    assert comparing(window).isVisible()
    assert [band.accessibleName() for band in shown(window)] == ["Case A", "Case B", "Case C"]
    assert comparing(window).heading.text() == "3 journeys compared"
    switch.click()
    assert window.deep_dive.swimlane.isVisible()


def test_one_person_is_not_compared(window: MainWindow) -> None:
    window.store.open(session_on())
    window.store.choose(chosen=(BARNABY,))
    assert not window.deep_dive.people_side.compare.isEnabled()
    window.store.choose(chosen=(BARNABY, OTTILIE))
    assert window.deep_dive.people_side.compare.isEnabled()


def test_a_key_begins_and_ends_it(opened: MainWindow) -> None:
    QTest.keyClick(opened, KEY.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not opened.store.session.view.comparing
    assert opened.deep_dive.swimlane.hasFocus()
    QTest.keyClick(opened, KEY.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert shown(opened)[0].hasFocus()


def test_up_and_down_go_from_person_to_person(opened: MainWindow) -> None:
    seen = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Home, KEY.Key_End):
        focused = opened.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        seen.append(person(opened))
        assert [band.person for band in shown(opened) if band.hasFocus()] == [person(opened)]
        assert [band.person for band in shown(opened) if band.isChecked()] == [person(opened)]
    assert seen == [BARNABY, WILHELMINA, WILHELMINA, BARNABY, OTTILIE, WILHELMINA]
    assert opened.store.session.view.comparing


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_key_opens_the_person(opened: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(shown(opened)[1], key)
    assert (person(opened), opened.store.session.view.comparing) == (BARNABY, False)
    assert opened.deep_dive.swimlane.hasFocus()


def test_a_click_opens_the_person(opened: MainWindow) -> None:
    QTest.mouseClick(shown(opened)[2], Qt.MouseButton.LeftButton)
    assert (person(opened), opened.store.session.view.comparing) == (WILHELMINA, False)


def test_escape_and_the_button_go_back(opened: MainWindow) -> None:
    QTest.keyClick(shown(opened)[0], KEY.Key_Escape)
    assert not opened.store.session.view.comparing
    opened.store.look(comparing=True)
    comparing(opened).back.click()
    assert not opened.store.session.view.comparing
    assert person(opened) == OTTILIE


def test_the_box_aligns_by_the_first_contact_and_those_without_are_told_of(opened: MainWindow) -> None:
    box = comparing(opened).way
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered[:2] == ["By calendar", "By first GP practice"]
    assert "By first Local authority" not in offered
    place = offered.index("By first A&E")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert opened.store.session.view.looking.alignment == Alignment(Service.AE)
    assert [band.accessibleName() for band in shown(opened)] == ["Case A"]
    assert comparing(opened).said.text() == "Case B and Case C have no A&E contact to align by."
    assert comparing(opened).heading.text() == "1 journey compared"


def test_what_it_is_aligned_by_elsewhere_is_offered_too(opened: MainWindow) -> None:
    opened.store.look(looking=Looking(alignment=Alignment(Service.GP, 2)))
    box = comparing(opened).way
    assert box.currentText() == "By 2nd GP practice"
    assert comparing(opened).said.text() == "Case B and Case C have no 2nd GP practice contact to align by."


@pytest.mark.parametrize(
    ("names", "without", "expected"),
    [
        ("AB", (), ""),
        ("AB", (1,), "Case B has no A&E contact to align by."),
        ("ABCD", (0, 2, 3), "Case A, Case C and Case D have no A&E contact to align by."),
    ],
)
def test_those_without_are_named_in_a_sentence(names: str, without: tuple[int, ...], expected: str) -> None:
    compared = Compared(names=tuple(f"Case {name}" for name in names), alignment=Alignment(Service.AE))
    assert without_words(compared, without) == expected


def test_with_nobody_compared_only_the_calendar_is_offered() -> None:
    assert ways(Compared()) == [Alignment()]


def test_a_band_is_told_in_words(opened: MainWindow) -> None:
    opened.store.look(looking=replace(BY_AE, filter=Filter(services=frozenset({Service.AE}))))
    assert shown(opened)[0].accessibleDescription() == (
        "6 touchpoints with 5 services; 1 found by the filter; day 0: first A&E, 5 Mar 2025; Enter opens them"
    )
    assert comparing(opened).said.text().endswith("The filter is on: what it does not find is faded.")


def test_bands_say_labels_only_while_names_are_hidden(opened: MainWindow) -> None:
    assert said(opened.deep_dive, IDENTITIES) == set()
    opened.store.look(names_shown=True)
    assert shown(opened)[1].accessibleName() == "Case B · Barnaby Thistle"
    opened.store.look(names_shown=False)
    assert said(opened.deep_dive, IDENTITIES) == set()


def test_nothing_is_kept_once_it_is_closed(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    opened.store.look(comparing=False)
    assert comparing(opened).bands == []


def test_who_is_let_go_leaves_the_comparison(opened: MainWindow) -> None:
    opened.store.choose(chosen=(OTTILIE, WILHELMINA))
    assert [band.person for band in shown(opened)] == [OTTILIE, WILHELMINA]


def test_all_bands_fit_and_stand_on_one_axis(opened: MainWindow) -> None:
    bands = [button.band for button in shown(opened)]
    assert len({band.layout.left for band in bands if band is not None}) == 1
    assert all(button.visibleRegion().boundingRect().height() == button.height() for button in shown(opened))


def test_the_table_asked_for_ends_the_comparison(opened: MainWindow) -> None:
    QTest.keyClick(opened, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    view = opened.store.session.view
    assert (view.tabled, view.comparing) == (True, False)
    assert opened.deep_dive.table_pane.table.hasFocus()


def test_nothing_is_worked_out_any_more_once_the_window_closes(opened: MainWindow) -> None:
    desk = opened.deep_dive.comparing_desk
    assert desk.found.results
    opened.deep_dive.forget()
    assert not desk.found.results
    assert not desk.found._thinking.busy
