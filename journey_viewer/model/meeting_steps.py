"""A meeting is begun, held and closed: each step leads from one Document to the next, so that one undo takes it back."""

from dataclasses import replace
from datetime import date
from typing import Any

from journey_viewer.model.actions import Action, by_due
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import USUAL_MINUTES, Decision, Meeting


def open_meeting(document: Document) -> Meeting | None:
    """The one that was begun and is not closed, if any."""
    return next((meeting for meeting in reversed(document.meetings) if not meeting.closed), None)


def meeting_of(document: Document, number: int) -> Meeting:
    """Raises KeyError where there is none of this number."""
    for meeting in document.meetings:
        if meeting.number == number:
            return meeting
    raise KeyError(number)


def begin_meeting(
    document: Document,
    day: date,
    minutes: int = USUAL_MINUTES,
    attendees: tuple[str, ...] = (),
    purpose: str = "",
) -> Document:
    """With a new meeting, to which every open action is carried over; unchanged while one is open."""
    if open_meeting(document) is not None:
        return document
    number = max((meeting.number for meeting in document.meetings), default=0) + 1
    begun = Meeting(number, day, attendees, purpose, minutes=minutes)
    actions = tuple(
        replace(action, carried=(*action.carried, number)) if action.is_open else action
        for action in document.actions
    )
    return replace(document, meetings=(*document.meetings, begun), actions=actions)


def change_meeting(document: Document, number: int, **changes: Any) -> Document:
    """Any fields of that Meeting told otherwise."""
    told = replace(meeting_of(document, number), **changes)
    meetings = tuple(told if meeting.number == number else meeting for meeting in document.meetings)
    return replace(document, meetings=meetings)


def see_case(document: Document, number: int, person: int) -> Document:
    """The meeting saw this person's case; that it did is said once."""
    seen = meeting_of(document, number).seen
    if person in seen:
        return document
    return change_meeting(document, number, seen=(*seen, person))


def decision_of(document: Document, number: int, person: int) -> Decision:
    """What that meeting decided about the person; where nothing was yet, what was proposed while preparing."""
    for decision in meeting_of(document, number).decisions:
        if document.edits.kept_place(decision.person) == person:
            return replace(decision, person=person)
    told = document.casework_of(person)
    return Decision(person, told.level, told.level_reasons, told.level_why, told.partners)


def decide(document: Document, number: int, decision: Decision) -> Document:
    """With this decision in the place of the one about the same person.

    The case stands at this level from then on, for those reasons and with those partners: the person's
    Casework says so too.
    """
    person = decision.person
    others = meeting_of(document, number).decisions
    kept_place = document.edits.kept_place
    if all(kept_place(one.person) != person for one in others):
        others = (*others, decision)
    decisions = tuple(decision if kept_place(one.person) == person else one for one in others)
    casework = replace(
        document.casework_of(person),
        level=decision.level,
        level_reasons=decision.level_reasons,
        level_why=decision.level_why,
        partners=decision.partners,
    )
    if casework != document.casework_of(person):
        document = replace(document, casework={**document.casework, person: casework})
    return change_meeting(document, number, decisions=decisions)


def new_action(document: Document, person: int | None, day: date, *, pattern: str = "") -> Action:
    """An action with a number of its own, raised in the meeting that is open, if any; ``with_action`` keeps it."""
    number = max((action.number for action in document.actions), default=0) + 1
    meeting = open_meeting(document)
    return Action(
        number,
        person,
        "",
        raised=day,
        pattern=pattern,
        meeting=None if meeting is None else meeting.number,
    )


def with_action(document: Document, action: Action) -> Document:
    """With the action in the place of the one that has its number; a new one as soon as it says something."""
    actions = document.actions
    if any(other.number == action.number for other in actions):
        told = tuple(action if other.number == action.number else other for other in actions)
        return replace(document, actions=told)
    return replace(document, actions=(*actions, action)) if action.says_something else document


def without_action(document: Document, number: int) -> Document:
    return replace(document, actions=tuple(action for action in document.actions if action.number != number))


def carried_over(document: Document, number: int) -> tuple[Action, ...]:
    """The actions that came to that meeting from earlier ones, to be looked at first: the earliest due first."""
    return by_due(action for action in document.actions if number in action.carried)


def still_open(document: Document, person: int | None) -> tuple[Action, ...]:
    """The open actions about a person and then those about all cases, in the order in which they are numbered on a wall."""
    about = () if person is None else document.actions_of(person)
    everybody = (action for action in document.actions if action.person is None)
    return tuple(action for action in (*about, *everybody) if action.is_open)


def close_meeting(document: Document, number: int) -> Document:
    """It is over; what is open then is carried over when the next one begins."""
    return change_meeting(document, number, closed=True)
