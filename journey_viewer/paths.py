"""Where the files that travel with the program are, and where the user's preferences live."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


CASE_FILE_ENDING = ".journey"
_FOLDER = "Journey Viewer"
_EXAMPLES = "riverside-*"


def resource(name: str) -> Path:
    """The path of a file in resources/, both in a checkout and in an installed wheel.

    Raises FileNotFoundError where there is none: a fault of ours, never of the user's.
    """
    return _travelling("resources", name)


def example_lists() -> list[Path]:
    """The invented lists of Riverside PCN, to try the program on."""
    return sorted(_travelling("examples", "").glob(_EXAMPLES))


def settings_folder() -> Path:
    """Where this user's preferences live; the folder may not be there yet."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / _FOLDER
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _FOLDER
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "journey-viewer"


def _travelling(folder: str, name: str) -> Path:
    for root in (_PACKAGE, _PACKAGE.parent):
        path = root / folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name}")
