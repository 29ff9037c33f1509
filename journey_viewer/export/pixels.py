"""PNG and JPEG with nothing left in them but their pixels: no words, no camera, no thumbnail, no profile."""

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"sBIT"}
)
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC8})  # with the tables that pixels are packed by
_KEPT = _FRAMES | {0xDB, 0xDD, 0xDA}  # quantisation, restarts, scans
_JFIF, _ADOBE, _END, _SCAN = 0xE0, 0xEE, 0xD9, 0xDA
_ALONE = frozenset({*range(0xD0, 0xD8), 0x01})


class NotPixels(ValueError):
    """Neither a PNG nor a JPEG, or a damaged one."""


def pixels_only(content: bytes) -> bytes:
    """The same picture without anything else. Raises NotPixels."""
    try:
        if content.startswith(_PNG):
            return _PNG + b"".join(_png_chunks(content))
        if content.startswith(_JPEG):
            return _JPEG + b"".join(_jpeg_segments(content))
    except (struct.error, IndexError):
        raise NotPixels from None
    raise NotPixels


def is_png(content: bytes) -> bool:
    return content.startswith(_PNG)


def _png_chunks(content: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while True:
        length, chunk = struct.unpack_from(">I4s", content, place)
        end = place + length + 12
        if end > len(content):
            raise NotPixels
        if chunk in _CHUNKS:
            yield content[place:end]
        if chunk == b"IEND":
            return
        place = end


def _jpeg_segments(content: bytes) -> Iterator[bytes]:
    """Up to the end of the image; what stands behind it is left out."""
    place = len(_JPEG)
    while True:
        if content[place] != 0xFF:
            raise NotPixels
        marker = content[place + 1]
        if marker == 0xFF:  # a filler
            place += 1
            continue
        if marker == _END:
            yield b"\xff\xd9"
            return
        if marker in _ALONE:
            place += 2
            continue
        end = place + 2 + struct.unpack_from(">H", content, place + 2)[0]
        if end > len(content):
            raise NotPixels
        yield _segment(marker, content[place:end])
        place = _end_of_scan(content, end) if marker == _SCAN else end
        yield content[end:place]


def _segment(marker: int, segment: bytes) -> bytes:
    """What decoders need of it: of the two that tell how colours are meant, only that."""
    if marker in _KEPT:
        return segment
    if marker == _JFIF and segment[4:9] == b"JFIF\0" and len(segment) >= 18:
        return b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00"  # without its thumbnail
    if marker == _ADOBE and segment[4:9] == b"Adobe" and len(segment) >= 16:
        return b"\xff\xee\x00\x0e" + segment[4:16]
    return b""


def _end_of_scan(content: bytes, place: int) -> int:
    """Where the packed pixels end: at the first marker that is none of their own."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            raise NotPixels
        if content[place + 1] != 0 and content[place + 1] not in _ALONE:
            return place
        place += 2
