"""Pages -> a PowerPoint deck: one slide a page, in native shapes that can be edited.

The package is written part by part as XML, without a template: nothing is in it that we did
not say, and the same pages give the same bytes.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journey_viewer.export import deck_parts
from journey_viewer.export.slide import slide_shapes
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold; no clock is read

_MASTER, _LAYOUT = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_THEME, _NOTES_THEME = "ppt/theme/theme1.xml", "ppt/theme/theme2.xml"
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_PRESENTATION = "ppt/presentation.xml"

_TYPES = {
    "ppt/presentation": f"{_CONTENT}.presentationml.presentation.main+xml",
    "ppt/slideMasters/": f"{_CONTENT}.presentationml.slideMaster+xml",
    "ppt/slideLayouts/": f"{_CONTENT}.presentationml.slideLayout+xml",
    "ppt/slides/": f"{_CONTENT}.presentationml.slide+xml",
    "ppt/notesMasters/": f"{_CONTENT}.presentationml.notesMaster+xml",
    "ppt/notesSlides/": f"{_CONTENT}.presentationml.notesSlide+xml",
    "ppt/theme/": f"{_CONTENT}.theme+xml",
    _CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    _APP: f"{_CONTENT}.extended-properties+xml",
}

Part = tuple[str, str, tuple[str, ...]]
"""A part's name, its XML, and the names of the parts that it refers to as rId1, rId2 …"""


def write_deck(pages: Sequence[Page], theme: Theme, made_on: date) -> bytes:
    """A .pptx of 13.333 × 7.5 inch slides; ``made_on`` is the only date in it."""
    parts = list(_parts(pages, theme, made_on))
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        _store(archive, "[Content_Types].xml", _content_types([name for name, _, _ in parts]))
        _store(archive, "_rels/.rels", _relationships((_PRESENTATION, _CORE, _APP)))
        for name, xml, targets in parts:
            _store(archive, name, xml)
            if targets:
                folder, _, file = name.rpartition("/")
                _store(archive, f"{folder}/_rels/{file}.rels", _relationships(targets))
    return content.getvalue()


def _parts(pages: Sequence[Page], theme: Theme, made_on: date) -> Iterator[Part]:
    numbers = range(1, len(pages) + 1)
    slides = tuple(_slide_name(number) for number in numbers)
    yield _CORE, deck_parts.core_properties(made_on), ()
    yield _APP, deck_parts.app_properties(len(pages)), ()
    yield _PRESENTATION, deck_parts.presentation(len(pages)), (_MASTER, _NOTES_MASTER, *slides, _THEME)
    yield _THEME, deck_parts.theme_part(theme), ()
    yield _NOTES_THEME, deck_parts.theme_part(theme), ()
    yield _MASTER, deck_parts.slide_master(theme), (_LAYOUT, _THEME)
    yield _LAYOUT, deck_parts.slide_layout(theme), (_MASTER,)
    yield _NOTES_MASTER, deck_parts.notes_master(), (_NOTES_THEME,)
    for number, page in zip(numbers, pages, strict=True):
        slide, notes = _slide_name(number), f"ppt/notesSlides/notesSlide{number}.xml"
        yield slide, deck_parts.slide(slide_shapes(page, theme)), (_LAYOUT, notes)
        yield notes, deck_parts.notes_slide(page.notes), (_NOTES_MASTER, slide)


def _slide_name(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def _store(archive: ZipFile, name: str, xml: str) -> None:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # the same on every platform
    archive.writestr(entry, _HEAD + xml)


def _content_types(names: Sequence[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_content_type(name)}"/>' for name in names
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _content_type(name: str) -> str:
    return next(kind for start, kind in _TYPES.items() if name.startswith(start))


def _relationships(targets: Sequence[str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_relationship_type(target)}" Target="/{target}"/>'
        for number, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _relationship_type(target: str) -> str:
    if target == _CORE:
        return f"{_PACKAGE}/relationships/metadata/core-properties"
    if target == _APP:
        return f"{_OFFICE}/extended-properties"
    if target == _PRESENTATION:
        return f"{_OFFICE}/officeDocument"
    folder = target.split("/")[1]
    return f"{_OFFICE}/{folder.removesuffix('s')}"
