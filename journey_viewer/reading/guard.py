"""A cheap look at a file before any parser sees it: what it is, and whether it is safe to read."""

import re
import zipfile
from enum import Enum
from pathlib import Path

from journey_viewer.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    NotAList,
    PasswordProtected,
    WebPage,
    WorkbookBroken,
)
from journey_viewer.reading.outside_links import check_sheets_are_inside
from journey_viewer.reading.workbook_parts import BROKEN, biff_records

MAX_TEXT_BYTES = 2_000_000_000
MAX_WORKBOOK_BYTES = 200_000_000
MAX_UNPACKED_BYTES = 4_000_000_000
MAX_RATIO = 400
"""Unpacked to packed, looked at from ``_RATIO_FROM`` on: a real sheet packs 10 to 100 times."""
_RATIO_FROM = 100_000_000
MAX_MEMBERS = 10_000

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only ways that workbooks are packed; of others no bounded beginning can be unpacked."""

_HEAD = 65_536
_PART_HEAD = 4_096
_DEFINITION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\x00!\x00D\x00O", re.IGNORECASE)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_THINGS = (  # pictures, documents, programs, archives, databases
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"%PDF", b"{\\rtf"),
    *(b"MZ\x90", b"\x7fELF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"PK\x05\x06", b"SQLite format 3"),
)
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|meta|style|\?xml|svg|!--)", re.IGNORECASE
)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
_JSON_STARTS = re.compile(rb"""\s*(?:\{\s*["}]|\[\s*[]{])""")
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a\x1b")
_BIFF_FILEPASS = 0x2F


class Container(Enum):
    """What a list comes in, by what the file holds and not by its name's ending."""

    TEXT = "text"
    WORKBOOK = "workbook"
    DOCUMENT = "document"


def check_file(path: Path) -> Container:
    """What kind of list this file is.

    Raises FileMissing, FileUnreadable, FileEmpty, FileTooLarge, NotAList, WebPage,
    PasswordProtected, SheetElsewhere or WorkbookBroken. What else leads out of a workbook is no
    reason to refuse it (``leads_outside``), nor is its size a reason before it is known which parser is to read it.
    """
    try:
        if not path.exists():
            raise FileMissing
        if not path.is_file():
            raise FileUnreadable
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        raise FileUnreadable from None
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FileEmpty
    container = Container.WORKBOOK if head.startswith((_ZIP, _OLE)) else Container.TEXT
    if size > (MAX_WORKBOOK_BYTES if container is Container.WORKBOOK else MAX_TEXT_BYTES):
        raise FileTooLarge
    if container is Container.TEXT:
        _check_text(head)
        container = Container.DOCUMENT if _is_json(head) else Container.TEXT
    elif head.startswith(_ZIP):
        _check_zip(path)
    else:
        _check_ole(path)
    return container


def is_utf_16(head: bytes) -> bool:
    """True where a text's first bytes say UTF-16, by a mark or by a zero in every other byte."""
    return head.startswith(_UTF_16_MARKS) or utf_16_without_mark(head) != ""


def utf_16_without_mark(head: bytes) -> str:
    """The codec of UTF-16 text that has no mark; "" where it is something else."""
    even, odd = head[::2], head[1::2]
    if len(odd) < 2:
        return ""
    shares = even.count(0) / len(even), odd.count(0) / len(odd)
    if shares[1] > 0.8 and shares[0] < 0.05:
        return "utf-16-le"
    return "utf-16-be" if shares[0] > 0.8 and shares[1] < 0.05 else ""


def _check_text(head: bytes) -> None:
    if _WEB_PAGE.match(head.translate(None, b"\x00\xff\xfe") if is_utf_16(head) else head):
        raise WebPage
    if head.lstrip().startswith(_OTHER_THINGS) and not head.startswith(_UTF_16_MARKS):
        raise NotAList
    if is_utf_16(head):
        return
    odd_characters = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in head or odd_characters > len(head) / 100:
        raise NotAList


def _is_json(head: bytes) -> bool:
    """True where a text begins as a JSON object does, or a list of them."""
    unmarked = head.removeprefix(b"\xef\xbb\xbf")
    return bool(
        _JSON_STARTS.match(unmarked.translate(None, b"\x00\xfe\xff") if is_utf_16(head) else unmarked)
    )


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_members(members)
            _check_markup(archive, members)
            check_sheets_are_inside(archive)
            if _encrypted_by_manifest(archive):
                raise PasswordProtected
    except BROKEN:
        raise WorkbookBroken from None


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise PasswordProtected
    if not _WORKBOOK_PARTS & {member.filename.lower().lstrip("/") for member in members}:
        raise NotAList
    if len(members) > MAX_MEMBERS or any(member.compress_type not in _PACKED for member in members):
        raise WorkbookBroken
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > MAX_UNPACKED_BYTES or (unpacked > _RATIO_FROM and unpacked > MAX_RATIO * packed):
        raise FileTooLarge


def _check_markup(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """No part of a workbook that a program wrote defines entities: what does is made to swell or to fetch."""
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")):
            with archive.open(member) as stream:
                if _DEFINITION.search(stream.read(_PART_HEAD)):
                    raise WorkbookBroken


def _encrypted_by_manifest(archive: zipfile.ZipFile) -> bool:
    """An OpenDocument sheet with a password says so in its manifest, not in the zip's flags."""
    name = "META-INF/manifest.xml"
    if name not in archive.namelist():
        return False
    with archive.open(name) as stream:
        return b"encryption-data" in stream.read(1_000_000)


def _check_ole(path: Path) -> None:
    try:
        content = path.read_bytes()
    except OSError:
        raise FileUnreadable from None
    if "EncryptedPackage".encode("utf-16-le") in content or _has_biff_password(content):
        raise PasswordProtected
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise NotAList


def _has_biff_password(content: bytes) -> bool:
    """An .xls with a password has a FILEPASS record among the first of its workbook stream."""
    return any(kind == _BIFF_FILEPASS for kind, _ in biff_records(content))
