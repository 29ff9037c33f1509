"""The same expressions on an organisation's own engine; slow, and run where the engines are (`make warehouse`)."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attendance_kit import YEARS, example_list, many
from warehouse_kit import (
    MAPPING,
    every_answer,
    fill_postgres,
    postgres,
    show_in_spark,
    spark,
    write_parquet,
)

from journey_viewer.attendance.lists import Attendance, Row
from journey_viewer.attendance.mapping import mapping_of
from journey_viewer.attendance.ranking import rank
from journey_viewer.attendance.refusals import EngineUnavailable, MappingWrong, NoRights, TableMissing
from journey_viewer.attendance.warehouse import open_address, open_files
from journey_viewer.cli import main
from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported

pytestmark = [
    pytest.mark.warehouse,
    pytest.mark.loopback,
    pytest.mark.timeout(600),
    pytest.mark.filterwarnings("ignore"),  # the engines' own
]
LISTS: dict[str, Callable[[], Imported]] = {
    "the examples": example_list,
    "200,000 touchpoints": lambda: many(6_700, 200_000),
}


@pytest.fixture(scope="module", params=LISTS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_parquet(LISTS[request.param](), tmp_path_factory.mktemp("list"))


@pytest.fixture(scope="module")
def expected(folder: Path) -> dict[str, list[Row]]:
    with open_files(folder, MAPPING) as attendance:
        return every_answer(attendance)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """In a folder outside the tests' own, which they shut to other users: a database does not run as root."""
    with tempfile.TemporaryDirectory(prefix="warehouse-") as place, postgres(Path(place)) as address:
        yield address


@pytest.fixture(scope="module")
def sparks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with spark(tmp_path_factory.mktemp("spark")) as session:
        yield session


def differing(attendance: Attendance, expected: dict[str, list[Row]]) -> list[str]:
    told = every_answer(attendance)
    assert told.keys() == expected.keys()
    return [name for name, rows in told.items() if rows != expected[name]]


def test_postgresql_gives_the_same_rows(folder: Path, expected: dict[str, list[Row]], server: str) -> None:
    fill_postgres(server, folder)
    with open_address(server, MAPPING) as attendance:
        assert differing(attendance, expected) == []


def test_spark_gives_the_same_rows(folder: Path, expected: dict[str, list[Row]], sparks: Any) -> None:
    show_in_spark(sparks, folder)
    attendance = open_address("pyspark://", MAPPING)  # closing it would stop the session for the other list
    assert differing(attendance, expected) == []


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"table": "nothing_of_that_name"}, TableMissing),
        ({"table": "no_schema.appointments"}, TableMissing),
        ({"table": "secrets"}, NoRights),
        ({"start": "status"}, MappingWrong),
        ({"start": "nothing"}, MappingWrong),
    ],
)
def test_what_is_wrong_with_the_mapping_is_a_sentence(
    server: str, change: dict[str, str], error: type[JourneyError]
) -> None:
    _fill(server)
    mapping = mapping_of(
        {"touchpoints": {"table": "small", "person": "patient", "start": "seen_at", **change}}
    )
    with pytest.raises(error), open_address(server.replace("tester", "reader"), mapping) as attendance:
        rank(attendance, YEARS)


def test_the_command_asks_a_server_and_names_nobody(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _fill(server)
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[touchpoints]\ntable = "public.small"\nperson = "patient"\nstart = "seen_at"\n')
    assert main(["find", server, "--mapping", str(mapping), "--json"]) == 0
    printed = capsys.readouterr()
    people = json.loads(printed.out)["people"]
    assert [(one["person"], one["contacts"]) for one in people] == [
        ("Person 1", {"gp": 2}),
        ("Person 2", {"gp": 1}),
    ]
    assert "Yttrium" not in printed.out + printed.err


def _fill(server: str) -> None:
    import psycopg

    with psycopg.connect(server) as connection:
        connection.execute("create table if not exists small (patient text, seen_at timestamp, status text)")
        connection.execute("delete from small")
        for patient, day in (("Yttrium", 5), ("Yttrium", 6), ("Wraxen", 5)):
            connection.execute(
                "insert into small values (%s, make_timestamp(2026, 1, %s, 9, 0, 0), '')", (patient, day)
            )
        connection.execute("create table if not exists secrets (patient text, seen_at timestamp)")
        if not connection.execute("select 1 from pg_roles where rolname = 'reader'").fetchone():
            connection.execute("create role reader login")
        connection.execute("grant select on small to reader")


def test_a_server_that_does_not_answer_is_a_sentence() -> None:
    with pytest.raises(EngineUnavailable) as told:
        open_address("postgres://tester@127.0.0.1:9/postgres", MAPPING)
    assert "127.0.0.1" not in str(told.value)
