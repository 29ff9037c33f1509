"""The journey under the keyboard alone."""

from datetime import date

import pytest
from invented import BARNABY, session_on
from journey_kit import SHIFT, days_seen, look_between, looking, mark, picture, settle, swimlane
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.timeline.looking import Filter, Lanes, Looking
from journey_viewer.ui.deep_dive.keys import KEYS_IN_WORDS
from journey_viewer.ui.main_window import MainWindow

Key = Qt.Key
GP, AE, LAST = 0, 2, 5


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


def press(
    window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(swimlane(window), key, keys)


def test_plus_goes_nearer_to_the_chosen_contact(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    before, x = days_seen(opened), mark(opened, AE).x
    press(opened, Key.Key_Plus)
    press(opened, Key.Key_Equal)
    assert days_seen(opened) == pytest.approx(before / 2.25)
    assert mark(opened, AE).x == pytest.approx(x, abs=2)


def test_with_nothing_chosen_plus_goes_nearer_to_the_middle(opened: MainWindow) -> None:
    whole = picture(opened).scale
    press(opened, Key.Key_Plus)
    near = picture(opened).scale
    assert near.first + near.last == pytest.approx(whole.first + whole.last)


def test_minus_goes_farther_until_all_is_seen(opened: MainWindow) -> None:
    press(opened, Key.Key_Plus)
    press(opened, Key.Key_Minus)
    assert looking(opened).is_whole
    press(opened, Key.Key_Minus)
    assert looking(opened).is_whole


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_F])
def test_nought_and_f_show_all(opened: MainWindow, key: Qt.Key) -> None:
    look_between(opened, "2025-02-01", "2025-03-01")
    press(opened, key)
    assert looking(opened) == Looking()


def test_page_up_and_down_go_along(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-03-03")
    press(opened, Key.Key_PageDown)
    assert looking(opened).first == date(2025, 2, 25).toordinal()
    press(opened, Key.Key_PageUp)
    assert looking(opened).first == date(2025, 2, 1).toordinal()


def test_a_contact_that_is_stepped_to_comes_into_sight(opened: MainWindow) -> None:
    opened.store.look(touchpoint=GP)
    look_between(opened, "2025-02-01", "2025-02-15")
    for row in range(1, LAST + 1):
        press(opened, Key.Key_Period)
        assert opened.store.session.view.touchpoint == row
        assert picture(opened).left <= mark(opened, row).x <= picture(opened).right
    assert days_seen(opened) == 14


def test_a_contact_chosen_in_the_chronology_comes_into_sight_too(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-02-15")
    opened.deep_dive.chronology.touchpoint_chosen.emit(AE)
    assert picture(opened).left <= mark(opened, AE).x <= picture(opened).right


def test_steps_go_only_to_what_the_filter_finds(opened: MainWindow) -> None:
    chosen = Filter(services=frozenset({Service.AE, Service.MENTAL_HEALTH}))
    opened.store.look(looking=Looking(filter=chosen))
    seen = []
    for _ in range(3):
        press(opened, Key.Key_Right)
        seen.append(opened.store.session.view.touchpoint)
    assert seen == [AE, 4, 4]
    press(opened, Key.Key_Home)
    assert opened.store.session.view.touchpoint == AE


def test_steps_pass_over_lanes_that_are_hidden(opened: MainWindow) -> None:
    opened.store.look(looking=Looking(lanes=Lanes().hide((Service.GP,))))
    press(opened, Key.Key_Home)
    assert opened.store.session.view.touchpoint == AE


def test_z_goes_nearer_to_the_chosen_stretch(opened: MainWindow) -> None:
    opened.store.look(span=Window(date(2025, 3, 1), date(2025, 5, 31)))
    press(opened, Key.Key_Z)
    assert (looking(opened).first, looking(opened).last) == (
        date(2025, 3, 1).toordinal(),
        date(2025, 6, 1).toordinal(),
    )


def test_the_end_of_a_stretch_that_is_made_by_key_stays_in_sight(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    look_between(opened, "2025-03-01", "2025-03-15")
    for _ in range(2):
        press(opened, Key.Key_Right, SHIFT)
    assert opened.store.session.view.span == Window(date(2025, 3, 5), date(2025, 6, 1))
    assert picture(opened).scale.first < date(2025, 6, 1).toordinal() < picture(opened).scale.last


def test_a_question_mark_shows_every_key_and_escape_hides_them(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    press(opened, Key.Key_Question, SHIFT)
    card = swimlane(opened).keys_card
    assert card.isVisible()
    assert swimlane(opened).rect().contains(card.geometry())
    told = {label.text() for label in card.findChildren(QLabel)}
    assert {key for key, _ in KEYS_IN_WORDS} <= told
    press(opened, Key.Key_Escape)
    assert not card.isVisible()
    assert opened.store.session.view.touchpoint == AE


def test_the_keys_fit_over_the_smallest_journey(opened: MainWindow) -> None:
    lane = swimlane(opened)
    lane.setFixedSize(lane.minimumSize())
    lane.keys_card.toggle()
    card = lane.keys_card
    assert card.height() <= lane.height()


def test_keys_with_control_are_left_to_the_window(opened: MainWindow) -> None:
    press(opened, Key.Key_F, Qt.KeyboardModifier.AltModifier)
    press(opened, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert looking(opened).is_whole


def test_a_screen_reader_is_told_what_is_chosen(opened: MainWindow) -> None:
    press(opened, Key.Key_Home)
    assert swimlane(opened).accessibleDescription() == (
        "3 Feb 2025, 10:10, GP practice, attended; 1 of 6. Everything is also in the chronology."
    )
    press(opened, Key.Key_Period)
    assert swimlane(opened).accessibleDescription().startswith("17 Feb 2025, GP practice, attended; 2 of 6")


def test_with_nothing_chosen_it_is_told_what_there_is(opened: MainWindow) -> None:
    told = swimlane(opened).accessibleDescription()
    assert "chronology" in told
    assert "question mark" in told


def test_another_person_is_seen_whole_again(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-02-15")
    opened.store.look(person=BARNABY)
    assert looking(opened).is_whole
    assert days_seen(opened) > 700
