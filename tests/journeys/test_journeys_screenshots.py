"""The script that draws every place of the real window."""

from pathlib import Path

import pytest
import screenshots
from PySide6.QtGui import QImage

PLACES = {
    *("start", "read", "find", "deep-dive", "deep-dive-names", "comparison"),
    *("patterns", "share", "share-words", "follow-up", "lists"),
    *("meeting", "meeting-presenting", "meeting-wall", "meeting-in-common", "meeting-pattern"),
}


@pytest.fixture(scope="module")
def folder(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pictures")
    assert screenshots.main([str(made), "--sizes", "1366x768"]) == 0
    return made


def test_every_place_is_drawn_at_the_size_asked_for(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {f"{place}-1366x768.png" for place in PLACES}
    assert {QImage(str(path)).size().toTuple() for path in folder.iterdir()} == {(1366, 768)}


def test_every_place_looks_different(folder: Path) -> None:
    assert len({path.read_bytes() for path in folder.iterdir()}) == len(PLACES)


def test_the_readme_s_picture_holds_pixels_and_names_nobody(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(screenshots, "README_PICTURE", tmp_path / "deep-dive.png")
    assert screenshots.main(["--readme"]) == 0
    content = (tmp_path / "deep-dive.png").read_bytes()
    assert not any(chunk in content[:200] for chunk in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME"))
    assert content == (folder / "deep-dive-1366x768.png").read_bytes()


@pytest.mark.parametrize("arguments", [[], ["folder", "--sizes", "large"]])
def test_wrong_arguments_are_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        screenshots.main(arguments)
