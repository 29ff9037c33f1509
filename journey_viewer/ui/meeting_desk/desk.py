"""Leads a meeting: what is asked for on the laptop or at the wall is shown on both, and what is said is recorded."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from journey_viewer.model.meeting_steps import close_meeting, open_meeting
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.meeting.displays import OnDisplay
from journey_viewer.ui.meeting.keys import Wish, wish_of
from journey_viewer.ui.meeting.window import MeetingWindow
from journey_viewer.ui.meeting_desk.answering import answers
from journey_viewer.ui.meeting_desk.casting import Casting
from journey_viewer.ui.meeting_desk.in_common import after_the_cases
from journey_viewer.ui.meeting_desk.place import PLACE, MeetingPlace
from journey_viewer.ui.meeting_desk.planning import Planning
from journey_viewer.ui.meeting_desk.questions import Ask
from journey_viewer.ui.meeting_desk.recording import Recording
from journey_viewer.ui.meeting_desk.stage import Stage
from journey_viewer.ui.meeting_desk.steering import steered
from journey_viewer.ui.store import Store

_ASKS = {
    Wish.LEVEL: Ask.LEVEL,
    Wish.TABLE: Ask.TABLE,
    Wish.IDEA: Ask.IDEA,
    Wish.ACTION: Ask.WHAT,
    Wish.CHANGE: Ask.WHICH,
}
_OF_A_PATTERN = "An idea belongs to one of the patterns: Space goes to the first."
_BY_CASE = "That is said case by case: N and P go to the cases. Here an idea (I) and an action (A) are recorded for all."


class MeetingDesk(QObject):
    """Follows the Store."""

    told = Signal(str)
    """Something to be said under the header."""

    def __init__(self, store: Store, place: MeetingPlace, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._store, self._place, self._window, self._theme = store, place, window, theme
        self.casting, self.recording = Casting(self), Recording(store, self)
        self.stage = Stage(store, self.casting, self.recording, place.presenting)
        self.recording.before = self.stage.with_seen
        self.planning = Planning(store, place.preparing, window)
        self.on_display: OnDisplay | None = None
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.casting.changed.connect(self._on_casting_changed)
        self.recording.changed.connect(self._on_recording_changed)
        preparing, presenting = self._place.preparing, self._place.presenting
        preparing.start_asked.connect(self.start)
        preparing.close_asked.connect(self.end)
        presenting.mirror.pressed.connect(self._on_pressed)
        presenting.line.pressed.connect(self._on_line_pressed)
        presenting.asked.connect(self._on_presenting_asked)
        presenting.typed.connect(self.recording.type)

    @property
    def wall(self) -> MeetingWindow | None:
        """There while a meeting is shown."""
        return self.stage.wall

    def start(self) -> None:
        """Begin a meeting, or go on with the one that is open, on the display that is chosen."""
        screen = self.planning.screen
        if self.wall is not None or screen is None or not self.casting.cast.journeys:
            return
        self._store.settle()
        self._begin()
        wall = MeetingWindow(self._theme)
        wall.pressed.connect(self._on_pressed)
        wall.typed.connect(self._on_wall_typed)
        wall.leave_asked.connect(self.leave)
        self.on_display = OnDisplay(wall, self._window)
        self.on_display.moved.connect(self._on_display_moved)
        self.stage.begin(wall)
        self._place.show_page("Meeting", presenting=True)
        self._place.presenting.mirror.setFocus()
        self.on_display.show_on(screen)

    def _begin(self) -> None:
        """Where no meeting is open: also where its beginning was undone."""
        session = self._store.session
        if not session.keeping.read_only:
            self._store.write(self.planning.begun(session.document, date.today()))

    def leave(self) -> None:
        """Take the meeting off the wall; where the desk is behind it, that is asked first."""
        if self.wall is None or self.on_display is None:
            return
        if self.on_display.covers_desk and not dialogs.ask_leave_meeting(self.wall):
            return
        self._store.settle()
        if not self._store.session.keeping.read_only:
            self._store.write(self.stage.with_seen(self._store.session.document))
        self._close_wall()
        self._window.activateWindow()
        self._place.preparing.start.setFocus()

    def end(self) -> None:
        """The meeting is over: what is open is carried over to the next."""
        self._store.settle()
        document = self._store.session.document
        meeting = open_meeting(document)
        if meeting is not None and not self._store.session.keeping.read_only:
            self._store.write(close_meeting(document, meeting.number))
            self.planning.forget()
            self.planning.show()
            self._place.preparing.purpose.setFocus()  # the button is gone

    def dress(self, theme: Theme) -> None:
        """For the next wall; the one that is there is dressed with all other windows."""
        self._theme = theme

    def forget(self) -> None:
        """Nothing of anybody is left: the window locks or closes."""
        self.recording.forget()
        self._close_wall()
        self.casting.forget()
        self.planning.forget()
        self._place.forget()

    def _close_wall(self) -> None:
        self.stage.end()
        self.on_display = None
        self._place.show_page("Meeting", presenting=False)
        self.planning.show()

    def _do(self, wish: Wish | int) -> None:
        showing = self.stage.showing
        if isinstance(wish, Wish) and wish in _ASKS:
            self._ask(_ASKS[wish])
        elif wish is Wish.UNDO:
            self._store.undo()
        elif wish is Wish.REDO:
            self._store.redo()
        elif wish is Wish.LEAVE:
            self._let_go()
        else:
            lanes = [] if self.wall is None else self.wall.lanes
            self.stage.show(steered(showing, wish, self.casting.cast.programme, lanes))

    def _ask(self, first: Ask) -> None:
        """Of the case that is shown, or of all cases and the pattern that is shown."""
        stage = self.stage
        if stage.person is None and not stage.showing.in_common:
            return
        if stage.person is None and first in (Ask.LEVEL, Ask.TABLE):
            self.told.emit(_BY_CASE)
            return
        if stage.person is None and first is Ask.IDEA and not stage.pattern:
            self.told.emit(_OF_A_PATTERN)
            return
        stage.show(replace(stage.showing, blank=False))
        self._begin()
        self.recording.begin(first, stage.person, stage.pattern)

    def _let_go(self) -> None:
        """What lies on top first; with nothing there the meeting is left."""
        if self.stage.hush():
            return
        without = self.stage.showing.let_go()
        if without is None:
            self.leave()
        else:
            self.stage.show(without)

    def _on_pressed(self, event: QKeyEvent) -> None:
        """From the wall, or from the laptop where nobody types."""
        if self.wall is None:
            return
        if self.recording.entry is not None:
            if not answers(self.recording, event):
                same = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
                QApplication.sendEvent(self._place.presenting.line, same)
            return
        wish = wish_of(event.key(), event.modifiers())
        if wish is None:
            event.ignore()
        else:
            self._do(wish)

    def _on_line_pressed(self, event: QKeyEvent) -> None:
        """Accepted where it answers the question; else it is a letter of the answer."""
        if self.recording.entry is not None and answers(self.recording, event):
            event.accept()

    def _on_wall_typed(self, text: str) -> None:
        if self.recording.entry is not None:
            self._place.presenting.line.insert(text)

    def _on_presenting_asked(self, wish: Wish) -> None:
        if wish is Wish.LEAVE:
            self.leave()
        elif self.recording.entry is None:
            self._do(wish)
            if self.recording.entry is None:
                self._place.presenting.mirror.setFocus()

    def _on_recording_changed(self) -> None:
        presenting, entry = self._place.presenting, self.recording.entry
        begins = entry is not None and not presenting.is_asking
        presenting.show_entry(entry)
        if begins and self.on_display is not None and not self.on_display.covers_desk:
            self._window.activateWindow()
            presenting.line.setFocus()
        self.stage.refresh()

    def _on_casting_changed(self) -> None:
        cast = self.casting.cast
        self.planning.allow(ready=bool(cast.journeys), after=after_the_cases(cast))
        self.stage.recast()

    def _on_display_moved(self, said: str) -> None:
        self.stage.say(said)
        self.told.emit(said)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        if new.is_empty:
            if not old.is_empty:
                self.forget()
        elif self.wall is not None:
            self.casting.follow(new)
            if new.document is not old.document:
                self.stage.say_anew()
        elif new.view.place == PLACE:
            self.casting.follow(new)
            self.planning.show()
