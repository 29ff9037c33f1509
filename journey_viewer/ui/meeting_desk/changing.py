"""An action is taken up again in the room: which one, which part of it, and what stands there until now."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from journey_viewer.model.actions import Action
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import still_open
from journey_viewer.model.wording import STATUSES
from journey_viewer.ui.meeting_desk.entry import Answer, Entry
from journey_viewer.ui.meeting_desk.questions import ASKED, OURS, PARTS, Ask

INVITED = ("Yes, invited", "Not yet")
_HIDDEN = "A name stands there: change it in Follow up, or show names (F8)"
Veil = Callable[[str], str]


def begun(document: Document, person: int | None) -> Entry | None:
    """The first question about what is to be changed; None where no action is open."""
    return Entry(person, ASKED[Ask.WHICH]) if still_open(document, person) else None


def taken_up(entry: Entry, document: Document, veil: Veil) -> Entry:
    """After the answer which action, or which part of it: with what stands there until now. Words that hold a hidden name stay where they are."""
    answered = entry.answered()
    if entry.ask is Ask.WHICH:
        place = entry.answer.place or 0
        return replace(answered, action=still_open(document, entry.person)[place].number)
    part = list(PARTS.values())[entry.answer.place or 0]
    action = next(one for one in document.actions if one.number == entry.action)
    told = {ask: said for ask, said in answers_of(action).items() if ask in part or ask is Ask.PATTERN}
    if any(veil(said.text) != said.text for ask, said in told.items() if ask not in OURS):
        return replace(entry, trouble=_HIDDEN)
    taking_up = {ask: said for ask, said in answered.answers.items() if ask in ASKED[Ask.WHICH]}
    asks = (*entry.asks[: answered.at], *part)
    return replace(answered, asks=asks, answers={**taking_up, **told}, patterns=(action.pattern,))


def answers_of(action: Action) -> Mapping[Ask, Answer]:
    """What the action says, as answers; its pattern is the only one that there is to choose."""
    told = {
        Ask.WHAT: Answer(action.what),
        Ask.LEADS: Answer(action.lead),
        Ask.DUE: Answer(day_in_words(action.due) if action.due else ""),
        Ask.STATUS: Answer(STATUSES[action.status], list(STATUSES).index(action.status)),
        Ask.PARTNER: Answer(action.partner),
        Ask.INVITED: Answer(INVITED[not action.invited], int(not action.invited)),
        Ask.SPONSOR: Answer(action.sponsor),
        Ask.DELIVERS: Answer(action.delivers),
        Ask.EXPECTED: Answer(action.expected),
        Ask.MEASURE: Answer(action.measure),
        Ask.REVIEW: Answer(day_in_words(action.review) if action.review else ""),
        Ask.PATTERN: Answer(action.pattern, 0),
    }
    return {ask: said for ask, said in told.items() if said.text}
