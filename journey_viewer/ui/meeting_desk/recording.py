"""Asks the room one question after another, and writes the answers into the document as one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import open_meeting
from journey_viewer.session import Session
from journey_viewer.ui.meeting_desk import changing, offering
from journey_viewer.ui.meeting_desk.due import meant
from journey_viewer.ui.meeting_desk.entry import Entry
from journey_viewer.ui.meeting_desk.questions import DAYS, Ask
from journey_viewer.ui.meeting_desk.writing_down import written_down
from journey_viewer.ui.store import Store

_NO_DAY = "A day like 14 April, or 3 weeks"
_NEEDED = "Say something, or leave it with Esc"
_ABOUT_ALL = (Ask.WHAT, Ask.IDEA, Ask.WHICH)


class Recording(QObject):
    """``entry`` is what is being asked, None while nothing is."""

    changed = Signal()

    def __init__(self, store: Store, parent: QObject, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._store, self._today = store, today
        self.before: Callable[[Document], Document] | None = None
        """What else goes into the same step."""
        self.entry: Entry | None = None
        store.settling.connect(self.settle)
        store.changed.connect(self._on_store_changed)

    def begin(self, first: Ask, person: int | None, pattern: str = "") -> None:
        """Ask this of the room about a case, or with None about all of them and this pattern; not where the case file can only be looked at."""
        self._store.settle()
        session = self._store.session
        if open_meeting(session.document) is None or session.keeping.read_only:
            return
        if person is None and first not in _ABOUT_ALL:
            return
        if first is Ask.WHICH:
            entry = changing.begun(session.document, person)
        else:
            entry = offering.begun(first, session, person, pattern)
        if entry is not None:
            self._ask(entry)

    def type(self, text: str) -> None:
        """The words that stand in the line now."""
        if self.entry is not None:
            self._show(self.entry.type(text))

    def move(self, step: int) -> None:
        if self.entry is not None:
            self._show(self.entry.move(step))

    def clear(self) -> None:
        """Nothing is chosen."""
        if self.entry is not None:
            self._show(replace(self.entry, chosen=None, trouble=""))

    def pick(self, number: int) -> bool:
        """Whether there is a choice with this number: then it is the answer."""
        picked = None if self.entry is None else self.entry.pick(number)
        if picked is not None:
            self._show(picked)
            self.accept()
        return picked is not None

    def accept(self) -> None:
        """Take the answer as it stands, and ask the next question, or record all of them."""
        entry = self.entry
        if entry is None:
            return
        trouble = self._trouble(entry)
        if trouble:
            self._show(replace(entry, trouble=trouble))
        elif entry.takes_up:
            session = self._store.session
            taken = changing.taken_up(entry, session.document, offering.veil_on(session))
            (self._show if taken.trouble else self._ask)(taken)
        else:
            self._ask(entry.answered())

    def back(self) -> None:
        """Ask the question before again; what was answered until now stays, and what cannot be taken goes."""
        if self.entry is not None and self.entry.at:
            entry = self.entry if self._trouble(self.entry) else self.entry.kept()
            self._ask(entry.turned(-1), -1)

    def finish(self) -> None:
        """Record what was answered until now, and ask no more."""
        entry = self.entry
        if entry is not None and not entry.takes_up and not self._trouble(entry):
            self._write(entry.answered())
        else:
            self.accept()

    def leave(self) -> None:
        """Ask no more. What stands by itself is recorded; where a question was needed yet, nothing is."""
        if self.entry is not None and self.entry.is_enough:
            self._write(self.entry)
        else:
            self.forget()

    def settle(self) -> None:
        """Something else is about to change: what was answered is recorded, and what is half typed where it can be taken."""
        entry = self.entry
        if entry is None:
            return
        if entry.takes_up:
            self.forget()
        elif not self._trouble(entry) and (entry.at or entry.typed.strip()):
            self.finish()
        elif entry.at:
            self._write(entry)

    def forget(self) -> None:
        """Nothing is asked any more, and nothing of it held."""
        if self.entry is not None:
            self.entry = None
            self.changed.emit()

    def _ask(self, entry: Entry, step: int = 1) -> None:
        """Ask it, or the next in that direction of which there is anything to be asked."""
        while entry.is_idle:
            entry = entry.turned(step)
        if entry.is_over:
            self._write(entry)
        else:
            told, chosen = offering.offers(entry, self._store.session, self._today())
            self._show(entry.asked(told, chosen))

    def _show(self, entry: Entry) -> None:
        self.entry = entry
        self.changed.emit()

    def _trouble(self, entry: Entry) -> str:
        """Why this answer cannot be taken, "" where it can."""
        answer = entry.answer
        if entry.is_needed and not answer.text:
            return _NEEDED
        if entry.ask in DAYS and answer.text and meant(answer.text, self._today()) is None:
            return _NO_DAY
        return ""

    def _on_store_changed(self, old: Session, new: Session) -> None:
        """Of whoever may be shown no longer nothing is asked, and no number leads to another action than the one it stood at."""
        entry, document = self.entry, new.document
        if entry is None or document is old.document:
            return
        gone = entry.person is not None and entry.person not in new.shared_people
        if gone or (entry.takes_up and document.actions != old.document.actions):
            self.forget()

    def _write(self, entry: Entry) -> None:
        self.entry = None
        document = self._store.session.document
        if self.before is not None:
            document = self.before(document)
        self._store.write(written_down(document, entry, self._today()))
        self.changed.emit()
