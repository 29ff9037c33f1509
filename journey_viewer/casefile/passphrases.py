"""How hard a passphrase is to guess."""

from dataclasses import dataclass

from journey_viewer.casefile.cipher import same_letters
from journey_viewer.errors import WeakPassphrase

ENOUGH = 3
"""zxcvbn's score from 0 to 4: at least ten to the eighth guesses (Wheeler, USENIX Security 2016)."""
_LONGEST_LOOKED_AT = 72  # what is longer is no easier to guess
_WORDS = (
    "Far too easy to guess",
    "Too easy to guess",
    "Still too easy to guess",
    "Good",
    "Very good",
)


@dataclass(frozen=True)
class Strength:
    """``score`` from 0 to 4."""

    score: int
    words: str

    @property
    def enough(self) -> bool:
        return self.score >= ENOUGH


def strength(passphrase: str) -> Strength:
    """How hard this is to guess for somebody who knows how people choose."""
    from zxcvbn import zxcvbn

    looked_at = same_letters(passphrase)[:_LONGEST_LOOKED_AT]
    score = int(zxcvbn(looked_at)["score"]) if looked_at else 0
    return Strength(score, _WORDS[score])


def check_passphrase(passphrase: str) -> None:
    """Raises WeakPassphrase."""
    if not strength(passphrase).enough:
        raise WeakPassphrase
