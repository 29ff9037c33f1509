"""Puts everything but the front into the window, in slices after it was first seen.

What stands in the window first needs PySide6 and little else, so that it is there at once. Whoever
presses a key or a button before the rest is there gets the rest first, and then what was asked for.
"""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton

from journey_viewer.ui.main_window import MainWindow

_SLICES = (
    *("numpy", "journey_viewer.session", "journey_viewer.reading.sheets", "journey_viewer.work.renewal"),
    *("journey_viewer.ui.keeping.care", "journey_viewer.ui.keeping.connected"),
    *("journey_viewer.drawing.painter", "journey_viewer.ui.deep_dive.swimlane"),
    *("journey_viewer.ui.deep_dive.side", "journey_viewer.ui.deep_dive.place"),
    *("journey_viewer.ui.importing.desk", "journey_viewer.ui.share.place"),
    "journey_viewer.ui.find.place",
    *("journey_viewer.ui.patterns.place", "journey_viewer.ui.meeting_desk.desk"),
    *("journey_viewer.ui.follow_up.place", "journey_viewer.ui.wiring"),
)
"""Modules that take a while to import, in an order in which none takes long after those before it."""
_WAITED_AT_MOST = 1000  # milliseconds: a window that opens small and out of sight is never painted
_ASKING = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin),
        *(QEvent.Type.TabletPress, QEvent.Type.DragEnter, QEvent.Type.Close),
    }
)


class Furnishing(QObject):
    """``begin`` after the window is shown; or ``finish`` at once. ``finished`` when everything is there."""

    finished = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._slices = _slices(window)
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._on_soon)

    def begin(self) -> None:
        """Wait until the window was painted, and then go on whenever nothing else is to be done."""
        self._window.installEventFilter(self)
        if (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)
        for made in self._window.start.findChildren(QAbstractButton):
            made.pressed.connect(self.finish)  # by a screen reader, of which the handle hears nothing
        self._soon.start(_WAITED_AT_MOST)

    def finish(self) -> None:
        """Put in all that is not there yet."""
        while not self._window.furnished:
            self._on_soon()

    def _on_soon(self) -> None:
        self._soon.setInterval(0)
        if next(self._slices, None) is None and self._window.furnished:
            self._soon.stop()
            self._window.removeEventFilter(self)
            if (handle := self._window.windowHandle()) is not None:
                handle.removeEventFilter(self)
            self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Paint:
            self._soon.setInterval(0)
        elif watched is not self._window and event.type() in _ASKING:
            self.finish()
        return False


def _slices(window: MainWindow) -> Iterator[str]:
    """Names what was done; between two of them the user can do something."""
    for name in _SLICES:
        import_module(name)
        yield name
    yield from _desks(window)
    yield from _places(window)
    _put_in(window)


def _desks(window: MainWindow) -> Iterator[str]:
    from journey_viewer.ui.header import Header
    from journey_viewer.ui.importing.desk import ImportDesk
    from journey_viewer.ui.keeping.beginnings import Beginnings
    from journey_viewer.ui.keeping.care import CareDesk
    from journey_viewer.ui.keeping.desk import KeepingDesk
    from journey_viewer.ui.keeping.idle import IdleWatch
    from journey_viewer.ui.leaving import Leaving
    from journey_viewer.ui.notice import Notice
    from journey_viewer.ui.store import Store
    from journey_viewer.ui.tasks import Tasks
    from journey_viewer.ui.telling import JobTeller

    window.store, window.tasks, window.notice = store, tasks, notice = Store(), Tasks(), Notice()
    window.header = Header(window.looks.theme)
    yield "header"
    window.keeping = KeepingDesk(store, tasks, notice, window)
    window.beginnings = Beginnings(store, tasks, notice, window.keeping, window)
    window.care = CareDesk(store, tasks, notice, window.keeping, window, looks=window.looks)
    window.leaving = Leaving(store, window)
    window.import_desk = ImportDesk(store, tasks, notice, window.leaving, window)
    JobTeller(tasks, notice, window.header, window.keeping.keeper, window)
    window.watch = IdleWatch(window)
    yield "desks"


def _places(window: MainWindow) -> Iterator[str]:
    from journey_viewer.ui.deep_dive.place import DeepDive
    from journey_viewer.ui.find.place import Find
    from journey_viewer.ui.follow_up.desk import MinutesDesk
    from journey_viewer.ui.follow_up.place import FollowUp
    from journey_viewer.ui.importing.mapping import MappingPage
    from journey_viewer.ui.importing.place import Lists
    from journey_viewer.ui.meeting_desk.desk import MeetingDesk
    from journey_viewer.ui.meeting_desk.place import MeetingPlace
    from journey_viewer.ui.patterns.place import Patterns
    from journey_viewer.ui.share.desk import ShareDesk
    from journey_viewer.ui.share.place import Share

    store, theme = window.store, window.looks.theme
    window.deep_dive = DeepDive(store, theme, window.leaving)
    yield "deep dive"
    window.attenders = Find(store, theme)
    yield "find"
    window.patterns = Patterns(store, theme)
    yield "patterns"
    window.meeting = MeetingPlace(theme)
    window.meeting_desk = MeetingDesk(store, window.meeting, window, theme)
    yield "meeting"
    window.follow_up = FollowUp(store, theme)
    window.minutes_desk = MinutesDesk(store, window.tasks, window.notice, window)
    yield "follow up"
    window.share, window.lists, window.mapping = Share(store, theme), Lists(store, theme), MappingPage()
    window.share_desk = ShareDesk(store, window.tasks, window.notice, window.share, window)
    yield "places"


def _put_in(window: MainWindow) -> None:
    """All that is seen of it, in one go; whatever has the focus keeps it."""
    from journey_viewer.ui.places import Places
    from journey_viewer.ui.wiring import Wiring

    focused = window.focusWidget()
    places = {
        "find": window.attenders,
        "deep_dive": window.deep_dive,
        "patterns": window.patterns,
        "meeting": window.meeting,
        "share": window.share,
        "follow_up": window.follow_up,
        "lists": window.lists,
    }
    window.places = Places(window.start, window.mapping, places)
    Wiring(window)
    window.put_in()
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
