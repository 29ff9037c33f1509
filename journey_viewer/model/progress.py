"""What a long job says of itself while it goes on."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` steps, whose number may be an estimate that changes; ``label`` says what is happening, and names no person."""

    done: int
    total: int
    label: str = ""

    @classmethod
    def estimated(cls, done: int, share: float, label: str) -> Self:
        """``done`` steps that took this share of the way, of as many as there will be if it goes on so."""
        return cls(done, max(round(done / share), done, 1) if share > 0 else 1, label)
