"""What is on the wall just now, with the words beside it and the clock: the wall and the laptop are told alike."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from journey_viewer.model.agenda import Agenda, Part
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import open_meeting, see_case
from journey_viewer.model.phrases import many
from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.ui.meeting.showing import Showing
from journey_viewer.ui.meeting.told import Room
from journey_viewer.ui.meeting.window import MeetingWindow
from journey_viewer.ui.meeting_desk import clock, in_common
from journey_viewer.ui.meeting_desk.aside import notes_for, time_of_day
from journey_viewer.ui.meeting_desk.casting import Casting
from journey_viewer.ui.meeting_desk.clock import Clock
from journey_viewer.ui.meeting_desk.presenting import Aside, Presenting
from journey_viewer.ui.meeting_desk.recording import Recording
from journey_viewer.ui.meeting_desk.said import Speaker
from journey_viewer.ui.store import Store

_TICK = 1000  # milliseconds


class Stage(QObject):
    """``wall`` is there while a meeting is shown; ``showing`` says what of it."""

    in_progress = Signal()
    """Now and again while the meeting is in its planned time: people talk, and nobody touches a key."""

    def __init__(self, store: Store, casting: Casting, recording: Recording, page: Presenting) -> None:
        super().__init__(recording)
        self._store, self._casting, self._recording, self._page = store, casting, recording, page
        self.wall: MeetingWindow | None = None
        self.showing = Showing()
        self._room, self._said = Room(), ""
        self._split: Agenda | None = None
        self._clock, self._seen = Clock(), set[int]()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._on_tick)

    @property
    def person(self) -> int | None:
        """Whose case is on the wall."""
        people, case = self._casting.cast.people, self.showing.case
        return None if case is None or case >= len(people) else people[case]

    @property
    def pattern(self) -> str:
        """The id of the pattern that is on the wall, "" where none is."""
        common, at = self._casting.cast.common, self.showing.at
        return common[at].pattern if self.showing.in_common and at is not None and at < len(common) else ""

    @property
    def _counted(self) -> clock.Page | None:
        """The page whose time is counted."""
        return Part.PATTERNS if self.showing.in_common else self.person

    def begin(self, wall: MeetingWindow) -> None:
        """With the agenda on this wall."""
        self.wall = wall
        self.showing, self._said = Showing(), ""
        self._clock, self._seen = Clock(), set()
        wall.take(self._casting.cast.programme)
        self.say_anew()
        self._tick.start()

    def end(self) -> None:
        """Nothing is on a wall any more, and nothing of anybody held."""
        wall, self.wall = self.wall, None
        self._tick.stop()
        self._seen.clear()
        self.showing, self._room, self._split = Showing(), Room(), None
        if wall is not None:
            wall.let_go()
            wall.deleteLater()
        self._page.forget()

    def with_seen(self, document: Document) -> Document:
        """With the cases that were shown: written with what is recorded, so that undo takes no step of its own."""
        meeting = open_meeting(document)
        if meeting is None:
            return document
        for person in self._casting.cast.people:
            document = see_case(document, meeting.number, person) if person in self._seen else document
        return document

    def show(self, showing: Showing) -> None:
        """Another page, or another step of it."""
        if (showing.case, showing.in_common) != (self.showing.case, self.showing.in_common):
            self._said = ""
        self.showing = showing
        person = self.person
        if person is not None:
            self._seen.add(person)
        self._clock.show(self._counted)
        self.refresh()

    def say(self, said: str) -> None:
        """A line that is not to be missed."""
        self._said = said
        self.refresh()

    def hush(self) -> bool:
        """Whether there was such a line; there is none any more."""
        there, self._said = bool(self._said), ""
        if there:
            self.refresh()
        return there

    def recast(self) -> None:
        """Show the cases that there are now."""
        cast = self._casting.cast
        if self.wall is None:
            return
        if self.showing.case is not None and self.showing.case >= len(cast.journeys):
            self.showing = Showing()
        if self.showing.in_common and (self.showing.at or 0) >= len(cast.common):
            self.showing = Showing(in_common=bool(cast.common))
        self.wall.take(cast.programme)
        self.say_anew()

    def say_anew(self) -> None:
        """The words beside the cases, once something of them differs."""
        session, cast = self._store.session, self._casting.cast
        meeting, speaker = open_meeting(session.document), Speaker(cast, session)
        if meeting is not None:
            self._split = speaker.split(meeting)
            agreed, for_all = in_common.agreed(cast, session), in_common.for_all(cast, session)
            self._room = Room(speaker.agenda(meeting), speaker.decided(meeting), agreed, for_all)
        self._page.show_common(in_common.why_not(cast))
        self.refresh()

    def refresh(self) -> None:
        """Tell the wall and the laptop."""
        if self.wall is None:
            return
        entry, session = self._recording.entry, self._store.session
        typing = None
        if entry is not None and (self.showing.case is not None or self.showing.in_common):
            label = ALL_CASES if entry.person is None else session.label(entry.person)
            typing = Speaker(self._casting.cast, session).typing(entry, label)
        self._room = replace(self._room, typing=typing, left=self._left(), said=self._said)
        self.wall.show_page(self.showing, self._room)
        self._page.mirror.show_wall(self.wall.wall)
        self._show_aside()

    def _left(self) -> str:
        page, split = self._counted, self._split
        if page is None or split is None:
            return ""
        minutes = split.minutes_for(page) if isinstance(page, Part) else split.each
        return clock.minutes_left(minutes, self._clock.spent(page))

    def _show_aside(self) -> None:
        session, person, left = self._store.session, self.person, self._left()
        cast = self._casting.cast
        of_case = "Agenda" if person is None else session.label(person)
        label = "In common" if self.showing.in_common else of_case
        gone = int(self._clock.gone // 60)
        self._page.show_aside(
            Aside(
                time_of_day(datetime.now()),
                f"{many(gone, 'minute')} gone",
                f"{label}: {left}" if left else label,
                in_common.following(self.showing, cast),
                in_common.notes(self.showing, cast) if self.showing.in_common else notes_for(session, person),
            )
        )

    def _on_tick(self) -> None:
        """The presenter's clock, and once a minute what the wall says of the time."""
        if self._room.left != self._left():
            self.refresh()
        else:
            self._show_aside()
        meeting = open_meeting(self._store.session.document)
        if meeting is not None and self._clock.gone < meeting.minutes * 60:
            self.in_progress.emit()
