"""The second trial of torture_casefile: there is no room left on the disk."""

import contextlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from casefile_states import (
    PASSPHRASES,
    PLANTED,
    State,
    after_trouble,
    be_quick,
    begun,
    found_in,
    look,
    save,
    tidy,
)

from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.errors import JourneyError
from journey_viewer.model.kept import Kept
from journey_viewer.model.notes import Note


@contextlib.contextmanager
def _small_disk() -> Iterator[Path | None]:
    """A file system of 4 MB in memory; None where none may be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
        try:
            mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
        except OSError:
            mounted = False
        try:
            yield Path(folder) if mounted else None
        finally:
            if mounted:
                subprocess.run(["umount", folder], check=False)


@contextlib.contextmanager
def _no_room(disk: Path | None, path: Path, room: int) -> Iterator[None]:
    """Only so many bytes may be added."""
    if disk is None:
        limit = path.stat().st_size + room // 8
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        return
    free = shutil.disk_usage(disk).free
    filler = disk / "filler"
    filler.write_bytes(bytes(max(0, free - room)))
    try:
        yield
    finally:
        filler.unlink()


def _more(state: State, chance: random.Random) -> Kept:
    """The next state, with a long note besides."""
    kept = state.kept
    long = Note(2, 0, PLANTED[1] * chance.choice((1, 100, 10_000)))
    return replace(kept, document=replace(kept.document, notes=(*kept.document.notes, long)))


def _try(case_file: CaseFile, state: State, after: State, chance: random.Random) -> State:
    """One of the things that need room; the state afterwards."""
    what = chance.choice(("save", "save", "change the passphrase", "forget the backups"))
    if what == "save":
        for _ in case_file.keep(state.kept, _more(after, chance)):
            pass
        return after
    if what == "change the passphrase":
        after = state._replace(passphrase=1 - state.passphrase)
        case_file.change_passphrase(PASSPHRASES[after.passphrase], delete_old_backups=chance.random() < 0.5)
        return after
    case_file.forget_backups()
    return state


def _fill(path: Path, disk: Path | None, chance: random.Random, counts: Counter[str]) -> None:
    state = begun(path, State())
    after = state._replace(writing=1, lists=1)
    case_file = open_case_file(path, PASSPHRASES[0])
    with _no_room(disk, path, chance.randrange(0, chance.choice((8_192, 65_536, 400_000)))):
        try:
            state = _try(case_file, state, after, chance)
            counts["there was room"] += 1
        except JourneyError as error:
            counts["said to be full"] += 1
            counts["no plain message"] += (
                any(word in str(error) for word in (*PLANTED, str(path))) or not error.do
            )
            counts[type(error).__name__] += 1
        counts["lost"] += found_in(case_file.read(), state.passphrase) != state
        case_file.close()
        with open_case_file(path, PASSPHRASES[state.passphrase]) as again:
            counts["lost"] += found_in(again.read(), state.passphrase) != state
            counts["opened to be looked at"] += again.read_only
    with open_case_file(path, PASSPHRASES[state.passphrase]) as again:
        counts["lost"] += found_in(again.read(), state.passphrase) != state
        state = save(again, state, state._replace(writing=7, lists=7))
    look(path.parent, counts)
    found = after_trouble(path, [state], counts)
    counts["not saved once there was room"] += found != state
    tidy(path, state, counts)


def fill(seed: int, times: int) -> Counter[str]:
    """Run out of room so many times, and count."""
    be_quick()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the limit is an error then, and no death
    chance = random.Random(seed)  # noqa: S311 - its chance is seeded, not secret
    counts: Counter[str] = Counter()
    with _small_disk() as disk, tempfile.TemporaryDirectory(dir=disk) as above:
        for _ in range(times):
            counts["on a full disk" if disk else "on a limit of length"] += 1
            folder = Path(tempfile.mkdtemp(dir=above))
            try:
                _fill(folder / "case.journey", disk, chance, counts)
            except Exception:  # noqa: BLE001 - it is what the script looks for
                counts["foreign exceptions"] += 1
                traceback.print_exc()
            shutil.rmtree(folder)
    return counts
