"""Looks through the whole list off the GUI thread, and keeps what was found until the lists are others."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Signal

from journey_viewer.attendance.asked import BY_GP_CONTACTS, TOP, Mix
from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.tasks import Tasks
from journey_viewer.work.find_attenders import Asked, Found, find_attenders
from journey_viewer.work.more_attenders import more_attenders

CANCELLED = "Stopped. Nothing was found out yet."
_HEAVY = ("pyqtgraph",)
_STEPS = 6


@dataclass(frozen=True, eq=False)
class _Lists:
    """What every answer rests on: where it differs, all of them are void."""

    imported: Imported
    last: date | None

    def are_of(self, session: Session) -> bool:
        window = session.document.window
        return self.imported is session.imported and self.last == (window.last if window else None)


class Seeking(QObject):
    """``found`` is what the lists say by ``mix``; None while that is being worked out, and where ``trouble`` says why not."""

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._lists: _Lists | None = None
        self._kept: dict[str, Found] = {}
        self._wanted: tuple[_Lists, Mix, int] | None = None
        self._begun: tuple[_Lists, Mix, int] | None = None
        self.mix = BY_GP_CONTACTS
        self.found: Found | None = None
        self.trouble = ""
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._tasks.progressed.connect(self.progressed)
        self._tasks.cancelled.connect(self._on_tasks_cancelled)
        self._tasks.failed.connect(self._on_tasks_failed)
        self._tasks.crashed.connect(self._on_tasks_crashed)
        self._tasks.ended.connect(self._on_tasks_ended)

    @property
    def busy(self) -> bool:
        return self._wanted is not None

    def follow(self, session: Session) -> None:
        """Look through these lists, unless that is done or begun."""
        if session.is_empty:
            self.forget()
        elif self._lists is None or not self._lists.are_of(session):
            window = session.document.window
            self._kept.clear()
            self._lists = _Lists(session.imported, window.last if window else None)
            self._look()

    def rank_by(self, mix: Mix) -> None:
        """Rank the people by something else."""
        if mix != self.mix:
            self.mix = mix
            self._look()

    def list_more(self, listed: int) -> None:
        """Have the first ``listed`` people in what was found."""
        if self.found is not None and self._lists is not None:
            self._want(self._lists, self.mix, listed)

    def again(self) -> None:
        """Look once more, after it was stopped."""
        if self._lists is not None:
            self._look()

    def cancel(self) -> None:
        self._tasks.cancel()

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self._tasks.stop()
        self._lists = self._wanted = self._begun = self.found = None
        self._kept.clear()
        self.trouble = ""
        self.mix = BY_GP_CONTACTS
        self.changed.emit()

    def _look(self) -> None:
        kept = self._kept.get(self.mix.in_words)
        self.trouble = ""
        if kept is not None or self._lists is None:
            self._wanted, self.found = None, kept
            self._tasks.cancel()
            self.changed.emit()
        else:
            self._want(self._lists, self.mix, TOP)

    def _want(self, lists: _Lists, mix: Mix, listed: int) -> None:
        self._wanted = (lists, mix, listed)
        if listed <= TOP:
            self.found = None
        if self._tasks.busy:
            self._tasks.cancel()
        else:
            self._begin()
        self.changed.emit()

    def _begin(self) -> None:
        if self._wanted is None:
            return
        self._begun = self._wanted
        lists, mix, listed = self._wanted
        base = self.found if listed > TOP else None
        self._tasks.start("", _looked_through(lists, mix, listed, base), self._on_done)

    def _on_done(self, found: Found) -> None:
        if self._begun is not None and self._begun is self._wanted:
            self._wanted, self.found = None, found
            self._kept[found.asked.mix.in_words] = found
            self.changed.emit()

    def _on_tasks_cancelled(self) -> None:
        if self._begun is self._wanted:
            self._stop(CANCELLED if self.found is None else "")

    def _on_tasks_failed(self, error: JourneyError) -> None:
        if self._begun is self._wanted:
            self._stop(str(error))

    def _on_tasks_crashed(self, error: BaseException) -> None:
        self._stop("Something went wrong that is not your doing. Nothing was changed.")
        show_crash(error)

    def _stop(self, trouble: str) -> None:
        self._wanted, self.trouble = None, trouble
        self.changed.emit()

    def _on_tasks_ended(self) -> None:
        if self._wanted is not None:
            self._begin()


def _looked_through(
    lists: _Lists, mix: Mix, listed: int, base: Found | None
) -> Generator[Progress, None, Found]:
    """All of it is imported here, where it keeps nobody waiting; the connection lasts as long as the job."""
    yield Progress(0, _STEPS, "Getting ready")
    for name in _HEAVY:
        import_module(name)
    from journey_viewer.attendance.embedded import open_imported

    with open_imported(lists.imported) as attendance:
        job: Generator[Progress, None, Any]
        if base is None:
            job = find_attenders(attendance, date.today(), Asked(mix, until=lists.last))
        else:
            job = more_attenders(attendance, base, listed)
        found: Found = yield from job
    return found
