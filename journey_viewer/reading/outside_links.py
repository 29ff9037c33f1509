"""What a workbook links to outside itself, noticed before any parser sees it. Nothing here follows a link.

Each look is bounded: member names, relationships, and the beginning of what has no parts of its own for links.
"""

import re
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from journey_viewer.errors import SheetElsewhere
from journey_viewer.reading.workbook_parts import BROKEN, LONG_HEAD, biff_records, start_of

NOT_FOLLOWED = "Links to other files were not followed: what stands in such cells is what was last saved."
"""The remark on each list of a workbook that has such links."""

_ZIP = b"PK\x03\x04"
_MOST_RELATIONS = 5_000_000
"""How many bytes of relationships are looked through, of the workbook's own first."""
_PARTS = re.compile(r"xl/(?:externallinks/|querytables/|connections\.(?:xml|bin)$)")
"""Members for other workbooks and DDE, for web and database queries."""
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)")
_OUTSIDE = re.compile(rb"""\bTargetMode\s*=\s*["']External["']""", re.IGNORECASE)
_KIND = re.compile(rb"""\bType\s*=\s*["'](?:[^"']*/)?(\w+)["']""")
_SHEET = b"worksheet"
_HYPERLINK = b"hyperlink"  # something to click on: no cell's value comes from there
_OPEN_DOCUMENT = re.compile(
    rb"<table:(?:table-source|cell-range-source|dde-link)\b|of:=DDE\(|\[(?:'|&apos;)(?:file|https?|s?ftp|smb):"
)
_OPEN_DOCUMENT_COPY = re.compile(r"'\w+:.*'#")
_BIFF_RECORDS = 20_000
_BIFF_END = 0x0A
_BIFF_BOOK = 0x1AE
_BIFF_CONNECTION = 0x876
_THIS_BOOK, _ADD_IN, _NO_BOOK = 0x0401, 0x3A01, 1


def check_sheets_are_inside(archive: zipfile.ZipFile) -> None:
    """Raises SheetElsewhere where the workbook says that one of its sheets is another file."""
    names = [name for name in archive.namelist() if _plain(name).startswith("xl/_rels/workbook.")]
    if _SHEET in _outside_kinds(archive, names):
        raise SheetElsewhere


def leads_outside(path: Path) -> bool:
    """True where cells of the workbook are linked to other files, to DDE, or to a query.

    False where it cannot be read: the parser will say what is wrong with it.
    """
    try:
        with path.open("rb") as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                stream.seek(0)
                return _biff_leads_outside(stream.read(LONG_HEAD))
        with zipfile.ZipFile(path) as archive:
            return _archive_leads_outside(archive)
    except BROKEN:
        return False


def is_copy_of_outside(sheet: str) -> bool:
    """True of the name under which an OpenDocument workbook hides what it last saw of another file's sheet."""
    return _OPEN_DOCUMENT_COPY.match(sheet) is not None


def _archive_leads_outside(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if any(_PARTS.match(_plain(name)) for name in names):
        return True
    if "content.xml" in names:
        return _OPEN_DOCUMENT.search(start_of(archive, "content.xml", LONG_HEAD)) is not None
    relations = sorted(
        (name for name in names if name.lower().endswith(".rels")),
        key=lambda name: not _plain(name).startswith("xl/_rels/"),
    )
    return any(kind != _HYPERLINK for kind in _outside_kinds(archive, relations))


def _outside_kinds(archive: zipfile.ZipFile, names: list[str]) -> Iterator[bytes]:
    """The kind of each relationship in these members that leads out of the file."""
    left = _MOST_RELATIONS
    for name in names:
        content = start_of(archive, name, left).replace(b"\x00", b"")  # as it may be UTF-16
        left = max(left - len(content), 0)
        for relation in _RELATION.finditer(content):
            if _OUTSIDE.search(relation[1]):
                kind = _KIND.search(relation[1])
                yield kind[1] if kind else b""


def _plain(name: str) -> str:
    return name.lower().replace("\\", "/").lstrip("/")


def _biff_leads_outside(content: bytes) -> bool:
    """True where an .xls names another book before its first sheet, or a connection."""
    for kind, told in biff_records(content, _BIFF_RECORDS):
        if kind == _BIFF_END:
            return False
        if kind == _BIFF_CONNECTION:
            return True
        if kind == _BIFF_BOOK and len(told) >= 4:
            _, book = struct.unpack_from("<HH", told)
            if book not in {_THIS_BOOK, _ADD_IN, _NO_BOOK}:
                return True
    return False
