"""What takes a while to work out is worked out off the GUI thread, and only the newest question is answered."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.tasks import Job, Tasks


class Thinking(QObject):
    """Asks one question at a time. One that comes meanwhile takes the place of the one before, whose answer is dropped."""

    answered = Signal(object, object)
    """(question, answer)."""
    rested = Signal()
    """Nothing is being worked out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._question: Any = None
        self._next: Callable[[], Job] | None = None
        self._is_wanted = False
        self._soon = QTimer(self)  # once what asked is drawn: a thread at work makes every call of Qt's wait
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)
        self._tasks.crashed.connect(show_crash)
        self._tasks.ended.connect(self._on_tasks_ended)

    @property
    def question(self) -> Any:
        """The newest question."""
        return self._question

    @property
    def busy(self) -> bool:
        return self._tasks.busy or self._next is not None

    def ask(self, question: object, job: Callable[[], Job]) -> None:
        """Have this worked out; ``job`` makes the generator whose result is the answer."""
        self._question, self._next, self._is_wanted = question, job, False
        if self._tasks.busy:
            self._tasks.cancel()
        else:
            self._soon.start()

    def forget(self) -> None:
        """Stop, and hold nothing of what was asked."""
        self._question = self._next = None
        self._is_wanted = False
        self._soon.stop()
        self._tasks.stop()

    def _begin(self) -> None:
        job, self._next = self._next, None
        self._soon.stop()
        if job is not None:
            self._is_wanted = True
            self._tasks.start("", job(), self._on_done)

    def _on_done(self, answer: object) -> None:
        if self._is_wanted:
            self.answered.emit(self._question, answer)

    def _on_tasks_ended(self) -> None:
        self._begin()
        if not self.busy:
            self.rested.emit()
