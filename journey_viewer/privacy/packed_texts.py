"""What is packed inside a file: bounded, so that no small file becomes an endless one."""

import bz2
import gzip
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message

from journey_viewer.errors import FileNotSearchable

PNG = b"\x89PNG\r\n\x1a\n"
PIXELS_ONLY = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"sBIT"}
)
MOST_INSIDE = 400_000_000  # bytes that a file may unpack to: more is a bomb, not a pack
_MOST_IN_A_PICTURE = 20_000_000  # bytes that the words in one part of a picture may unpack to
_SQUEEZED = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
_OF_MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+){0,40}?(?:mime-version|content-transfer-encoding|content-type):",
    re.IGNORECASE,
)
_NEXT_MAIL = re.compile(rb"^From [^\n]*\n", re.MULTILINE)

Inside = tuple[str, bytes]
"""The name and the content of one part of a file."""


def unsqueezed(content: bytes) -> bytes | None:
    """What .gz, .bz2 and .xz hold; None where it is none of them. Raises FileNotSearchable."""
    for mark, opened in _SQUEEZED:
        if content.startswith(mark):
            try:
                with opened(io.BytesIO(content)) as stream:
                    inside: bytes = stream.read(MOST_INSIDE + 1)
            except (OSError, EOFError, zlib.error, lzma.LZMAError):
                raise FileNotSearchable from None
            if len(inside) > MOST_INSIDE:
                raise FileNotSearchable
            return inside
    return None


def unzipped(content: bytes) -> tuple[list[str], list[Inside]]:
    """The comments in a zip, and each part's name and content. Raises FileNotSearchable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _bearable(package.infolist())
            comments = [
                each.decode("utf-8", "replace") for each in (package.comment, *(p.comment for p in parts))
            ]
            return comments, [(part.filename, package.read(part)) for part in parts]
    except Exception:  # noqa: BLE001  (damaged or locked: whatever it makes of the reader)
        raise FileNotSearchable from None


def _bearable(parts: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if sum(part.file_size for part in parts) > MOST_INSIDE:
        raise FileNotSearchable
    return parts


def is_mail(name: str, content: bytes) -> bool:
    """True for a saved e-mail, several in one file, or a web page saved as one."""
    named = name.lower().endswith((".eml", ".mht", ".mhtml", ".mbox"))
    return named or _OF_MAIL.match(content[:8192]) is not None


def in_mail(content: bytes) -> tuple[list[str], list[Inside]]:
    """What the heads of the letters say, and each part as it was before it was put in code. Raises FileNotSearchable."""
    heads: list[str] = []
    parts: list[Inside] = []
    try:
        several = content.startswith(b"From ")
        for one in _NEXT_MAIL.split(content) if several else [content]:
            for part in message_from_bytes(one.lstrip()).walk():
                heads += [str(make_header(decode_header(str(value)))) for value in part.values()]
                if not part.is_multipart():
                    parts.append(_of_mail(part))
    except Exception:  # noqa: BLE001  (whatever a damaged letter makes of the reader)
        raise FileNotSearchable from None
    return heads, parts


def _of_mail(part: Message) -> Inside:
    inside = part.get_payload(decode=True)
    content = inside if isinstance(inside, bytes) else b""
    if part.get_content_maintype() == "text":
        letters = part.get_content_charset("utf-8")
        content = content.decode(letters, errors="replace").encode()
    return part.get_filename() or f"part.{part.get_content_subtype()}", content


def png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the content of each part of a PNG, and with no kind what follows its end.

    Raises FileNotSearchable where it is cut short.
    """
    place = len(PNG)
    while place < len(content):
        if content[place - 8 : place - 4] == b"IEND":
            yield b"", content[place:]
            return
        if len(content) < place + 8:
            raise FileNotSearchable
        length, kind = struct.unpack_from(">I4s", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += length + 12


def png_words(kind: bytes, inside: bytes) -> Iterator[bytes]:
    """What a part of a PNG that holds no pixels says: as it is, and unpacked where it may be packed.

    Raises FileNotSearchable where that would be endless.
    """
    yield inside
    _, ends, after = inside.partition(b"\x00")
    if not ends:
        return
    if kind in (b"zTXt", b"iCCP"):
        yield _inflated(after[1:])
    elif kind == b"iTXt" and after[:1] == b"\x01":
        yield _inflated(after[2:].split(b"\x00", 2)[-1])


def _inflated(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        inside = unpacking.decompress(packed, _MOST_IN_A_PICTURE)
    except zlib.error:
        raise FileNotSearchable from None
    if unpacking.unconsumed_tail:
        raise FileNotSearchable
    return inside
