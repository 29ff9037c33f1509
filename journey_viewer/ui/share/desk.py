"""Everything that the user asks for about sharing: where to, then the pack as a job."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journey_viewer.errors import NothingToShare
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.export_desk import ExportDesk
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.share.place import Share
from journey_viewer.ui.share.wanted import FILES
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks
from journey_viewer.work.guard import guard_of
from journey_viewer.work.pack_files import SIZES, Wanted, template_content
from journey_viewer.work.share_pack import Written, share_pack

OPEN_FOLDER = "Open the folder"


class ShareDesk(ExportDesk):
    """Exports the cases that are ticked in the place "Share"."""

    def __init__(self, store: Store, tasks: Tasks, notice: Notice, place: Share, parent: QWidget) -> None:
        super().__init__(store, tasks, notice, parent)
        self._place = place

    def ask_where(self) -> None:
        """Ask for a folder, where nothing holds the export up."""
        if self._place.may_export and (
            folder := dialogs.ask_for_folder(self._window, "Where to write the anonymised files")
        ):
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Write the pack of the shared cases into a folder."""
        if self._tasks.busy:
            return
        self._store.settle()
        session = self._store.session
        self._folder = folder
        self._cases = tuple(map(session.label, session.shared_people))
        asked = self._place.wanted
        widths = SIZES[asked.size]
        wanted = Wanted(asked.files, asked.transparent, asked.outlined, not asked.native, widths=widths)
        self._what = _in_words(wanted)
        job = _Job(session, folder, wanted, asked.template)
        self._tasks.start("Sharing", job.steps(), self._on_pack_written)

    def ask_for_template(self) -> None:
        """Ask for the user's own template; it is used until the window closes."""
        if path := dialogs.ask_for_template(self._window):
            self._place.files.use_template(path)

    def _on_pack_written(self, written: Written) -> None:
        self._tell(written.files, OPEN_FOLDER, written.removed_words)


@dataclass(frozen=True, eq=False)
class _Job:
    """The export, off the window's thread from the first step on."""

    session: Session
    folder: Path
    wanted: Wanted
    template: Path | None

    def steps(self) -> Generator[Progress, None, Written]:
        yield Progress(0, 1, "Gathering what identifies people")
        session, window = self.session, self.session.document.window
        if window is None:
            raise NothingToShare
        people = session.shared_people
        told = session.to_share(people, reasons=session.view.reasons)
        guard = guard_of(told, people, session.imported, window, session.lists)
        wanted = replace(self.wanted, template=template_content(self.template))
        return (yield from share_pack(told, self.folder, wanted, guard, date.today()))


def _in_words(wanted: Wanted) -> str:
    """What left, for the register."""
    kinds = ", ".join(FILES[name][0] for name in FILES if name in wanted.formats)
    return f"Anonymised pack: {kinds}"
