"""Another passphrase for a case file: a new file is written, which is then to take the place of the old one."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from journey_viewer.casefile import cipher
from journey_viewer.casefile.schema import APPLICATION_ID, version_of
from journey_viewer.errors import JourneyError
from journey_viewer.files import new_file_beside


@contextlib.contextmanager
def rekeyed_copy(connection: Any, path: Path, passphrase: str) -> Iterator[Path]:
    """All that the open file holds, under another passphrase and checked, in a new file beside ``path``.

    Nothing is left of it unless it was put in place. Raises CaseFileUnavailable, DiskFull or FolderNotWritable.
    """
    with new_file_beside(path) as fresh:
        with cipher.mended():
            _export(connection, fresh, passphrase)
        again = cipher.connect(fresh, passphrase, read_only=True)
        try:
            cipher.check_inside(again, fresh)
        finally:
            again.close()
        yield fresh


def _export(connection: Any, fresh: Path, passphrase: str) -> None:
    attach = f"ATTACH DATABASE ? AS fresh KEY {cipher.quoted(passphrase)}"
    connection.execute(attach, (cipher.uri_of(fresh, "rw"),))
    try:
        connection.execute(f"PRAGMA fresh.kdf_iter = {cipher.KDF_ROUNDS}")
        # Not beside it, where a crash would leave it; not none, or a full disk would spoil this connection too.
        connection.execute("PRAGMA fresh.journal_mode = MEMORY")
        connection.execute("SELECT sqlcipher_export('fresh')")
        connection.execute(f"PRAGMA fresh.application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA fresh.user_version = {version_of(connection)}")
    finally:
        with contextlib.suppress(JourneyError), cipher.mended():
            connection.execute("DETACH DATABASE fresh")
