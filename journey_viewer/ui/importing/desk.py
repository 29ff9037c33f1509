"""Everything that the user asks for about lists: open, add, say what a column is, close, save what is left to mend."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_viewer.errors import CaseFileReadOnly, JourneyError
from journey_viewer.files import write_file
from journey_viewer.model.imported import Imported, ServiceAsked
from journey_viewer.model.linking import joined
from journey_viewer.model.words import Service
from journey_viewer.reading.heading_map import HeadingMap
from journey_viewer.reading.lists import find_lists
from journey_viewer.reading.preview import Preview, preview_lists
from journey_viewer.session import Session, reopened
from journey_viewer.ui import dialogs
from journey_viewer.ui.importing.place import in_words, news_in_words
from journey_viewer.ui.importing.remembered import keep_heading_map, kept_heading_maps
from journey_viewer.ui.importing.services import ServicesTold
from journey_viewer.ui.leaving import PROBLEMS_WARNING, UNDERSTOOD_WARNING, Leaving
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks
from journey_viewer.work.importing import import_lists, served_otherwise
from journey_viewer.work.renewal import Renewal
from journey_viewer.work.working_files import problems_workbook, touchpoints_csv

SEE_ROWS = "See what became of every row"
SAY_COLUMNS = "Say which column is what"
MEANWHILE = "What is open changed while the lists were read, so nothing was added. Add them again."


class ImportDesk(QObject):
    """Turns what is asked for into jobs, and their results into a new Session."""

    preview_made = Signal(object)
    """A Preview: the user is to say which column is what."""
    chosen = Signal(object)
    """Paths of lists that the user chose; where they are to be kept is not asked here."""
    settled = Signal()
    """The question is answered or put off."""

    def __init__(self, store: Store, tasks: Tasks, notice: Notice, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._notice, self._window = store, tasks, notice, parent
        self._leaving = leaving
        self._open: tuple[Path, ...] = ()
        self._reading: tuple[Path, ...] = ()
        self._gone, self._added = 0, False
        self._asked_for: Imported | None = None
        self._asked_about: Path | None = None
        self._services = ServicesTold()

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files and folders together with those that are open, so that people are linked across all."""
        there = [path for path in self._open if path.exists()]
        self.open([*there, *paths], gone=len(self._open) - len(there), added=True)

    def open(
        self, paths: Sequence[Path], service: Service | None = None, *, gone: int = 0, added: bool = False
    ) -> None:
        """Read these files and folders, and show them in place of what is open.

        ``service`` is for lists that do not say theirs, and for those added to them later. ``gone``:
        lists read before that are no longer there. ``added``: to what is open, so that people keep their letters.
        """
        if self._tasks.busy:
            return
        try:
            lists = find_lists(paths)
        except JourneyError as error:
            self._notice.say(str(error), warning=True)
            return
        self._reading, self._gone, self._added = tuple(lists), gone, added
        self._asked_about = lists[0] if len(lists) == 1 else None
        self._asked_for = self._before.lists
        if not added:
            self._services.otherwise = service
        said, service = self._services.said, self._services.otherwise
        job = import_lists(self._before.kept, lists, service, kept_heading_maps(), datetime.now(), said=said)
        self._tasks.start("Reading lists", job, self._on_lists_read, self._on_lists_refused)

    @property
    def _before(self) -> Session:
        """What the lists that are being read come to."""
        return self._store.session if self._added else Session()

    def ask_about(self, path: Path) -> None:
        """Show the first rows of a list that was not recognised, for the user to say what its columns are."""
        if not self._tasks.busy:
            self._asked_about = path
            self._tasks.start("Looking at the list", preview_lists(path), self._on_previews_made)

    def ask_again(self) -> None:
        """Ask about the one list that was just refused."""
        if self._asked_about is not None:
            self.ask_about(self._asked_about)

    def use(self, told: HeadingMap) -> None:
        """Remember what the user said, and read everything with it."""
        keep_heading_map(told)
        self.settled.emit()
        if self._asked_about is not None:
            self.open(list(dict.fromkeys([*self._open, self._asked_about])), added=True)

    def say_services(self, answers: Sequence[tuple[ServiceAsked, Service]]) -> None:
        """Remember which services these lists come from, and read everything with that."""
        if not self._tasks.busy:
            lists = self._store.session.lists
            for asked, service in answers:
                self._services.tell(asked, service)
                lists = served_otherwise(lists, asked, service)
            self._store.open(replace(self._store.session, lists=lists))
            self.add([])

    def accept_offer(self, offer: tuple[int, ...]) -> None:
        """These people are one person: show their contacts as one journey."""
        if self._store.session.keeping.read_only:
            self._notice.say(str(CaseFileReadOnly()), warning=True)
            return
        self._store.settle()
        document = self._store.session.document
        kept, *others = sorted(offer)
        for other in others:
            document = joined(document, kept, other)
        self._store.choose(edits=document.edits, chosen=document.chosen, casework=document.casework)

    def forget(self) -> None:
        """Forget what was read and what was asked about: it is no longer open."""
        self._open = self._reading = ()
        self._asked_about = self._asked_for = None
        self._services.forget()

    def ask_for_files(self) -> None:
        if not self._tasks.busy and (paths := dialogs.ask_for_lists(self._window)):
            self.chosen.emit(paths)

    def ask_for_folder(self) -> None:
        if not self._tasks.busy and (
            folder := dialogs.ask_for_folder(self._window, "Open every list in a folder")
        ):
            self.chosen.emit([folder])

    def save_template(self) -> None:
        """Save a blank list to fill in."""
        from journey_viewer.export.template import template_workbook

        path = dialogs.ask_where_to_save(
            self._window, "Save a blank list", "Contacts.xlsx", "Workbook (*.xlsx)"
        )
        if path is not None:
            self._save(_as_workbook(path), template_workbook(), "Saved a blank list.")

    def save_problems(self) -> None:
        """Save where the rows stand that could not be read."""
        if not self._leaving.may_save(PROBLEMS_WARNING):
            return
        path = dialogs.ask_where_to_save(
            self._window, "Save the problems", "Problems.xlsx", "Workbook (*.xlsx)"
        )
        if path is not None:
            said = "Saved the problems: where they are, not what stands there."
            content = problems_workbook(self._store.session.imported.problems)
            if self._save(_as_workbook(path), content, said):
                self._leaving.tell_saved("Problems of the import", path)

    def save_understood(self) -> None:
        """Save every touchpoint as it was understood."""
        if not self._leaving.may_save(UNDERSTOOD_WARNING):
            return
        path = dialogs.ask_where_to_save(
            self._window, "Save what was understood", "Touchpoints.csv", "List (*.csv)"
        )
        if path is not None:
            path = path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
            said = "Saved what was understood: for whoever imports the lists, not for sharing."
            if self._save(path, touchpoints_csv(self._store.session.imported), said):
                self._leaving.tell_saved("What the import understood", path)

    def _save(self, path: Path, content: bytes, said: str) -> bool:
        try:
            write_file(path, content)
        except JourneyError as error:
            self._notice.say(str(error), warning=True)
            return False
        self._notice.say(said)
        return True

    def _on_lists_read(self, renewal: Renewal) -> None:
        before = self._before
        if before.lists is not self._asked_for:
            self._notice.say(MEANWHILE, warning=True)
            return
        session = reopened(before, renewal.lists, date.today())
        imported = session.imported
        self._open = () if session.is_empty and not imported.asked else self._reading
        self._store.open(session)
        to_say = [asked for asked in imported.asked if asked.service is None]
        if self._services.are_new(to_say):
            self._store.look(place="lists")
        gone = f" {self._gone} read before could no longer be found." if self._gone else ""
        nobody = " There is nobody to show yet." if session.is_empty and imported.sources else ""
        news = f" {news_in_words(renewal)}" if before.lists.sources or renewal.barred else ""
        trouble = bool(imported.problems or imported.refusals or imported.offers or to_say or gone or nobody)
        self._notice.say(f"{in_words(imported)}{news}{gone}{nobody}", link=SEE_ROWS, warning=trouble)

    def _on_lists_refused(self, error: JourneyError) -> None:
        asks = self._asked_about is not None and error.about_columns
        self._notice.say(str(error), link=SAY_COLUMNS if asks else "", warning=True)

    def _on_previews_made(self, previews: list[Preview]) -> None:
        self._notice.hide()
        self.preview_made.emit(previews[0])


def _as_workbook(path: Path) -> Path:
    """The path with the ending that a workbook needs, added and not put in place of another."""
    return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
