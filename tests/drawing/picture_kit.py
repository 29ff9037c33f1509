"""Pictures as arrays."""

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def pixels(image: QImage) -> NDArray[np.int16]:
    """Red, green and blue of every pixel: shape (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(bytes(plain.constBits()), np.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[..., 2::-1].astype(np.int16)


def differing(one: QImage, other: QImage, *, by: int = 0) -> int:
    """How many pixels differ by more than so much in a colour."""
    return int((np.abs(pixels(one) - pixels(other)) > by).any(axis=-1).sum())


def chunks(png: bytes) -> Iterator[str]:
    """The names of a PNG's parts, in the file's order."""
    place = 8
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        yield name.decode("ascii")
        place += length + 12
