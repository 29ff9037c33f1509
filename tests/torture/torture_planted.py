"""Proves that nothing of anybody leaves: sixty people, 3,000 different identifiers over every field that is read.

The lists are shared as anybody would, in every format; then again with as many written for sharing, in every text that
can be. Every file is searched part by part, and every picture is read by
tesseract, as a person at the wall would read it: on Debian, apt-get install tesseract-ocr. Where it is missing that
is said, and the rest is done. Prints how many of each kind were planted and where anything was found; ends
with 1 where something was.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy"))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))

from planted import PlantedLists, planted_lists
from planted_words import is_by_chance, share_written, written_about
from reading_back import Found, texts_of
from searching import Hit, Search

from journey_viewer import cli
from journey_viewer.commands.argument_kinds import FORMATS

_BY_CHANCE = 2  # letters


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--identifiers", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    lists = planted_lists(options.people, options.identifiers, options.seed)
    print(f"Seed {options.seed}, {options.people} people, {len(lists.planted):,} identifiers")
    for what, count in sorted(Counter(what for _, what in lists.planted).items()):
        print(f"  {what:<24} {count:>6,}")
    with tempfile.TemporaryDirectory() as folder:
        return _searched(lists, Path(folder), options.people, options.seed)


def _searched(lists: PlantedLists, folder: Path, people: int, seed: int) -> int:
    search, pack = Search(lists.planted), folder / "pack"
    for name, content in lists.files.items():
        (folder / name).write_bytes(content)
    sources = [folder / name for name in lists.files]
    unseen = _unseen(search, sources)
    told = [*map(str, sources), "--to", str(pack), "--top", str(people), "--formats", ",".join(FORMATS)]
    if cli.main(["share", *told]) != 0:
        return 1
    files = sorted(path for path in pack.rglob("*") if path.is_file())
    session, written = written_about(sources, people, seed)
    share_written(session, folder / "written")
    search_written = Search((*lists.planted, *written))
    told_of = sorted((folder / "written").iterdir())
    hits = (hit for path in told_of for hit in search_written.hits(texts_of(path)))
    left = Counter(hit.where for hit in hits if not is_by_chance(hit))
    found = Counter(_told_by(hit for path in files for hit in search.hits(texts_of(path))))
    seen = Counter(_told_by(hit for text in _read_by_eye(files) for hit in search.hits([text])))
    print(f"\n{'planted but not found in the lists':<42} {unseen:>6,}   must be 0")
    print(f"{f'found in {len(files):,} files':<42} {found.total():>6,}   must be 0")
    print(f"{'read in the pictures':<42} {seen.total():>6,}   must be 0")
    print(f"{f'found of {len(written):,} written for sharing':<42} {left.total():>6,}   must be 0")
    for where, count in (found + seen + left).most_common(20):
        print(f"  {where}: {count}")
    return int(bool(unseen or found or seen or left))


def _told_by(hits: Iterable[Hit]) -> Iterator[str]:
    """Where something was found: two letters are read by chance in the marks of a picture and in a PDF's own signs."""
    for hit in hits:
        if len(hit.identifier) > _BY_CHANCE or not hit.where.endswith((".png", ".pdf")):
            yield hit.where


def _unseen(search: Search, sources: list[Path]) -> int:
    """How many identifiers the search does not find in the lists themselves, where all of them stand."""
    hits = {hit.identifier for path in sources for hit in search.hits(texts_of(path))}
    return len((search.long | search.short) - hits)


def _read_by_eye(files: list[Path]) -> Iterator[Found]:
    """What tesseract reads in each large picture."""
    if shutil.which("tesseract") is None:
        print("The pictures were not read: tesseract is missing (apt-get install tesseract-ocr).")
        return
    pictures = [path for path in files if path.suffix == ".png" and "4K" in path.name]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = list(pool.map(_letters, pictures))
    words = sum(len(text.split()) for text in texts)
    print(
        f"\nRead by tesseract: {len(pictures)} pictures, {words:,} words; {sum('Case' in text for text in texts)} say whose case it is"
    )
    yield from (Found(path.name, text, shown=True) for path, text in zip(pictures, texts, strict=True))


def _letters(picture: Path) -> str:
    single = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(
        ["tesseract", str(picture), "-", "--psm", "11"],
        capture_output=True,
        text=True,
        check=True,
        env=single,
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
