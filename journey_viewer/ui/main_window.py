"""The window: rail, header, notice and the places, put together and connected."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.errors import JourneyError
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.reading.preview import Preview
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.deep_dive.place import DeepDive
from journey_viewer.ui.header import Header
from journey_viewer.ui.importing.desk import SAY_COLUMNS, SEE_ROWS, ImportDesk
from journey_viewer.ui.importing.mapping import MappingPage
from journey_viewer.ui.importing.place import Lists
from journey_viewer.ui.importing.welcome import Welcome
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.rail import Rail
from journey_viewer.ui.share.desk import OPEN_FOLDER, ShareDesk
from journey_viewer.ui.share.place import Share
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks


class MainWindow(QMainWindow):
    """Shows the Store's Session; the desks do what is asked for."""

    def __init__(self, store: Store, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.store, self.tasks = store, tasks
        self.rail, self.header, self.notice = Rail(theme), Header(), Notice()
        self.welcome, self.mapping = Welcome(theme), MappingPage()
        self.deep_dive = DeepDive(store, theme)
        self.share = Share(store, theme)
        self.lists = Lists(store)
        self.import_desk = ImportDesk(store, tasks, self.notice, self)
        self.share_desk = ShareDesk(store, tasks, self.notice, self.share, self)
        self._places: dict[str, QWidget] = {
            "deep_dive": self.deep_dive,
            "share": self.share,
            "lists": self.lists,
        }
        self._stack = QStackedWidget()
        self._asking = False
        self.setWindowTitle("Journey Viewer")
        self.setAcceptDrops(True)
        self.resize(1400, 860)
        self._put_together()
        self._connect_places()
        self._connect_desks()
        self._show_session(Session(), store.session)

    def _put_together(self) -> None:
        for widget in (self.welcome, self.mapping, *self._places.values()):
            self._stack.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.header, self.notice):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _connect_places(self) -> None:
        desk = self.import_desk
        self.store.changed.connect(self._show_session)
        self.rail.place_chosen.connect(self._on_place_chosen)
        self.header.names_toggled.connect(self._on_names_toggled)
        self.header.menu.window_chosen.connect(self._on_window_chosen)
        self.header.open_asked.connect(desk.ask_for_files)
        self.header.share_asked.connect(self._on_share_asked)
        self.welcome.files_asked.connect(desk.ask_for_files)
        self.welcome.folder_asked.connect(desk.ask_for_folder)
        self.welcome.template_asked.connect(desk.save_template)
        self.lists.save_asked.connect(desk.save_problems)
        self.lists.close_asked.connect(desk.close)
        self.lists.columns_asked.connect(desk.ask_about)
        self.lists.offer_accepted.connect(desk.accept_offer)
        self.mapping.accepted.connect(desk.use)
        self.mapping.left.connect(desk.settled)
        self.share.export_asked.connect(self.share_desk.ask_where)
        self.notice.followed.connect(self._on_notice_followed)
        for keys, slot in (
            (QKeySequence.StandardKey.Open, desk.ask_for_files),
            (QKeySequence.StandardKey.Undo, self.store.undo),
            (QKeySequence.StandardKey.Redo, self.store.redo),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _connect_desks(self) -> None:
        self.import_desk.preview_made.connect(self._on_preview_made)
        self.import_desk.settled.connect(self._on_question_settled)
        self.notice.cancelled.connect(self.tasks.cancel)
        self.tasks.started.connect(self._on_task_started)
        self.tasks.progressed.connect(self.notice.advance)
        self.tasks.failed.connect(self._on_task_failed)
        self.tasks.crashed.connect(self._on_task_crashed)
        self.tasks.cancelled.connect(self._on_task_cancelled)
        self.tasks.ended.connect(self._on_task_ended)

    def open_lists(self, paths: Sequence[Path], service: Service | None = None) -> None:
        """Read these files and folders, and show them in place of what is open."""
        self.import_desk.open(paths, service)

    def _allow_asking(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs another cannot be asked for."""
        for widget in (self.header.open, self.welcome.files, self.welcome.folder, self.lists, self.mapping):
            widget.setEnabled(allowed)
        self.share.allow_export(allowed)

    def _show_session(self, old: Session, new: Session) -> None:
        places = frozenset(self._places) if not new.is_empty else _with_nobody(new)
        self.rail.show_place(new.view.place, open_to=places)
        self.header.show_session(new)
        self._asking = self._asking and new.view.place == old.view.place
        shown = self._places[new.view.place] if new.view.place in places else self.welcome
        self._stack.setCurrentWidget(self.mapping if self._asking else shown)
        if new.imported is not old.imported and not new.is_empty:
            self.deep_dive.people.setFocus()

    def _on_preview_made(self, preview: Preview) -> None:
        self._asking = True
        self.mapping.show_preview(preview)
        self._stack.setCurrentWidget(self.mapping)

    def _on_question_settled(self) -> None:
        self._asking = False
        self._show_session(self.store.session, self.store.session)

    def _on_task_started(self, title: str) -> None:
        self._allow_asking(False)
        self.notice.begin(title)

    def _on_task_failed(self, error: JourneyError) -> None:
        self.notice.say(str(error), warning=True)

    def _on_task_crashed(self, error: BaseException) -> None:
        self.notice.say("Something went wrong that is not your doing. Nothing was changed.", warning=True)
        show_crash(error)

    def _on_task_cancelled(self) -> None:
        self.notice.say("Cancelled. Nothing of it was kept.")

    def _on_task_ended(self) -> None:
        self._allow_asking(True)

    def _on_notice_followed(self) -> None:
        match self.notice.link.text():
            case text if text == OPEN_FOLDER:
                self.share_desk.open_folder()
            case text if text == SEE_ROWS:
                self.store.look(place="lists")
            case text if text == SAY_COLUMNS:
                self.import_desk.ask_again()

    def _on_place_chosen(self, place: str) -> None:
        self._asking = False
        self.store.look(place=place)

    def _on_share_asked(self) -> None:
        self.store.look(place="share")

    def _on_names_toggled(self, shown: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        view = self.store.session.view
        if shown != view.names_shown:
            self.store.look(names_shown=shown, search=view.search if shown else "")  # it may hold a name

    def _on_window_chosen(self, window: Window) -> None:
        self.store.choose(window=window)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.tasks.busy:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.import_desk.add(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.store.settle()
        self.tasks.stop()
        super().closeEvent(event)


def _with_nobody(session: Session) -> frozenset[str]:
    """The places that are of use while there is nobody to show: why that is so."""
    told = session.imported.sources or session.imported.refusals
    return frozenset({"lists"}) if told else frozenset()
