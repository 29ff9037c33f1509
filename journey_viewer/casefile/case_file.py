"""A case file that is open: read whole, written a change at a time, each change wholly or not at all."""

import contextlib
from collections.abc import Generator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from journey_viewer.casefile.backups import delete_backups, make_backup
from journey_viewer.casefile.cipher import connect, mended, one_moment
from journey_viewer.casefile.lists import read_lists, read_touchpoints, write_lists
from journey_viewer.casefile.passphrases import check_passphrase
from journey_viewer.casefile.registers import add_export, begin_opening, end_opening, exports, openings
from journey_viewer.casefile.rekeying import rekeyed_copy
from journey_viewer.casefile.writer import Writer
from journey_viewer.casefile.writings import read_document, write_document
from journey_viewer.errors import CaseFileDamaged, CaseFileReadOnly, CaseFileUnavailable, JourneyError
from journey_viewer.files import put_in_place
from journey_viewer.model.kept import Kept
from journey_viewer.model.progress import Progress
from journey_viewer.model.registers import Export, Opening
from journey_viewer.model.touchpoints import Touchpoints

BACKUP_EVERY = timedelta(hours=1)
_BACKUPS_LEFT = (
    "The passphrase was changed, but the old backups could not all be deleted.",
    "Delete those in the backups folder beside the case file: the old passphrase still opens them.",
)


class CaseFile:
    """Made by ``create_case_file`` and ``open_case_file``. ``why``: why it can only be looked at, else ""."""

    def __init__(
        self, path: Path, passphrase: str, connection: Any, writer: Writer | None, why: str = ""
    ) -> None:
        self.path, self.why = path, why
        self._passphrase = passphrase  # SQLCipher has it in memory as well while the file is open
        self._connection, self._writer = connection, writer
        self._opening: int | None = None
        self._backed_up: datetime | None = None
        self._has_more = False  # than the newest backup

    @property
    def read_only(self) -> bool:
        return self._writer is None

    def read(self) -> Kept:
        """All that it holds of people. Raises CaseFileDamaged or CaseFileUnavailable."""
        with one_moment(self._connection), _understood():
            return Kept(read_lists(self._connection), read_document(self._connection))

    def journey(self, person: int) -> Touchpoints:
        """One person's touchpoints as the lists say it, without reading anybody else's."""
        with mended(), _understood():
            return read_touchpoints(self._connection, person)

    def keep(self, old: Kept, new: Kept) -> Generator[Progress, None, None]:
        """Write what differs from what was kept before: all of it, or nothing where this raises or is closed.

        Raises CaseFileReadOnly, DiskFull or CaseFileUnavailable.
        """
        self._back_up(datetime.now())
        with self._change():
            if new.lists is not old.lists:
                yield from write_lists(self._connection, new.lists)
            write_document(self._connection, old.document, new.document)
        self._has_more = True

    def register(self, export: Export) -> None:
        """Write down that something left. Raises as ``keep``."""
        with self._change():
            add_export(self._connection, export)

    @property
    def exports(self) -> tuple[Export, ...]:
        with mended(), _understood():
            return exports(self._connection)

    @property
    def openings(self) -> tuple[Opening, ...]:
        with mended(), _understood():
            return openings(self._connection)

    def forget_backups(self) -> None:
        """Delete all backups, which may hold somebody who was taken out, and make a new one.

        Raises CaseFileReadOnly or CaseFileUnavailable.
        """
        if self.read_only:
            raise CaseFileReadOnly
        delete_backups(self.path)
        self._back_up(datetime.now(), at_once=True)

    def change_passphrase(self, passphrase: str, *, delete_old_backups: bool) -> None:
        """Put the file under another passphrase. Backups made until now open only with the old one.

        Raises WeakPassphrase, CaseFileReadOnly, CaseFileUnavailable, DiskFull or FolderNotWritable, with
        the file as it was; and says so where it was changed and old backups could not be deleted.
        """
        check_passphrase(passphrase)
        if self.read_only:
            raise CaseFileReadOnly
        with rekeyed_copy(self._connection, self.path, passphrase) as fresh:
            self._connection.close()  # Windows replaces no file that is open
            try:
                put_in_place(fresh, self.path)
                self._passphrase = passphrase
            finally:
                self._connection = connect(self.path, self._passphrase)
        try:
            if delete_old_backups:
                delete_backups(self.path)
        except CaseFileUnavailable:
            raise CaseFileUnavailable(*_BACKUPS_LEFT) from None
        finally:
            self._back_up(datetime.now(), at_once=True)  # one that the new passphrase opens

    def begin(self) -> None:
        """Write down that we opened it."""
        with self._change():
            self._opening = begin_opening(self._connection, datetime.now())

    def close(self) -> None:
        """Let the file go; may be said again."""
        if self._connection is None:
            return
        try:
            if self._opening is not None:
                with contextlib.suppress(JourneyError), self._change():
                    end_opening(self._connection, self._opening, datetime.now())
        finally:
            self._connection.close()
            self._connection = None
            if self._has_more:
                self._back_up(datetime.now(), at_once=True)
            if self._writer is not None:
                self._writer.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _back_up(self, now: datetime, *, at_once: bool = False) -> None:
        if self.read_only or not (at_once or self._is_due(now)):
            return
        with contextlib.suppress(JourneyError):  # no room for a copy is no reason not to save
            make_backup(self.path, now)
            self._has_more = False
        self._backed_up = now

    def _is_due(self, now: datetime) -> bool:
        return self._backed_up is None or now - self._backed_up >= BACKUP_EVERY

    @contextlib.contextmanager
    def _change(self) -> Iterator[None]:
        if self.read_only:
            raise CaseFileReadOnly
        connection = self._connection
        with mended():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(JourneyError), mended():
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                raise


@contextlib.contextmanager
def _understood() -> Iterator[None]:
    """What stands in a sound file and means nothing was not written by us; no cell is quoted."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError):
        raise CaseFileDamaged from None
