"""Works out before and after off the GUI thread; only the newest question is answered."""

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import QObject

from journey_viewer.attendance.change import BeforeAfter
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.ui.asking import Asking
from journey_viewer.work.look_back import AskedBack, look_back

STOPPED = "Stopped. Nothing was compared yet."


class AskingBack(Asking):
    """``question`` is what was asked last."""

    found: BeforeAfter | None

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, STOPPED)
        self.question: tuple[Imported, AskedBack] | None = None

    def ask(self, imported: Imported, asked: AskedBack) -> None:
        """Compare this, unless it is what was asked last."""
        old = self.question
        if old is not None and old[0] is imported and old[1] == asked:
            return
        self.question = (imported, asked)
        self.found, self.trouble = None, ""
        self._want(partial(_compared, imported, asked))

    def again(self) -> None:
        """The same once more, after it was stopped."""
        if self.question is not None:
            imported, asked = self.question
            self.question = None
            self.ask(imported, asked)

    def forget(self) -> None:
        self.question = None
        super().forget()


def _compared(imported: Imported, asked: AskedBack) -> Generator[Progress, None, BeforeAfter]:
    yield Progress(0, 2, "Getting ready")
    from journey_viewer.attendance.embedded import open_imported

    with open_imported(imported) as attendance:
        return (yield from look_back(attendance, asked))
