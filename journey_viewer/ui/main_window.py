"""The window. It begins with what is seen first, the rail and the start page; ``furnishing`` puts in the rest."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.paths import CASE_FILE_ENDING
from journey_viewer.theme import Theme
from journey_viewer.ui.clipboard import clear_ours
from journey_viewer.ui.keeping.start_page import StartPage
from journey_viewer.ui.looks import Looks
from journey_viewer.ui.parts import label, style_sheet
from journey_viewer.ui.rail import Rail

if TYPE_CHECKING:  # none of these may be needed before the window is first seen
    from journey_viewer.model.words import Service
    from journey_viewer.ui.deep_dive.place import DeepDive
    from journey_viewer.ui.find.place import Find
    from journey_viewer.ui.follow_up.desk import MinutesDesk
    from journey_viewer.ui.follow_up.place import FollowUp
    from journey_viewer.ui.header import Header
    from journey_viewer.ui.importing.desk import ImportDesk
    from journey_viewer.ui.importing.mapping import MappingPage
    from journey_viewer.ui.importing.place import Lists
    from journey_viewer.ui.keeping.beginnings import Beginnings
    from journey_viewer.ui.keeping.care import CareDesk
    from journey_viewer.ui.keeping.desk import KeepingDesk
    from journey_viewer.ui.keeping.idle import IdleWatch
    from journey_viewer.ui.leaving import Leaving
    from journey_viewer.ui.meeting_desk.desk import MeetingDesk
    from journey_viewer.ui.meeting_desk.place import MeetingPlace
    from journey_viewer.ui.notice import Notice
    from journey_viewer.ui.patterns.place import Patterns
    from journey_viewer.ui.places import Places
    from journey_viewer.ui.share.desk import ShareDesk
    from journey_viewer.ui.share.place import Share
    from journey_viewer.ui.store import Store
    from journey_viewer.ui.tasks import Tasks

_HEADER_HEIGHT = 54


class MainWindow(QMainWindow):
    """Shows the Store's Session; the desks do what is asked for. All but the front is there once it is ``furnished``."""

    store: "Store"
    tasks: "Tasks"
    header: "Header"
    notice: "Notice"
    mapping: "MappingPage"
    attenders: "Find"
    deep_dive: "DeepDive"
    patterns: "Patterns"
    meeting: "MeetingPlace"
    meeting_desk: "MeetingDesk"
    share: "Share"
    follow_up: "FollowUp"
    lists: "Lists"
    places: "Places"
    keeping: "KeepingDesk"
    beginnings: "Beginnings"
    care: "CareDesk"
    import_desk: "ImportDesk"
    share_desk: "ShareDesk"
    minutes_desk: "MinutesDesk"
    leaving: "Leaving"
    watch: "IdleWatch"

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks, self.furnished = looks, False
        self.rail, self.start = Rail(looks.theme), StartPage(looks.theme)
        self.cover, self.column = QStackedWidget(), QVBoxLayout()
        self._header = _plain_header(looks.theme)
        self.setWindowTitle("Journey Viewer")
        self.setAcceptDrops(True)
        self.resize(1400, 860)
        self.dress(looks.theme)
        self._put_together()

    def dress(self, theme: Theme) -> None:
        """Everything in the window, and its dialogs and menus, look like this from now on."""
        self.setStyleSheet(style_sheet(theme))

    def _put_together(self) -> None:
        self.column.setSpacing(0)
        self.column.addWidget(self._header)
        self.column.addWidget(self.start, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self.column, 1)
        self.cover.addWidget(whole)
        self.setCentralWidget(self.cover)
        self.rail.show_place("", open_to=frozenset())

    def put_in(self) -> None:
        """Put the real header, the line under it and the places where the front was, all in one go."""
        for widget in (self._header, self.start):
            self.column.removeWidget(widget)
        self._header.hide()
        self._header.deleteLater()
        self.column.addWidget(self.header)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.places, 1)
        self.header.show()  # at once, or the window would be seen without them
        self.places.show()
        self.cover.addWidget(self.keeping.door.page)
        self.watch.listen_to(self.windowHandle())
        self.furnished = True

    def open_lists(self, paths: Sequence[Path], service: "Service | None" = None) -> None:
        """Open a case file; or read lists and look at them in place of what is open, and keep nothing."""
        if cases := [path for path in paths if path.suffix.lower() == CASE_FILE_ENDING]:
            self.keeping.open(cases[0])
        elif self.keeping.path is not None:
            self.beginnings.take(paths)
        else:
            self.beginnings.look_only()
            self.import_desk.open(paths, service)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.furnished:
            self.watch.listen_to(self.windowHandle())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.furnished and self.keeping.may_ask:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.beginnings.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished and not self.keeping.end():
            event.ignore()
            return
        if self.furnished:
            self.beginnings.let_go()
            self.attenders.forget()
            self.meeting_desk.forget()
            self.patterns.forget()
            self.share.forget()
            self.follow_up.forget()
            self.deep_dive.forget()
        clear_ours()
        super().closeEvent(event)


def _plain_header(theme: Theme) -> QFrame:
    """The header as it is with nothing open."""
    made = QFrame()
    made.setObjectName("header")
    made.setFixedHeight(theme.scaled(_HEADER_HEIGHT))
    row = QHBoxLayout(made)
    row.setContentsMargins(20, 0, 16, 0)
    row.addWidget(label("Journey Viewer", "title"))
    row.addStretch()
    return made
