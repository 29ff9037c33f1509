"""What a long job says of itself while it goes on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` steps; ``label`` says what is happening, and names no person."""

    done: int
    total: int
    label: str = ""
