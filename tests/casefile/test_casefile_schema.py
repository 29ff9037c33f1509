import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import casefile_kit
import pytest
from casefile_kit import INVENTED, PASSPHRASE, REAL_ROUNDS, columns_of, made, names_in, snapshot, told

from journey_viewer.casefile import cipher, opening
from journey_viewer.casefile.backups import delete_backups
from journey_viewer.casefile.codec import built
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.casefile.schema import APPLICATION_ID, STEPS, VERSION, upgrade, version_of
from journey_viewer.errors import NewerCaseFile
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Problem, Source
from journey_viewer.model.people import Person
from journey_viewer.model.registers import Export

quick = casefile_kit.quick
HERE = Path(__file__).parent


@pytest.fixture
def connection() -> Iterator[Any]:
    opened = sqlite3.connect(":memory:", isolation_level=None)
    yield opened
    opened.close()


# Files that earlier versions of the format wrote, in January 2026 as it were: they must open for ever. Neither
# they nor what they hold, which the .json beside each says, are ever written again.
EARLIER = ("version-1", "version-2")
EARLIER_PASSPHRASE = "ten invented kettles sing"


@pytest.fixture(params=EARLIER)
def earlier(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cipher, "KDF_ROUNDS", REAL_ROUNDS)
    return Path(shutil.copy(HERE / f"{request.param}.journey", tmp_path))


def test_a_file_of_an_earlier_version_still_opens_and_holds_what_it_held(earlier: Path) -> None:
    held = json.loads((HERE / f"{earlier.stem}.json").read_text(encoding="utf-8"))
    with open_case_file(earlier, EARLIER_PASSPHRASE) as case_file:
        assert not case_file.read_only
        kept, exports = case_file.read(), case_file.exports
        assert (case_file.openings[0].by, case_file.openings[0].computer) == ("odo", "RX1")
    assert kept.document == built(Document, held["document"])
    for kind, there, name in (
        (Person, kept.lists.people, "people"),
        (Source, kept.lists.sources, "sources"),
        (Problem, kept.lists.problems, "problems"),
        (Export, exports, "exports"),
    ):
        assert there == tuple(built(kind, one) for one in held[name])
    cells = {name: cells for name, _, cells in columns_of(kept.lists.touchpoints)}
    assert cells.items() >= held["touchpoints"].items()


def test_the_file_of_an_earlier_version_can_be_looked_at_without_a_change(earlier: Path) -> None:
    before = snapshot(earlier.parent)
    with open_case_file(earlier, EARLIER_PASSPHRASE, read_only=True) as case_file:
        assert len(case_file.read().document.notes) == 3
    assert snapshot(earlier.parent) == before


# From every version to the next.


def _extra(connection: Any) -> None:
    connection.execute("CREATE TABLE invented (thing TEXT NOT NULL)")
    connection.execute("INSERT INTO invented SELECT name FROM person")


def _failing(connection: Any) -> None:
    _extra(connection)
    raise RuntimeError("half of it is done")


def schema_of(connection: Any) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = connection.execute(
        "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    ).fetchall()
    return rows


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_from_every_earlier_version_it_becomes_the_same(connection: Any, version: int) -> None:
    upgrade(connection, STEPS[:version])
    assert version_of(connection) == version
    upgrade(connection, (*STEPS, _extra))
    assert version_of(connection) == VERSION + 1
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    straight = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(straight, (*STEPS, _extra))
    assert schema_of(connection) == schema_of(straight)
    straight.close()


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_a_step_that_fails_changes_nothing(connection: Any, version: int) -> None:
    upgrade(connection, STEPS[:version])
    before = (schema_of(connection), version_of(connection))
    with pytest.raises(RuntimeError):
        upgrade(connection, (*STEPS, _failing))
    assert (schema_of(connection), version_of(connection)) == before
    assert not connection.in_transaction


def test_what_is_up_to_date_is_left_alone(connection: Any) -> None:
    upgrade(connection)
    before = connection.total_changes
    upgrade(connection)
    assert connection.total_changes == before


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the program whose files have one table more."""
    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening, "upgrade", lambda connection: upgrade(connection, (*STEPS, _extra)))


@pytest.mark.usefixtures("newer_program")
def test_an_older_file_is_brought_up_to_date_on_opening_with_a_copy_of_it_kept(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    delete_backups(path)
    content = _of_version(path, VERSION)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert version_of(case_file._connection) == VERSION + 1
        names = case_file._connection.execute("SELECT thing FROM invented").fetchall()
        assert [name for (name,) in names] == [person.name for person in INVENTED.lists.people]
        assert told(case_file.read().lists) == told(INVENTED.lists)
    (copy,) = (tmp_path / "case backups").iterdir()
    assert copy.read_bytes() == content


@pytest.mark.usefixtures("newer_program")
def test_an_older_file_that_is_only_looked_at_stays_as_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    content = _of_version(path, VERSION)
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file:
        assert told(case_file.read().lists) == told(INVENTED.lists)
    assert path.read_bytes() == content


def _of_version(path: Path, version: int) -> bytes:
    """Make it a file of an older version; what a newer one had besides is gone."""
    connection = cipher.connect(path, PASSPHRASE)
    connection.execute("DROP TABLE IF EXISTS invented")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path.read_bytes()


def test_where_bringing_it_up_to_date_fails_it_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "case.journey")
    content = path.read_bytes()
    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening, "upgrade", lambda connection: upgrade(connection, (*STEPS, _failing)))
    with pytest.raises(RuntimeError):
        open_case_file(path, PASSPHRASE)
    assert path.read_bytes() == content
    assert ".case.journey.lock" not in names_in(tmp_path)


def test_this_program_refuses_a_newer_file_and_leaves_it_alone(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    content = _of_version(path, VERSION + 1)
    with pytest.raises(NewerCaseFile):
        open_case_file(path, PASSPHRASE)
    assert path.read_bytes() == content


def test_the_tables_of_the_file_of_an_earlier_version_are_those_that_a_new_file_has(
    earlier: Path, connection: Any
) -> None:
    """A step that files were made with is never changed: a new one follows it."""
    upgrade(connection)
    with open_case_file(earlier, EARLIER_PASSPHRASE) as case_file:
        assert schema_of(case_file._connection) == schema_of(connection)
