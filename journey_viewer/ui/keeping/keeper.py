"""Saving without a Save button: whatever differs from what the case file holds is written to it."""

from collections.abc import Generator
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.errors import CaseFileUnavailable, JourneyError
from journey_viewer.model.kept import Kept
from journey_viewer.model.progress import Progress
from journey_viewer.model.registers import Export
from journey_viewer.session import Session
from journey_viewer.ui.keeping.jobs import forget_backups
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks

_SOON = 100  # milliseconds: keys typed in between are written together
_AGAIN = 10_000


class Keeper(QObject):
    """Has the open case file, and is the only one who writes to it; a job that needs it borrows it.

    What people wrote is written at once, lists by a job. Nothing is written of a session that does
    not say that it is kept in this file: an emptied window leaves the file as it is.
    """

    kept = Signal()
    """Everything is in the file."""
    failed = Signal(object)
    """A JourneyError why not; told once, and tried again."""
    troubled = Signal(bool)
    """The last change is not in the file; or, after that, it is."""
    taken_out = Signal(bool)
    """Somebody is in the file no longer, and in no backup either: or else False."""

    def __init__(self, store: Store, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._file: CaseFile | None = None
        self._kept = Kept()
        self._held: Kept | None = None
        self._exports: list[Export] = []
        self._lent = self._writing = False
        self._forgotten: bool | None = None
        self.trouble: JourneyError | None = None
        self._soon, self._again = _timer(self, _SOON), _timer(self, _AGAIN)
        self._soon.timeout.connect(self._write)
        self._again.timeout.connect(self._write)
        store.changed.connect(self._on_store_changed)
        tasks.ended.connect(self._on_tasks_ended)

    @property
    def file(self) -> CaseFile | None:
        return self._file

    @property
    def writing(self) -> bool:
        """A job writes the lists."""
        return self._writing

    @property
    def may_write(self) -> bool:
        return self._file is not None and not self._file.read_only

    @property
    def unsaved(self) -> bool:
        wanted = self._wanted
        if not self.may_write or wanted is None:
            return False
        differs = wanted.lists is not self._kept.lists or wanted.document != self._kept.document
        return differs or bool(self._exports)

    @property
    def held(self) -> Kept | None:
        """What could not be written before the window was emptied."""
        return self._held

    @property
    def _wanted(self) -> Kept | None:
        session = self._store.session
        if self._held is not None:
            return self._held
        ours = self._file is not None and session.keeping.name == self._file.path.stem
        return session.kept if ours else None

    def attach(self, case_file: CaseFile, kept: Kept) -> None:
        """Keep the session in this file from now on, which holds so much of it already."""
        self._file, self._kept, self._held = case_file, kept, None
        self._exports, self.trouble, self._lent = [], None, False
        self.troubled.emit(False)

    def borrow(self) -> CaseFile | None:
        """The file for a job; nothing is written until the job has ended. None where it may not be written to."""
        if not self.may_write or self.flush() is not None:
            return None
        self._lent = True
        return self._file

    def stop_jobs(self) -> None:
        """End the job that runs, whatever it does; the file is the window's alone again."""
        self._tasks.stop()
        self._lent = self._writing = False

    def flush(self) -> JourneyError | None:
        """Write everything now, on this thread; why not, where that cannot be. Only while no job has the file."""
        if self.unsaved:
            try:
                for _ in self._written(self._wanted or self._kept):
                    pass
            except JourneyError as error:
                self._on_refused(error)
                return error
            self._on_written()
        return None

    def hold(self, kept: Kept) -> None:
        """Keep on trying to write this, though the window no longer shows it."""
        self._held = kept

    def take_back(self) -> Kept:
        """What was held, which the window shows again."""
        held, self._held = self._held or self._kept, None
        return held

    def close(self) -> None:
        """Let the file go; what is not written is lost."""
        for timer in (self._soon, self._again):
            timer.stop()
        case_file, self._file, self._kept, self._held = self._file, None, Kept(), None
        self._exports, self.trouble, self._lent, self._writing = [], None, False, False
        self.troubled.emit(False)
        if case_file is not None:
            case_file.close()

    def register(self, export: Export) -> None:
        """Write down that something left; nothing where nothing is kept."""
        if self.may_write:
            self._exports.append(export)
            self._soon.start()

    def _written(self, new: Kept) -> Generator[Progress, None, None]:
        """Write the difference; what is then in the file is known at once, for the window may be about to close."""
        if self._file is None:
            return
        gone = new.document.removed - self._kept.document.removed
        if new.lists is not self._kept.lists or new.document != self._kept.document:
            yield from self._file.keep(self._kept, new)
        self._kept = new
        while self._exports:
            self._file.register(self._exports[0])
            self._exports.pop(0)
        if gone:
            self._forgotten = forget_backups(self._file)

    def _write(self) -> None:
        wanted = self._wanted
        if not self.unsaved or self._lent or wanted is None:
            return
        if wanted.lists is self._kept.lists:
            self.flush()
        elif not self._tasks.busy:
            self._lent = self._writing = True
            self._tasks.start("Saving the lists", self._written(wanted), self._on_written, self._on_refused)

    def _on_store_changed(self, _old: Session, _new: Session) -> None:
        if self.unsaved and not self._soon.isActive():
            self._soon.start()

    def _on_written(self, _nothing: Any = None) -> None:
        self._writing = False
        self._again.stop()
        self.trouble = None
        self.troubled.emit(False)
        forgotten, self._forgotten = self._forgotten, None
        if self._held is None:
            now = datetime.now()
            self._store.say_kept(replace(self._store.session.keeping, saved=now))
        self.kept.emit()
        if forgotten is not None:
            self.taken_out.emit(forgotten)

    def _on_refused(self, error: JourneyError) -> None:
        self._writing = False
        told, self.trouble = self.trouble, error
        self.troubled.emit(True)
        self._again.start()
        if type(told) is not type(error):
            self.failed.emit(error)

    def _on_tasks_ended(self) -> None:
        self._lent = False
        if self._writing:  # it neither returned nor refused: a fault of ours, told already
            self._on_refused(CaseFileUnavailable())
            self._again.stop()
        if self.unsaved and self.trouble is None:
            self._soon.start()


def _timer(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
