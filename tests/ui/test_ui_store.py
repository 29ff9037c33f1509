from datetime import date

import pytest
from invented import BARNABY, OTTILIE, WILHELMINA, session_on
from pytestqt.qtbot import QtBot

from journey_viewer.model.people import Window
from journey_viewer.ui.store import Store

SPRING = Window(date(2025, 3, 1), date(2025, 5, 31))


@pytest.fixture
def store(qapp: object) -> Store:
    made = Store()
    made.open(session_on())
    return made


def test_a_new_store_is_empty(qapp: object) -> None:
    assert Store().session.is_empty


def test_the_signal_carries_the_old_session_and_the_new(store: Store, qtbot: QtBot) -> None:
    before = store.session
    with qtbot.waitSignal(store.changed) as changed:
        store.look(person=BARNABY)
    assert changed.args == [before, store.session]
    assert (before.view.person, store.session.view.person) == (OTTILIE, BARNABY)


def test_looking_elsewhere_leaves_the_document_as_it_is(store: Store) -> None:
    document = store.session.document
    store.look(place="share", names_shown=True)
    assert store.session.document is document


def test_a_choice_can_be_undone_and_done_again(store: Store) -> None:
    store.choose(chosen=(BARNABY,))
    seen = []
    for step in (store.undo, store.redo):
        step()
        seen.append(store.session.document.chosen)
    assert seen == [(OTTILIE, BARNABY, WILHELMINA), (BARNABY,)]


def test_undo_leaves_the_view_where_it_is(store: Store) -> None:
    store.choose(chosen=())
    store.look(person=BARNABY, place="share")
    store.undo()
    assert (store.session.view.person, store.session.view.place) == (BARNABY, "share")


def test_looking_elsewhere_cannot_be_undone(store: Store) -> None:
    store.look(person=BARNABY)
    assert not store.can_undo


def test_choosing_the_same_again_is_no_step(store: Store) -> None:
    store.choose(chosen=store.session.document.chosen)
    assert not store.can_undo


def test_a_new_choice_ends_what_could_be_done_again(store: Store) -> None:
    store.choose(chosen=())
    store.undo()
    store.choose(chosen=(OTTILIE,))
    assert not store.can_redo


def test_undo_with_nothing_to_undo_changes_nothing(store: Store, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(store.changed):
        store.undo()
        store.redo()


def test_opening_lists_drops_what_could_be_undone(store: Store) -> None:
    store.choose(chosen=())
    store.choose(chosen=(OTTILIE,))
    store.undo()
    store.open(session_on())
    assert not store.can_undo
    assert not store.can_redo


def test_the_chosen_touchpoint_stays_chosen_where_another_period_shows_it_too(store: Store) -> None:
    store.look(touchpoint=0)
    store.choose(window=SPRING)
    assert store.session.view.touchpoint is None
    store.look(touchpoint=1)
    store.undo()
    assert store.session.view.touchpoint == 3
