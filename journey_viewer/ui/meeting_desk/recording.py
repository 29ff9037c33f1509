"""Asks the room one question after another, and writes the answers into the document as one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.document import Document
from journey_viewer.model.findings import Finding
from journey_viewer.model.meeting_steps import decision_of, open_meeting
from journey_viewer.model.owners import Named, choices
from journey_viewer.model.wording import LEVEL_REASONS, LEVELS
from journey_viewer.patterns.definitions import name_of
from journey_viewer.privacy.findings import findings_for_sharing, sure_for_sharing
from journey_viewer.session import Session
from journey_viewer.ui.meeting_desk import writing_down
from journey_viewer.ui.meeting_desk.due import day_of, offered
from journey_viewer.ui.meeting_desk.entry import ASKED, ONLY_CHOSEN, PROMPTS, Ask, Entry
from journey_viewer.ui.store import Store

_NO_DAY = "A day like 14 April, or 3 weeks"
_NEEDED = "Say something, or leave it with Esc"
ALL_CASES = "All cases"


class Recording(QObject):
    """``entry`` is what is being asked, None while nothing is."""

    changed = Signal()
    written = Signal(str)
    """What was recorded, in a word."""

    def __init__(self, store: Store, parent: QObject, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._store, self._today = store, today
        self.before: Callable[[Document], Document] | None = None
        """What else goes into the same step."""
        self.entry: Entry | None = None
        self._patterns: tuple[str, ...] = ()
        store.settling.connect(self.settle)

    def begin(self, first: Ask, person: int) -> None:
        """Ask this of the room about a case; not where the case file can only be looked at."""
        self._store.settle()
        if (
            open_meeting(self._store.session.document) is not None
            and not self._store.session.keeping.read_only
        ):
            self._ask(Entry(person, ASKED[first]))

    def type(self, text: str) -> None:
        """The words that stand in the line now."""
        if self.entry is not None:
            self._show(self.entry.type(text))

    def move(self, step: int) -> None:
        if self.entry is not None:
            self._show(self.entry.move(step))

    def pick(self, number: int) -> bool:
        """Whether there is a choice with this number: then it is the answer."""
        picked = None if self.entry is None else self.entry.pick(number)
        if picked is not None:
            self._show(picked)
            self.accept()
        return picked is not None

    def accept(self) -> None:
        """Take the answer as it stands, and ask the next question, or record all of them."""
        if self.entry is None:
            return
        trouble = self._trouble(self.entry)
        if trouble:
            self._show(replace(self.entry, trouble=trouble))
            return
        entry = self.entry.answered()
        if entry.asks:
            self._ask(entry)
        else:
            self._write(entry)

    def finish(self) -> None:
        """Record what was answered until now, and ask no more."""
        if self.entry is not None and not self._trouble(self.entry):
            self._write(self.entry.answered())
        elif self.entry is not None:
            self.accept()

    def leave(self) -> None:
        """Ask no more. What was answered completely is recorded; the first question without an answer leaves nothing."""
        if self.entry is not None and Ask.LEVEL in self.entry.answers:
            self._write(self.entry)
        else:
            self.forget()

    def settle(self) -> None:
        """Something else is about to change: what was answered is recorded, what is half typed with it."""
        entry = self.entry
        if entry is not None and (entry.answers or entry.typed.strip()) and not self._trouble(entry):
            self.finish()

    def forget(self) -> None:
        """Nothing is asked any more, and nothing of it held."""
        if self.entry is not None:
            self.entry = None
            self.changed.emit()

    def _ask(self, entry: Entry) -> None:
        told, chosen = self._choices(entry)
        if not told and entry.ask in ONLY_CHOSEN and len(entry.asks) > 1:
            self._ask(entry.answered())  # there is nothing to choose from
        else:
            self._show(entry.asked(told, chosen))

    def _show(self, entry: Entry) -> None:
        self.entry = entry
        self.changed.emit()

    def _trouble(self, entry: Entry) -> str:
        """Why this answer cannot be taken, "" where it can."""
        answer = entry.answer
        if entry.is_needed and not answer.text:
            return _NEEDED
        if entry.ask is Ask.DUE and answer.text and day_of(answer.text.split(":")[0], self._today()) is None:
            return _NO_DAY
        return ""

    def _write(self, entry: Entry) -> None:
        self.entry = None
        document = self._store.session.document
        if self.before is not None:
            document = self.before(document)
        self._store.write(writing_down.written_down(document, entry, self._patterns, self._today()))
        self.changed.emit()
        self.written.emit(PROMPTS[next(iter(entry.answers), Ask.WHAT)])

    def _choices(self, entry: Entry) -> tuple[tuple[str, ...], int | None]:
        """What can be chosen, and what is to begin with."""
        session = self._store.session
        if entry.ask is Ask.LEVEL:
            return self._levels(session, entry.person)
        if entry.ask is Ask.WHY:
            return tuple(LEVEL_REASONS[reason] for reason in writing_down.REASONS), None
        if entry.ask in (Ask.TABLE, Ask.LEADS):
            named = Named.PARTNER if entry.ask is Ask.TABLE else Named.OWNER
            return choices(session.document, named), None
        if entry.ask is Ask.WHOSE:
            return (f"This one: {session.label(entry.person)}", ALL_CASES), 0
        if entry.ask is Ask.PATTERN:
            return self._found(session, entry.person), None
        return offered(self._today()) if entry.ask is Ask.DUE else (), None

    def _levels(self, session: Session, person: int) -> tuple[tuple[str, ...], int | None]:
        """The words without their numbers, which stand before them anyway; the one that was said is chosen."""
        meeting = open_meeting(session.document)
        told = None if meeting is None else decision_of(session.document, meeting.number, person).level
        words = tuple(LEVELS[level].split(" ", 1)[1] for level in writing_down.LEVELS)
        said = writing_down.LEVELS.index(told) if told in writing_down.LEVELS else None
        return words, said

    def _found(self, session: Session, person: int) -> tuple[str, ...]:
        """The patterns that may be told of the case: they stand on the wall."""
        found = [
            result.pattern
            for case, shared in session.to_share([person]).cases
            for result in sure_for_sharing(
                findings_for_sharing(case.without(shared.choices.dropped), shared), shared
            )
            if isinstance(result, Finding)
        ]
        self._patterns = tuple(dict.fromkeys(found))
        return tuple(name_of(pattern, session.document.thresholds) for pattern in self._patterns)
