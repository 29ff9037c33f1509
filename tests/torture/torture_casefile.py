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
import multiprocessing
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from casefile_damaged import damage
from casefile_full import fill
from casefile_killed import kill

_HARM = ("lost", "torn", "planted values seen", "left behind", "backups not good", "foreign exceptions")
_MUST_BE_NONE = {
    "Killed": _HARM,
    "No room on the disk": (*_HARM, "not saved once there was room", "no plain message"),
    "Damaged": ("not noticed", "backups not good", "not put back", "foreign exceptions"),
}


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
