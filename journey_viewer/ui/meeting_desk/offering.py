"""What can be chosen for an answer: words of ours, and what was written before. Nothing is answered by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import decision_of, open_meeting, still_open
from journey_viewer.model.owners import Named, choices, each_once
from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.model.wording import LEVEL_REASONS, LEVELS, STATUSES
from journey_viewer.patterns.definitions import name_of
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import Veil, veil_over
from journey_viewer.ui.meeting_desk import fitting
from journey_viewer.ui.meeting_desk.changing import INVITED
from journey_viewer.ui.meeting_desk.due import meant, offered, offered_after
from journey_viewer.ui.meeting_desk.entry import Answer, Entry
from journey_viewer.ui.meeting_desk.questions import ASKED, OURS, PARTS, Ask
from journey_viewer.ui.meeting_desk.writing_down import LEVELS_TO_CHOOSE, REASONS, is_at_the_table

Offer = tuple[tuple[str, ...], int | None]
"""What can be chosen, and which of it is chosen to begin with."""

_KNOWN = frozenset({Ask.WHOSE, Ask.PATTERN})
"""Of what all cases have in common."""


def begun(first: Ask, session: Session, person: int | None, pattern: str) -> Entry:
    """A new entry: about all cases where there is no person, and then about this pattern. What is known is not asked."""
    if person is None:
        asks = tuple(ask for ask in ASKED[first] if ask not in _KNOWN)
        return Entry(None, asks, patterns=(pattern,), answers={Ask.PATTERN: Answer(pattern, 0)})
    found = fitting.patterns_of(session, person) if first is Ask.WHAT else ()
    asks = tuple(ask for ask in ASKED[first] if found or ask is not Ask.PATTERN)
    return Entry(person, asks, patterns=found)


def veil_on(session: Session) -> Veil:
    """What is blotted out while names are hidden."""
    return veil_over(session.imported, names_shown=session.view.names_shown)


def offers(entry: Entry, session: Session, today: date) -> Offer:
    """What can be chosen. Of what people wrote nothing that holds a name while names are hidden."""
    if entry.ask in OURS:
        return _OURS[entry.ask](_Scene(entry, session, today))
    veil = veil_on(session)
    if entry.ask is Ask.WHICH:
        return tuple(veil(one.what) for one in still_open(session.document, entry.person)), None
    told = each_once(_written_before(_Scene(entry, session, today)))
    return tuple(text for text in told if veil(text) == text), None


@dataclass(frozen=True)
class _Scene:
    entry: Entry
    session: Session
    today: date

    @property
    def document(self) -> Document:
        """Without what was written about people of whom may not be told."""
        document, may_be = self.session.document, self.session.may_be_told_of

        def is_told(person: int | None) -> bool:
            return person is None or document.edits.kept_place(person) in may_be

        meetings = (
            replace(one, decisions=tuple(each for each in one.decisions if is_told(each.person)))
            for one in document.meetings
        )
        return replace(
            document,
            actions=tuple(one for one in document.actions if is_told(one.person)),
            casework={who: told for who, told in document.casework.items() if is_told(who)},
            meetings=tuple(meetings),
        )

    @property
    def due(self) -> date | None:
        """By when the action is to be done."""
        said = self.entry.said(Ask.DUE).text
        number = self.entry.action
        there = (one.due for one in self.session.document.actions if one.number == number)
        return meant(said, self.today) if said else next(there, None)


def _levels(scene: _Scene) -> Offer:
    """The words without their numbers, which stand before them anyway; the one that was said is chosen."""
    document, person = scene.session.document, scene.entry.person
    meeting = open_meeting(document)
    words = tuple(LEVELS[level].split(" ", 1)[1] for level in LEVELS_TO_CHOOSE)
    if meeting is None or person is None:
        return words, None
    told = decision_of(document, meeting.number, person).level
    return words, LEVELS_TO_CHOOSE.index(told) if told in LEVELS_TO_CHOOSE else None


def _reasons(_scene: _Scene) -> Offer:
    return tuple(LEVEL_REASONS[reason] for reason in REASONS), None


def _patterns(scene: _Scene) -> Offer:
    changed = scene.session.document.thresholds
    return tuple(name_of(pattern, changed) for pattern in scene.entry.patterns), None


def _whose(scene: _Scene) -> Offer:
    person = scene.entry.person
    this = () if person is None else (f"This one: {scene.session.label(person)}",)
    return (*this, ALL_CASES), 0


def _due(scene: _Scene) -> Offer:
    return offered(scene.today), None


def _review(scene: _Scene) -> Offer:
    return offered_after(scene.due, scene.today), None


def _invited(scene: _Scene) -> Offer:
    """Whoever is at the table was invited."""
    here = is_at_the_table(scene.session.document, scene.entry.said(Ask.PARTNER).text)
    return INVITED, int(not here)


def _parts(_scene: _Scene) -> Offer:
    return tuple(PARTS), None


def _statuses(_scene: _Scene) -> Offer:
    return tuple(STATUSES.values()), None


_OURS: Mapping[Ask, Callable[[_Scene], Offer]] = {
    Ask.LEVEL: _levels,
    Ask.WHY: _reasons,
    Ask.PATTERN: _patterns,
    Ask.WHOSE: _whose,
    Ask.DUE: _due,
    Ask.REVIEW: _review,
    Ask.INVITED: _invited,
    Ask.PART: _parts,
    Ask.STATUS: _statuses,
}


def _written_before(scene: _Scene) -> tuple[str, ...]:
    """What was written before, after what the journey itself and the other answers suggest."""
    entry = scene.entry
    fits = _FITS[entry.ask](scene) if entry.ask in _FITS else ()
    named = _NAMED.get(entry.ask)
    before = choices(scene.document, named, entry.pattern) if named else ()
    lead = entry.said(Ask.LEADS).text.casefold() if entry.ask is Ask.SPONSOR else ""
    return (*fits, *(text for text in before if text.casefold() != lead))


def _thought_of(scene: _Scene) -> tuple[str, ...]:
    return fitting.ideas_for(scene.document, scene.entry.person, scene.entry.patterns)


def _partners(scene: _Scene) -> tuple[str, ...]:
    """Who else needs to be at the table, as was said of the case, and the services that the pattern is about."""
    document, person = scene.document, scene.entry.person
    meeting = open_meeting(document)
    said = () if meeting is None or person is None else decision_of(document, meeting.number, person).partners
    return (*said, *fitting.partners_for(scene.session, person, scene.entry.pattern))


def _lead(scene: _Scene) -> tuple[str, ...]:
    lead = scene.entry.said(Ask.LEADS).text
    return (lead,) if lead else ()


def _expected(scene: _Scene) -> tuple[str, ...]:
    return fitting.less_of(scene.entry.pattern)


def _measures(scene: _Scene) -> tuple[str, ...]:
    return fitting.looked_for_again(scene.entry.pattern)


_FITS: Mapping[Ask, Callable[[_Scene], tuple[str, ...]]] = {
    Ask.WHAT: _thought_of,
    Ask.PARTNER: _partners,
    Ask.DELIVERS: _lead,
    Ask.EXPECTED: _expected,
    Ask.MEASURE: _measures,
}
_NAMED = {
    Ask.TABLE: Named.PARTNER,
    Ask.LEADS: Named.OWNER,
    Ask.PARTNER: Named.PARTNER,
    Ask.SPONSOR: Named.OWNER,
    Ask.DELIVERS: Named.DELIVERS,
    Ask.EXPECTED: Named.EXPECTED,
    Ask.MEASURE: Named.MEASURE,
}
