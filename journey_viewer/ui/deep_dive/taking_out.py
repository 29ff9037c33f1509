"""What is said before somebody is taken out for good."""

from journey_viewer.model.casework import Casework
from journey_viewer.model.phrases import many, with_and
from journey_viewer.session import Session


def what_goes(session: Session, person: int) -> str:
    """What goes, that it cannot be undone, what becomes of backups and newer lists, and whether they really go."""
    label = session.label(person)
    parts = (
        f"Everything about {label} goes: {_counted(session, person)}.",
        f"This cannot be undone, and nor can what was done before it. {_elsewhere(session)}",
        _newer_lists(session, person),
        "The lists themselves and files that were exported stay as they are, wherever they lie.",
        f"Take {label} out for good?",
    )
    return "\n\n".join(parts)


def _counted(session: Session, person: int) -> str:
    document = session.document
    counts = (
        (len(session.imported.rows_of(person)), "touchpoint"),
        (len(document.notes_of(person)), "note"),
        (len(document.actions_of(person)), "action"),
    )
    told = [many(count, noun) for count, noun in counts if count]
    if document.casework_of(person) != Casework():
        told.append("what was written about their needs")
    joined = document.edits.records_joined_to(person)
    if joined:
        told.append(f"all that was joined to them ({', '.join(map(session.label, joined))})")
    return with_and(told) or "what the lists say of them"


def _elsewhere(session: Session) -> str:
    if session.keeping.name:
        return "Backups of the case file are made anew without them."
    return "Nothing of what is open here is kept in any case."


def _newer_lists(session: Session, person: int) -> str:
    taken_for = {told.person for told in session.document.edits.unlinked if told.to == person}
    if taken_for:
        places = sorted({session.document.edits.kept_place(place) for place in taken_for})
        there = " and ".join(session.label(place) for place in places)
        return f"The lists take them for {there}: after newer ones were read, look there once more."
    if session.keeping.name:
        return "Newer lists will not bring them back."
    return "Lists that are added will not bring them back; reading these anew after closing them will."
