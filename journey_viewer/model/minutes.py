"""What is to be told of a meeting and of all actions, on its way to ``privacy``."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from journey_viewer.model.actions import Action
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import meeting_of
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.sharing import ALL_CASES


@dataclass(frozen=True, eq=False, repr=False)
class ToMinute:
    """Identifiable: a meeting, None where only the actions are asked for, and every action there is.

    ``decisions`` and ``actions``: each with the label of the case it is about, or "All cases"; ``seen`` are
    labels. ``ideas``: of each pattern, what was written about what could be done; with the last meeting alone, for
    they belong to none. ``kept``: by label, the words that were looked at and may leave.
    """

    meeting: Meeting | None = None
    seen: tuple[str, ...] = ()
    decisions: tuple[tuple[str, Decision], ...] = ()
    actions: tuple[tuple[str, Action], ...] = ()
    ideas: tuple[tuple[str, str], ...] = ()
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def cases(self) -> tuple[str, ...]:
        """The labels of the cases that anything is told of."""
        about = (case for case, _ in (*self.decisions, *self.actions))
        return tuple(sorted({*self.seen, *about} - {ALL_CASES}))


def to_minute(document: Document, number: int | None, children: Collection[int] = ()) -> ToMinute:
    """The meeting of that number, without whoever objects or was taken out. Raises KeyError where there is none.

    Of ``children`` only those are told of who are among the chosen, who are chosen one by one.
    """
    meeting = None if number is None else meeting_of(document, number)
    label = _Labels(document, frozenset(children) - frozenset(document.chosen)).of
    decisions = () if meeting is None else meeting.decisions
    actions = [(label(action.person), action) for action in document.actions]
    told = [(label(decision.person), decision) for decision in decisions]
    return ToMinute(
        meeting,
        _each_once(label(person) for person in (() if meeting is None else meeting.seen)),
        tuple((case, decision) for case, decision in told if case),
        tuple((case, action) for case, action in actions if case),
        tuple(document.ideas.items()) if meeting is not None and meeting is document.meetings[-1] else (),
        _kept_words(document),
    )


@dataclass(frozen=True)
class _Labels:
    document: Document
    unasked: frozenset[int]

    def of(self, person: int | None) -> str:
        """Of a case, or of all of them; "" for somebody who is not to be told of."""
        if person is None:
            return ALL_CASES
        place = self.document.edits.kept_place(person)
        hidden = self.document.objectors | self.document.removed | self.unasked
        return "" if place in hidden else self.document.labels.get(place, "")


def _each_once(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for label in labels if label))


def _kept_words(document: Document) -> dict[str, frozenset[str]]:
    """Of each case; about all of them those of any that may be told of."""
    told = document.objectors | document.removed
    kept = {
        document.labels[person]: document.sharing_of(person).kept_words
        for person in document.people
        if person not in told
    }
    return {**kept, ALL_CASES: frozenset().union(*kept.values())}
