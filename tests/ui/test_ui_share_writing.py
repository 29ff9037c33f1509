"""What is written for sharing is kept as everywhere else."""

from collections.abc import Iterator

import pytest
from invented import BARNABY, OTTILIE, session_on
from pytestqt.qtbot import QtBot
from share_kit import Place, a_place
from writing_kit import type_into

from journey_viewer.model.kept import Keeping
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.theme import load_theme
from journey_viewer.ui.deep_dive.notes_tab import NotesTab
from journey_viewer.ui.deep_dive.words import NO_VEIL
from journey_viewer.ui.share.writing_box import WritingBox
from journey_viewer.ui.store import Store


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Place]:
    with a_place(qtbot, session_on(), OTTILIE) as place:
        place.share.written.tabs.setCurrentIndex(1)
        yield place


@pytest.fixture
def writing(opened: Place) -> WritingBox:
    return opened.share.writing


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("headline", "Never the same face", ForSharing(headline="Never the same face")),
        ("about", "Lives alone", ForSharing(about="Lives alone")),
        ("different", "One nurse\n\nA plan", ForSharing(different=("One nurse", "A plan"))),
    ],
)
def test_what_is_typed_is_the_shown_persons_and_is_undone(
    opened: Place, writing: WritingBox, field: str, typed: str, expected: ForSharing
) -> None:
    type_into(writing.fields[field].widget.field, typed)
    opened.store.look(person=BARNABY)
    assert opened.store.session.document.sharing_of(OTTILIE) == expected
    assert writing.fields[field].widget.draft.shown == ""
    opened.store.undo()
    assert opened.store.session.document.sharing_of(OTTILIE) == AS_USUAL


def test_the_title_is_the_packs(opened: Place, writing: WritingBox) -> None:
    type_into(writing.title.field, "Riverside PCN")
    opened.store.settle()
    assert opened.store.session.document.pack_title == "Riverside PCN"


def test_a_name_is_not_shown_while_names_are_hidden(opened: Place, writing: WritingBox) -> None:
    opened.store.choose(sharing={OTTILIE: ForSharing(about="Ottilie lives alone")})
    assert writing.fields["about"].widget.draft.shown == "… lives alone"


def test_where_it_may_only_be_looked_at_nothing_is_typed(opened: Place, writing: WritingBox) -> None:
    opened.store.say_kept(Keeping("Riverside", read_only=True))
    type_into(writing.fields["about"].widget.field, "Lives alone")
    opened.store.settle()
    assert opened.store.session.document.sharing_of(OTTILIE) == AS_USUAL


def test_a_note_is_ticked_for_sharing_where_it_is_written(qtbot: QtBot) -> None:
    store = Store()
    notes = NotesTab(store, load_theme())
    qtbot.addWidget(notes)
    store.open(session_on())
    store.choose(notes=(Note(1, OTTILIE, "Nobody rang"),))
    store.look(note=1)
    notes.show_session(store.session, NO_VEIL)
    notes.editor.share.click()
    assert store.session.document.notes[0].shared
    notes.show_session(store.session, NO_VEIL)
    assert "to be shared" in str(notes.list.model().index(0, 0).data())
    store.undo()
    notes.show_session(store.session, NO_VEIL)
    assert not notes.editor.share.isChecked()
