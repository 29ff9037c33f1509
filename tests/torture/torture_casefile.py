"""Proves that a case file loses nothing that it said it kept, tells nobody what is in it, and knows when it is damaged.

Three trials, each on files of invented people, with a cheap derivation of the key so that there can be many:

- killed: a program that saves notes and whole lists, makes backups, changes the passphrase, opens, closes
  and begins files is killed (-9) at a random moment. Afterwards the file holds exactly the last state that it said
  was kept or the one that was being kept, whole; and no planted value stands readable in any file that is there.
- full: the disk is full at a random moment: a small file system in memory where one may be mounted, else a limit
  on the length of files.
- damaged: bits flipped, ends cut off, something appended: each is noticed on opening, the last good backup is
  found, and put back it is the case file again.

Prints its seed and its counts; ends with 1 where one of those that must be 0 is not. Seeds decide what
is done and when; on another computer a moment falls elsewhere in the work.
"""

import argparse
import contextlib
import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count, repeat
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from invented import contact, listed

from journey_viewer.casefile import cipher
from journey_viewer.casefile.backups import backup_folder, backups, delete_backups, make_backup
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import create_case_file, last_good_backup, open_case_file, put_back
from journey_viewer.errors import CaseFileDamaged, JourneyError
from journey_viewer.model.actions import Action
from journey_viewer.model.document import Document
from journey_viewer.model.kept import Kept
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person

PASSPHRASES = ("quince harbour lantern fennel", "gravel bishop ukulele thimble")
PLANTED = (
    "Ottilie Quayle-Thistlewood",
    "Planned sorcery at night",
    "Doctor Lavender Oakes",
    "999 000 0018 0026",
)
_SEARCHED = tuple(word.encode(form) for word in PLANTED for form in ("utf-8", "utf-16-le", "utf-16-be"))
_ROUNDS = 1_000
_TOUCHPOINTS = 60
_LONGEST = 0.3  # seconds until it is killed; soon is likelier
_KILLS_OF_ONE_FILE = 25
_HARM = ("lost", "torn", "planted values seen", "left behind", "backups not good", "foreign exceptions")
_MUST_BE_NONE = {
    "Killed": _HARM,
    "No room on the disk": (*_HARM, "not saved once there was room", "no plain message"),
    "Damaged": ("not noticed", "backups not good", "not put back", "foreign exceptions"),
}


class State(NamedTuple):
    """What a file holds: the number in its writings, the number in its lists, and which passphrase opens it."""

    writing: int = 0
    lists: int = 0
    passphrase: int = 0

    @property
    def kept(self) -> Kept:
        """Every number stands in two records at least, which must agree."""
        rows = [
            contact(0, "2025-01-01", reason=f"{PLANTED[1]} {self.lists}", clinician=PLANTED[2], row=row)
            for row in range(2, _TOUCHPOINTS + 2)
        ]
        people = (Person(f"{PLANTED[0]} {self.lists}", PLANTED[3]),)
        note = Note(1, 0, f"{PLANTED[1]} {self.writing}")
        action = Action(1, 0, f"{PLANTED[0]} {self.writing}")
        return Kept(listed(*rows, people=people), Document(notes=(note,), actions=(action,)))


def found_in(kept: Kept, passphrase: int) -> State | None:
    """What this tells of; None where its records do not agree."""
    if kept.document == Document() and not len(kept.lists.touchpoints):
        return State(-1, -1, passphrase)
    writings = {kept.document.notes[0].text.split()[-1], kept.document.actions[0].what.split()[-1]}
    lists = {*(reason.split()[-1] for reason in kept.lists.touchpoints.reason)}
    lists.add(kept.lists.people[0].name.split()[-1])
    if len(writings) > 1 or len(lists) > 1 or len(kept.lists.touchpoints) != _TOUCHPOINTS:
        return None
    return State(int(writings.pop()), int(lists.pop()), passphrase)


def save(case_file: CaseFile, old: State, new: State) -> State:
    """Keep the new state in place of the old one."""
    before, after = old.kept, new.kept
    after = after if old.lists != new.lists else replace(after, lists=before.lists)
    for _ in case_file.keep(before, after):
        pass
    return new


def begun(path: Path, state: State) -> State:
    """A case file in this state, closed."""
    with create_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
        return save(case_file, State(-1, -1), state)


# Killed.

Say = Callable[[str, State], None]


def _save_notes(path: Path, state: State, say: Say) -> None:
    with open_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
        while True:
            after = state._replace(writing=state.writing + 1)
            say("begin", after)
            state = save(case_file, state, after)
            say("kept", state)


def _save_lists(path: Path, state: State, say: Say) -> None:
    with open_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
        while True:
            after = state._replace(writing=state.writing + 1, lists=state.lists + 1)
            say("begin", after)
            state = save(case_file, state, after)
            say("kept", state)


def _back_up(path: Path, state: State, say: Say) -> None:
    with open_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
        for hours in count():
            make_backup(path, datetime.now() + timedelta(hours=hours))
            after = state._replace(writing=state.writing + 1)
            say("begin", after)
            state = save(case_file, state, after)
            say("kept", state)


def _change_passphrase(path: Path, state: State, say: Say) -> None:
    with open_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
        while True:
            after = state._replace(passphrase=1 - state.passphrase)
            say("begin", after)
            case_file.change_passphrase(
                PASSPHRASES[after.passphrase], delete_old_backups=after.passphrase == 1
            )
            state = after
            say("kept", state)


def _open_and_close(path: Path, state: State, say: Say) -> None:
    while True:
        with open_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
            after = state._replace(writing=state.writing + 1)
            say("begin", after)
            state = save(case_file, state, after)
        say("kept", state)


def _begin_files(path: Path, state: State, say: Say) -> None:
    for number in count(1):
        say("begin", state)
        begun(path.with_name(f"begun {number}.journey"), State(number, number))
        say(f"begun {number}", state)


WORKS = (_save_notes, _save_lists, _back_up, _change_passphrase, _open_and_close, _begin_files)


def _say(pipe: int, what: str, state: State) -> None:
    os.write(pipe, f"{what}|{','.join(map(str, state))}\n".encode())


def _killed(work: Callable[[Path, State, Say], None], path: Path, state: State, seconds: float) -> list[str]:
    """All that the program said of its work until it was killed."""
    hears, says = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(path, state, partial(_say, says))
        except BaseException:  # noqa: BLE001 - it is what the script looks for
            os.write(says, b"failed|\n")
            traceback.print_exc()
        os._exit(1)
    os.close(says)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(hears, "rb") as stream:  # noqa: PTH123 - it is a pipe
        return stream.read().decode().splitlines()


def _look(folder: Path, counts: Counter[str]) -> None:
    """Search every byte of every file for what was planted."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            counts["files searched"] += 1
            counts["planted values seen"] += sum(word in content for word in _SEARCHED)


def _after_kill(path: Path, allowed: list[State], counts: Counter[str]) -> State | None:
    """The state that is found, counted as lost or torn where it is none of those that may be; None then."""
    _look(path.parent, counts)
    for passphrase in dict.fromkeys(state.passphrase for state in allowed):
        try:
            with open_case_file(path, PASSPHRASES[passphrase]) as case_file:
                found = found_in(case_file.read(), passphrase)
        except JourneyError:
            continue
        counts["torn"] += found is None
        counts["lost"] += found is not None and found not in allowed
        return found if found in allowed else None
    counts["lost"] += 1
    return None


def _tidy(path: Path, state: State, counts: Counter[str]) -> None:
    """Nothing but the file and its backups may be there once it was opened again; and the newest backup is good."""
    there = {name.name for name in path.parent.iterdir()} - {path.name, backup_folder(path).name}
    inside = {copy.name for copy in backup_folder(path).glob("*")} - {copy.name for copy in backups(path)}
    counts["left behind"] += len(there) + len(inside)
    if backups(path):
        good = [last_good_backup(path, passphrase) for passphrase in PASSPHRASES]
        counts["backups not good"] += backups(path)[0] not in good


def _begun_files(path: Path, said: list[str], counts: Counter[str]) -> None:
    """Every file that was begun holds all, the one that was being begun all or nothing or is not there."""
    finished = {f"begun {line.split('|')[0].split()[1]}.journey" for line in said if line.startswith("begun")}
    counts["kept"] += len(finished)
    counts["lost"] += sum(not path.with_name(name).exists() for name in finished)
    for file in path.parent.glob("begun *.journey"):
        number = int(file.stem.split()[1])
        allowed = [State(number, number)] + [State(-1, -1)] * (file.name not in finished)
        _after_kill(file, allowed, counts)
        delete_backups(file)
        file.unlink()
    for left in path.parent.glob(
        ".journey-*"
    ):  # of the file that was being begun: the next of that name clears it away
        left.unlink()
    for left in path.parent.glob(".begun *.lock"):
        left.unlink()


def kill(seed: int, times: int) -> Counter[str]:
    """Kill so many times, and count."""
    _be_quick()
    chance = random.Random(seed)  # noqa: S311 - its chance is seeded, not secret
    counts: Counter[str] = Counter()
    path, state = Path(), None
    with tempfile.TemporaryDirectory() as above:
        for time_ in range(times):
            if time_ % _KILLS_OF_ONE_FILE == 0 or state is None:
                path = Path(tempfile.mkdtemp(dir=above)) / "case.journey"
                state = begun(path, State())
            work = chance.choice(WORKS)
            said = _killed(work, path, state, chance.random() ** 2 * _LONGEST)
            counts["kills"] += 1
            counts[f"to {work.__name__.strip('_').replace('_', ' ')}"] += 1
            counts["foreign exceptions"] += any(line.startswith("failed") for line in said)
            told = {
                what: State(*map(int, to.split(","))) for what, to in (line.split("|") for line in said) if to
            }
            counts["kept"] += sum(line.startswith("kept") for line in said)
            counts["cut off"] += cipher.is_cut_off(path)
            allowed = [told.get("kept", state), told.get("begin", state)]
            if work is _begin_files:
                _begun_files(path, said, counts)
            state = _after_kill(path, allowed, counts)
            if state is not None:
                _tidy(path, state, counts)
    return counts


# Full.


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
    _look(path.parent, counts)
    found = _after_kill(path, [state], counts)
    counts["not saved once there was room"] += found != state
    _tidy(path, state, counts)


def fill(seed: int, times: int) -> Counter[str]:
    """Run out of room so many times, and count."""
    _be_quick()
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


# Damaged.


def _flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _cut(content: bytearray, chance: random.Random) -> None:
    pages = chance.randrange(len(content) // cipher.PAGE) * cipher.PAGE
    del content[chance.choice((pages, chance.randrange(len(content)))) :]


def _append(content: bytearray, chance: random.Random) -> None:
    content += chance.choice((b"\0", chance.randbytes(100), bytes(cipher.PAGE), content[-cipher.PAGE :]))


def damage(seed: int, flips: int, cuts: int) -> Counter[str]:
    """Damage a file so many times in these ways, and count."""
    _be_quick()
    chance = random.Random(seed)  # noqa: S311 - its chance is seeded, not secret
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.journey"
        state = begun(path, State(3, 3))
        delete_backups(path)
        make_backup(path, datetime(2026, 1, 5, 9))
        make_backup(path, datetime(2026, 1, 5, 10))
        whole = path.read_bytes()
        for what in (*repeat(_flip, flips), *repeat(_cut, cuts), *repeat(_append, cuts)):
            content = bytearray(whole)
            what(content, chance)
            path.write_bytes(content)
            counts[{_flip: "bits flipped", _cut: "ends cut off", _append: "bytes appended"}[what]] += 1
            try:
                _noticed(path, state, counts)
            except Exception:  # noqa: BLE001 - it is what the script looks for
                counts["foreign exceptions"] += 1
                traceback.print_exc()
    return counts


def _noticed(path: Path, state: State, counts: Counter[str]) -> None:
    """It is noticed, and the backup that is offered is the case file once it was put back."""
    try:
        open_case_file(path, PASSPHRASES[0]).close()
    except CaseFileDamaged as error:
        counts[type(error).__name__] += 1
    else:
        counts["not noticed"] += 1
    newest = backups(path)[0]
    counts["backups not good"] += last_good_backup(path, PASSPHRASES[0]) != newest
    aside = put_back(path, newest, datetime(2026, 1, 5, 11))
    with open_case_file(path, PASSPHRASES[0], read_only=True) as case_file:
        counts["not put back"] += found_in(case_file.read(), 0) != state
    aside.unlink()


def _be_quick() -> None:
    cipher.KDF_ROUNDS = _ROUNDS


def _told(title: str, counts: Counter[str], seconds: float) -> None:
    print(f"\n{title}, {seconds:,.0f} seconds")
    for what in [what for what in counts if what not in _MUST_BE_NONE[title]]:
        print(f"  {what:<30} {counts[what]:>8,}")
    for what in _MUST_BE_NONE[title]:
        print(f"  {what:<30} {counts[what]:>8,}   must be 0")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=2_000)
    parser.add_argument("--full", type=int, default=500)
    parser.add_argument("--flips", type=int, default=1_000)
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    shares = options.processes
    seeds = [options.seed * 1_000 + share for share in range(shares)]

    def share_of(total: int) -> list[int]:
        return [len(range(share, total, shares)) for share in range(shares)]

    bad = 0
    print(f"Seed {options.seed}, {shares} processes")
    with ProcessPoolExecutor(shares, multiprocessing.get_context("spawn")) as pool:
        for title, trial, shared in (
            ("Killed", kill, (share_of(options.kills),)),
            ("No room on the disk", fill, (share_of(options.full),)),
            ("Damaged", damage, (share_of(options.flips), share_of(options.cuts))),
        ):
            started = time.monotonic()
            counts: Counter[str] = Counter()
            for counted in pool.map(trial, seeds, *shared):
                counts.update(counted)
            _told(title, counts, time.monotonic() - started)
            bad += sum(counts[what] for what in _MUST_BE_NONE[title])
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
