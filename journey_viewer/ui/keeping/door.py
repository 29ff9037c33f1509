"""The way into a case file: its passphrase is asked for on the page, tried by a job, and a backup offered where it is damaged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from journey_viewer.casefile.backups import made_at
from journey_viewer.errors import CaseFileDamaged, JourneyError, WrongPassphrase
from journey_viewer.ui.keeping.jobs import (
    Arrivals,
    Opened,
    finding_backup,
    opening,
    opening_by_keyring,
    proving,
    restoring,
)
from journey_viewer.ui.keeping.page import PassphrasePage
from journey_viewer.ui.keeping.proof import Proof
from journey_viewer.ui.parts import moment
from journey_viewer.ui.tasks import Job, Tasks

_TITLE = "Opening the case file"
_NO_BACKUP = "No backup beside it opens with this passphrase either."


class Door(QObject):
    """Owns the page; whoever is let in is told of by ``opened``."""

    opened = Signal(object)
    """An Opened."""
    proved = Signal()
    """The passphrase is that of the file which could not be closed."""
    left = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._path = Path()
        self._proof: Proof | None = None
        self._backup: Path | None = None
        self._passphrase = self._damaged = ""
        self._arrivals: Arrivals = []
        self.page = PassphrasePage()
        self.page.given.connect(self._on_page_given)
        self.page.left.connect(self.left)
        self.page.restore_asked.connect(self._on_page_restore_asked)

    def ask(
        self, path: Path, heading: str, said: str, *, yes: str, no: str, proof: Proof | None = None
    ) -> None:
        """Ask for the passphrase; ``proof``: the file is still open, so that it is tried by that."""
        self._path, self._proof, self._backup, self._passphrase = path, proof, None, ""
        self.page.ask(heading, said, yes=yes, no=no)

    def try_keyring(self) -> None:
        """Open it without asking, where this computer's keyring has the passphrase."""
        self._start(opening_by_keyring(self._path, self._arrivals), self._on_keyring_tried)

    def forget(self) -> None:
        """Hold nothing of what was typed, and no file that nobody waits for any more."""
        self._passphrase, self._backup = "", None
        self.page.forget()
        for case_file in self._arrivals:
            case_file.close()
        self._arrivals.clear()

    def _start(self, job: Job, on_done: Callable[[Any], None]) -> None:
        if self._tasks.busy:
            self.page.complain("Something is still being done. Try again in a moment.")
            return
        self.page.wait(waiting=True, said="Opening…")
        self._tasks.start(_TITLE, job, on_done, self._on_refused)

    def _on_page_given(self, passphrase: str) -> None:
        self._passphrase = passphrase
        if self._proof is not None:
            self._start(proving(self._proof, passphrase), self._on_proof_tried)
        else:
            self._start(opening(self._path, passphrase, self._arrivals), self._on_opened)

    def _on_page_restore_asked(self) -> None:
        if self._backup is not None:
            job = restoring(self._path, self._backup, self._passphrase, self._arrivals)
            self._start(job, self._on_opened)

    def _on_keyring_tried(self, opened: Opened | None) -> None:
        if opened is None:
            self.page.wait(waiting=False)
            self.page.complain("")
        else:
            self._on_opened(opened)

    def _on_opened(self, opened: Opened) -> None:
        self._arrivals.clear()
        self.page.forget()
        self.opened.emit(opened)
        self._passphrase = ""

    def _on_proof_tried(self, fits: bool) -> None:  # noqa: FBT001 (a job's result)
        self.page.wait(waiting=False)
        if fits:
            self.page.forget()
            self.proved.emit()
        else:
            self.page.complain(str(WrongPassphrase()))

    def _on_refused(self, error: JourneyError) -> None:
        self.page.wait(waiting=False)
        self.page.complain(str(error))
        if isinstance(error, CaseFileDamaged) and self._passphrase and self._backup is None:
            self._damaged = str(error)
            self._tasks.ended.connect(self._look_for_backup)

    def _look_for_backup(self) -> None:
        self._tasks.ended.disconnect(self._look_for_backup)
        self.page.wait(waiting=True, said=f"{self._damaged} Looking for a backup…")
        job = finding_backup(self._path, self._passphrase)
        self._tasks.start(_TITLE, job, self._on_backup_found, self._on_refused)

    def _on_backup_found(self, backup: Path | None) -> None:
        self.page.wait(waiting=False)
        self._backup = backup
        if backup is None:
            self.page.complain(f"{self._damaged} {_NO_BACKUP}")
        else:
            self.page.complain(self._damaged, f"Open the backup of {moment(made_at(backup))}")
