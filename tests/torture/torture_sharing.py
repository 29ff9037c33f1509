"""Proves that an export that is killed leaves whole files alone, and nothing behind once another has been made.

A program that writes packs of every kind of file of invented people into one folder, over and over, is
killed (-9) at a random moment. After each kill every file under its own name is opened; then one pack is written to
its end, and nothing may lie in the folder but its files. Prints its seed and its counts; ends with 1 where
one that must be 0 is not.
"""

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from invented import session_on
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from journey_viewer.commands.argument_kinds import FORMATS
from journey_viewer.commands.sources import walk
from journey_viewer.work.guard import guard_of
from journey_viewer.work.pack_files import Wanted
from journey_viewer.work.share_pack import share_pack

_LONGEST = 2.5  # seconds until it is killed; soon is likelier
_KILLS_BEFORE_A_WHOLE_PACK = 4
_MUST_BE_NONE = ("unreadable under their names", "left behind", "foreign exceptions")
_TODAY = date(2026, 1, 15)


def write_a_pack(folder: Path) -> None:
    session = session_on()
    window = session.document.window
    if window is None:
        raise ValueError("the invented people have no journey")
    people = session.shared_people
    told = session.to_share(people)
    guard = guard_of(told, people, session.imported, window, session.lists)
    walk(share_pack(told, folder, Wanted(frozenset(FORMATS)), guard, _TODAY))


def _over_and_over(folder: Path, begun: Callable[[], None]) -> None:
    """In a program of its own until it is killed: 2 where it ends by an error."""
    try:
        begun()
        while True:
            write_a_pack(folder)
    except Exception:  # noqa: BLE001  (told, and counted by how it ended)
        traceback.print_exc()
        os._exit(2)


def kill_some(seed: int, kills: int) -> Counter[str]:
    """Kill so many exports and look at what is there after each."""
    chance, counts = random.Random(seed), Counter[str]()  # noqa: S311 (a moment, not a secret)
    with tempfile.TemporaryDirectory(prefix="torture-sharing-") as place:
        folder = Path(place) / "pack"
        for number in range(kills):
            _kill_one(folder, chance.random() ** 2 * _LONGEST, counts)
            counts["kills"] += 1
            counts["with something half done in the folder"] += bool(list(folder.glob(".journey*")))
            _look_at(folder, counts)
            if number % _KILLS_BEFORE_A_WHOLE_PACK == 0:
                _write_one_whole(folder, counts)
    return counts


def _kill_one(folder: Path, after: float, counts: Counter[str]) -> None:
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    program = context.Process(target=_over_and_over, args=(folder, ready.set), daemon=True)
    program.start()
    ready.wait(60)
    time.sleep(after)
    program.kill()
    program.join()
    counts["foreign exceptions"] += program.exitcode != -signal.SIGKILL


def _look_at(folder: Path, counts: Counter[str]) -> None:
    for path in folder.glob("[!.]*"):
        counts["files opened"] += 1
        try:
            _OPENED[path.suffix](path)
        except Exception:  # noqa: BLE001  (whatever another program would stumble over)
            traceback.print_exc()
            counts["unreadable under their names"] += 1


def _open_picture(path: Path) -> None:
    with Image.open(path) as picture:
        picture.load()


def _open_office_file(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            content = package.read(name)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(content)


def _open_pdf(path: Path) -> None:
    for page in PdfReader(path).pages:
        page.extract_text()


_OPENED: dict[str, Callable[[Path], object]] = {
    ".png": _open_picture,
    ".pptx": _open_office_file,
    ".xlsx": _open_office_file,
    ".pdf": _open_pdf,
    ".svg": etree.parse,
    ".json": lambda path: json.loads(path.read_bytes()),
}


def _write_one_whole(folder: Path, counts: Counter[str]) -> None:
    context = multiprocessing.get_context("fork")
    program = context.Process(target=write_a_pack, args=(folder,), daemon=True)
    program.start()
    program.join()
    counts["whole packs after kills"] += 1
    counts["foreign exceptions"] += program.exitcode != 0
    counts["left behind"] += len(list(folder.glob(".*")))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    started = time.perf_counter()
    counts = kill_some(options.seed, options.kills)
    print(f"Exports killed, seed {options.seed}, {time.perf_counter() - started:,.0f} seconds")
    for what in (*(each for each in counts if each not in _MUST_BE_NONE), *_MUST_BE_NONE):
        note = "   must be 0" if what in _MUST_BE_NONE else ""
        print(f"  {what:<42} {counts[what]:>8,}{note}")
    return int(any(counts[what] for what in _MUST_BE_NONE))


if __name__ == "__main__":
    sys.exit(main())
