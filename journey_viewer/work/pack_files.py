"""An AnonymousPack -> the files that were asked for, each made when its turn comes."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from journey_viewer.errors import FileMissing, FileUnreadable
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page
from journey_viewer.work.manifest import MANIFEST_NAME

USUAL_FORMATS = frozenset({"pptx", "png"})
DECK_NAME = "Journeys anonymised.pptx"
PDF_NAME = "Journeys anonymised.pdf"
HANDOUT_NAME = "Handout anonymised.pdf"
WORKBOOK_NAME = "Journeys anonymised.xlsx"
_CASE_NAME = re.compile(r"Case [A-Z]{1,3}(?: 4K)?\.(?:png|svg)")
SIZES: Mapping[str, frozenset[int]] = {
    "both": frozenset({1920, 3840}),
    "1920": frozenset({1920}),
    "4k": frozenset({3840}),
}
"""How large pictures may be: by what each choice is called, widths in pixels."""
_PICTURE_WIDTHS = {"": 1920, " 4K": 3840}  # pixels


@dataclass(frozen=True)
class Wanted:
    """Which files: ``formats`` are any of pptx, png, svg, pdf, handout and xlsx; ``template`` is the content of the user's own .pptx or .potx; ``widths``: of pictures, in pixels."""

    formats: frozenset[str] = USUAL_FORMATS
    transparent: bool = False
    outlined: bool = False
    as_pictures: bool = False
    template: bytes | None = None
    widths: frozenset[int] = SIZES["both"]


Making = tuple[str, Callable[[], bytes]]
"""A file's name, and what makes its content."""


def pack_files(pack: AnonymousPack, pages: Sequence[Page], wanted: Wanted, made_on: date) -> Iterator[Making]:
    """The files in the order in which they are made; ``pages`` are all of the pack's."""
    for page in (page for page in pages if page.kind == "case"):
        yield from _pictures(page, wanted)
    if "pptx" in wanted.formats:
        yield DECK_NAME, partial(_deck, pages, wanted, made_on)
    if "pdf" in wanted.formats:
        yield PDF_NAME, partial(_pdf, pages)
    if "handout" in wanted.formats:
        yield HANDOUT_NAME, partial(_handout, pack)
    if "xlsx" in wanted.formats:
        yield WORKBOOK_NAME, partial(_workbook, pack, made_on)


def is_a_pack_name(name: str) -> bool:
    """Whether a file of a pack is called so, or the manifest beside them."""
    ours = (DECK_NAME, PDF_NAME, HANDOUT_NAME, WORKBOOK_NAME, MANIFEST_NAME)
    return name in ours or _CASE_NAME.fullmatch(name) is not None


def template_content(path: Path | None) -> bytes | None:
    """The user's own template. Raises FileMissing or FileUnreadable, which whatever is no plain file is too."""
    if path is None:
        return None
    try:
        plain = path.is_file() or not path.exists()
        if plain:
            return path.read_bytes()
    except FileNotFoundError:
        raise FileMissing from None
    except (OSError, ValueError):
        raise FileUnreadable from None
    raise FileUnreadable


def template_texts(wanted: Wanted) -> frozenset[str]:
    """What the user's own template says by itself, on its masters and layouts: whose it is, for instance.

    Raises what ``clean_template`` does where it cannot be used.
    """
    if wanted.template is None or "pptx" not in wanted.formats:
        return frozenset()
    from journey_viewer.export.own_template import clean_template

    return frozenset(texts_in("", clean_template(wanted.template)))


def _pictures(page: Page, wanted: Wanted) -> Iterator[Making]:
    if "png" in wanted.formats:
        for suffix, width in (
            (name, width) for name, width in _PICTURE_WIDTHS.items() if width in wanted.widths
        ):
            yield f"{page.label}{suffix}.png", partial(_png, page, width, wanted)
    if "svg" in wanted.formats:
        yield f"{page.label}.svg", partial(_svg, page, wanted)


def _png(page: Page, width: int, wanted: Wanted) -> bytes:
    from journey_viewer.drawing.picture import page_png

    return page_png(page, load_theme(), width, transparent=wanted.transparent)


def _svg(page: Page, wanted: Wanted) -> bytes:
    from journey_viewer.drawing.picture import page_svg

    return page_svg(page, load_theme(), outlined=wanted.outlined)


def _pdf(pages: Sequence[Page]) -> bytes:
    from journey_viewer.drawing.picture import pages_pdf

    return pages_pdf(pages, load_theme())


def _handout(pack: AnonymousPack) -> bytes:
    from journey_viewer.drawing.picture import handout_pdf

    return handout_pdf(pack, load_theme())


def _deck(pages: Sequence[Page], wanted: Wanted, made_on: date) -> bytes:
    from journey_viewer.drawing.picture import page_png
    from journey_viewer.export.deck import write_deck

    theme = load_theme()
    pictures = partial(page_png, theme=theme) if wanted.as_pictures else None
    return write_deck(pages, theme, made_on, pictures=pictures, template=wanted.template)


def _workbook(pack: AnonymousPack, made_on: date) -> bytes:
    from journey_viewer.export.workbook import pack_workbook

    return pack_workbook(pack, made_on)
