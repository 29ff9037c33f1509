"""Works out before and after off the GUI thread; only the newest question is answered."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from journey_viewer.attendance.change import BeforeAfter
from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.tasks import Tasks
from journey_viewer.work.look_back import AskedBack, look_back

STOPPED = "Stopped. Nothing was compared yet."
_OURS = "Something went wrong that is not your doing. Nothing was changed."


class Asking(QObject):
    """``answer`` is what was found; None while it is being worked out, and where ``trouble`` says why not."""

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._wanted: tuple[Imported, AskedBack] | None = None
        self._begun: tuple[Imported, AskedBack] | None = None
        self.question: tuple[Imported, AskedBack] | None = None
        self.answer: BeforeAfter | None = None
        self.trouble = ""
        self._tasks.progressed.connect(self.progressed)
        self._tasks.cancelled.connect(self._on_tasks_cancelled)
        self._tasks.failed.connect(self._on_tasks_failed)
        self._tasks.crashed.connect(self._on_tasks_crashed)
        self._tasks.ended.connect(self._on_tasks_ended)

    @property
    def busy(self) -> bool:
        return self._wanted is not None

    def ask(self, imported: Imported, asked: AskedBack) -> None:
        """Compare this, unless it is what was asked last."""
        old = self.question
        if old is not None and old[0] is imported and old[1] == asked:
            return
        self.question = self._wanted = (imported, asked)
        self.answer, self.trouble = None, ""
        if self._tasks.busy:
            self._tasks.cancel()
        else:
            self._begin()
        self.changed.emit()

    def again(self) -> None:
        """The same once more, after it was stopped."""
        if self.question is not None:
            imported, asked = self.question
            self.question = None
            self.ask(imported, asked)

    def cancel(self) -> None:
        self._tasks.cancel()

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self._tasks.stop()
        self.question = self._wanted = self._begun = self.answer = None
        self.trouble = ""
        self.changed.emit()

    def _begin(self) -> None:
        if self._wanted is not None:
            self._begun = self._wanted
            self._tasks.start("", _compared(*self._wanted), self._on_done)

    def _on_done(self, answer: BeforeAfter) -> None:
        if self._begun is self._wanted:
            self._wanted, self.answer = None, answer
            self.changed.emit()

    def _on_tasks_cancelled(self) -> None:
        if self._begun is self._wanted:
            self._stop(STOPPED)

    def _on_tasks_failed(self, error: JourneyError) -> None:
        if self._begun is self._wanted:
            self._stop(str(error))

    def _on_tasks_crashed(self, error: BaseException) -> None:
        self._stop(_OURS)
        show_crash(error)

    def _stop(self, trouble: str) -> None:
        self._wanted, self.trouble = None, trouble
        self.changed.emit()

    def _on_tasks_ended(self) -> None:
        self._begin()


def _compared(imported: Imported, asked: AskedBack) -> Generator[Progress, None, BeforeAfter]:
    yield Progress(0, 2, "Getting ready")
    from journey_viewer.attendance.embedded import open_imported

    with open_imported(imported) as attendance:
        return (yield from look_back(attendance, asked))
