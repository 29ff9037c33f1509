"""Which actions are shown, in which order, and how each stands in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journey_viewer.model.actions import Action, ActionStatus, by_due
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.phrases import many, plural
from journey_viewer.model.sharing import ALL_CASES

SOON = timedelta(days=14)


class Show(StrEnum):
    """How those stand that are shown."""

    OPEN = "open"
    OVERDUE = "overdue"
    SOON = "soon"
    REVIEW = "review"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"
    ALL = "all"


SHOW_WORDS = {
    Show.OPEN: "Still open",
    Show.OVERDUE: "Overdue",
    Show.SOON: "Due in two weeks",
    Show.REVIEW: "To be reviewed",
    Show.BLOCKED: "Blocked",
    Show.DONE: "Done",
    Show.DROPPED: "Dropped",
    Show.ALL: "All",
}
_STATUSES = {
    Show.BLOCKED: ActionStatus.BLOCKED,
    Show.DONE: ActionStatus.DONE,
    Show.DROPPED: ActionStatus.DROPPED,
}


@dataclass(frozen=True)
class Filter:
    """``case`` is a label and ``lead`` who leads, "" for any."""

    show: Show = Show.OPEN
    case: str = ""
    lead: str = ""


def label_of(document: Document, action: Action) -> str:
    """Which case it is about."""
    person = document.whom(action)
    return ALL_CASES if person is None else document.labels.get(person, "")


def shown(document: Document, wanted: Filter, today: date, also: int | None = None) -> tuple[Action, ...]:
    """Those that are looked for, by due; ``also`` stays whatever is looked for: it is being written."""
    return by_due(
        action
        for action in document.actions
        if action.number == also or _is_wanted(document, action, wanted, today)
    )


def _is_wanted(document: Document, action: Action, wanted: Filter, today: date) -> bool:
    if wanted.case and label_of(document, action) != wanted.case:
        return False
    if wanted.lead and action.lead.strip().casefold() != wanted.lead.casefold():
        return False
    return _stands_so(action, wanted.show, today)


def _stands_so(action: Action, show: Show, today: date) -> bool:
    if show in _STATUSES:
        return action.status is _STATUSES[show]
    return {
        Show.ALL: True,
        Show.OPEN: action.is_open,
        Show.OVERDUE: action.is_overdue(today),
        Show.SOON: _is_soon(action, today),
        Show.REVIEW: action.wants_review(today),
    }[show]


def _is_soon(action: Action, today: date) -> bool:
    return action.is_open and action.due is not None and today <= action.due <= today + SOON


def leads(document: Document) -> tuple[str, ...]:
    """Everybody who leads an action, once, in the order of the alphabet."""
    names = {action.lead.strip().casefold(): action.lead.strip() for action in document.actions}
    return tuple(sorted((name for name in names.values() if name), key=str.casefold))


def cases(document: Document) -> tuple[str, ...]:
    """The labels that any action is about, "All cases" first."""
    labels = {label_of(document, action) for action in document.actions} - {""}
    return tuple(sorted(labels, key=_in_order))


def _in_order(label: str) -> tuple[bool, int, str]:
    return label != ALL_CASES, len(label), label


def standing(action: Action, today: date) -> str:
    """How it stands, in words: "Overdue by 12 days", "Blocked · due in 3 days", "Done 5 Mar 2026"."""
    if not action.is_open:
        ended = "Done" if action.status is ActionStatus.DONE else "Dropped"
        return f"{ended} {day_in_words(action.closed)}" if action.closed else ended
    told = [_due(action.due, today)]
    if action.status is ActionStatus.BLOCKED:
        told.insert(0, "Blocked")
    if action.wants_review(today):
        told.append("to be reviewed")
    first, *rest = told
    return " · ".join([first, *(one[0].lower() + one[1:] for one in rest)])


def _due(due: date | None, today: date) -> str:
    if due is None:
        return "No day set"
    days = (due - today).days
    if days < 0:
        return f"Overdue by {-days:,} {plural(-days, 'day')}"
    if not days:
        return "Due today"
    return f"Due in {many(days, 'day')}" if days <= SOON.days else "Due later"


def summary(actions: Iterable[Action], today: date) -> str:
    """All of them in a sentence; nothing where there are none."""
    told = tuple(actions)
    overdue = sum(action.is_overdue(today) for action in told)
    soon = sum(_is_soon(action, today) for action in told)
    still = sum(action.is_open for action in told) - overdue - soon
    parts = [
        (overdue, "overdue"),
        (soon, "due in the next two weeks"),
        (still, "open with more time or no day"),
        (sum(action.status is ActionStatus.BLOCKED for action in told), "blocked"),
        (sum(action.status is ActionStatus.DONE for action in told), "done"),
        (sum(action.status is ActionStatus.DROPPED for action in told), "dropped"),
    ]
    said = [f"{count:,} {words}" for count, words in parts if count]
    return " · ".join(said)
