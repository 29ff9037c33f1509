"""The examples as the program reads them: each list is what it is, every row is accounted for, nobody is split in two."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from journey_viewer import cli
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
    with pytest.MonkeyPatch.context() as patch:
        said: list[str] = []
        patch.setattr("builtins.print", lambda *words, **_: said.extend(map(str, words)))
        arguments = [str(example_lists()[0].parent), "--csv", str(folder / "out.csv"), "--json"]
        assert cli.main(["touchpoints", *arguments]) == 0
    told: dict[str, Any] = json.loads(next(text for text in said if text.startswith("{")))
    return told


@pytest.fixture(scope="module")
def touchpoints(account: dict[str, Any], folder: Path) -> pd.DataFrame:
    assert account["people"] == 10
    return pd.read_csv(folder / "out.csv", dtype=str, keep_default_na=False)


def test_every_list_is_recognised_as_what_it_is(account: dict[str, Any]) -> None:
    recognised = {file["file"]: file["recognised_as"] for file in account["files"]}
    assert recognised == RECOGNISED | {"template.xlsx": "Deep-dive list"}


def test_every_row_is_accounted_for(account: dict[str, Any]) -> None:
    assert [file for file in account["files"] if file["rows"] != sum(file[fate] for fate in FATES)] == []
    totals = {fate: sum(file[fate] for file in account["files"]) for fate in FATES}
    assert totals == {"touchpoints": 966, "joined": 194, "duplicates": 4, "skipped": 1, "problems": 2}


def test_nobody_is_split_in_two(touchpoints: pd.DataFrame) -> None:
    people = touchpoints.groupby("nhs_number")["person"].nunique()
    assert (len(people), people.max()) == (10, 1)
    assert "" not in people.index


def test_every_person_has_between_60_and_140_touchpoints_of_at_least_seven_services(
    touchpoints: pd.DataFrame,
) -> None:
    people = touchpoints.groupby("nhs_number")
    assert people.size().between(60, 140).all()
    assert people["service"].nunique().min() >= 7


def test_reasons_and_clinicians_are_there_where_the_shape_has_them(touchpoints: pd.DataFrame) -> None:
    gp = touchpoints[touchpoints["service"] == "gp"]
    assert (gp["clinician"] != "").all()
    assert Counter(gp["reason"] == "") == {False: len(gp) - 1, True: 1}
    typed = touchpoints[touchpoints["source_file"] == "riverside-typed-by-hand.xlsx"]
    assert (typed["reason"] != "").all()
    urgent = touchpoints[touchpoints["service"] == "urgent_111"]
    assert urgent["reason"].str.contains("Chest pain, told to attend A&E; Attend A&E").any()


def test_referrals_wait_and_are_refused(touchpoints: pd.DataFrame) -> None:
    helen = touchpoints[(touchpoints["person"] == "Helen Marsh") & (touchpoints["kind"] == "referral")]
    team = helen[helen["reason"] == "depression"]
    assert list(team["outcome"]) == ["refused", "refused", "referred"]
    assert list(team["end"].str[:10]) == ["", "", "2025-02-12"]
