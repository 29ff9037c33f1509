"""Tables that belong together, whatever the source: the rules of the profiles hang together."""

from datetime import datetime
from pathlib import Path

import pytest
from reading_kit import A, accounts, finished, read_files, workbook_file

from journey_viewer.model.words import Service
from journey_viewer.reading.code_lists import code_key, code_list
from journey_viewer.reading.codes import kind_words, mode_words, outcome_words
from journey_viewer.reading.joins import key_text
from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.profiles import Gives, Profile, Role, heading_key, profiles
from journey_viewer.reading.sheets import Cell

ALL = {profile.id: profile for profile in profiles()}
EACH = pytest.mark.parametrize("profile", ALL.values(), ids=list(ALL))


@EACH
def test_a_join_meets_its_partner_at_a_key_that_both_have(profile: Profile) -> None:
    for join in (*profile.joins, *filter(None, [profile.told_by])):
        for partner in map(ALL.__getitem__, join.tables):
            assert join.by in profile.keys
            assert join.by in partner.keys
            brought = {
                role for other in (partner.columns, *(j.brings for j in partner.joins)) for role in other
            }
            assert profile.family == partner.family != ""
            assert brought & set(join.brings) or not join.brings


@EACH
def test_every_named_key_is_one(profile: Profile) -> None:
    used = {profile.else_by, profile.one_stay_per, profile.waits_by, *profile.newest_by} - {""}
    assert used <= profile.keys.keys()


@EACH
def test_every_coded_column_has_a_role_and_a_list(profile: Profile) -> None:
    headings = {heading for names in profile.columns.values() for heading in names}
    assert profile.codes.keys() <= headings
    assert all(code_list(name) for name in profile.codes.values())


@EACH
def test_the_words_of_codes_are_words_that_their_role_knows(profile: Profile) -> None:
    no_kind = {"as its end says"}
    knows = {Role.OUTCOME: outcome_words().whole, Role.KIND: kind_words().whole}
    for role, whole in knows.items():
        for heading in set(profile.columns.get(role, ())) & profile.codes.keys():
            words = set(code_list(profile.codes[heading]).values()) - no_kind
            assert [word for word in words if whole(word) is None] == []


def test_the_consultation_mechanisms_are_the_words_of_a_mode() -> None:
    words = set(code_list("consultation_mechanism").values()) - {"other"}
    assert [word for word in words if mode_words().whole(word) != word] == []


@EACH
def test_a_source_has_one_way_of_being_recognised(profile: Profile) -> None:
    assert bool(profile.signatures or profile.above) + bool(profile.headerless) + profile.by_hand == 1


@EACH
def test_a_source_of_touchpoints_says_which_service_it_is(profile: Profile) -> None:
    said = profile.service or profile.usual_service or Role.SERVICE in profile.columns
    assert said or profile.gives is not Gives.TOUCHPOINTS
    assert all(Service(service) for service in profile.services)


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        (("03", "3", " 3", "3 ", "3.0", 3, 3.0), "3"),
        (("0", "00", 0), "0"),
        (("A02", "a02", "A02 "), "a02"),
        (("NFA - Support declined", "N.F.A: support/declined!"), "nfasupportdeclined"),
        (("", " ", "-"), ""),
    ],
)  # fmt: skip
def test_codes_are_alike_without_zeros_in_front_case_and_punctuation(
    cells: tuple[Cell, ...], key: str
) -> None:
    assert {code_key(cell) for cell in cells} == {key}


@pytest.mark.parametrize(
    ("codes", "code", "word"),
    [
        ("attendance_status", "3", "did not attend"),
        ("attendance_status", "7", "did not attend"),
        ("attendance_status", "0", "outcome not known"),
        ("consultation_mechanism", "09", "text or letter"),
        ("consultation_mechanism", "11", "video"),
        ("systmone_status", "3", "attended"),
        ("systmone_status", "Patient Walked Out", "attended"),
        ("systmone_status", "14", "did not attend"),
        ("systmone_status", "15", "cancelled by the service"),
        ("emis_status", "Visited and not seen", "did not attend"),
        ("emis_status", "Telephoned but no answer", "did not attend"),
        ("mode_of_contact", "Face to Face (Home Visit)", "home visit"),
        ("acuity", "1077251000000100", "acuity: low"),
        ("department_type", "5", "same day emergency care"),
        ("attendance_category", "3", "unplanned follow-up"),
        ("discharge_status", "1066311000000101", "attended"),
        ("discharge_status", "1066301000000103", "did not attend"),
        ("attendance_disposal", "12", "did not attend"),
        ("admission_method", "2a", "emergency: A&E"),
        ("arrival_mode", "1", "by ambulance"),
        ("outcome_of_attendance", "3", "appointment to be made later"),
        ("first_attendance", "3", "telephone"),
        ("by_telephone", "TRUE", "telephone"),
        ("community_team", "4", "Cardiac service"),
        ("mental_health_team", "A18", "Single point of access"),
        ("cld_event_type", "SERVICE", "open service"),
        ("cld_outcome", "NFA- Other", "attended"),
        ("cld_outcome", "nfa support declined", "cancelled by the person"),
        ("treatment_function", "430", "Elderly medicine"),
        ("mental_health_referral_reason", "18", "in crisis"),
        ("chief_complaint", "248062006", "self-harm"),
        ("receiving_location", "ED", "A&E"),
    ],
)
def test_the_surprising_codes(codes: str, code: str, word: str) -> None:
    assert code_list(codes)[code_key(code)] == word


def test_every_code_list_has_its_surprise_above_and_is_used() -> None:
    used = {name for profile in ALL.values() if profile.family != "fhir" for name in profile.codes.values()}
    tested = {case[0] for case in test_the_surprising_codes.pytestmark[0].args[1]}  # type: ignore[attr-defined]
    assert used == tested


@pytest.mark.parametrize(
    ("cell", "key"),
    [("{AB-1}", "ab-1"), (" ab-1 ", "ab-1"), ("7.0", "7"), (7, "7"), ("-1", ""), ("NULL", "")],
)
def test_a_key_is_compared_without_brackets_and_an_empty_id_is_none(cell: Cell, key: str) -> None:
    assert key_text(cell) == key


def test_no_source_is_named_in_the_engine() -> None:
    import journey_viewer.reading as room

    names = {
        "emis",
        "systmone",
        "ecds",
        "csds",
        "mhsds",
        "iapt",
        "adastra",
        "synthea",
        "hes",
        "sus",
        "gpad",
        "cld",
    }
    for file in Path(room.__file__ or "").parent.glob("*.py"):
        if not file.name.startswith(("fhir", "documents", "guard")):
            words = {heading_key(word) for word in file.read_text(encoding="utf-8").split()}
            assert words & names == set(), file.name


def test_no_table_joins_itself_by_a_detour() -> None:
    def reached(profile: str, seen: tuple[str, ...] = ()) -> None:
        assert profile not in seen
        for join in ALL[profile].joins:
            for partner in join.tables:
                reached(partner, (*seen, profile))

    for profile in ALL:
        reached(profile)


def test_a_month_handed_in_again_replaces_the_one_before(tmp_path: Path) -> None:
    headings = "CareContactID,Person_ID,CareContDate,AttendStatus"
    imported = read_files(
        tmp_path,
        {
            "2025-03.csv": (headings, "K1,P1,2025-03-20,3", "K2,P1,2025-03-21,5"),
            "2025-04.csv": (headings, "K1,P1,2025-03-20,5", "K3,P2,2025-04-01,5"),
        },
    )
    assert accounts(imported) == [(2, 1, 0, 1, 0, 0), (2, 2, 0, 0, 0, 0)]
    assert [(t.start.day, t.outcome) for t in imported.touchpoints] == [
        (21, "attended"),
        (20, "attended"),
        (1, "attended"),
    ]


def test_a_row_that_cannot_be_read_does_not_replace_one_that_can(tmp_path: Path) -> None:
    headings = "CareContactID,Person_ID,CareContDate,AttendStatus"
    imported = read_files(tmp_path, {"a.csv": (headings, "K1,P1,2025-03-20,5", "K1,P1,soon,5")})
    assert accounts(imported) == [(2, 1, 0, 0, 0, 1)]


def test_tables_that_belong_together_may_be_sheets_of_one_workbook(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path / "set.xlsx",
        CYP201=[
            ["CareContactID", "ServiceRequestID", "Contact_Date", "AttendanceStatus"],
            ["K1", "R1", datetime(2025, 3, 10), 5],
        ],
        CYP101=[
            ["ServiceRequestID", "LocalPatientID", "ReferralRequest_ReceivedDate"],
            ["R1", 77, datetime(2025, 3, 1)],
        ],
        CYP001=[["LocalPatientID", "NHSNumber", "DateOfBirth"], [77.0, float(A), datetime(1950, 1, 1)]],
    )
    imported = finished(read_lists([path]))
    assert [person.nhs_number for person in imported.people] == [A]
    assert accounts(imported) == [(1, 1, 0, 0, 0, 0), (1, 1, 0, 0, 0, 0), (1, 0, 1, 0, 0, 0)]


def test_rows_that_agree_but_have_ids_of_their_own_are_as_many_touchpoints(tmp_path: Path) -> None:
    headings = "CareContactID,Person_ID,CareContDate,AttendStatus"
    rows = ("K1,P1,2025-03-20,5", "K2,P1,2025-03-20,5", ",P1,2025-03-20,5")
    assert accounts(read_files(tmp_path, {"a.csv": (headings, *rows)})) == [(3, 2, 0, 1, 0, 0)]


def test_the_same_contacts_in_another_list_are_the_same_contacts(tmp_path: Path) -> None:
    imported = read_files(
        tmp_path,
        {
            "a.csv": (
                "CareContactID,NHSNumber,CareContDate,AttendStatus",
                f"K1,{A},2025-03-20,5",
                f"K2,{A},2025-03-20,5",
            ),
            "b.csv": ("NHS number,Date,Service", f"{A},20/3/2025,CMHT", f"{A},21/3/2025,CMHT"),
        },
    )
    assert accounts(imported) == [(2, 2, 0, 0, 0, 0), (2, 1, 0, 1, 0, 0)]
