"""The first trial of torture_casefile: a program that writes is killed at a random moment."""

import os
import random
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from casefile_states import PASSPHRASES, State, after_trouble, be_quick, begun, save, tidy

from journey_viewer.casefile import cipher
from journey_viewer.casefile.backups import delete_backups, make_backup
from journey_viewer.casefile.opening import open_case_file

_LONGEST = 0.3  # seconds until it is killed; soon is likelier
_KILLS_OF_ONE_FILE = 25
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


def _begun_files(path: Path, said: list[str], counts: Counter[str]) -> None:
    """Every file that was begun holds all, the one that was being begun all or nothing or is not there."""
    finished = {f"begun {line.split('|')[0].split()[1]}.journey" for line in said if line.startswith("begun")}
    counts["kept"] += len(finished)
    counts["lost"] += sum(not path.with_name(name).exists() for name in finished)
    for file in path.parent.glob("begun *.journey"):
        number = int(file.stem.split()[1])
        allowed = [State(number, number)] + [State(-1, -1)] * (file.name not in finished)
        after_trouble(file, allowed, counts)
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
    be_quick()
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
            state = after_trouble(path, allowed, counts)
            if state is not None:
                tidy(path, state, counts)
    return counts
