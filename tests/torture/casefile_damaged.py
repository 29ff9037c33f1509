"""The third trial of torture_casefile: bits of the file are wrong, its end is gone, or something was appended."""

import random
import tempfile
import traceback
from collections import Counter
from datetime import datetime
from itertools import repeat
from pathlib import Path

from casefile_states import PASSPHRASES, State, be_quick, begun, found_in

from journey_viewer.casefile import cipher
from journey_viewer.casefile.backups import backups, delete_backups, make_backup
from journey_viewer.casefile.opening import last_good_backup, open_case_file, put_back
from journey_viewer.errors import CaseFileDamaged


def _flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _cut(content: bytearray, chance: random.Random) -> None:
    pages = chance.randrange(len(content) // cipher.PAGE) * cipher.PAGE
    del content[chance.choice((pages, chance.randrange(len(content)))) :]


def _append(content: bytearray, chance: random.Random) -> None:
    content += chance.choice((b"\0", chance.randbytes(100), bytes(cipher.PAGE), content[-cipher.PAGE :]))


def damage(seed: int, flips: int, cuts: int) -> Counter[str]:
    """Damage a file so many times in these ways, and count."""
    be_quick()
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
