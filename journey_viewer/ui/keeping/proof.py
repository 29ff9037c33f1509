"""The passphrase known again without the file: for unlocking while the last changes cannot be written to it."""

import hashlib
import hmac
import secrets
from typing import Self

from journey_viewer.casefile.cipher import same_letters

_COST, _BLOCK, _MEMORY = 2**15, 8, 64 * 2**20


class Proof:
    """Holds a slow hash of a passphrase, never the passphrase."""

    def __init__(self, salt: bytes, mark: bytes) -> None:
        self._salt, self._mark = salt, mark

    @classmethod
    def of(cls, passphrase: str) -> Self:
        """Takes about a tenth of a second: not on the window's thread."""
        salt = secrets.token_bytes(16)
        return cls(salt, _mark(passphrase, salt))

    def fits(self, passphrase: str) -> bool:
        """Whether it is the same passphrase; as slow as making it."""
        return hmac.compare_digest(_mark(passphrase, self._salt), self._mark)


def _mark(passphrase: str, salt: bytes) -> bytes:
    told = same_letters(passphrase).encode()
    return hashlib.scrypt(told, salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY)
