"""What every anonymised export does once its files are there: it is written down and said, and its folder can be shown."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journey_viewer.casefile.registers import who_we_are
from journey_viewer.model.phrases import plural
from journey_viewer.model.registers import Export
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks

_NOT_WRITTEN_DOWN = "The case file can only be looked at here, so it is not written down there."


class ExportDesk(QObject):
    """Knows of the last export where it went, what it was and of which cases, by their labels."""

    exported = Signal(object)
    """An Export: what left, by labels alone."""

    def __init__(self, store: Store, tasks: Tasks, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._notice, self._window = store, tasks, notice, parent
        self._folder: Path | None = None
        self._cases: tuple[str, ...] = ()
        self._what = ""

    def open_folder(self) -> None:
        """Show the files where they were written."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def forget(self) -> None:
        """Forget where the last files were written."""
        self._folder, self._cases = None, ()

    def _tell(self, files: Sequence[Path], link: str, more: str = "") -> None:
        """Have it written down, and say so; ``link`` opens the folder."""
        by, _ = who_we_are()
        self.exported.emit(Export(datetime.now(), self._what, self._cases, str(self._folder), by))
        count = len(files)
        said = (
            f"Wrote {count} anonymised {plural(count, 'file')}. Each was searched before it was kept.{more}"
        )
        if self._store.session.keeping.read_only:
            said = f"{said} {_NOT_WRITTEN_DOWN}"
        self._notice.say(said, link=link)
