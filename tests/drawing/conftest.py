"""Pictures of our own painter: made of invented cases, and compared with those that somebody looked at."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

GOLDEN = Path(__file__).parents[1] / "golden"

PictureGolden = Callable[[str, QImage], None]


def pixels(image: QImage) -> NDArray[np.int16]:
    """Red, green and blue of every pixel: shape (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(bytes(plain.constBits()), np.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[..., 2::-1].astype(np.int16)


@pytest.fixture
def picture_golden(request: pytest.FixtureRequest, tmp_path: Path) -> PictureGolden:
    """Compares a picture with tests/golden/<name>.png, pixel by pixel; with --update-golden writes it."""

    def check(name: str, actual: QImage) -> None:
        path = GOLDEN / f"{name}.png"
        if request.config.getoption("--update-golden"):
            actual.save(str(path), "PNG", 0)  # type: ignore[call-overload]  # the stub knows bytes only
        assert path.exists(), f"there is no golden {name}; run with --update-golden and look at it"
        expected = QImage(str(path))
        assert actual.size() == expected.size()
        difference = np.abs(pixels(actual) - pixels(expected))
        if difference.any():
            actual.save(str(tmp_path / path.name))
        told = f"look at {tmp_path / path.name}; differing pixels: {difference.any(axis=-1).sum()}"
        assert int(difference.sum()) == 0, f"{told}, most: {difference.max()}"

    return check
