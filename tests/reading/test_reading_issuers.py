"""Two providers give out the same ids of their own, and their lists are given at once: nobody becomes somebody else."""

from pathlib import Path

import pytest
from reading_kit import A, B, C, column, read_csv, read_files

from journey_viewer.model.imported import Imported
from journey_viewer.reading.issuers import ByIssuer, id_and_issuer, issued_by, with_issuer
from journey_viewer.reading.profiles import Profile, profiles


def csds(who: str, provider: str, *, named_in: str) -> dict[str, tuple[str, ...]]:
    """One provider's set, whose ids are those of any other; ``named_in``: the tables that say whose they are."""
    said = dict.fromkeys(("MPI", "Referral", "Contact"), ("", ""))
    said |= dict.fromkeys(named_in.split(), (",OrgID_Provider", f",{provider}"))
    (mpi, by_mpi), (referral, by_referral), (contact, by_contact) = said.values()
    return {
        f"{provider} MPI.csv": (
            f"LocalPatientID,NHSNumber,NHSNumber_Status,DateOfBirth{mpi}",
            f"L1,{who},01,1950-01-01{by_mpi}",
        ),
        f"{provider} Referral.csv": (
            f"ServiceRequestID,LocalPatientID,ReferralRequest_ReceivedDate{referral}",
            f"R1,L1,2025-03-01{by_referral}",
        ),
        f"{provider} Contact.csv": (
            f"CareContactID,ServiceRequestID,Contact_Date,Contact_Time,AttendanceStatus{contact}",
            f"K1,R1,2025-03-1{provider[-1]},09:00,5{by_contact}",
        ),
    }


def who_had_contact(imported: Imported) -> dict[int, str]:
    """The NHS number by the day of March on which there was a contact."""
    contacts = [t for t in imported.touchpoints if t.kind == "contact"]
    return {t.start.day: imported.people[t.person].nhs_number for t in contacts}


def both(tmp_path: Path, named_in: str) -> Imported:
    sets = csds(A, "RX1", named_in=named_in) | csds(B, "RX2", named_in=named_in)
    return read_files(tmp_path, sets)


def test_a_provider_named_in_every_table_keeps_the_sets_apart(tmp_path: Path) -> None:
    imported = both(tmp_path, "MPI Referral Contact")
    assert who_had_contact(imported) == {11: A, 12: B}
    assert len(imported.people) == 2
    ends = [t.end.day for t in imported.touchpoints if t.kind == "referral" and t.end]
    assert ends == [11, 12]


@pytest.mark.parametrize("named_in", ["MPI", "MPI Contact", "", "Contact"])
def test_where_a_table_between_does_not_name_its_provider_nobody_is_taken_for_another(
    tmp_path: Path, named_in: str
) -> None:
    imported = both(tmp_path, named_in)
    contacts = [t.person for t in imported.touchpoints if t.kind == "contact"]
    assert who_had_contact(imported) == {11: "", 12: ""}
    assert len(set(contacts)) == 2
    assert [t.end for t in imported.touchpoints if t.kind == "referral"] == [None, None]


@pytest.mark.parametrize("named_in", ["MPI", "MPI Contact", "", "Contact", "Referral", "Referral Contact"])
def test_one_set_alone_is_joined_whichever_tables_name_the_provider(tmp_path: Path, named_in: str) -> None:
    imported = read_files(tmp_path, csds(A, "RX1", named_in=named_in))
    assert who_had_contact(imported) == {11: A}
    assert len(imported.people) == 1


def test_what_joins_nobody_is_remarked_on(tmp_path: Path) -> None:
    remarks = " ".join(remark for source in both(tmp_path, "").sources for remark in source.remarks)
    assert "Local ids that stand for more than one person, so that they link nobody: 1." in remarks


def test_a_referral_of_two_people_joins_neither(tmp_path: Path) -> None:
    one, two = csds(A, "RX1", named_in=""), csds(B, "RX2", named_in="")
    two = {name: tuple(line.replace("L1", "L2") for line in lines) for name, lines in two.items()}
    imported = read_files(tmp_path, one | two)
    assert who_had_contact(imported) == {11: "", 12: ""}
    remarks = [remark for source in imported.sources for remark in source.remarks]
    assert remarks.count("Rows whose referral belongs to different people in other lists: 1.") == 2


def test_a_referral_that_was_handed_in_again_still_joins(tmp_path: Path) -> None:
    one = csds(A, "RX1", named_in="")
    again = {f"again {name}": lines for name, lines in one.items() if "Referral" in name}
    assert who_had_contact(read_files(tmp_path, one | again)) == {11: A}


def test_an_id_for_the_whole_country_needs_no_provider(tmp_path: Path) -> None:
    headings = "CareContactID,Person_ID,OrgID_Provider,Contact_Date,AttendanceStatus"
    imported = read_csv(tmp_path, headings, "K1,P1,RX1,2025-03-10,5", "K2,P1,RX2,2025-03-11,5")
    assert len(imported.people) == 1


def test_the_local_patients_of_two_hospitals_are_two_people(tmp_path: Path) -> None:
    headings = "EC_Ident,Local_Patient_ID,Provider_Code,Arrival_Date,EC_Acuity_SNOMED_CT"
    rows = ["1,77,RX1,2025-03-10,", "2,77,RX2,2025-03-11,", "3,77,rx1,2025-03-12,"]
    imported = read_csv(tmp_path, headings, *rows)
    assert list(imported.touchpoints.person) == [0, 1, 0]
    assert [person.local_id for person in imported.people] == ["77", "77"]


def test_an_id_says_who_gave_it_out() -> None:
    ids, issuers = column("L1", 7, "7.0", "", "-1", "L1"), column("RX1", "RX1", "RX1", "RX1", "RX1", " ")
    issued = with_issuer(ids, issuers)
    assert [id_and_issuer(str(issued.cells[code])) for code in issued.codes] == [
        *(("L1", "RX1"), ("7", "RX1"), ("7", "RX1")),
        *(("", ""), ("-1", ""), ("L1", "")),
    ]


@pytest.mark.parametrize(
    ("known", "asked", "found"),
    [
        ([("a", "x")], ("a", "x"), 0),
        ([("a", "x")], ("a", "y"), None),
        ([("a", "x")], ("a", ""), 0),
        ([("a", "x"), ("a", "y")], ("a", ""), None),
        ([("a", "x"), ("a", "y")], ("a", "y"), 1),
        ([("a", "")], ("a", "x"), 0),
        ([("a", ""), ("a", "x")], ("a", "y"), 0),
        ([("a", "")], ("b", ""), None),
    ],
)
def test_an_issuer_that_is_not_said_may_be_any_as_long_as_there_is_one(
    known: list[tuple[str, str]], asked: tuple[str, str], found: int | None
) -> None:
    by_issuer = ByIssuer((str(issued_by(*key)), place) for place, key in enumerate(known))
    assert by_issuer.get(str(issued_by(*asked))) == found


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.id)
def test_an_issuer_belongs_to_a_heading_of_ids(profile: Profile) -> None:
    ids = {name for names in (*profile.keys.values(), *profile.columns.values()) for name in names}
    assert profile.issuers.keys() <= ids


def test_the_people_of_four_authorities_with_one_number_are_four(tmp_path: Path) -> None:
    headings = (
        "LA_Code,LA_Person_Unique_Identifier,NHS_Number,Event_Type,Event_Start_Date,Primary_Support_Reason"
    )
    rows = [
        f"{la},5,{number},Assessment,2025-03-0{la},Social"
        for la, number in enumerate(("", "", A, C), start=1)
    ]
    imported = read_csv(tmp_path, headings, *rows)
    assert [person.nhs_number for person in imported.people] == ["", "", A, C]
