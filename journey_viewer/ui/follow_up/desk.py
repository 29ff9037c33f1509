"""Minutes and the actions log are asked for: where to, then they are written as a job."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journey_viewer.model.minutes import ToMinute, to_minute
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.export_desk import ExportDesk
from journey_viewer.work.guard import guard_of_words
from journey_viewer.work.minutes import in_words, write_minutes

OPEN_MINUTES = "Open the folder of the minutes"


class MinutesDesk(ExportDesk):
    """Exports the minutes of a meeting with the log of all actions, or the log alone."""

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

    def _on_written(self, files: tuple[Path, ...]) -> None:
        self._tell(files, OPEN_MINUTES)


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
