from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from reading_kit import accounts, read_csv

from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome, Service


def the_touchpoint(folder: Path, headings: str, row: str) -> Touchpoint:
    return read_csv(folder, f"Person,{headings}", f"JS,{row}").touchpoints[0]


def test_a_full_row_is_understood(tmp_path: Path) -> None:
    headings = "Date,Time,End,Service,Why,Seen by,Place,What happened,Mode"
    row = "12/03/2025,14:30,12/03/2025 15:00,Dist nurse,leg ulcer,Sr Lee,home,seen,F2F"
    assert the_touchpoint(tmp_path, headings, row) == Touchpoint(
        person=0, service=Service.COMMUNITY, kind=Kind.CONTACT, outcome=Outcome.ATTENDED,
        start=datetime(2025, 3, 12, 14, 30), end=datetime(2025, 3, 12, 15), timed=True, uncertain=False,
        named="Dist nurse", reason="leg ulcer", clinician="Sr Lee", place="home", mode="face to face",
        row=2, source=0, number=1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "kind", "kept"),
    [
        ("GP,1/2/2025,", Kind.CONTACT, None),
        ("GP,1/2/2025,1/2/2025", Kind.CONTACT, None),
        ("GP,1/2/2025 09:00,1/2/2025 09:10", Kind.CONTACT, datetime(2025, 2, 1, 9, 10)),
        ("GP,1/2/2025 09:00,09:10", Kind.CONTACT, datetime(2025, 2, 1, 9, 10)),
        ("A&E,1/2/2025 23:00,2/2/2025 03:00", Kind.CONTACT, datetime(2025, 2, 2, 3)),
        ("CMHT,1/2/2025,20/2/2025", Kind.OPEN_SERVICE, datetime(2025, 2, 20)),
        ("CMHT,1/2/2025,ongoing", Kind.OPEN_SERVICE, None),
        ("Ward,1/2/2025,20/2/2025", Kind.STAY, datetime(2025, 2, 20)),
        ("Ward,1/2/2025,1/2/2025", Kind.STAY, datetime(2025, 2, 1)),
        ("Ward,1/2/2025,current", Kind.STAY, None),
        ("Ward,1/2/2025,", Kind.CONTACT, None),
    ],
)
def test_the_end_settles_the_kind(tmp_path: Path, row: str, kind: Kind, kept: datetime | None) -> None:
    touchpoint = the_touchpoint(tmp_path, "Service,Date,End", row)
    assert (touchpoint.kind, touchpoint.end) == (kind, kept)


@pytest.mark.parametrize(
    ("kind", "expected", "outcome"),
    [
        ("Referral", Kind.REFERRAL, Outcome.REFERRED),
        ("stay", Kind.STAY, Outcome.ATTENDED),
        ("21", Kind.CONTACT, Outcome.ATTENDED),
    ],
)
def test_a_stated_kind_wins(tmp_path: Path, kind: str, expected: Kind, outcome: Outcome) -> None:
    touchpoint = the_touchpoint(tmp_path, "Service,Date,Kind", f"GP,1/2/2025,{kind}")
    assert (touchpoint.kind, touchpoint.outcome) == (expected, outcome)


@pytest.mark.parametrize(
    ("headings", "cells", "outcome"),
    [
        ("Outcome", "", Outcome.ATTENDED),
        ("Outcome", "Advised rest", Outcome.ATTENDED),
        ("Outcome", "DNA", Outcome.DID_NOT_ATTEND),
        ("DNA?", "Y", Outcome.DID_NOT_ATTEND),
        ("DNA?", "n", Outcome.ATTENDED),
        ("DNA?", "cancelled by clinic", Outcome.CANCELLED_BY_SERVICE),
        ("Attended?", "No", Outcome.DID_NOT_ATTEND),
        ("Status,Outcome", "Booked,DNA", Outcome.DID_NOT_ATTEND),
        ("Outcome,DNA", "Advised rest,yes", Outcome.DID_NOT_ATTEND),
    ],
)
def test_the_outcome_is_found_in_whichever_column_says_it(
    tmp_path: Path, headings: str, cells: str, outcome: Outcome
) -> None:
    assert the_touchpoint(tmp_path, f"Service,Date,{headings}", f"GP,1/2/2025,{cells}").outcome == outcome


def test_outcomes_in_other_words_are_remarked_on(tmp_path: Path) -> None:
    rows = ["JS,1/2/2025,GP,Advised rest", "JS,2/2/2025,GP,cancelled"]
    remarks = " ".join(read_csv(tmp_path, "Person,Date,Service,Outcome", *rows).sources[0].remarks)
    assert "outcome in other words, counted as attended: 1." in remarks
    assert "only “cancelled”, counted as cancelled by the person: 1." in remarks


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("JS,,GP,,", "Date", "There is no date."),
        ("JS,soon,GP,,", "Date", "This is not a date that can be read."),
        ("JS,31/02/2025,GP,,", "Date", "There is no such day in the calendar."),
        ("JS,1/2/1850,GP,,", "Date", "The date is before 1900 or after 2099."),
        ("JS,1/2/1940,GP,1/1/1950,", "Date", "The date is before the person was born."),
        ("JS,13/2/2025,,,", "Service", "This row does not name a service."),
        ("JS,13/2/2025,GP,,1/2/2025", "End", "It ends before it begins."),
        (
            "JS,13/2/2025,GP,,,more",
            "",
            "This row has more cells than the heading row, so they cannot be told apart.",
        ),
    ],
)
def test_a_row_that_cannot_be_read_says_why(tmp_path: Path, row: str, column: str, reason: str) -> None:
    imported = read_csv(tmp_path, "Person,Date,Service,DOB,End", row, "KL,13/2/2025,GP,,")
    assert [(p.row, p.column, p.reason) for p in imported.problems] == [(2, column, reason)]
    assert accounts(imported) == [(2, 1, 0, 0, 0, 1)]


@pytest.mark.parametrize(("ahead", "problems"), [(300, 0), (399, 0), (402, 1), (9000, 1)])
def test_a_date_far_ahead_is_a_problem(tmp_path: Path, ahead: int, problems: int) -> None:
    day = (date.today() + timedelta(days=ahead)).isoformat()
    imported = read_csv(tmp_path, "Person,Date,Service", f"JS,{day},GP")
    assert [p.reason for p in imported.problems] == ["The date is too far in the future."] * problems


def test_a_date_long_after_a_death_is_a_problem(tmp_path: Path) -> None:
    rows = ["JS,1/2/2025,GP,13/1/2025", "JS,1/4/2025,GP,"]
    imported = read_csv(tmp_path, "Person,Date,Service,Date of death", *rows)
    assert [problem.row for problem in imported.problems] == [3]


def test_an_end_that_cannot_be_read_is_left_out_with_a_remark(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Person,Date,Service,End", "JS,13/2/2025,GP,whenever")
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0)]
    assert "Rows with an end that cannot be read, which was left out: 1." in imported.sources[0].remarks


@pytest.mark.parametrize(
    ("name", "given", "service"),
    [("ae_attendances.csv", None, Service.AE), ("export.csv", Service.VOLUNTARY, Service.VOLUNTARY)],
)
def test_a_list_without_a_service_is_the_files_or_the_one_asked_for(
    tmp_path: Path, name: str, given: Service | None, service: Service
) -> None:
    imported = read_csv(tmp_path, "Person,Date", "JS,13/2/2025", name=name, service=given)
    assert (imported.touchpoints[0].service, imported.supplied) == (service, frozenset({service}))


def test_words_that_name_no_service_keep_their_own_name_in_other(tmp_path: Path) -> None:
    touchpoint = the_touchpoint(tmp_path, "Service,Date", "Old Mill,1/2/2025")
    assert (touchpoint.service, touchpoint.named) == (Service.OTHER, "Old Mill")


def test_a_second_column_may_name_the_service_better(tmp_path: Path) -> None:
    touchpoint = the_touchpoint(tmp_path, "Service,Team,Date", "Riverside,CMHT,1/2/2025")
    assert (touchpoint.service, touchpoint.named) == (Service.MENTAL_HEALTH, "CMHT")
