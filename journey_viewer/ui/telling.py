"""What is said of a job while it runs and when it ends: on the line under the header, or in the header while it saves."""

from PySide6.QtCore import QObject

from journey_viewer.errors import JourneyError
from journey_viewer.model.progress import Progress
from journey_viewer.ui.crash import show_crash
from journey_viewer.ui.header import Header
from journey_viewer.ui.keeping.keeper import Keeper
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.tasks import Tasks


class JobTeller(QObject):
    """Follows the Tasks. Saving is told quietly, and is not to be cancelled."""

    def __init__(self, tasks: Tasks, notice: Notice, header: Header, keeper: Keeper, parent: QObject) -> None:
        super().__init__(parent)
        self._notice, self._header, self._keeper = notice, header, keeper
        notice.cancelled.connect(tasks.cancel)
        tasks.started.connect(self._on_tasks_started)
        tasks.progressed.connect(self._on_tasks_progressed)
        tasks.failed.connect(self._on_tasks_failed)
        tasks.crashed.connect(self._on_tasks_crashed)
        tasks.cancelled.connect(self._on_tasks_cancelled)
        tasks.ended.connect(notice.end)

    def _on_tasks_started(self, title: str) -> None:
        if self._keeper.writing:
            self._header.say_saving(0)
        else:
            self._notice.begin(title)

    def _on_tasks_progressed(self, progress: Progress) -> None:
        if self._keeper.writing:
            self._header.say_saving(100 * progress.done // max(progress.total, 1))
        else:
            self._notice.advance(progress)

    def _on_tasks_failed(self, error: JourneyError) -> None:
        self._notice.say(str(error), warning=True)

    def _on_tasks_crashed(self, error: BaseException) -> None:
        self._notice.say("Something went wrong that is not your doing. Nothing was changed.", warning=True)
        show_crash(error)

    def _on_tasks_cancelled(self) -> None:
        self._notice.say("Cancelled. Nothing of it was kept.")
