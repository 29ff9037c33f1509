"""Where the work is kept: a case file is opened, saved, locked and closed, or nothing is kept at all."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_viewer.casefile.cipher import check_outside
from journey_viewer.errors import CaseFileDamaged, FileMissing, JourneyError
from journey_viewer.model.kept import NO_LISTS, Keeping
from journey_viewer.session import Session, View
from journey_viewer.ui import clipboard, dialogs
from journey_viewer.ui.keeping import words
from journey_viewer.ui.keeping.door import Door
from journey_viewer.ui.keeping.jobs import Opened
from journey_viewer.ui.keeping.keeper import Keeper
from journey_viewer.ui.keeping.preferences import forget_case_file, remember_case_file, remembers_case_files
from journey_viewer.ui.keeping.proof import Proof
from journey_viewer.ui.notice import Notice
from journey_viewer.ui.store import Store
from journey_viewer.ui.tasks import Tasks

CHANGE_DATE, DELETE = "Change the date", "Delete the case file…"
KEEP_ELSEWHERE = "Keep it in another case file…"


class KeepingDesk(QObject):
    """Holds the open case file, or none where it is only looked; its Keeper writes to it."""

    covered = Signal(bool)
    """The page with the passphrase stands before everything; or no longer."""
    stopped = Signal()
    """The job that ran was stopped, and nothing of it was kept."""
    emptied = Signal(str)
    """Nothing of anybody is to be left anywhere; the sentence says why, for the start page."""

    def __init__(self, store: Store, tasks: Tasks, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._notice, self._window = store, tasks, notice, parent
        self.keeper, self.door = Keeper(store, tasks, self), Door(tasks, self)
        self.locked = self._covered = False
        self._view = View()
        self._proof: Proof | None = None
        self.keeper.failed.connect(self._on_keeper_failed)
        self.keeper.kept.connect(self._on_keeper_kept)
        self.keeper.taken_out.connect(self._on_keeper_taken_out)
        self.door.opened.connect(self._on_door_opened)
        self.door.proved.connect(self._on_door_proved)
        self.door.left.connect(self._on_door_left)

    @property
    def path(self) -> Path | None:
        """The open case file's; None where nothing is kept."""
        return None if self.keeper.file is None else self.keeper.file.path

    @property
    def may_ask(self) -> bool:
        """Nothing else is being asked or done."""
        return not self._covered and not self._tasks.busy

    def open(self, path: Path) -> None:
        """Ask for the passphrase of this file, unless the keyring has it; what is open stays so until it is given."""
        if not self.may_ask:
            return
        try:
            if not path.is_file():
                raise FileMissing
            check_outside(path)
        except CaseFileDamaged:
            pass  # with the passphrase a backup may be found
        except JourneyError as error:
            forget_case_file(path)
            self._notice.say(f"{path.name}: {error}", warning=True)
            return
        self.door.ask(path, f"Open {path.stem}", str(path.parent), yes="Open", no="Cancel")
        self._cover(covered=True)
        self.door.try_keyring()

    def keep_in(self, made: Opened) -> None:
        """Keep what is open in this new case file from now on."""
        self.keeper.close()  # nothing, or a file that cannot be written to any longer
        self._attach(made)
        self._store.say_kept(Keeping(made.case_file.path.stem, datetime.now()))

    def close(self) -> None:
        """Save and close the case file, or let go of the lists that were only looked at."""
        if self._covered:
            return
        self._store.settle()
        self._stop_jobs()
        if self._let_go():
            self._empty("")

    def drop(self, said: str) -> None:
        """Let the case file go as it is, for it is to be deleted; ``said`` on the start page."""
        self._stop_jobs()
        self.keeper.close()
        self._empty(said)

    def end(self) -> bool:
        """Save and let go of everything, for the window closes; False where the user would rather not."""
        self._store.settle()
        self._stop_jobs()
        if not self._let_go():
            return False
        self.door.forget()
        return True

    def lock(self) -> None:
        """Show nothing of anybody until the passphrase is given; lists that are not kept are closed instead."""
        if self.locked:
            return
        dialogs.dismiss_all()
        self._store.settle()
        self._stop_jobs()
        clipboard.clear_ours()
        path, session = self.path, self._store.session
        if path is None:
            self._cover(covered=False)
            if session.lists is not NO_LISTS:
                self._empty(words.CLOSED_UNSEEN)
            return
        self.locked = True
        self._view = View(place=session.view.place, person=session.view.person)
        if self.keeper.flush() is None:
            self.keeper.close()
        else:
            self.keeper.hold(session.kept)
        self._empty("")
        self._ask_to_unlock(path)

    def renew_proof(self, proof: Proof) -> None:
        """The passphrase was changed."""
        self._proof = proof

    def _ask_to_unlock(self, path: Path) -> None:
        held = self.keeper.held is not None
        heading, said = words.locked_words(path, named=remembers_case_files(), held=held)
        proof = self._proof if held else None
        self.door.ask(path, heading, said, yes="Unlock", no="Close", proof=proof)
        self._cover(covered=True)

    def _attach(self, opened: Opened) -> None:
        self.keeper.attach(opened.case_file, opened.kept)
        self._proof = opened.proof
        remember_case_file(opened.case_file.path)

    def _let_go(self) -> bool:
        """Save and close; False where that cannot be and the user would rather stay."""
        error = self.keeper.flush()
        if error is not None and not self._sure_to_lose(error):
            return False
        self.keeper.close()
        return True

    def _sure_to_lose(self, error: JourneyError) -> bool:
        question = words.unsaved_words(error)
        return dialogs.ask_sure(self._window, "Not saved", question, "Close without saving", "Stay")

    def _stop_jobs(self) -> None:
        busy = self._tasks.busy
        self.keeper.stop_jobs()
        self._notice.end()
        if busy:
            self.stopped.emit()

    def _empty(self, said: str) -> None:
        self._store.open(Session())
        self._notice.clear()
        self.emptied.emit(said)

    def _cover(self, *, covered: bool) -> None:
        if not covered:
            self.door.forget()
        self._covered = covered
        self.covered.emit(covered)

    def _on_door_opened(self, opened: Opened) -> None:
        self._store.settle()
        if not self.locked and not self._let_go():
            opened.case_file.close()
            self._cover(covered=False)
            return
        view, self._view, self.locked = self._view, View(), False
        self._attach(opened)
        case_file = opened.case_file
        keeping = Keeping(case_file.path.stem, datetime.now(), case_file.read_only, case_file.why)
        self._store.open(_seen(Session(opened.kept.lists, opened.kept.document, view, keeping)))
        self._notice.clear()
        self._cover(covered=False)
        due = words.due_words(opened.kept, date.today())
        if due and not case_file.read_only:
            self._notice.say(due, link=CHANGE_DATE, also=DELETE, warning=True)
        elif due or case_file.read_only:
            self._notice.say(f"{words.read_only_words(case_file)} {due}".strip(), warning=bool(due))

    def _on_door_proved(self) -> None:
        path, trouble = self.path, self.keeper.trouble
        kept, self.locked = self.keeper.take_back(), False
        keeping = Keeping("" if path is None else path.stem)
        self._store.open(_seen(Session(kept.lists, kept.document, self._view, keeping)))
        self._cover(covered=False)
        if trouble is not None:
            self._say_not_saved(trouble)

    def _on_door_left(self) -> None:
        """Cancel while a file is to be opened; or "Close" on the lock page."""
        trouble = self.keeper.trouble if self.locked and self.keeper.held is not None else None
        if trouble is not None and not self._sure_to_lose(trouble):
            return
        self._stop_jobs()
        if self.locked:
            self.keeper.close()
            self.locked = False
            self._empty("")
        self._cover(covered=False)

    def _on_keeper_failed(self, error: JourneyError) -> None:
        if not self.locked:
            self._say_not_saved(error)

    def _say_not_saved(self, error: JourneyError) -> None:
        self._notice.say(words.not_saved_words(error), link=KEEP_ELSEWHERE, warning=True)

    def _on_keeper_kept(self) -> None:
        if self.locked and not self._tasks.busy and self.path is not None:
            path = self.path
            self.keeper.close()  # it was held open only for this
            self._ask_to_unlock(path)
        elif self._notice.link.text() == KEEP_ELSEWHERE and self._notice.isVisible():
            self._notice.say("Saved.")

    def _on_keeper_taken_out(self, everywhere: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        said = words.TAKEN_OUT if everywhere else words.TAKEN_OUT_HERE_ONLY
        self._notice.say(f"{said}{words.blotted_words(self._store.blotted)}", warning=not everywhere)


def _seen(session: Session) -> Session:
    """The session with somebody to look at, where there is anybody."""
    document, view = session.document, session.view
    person = view.person if view.person in document.people else next(iter(document.people), None)
    return replace(session, view=replace(view, person=person))
