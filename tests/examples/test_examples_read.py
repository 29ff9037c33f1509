"""The examples as the program reads them: each list is what it is, every row is accounted for, nobody is split in two."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from journey_viewer.paths import example_lists

RECOGNISED = {
    "riverside-adastra-case.csv": "Adastra cases",
    "riverside-adastra-consultation.csv": "Adastra consultations",
    "riverside-adastra-outcomes.csv": "Adastra outcomes",
    "riverside-adastra-patient.csv": "Adastra patients",
    "riverside-client-level-data.xlsx": "Adult social care Client Level Data",
    "riverside-csds-CYP001MPI.csv": "CSDS people",
    "riverside-csds-CYP101Referral.csv": "CSDS referrals",
    "riverside-csds-CYP102ServiceTypeReferredTo.csv": "CSDS teams referred to",
    "riverside-csds-CYP201CareContact.csv": "CSDS care contacts",
    "riverside-ecds.csv": "A&E attendances (ECDS)",
    "riverside-emis-population-report.csv": "EMIS population report",
    "riverside-mhsds-MHS001MPI.csv": "MHSDS people",
    "riverside-mhsds-MHS101Referral.csv": "MHSDS referrals",
    "riverside-mhsds-MHS201CareContact.csv": "MHSDS care contacts",
    "riverside-mhsds-MHS902ServiceTeamDetails.csv": "MHSDS teams",
    "riverside-sus-outpatients.csv": "Outpatient appointments (HES and SUS)",
    "riverside-sus-stays.csv": "Hospital stays (HES and SUS)",
    "riverside-systmone-appointments.csv": "SystmOne appointment report",
    "riverside-typed-by-hand.xlsx": "Deep-dive list",
}
FATES = ("touchpoints", "joined", "duplicates", "skipped", "problems")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read")


@pytest.fixture(scope="module")
def account(folder: Path) -> dict[str, Any]:
    """What the command line says of the whole folder, the blank template and the picture among it."""
    arguments = [str(example_lists()[0].parent), "--csv", str(folder / "out.csv"), "--json"]
    command = [sys.executable, "-m", "journey_viewer", "touchpoints", *arguments]
    told: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return told


@pytest.fixture(scope="module")
def touchpoints(account: dict[str, Any], folder: Path) -> list[dict[str, str]]:
    assert account["people"] == 10
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_list_is_recognised_as_what_it_is(account: dict[str, Any]) -> None:
    recognised = {file["file"]: file["recognised_as"] for file in account["files"]}
    assert recognised == RECOGNISED | {"template.xlsx": "Deep-dive list"}


def test_every_row_is_accounted_for(account: dict[str, Any]) -> None:
    assert [file for file in account["files"] if file["rows"] != sum(file[fate] for fate in FATES)] == []
    totals = {fate: sum(file[fate] for file in account["files"]) for fate in FATES}
    assert totals == {"touchpoints": 966, "joined": 194, "duplicates": 4, "skipped": 1, "problems": 2}


def test_nobody_is_split_in_two(touchpoints: list[dict[str, str]]) -> None:
    pairs = {(row["nhs_number"], row["person"]) for row in touchpoints}
    assert (len(pairs), len({number for number, _ in pairs} - {""})) == (10, 10)


def test_every_person_has_between_60_and_140_touchpoints_of_at_least_seven_services(
    touchpoints: list[dict[str, str]],
) -> None:
    counts = Counter(row["person"] for row in touchpoints).values()
    assert 60 <= min(counts) <= max(counts) <= 140
    services = Counter(person for person, _ in {(row["person"], row["service"]) for row in touchpoints})
    assert min(services.values()) >= 7


def test_reasons_and_clinicians_are_there_where_the_shape_has_them(touchpoints: list[dict[str, str]]) -> None:
    gp = [row for row in touchpoints if row["service"] == "gp"]
    assert all(row["clinician"] for row in gp)
    assert sum(not row["reason"] for row in gp) == 1
    assert all(row["reason"] for row in touchpoints if row["source_file"] == "riverside-typed-by-hand.xlsx")
    assert any("Chest pain, told to attend A&E; Attend A&E" in row["reason"] for row in touchpoints)


def test_referrals_wait_and_are_refused(touchpoints: list[dict[str, str]]) -> None:
    helen = [row for row in touchpoints if (row["person"], row["kind"]) == ("Helen Marsh", "referral")]
    team = [(row["outcome"], row["end"][:10]) for row in helen if row["reason"] == "depression"]
    assert team == [("refused", ""), ("refused", ""), ("referred", "2025-02-12")]
