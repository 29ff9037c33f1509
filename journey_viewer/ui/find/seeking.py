"""Looks through the whole list off the GUI thread, and keeps what was found until the lists are others."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject

from journey_viewer.attendance.asked import BY_GP_CONTACTS, TOP, Mix
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.ui.asking import Asking
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


class Seeking(Asking):
    """``found`` is what the lists say by ``mix``; what they say by another is kept until the lists are others."""

    found: Found | None

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, CANCELLED)
        self._lists: _Lists | None = None
        self._kept: dict[str, Found] = {}
        self.mix = BY_GP_CONTACTS

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
            self._seek(self._lists, listed)

    def again(self) -> None:
        """Look once more, after it was stopped."""
        if self._lists is not None:
            self._look()

    def forget(self) -> None:
        self._lists = None
        self._kept.clear()
        self.mix = BY_GP_CONTACTS
        super().forget()

    def _look(self) -> None:
        kept = self._kept.get(self.mix.in_words)
        self.trouble = ""
        if kept is not None or self._lists is None:
            self._wanted, self.found = None, kept
            self._tasks.cancel()
            self.changed.emit()
        else:
            self._seek(self._lists, TOP)

    def _seek(self, lists: _Lists, listed: int) -> None:
        if listed <= TOP:
            self.found = None
        self._want(partial(_looked_through, lists, self.mix, listed, self.found))

    def _keep(self, found: Found) -> None:
        super()._keep(found)
        self._kept[found.asked.mix.in_words] = found


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
