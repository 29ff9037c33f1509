"""Cases -> the anonymised pack on disk: pictures and a deck."""

from collections.abc import Generator, Iterable, Sequence
from datetime import date
from pathlib import Path

from journey_viewer.errors import NothingToShare
from journey_viewer.files import write_file
from journey_viewer.model.case import Case
from journey_viewer.model.progress import Progress
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.check import check_file
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

    Each file is searched for every known identifier before it is written. Closing the
    generator takes back what this run has written. Raises NothingToShare,
    FolderNotWritable or IdentifierFound.
    """
    if not cases:
        raise NothingToShare
    wanted = set(formats)
    written: list[Path] = []
    try:
        pages = []
        for done, case in enumerate(cases):
            yield Progress(done, len(cases), f"Drawing {case.label}")
            page = _page(case)
            pages.append(page)
            if "png" in wanted:
                written += (_keep(folder, name, png, known) for name, png in _pictures(page))
        if "pptx" in wanted:
            yield Progress(len(cases), len(cases), "Writing the deck")
            written.append(_keep(folder, DECK_NAME, _deck(pages, made_on), known))
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


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


def _keep(folder: Path, name: str, content: bytes, known: Identifiers) -> Path:
    check_file(name, content, known)
    write_file(folder / name, content)
    return folder / name
