"""Minutes and the actions log are asked for: where to, then they are written as a job."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journey_viewer.casefile.registers import who_we_are
from journey_viewer.model.minutes import ToMinute, to_minute
from journey_viewer.model.progress import Progress
from journey_viewer.model.registers import Export
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.parts import plural
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks
from journey_viewer.work.guard import guard_of_words
from journey_viewer.work.minutes import in_words, write_minutes

OPEN_MINUTES = "Open the folder of the minutes"
_NOT_WRITTEN_DOWN = "The case file can only be looked at here, so it is not written down there."


class MinutesDesk(QObject):
    """Exports the minutes of a meeting with the log of all actions, or the log alone."""

    exported = Signal(object)
    """An Export: what left, by labels alone."""

    def __init__(self, store: Store, tasks: Tasks, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._notice, self._window = store, tasks, notice, parent
        self._folder: Path | None = None
        self._cases: tuple[str, ...] = ()
        self._what = ""

    def ask_where(self, number: int | None) -> None:
        """Ask for a folder, then write what is asked for into it."""
        if self._tasks.busy:
            return
        if folder := dialogs.ask_for_folder(self._window, "Where to write the anonymised minutes"):
            self.export_to(folder, number)

    def export_to(self, folder: Path, number: int | None) -> None:
        """Write the minutes of that meeting, None for none, and the log."""
        self._store.settle()
        session = self._store.session
        told = to_minute(session.document, number, session.children)
        self._folder, self._cases, self._what = folder, told.cases, in_words(number)
        self._tasks.start("Writing the minutes", _Job(session, told, folder).steps(), self._on_written)

    def open_folder(self) -> None:
        """Show the files where they were written."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def forget(self) -> None:
        """Forget where the last ones were written."""
        self._folder, self._cases = None, ()

    def _on_written(self, files: tuple[Path, ...]) -> None:
        by, _ = who_we_are()
        self.exported.emit(Export(datetime.now(), self._what, self._cases, str(self._folder), by))
        count = len(files)
        said = f"Wrote {count} anonymised {plural(count, 'file')}. Each was searched before it was kept."
        if self._store.session.keeping.read_only:
            said = f"{said} {_NOT_WRITTEN_DOWN}"
        self._notice.say(said, link=OPEN_MINUTES)


@dataclass(frozen=True, eq=False)
class _Job:
    """The export, off the window's thread from the first step on."""

    session: Session
    told: ToMinute
    folder: Path

    def steps(self) -> Generator[Progress, None, tuple[Path, ...]]:
        yield Progress(0, 1, "Gathering what identifies people")
        guard = guard_of_words(self.session.imported, self.session.lists)
        return (yield from write_minutes(self.told, self.folder, guard, date.today()))
