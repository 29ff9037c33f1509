"""Another passphrase for a case file: a new file is written, then it takes the place of the old one."""

from pathlib import Path
from typing import Any

from journey_viewer.casefile import cipher
from journey_viewer.casefile.cipher import check_inside, connect, mended, quoted
from journey_viewer.casefile.schema import APPLICATION_ID, version_of
from journey_viewer.files import new_file_beside, put_in_place


def write_rekeyed(connection: Any, path: Path, passphrase: str) -> None:
    """Write all that the open file holds under another passphrase, and put that in the place of ``path``.

    The connection still looks at the old file, and is to be closed. Raises CaseFileUnavailable,
    DiskFull or FolderNotWritable, with the old file as it was.
    """
    with new_file_beside(path) as fresh:
        with mended():
            _export(connection, fresh, passphrase)
        again = connect(fresh, passphrase, read_only=True)
        try:
            check_inside(again, fresh)
        finally:
            again.close()
        put_in_place(fresh, path)


def _export(connection: Any, fresh: Path, passphrase: str) -> None:
    connection.execute(f"ATTACH DATABASE ? AS fresh KEY {quoted(passphrase)}", (str(fresh),))
    try:
        connection.execute(f"PRAGMA fresh.kdf_iter = {cipher.KDF_ROUNDS}")
        connection.execute("SELECT sqlcipher_export('fresh')")
        connection.execute(f"PRAGMA fresh.application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA fresh.user_version = {version_of(connection)}")
    finally:
        connection.execute("DETACH DATABASE fresh")
