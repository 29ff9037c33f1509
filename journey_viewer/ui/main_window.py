"""The window: rail, header, notice and the places, put together and connected."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.place import DeepDive
from journey_viewer.ui.header import Header
from journey_viewer.ui.importing.desk import SAY_COLUMNS, SEE_ROWS, ImportDesk
from journey_viewer.ui.importing.mapping import MappingPage
from journey_viewer.ui.importing.place import Lists
from journey_viewer.ui.keeping.beginnings import Beginnings, is_case_file
from journey_viewer.ui.keeping.care import CareDesk
from journey_viewer.ui.keeping.connected import connect_menu, connect_start
from journey_viewer.ui.keeping.desk import CHANGE_DATE, DELETE, KEEP_ELSEWHERE, KeepingDesk
from journey_viewer.ui.keeping.idle import IdleWatch
from journey_viewer.ui.keeping.preferences import idle_minutes
from journey_viewer.ui.keeping.start_page import StartPage
from journey_viewer.ui.keeping.words import NEARLY_CLOSED
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.places import Places
from journey_viewer.ui.rail import Rail
from journey_viewer.ui.share.desk import OPEN_FOLDER, ShareDesk
from journey_viewer.ui.share.place import Share
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks
from journey_viewer.ui.telling import JobTeller


class MainWindow(QMainWindow):
    """Shows the Store's Session; the desks do what is asked for."""

    def __init__(self, store: Store, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.store, self.tasks = store, tasks
        self.rail, self.header, self.notice = Rail(theme), Header(), Notice()
        self.start, self.mapping = StartPage(theme), MappingPage()
        self.deep_dive = DeepDive(store, theme)
        self.share = Share(store, theme)
        self.lists = Lists(store)
        self.keeping = KeepingDesk(store, tasks, self.notice, self)
        self.beginnings = Beginnings(store, tasks, self.notice, self.keeping, self)
        self.care = CareDesk(store, tasks, self.notice, self.keeping, self)
        self.import_desk = ImportDesk(store, tasks, self.notice, self)
        self.share_desk = ShareDesk(store, tasks, self.notice, self.share, self)
        self.teller = JobTeller(tasks, self.notice, self.header, self.keeping.keeper, self)
        self.watch = IdleWatch(self)
        places = {"deep_dive": self.deep_dive, "share": self.share, "lists": self.lists}
        self._places = Places(self.start, self.mapping, places)
        self._cover = QStackedWidget()
        self.setWindowTitle("Journey Viewer")
        self.setAcceptDrops(True)
        self.resize(1400, 860)
        self._put_together()
        self._connect_places()
        self._connect_lists()
        self._connect_keeping()
        self._connect_keys()
        self._show_session(Session(), store.session)
        self._on_care_settings_changed()

    def _put_together(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.notice)
        right.addWidget(self._places, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        for widget in (whole, self.keeping.door.page):
            self._cover.addWidget(widget)
        self.setCentralWidget(self._cover)

    def _connect_places(self) -> None:
        self.store.changed.connect(self._show_session)
        self.rail.place_chosen.connect(self._on_place_chosen)
        self.header.names_toggled.connect(self._on_names_toggled)
        self.header.menu.window_chosen.connect(self._on_window_chosen)
        self.header.share_asked.connect(self._on_share_asked)
        self.share.export_asked.connect(self.share_desk.ask_where)
        self.share_desk.exported.connect(self.keeping.keeper.register)
        self.notice.followed.connect(self._on_notice_followed)
        self.tasks.started.connect(self._on_tasks_started)
        self.tasks.ended.connect(self._on_tasks_ended)

    def _connect_lists(self) -> None:
        desk, start = self.import_desk, self.start
        for asked in (self.header.open_asked, start.files_asked):
            asked.connect(desk.ask_for_files)
        start.folder_asked.connect(desk.ask_for_folder)
        start.template_asked.connect(desk.save_template)
        desk.chosen.connect(self.beginnings.take)
        self.beginnings.lists_taken.connect(desk.add)
        self.lists.save_asked.connect(desk.save_problems)
        self.lists.close_asked.connect(self.keeping.close)
        self.lists.columns_asked.connect(desk.ask_about)
        self.lists.services_said.connect(desk.say_services)
        self.lists.offer_accepted.connect(desk.accept_offer)
        self.mapping.accepted.connect(desk.use)
        self.mapping.left.connect(desk.settled)
        self.deep_dive.bar.desk.told.connect(self.notice.say)
        self.deep_dive.told.connect(self.notice.say)
        desk.preview_made.connect(self._places.ask)
        desk.settled.connect(self._on_question_settled)

    def _connect_keeping(self) -> None:
        desks = self.beginnings, self.keeping, self.care
        connect_start(self.start, *desks)
        connect_menu(self.header.case_menu, *desks)
        self.header.keep_asked.connect(self.beginnings.ask_new)
        self.care.settings_changed.connect(self._on_care_settings_changed)
        self.keeping.covered.connect(self._on_keeping_covered)
        self.keeping.stopped.connect(self._on_tasks_ended)
        self.keeping.emptied.connect(self._on_keeping_emptied)
        self.keeping.keeper.troubled.connect(self.header.say_unsaved)
        self.watch.idle.connect(self.keeping.lock)
        self.watch.nearly.connect(self._on_watch_nearly)

    def _connect_keys(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.Open, self._on_open_keys),
            (QKeySequence.StandardKey.Undo, self.store.undo),
            (QKeySequence.StandardKey.Redo, self.store.redo),
            (QKeySequence("Ctrl+L"), self.keeping.lock),
            (QKeySequence("Ctrl+W"), self.keeping.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def open_lists(self, paths: Sequence[Path], service: Service | None = None) -> None:
        """Open a case file; or read lists and look at them in place of what is open, and keep nothing."""
        if cases := [path for path in paths if is_case_file(path)]:
            self.keeping.open(cases[0])
        elif self.keeping.path is not None:
            self.beginnings.take(paths)
        else:
            self.beginnings.look_only()
            self.import_desk.open(paths, service)

    def _allow_asking(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs another cannot be asked for."""
        for widget in (self.header.open, self.header.keep, self.header.case_file, self.lists, self.mapping):
            widget.setEnabled(allowed)
        self.start.allow_asking(allowed)
        self.share.allow_export(allowed)

    def _show_session(self, old: Session, new: Session) -> None:
        self.rail.show_place(new.view.place, open_to=self._places.open_to(new))
        self.header.show_session(new)
        self.start.show_session(new)
        self._places.show_session(old, new)
        if new.imported is not old.imported and not new.is_empty:
            self.deep_dive.people.setFocus()

    def _on_question_settled(self) -> None:
        self._places.settle(self.store.session)

    def _on_tasks_started(self, _title: str) -> None:
        self._allow_asking(False)

    def _on_tasks_ended(self) -> None:
        self._allow_asking(not self.tasks.busy)

    def _on_notice_followed(self, link: str) -> None:
        slots = {
            OPEN_FOLDER: self.share_desk.open_folder,
            SEE_ROWS: self._on_rows_asked,
            SAY_COLUMNS: self.import_desk.ask_again,
            KEEP_ELSEWHERE: self.beginnings.ask_new,
            CHANGE_DATE: self.care.ask_delete_by,
            DELETE: self.care.delete,
        }
        if link in slots:
            slots[link]()

    def _on_open_keys(self) -> None:
        if self.keeping.may_ask:
            self.import_desk.ask_for_files()

    def _on_rows_asked(self) -> None:
        self.store.look(place="lists")

    def _on_place_chosen(self, place: str) -> None:
        self._places.settle(self.store.session)
        self.store.look(place=place)

    def _on_share_asked(self) -> None:
        self.store.look(place="share")

    def _on_names_toggled(self, shown: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        view = self.store.session.view
        if shown != view.names_shown:
            search, looking = view.search, view.looking
            if not shown:  # what was typed may hold a name
                search, looking = "", looking.without_words()
            self.store.look(names_shown=shown, search=search, looking=looking)

    def _on_window_chosen(self, window: Window) -> None:
        self.store.choose(window=window)

    def _on_keeping_covered(self, covered: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        self._cover.setCurrentIndex(1 if covered else 0)
        self.start.refresh()

    def _on_keeping_emptied(self, said: str) -> None:
        self.import_desk.forget()
        self.share_desk.forget()
        self._places.settle(self.store.session)
        self.start.say(said)
        self.start.refresh()

    def _on_care_settings_changed(self) -> None:
        self.watch.start(idle_minutes())
        self.start.refresh()

    def _on_watch_nearly(self) -> None:
        if self.keeping.path is None and not self.store.session.is_empty:
            self.notice.say(NEARLY_CLOSED, warning=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.listen_to(self.windowHandle())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.keeping.may_ask:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.beginnings.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.keeping.end():
            event.ignore()
            return
        self.beginnings.let_go()
        super().closeEvent(event)
