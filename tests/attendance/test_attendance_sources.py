from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attendance_kit import YEARS, many
from warehouse_kit import MAPPING, write_parquet

from journey_viewer.attendance.asked import Measure, Mix
from journey_viewer.attendance.counted import clinician_key, names_somebody
from journey_viewer.attendance.embedded import connect, open_imported, open_tables
from journey_viewer.attendance.mapping import mapping_of, read_mapping
from journey_viewer.attendance.ranking import figures_of, rank
from journey_viewer.attendance.readiness import readiness
from journey_viewer.attendance.refusals import (
    DriverMissing,
    EngineUnavailable,
    ListTooLarge,
    MappingUnreadable,
    MappingWrong,
    NoDates,
    PasswordInAddress,
)
from journey_viewer.attendance.trouble import understood
from journey_viewer.attendance.warehouse import is_address, open_address, open_files
from journey_viewer.errors import FileMissing, FolderEmpty, JourneyError
from journey_viewer.measures.clinicians import names_somebody as names_somebody_in_python
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import same_name
from journey_viewer.model.touchpoints import Touchpoints

TEXTS = (
    *(
        "Dr Lanyon",
        "dr. LANYON",
        "O'Neill-Ångström",
        "GP",
        "GP 2",
        "Locum 2",
        "Duty doctor",
        "",
        "  ",
        "7",
        "a GP",
    ),
    *(
        "N/A",
        "G.P.",
        "Dr_X",
        "Nurse Ng",
        "Żaneta",
        "Łukasz Nowak",
        "Иван",
        "GP GP 12",
        "Locum Dr Smith",
        "ST1",
    ),
)
SETTINGS = """select current_setting('temp_directory'), current_setting('autoinstall_known_extensions'),
    current_setting('autoload_known_extensions')"""
SMALL = {"touchpoints": {"person": "who", "start": "at"}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_parquet(many(300, 4_000), tmp_path_factory.mktemp("list"))


def csv_list(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_files_in_other_words_give_the_figures_of_the_lists_themselves(tmp_path: Path) -> None:
    imported = many(300, 4_000)
    with open_imported(imported) as own, open_files(write_parquet(imported, tmp_path), MAPPING) as theirs:
        ours, told = (figures_of(one, YEARS, rank(one, YEARS)) for one in (own, theirs))
    assert [f"P{one.person:07}" for one in ours] == [one.person for one in told]
    names = (
        "by_service",
        "clinicians",
        "named",
        "most_seen",
        "handovers",
        "out_of_hours",
        "gp_before",
        "age",
    )
    for one, other in zip(ours, told, strict=True):
        assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]


def test_a_csv_file_whose_columns_are_called_as_ours_needs_no_mapping(tmp_path: Path) -> None:
    lines = (
        "person,start,service,outcome",
        "a,2026-01-05 09:30:00,gp,attended",
        "a,2026-01-06 00:00:00,ae,unknown",
    )
    with open_files(csv_list(tmp_path, *lines)) as attendance:
        rows = attendance.rows(attendance.touchpoints.order_by("start"))
    assert [(row["service"], row["outcome"], row["timed"]) for row in rows] == [(0, 0, True), (3, 6, False)]


def test_who_is_named_is_told_as_by_the_measures_of_one_journey() -> None:
    import pyarrow

    tables = {"touchpoints": pyarrow.table({"text": TEXTS}), "people": pyarrow.table({"person": [1]})}
    with open_tables(tables, frozenset()) as opened:
        key = clinician_key(opened.touchpoints.text)
        told = opened.rows(opened.touchpoints.select("text", key=key, named=names_somebody(key)))
    assert {row["text"]: (row["key"], row["named"]) for row in told} == {
        text: (same_name(text), names_somebody_in_python(text)) for text in TEXTS
    }


def test_moments_with_a_time_zone_become_uk_wall_clock_time(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    hours = [
        datetime(year, month, day, hour, 30, tzinfo=UTC)
        for year in (2024, 2025, 2026)
        for month, days in ((1, (15,)), (3, range(23, 32)), (6, (30,)), (10, range(23, 32)))
        for day in days
        for hour in (0, 1, 23)
    ]
    table = pyarrow.table({"person": range(len(hours)), "start": hours})
    pyarrow.parquet.write_table(table, tmp_path / "list.parquet")
    with open_files(tmp_path) as attendance:
        told = attendance.rows(attendance.touchpoints.order_by("person").select("start"))
    london = ZoneInfo("Europe/London")
    assert [row["start"] for row in told] == [hour.astimezone(london).replace(tzinfo=None) for hour in hours]


def test_what_duckdb_does_not_hold_in_memory_is_a_sentence_and_nothing_is_spilled(tmp_path: Path) -> None:
    connection, _ = connect(memory=50_000_000)
    with pytest.raises(ListTooLarge) as told, understood():
        connection.execute("select count(distinct range || 'some text') from range(20000000)").fetchall()
    assert "Out of Memory" not in str(told.value)
    assert connection.execute("select current_setting('temp_directory')").fetchone() == ("",)
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions"):
        assert connection.execute(f"select current_setting('{setting}')").fetchone() == (False,)


def test_ranking_leaves_no_file_behind(folder: Path, temp_stays_empty: Path) -> None:
    with open_files(folder, MAPPING) as attendance:
        assert rank(attendance, YEARS, Mix.by(Measure.HANDOVERS))


def test_a_list_without_touchpoints_has_no_dates() -> None:
    nothing = Imported((), Touchpoints.of([]))
    with open_imported(nothing) as attendance, pytest.raises(NoDates):
        readiness(attendance, YEARS)


def test_readiness_says_what_is_missing(tmp_path: Path) -> None:
    lines = (
        "who,at,told",
        "a,2026-01-05,attended",
        "b,,attended",
        ",2026-02-05,nonsense",
        "a,2026-03-01,attended",
    )
    mapping = mapping_of({"touchpoints": {**SMALL["touchpoints"], "outcome": "told"}})
    with open_files(csv_list(tmp_path, *lines), mapping) as attendance:
        told = readiness(attendance, YEARS)
    assert (told.rows, told.undated, told.unlinked, told.gp_contacts, told.named, told.timed_share) == (
        4,
        1,
        1,
        2,
        0,
        0,
    )
    assert not told.covered
    sentences = " ".join(told.sentences)
    for part in (
        "does not cover",
        "Nothing was supplied by",
        "0% of GP contacts name",
        "1 row without a date",
        "1 touchpoint",
    ):
        assert part in sentences


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ({}, "no part [touchpoints]"),
        ({"touchpoints": {"start": "at"}}, "“person”"),
        ({"touchpoints": {"person": "who"}}, "“start”"),
        ({**SMALL, "people": {"table": "p"}}, "“person” of the people"),
        ({**SMALL, "password": "secret"}, "means nothing"),
        ({"touchpoints": {**SMALL["touchpoints"], "pasword": "x"}}, "means nothing"),
        ({"touchpoints": {**SMALL["touchpoints"], "service_words": {"Surgery": "doctor"}}}, "no service"),
        ({"touchpoints": {**SMALL["touchpoints"], "service_words": "gp"}}, "no table of words"),
        ({"touchpoints": {**SMALL["touchpoints"], "outcome_is": "seen"}}, "no outcome"),
        ({"touchpoints": {**SMALL["touchpoints"], "clinician": 3}}, "no text"),
        ({"touchpoints": {**SMALL["touchpoints"], "table": 3}}, "no text"),
        ({"touchpoints": "appointments"}, "does not say"),
    ],
)
def test_a_mapping_that_says_too_little_or_too_much_is_a_sentence(told: dict[str, Any], part: str) -> None:
    with pytest.raises(MappingWrong) as wrong:
        mapping_of(told)
    assert part in str(wrong.value)
    assert "secret" not in str(wrong.value)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"[touchpoints", MappingUnreadable),
        (b"\xff\xfe\x00", MappingUnreadable),
        (b"a = " + b"[" * 5_000, MappingUnreadable),
        (b"a = " + b"9" * 5_000, MappingUnreadable),
        (b"#" * 100_000, MappingUnreadable),
        (b"[touchpoints]\n#" + b"." * 1_000, MappingUnreadable),
        (b"a" + b".a" * 30_000 + b" = 1", MappingUnreadable),
        (None, FileMissing),
    ],
)
def test_a_mapping_that_cannot_be_read_is_a_sentence(
    tmp_path: Path, content: bytes | None, error: type[JourneyError]
) -> None:
    path = tmp_path / "mapping.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error):
        read_mapping(path)


def test_a_line_of_a_mapping_may_be_as_long_as_a_name_ever_is(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_bytes(b'[touchpoints]\r\nperson = "who"\r\nstart = "at"\r\n#' + b"x" * 990 + b"\r\n")
    assert read_mapping(path).touchpoints.columns == {"person": "who", "start": "at"}


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"start": "nothing"}, "“start”"),
        ({"start": "who"}, "holds no dates"),
        ({"person": "nobody"}, "“person”"),
        ({"timed": "who"}, "another kind"),
    ],
)
def test_a_column_that_is_not_there_or_of_another_kind_is_a_sentence(
    tmp_path: Path, changed: dict[str, str], part: str
) -> None:
    path = csv_list(tmp_path, "who,at", "a,2026-01-05")
    mapping = mapping_of({"touchpoints": {**SMALL["touchpoints"], **changed}})
    with pytest.raises(MappingWrong) as wrong:
        open_files(path, mapping)
    assert part in str(wrong.value)


def test_the_words_of_the_readme_of_a_mapping_are_a_mapping(tmp_path: Path) -> None:
    from journey_viewer.commands.arguments import _MAPPING_HELP

    lines = [line[4:] for line in _MAPPING_HELP.splitlines() if line.startswith("    ")]
    path = tmp_path / "mapping.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    told = read_mapping(path)
    assert told.touchpoints.table == "warehouse.appointments"
    assert told.people is not None


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("postgres://me:hush@server/base", PasswordInAddress),
        ("snowflake://me@account/base?password=hush", PasswordInAddress),
        ("postgres://me@server/base?p%61ssword=hush", PasswordInAddress),
        ("trino://me@server/base?passwd=hush", PasswordInAddress),
        ("bigquery://project?api_key=hush", PasswordInAddress),
        ("postgres://[::1/hush", DriverMissing),
        ("nonsense://server/base", DriverMissing),
        ("duckdb://hush.duckdb", FileMissing),
        ("duckdb://md:hush", FileMissing),
        ("sqlite://hush.db", FileMissing),
    ],
)
def test_an_address_that_will_not_do_is_a_sentence(
    address: str, error: type[JourneyError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error) as told:
        open_address(address, MAPPING)
    assert "hush" not in str(told.value)
    assert list(tmp_path.iterdir()) == [], "nothing was made"


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path, engine: str) -> None:
    (tmp_path / "list.db").write_bytes(b"SQLite format 3\0" + b"hush" * 400)
    with pytest.raises(EngineUnavailable) as told:
        open_address(f"{engine}://{tmp_path}/list.db")
    assert "hush" not in str(told.value)


def test_a_database_in_a_file_is_read_alone_and_nothing_by_way_of_it(tmp_path: Path) -> None:
    import duckdb

    other = csv_list(tmp_path, "who,at", "1,2026-01-05")
    with duckdb.connect(tmp_path / "list.duckdb") as made:
        made.execute("create table seen as select 1 as who, timestamp '2026-01-05 09:00' as at")
    address = f"duckdb://{tmp_path}/list.duckdb?autoinstall_known_extensions=true"
    with open_address(address, mapping_of({"touchpoints": {"table": "seen", **SMALL["touchpoints"]}})) as one:
        assert [row["person"] for row in one.rows(one.touchpoints)] == [1]
        (settings,) = one.touchpoints.get_backend().con.execute(SETTINGS).fetchall()
        assert settings == ("", False, False)
    for elsewhere in (str(other), "http://127.0.0.1:9/list.parquet"):
        mapping = mapping_of({"touchpoints": {"table": f"{elsewhere}", **SMALL["touchpoints"]}})
        with pytest.raises(JourneyError):
            open_address(address, mapping)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.csv", "list.duckdb"]


def test_an_address_is_no_file_name() -> None:
    assert is_address("postgres://server/base")
    assert not is_address("C:\\lists\\riverside.csv")


@pytest.mark.parametrize(("name", "error"), [("nowhere", FileMissing), ("", FolderEmpty)])
def test_files_that_are_not_there_are_a_sentence(
    tmp_path: Path, name: str, error: type[JourneyError]
) -> None:
    with pytest.raises(error):
        open_files(tmp_path / name)


def test_a_file_that_is_no_parquet_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    path.write_bytes(b"Yttrium")
    with pytest.raises(JourneyError) as told:
        open_files(path)
    assert "Yttrium" not in str(told.value)
    assert str(tmp_path) not in str(told.value)


def test_what_is_our_own_fault_is_not_taken_for_the_databases() -> None:
    with pytest.raises(KeyError), understood():
        raise KeyError("ours")
