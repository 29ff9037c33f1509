"""Pictures as arrays, and compared with those that somebody looked at."""

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

GOLDEN = Path(__file__).parents[1] / "golden"


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


def check_golden(name: str, actual: QImage, folder: Path, *, update: bool) -> None:
    """Compare a picture with tests/golden/<name>.png, pixel by pixel; what differs is saved in ``folder``."""
    path, seen = GOLDEN / f"{name}.png", folder / f"{name}.png"
    if update:
        _save(actual, path)
    assert path.exists(), f"there is no golden {path.name}; run with --update-golden and look at it"
    expected = QImage(str(path))
    assert actual.size() == expected.size()
    _save(actual, seen)
    difference = np.abs(pixels(actual) - pixels(expected))
    assert int(difference.sum()) == 0, f"at most {difference.max()} a pixel: look at {seen}"


def _save(picture: QImage, path: Path) -> None:
    assert picture.save(str(path), "PNG", 0)  # type: ignore[call-overload]  # the stub knows bytes only
