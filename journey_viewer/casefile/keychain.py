"""The operating system's own store of secrets, where there is one: by choice it keeps a passphrase."""

import contextlib
from pathlib import Path
from typing import Any

_SERVICE = "Journey Viewer case file"
_SALT = 16  # the first bytes of a SQLCipher file: random, its own, and no secret
_WEAKEST = 1  # keyring's own backends for "none" and for files rank below


def is_there() -> bool:
    """Whether this computer has one that may be used."""
    with _quietly():
        return float(_keyring().get_keyring().priority) >= _WEAKEST
    return False


def remember(path: Path, passphrase: str) -> bool:
    """Keep this file's passphrase; whether that was possible."""
    with _quietly():
        _keyring().set_password(_SERVICE, _mark(path), passphrase)
        return True
    return False


def recall(path: Path) -> str:
    """The passphrase of this file; "" where none was kept."""
    with _quietly():
        return _keyring().get_password(_SERVICE, _mark(path)) or ""
    return ""


def forget(path: Path) -> None:
    """Keep it no longer."""
    with _quietly():
        _keyring().delete_password(_SERVICE, _mark(path))


def _mark(path: Path) -> str:
    with path.open("rb") as stream:
        return stream.read(_SALT).hex()


def _keyring() -> Any:
    import keyring

    return keyring


def _quietly() -> contextlib.suppress:
    """Every system's store fails in its own way; without one the passphrase is asked for."""
    return contextlib.suppress(Exception)
