"""What identifies somebody leaves the screen only when that is wished for, and is written down."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_viewer.casefile.registers import who_we_are
from journey_viewer.model.registers import Export
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.store import Store

CLIPBOARD = "the clipboard"
_TITLE = "Copy something that identifies somebody?"
_WARNING = (
    "It holds one person’s dates and reasons, as they stand in the record. Paste it into that person’s own"
    " record and nowhere else: no e-mail, no chat, no slides. Share makes pages that identify nobody."
)
_WRITTEN_DOWN = "That it was copied is written down in the case file."
_SAVED_WRITTEN_DOWN = "That it was saved is written down in the case file."
_AGAIN = "Do not ask again until this window closes or locks"
_FILE_TITLE = "Save something that identifies somebody?"
PROBLEMS_WARNING = (
    "This is a working file for whoever imports the lists. It names the files they came from, which may be"
    " called after people. Keep it where the lists themselves are kept, and do not send it on."
)
UNDERSTOOD_WARNING = (
    "This is a working file for whoever imports the lists. It holds everybody’s name, NHS number, dates and"
    " reasons, as they were understood. Keep it where the lists themselves are kept, and do not send it on."
)


class Leaving(QObject):
    """Asks before something identifiable is copied or saved; what left is told for the case file's register."""

    left = Signal(object)
    """An Export that identifies somebody."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._window = store, parent
        self._asks = True
        store.changed.connect(self._on_store_changed)

    def may_copy(self, what: str) -> bool:
        """Whether this may go to the clipboard; if it may, that is written down. ``what`` in plain words."""
        if self._asks:
            warning = f"{_WARNING}\n\n{_WRITTEN_DOWN}" if self._is_kept else _WARNING
            wished, again = dialogs.ask_again(self._window, _TITLE, warning, "Copy", _AGAIN)
            if not wished:
                return False
            self._asks = again
        person = self._store.session.view.person
        cases = () if person is None else (self._store.session.label(person),)
        self._tell(what, cases, CLIPBOARD)
        return True

    def may_save(self, warning: str) -> bool:
        """Whether a working file may be saved, of which this has to be said; that it was is told afterwards."""
        if self._is_kept:
            warning = f"{warning}\n\n{_SAVED_WRITTEN_DOWN}"
        return dialogs.ask_sure(self._window, _FILE_TITLE, warning, "Save it")

    def tell_saved(self, what: str, path: Path) -> None:
        """A working file was saved there."""
        self._tell(what, (), str(path.parent))

    @property
    def _is_kept(self) -> bool:
        keeping = self._store.session.keeping
        return bool(keeping.name) and not keeping.read_only

    def _tell(self, what: str, cases: Sequence[str], where: str) -> None:
        by, _ = who_we_are()
        self.left.emit(Export(datetime.now(), what, tuple(cases), where, by, identifies=True))

    def _on_store_changed(self, _old: Session, new: Session) -> None:
        self._asks = self._asks or new.is_empty
