"""What takes its time about a case file, as jobs: deriving the key costs half a second each time."""

from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journey_viewer.casefile import keychain
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import create_case_file, last_good_backup, open_case_file, put_back
from journey_viewer.errors import JourneyError, WrongPassphrase
from journey_viewer.model.kept import Kept
from journey_viewer.model.progress import Progress
from journey_viewer.model.registers import Export
from journey_viewer.ui.keeping.proof import Proof


@dataclass(frozen=True, eq=False)
class Opened:
    """A case file that is open, what it holds, and by what its passphrase is known again."""

    case_file: CaseFile
    kept: Kept
    proof: Proof


Arrivals = list[CaseFile]
"""Where a job puts a file as soon as it is open, so that it is closed even if nobody waits for the job any more."""


def creating(
    path: Path, passphrase: str, arrivals: Arrivals, *, remember: bool, exports: tuple[Export, ...]
) -> Generator[Progress, None, Opened]:
    """A new case file that holds nobody yet; ``exports`` were written down elsewhere and are taken over."""
    yield Progress(0, 0, "Making the case file")
    made = create_case_file(path, passphrase)
    arrivals.append(made)
    for export in exports:
        made.register(export)
    if remember:
        keychain.remember(path, passphrase)
    return Opened(made, Kept(), Proof.of(passphrase))


def opening(path: Path, passphrase: str, arrivals: Arrivals) -> Generator[Progress, None, Opened]:
    yield Progress(0, 0, "Opening the case file")
    return _opened(path, passphrase, arrivals)


def opening_by_keyring(path: Path, arrivals: Arrivals) -> Generator[Progress, None, Opened | None]:
    """Open it with the passphrase that this computer's keyring has; None where that has none, or another."""
    yield Progress(0, 0, "Opening the case file")
    passphrase = keychain.recall(path) if keychain.is_there() else ""
    if not passphrase:
        return None
    try:
        return _opened(path, passphrase, arrivals)
    except WrongPassphrase:
        return None


def _opened(path: Path, passphrase: str, arrivals: Arrivals) -> Opened:
    case_file = open_case_file(path, passphrase)
    arrivals.append(case_file)
    try:
        return Opened(case_file, case_file.read(), Proof.of(passphrase))
    except JourneyError:
        arrivals.remove(case_file)
        case_file.close()
        raise


def finding_backup(path: Path, passphrase: str) -> Generator[Progress, None, Path | None]:
    """The newest backup that this passphrase opens."""
    yield Progress(0, 0, "Looking for a backup that opens")
    return last_good_backup(path, passphrase)


def restoring(
    path: Path, backup: Path, passphrase: str, arrivals: Arrivals
) -> Generator[Progress, None, Opened]:
    """Put a backup in the file's place, and open it."""
    yield Progress(0, 0, "Opening the backup")
    put_back(path, backup, datetime.now())
    return _opened(path, passphrase, arrivals)


def proving(proof: Proof, passphrase: str) -> Generator[Progress, None, bool]:
    """Whether it is the passphrase."""
    yield Progress(0, 0, "Unlocking")
    return proof.fits(passphrase)


@dataclass(frozen=True)
class Changed:
    """``backups_gone``: whether the older backups were deleted, None where nobody asked for it."""

    proof: Proof
    backups_gone: bool | None


def changing(
    case_file: CaseFile, passphrase: str, *, delete_old_backups: bool, remember: bool
) -> Generator[Progress, None, Changed]:
    """Another passphrase; what the keyring kept is forgotten, or renewed where that is wished for."""
    yield Progress(0, 0, "Changing the passphrase")
    there = keychain.is_there()
    before = keychain.recall(case_file.path) if there else ""
    if before:
        keychain.forget(case_file.path)  # it is known by the old file's salt
    try:
        case_file.change_passphrase(passphrase, delete_old_backups=False)
    except JourneyError:
        if before:
            keychain.remember(case_file.path, before)
        raise
    if remember and there:
        keychain.remember(case_file.path, passphrase)
    gone = forget_backups(case_file) if delete_old_backups else None
    return Changed(Proof.of(passphrase), gone)


def forget_backups(case_file: CaseFile) -> bool:
    """Delete all backups and make a new one; whether none is left that could not be deleted."""
    try:
        case_file.forget_backups()
    except (JourneyError, OSError):
        return False
    return True


def exports_of(case_file: CaseFile | None) -> tuple[Export, ...]:
    """What is written down of what left; nothing where that can no longer be read."""
    with suppress(JourneyError):
        return case_file.exports if case_file is not None else ()
    return ()
