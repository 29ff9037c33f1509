"""Throwaway engines on loopback, and the same list in each of them, in somebody else's words."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attendance_kit import YEARS

from journey_viewer.attendance import ages, before_after, concentration, practices, ranking, readiness, totals
from journey_viewer.attendance.asked import Measure, Mix
from journey_viewer.attendance.embedded import connect, open_imported
from journey_viewer.attendance.lists import Attendance, Row
from journey_viewer.attendance.mapping import Mapped, mapping_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.words import Outcome, Service

DESIGN = before_after.Design(date(2025, 10, 1), months=6)
THEIR_SERVICES = {"Surgery": "gp", "Emergency dept": "ae"}
THEIR_OUTCOMES = {"Arrived": "attended", "DNA": "did_not_attend"}
MAPPING: Mapped = mapping_of(
    {
        "touchpoints": {
            "table": "appointments",
            "person": "patient",
            "start": "seen_at",
            "service": "department",
            "service_words": THEIR_SERVICES,
            "outcome": "status",
            "outcome_words": THEIR_OUTCOMES,
            "kind": "sort",
            "timed": "has_time",
            "uncertain": "unsure",
            "clinician": "seen_by",
            "practice": "site",
        },
        "people": {
            "table": "patients",
            "person": "patient",
            "born": "birth_date",
            "sex": "gender",
            "deprivation": "imd",
            "died": "death_date",
            "practice": "registered_at",
            "care_home": "home",
            "long_term_conditions": "conditions",
            "mental_health_condition": "smi",
        },
    }
)
_HERE = ("/usr/local/bin", "/usr/lib/postgresql/*/bin", "/usr/bin")
_APPOINTMENTS = "patient, seen_at, department, status, sort, has_time, unsure, seen_by, site"
_PATIENTS = "patient, birth_date, gender, death_date, registered_at, home, conditions, imd, smi"


def write_parquet(imported: Imported, folder: Path) -> Path:
    """The folder with touchpoints and people of the list, in the words of MAPPING."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_imported(imported) as attendance:
        touchpoints = attendance.touchpoints.to_pyarrow()
        people = attendance.people.to_pyarrow()
    connection, _ = connect()
    connection.register("t", touchpoints)
    connection.register("p", people)
    their = {ours: theirs for theirs, ours in (THEIR_SERVICES | THEIR_OUTCOMES).items()}
    services = [their.get(each.value, each.value) for each in Service]
    outcomes = [their.get(each.value, each.value) for each in Outcome]
    kinds = ["contact", "stay", "open_service", "referral"]
    connection.execute(
        "create table appointments as select 'P' || lpad(person::varchar, 7, '0') patient, start::timestamp seen_at,"
        " $1[service + 1] department, $2[outcome + 1] status, $3[kind + 1] sort, timed has_time, uncertain unsure,"
        " clinician seen_by, practice site from t",
        [services, outcomes, kinds],
    )
    connection.execute(
        "create table patients as select 'P' || lpad(person::varchar, 7, '0') patient, born birth_date, sex gender,"
        " died death_date, practice registered_at, case when person % 50 = 7 then 'Elm House' end home,"
        " (person % 4)::bigint conditions, (1 + person % 10)::bigint imd, person % 3 = 0 smi from p"
    )
    for table, name in (("appointments", "touchpoints"), ("patients", "people")):
        connection.execute(f"copy {table} to '{folder / name}.parquet' (format parquet)")
    connection.close()
    return folder


def every_table(attendance: Attendance) -> Iterator[tuple[str, Any]]:
    """All that is asked of a list, by name."""
    touchpoints = attendance.touchpoints
    yield "counts", totals.counts(touchpoints, YEARS)
    yield "handovers", totals.handovers(touchpoints, YEARS)
    yield "clinicians", totals.clinicians(touchpoints, YEARS)
    for measure in (Measure.GP_CONTACTS, Measure.RISE, Measure.NOT_MOST_SEEN):
        yield f"by {measure}", ranking.ranking(touchpoints, YEARS, Mix.by(measure), 100)
    yield "by a mix", ranking.ranking(touchpoints, YEARS, Mix.read("gp_contacts=1,ae=5,handovers=0.5"), 100)
    yield "spread", concentration.spread_table(touchpoints, YEARS.this)
    yield "many in a month", concentration.many_in_a_month_table(touchpoints, YEARS)
    yield "ages", ages.ages_table(attendance, YEARS)
    yield "sexes", ages.groups_table(attendance, YEARS, "sex")
    yield "deprivation", ages.groups_table(attendance, YEARS, "deprivation")
    yield "practices", practices.practices_table(attendance, YEARS)
    yield "months of practices", practices.practice_months_table(attendance, YEARS)
    yield "spread of practices", practices.practice_spread_table(attendance, YEARS.this)
    yield "care homes", practices.homes_table(attendance, YEARS)
    yield "rows", readiness.rows_table(touchpoints, YEARS)
    yield "named", readiness.named_table(touchpoints, YEARS)
    yield "all time", readiness.whole_table(touchpoints)
    yield "people", attendance.people
    yield "before and after", before_after.steps_table(touchpoints, DESIGN)
    yield "months of the chosen", before_after.months_table(touchpoints, DESIGN, 6)


def every_answer(attendance: Attendance) -> dict[str, list[Row]]:
    """The rows of each of them, in an order that is the same everywhere."""
    return {name: sorted(attendance.rows(table), key=_in_order) for name, table in every_table(attendance)}


def _in_order(row: Row) -> str:
    return str(sorted((name, str(value)) for name, value in row.items()))


def _binary(name: str) -> Path | None:
    for pattern in _HERE:
        for folder in sorted(Path("/").glob(pattern.removeprefix("/")), reverse=True):
            if (folder / name).exists() and (folder / "initdb").exists():
                return folder / name
    return None


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """A PostgreSQL of the tests' own on a free port of loopback; yields its address. As root it runs as another user."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    pg_ctl = _binary("pg_ctl")
    if pg_ctl is None:
        pytest.skip("PostgreSQL is not here")
    user = _other_user() if os.geteuid() == 0 else None
    data = folder / "data"
    data.mkdir()
    if user:
        for path in (folder, data):
            shutil.chown(path, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    prefix = ["runuser", "-u", user, "--"] if user else []

    def run(*command: str) -> None:
        done = subprocess.run(
            [*prefix, *command], check=False, capture_output=True, text=True, cwd=folder, timeout=120
        )
        assert done.returncode == 0, done.stderr

    run(
        str(pg_ctl.with_name("initdb")),
        "-D",
        str(data),
        "-U",
        "tester",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    run(str(pg_ctl), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgres://tester@127.0.0.1:{port}/postgres"
    finally:
        run(str(pg_ctl), "-D", str(data), "-m", "immediate", "stop")


def _other_user() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def fill_postgres(address: str, folder: Path) -> None:
    """The list of the Parquet folder as tables appointments and patients."""
    import psycopg

    connection, _ = connect()
    tables = (("appointments", "touchpoints", _APPOINTMENTS), ("patients", "people", _PATIENTS))
    with psycopg.connect(address) as server:
        server.execute("drop table if exists appointments, patients")
        server.execute(
            "create table appointments (patient text, seen_at timestamp, department text, status text, sort text,"
            " has_time boolean, unsure boolean, seen_by text, site text)"
        )
        server.execute(
            "create table patients (patient text, birth_date date, gender text, death_date date, registered_at text,"
            " home text, conditions bigint, imd bigint, smi boolean)"
        )
        for table, name, columns in tables:
            rows = connection.read_parquet(str(folder / f"{name}.parquet")).select(columns).fetchall()
            with server.cursor().copy(f"copy {table} ({columns}) from stdin") as copy:
                for row in rows:
                    copy.write_row(row)
        server.execute("analyze")
    connection.close()


@contextmanager
def spark(folder: Path) -> Iterator[Any]:
    """Spark in local mode on loopback; the views appointments and patients show the Parquet folder that is laid into it."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not here")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("tests")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.local.dir": str(folder),
        "spark.driver.memory": "1g",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    try:
        yield session
    finally:
        session.stop()


def show_in_spark(session: Any, folder: Path) -> None:
    session.read.parquet(str(folder / "touchpoints.parquet")).createOrReplaceTempView("appointments")
    session.read.parquet(str(folder / "people.parquet")).createOrReplaceTempView("patients")
