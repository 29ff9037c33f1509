import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import casefile_kit
import keyring
import pytest
from casefile_kit import ANOTHER, PASSPHRASE, REAL_ROUNDS
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringError, PasswordDeleteError

from journey_viewer.casefile import cipher, keychain
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.casefile.passphrases import check_passphrase, strength
from journey_viewer.errors import WeakPassphrase, WrongPassphrase
from journey_viewer.model.document import Document

quick = casefile_kit.quick
SQLCIPHERS_OWN_ROUNDS = 256_000
ACCENTED = "\u00e9clair na\u00efve \u00fcbermorgen \u00f1and\u00fa"


@pytest.mark.parametrize(
    ("passphrase", "score"),
    [
        ("", 0),
        ("   \t\n", 0),
        ("password", 0),
        ("Password1!", 1),
        ("a" * 90, 0),
        ("quince harbour", 3),
        (PASSPHRASE, 4),
        (f"{PASSPHRASE} " * 40, 4),
        (ACCENTED, 4),
        ("\U0001f9d1\u200d\u2695\ufe0f\U0001f33b\U0001f6f6\U0001fa81\U0001f9ad\U0001f9c2 lantern", 4),
    ],
)
def test_what_is_easy_to_guess_is_said_to_be(passphrase: str, score: int) -> None:
    told = strength(passphrase)
    assert told.score == score
    assert told.enough == (score >= 3)


def test_the_better_one_is_told_in_other_words() -> None:
    assert len({strength(word).words for word in ("password", "quince harbour", PASSPHRASE)}) == 3


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_one_passphrase_is_as_good_on_every_keyboard(form: Any) -> None:
    assert strength(unicodedata.normalize(form, ACCENTED)) == strength(ACCENTED)


def test_a_weak_one_is_refused_and_not_quoted() -> None:
    with pytest.raises(WeakPassphrase) as raised:
        check_passphrase("sorcery")
    assert "sorcery" not in str(raised.value)
    check_passphrase(PASSPHRASE)


@pytest.mark.parametrize(
    "passphrase",
    [
        "it's \u201cquoted\u201d \" and ' twice ''",
        "50% of ? #1; DROP TABLE person; --",
        "two lines\nof lantern fennel\r\n\twith a tab",
        "x'" + "2f" * 32 + "'",
        PASSPHRASE * 200,
        ACCENTED,
        "\U0001f9d1\u200d\u2695\ufe0f quince harbour lantern",
        "backslash \\ and ${lantern} {fennel} %s",
    ],
)
def test_any_letters_may_be_in_it(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "case.journey"
    create_case_file(path, passphrase).close()
    with open_case_file(path, passphrase) as case_file:
        assert case_file.read().document == Document()
    with pytest.raises(WrongPassphrase):
        open_case_file(path, f"{passphrase}, too")


@pytest.mark.parametrize(
    ("given", "typed"),
    [
        (unicodedata.normalize("NFC", ACCENTED), unicodedata.normalize("NFD", ACCENTED)),
        (unicodedata.normalize("NFD", ACCENTED), unicodedata.normalize("NFC", ACCENTED)),
        (PASSPHRASE, f"  {PASSPHRASE}\r\n"),
        (f"{PASSPHRASE}\x00", PASSPHRASE),
        (f"{PASSPHRASE} \udce9", f"{PASSPHRASE} \udce9"),
    ],
)
def test_the_same_letters_open_it_however_they_came(tmp_path: Path, given: str, typed: str) -> None:
    path = tmp_path / "case.journey"
    create_case_file(path, given).close()
    with open_case_file(path, typed) as case_file:
        assert case_file.read().document == Document()


def test_deriving_the_key_costs_at_least_three_times_what_sqlcipher_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seconds_to_open(tmp_path, REAL_ROUNDS, monkeypatch) > 3 * seconds_to_open(
        tmp_path, SQLCIPHERS_OWN_ROUNDS, monkeypatch
    )


def seconds_to_open(folder: Path, rounds: int, monkeypatch: pytest.MonkeyPatch) -> float:
    """The quicker of two, since anything else that the computer does only adds to it."""
    monkeypatch.setattr(cipher, "KDF_ROUNDS", rounds)
    path = folder / f"{rounds}.journey"
    create_case_file(path, PASSPHRASE).close()
    taken = []
    for _ in range(2):
        begun = time.perf_counter()
        cipher.connect(path, PASSPHRASE).close()
        taken.append(time.perf_counter() - begun)
    return min(taken)


# The operating system's own store.


class InMemory(KeyringBackend):
    """Keeps secrets for as long as the test."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError("there is none")
        del self.held[service, username]


class Locked(InMemory):
    """Says no to everything."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringError("locked")

    set_password = delete_password = get_password  # type: ignore[assignment]


@pytest.fixture
def store() -> Iterator[InMemory]:
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_passphrase_is_kept_for_its_file_alone_until_it_is_forgotten(
    tmp_path: Path, store: InMemory
) -> None:
    one, other = tmp_path / "one.journey", tmp_path / "other.journey"
    for path in (one, other):
        create_case_file(path, PASSPHRASE).close()
    assert keychain.is_there()
    assert keychain.recall(one) == ""
    assert keychain.remember(one, PASSPHRASE)
    assert (keychain.recall(one), keychain.recall(other)) == (PASSPHRASE, "")
    keychain.forget(one)
    keychain.forget(one)
    assert (keychain.recall(one), store.held) == ("", {})


def test_it_is_found_again_when_the_file_was_moved_or_renamed(tmp_path: Path, store: InMemory) -> None:
    path = tmp_path / "one.journey"
    create_case_file(path, PASSPHRASE).close()
    keychain.remember(path, PASSPHRASE)
    assert keychain.recall(path.rename(tmp_path / "other.journey")) == PASSPHRASE


def test_nothing_but_the_passphrase_is_told_to_the_store(tmp_path: Path, store: InMemory) -> None:
    path = tmp_path / "Ottilie Quayle.journey"
    create_case_file(path, PASSPHRASE).close()
    keychain.remember(path, PASSPHRASE)
    assert "Quayle" not in str(store.held)


def test_under_another_passphrase_it_is_another_file(tmp_path: Path, store: InMemory) -> None:
    path = tmp_path / "one.journey"
    with create_case_file(path, PASSPHRASE) as case_file:
        keychain.remember(path, PASSPHRASE)
        case_file.change_passphrase(ANOTHER, delete_old_backups=False)
    assert keychain.recall(path) == ""


def test_a_file_that_is_gone_has_none(tmp_path: Path, store: InMemory) -> None:
    assert not keychain.remember(tmp_path / "gone.journey", PASSPHRASE)
    assert keychain.recall(tmp_path / "gone.journey") == ""
    keychain.forget(tmp_path / "gone.journey")


@pytest.mark.parametrize("backend", [NoKeyring, Locked])
def test_a_store_that_keeps_nothing_does_no_harm(
    tmp_path: Path, store: InMemory, backend: type[KeyringBackend]
) -> None:
    path = tmp_path / "one.journey"
    create_case_file(path, PASSPHRASE).close()
    keyring.set_keyring(backend())
    assert not keychain.remember(path, PASSPHRASE)
    assert keychain.recall(path) == ""
    keychain.forget(path)


def test_where_there_is_none_it_is_not_offered(store: InMemory) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own
    assert not keychain.is_there()
    assert cipher.same_letters(PASSPHRASE) == PASSPHRASE
