"""The window: rail, header, notice and the places; what the user asks for becomes a job here."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.errors import JourneyError
from journey_viewer.files import write_file
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.reading.lists import find_lists, read_lists
from journey_viewer.session import Session, opened
from journey_viewer.theme import Theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.deep_dive.place import DeepDive
from journey_viewer.ui.header import Header
from journey_viewer.ui.importing.place import Lists, in_words
from journey_viewer.ui.importing.welcome import Welcome
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.rail import Rail
from journey_viewer.ui.share.place import Share
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks
from journey_viewer.work.share_pack import share_pack
from journey_viewer.work.working_files import problems_csv


class MainWindow(QMainWindow):
    """Shows the Store's Session and turns what is asked for into jobs."""

    def __init__(self, store: Store, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.store, self.tasks = store, tasks
        self.rail, self.header, self.notice = Rail(theme), Header(), Notice()
        self.welcome = Welcome(theme)
        self.deep_dive = DeepDive(store, theme)
        self.share = Share(store, theme)
        self.lists = Lists(store)
        self._places: dict[str, QWidget] = {
            "deep_dive": self.deep_dive,
            "share": self.share,
            "lists": self.lists,
        }
        self._stack = QStackedWidget()
        self._open: tuple[Path, ...] = ()
        self._reading: tuple[Path, ...] = ()
        self._shared_to: Path | None = None
        self.setWindowTitle("Journey Viewer")
        self.setAcceptDrops(True)
        self.resize(1400, 860)
        self._put_together()
        self._connect_signals()
        self._show_session(Session(), store.session)

    def _put_together(self) -> None:
        for widget in (self.welcome, *self._places.values()):
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

    def _connect_signals(self) -> None:
        self.store.changed.connect(self._show_session)
        self.rail.place_chosen.connect(self._on_place_chosen)
        self.header.names_toggled.connect(self._on_names_toggled)
        self.header.menu.window_chosen.connect(self._on_window_chosen)
        self.header.open_asked.connect(self._on_files_asked)
        self.header.share_asked.connect(self._on_share_asked)
        self.welcome.files_asked.connect(self._on_files_asked)
        self.welcome.folder_asked.connect(self._on_folder_asked)
        self.welcome.template_asked.connect(self._on_template_asked)
        self.lists.save_asked.connect(self._on_save_problems_asked)
        self.lists.close_asked.connect(self._on_close_lists_asked)
        self.share.export_asked.connect(self._on_export_asked)
        self.notice.cancelled.connect(self.tasks.cancel)
        self.notice.followed.connect(self._on_notice_followed)
        self.tasks.started.connect(self.notice.begin)
        self.tasks.progressed.connect(self.notice.advance)
        self.tasks.failed.connect(self._on_task_failed)
        self.tasks.crashed.connect(self._on_task_crashed)
        self.tasks.cancelled.connect(self._on_task_cancelled)
        self.tasks.ended.connect(self._on_task_ended)
        for keys, slot in (
            (QKeySequence.StandardKey.Open, self._on_files_asked),
            (QKeySequence.StandardKey.Undo, self.store.undo),
            (QKeySequence.StandardKey.Redo, self.store.redo),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def add_lists(self, paths: Sequence[Path]) -> None:
        """Read these files and folders together with those that are open, so that people are linked across all."""
        self.open_lists([*self._open, *paths])

    def open_lists(self, paths: Sequence[Path]) -> None:
        """Read these files and folders, and show them in place of what is open."""
        if self.tasks.busy:
            return
        try:
            lists = find_lists(paths)
        except JourneyError as error:
            self.notice.say(str(error), warning=True)
            return
        self._reading = tuple(lists)
        self._allow_asking(False)
        self.tasks.start("Reading lists", read_lists(lists), self._on_lists_read)

    def export_to(self, folder: Path) -> None:
        """Write the pack of the shared cases into a folder."""
        if self.tasks.busy:
            return
        session = self.store.session
        self._shared_to = folder
        job = share_pack(
            session.shared_cases,
            folder,
            self.share.chosen_formats,
            known_identifiers(session.imported),
            date.today(),
        )
        self._allow_asking(False)
        self.tasks.start("Sharing", job, self._on_pack_written)

    def _allow_asking(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs another cannot be asked for."""
        for widget in (self.header.open, self.welcome.files, self.welcome.folder):
            widget.setEnabled(allowed)
        self.share.allow_export(allowed)

    def _show_session(self, old: Session, new: Session) -> None:
        self.rail.show_place(new.view.place, enabled=not new.is_empty)
        self.header.show_session(new)
        shown = self.welcome if new.is_empty else self._places[new.view.place]
        if self._stack.currentWidget() is not shown:
            self._stack.setCurrentWidget(shown)

    def _on_lists_read(self, imported: Imported) -> None:
        session = opened(imported, date.today())
        self._open = self._reading
        self.store.open(session)
        trouble = bool(imported.problems or imported.refusals)
        self.notice.say(
            in_words(imported)
            if not session.is_empty
            else f"{in_words(imported)} There is nobody to show yet.",
            link="See what became of every row" if not session.is_empty else "",
            warning=trouble,
        )
        self.deep_dive.people.setFocus()

    def _on_pack_written(self, files: list[Path]) -> None:
        count = len(files)
        self.notice.say(
            f"Wrote {count} anonymised file{'s' * (count != 1)}. Each was searched before it was kept.",
            link="Open the folder",
        )

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
        if self.notice.link.text() == "Open the folder":
            if self._shared_to is not None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._shared_to)))
        else:
            self.store.look(place="lists")

    def _on_place_chosen(self, place: str) -> None:
        self.store.look(place=place)

    def _on_share_asked(self) -> None:
        self.store.look(place="share")

    def _on_names_toggled(self, shown: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        view = self.store.session.view
        if shown != view.names_shown:
            self.store.look(names_shown=shown, search=view.search if shown else "")  # it may hold a name

    def _on_window_chosen(self, window: Window) -> None:
        self.store.choose(window=window)

    def _on_files_asked(self) -> None:
        if not self.tasks.busy and (paths := dialogs.ask_for_lists(self)):
            self.add_lists(paths)

    def _on_folder_asked(self) -> None:
        if folder := dialogs.ask_for_folder(self, "Open every list in a folder"):
            self.open_lists([folder])

    def _on_close_lists_asked(self) -> None:
        self._open = ()
        self.notice.hide()
        self.store.open(Session())

    def _on_export_asked(self) -> None:
        if folder := dialogs.ask_for_folder(self, "Where to write the anonymised files"):
            self.export_to(folder)

    def _on_template_asked(self) -> None:
        from journey_viewer.export.template import template_workbook

        path = dialogs.ask_where_to_save(self, "Save a blank list", "Contacts.xlsx", "Workbook (*.xlsx)")
        if path is not None:
            self._save(path.with_suffix(".xlsx"), template_workbook(), "Saved a blank list.")

    def _on_save_problems_asked(self) -> None:
        path = dialogs.ask_where_to_save(self, "Save the problems", "Problems.csv", "Table (*.csv)")
        if path is not None:
            content = problems_csv(self.store.session.imported.problems)
            self._save(
                path.with_suffix(".csv"),
                content,
                "Saved the problems: where they are, not what stands there.",
            )

    def _save(self, path: Path, content: bytes, said: str) -> None:
        try:
            write_file(path, content)
        except JourneyError as error:
            self.notice.say(str(error), warning=True)
        else:
            self.notice.say(said)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.tasks.busy:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.add_lists(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.stop()
        super().closeEvent(event)
