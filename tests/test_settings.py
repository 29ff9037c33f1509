from pathlib import Path

import pytest

from journey_viewer.paths import settings_folder
from journey_viewer.settings import keep_setting, load_settings


def test_a_preference_is_there_the_next_time() -> None:
    keep_setting("theme", "dark")
    keep_setting("size", 3)
    assert load_settings() == {"theme": "dark", "size": 3}


@pytest.mark.parametrize("text", ["", "no json", "[1, 2]", "\x00"])
def test_a_broken_file_is_the_same_as_none(text: str) -> None:
    settings_folder().mkdir(parents=True)
    (settings_folder() / "settings.json").write_text(text, encoding="utf-8")
    assert load_settings() == {}
    keep_setting("theme", "dark")
    assert load_settings() == {"theme": "dark"}


def test_a_folder_that_cannot_be_written_to_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    keep_setting("theme", "dark")
    assert load_settings() == {}
