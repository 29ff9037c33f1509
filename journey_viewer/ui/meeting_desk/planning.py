"""Keeps the page on which a meeting is prepared as the session and the displays are."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from journey_viewer.model.agenda import agenda
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.meeting_steps import begin_meeting, carried_over, open_meeting
from journey_viewer.model.meetings import USUAL_MINUTES, Meeting
from journey_viewer.session import Session
from journey_viewer.timeline.wrapping import kept_apart
from journey_viewer.ui.deep_dive.words import short_about, veil_over
from journey_viewer.ui.follow_up.shown import label_of
from journey_viewer.ui.meeting.displays import displays, in_words, offered_first
from journey_viewer.ui.meeting_desk.preparing import Preparing
from journey_viewer.ui.store import Store


class Planning(QObject):
    """``screen``: the display that is chosen."""

    def __init__(self, store: Store, page: Preparing, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._page, self._window = store, page, window
        self._ready = False
        self._begun: tuple[Imported, Meeting] | None = None
        page.changed.connect(self.show)
        page.moved.connect(self._on_page_moved)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens_changed)
            application.screenRemoved.connect(self._on_screens_changed)

    @property
    def screen(self) -> QScreen | None:
        """The one that was chosen, or the first where it is there no longer."""
        there = displays()
        place = min(max(self._page.display.currentIndex(), 0), len(there) - 1)
        return there[place] if there else None

    def begun(self, document: Document, today: date) -> Document:
        """With the meeting begun as it was prepared; the one that is open stays."""
        if open_meeting(document) is None:
            self._put_back(document)
        page = self._page
        return begin_meeting(
            document, today, page.minutes.value(), page.who_comes, page.purpose.text().strip()
        )

    def allow(self, *, ready: bool, after: str) -> None:
        """Whether there is something to show, and what follows the cases."""
        self._ready = ready
        self._page.show_after(after)
        self.show()

    def forget(self) -> None:
        """Nothing of a meeting is left."""
        self._begun = None
        self._page.forget()

    def show(self) -> None:
        """As things are now."""
        session = self._store.session
        if session.is_empty:
            self.forget()
            return
        document, people = session.document, session.shared_people
        meeting = open_meeting(document)
        veil = veil_over(session.imported, names_shown=session.view.names_shown)
        if meeting is None:
            self._put_back(document)
        else:
            self._begun = (session.lists, meeting)
            self._page.show_plan(meeting.minutes, veil(meeting.purpose), veil("\n".join(meeting.attendees)))
        carried = self._carried(session)
        split = agenda(self._page.minutes.value(), len(people), len(carried))
        self._page.show_agenda(split, [_case_in_words(session, person) for person in people], carried)
        self._show_displays()
        locked = session.keeping.read_only
        self._page.show_state(is_open=meeting is not None, ready=self._ready and bool(people), locked=locked)

    def _put_back(self, document: Document) -> None:
        """No meeting is open: what was planned, as it was written, where its beginning was undone; nothing where it is over.

        While it was open, the fields may have shown it with names blotted out.
        """
        if self._begun is None:
            return
        (lists, meeting), self._begun = self._begun, None
        is_over = any(one.number == meeting.number for one in document.meetings)
        if is_over or lists is not self._store.session.lists:
            self._page.show_plan(USUAL_MINUTES, "", "")
        else:
            self._page.show_plan(meeting.minutes, meeting.purpose, "\n".join(meeting.attendees))

    def _carried(self, session: Session) -> list[str]:
        """What is open from before, with names as on the rest of the desk."""
        document = session.document
        meeting = open_meeting(document)
        if meeting is None:
            actions = [action for action in document.actions if action.is_open]
        else:
            actions = [action for action in carried_over(document, meeting.number) if action.is_open]
        veil = veil_over(session.imported, names_shown=session.view.names_shown)
        told = []
        for action in actions:
            due = f", due {day_in_words(action.due)}" if action.due else ""
            told.append(f"{label_of(document, action)}: {kept_apart(veil(action.what))}{due}")
        return told

    def _show_displays(self) -> None:
        there = displays()
        words = [in_words(screen, place) for place, screen in enumerate(there)]
        first = offered_first(there, self._window.screen())
        self._page.show_displays(words, first, alone=len(there) < 2)

    def _on_page_moved(self, place: int, steps: int) -> None:
        """Another order of the cases, which is that of the chosen people everywhere."""
        session = self._store.session
        people = session.shared_people
        document, chosen = session.document, session.document.chosen
        other = people[place + steps]
        by = chosen.index(other) - chosen.index(people[place])
        self._store.settle()
        self._store.choose(chosen=document.moved(people[place], by))

    def _on_screens_changed(self, _screen: QScreen) -> None:
        self._show_displays()


def _case_in_words(session: Session, person: int) -> str:
    about = short_about(session.case(person).person, session.case(person).window)
    return " · ".join(part for part in (session.label(person), about) if part)
