"""What people wait for is worked out off the GUI thread, with progress and Cancel; only the newest question is answered."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from journey_viewer.errors import JourneyError
from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.tasks import Job, Tasks

_OURS = "Something went wrong that is not your doing. Nothing was changed."


class Asking(QObject):
    """``found`` is the answer; None while it is being worked out, and where ``trouble`` says why not.

    ``stopped`` is what ``trouble`` says after Cancel. Unlike Thinking, this tells how far it is and what went wrong.
    """

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, parent: QObject, stopped: str) -> None:
        super().__init__(parent)
        self._tasks, self._stopped = Tasks(self), stopped
        self._wanted: Callable[[], Job] | None = None
        self._begun: Callable[[], Job] | None = None
        self.found: Any = None
        self.trouble = ""
        self._tasks.progressed.connect(self.progressed)
        self._tasks.cancelled.connect(self._on_tasks_cancelled)
        self._tasks.failed.connect(self._on_tasks_failed)
        self._tasks.crashed.connect(self._on_tasks_crashed)
        self._tasks.ended.connect(self._on_tasks_ended)

    @property
    def busy(self) -> bool:
        return self._wanted is not None

    def cancel(self) -> None:
        self._tasks.cancel()

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self._tasks.stop()
        self._wanted = self._begun = self.found = None
        self.trouble = ""
        self.changed.emit()

    def _want(self, job: Callable[[], Job]) -> None:
        """Have this worked out in the place of what was wanted before; ``job`` makes the generator."""
        self._wanted = job
        if self._tasks.busy:
            self._tasks.cancel()
        else:
            self._begin()
        self.changed.emit()

    def _begin(self) -> None:
        if self._wanted is not None:
            self._begun = self._wanted
            self._tasks.start("", self._wanted(), self._on_done)

    def _keep(self, found: Any) -> None:
        """Keep the answer to the newest question."""
        self.found = found

    def _on_done(self, found: Any) -> None:
        if self._wanted is not None and self._begun is self._wanted:
            self._wanted = None
            self._keep(found)
            self.changed.emit()

    def _on_tasks_cancelled(self) -> None:
        if self._begun is self._wanted:
            self._stop(self._stopped if self.found is None else "")

    def _on_tasks_failed(self, error: JourneyError) -> None:
        if self._begun is self._wanted:
            self._stop(str(error))

    def _on_tasks_crashed(self, error: BaseException) -> None:
        self._stop(_OURS)
        show_crash(error)

    def _on_tasks_ended(self) -> None:
        self._begin()

    def _stop(self, trouble: str) -> None:
        self._wanted, self.trouble = None, trouble
        self.changed.emit()
