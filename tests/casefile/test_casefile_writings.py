import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import casefile_kit
import pytest
from casefile_kit import DOCUMENTS, INVENTED, with_notes
from hypothesis import given, settings

from journey_viewer.casefile.schema import upgrade
from journey_viewer.casefile.writings import read_document, records_of, write_document
from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import ForSharing

quick = casefile_kit.quick
BEGUN = INVENTED.document


def tables() -> Any:
    """The tables alone, in memory and unencrypted."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(connection)
    return connection


@pytest.fixture
def connection() -> Iterator[Any]:
    opened = tables()
    yield opened
    opened.close()


@given(DOCUMENTS, DOCUMENTS)
@settings(max_examples=60)
def test_any_document_comes_back_and_so_does_what_it_is_changed_to(old: Document, new: Document) -> None:
    connection = tables()
    write_document(connection, Document(), old)
    assert read_document(connection) == old
    write_document(connection, old, new)
    assert read_document(connection) == new
    connection.close()


def test_a_document_in_which_nothing_was_said_leaves_no_record(connection: Any) -> None:
    write_document(connection, Document(), Document())
    assert connection.execute("SELECT count(*) FROM record").fetchone() == (0,)
    assert read_document(connection) == Document()


NOTE = Note(7, 0, "Nobody rang back", first=date(2025, 1, 2))
CHANGES = {
    "a note": replace(BEGUN, notes=(NOTE,)),
    "an action": replace(BEGUN, actions=(Action(1, 0, "One named GP"),)),
    "a meeting": replace(
        BEGUN, meetings=(Meeting(1, date(2026, 1, 15), seen=(0, 2), decisions=(Decision(2),)),)
    ),
    "one person's casework": replace(BEGUN, casework={2: Casework(matters="Her garden")}),
    "how a case is shared": replace(BEGUN, sharing={1: ForSharing(quarters=True, about="Lives alone")}),
    "who is chosen": replace(BEGUN, chosen=(1,)),
    "when it is deleted": replace(BEGUN, delete_by=date(2026, 7, 1)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_one_change_writes_one_record_and_undoing_it_writes_one_again(connection: Any, what: str) -> None:
    write_document(connection, Document(), BEGUN)
    for old, new in ((BEGUN, CHANGES[what]), (CHANGES[what], BEGUN)):
        before = connection.total_changes
        write_document(connection, old, new)
        assert connection.total_changes == before + 1
        assert read_document(connection) == new


def test_the_other_notes_are_left_alone_when_one_is_written_over(connection: Any) -> None:
    old = with_notes(INVENTED, "first", "second", "third").document
    new = with_notes(INVENTED, "first", "second, put better", "third").document
    write_document(connection, Document(), old)
    connection.execute("UPDATE record SET told = 'not to be touched' WHERE kind = 'note' AND key <> 2")
    write_document(connection, old, new)
    rows = connection.execute(
        "SELECT key FROM record WHERE told = 'not to be touched' ORDER BY key"
    ).fetchall()
    assert rows == [(1,), (3,)]


def test_each_note_action_and_persons_casework_is_a_record_of_its_own() -> None:
    document = replace(
        BEGUN,
        notes=(NOTE,),
        actions=(Action(4, None, "Ask the council"),),
        meetings=(Meeting(2, date(2026, 1, 15)),),
        casework={2: Casework(), 0: Casework()},
    )
    keys = sorted(records_of(document))
    assert keys == [
        ("action", 4),
        ("casework", 0),
        ("casework", 2),
        ("document", 0),
        ("meeting", 2),
        ("note", 7),
    ]
