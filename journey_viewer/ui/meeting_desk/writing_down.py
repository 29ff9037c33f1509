"""What was answered in the room -> the Document with it in: each recording is one step, and one undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import decide, decision_of, new_action, open_meeting, with_action
from journey_viewer.model.meetings import Decision
from journey_viewer.ui.meeting_desk.due import day_of
from journey_viewer.ui.meeting_desk.entry import Answer, Ask, Entry

LEVELS = tuple(level for level in Level if level is not Level.NOT_SAID)
"""From the lowest to the highest."""
REASONS = tuple(LevelReason)
THIS_CASE = 0


def written_down(document: Document, entry: Entry, patterns: tuple[str, ...], today: date) -> Document:
    """With what the answers say; unchanged without a meeting. ``patterns``: the ids behind the choices."""
    meeting = open_meeting(document)
    answers = entry.answers
    if meeting is None or not answers:
        return document
    if Ask.WHAT in answers:
        return _with_action(document, entry, patterns, today)
    decision = _decided(decision_of(document, meeting.number, entry.person), answers)
    return decide(document, meeting.number, decision)


def _decided(decision: Decision, answers: Mapping[Ask, Answer]) -> Decision:
    level, why = answers.get(Ask.LEVEL), answers.get(Ask.WHY)
    if level is not None and level.place is not None:
        told = LEVELS[level.place]
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


def _with_action(document: Document, entry: Entry, patterns: tuple[str, ...], today: date) -> Document:
    answers = entry.answers
    whose, pattern = answers.get(Ask.WHOSE, Answer()), answers.get(Ask.PATTERN, Answer())
    person = entry.person if whose.place in (None, THIS_CASE) else None
    about = "" if pattern.place is None or pattern.place >= len(patterns) else patterns[pattern.place]
    action = new_action(document, person, today, answers[Ask.WHAT].text, about)
    due = answers.get(Ask.DUE)
    return with_action(
        document,
        replace(
            action,
            lead=answers.get(Ask.LEADS, Answer()).text,
            due=None if due is None else day_of(due.text.split(":")[0], today),
            level=document.casework_of(entry.person).level if person is not None else Level.NOT_SAID,
        ),
    )
