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
    store.choose(shared=frozenset({BARNABY}))
    store.undo()
    assert store.session.document.shared == {OTTILIE, BARNABY, WILHELMINA}
    store.redo()
    assert store.session.document.shared == {BARNABY}


def test_undo_leaves_the_view_where_it_is(store: Store) -> None:
    store.choose(shared=frozenset())
    store.look(person=BARNABY, place="share")
    store.undo()
    assert (store.session.view.person, store.session.view.place) == (BARNABY, "share")


def test_looking_elsewhere_cannot_be_undone(store: Store) -> None:
    store.look(person=BARNABY)
    assert not store.can_undo


def test_choosing_the_same_again_is_no_step(store: Store) -> None:
    store.choose(shared=store.session.document.shared)
    assert not store.can_undo


def test_a_new_choice_ends_what_could_be_done_again(store: Store) -> None:
    store.choose(shared=frozenset())
    store.undo()
    store.choose(shared=frozenset({OTTILIE}))
    assert not store.can_redo


def test_undo_with_nothing_to_undo_changes_nothing(store: Store, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(store.changed):
        store.undo()
        store.redo()


def test_opening_lists_drops_what_could_be_undone(store: Store) -> None:
    store.choose(shared=frozenset())
    store.choose(shared=frozenset({OTTILIE}))
    store.undo()
    store.open(session_on())
    assert not store.can_undo
    assert not store.can_redo


def test_another_period_lets_the_chosen_touchpoint_go_both_ways(store: Store) -> None:
    store.look(touchpoint=3)
    store.choose(window=SPRING)
    assert store.session.view.touchpoint is None
    store.look(touchpoint=1)
    store.undo()
    assert store.session.view.touchpoint is None
