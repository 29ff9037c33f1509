"""Where the files that travel with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


EXAMPLES = ("riverside-gp-practices.csv", "riverside-hospital.xlsx", "riverside-community-and-council.xlsx")


def resource(name: str) -> Path:
    """The path of a file in resources/, both in a checkout and in an installed wheel.

    Raises FileNotFoundError where there is none: a fault of ours, never of the user's.
    """
    return _travelling("resources", name)


def example_lists() -> list[Path]:
    """The invented lists of Riverside PCN, to try the program on."""
    return [_travelling("examples", name) for name in EXAMPLES]


def _travelling(folder: str, name: str) -> Path:
    for root in (_PACKAGE, _PACKAGE.parent):
        path = root / folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name}")
