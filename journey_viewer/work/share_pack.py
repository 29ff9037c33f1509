"""Cases -> the anonymised pack on disk: pictures and a deck."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from journey_viewer.errors import FolderNotWritable, NothingToShare
from journey_viewer.files import write_file
from journey_viewer.model.case import Case
from journey_viewer.model.progress import Progress
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.check import check_file, check_texts
from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page, lay_out_page

FORMATS = ("png", "pptx")
DECK_NAME = "Journeys anonymised.pptx"
_PICTURE_WIDTHS = {"": 1920, " 4K": 3840}


def share_pack(
    cases: Sequence[Case], folder: Path, formats: Iterable[str], known: Identifiers, made_on: date
) -> Generator[Progress, None, list[Path]]:
    """Write the pack into ``folder`` and return its files.

    Each page's words and each file are searched for every known identifier before anything is
    written, and the folder is
    left as it was unless all of them were. Raises NothingToShare, FolderNotWritable or IdentifierFound.
    """
    if not cases:
        raise NothingToShare
    wanted = set(formats)
    pages = []
    with _aside(folder) as aside:
        for done, case in enumerate(cases):
            yield Progress(done, len(cases), f"Drawing {case.label}")
            page = _page(case)
            check_texts([page.described, page.notes, *(line.text for line in page.lines)], known)
            pages.append(page)
            if "png" in wanted:
                for name, png in _pictures(page):
                    _keep(aside, name, png, known)
        if "pptx" in wanted:
            yield Progress(len(cases), len(cases), "Writing the deck")
            _keep(aside, DECK_NAME, _deck(pages, made_on), known)
        return _move(aside, folder)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder inside ``folder`` to put the pack together in. It goes again, and so do folders left empty by it."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        aside = folder / f".journeys-{token_hex(4)}"  # no mkdtemp: on Windows what is in it stays private
        aside.mkdir(parents=True)
    except OSError:
        raise FolderNotWritable from None
    try:
        yield aside
    finally:
        rmtree(aside, ignore_errors=True)
        with suppress(OSError):  # the first that holds something stays, and so do those around it
            for path in made:
                path.rmdir()


def _move(aside: Path, folder: Path) -> list[Path]:
    """Every file to where it belongs, in place of an earlier one of its name; where one cannot go, none does."""
    earlier = aside / "earlier"
    moved: list[Path] = []
    names = sorted(path.name for path in aside.iterdir())
    try:
        earlier.mkdir()
        for name in names:
            if (folder / name).exists():
                (folder / name).rename(earlier / name)
            moved.append((aside / name).replace(folder / name))
    except OSError:
        for path in moved:
            path.unlink(missing_ok=True)
        for path in earlier.iterdir():
            path.replace(folder / path.name)
        raise FolderNotWritable from None
    return moved


def _page(case: Case) -> Page:
    from journey_viewer.drawing.fonts import page_text_width
    from journey_viewer.drawing.picture import drawing_application

    drawing_application()
    return lay_out_page(anonymise(case), page_text_width)


def _pictures(page: Page) -> Iterable[tuple[str, bytes]]:
    from journey_viewer.drawing.picture import page_png

    for suffix, width in _PICTURE_WIDTHS.items():
        yield f"{page.label}{suffix}.png", page_png(page, load_theme(), width)


def _deck(pages: Sequence[Page], made_on: date) -> bytes:
    from journey_viewer.export.deck import write_deck

    return write_deck(pages, load_theme(), made_on)


def _keep(folder: Path, name: str, content: bytes, known: Identifiers) -> None:
    check_file(name, content, known)
    write_file(folder / name, content)
