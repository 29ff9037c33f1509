"""What was answered in the room -> the Document with it in: each recording is one step, and one undo."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from journey_viewer.model.actions import Action, ActionStatus, with_status
from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import decide, decision_of, new_action, open_meeting, with_action
from journey_viewer.model.meetings import Decision
from journey_viewer.ui.meeting_desk.due import meant
from journey_viewer.ui.meeting_desk.entry import Answer, Entry
from journey_viewer.ui.meeting_desk.questions import DAYS, TAKING_UP, Ask

LEVELS_TO_CHOOSE = tuple(level for level in Level if level is not Level.NOT_SAID)
"""From the lowest to the highest."""
REASONS = tuple(LevelReason)
_THIS_CASE, _INVITED = 0, 0
_FIELDS: Mapping[Ask, str] = {
    Ask.WHAT: "what",
    Ask.LEADS: "lead",
    Ask.DUE: "due",
    Ask.PARTNER: "partner",
    Ask.SPONSOR: "sponsor",
    Ask.DELIVERS: "delivers",
    Ask.EXPECTED: "expected",
    Ask.MEASURE: "measure",
    Ask.REVIEW: "review",
}


def written_down(document: Document, entry: Entry, today: date) -> Document:
    """With what the answers say; unchanged without a meeting."""
    meeting, answers, person = open_meeting(document), entry.answers, entry.person
    if meeting is None or not answers:
        return document
    if entry.action is not None:
        return _changed(document, entry, today)
    if Ask.WHAT in answers:
        return _with_action(document, entry, today)
    if person is None:
        return _with_idea(document, entry.pattern, entry.said(Ask.IDEA).text)
    decision = _decided(decision_of(document, meeting.number, person), answers)
    return decide(document, meeting.number, decision)


def is_at_the_table(document: Document, partner: str) -> bool:
    """Whether whoever this is came to the meeting."""
    meeting = open_meeting(document)
    here = () if meeting is None else meeting.attendees
    return partner.casefold() in {one.strip().casefold() for one in here}


def _decided(decision: Decision, answers: Mapping[Ask, Answer]) -> Decision:
    level, why = answers.get(Ask.LEVEL), answers.get(Ask.WHY)
    if level is not None and level.place is not None:
        told = LEVELS_TO_CHOOSE[level.place]
        if told is not decision.level or why is not None:  # why it was that level stays with it
            decision = replace(decision, level_reasons=frozenset(), level_why="")
        decision = replace(decision, level=told)
    if why is not None:
        reasons = frozenset() if why.place is None else frozenset({REASONS[why.place]})
        own = why.text if why.place is None else ""
        decision = replace(decision, level_reasons=reasons, level_why=own)
    if partner := answers.get(Ask.TABLE):
        known = {one.casefold() for one in decision.partners}
        new = () if partner.text.casefold() in known else (partner.text,)
        decision = replace(decision, partners=(*decision.partners, *new))
    if idea := answers.get(Ask.IDEA):
        decision = replace(decision, ideas=(*decision.ideas, idea.text))
    return decision


def _with_idea(document: Document, pattern: str, idea: str) -> Document:
    """On a line of its own under what was thought of before about the pattern."""
    if not pattern or not idea:
        return document
    lines = (document.ideas.get(pattern, ""), idea)
    told = "\n".join(line for line in lines if line)
    return replace(document, ideas={**document.ideas, pattern: told})


def _with_action(document: Document, entry: Entry, today: date) -> Document:
    whose = entry.said(Ask.WHOSE).place
    person = entry.person if whose in (None, _THIS_CASE) else None
    level = Level.NOT_SAID if person is None else document.casework_of(person).level
    action = replace(new_action(document, person, today, pattern=entry.pattern), level=level)
    return with_action(document, replace(action, **_told(document, entry, entry.asks, today)))


def _changed(document: Document, entry: Entry, today: date) -> Document:
    """The part that was taken up, otherwise; of what was not asked for nothing."""
    part = [ask for ask in entry.asks if ask not in TAKING_UP]
    for action in document.actions:
        if action.number == entry.action:
            told = _otherwise(action, _told(document, entry, part, today))
            status = entry.said(Ask.STATUS).place
            if status is not None:
                told = with_status(told, list(ActionStatus)[status], today)
            return with_action(document, told)
    return document


def _otherwise(action: Action, told: Mapping[str, Any]) -> Action:
    """With what differs: the same words keep their lines."""
    before = {name: getattr(action, name) for name in told}
    same = {
        name for name, was in before.items() if isinstance(was, str) and " ".join(was.split()) == told[name]
    }
    return replace(action, **{name: now for name, now in told.items() if name not in same})


def _told(document: Document, entry: Entry, asks: Iterable[Ask], today: date) -> dict[str, Any]:
    """The fields of an Action that these questions are about."""
    told: dict[str, Any] = {}
    for ask in asks:
        text = entry.said(ask).text
        if ask in _FIELDS:
            told[_FIELDS[ask]] = meant(text, today) if ask in DAYS else text
        if ask is Ask.PARTNER:
            invited = entry.answers.get(Ask.INVITED)
            here = is_at_the_table(document, text) if invited is None else invited.place == _INVITED
            told["invited"] = bool(text) and here
    return told
