"""A presentation of somebody else's, opened without trust: small parts, no entities, no links followed."""

import io
import re
import struct
import zlib
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath
from typing import Any
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from journey_viewer.errors import TemplateHasMacros, TemplateProtected, TemplateTooLarge, TemplateUnreadable

MAX_BYTES = 100_000_000
MAX_MEMBERS = 10_000
MAX_MARKUP = 30_000_000
"""Bytes of XML that are read in all: large templates hold two or three million."""
MAX_TAGS = 500_000
"""Tags in it in all: markup that is all tags takes far more room than bytes."""
MAX_PICTURES = 100_000_000
"""Bytes of pictures that are read in all."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEMBER = b"PK\x01\x02"
_DEFINITION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\x00!\x00D\x00O", re.IGNORECASE)
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_TYPES = "[content_types].xml"
_PRESENTATIONS = tuple(
    f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml"
    for kind in ("presentation", "template", "slideshow")
)


@dataclass(frozen=True)
class Relation:
    """``kind`` is the last word of its type; ``part`` is "" where it leads out of the package."""

    kind: str
    part: str


class OutsidePackage:
    """Reads parts by name, each at most once. Every method raises what the module's errors say."""

    def __init__(self, content: bytes) -> None:
        """Raises TemplateUnreadable, TemplateProtected, TemplateTooLarge or TemplateHasMacros."""
        self._archive = _opened(content)
        self._members = _members(self._archive)
        self._left = {"markup": MAX_MARKUP, "tags": MAX_TAGS, "pictures": MAX_PICTURES}
        self._types = _content_types(self.markup(_TYPES))
        self.main = self._main()

    def markup(self, part: str) -> Any:
        """The root of an XML part, without comments and processing instructions."""
        content = self._read(part, "markup")
        self._spend("tags", content.count(b"<"))
        if _DEFINITION.search(content):
            raise TemplateUnreadable
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise TemplateUnreadable from None
        if root is None or root.getroottree().docinfo.doctype:
            raise TemplateUnreadable
        return root

    def picture(self, part: str) -> bytes:
        return self._read(part, "pictures")

    def relations(self, part: str) -> dict[str, Relation]:
        """By id; those of the package itself where ``part`` is ""."""
        name = join(dirname(part), "_rels", f"{basename(part)}.rels")
        if name.lower() not in self._members:
            return {}
        relations = {}
        for each in self.markup(name).iter("{*}Relationship"):
            outside = each.get("TargetMode") == "External"
            target = "" if outside else _inside(part, each.get("Target", ""))
            relations[each.get("Id", "")] = Relation(each.get("Type", "").rpartition("/")[2], target)
        return relations

    def _main(self) -> str:
        """The presentation itself, whatever its name."""
        macros = any("macroenabled" in kind or "vbaproject" in kind for kind in self._types.values())
        if macros or any(name.endswith("vbaproject.bin") for name in self._members):
            raise TemplateHasMacros
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self._kind(relation.part) in _PRESENTATIONS:
                return relation.part
        raise TemplateUnreadable

    def _kind(self, part: str) -> str:
        name = part.lower()
        return self._types.get(f"/{name}", self._types.get(name.rpartition(".")[2], ""))

    def _read(self, part: str, budget: str) -> bytes:
        member = self._members.get(part.lower())
        if member is None:
            raise TemplateUnreadable
        self._spend(budget, member.file_size)
        try:
            return self._archive.read(member)  # no more than it says it holds, and its sum must be right
        except _BROKEN:
            raise TemplateUnreadable from None

    def _spend(self, budget: str, much: int) -> None:
        self._left[budget] -= much
        if self._left[budget] < 0:
            raise TemplateTooLarge


def _opened(content: bytes) -> ZipFile:
    if len(content) > MAX_BYTES or content.count(_MEMBER) > MAX_MEMBERS:
        raise TemplateTooLarge
    if content.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise TemplateProtected
    if not content.startswith(_ZIP):
        raise TemplateUnreadable
    try:
        return ZipFile(io.BytesIO(content))
    except _BROKEN:
        raise TemplateUnreadable from None


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """By name in lower case, as names of parts are the same in either."""
    members: dict[str, ZipInfo] = {}
    for member in archive.infolist():
        name = member.filename.lower().lstrip("/")
        if member.flag_bits & 1:
            raise TemplateProtected
        if name in members or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise TemplateUnreadable
        members[name] = member
    return members


def _content_types(root: Any) -> dict[str, str]:
    """By "/name/of/part" and by the ending of names, in lower case."""
    types = {}
    for each in root:
        key = each.get("PartName") or each.get("Extension") or ""
        types[key.lower()] = each.get("ContentType", "").lower()
    return types


def _inside(part: str, target: str) -> str:
    target = unquote(target)
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join(dirname(part), target)).lstrip("/")
