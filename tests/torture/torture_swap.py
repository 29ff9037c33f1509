"""Proves that what leaves depends on nobody's identity: 200 invented cases, each exported twice by different people.

The stories hold every service, stays, waits, services that stay open, deaths, days that are not sure, choices of how a
case is shared, and everything that can be written for sharing, with names, numbers, birth dates, addresses, clinicians
and places in all of it. The second time all of these are others, of the same kinds and the same five years
of age. Every file of every format is compared byte by byte. Prints its seed and its counts; ends with 1 where
a byte differs.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))

from swapped_cases import told_twice

from journey_viewer.commands.argument_kinds import FORMATS
from journey_viewer.commands.sources import walk
from journey_viewer.session import Session
from journey_viewer.work.guard import guard_of
from journey_viewer.work.pack_files import Wanted
from journey_viewer.work.share_pack import share_pack

_IN_A_PACK = 10
_TODAY = date(2026, 1, 15)


def packs_of(session: Session, folder: Path, *, odd: bool) -> dict[str, bytes]:
    """Every file of the pack, by name; every other pack has pictures in its deck, letters as shapes, and no ground."""
    window = session.document.window
    if window is None:
        raise ValueError("the invented people have no journey")
    people = session.shared_people
    told = session.to_share(people, reasons=True)
    guard = guard_of(told, people, session.imported, window, session.lists)
    wanted = Wanted(frozenset(FORMATS), transparent=odd, outlined=odd, as_pictures=odd)
    walk(share_pack(told, folder, wanted, guard, _TODAY))
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def swap_some(seed: int, cases: int) -> tuple[Counter[str], list[str]]:
    """The counts, and the files that differ."""
    counts, differing = Counter[str](), list[str]()
    for number in range(-(-cases // _IN_A_PACK)):
        one, other = told_twice(seed * 1000 + number, min(_IN_A_PACK, cases - number * _IN_A_PACK))
        with tempfile.TemporaryDirectory(prefix="torture-swap-") as place:
            packs = [
                packs_of(session, Path(place) / name, odd=bool(number % 2))
                for name, session in (("one", one), ("other", other))
            ]
        counts["cases"] += len(one.shared_people)
        counts["contacts"] += len(one.imported.touchpoints)
        counts["files compared"] += len(packs[0])
        counts["bytes compared"] += sum(map(len, packs[0].values()))
        names = packs[0].keys() | packs[1].keys()
        unlike = sorted(name for name in names if packs[0].get(name) != packs[1].get(name))
        counts["bytes that differ"] += sum(
            _differing(packs[0].get(n, b""), packs[1].get(n, b"")) for n in unlike
        )
        differing += [f"pack {number + 1}: {name}" for name in unlike]
    return counts, differing


def _differing(one: bytes, other: bytes) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    started = time.perf_counter()
    counts, differing = swap_some(options.seed, options.cases)
    print(f"Identities exchanged, seed {options.seed}, {time.perf_counter() - started:,.0f} seconds")
    for what, count in counts.items():
        print(f"  {what:<24} {count:>14,}" + "   must be 0" * (what == "bytes that differ"))
    for name in differing[:40]:
        print(f"  differs: {name}")
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main())
