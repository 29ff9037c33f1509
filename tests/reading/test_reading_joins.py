"""Tables that belong together, whatever the source: the rules of the profiles hang together."""

import pytest

from journey_viewer.model.words import Service
from journey_viewer.reading.code_lists import code_key, code_list
from journey_viewer.reading.codes import kind_words, mode_words, outcome_words
from journey_viewer.reading.joins import key_text
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
    from pathlib import Path  # the only test that looks at files

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
