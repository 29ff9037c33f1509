"""The Notes tab, and the box below the chronology."""

from datetime import date
from typing import Any

import pytest
from invented import BARNABY, OTTILIE, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward, notes, texts, type_into

from journey_viewer.model.notes import Basis, Note, Tone, Voice
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.ui.deep_dive.notes_tab import NoteEditor
from journey_viewer.ui.main_window import MainWindow

FIRST, AE = 0, 2
SPRING = Window(date(2025, 3, 1), date(2025, 5, 31))


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    window.deep_dive.side.show_tab(1)
    return window


def editor(window: MainWindow) -> NoteEditor:
    return window.deep_dive.side.notes.editor


def write(window: MainWindow, text: str) -> None:
    type_into(editor(window).text.field, text)
    window.store.settle()


def rows(window: MainWindow) -> list[str]:
    model = window.deep_dive.side.notes.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def kept(window: MainWindow, *notes: Note) -> None:
    window.store.choose(notes=notes)


def on_ae(number: int, text: str = "Nobody rang", **changes: Any) -> Note:
    """A note on Ottilie's third touchpoint, which has the number 3."""
    day = date(2025, 3, 5)
    told: dict[str, Any] = {"touchpoint": 3, "service": Service.AE, "first": day, "last": day, **changes}
    return Note(number, OTTILIE, text, **told)


def test_a_new_note_is_on_the_chosen_touchpoint(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    assert editor(opened).attached.words.text() == "On 5 Mar 2025 · A&E"
    write(opened, "Nobody rang")
    (note,) = notes(opened)
    assert (note.person, note.touchpoint, note.service) == (OTTILIE, 3, Service.AE)
    assert note.first == note.last == date(2025, 3, 5)
    assert note.written is not None


def test_a_new_note_is_on_the_selected_stretch(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE, span=SPRING)
    assert editor(opened).attached.words.text() == "On 1 Mar 2025 to 31 May 2025"
    write(opened, "A quiet spring")
    (note,) = notes(opened)
    assert (note.touchpoint, note.service, note.first, note.last) == (None, None, SPRING.first, SPRING.last)


def test_with_nothing_chosen_a_new_note_is_on_the_whole_journey(opened: MainWindow) -> None:
    write(opened, "Tired")
    (note,) = notes(opened)
    assert (note.touchpoint, note.first, note.last) == (None, None, None)
    assert rows(opened)[0].startswith("The whole journey · Analysis\nTired\nwritten ")


def test_the_whole_journey_can_be_chosen_instead(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE, span=SPRING)
    editor(opened).attached.whole.click()
    view = opened.store.session.view
    assert (view.touchpoint, view.span) == (None, None)


def test_words_go_on_in_the_note_that_they_began(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    write(opened, "Nobody")
    write(opened, " rang")
    assert texts(opened) == ["Nobody rang"]
    assert opened.store.session.view.note == notes(opened)[0].number


def test_what_was_chosen_for_a_note_that_is_not_begun_comes_with_its_first_word(opened: MainWindow) -> None:
    editor(opened).tone.buttons[1].click()
    editor(opened).basis.buttons[0].click()
    editor(opened).voice.buttons[1].click()
    assert notes(opened) == ()
    write(opened, "I was afraid")
    (note,) = notes(opened)
    assert (note.tone, note.basis, note.voice) == (Tone.CONCERN, Basis.FACT, Voice.PERSON)


def test_a_note_can_be_changed_in_sort_and_words(opened: MainWindow) -> None:
    kept(opened, on_ae(4))
    opened.store.look(note=4)
    editor(opened).tone.buttons[0].click()
    write(opened, " back")
    assert notes(opened) == (on_ae(4, "Nobody rang back", tone=Tone.STRENGTH),)


def test_a_new_note_leaves_the_earlier_one_as_it_is(opened: MainWindow) -> None:
    kept(opened, on_ae(4))
    opened.store.look(note=4, touchpoint=AE)
    opened.deep_dive.side.notes.new.click()
    write(opened, "Another")
    assert texts(opened) == ["Nobody rang", "Another"]


def test_a_note_that_loses_its_words_is_gone_and_undo_brings_it_back(opened: MainWindow) -> None:
    kept(opened, on_ae(4))
    opened.store.look(note=4)
    editor(opened).text.field.selectAll()
    QTest.keyClick(editor(opened).text.field, Qt.Key.Key_Delete)
    opened.store.settle()
    assert notes(opened) == ()
    opened.store.undo()
    assert notes(opened) == (on_ae(4),)


@pytest.mark.parametrize("by_key", [True, False])
def test_deleting_asks_nothing_and_undo_brings_it_back(opened: MainWindow, by_key: bool) -> None:
    kept(opened, on_ae(4), on_ae(5, "Other"))
    opened.store.look(note=4)
    if by_key:
        QTest.keyClick(opened.deep_dive.side.notes.list, Qt.Key.Key_Delete)
    else:
        editor(opened).delete.click()
    assert texts(opened) == ["Other"]
    opened.store.undo()
    assert texts(opened) == ["Nobody rang", "Other"]


def test_undo_of_a_new_note_empties_its_field(opened: MainWindow) -> None:
    write(opened, "Tired")
    opened.store.undo()
    assert editor(opened).text.draft.shown == ""
    opened.store.redo()
    assert editor(opened).text.draft.shown == "Tired"


def test_notes_stand_in_time_order_those_on_the_whole_first(opened: MainWindow) -> None:
    spring = Note(2, OTTILIE, "Spring", first=SPRING.first, last=SPRING.last, basis=Basis.FACT)
    kept(
        opened,
        on_ae(1, tone=Tone.CONCERN),
        spring,
        Note(3, OTTILIE, "All", voice=Voice.CARER, basis=Basis.HUNCH),
    )
    assert rows(opened) == [
        "The whole journey · Hunch\nAll\na carer’s words",
        "1 Mar 2025 to 31 May 2025 · Fact\nSpring",
        "5 Mar 2025 · A&E · Analysis, concern\nNobody rang",
    ]


def test_only_the_shown_persons_notes_are_listed(opened: MainWindow) -> None:
    kept(opened, on_ae(1), Note(2, BARNABY, "Barn"))
    opened.store.look(person=BARNABY)
    assert rows(opened) == ["The whole journey · Analysis\nBarn"]


def test_choosing_a_note_chooses_its_touchpoint(opened: MainWindow) -> None:
    kept(opened, on_ae(1))
    view = opened.deep_dive.side.notes.list
    view.setCurrentIndex(view.model().index(0, 0))
    assert (opened.store.session.view.note, opened.store.session.view.touchpoint) == (1, AE)
    assert opened.deep_dive.chronology.currentIndex().row() == AE


def test_choosing_a_note_chooses_its_stretch(opened: MainWindow) -> None:
    kept(opened, Note(2, OTTILIE, "Spring", first=SPRING.first, last=SPRING.last))
    view = opened.deep_dive.side.notes.list
    view.setCurrentIndex(view.model().index(0, 0))
    assert opened.store.session.view.span == SPRING


def test_choosing_another_touchpoint_lets_the_note_go(opened: MainWindow) -> None:
    kept(opened, on_ae(1))
    opened.store.look(note=1, touchpoint=AE)
    opened.deep_dive.swimlane.touchpoint_chosen.emit(FIRST)
    assert opened.store.session.view.note is None
    assert not opened.deep_dive.side.notes.list.selectionModel().hasSelection()


def test_a_note_whose_contact_vanished_is_kept_and_says_so(opened: MainWindow) -> None:
    kept(opened, on_ae(1, touchpoint=999))
    assert rows(opened) == [
        "5 Mar 2025 · A&E · Analysis\nNobody rang\nthe lists no longer tell of this contact"
    ]


def test_a_note_on_a_contact_outside_the_period_says_so(opened: MainWindow) -> None:
    kept(opened, on_ae(1))
    opened.store.choose(window=Window(date(2025, 6, 1), date(2025, 12, 31)))
    assert rows(opened)[0].endswith("outside the period shown")


def test_a_note_that_changes_leaves_the_rows_and_the_picture_where_they_are(
    opened: MainWindow, qtbot: QtBot
) -> None:
    kept(opened, on_ae(1), Note(2, OTTILIE, "All"))
    model = opened.deep_dive.side.notes.list.model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(opened.deep_dive.swimlane.laid_out):
        kept(opened, on_ae(1, "Somebody rang"), Note(2, OTTILIE, "All"))
    assert "Somebody rang" in rows(opened)[1]


def test_the_tab_says_how_many_there_are(opened: MainWindow) -> None:
    tabs = opened.deep_dive.side.tabs
    assert tabs.tabText(1) == "Notes"
    kept(opened, on_ae(1))
    assert tabs.tabText(1) == "Notes (1)"


def test_the_box_shows_what_was_written_there(opened: MainWindow) -> None:
    kept(opened, on_ae(1), on_ae(2, "Letter", basis=Basis.FACT))
    box = opened.deep_dive.side.different
    opened.store.look(touchpoint=AE)
    assert box.text.draft.shown == "Nobody rang"
    assert box.attached.words.text() == "On 5 Mar 2025 · A&E · 1 other note"
    opened.store.look(touchpoint=FIRST)
    assert box.text.draft.shown == ""
    assert box.attached.words.text() == "On 3 Feb 2025 · GP practice"


def test_the_box_never_writes_into_a_fact(opened: MainWindow) -> None:
    kept(opened, on_ae(2, "Letter", basis=Basis.FACT))
    opened.store.look(touchpoint=AE)
    type_into(opened.deep_dive.side.different.text.field, "Ring back")
    opened.store.settle()
    assert texts(opened) == ["Letter", "Ring back"]
    assert notes(opened)[1].basis is Basis.ANALYSIS
