"""What people chose and wrote <-> the table record, a row a note, an action, a meeting, a person's casework, how their case is shared, and the rest."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from journey_viewer.casefile.codec import as_json, from_json
from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import ForSharing

_REST = "document"
Records = dict[tuple[str, int], Any]


def write_document(connection: Any, old: Document, new: Document) -> None:
    """Write what differs, inside the caller's transaction."""
    before, after = records_of(old), records_of(new)
    gone = before.keys() - after.keys()
    connection.executemany("DELETE FROM record WHERE kind = ? AND key = ?", sorted(gone))
    changed = ((*key, as_json(told)) for key, told in after.items() if before.get(key) != told)
    connection.executemany("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", changed)


def records_of(document: Document) -> Records:
    """Kind and key of each record, and the value it tells of; none of a document in which nothing was said."""
    return {(kind, key): told for kind, key, told in _records(document)} if document != Document() else {}


def _records(document: Document) -> Iterator[tuple[str, int, Any]]:
    for note in document.notes:
        yield "note", note.number, note
    for action in document.actions:
        yield "action", action.number, action
    for meeting in document.meetings:
        yield "meeting", meeting.number, meeting
    for person, casework in document.casework.items():
        yield "casework", person, casework
    for person, sharing in document.sharing.items():
        yield "sharing", person, sharing
    yield _REST, 0, replace(document, notes=(), actions=(), casework={}, sharing={}, meetings=())


def read_document(connection: Any) -> Document:
    """What the table holds."""
    found: dict[str, dict[int, str]] = {}
    for kind, key, told in connection.execute("SELECT kind, key, told FROM record ORDER BY kind, key"):
        found.setdefault(kind, {})[key] = told
    rest = found.get(_REST, {}).get(0)
    document = Document() if rest is None else from_json(Document, rest)
    return replace(
        document,
        notes=tuple(from_json(Note, told) for told in found.get("note", {}).values()),
        actions=tuple(from_json(Action, told) for told in found.get("action", {}).values()),
        casework={who: from_json(Casework, told) for who, told in found.get("casework", {}).items()},
        meetings=tuple(from_json(Meeting, told) for told in found.get("meeting", {}).values()),
        sharing={who: from_json(ForSharing, told) for who, told in found.get("sharing", {}).items()},
    )
