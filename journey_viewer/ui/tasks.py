"""A job is a generator; here it runs off the GUI thread, one at a time, with progress and a Cancel that works."""

import gc
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from journey_viewer.errors import JourneyError
from journey_viewer.model.progress import Progress

Job = Generator[Progress, None, Any]


class _Cancelled(Exception):
    """The user asked for the job to stop, and it has."""


class _Runner(QThread):
    """Walks a job to its end, or closes it where it stands when interruption is asked for."""

    moved = Signal(object)
    returned = Signal(object)
    cancelled = Signal()
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job

    def run(self) -> None:
        try:
            result = self._walk()
        except _Cancelled:
            self.cancelled.emit()
        except JourneyError as error:
            self.refused.emit(error)
        except Exception as error:  # noqa: BLE001 (the crash dialog is the one place that shows it)
            self.crashed.emit(error)
        else:
            self.returned.emit(result)

    def _walk(self) -> Any:
        while True:
            if self.isInterruptionRequested():
                self._job.close()
                raise _Cancelled
            try:
                self.moved.emit(next(self._job))
            except StopIteration as end:
                return end.value


_RUNNING: set[int] = set()


def _hold_garbage(runner: _Runner) -> None:
    """WORKAROUND: collected while a job's thread runs, Qt objects can die on the wrong thread."""
    _RUNNING.add(id(runner))
    gc.disable()


def _let_garbage(runner: _Runner) -> None:
    _RUNNING.discard(id(runner))
    if not _RUNNING:
        gc.enable()


class Tasks(QObject):
    """Runs one job at a time. ``failed`` carries a JourneyError, ``crashed`` any other exception."""

    started = Signal(str)
    progressed = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    crashed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner: _Runner | None = None
        self._on_done: Callable[[Any], None] | None = None
        self._on_refused: Callable[[JourneyError], None] | None = None

    @property
    def busy(self) -> bool:
        return self._runner is not None

    def start(
        self,
        title: str,
        job: Job,
        on_done: Callable[[Any], None],
        on_refused: Callable[[JourneyError], None] | None = None,
    ) -> None:
        """Run a job and hand its result to ``on_done``, a JourneyError to ``on_refused`` or else ``failed``.

        ValueError while another runs, which the window never lets happen.
        """
        if self._runner is not None:
            raise ValueError("a job is running")
        runner = _Runner(job, self)
        runner.moved.connect(self.progressed)
        runner.returned.connect(self._on_runner_returned)
        runner.cancelled.connect(self.cancelled)
        runner.refused.connect(self._on_runner_refused)
        runner.crashed.connect(self.crashed)
        runner.finished.connect(self._on_runner_finished)
        self._runner, self._on_done, self._on_refused = runner, on_done, on_refused
        _hold_garbage(runner)
        self.started.emit(title)
        runner.start()

    def cancel(self) -> None:
        """Ask the job to stop at its next step; what it had begun is taken back."""
        if self._runner is not None:
            self._runner.requestInterruption()

    def stop(self) -> None:
        """Cancel, wait, and say nothing more of it: for the end of the program."""
        runner, self._runner = self._runner, None
        self._on_done = self._on_refused = None
        if runner is not None:
            runner.requestInterruption()
            runner.wait()
            _let_garbage(runner)
            QCoreApplication.removePostedEvents(self)  # what it had still to say
            runner.deleteLater()

    def _on_runner_returned(self, result: Any) -> None:
        if self._on_done is not None:
            self._on_done(result)

    def _on_runner_refused(self, error: JourneyError) -> None:
        if self._on_refused is not None:
            self._on_refused(error)
        else:
            self.failed.emit(error)

    def _on_runner_finished(self) -> None:
        runner, self._runner = self._runner, None
        self._on_done = self._on_refused = None
        if runner is not None:
            _let_garbage(runner)
            runner.deleteLater()
        self.ended.emit()
