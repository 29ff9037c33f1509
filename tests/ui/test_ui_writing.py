"""Nothing that is typed is lost, and nothing is written letter by letter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, OTTILIE, WILHELMINA, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward, notes, texts, type_into

from journey_viewer.model.edits import Edits, Joined
from journey_viewer.model.kept import Keeping
from journey_viewer.model.people import Window
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import NO_VEIL, Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NAMED = Veil(frozenset({"ottilie"}))


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    return window


def test_a_pause_in_typing_writes_it_down_as_one_step(opened: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.store.changed):
        type_into(opened.deep_dive.side.different.text.field, "One call")
    assert texts(opened) == ["One call"]
    opened.store.undo()
    assert texts(opened) == []


def test_while_letters_come_nothing_changes(opened: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(opened.store.changed):
        type_into(opened.deep_dive.side.different.text.field, "One call that week")


def test_somebody_who_never_pauses_is_written_down_all_the_same(qtbot: QtBot) -> None:
    written = Written("Title")
    qtbot.addWidget(written)
    written.draft._longest.setInterval(30)
    with qtbot.waitSignal(written.draft.written) as told:
        type_into(written.field, "no end")
        written.draft._pause.stop()
    assert told.args == ["no end"]


def test_leaving_the_field_writes_it_down(opened: MainWindow) -> None:
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.deep_dive.search.setFocus()
    assert texts(opened) == ["One call"]


def test_choosing_somebody_else_leaves_the_words_with_whom_they_are_about(opened: MainWindow) -> None:
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.store.look(person=BARNABY)
    assert [(note.person, note.text) for note in notes(opened)] == [(OTTILIE, "One call")]
    assert opened.deep_dive.side.different.text.draft.shown == ""


def test_going_to_another_place_writes_it_down(opened: MainWindow) -> None:
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.store.look(place="share")
    assert texts(opened) == ["One call"]


def test_closing_the_window_writes_it_down(opened: MainWindow) -> None:
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.close()
    assert texts(opened) == ["One call"]


def test_words_typed_while_newer_lists_were_read_are_in_what_is_opened(opened: MainWindow) -> None:
    from dataclasses import replace

    renewed = replace(opened.store.session)
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.store.open(renewed)
    assert texts(opened) == ["One call"]


def test_other_lists_do_not_take_the_words_over(opened: MainWindow) -> None:
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.store.open(session_on())
    assert texts(opened) == []
    assert opened.deep_dive.side.different.text.draft.shown == ""


def test_undo_in_a_field_takes_back_the_burst_and_redo_brings_it(opened: MainWindow) -> None:
    box = opened.deep_dive.side.different.text
    field = box.field
    type_into(field, "One call")
    opened.store.settle()
    type_into(field, " that week")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert texts(opened) == [box.draft.shown] == ["One call"]
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert texts(opened) == [box.draft.shown] == ["One call that week"]


def test_after_undo_typing_goes_on_at_the_end(opened: MainWindow) -> None:
    box = opened.deep_dive.side.different.text
    field = box.field
    type_into(field, "One call")
    opened.store.settle()
    type_into(field, " that")
    opened.store.undo()
    type_into(field, "!")
    opened.store.settle()
    assert texts(opened) == ["One call!"]


def test_spaces_at_the_end_are_not_taken_from_under_the_hand(opened: MainWindow) -> None:
    box = opened.deep_dive.side.different.text
    field = box.field
    type_into(field, "One ")
    opened.store.settle()
    type_into(field, "call")
    opened.store.settle()
    assert texts(opened) == ["One call"]


def test_where_it_may_only_be_looked_at_nothing_can_be_written(opened: MainWindow) -> None:
    opened.store.say_kept(Keeping("riverside", read_only=True, why="It is open elsewhere."))
    side = opened.deep_dive.side
    type_into(side.different.text.field, "One call")
    type_into(side.notes.editor.text.field, "One call")
    side.needs.ready.click()
    opened.store.settle()
    assert opened.store.session.document.notes == ()
    assert not opened.store.session.document.casework
    assert side._why.isVisible()
    assert side._why.text() == "It is open elsewhere."


@pytest.mark.parametrize("one_line", [True, False])
def test_a_text_that_holds_a_name_is_shown_without_it_and_cannot_be_changed_so(
    qtbot: QtBot, one_line: bool
) -> None:
    written = Written("Title", one_line=one_line)
    qtbot.addWidget(written)
    written.draft.show("Ottilie rang", NAMED, locked=False)
    assert written.draft.shown == "… rang"
    assert written.field.isReadOnly()
    assert written.title.text() == "Title · holds a name: F8 shows it"
    written.draft.settle()
    written.draft.show("Ottilie rang", NO_VEIL, locked=False)
    assert written.draft.shown == "Ottilie rang"
    assert not written.field.isReadOnly()


def test_a_name_that_is_typed_goes_when_the_focus_does(opened: MainWindow) -> None:
    box = opened.deep_dive.side.different.text
    field = box.field
    type_into(field, "Ottilie rang")
    opened.store.settle()
    assert box.draft.shown == "Ottilie rang"
    opened.deep_dive.search.setFocus()
    assert box.draft.shown == "… rang"
    assert texts(opened) == ["Ottilie rang"]


def test_a_menu_that_opens_over_the_field_takes_no_name_away(opened: MainWindow) -> None:
    box = opened.deep_dive.side.different.text
    type_into(box.field, "Ottilie rang")
    box.draft.leave(Qt.FocusReason.PopupFocusReason)
    assert box.draft.shown == "Ottilie rang"
    assert texts(opened) == ["Ottilie rang"]


def test_names_hidden_while_one_types_are_hidden_at_once(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    box = opened.deep_dive.side.different.text
    field = box.field
    type_into(field, "Ottilie rang")
    opened.store.look(names_shown=False)
    assert box.draft.shown == "… rang"
    assert texts(opened) == ["Ottilie rang"]


def test_when_everything_is_closed_no_field_holds_anything(opened: MainWindow) -> None:
    type_into(opened.deep_dive.side.different.text.field, "One call")
    opened.store.open(Session())
    assert opened.deep_dive.side.different.text.draft.shown == ""
    assert opened.deep_dive.side.notes.list.count == 0


def test_the_key_that_shows_names_leaves_the_focus_with_whoever_writes(opened: MainWindow) -> None:
    field = opened.deep_dive.side.different.text.field
    type_into(field, "One call")
    for names_shown in (True, False):
        QTest.keyClick(field, Qt.Key.Key_F8)
        assert opened.store.session.view.names_shown is names_shown
        assert field.hasFocus()


def test_lists_that_come_while_somebody_writes_leave_the_focus_with_them(opened: MainWindow) -> None:
    field = opened.deep_dive.side.different.text.field
    type_into(field, "One call")
    opened.store.open(replace(opened.store.session, lists=session_on().lists))
    assert field.hasFocus()


def _another_period(window: MainWindow) -> None:
    window.header.menu.window_chosen.emit(Window(date(2025, 2, 1), date(2025, 12, 1)))


def _joined(window: MainWindow) -> None:
    window.lists.offer_accepted.emit((OTTILIE, BARNABY))


def _separated(window: MainWindow) -> None:
    window.deep_dive.bar.desk.separate(WILHELMINA)


@pytest.mark.parametrize("change", [_another_period, _joined, _separated])
def test_what_changes_which_names_are_hidden_takes_no_words_away(
    opened: MainWindow, change: Callable[[MainWindow], None]
) -> None:
    opened.store.choose(edits=Edits(joined=(Joined(OTTILIE, WILHELMINA),)))
    type_into(opened.deep_dive.side.different.text.field, "One call")
    change(opened)
    assert texts(opened) == ["One call"]
