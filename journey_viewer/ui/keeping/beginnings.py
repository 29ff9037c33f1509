"""How work begins: a new case file, lists that are kept in it, or lists that are only looked at."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from journey_viewer.errors import CaseFileReadOnly, JourneyError
from journey_viewer.ui import dialogs
from journey_viewer.ui.keeping.desk import KeepingDesk
from journey_viewer.ui.keeping.jobs import Arrivals, Opened, creating, exports_of
from journey_viewer.ui.keeping.new_dialog import ENDING, KIND, NewCaseFile, NewCaseFileDialog
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks


def is_case_file(path: Path) -> bool:
    """By its name."""
    return path.suffix.lower() == ENDING


class Beginnings(QObject):
    """Asks once where lists are to be kept, and hands them on."""

    lists_taken = Signal(object)
    """Paths of lists that are to be read and laid over what is there."""

    def __init__(
        self, store: Store, tasks: Tasks, notice: Notice, keeping: KeepingDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._store, self._tasks, self._notice = store, tasks, notice
        self._keeping, self._window = keeping, window
        self._looks_only = False
        self._lists: tuple[Path, ...] = ()
        self._arrivals: Arrivals = []
        self._when_free: Callable[[], None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)  # not while files are being dropped: the program they come from waits
        self._soon.timeout.connect(self._on_soon)
        keeping.stopped.connect(self._on_keeping_stopped)
        keeping.emptied.connect(self._on_keeping_emptied)
        tasks.ended.connect(self._on_tasks_ended)

    def take(self, paths: Sequence[Path]) -> None:
        """What was dropped or chosen: a case file is opened; of lists it is asked once where to keep them."""
        if not self._keeping.may_ask or not paths:
            return
        case_file = self._keeping.keeper.file
        if cases := [path for path in paths if is_case_file(path)]:
            self._keeping.open(cases[0])
        elif case_file is not None and case_file.read_only:
            self._notice.say(str(CaseFileReadOnly()), warning=True)
        elif case_file is not None or self._looks_only or self._store.session.imported.sources:
            self.lists_taken.emit(list(paths))
        else:
            self._lists = tuple(paths)
            self._soon.start()

    def look_only(self) -> None:
        """Of the lists that come next nothing is kept, and nobody is asked."""
        self._looks_only = True

    def ask_for_lists_to_look_at(self) -> None:
        """Choose lists of which nothing is kept."""
        if self._keeping.may_ask and (paths := dialogs.ask_for_lists(self._window)):
            self._looks_only = True
            self.take(paths)

    def ask_new(self) -> None:
        """Make a case file, and keep in it what is open, if anything is."""
        if self._keeping.may_ask:
            self._ask_where(look_only=False)

    def ask_open(self) -> None:
        if self._keeping.may_ask and (path := dialogs.ask_for_case_file(self._window, KIND)):
            self._keeping.open(path)

    def let_go(self) -> None:
        """Close a file that was just made, and that nobody waits for any more."""
        for case_file in self._arrivals:
            case_file.close()
        self._arrivals.clear()

    def _ask_where(self, *, look_only: bool) -> None:
        dialog = NewCaseFileDialog(self._window, look_only=look_only)
        if not dialogs.answered(dialog) or self._keeping.locked:
            self._lists = ()
        elif dialog.answer is not None:
            self._then(partial(self._make, dialog.answer))
        else:
            self._looks_only = True
            self._take_lists()

    def _make(self, new: NewCaseFile) -> None:
        exports = exports_of(self._keeping.keeper.file)
        job = creating(new.path, new.passphrase, self._arrivals, remember=new.remember, exports=exports)
        self._tasks.start("Making the case file", job, self._on_made, self._on_not_made)

    def _take_lists(self) -> None:
        lists, self._lists = self._lists, ()
        if lists:
            self._then(partial(self.lists_taken.emit, list(lists)))

    def _then(self, action: Callable[[], None]) -> None:
        """Do this as soon as no job runs."""
        if self._tasks.busy:
            self._when_free = action
        else:
            action()

    def _on_made(self, made: Opened) -> None:
        self._arrivals.clear()
        self._keeping.keep_in(made)
        self._notice.say(f"{made.case_file.path.name} is ready. It saves by itself.")
        self._take_lists()

    def _on_not_made(self, error: JourneyError) -> None:
        self._lists = ()
        self._notice.say(str(error), warning=True)

    def _on_soon(self) -> None:
        if self._lists and self._keeping.may_ask:
            self._ask_where(look_only=True)

    def _on_tasks_ended(self) -> None:
        action, self._when_free = self._when_free, None
        if action is not None:
            self._then(action)

    def _on_keeping_stopped(self) -> None:
        self._when_free, self._lists = None, ()
        self.let_go()

    def _on_keeping_emptied(self) -> None:
        self._looks_only = False
        self._when_free, self._lists = None, ()
