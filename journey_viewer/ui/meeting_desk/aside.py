"""What the presenter alone sees of a case: what is asked of the meeting, and what was noted. Names as on the desk."""

from collections.abc import Iterator
from datetime import datetime

from journey_viewer.model.meeting_steps import decision_of, open_meeting
from journey_viewer.model.notes import in_order
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import veil_of

_MOST_NOTES = 12
_NOTHING = ("", "Nothing was written about this case in the deep dive.")


def notes_for(session: Session, person: int | None) -> list[tuple[str, str]]:
    """Headings and texts, with names blotted out while they are hidden."""
    if person is None:
        return []
    veil = veil_of(session.case(person), names_shown=session.view.names_shown)
    told = [(heading, veil(text)) for heading, text in _texts(session, person) if text.strip()]
    return told or [_NOTHING]


def _texts(session: Session, person: int) -> Iterator[tuple[str, str]]:
    document = session.document
    told = document.casework_of(person)
    yield "Question to the meeting", told.question
    yield "What matters to them", told.matters
    yield "What was tried", told.tried
    yield "Strengths", told.strengths
    meeting = open_meeting(document)
    if meeting is not None:
        yield "Ideas so far", "\n".join(decision_of(document, meeting.number, person).ideas)
    for note in in_order(document.notes_of(person))[:_MOST_NOTES]:
        yield "Note", note.text


def time_of_day(now: datetime) -> str:
    """As on a clock: "10:42"."""
    return f"{now:%H:%M}"
