"""Where the files that travel with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a file in resources/, both in a checkout and in an installed wheel.

    Raises FileNotFoundError where there is none: a fault of ours, never of the user's.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{name}")
