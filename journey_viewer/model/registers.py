"""What is written down of its own accord: who opened a case file, and what left it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Opening:
    """``by`` and ``computer`` are the account and the machine; ``closed`` is None while it is open or after a crash."""

    number: int
    opened: datetime
    closed: datetime | None
    by: str
    computer: str


@dataclass(frozen=True)
class Export:
    """``what`` in plain words; ``cases`` are labels; ``identifies`` is true of the import's own working files."""

    made: datetime
    what: str
    cases: tuple[str, ...]
    folder: str = field(repr=False)
    by: str
    identifies: bool = False
