"""What is done about an open case file: another passphrase, the recovery sheet, its backups and registers, its end."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_viewer.casefile import keychain
from journey_viewer.casefile.deletion import copies_of, delete_case_file
from journey_viewer.errors import JourneyError
from journey_viewer.model.delete_by import delete_by
from journey_viewer.model.phrases import many
from journey_viewer.ui import dialogs
from journey_viewer.ui.keeping.change_dialog import ChangeDialog
from journey_viewer.ui.keeping.desk import KeepingDesk
from journey_viewer.ui.keeping.jobs import Changed, changing
from journey_viewer.ui.keeping.preferences import forget_case_file
from journey_viewer.ui.keeping.sheet_dialog import SheetDialog
from journey_viewer.ui.keeping.small_dialogs import DeleteByDialog, SettingsDialog
from journey_viewer.ui.keeping.where_dialog import Whereabouts, WhereDialog
from journey_viewer.ui.looks import Looks
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks

_YEAR = timedelta(days=365)


class CareDesk(QObject):
    """Asks in dialogs, and does what was answered."""

    settings_changed = Signal()

    def __init__(
        self,
        store: Store,
        tasks: Tasks,
        notice: Notice,
        keeping: KeepingDesk,
        window: QWidget,
        *,
        looks: Looks,
    ) -> None:
        super().__init__(window)
        self._looks = looks
        self._store, self._tasks, self._notice = store, tasks, notice
        self._keeping, self._window = keeping, window

    def change_passphrase(self) -> None:
        path = self._path
        if path is None or not self._keeping.keeper.may_write:
            return
        dialog = ChangeDialog(self._window, copies_of(path))
        if not dialogs.answered(dialog) or dialog.answer is None or self._tasks.busy:
            return
        case_file = self._keeping.keeper.borrow()
        if case_file is None:
            return  # not saved either, and that is told
        new = dialog.answer
        job = changing(
            case_file, new.passphrase, delete_old_backups=new.delete_old_backups, remember=new.remember
        )
        self._tasks.start("Changing the passphrase", job, self._on_changed)

    def show_sheet(self) -> None:
        """The recovery sheet, to print."""
        if self._path is not None:
            dialogs.answered(SheetDialog(self._window, self._path))

    def show_where(self) -> None:
        """Where the file and its backups are, who opened it and what left it."""
        case_file = self._keeping.keeper.file
        if case_file is None or self._tasks.busy:
            return
        try:
            told = Whereabouts(case_file.path, case_file.openings, case_file.exports)
        except JourneyError as error:
            self._notice.say(str(error), warning=True)
            return
        dialogs.answered(WhereDialog(self._window, told))

    def ask_delete_by(self) -> None:
        """The day by which the file is to be deleted."""
        if self._path is None or not self._keeping.keeper.may_write:
            return
        day = delete_by(self._store.session.kept) or date.today() + _YEAR
        dialog = DeleteByDialog(self._window, day)
        if dialogs.answered(dialog) and self._path is not None:
            self._store.choose(delete_by=dialog.answer)
            self._notice.hide()

    def delete(self) -> None:
        """Delete the case file and everything beside it, after a question."""
        path = self._path
        if path is None or not self._keeping.keeper.may_write:
            return
        copies = copies_of(path)
        beside = f" and {many(copies, 'copy', 'copies')} beside it" if copies else ""
        question = (
            f"{path.name}{beside} will be deleted from this computer, with all that was written in it."
            " Nobody can bring them back. Copies that were kept elsewhere stay."
        )
        if not dialogs.ask_sure(self._window, "Delete the case file", question, "Delete for good"):
            return
        keychain.forget(path)
        forget_case_file(path)
        self._keeping.drop(f"{path.name} was deleted. If there is a recovery sheet, destroy it.")
        try:
            delete_case_file(path)
        except JourneyError as error:
            self._notice.say(f"Not everything could be deleted. {error}", warning=True)

    def ask_settings(self) -> None:
        if dialogs.answered(SettingsDialog(self._window, self._looks)):
            self.settings_changed.emit()

    @property
    def _path(self) -> Path | None:
        return self._keeping.path

    def _on_changed(self, changed: Changed) -> None:
        self._keeping.renew_proof(changed.proof)
        older = {
            None: " Backups made before open with the old one.",
            True: " Older backups were deleted.",
            False: " Older backups could not be deleted: delete them in their folder.",
        }[changed.backups_gone]
        said = f"The passphrase was changed.{older} Write a new recovery sheet and destroy the old one."
        self._notice.say(said, warning=changed.backups_gone is False)
