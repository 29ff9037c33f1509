"""Pictures of our own painter, compared with those that somebody looked at."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from picture_kit import pixels
from PySide6.QtGui import QImage

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def picture_golden(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str, QImage], None]:
    """Compares a picture with tests/golden/<name>.png, pixel by pixel; with --update-golden writes it."""

    def check(name: str, actual: QImage) -> None:
        path, seen = GOLDEN / f"{name}.png", tmp_path / f"{name}.png"
        if request.config.getoption("--update-golden"):
            _save(actual, path)
        assert path.exists(), f"there is no golden {path.name}; run with --update-golden and look at it"
        expected = QImage(str(path))
        assert actual.size() == expected.size()
        _save(actual, seen)
        difference = np.abs(pixels(actual) - pixels(expected))
        assert int(difference.sum()) == 0, f"at most {difference.max()} a pixel: look at {seen}"

    return check


def _save(picture: QImage, path: Path) -> None:
    assert picture.save(str(path), "PNG", 0)  # type: ignore[call-overload]  # the stub knows bytes only
