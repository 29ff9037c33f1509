"""Preferences as JSON in the user's own folder; never anything of anybody on a list."""

import json
from pathlib import Path
from typing import Any

from journey_viewer.errors import JourneyError
from journey_viewer.paths import settings_folder

_NAME = "settings.json"


def load_settings() -> dict[str, Any]:
    """What was kept; nothing where there is no file or it cannot be read."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def keep_setting(name: str, value: Any) -> None:
    """Keep one preference. Where the folder cannot be written to it holds until the program ends."""
    from journey_viewer.files import write_file  # with all that it needs, which reading does not

    kept = load_settings() | {name: value}
    try:
        write_file(_path(), json.dumps(kept, indent=2, sort_keys=True).encode())
    except JourneyError:
        return


def _path() -> Path:
    return settings_folder() / _NAME
