"""Proves that nothing of anybody is ever on the wall of a meeting: every field of three cases, and everything typed there.

The whole meeting is held: every contact, every finding, every card; identifiers of every kind are typed letter by
letter. Every text that the window has is searched; and every page is grabbed and read by tesseract, as a person at the
wall would read it: on Debian, apt-get install tesseract-ocr. Where it is missing that is said, and the rest is done.
Ends with 1 where anything was found.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy"))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))
sys.path.insert(0, str(Path(__file__).parents[1] / "journeys"))

from meeting_planted_kit import held, one_of_each, read
from meeting_story_kit import Listener
from planted import planted_lists
from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from reading_back import Found
from searching import Search

from journey_viewer.app import build_window

_BY_CHANCE = 2  # letters, which tesseract reads in any mark
_SIZE, _GRABBED_EVERY = (1920, 1080), 9
_LONGEST = 120_000  # milliseconds


class Patience:
    """Waits as the tests do."""

    def waitUntil(self, until: Callable[[], bool], timeout: int = _LONGEST) -> None:  # noqa: N802 (as pytest-qt's)
        timer, loop, clock = QTimer(), QEventLoop(), QElapsedTimer()
        clock.start()

        def look() -> None:
            if until() or clock.elapsed() > timeout:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(10)
        loop.exec()
        if not until():
            raise TimeoutError("it did not come about")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--identifiers", type=int, default=400)
    parser.add_argument("--seeds", type=int, nargs="+", default=[6, 7, 8])
    options = parser.parse_args()
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["HOME"] = folder
        application = QApplication(["torture"])
        for seed in options.seeds:
            place = Path(folder) / str(seed)
            place.mkdir()
            found += _meeting(application, place, options.identifiers, seed)
    print(f"\n{'found on the wall':<42} {found.total():>6,}   must be 0")
    for where, count in found.most_common(20):
        print(f"  {where}: {count}")
    return int(bool(found))


def _meeting(application: QApplication, folder: Path, identifiers: int, seed: int) -> Counter[str]:
    """Held from the agenda to the last case; where anything was found."""
    planted = planted_lists(3, identifiers, seed)
    search, words = Search(planted.planted), list(one_of_each(planted))
    window, patience = build_window(application), Patience()
    window.show()
    read(patience, window, planted, folder)
    pictures: dict[tuple[str, ...], Path] = {}
    heard: Listener | None = None
    for number, heard in enumerate(held(window, patience, words)):
        heard.wall.resize(*_SIZE)
        heard.listen()
        page = tuple(heard.wall.wall.words)
        if number % _GRABBED_EVERY == 0 and page not in pictures:
            pictures[page] = folder / f"page-{number}.png"
            heard.wall.grab().save(str(pictures[page]))
    if heard is None:
        raise RuntimeError("no meeting was held")
    texts = [Found("a text", text, shown=True) for text in heard.heard if text]
    found = Counter(hit.where for hit in search.hits(texts))
    count, seen = _read_by_eye(list(pictures.values()), search)
    print(
        f"Seed {seed}: {len(planted.planted):,} identifiers, {len(texts):,} texts, {len(pictures)} pages grabbed,"
        f" {count:,} words read on them by tesseract"
    )
    window.close()
    return found + seen


def _read_by_eye(pictures: Sequence[Path], search: Search) -> tuple[int, Counter[str]]:
    """Searches what tesseract reads on each page: how many words that were, and where anything was found."""
    found: Counter[str] = Counter()
    if shutil.which("tesseract") is None:
        print("The pages were not read: tesseract is missing (apt-get install tesseract-ocr).")
        return 0, found
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = list(pool.map(_letters, pictures))
    for text in texts:
        hits = search.hits([Found("a page", text, shown=True)])
        found.update(hit.where for hit in hits if len(hit.identifier) > _BY_CHANCE)
    return sum(len(text.split()) for text in texts), found


def _letters(picture: Path) -> str:
    single = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    command = ["tesseract", str(picture), "-", "--psm", "11"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=single).stdout


if __name__ == "__main__":
    sys.exit(main())
