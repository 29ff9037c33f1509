from collections.abc import Callable

import pytest

from journey_viewer.measures.gp_care import GpCare, gp_care
from journey_viewer.model.case import Case

MakeCase = Callable[..., Case]
Care = Callable[..., GpCare]


@pytest.fixture
def care(journey: MakeCase) -> Care:
    """From a clinician a day, earliest first; "" for nobody named."""

    def build(*clinicians: str, own: str = "") -> GpCare:
        lines = [f"2024-01-{day:02} gp; by={who}" for day, who in enumerate(clinicians, start=1)]
        return gp_care(journey(*lines).touchpoints, own)

    return build


@pytest.mark.parametrize(
    ("spellings", "clinicians"),
    [
        (("Dr A Patel", "PATEL, A (Dr)", "Dr. A. Patel"), 1),
        (("Dr Amara Osei", "OSEI, Amara", "Osei Amara (Dr)"), 1),
        (("Dr A Patel", "Dr B Patel"), 2),
        (("Dr A Patel", "Dr Patel"), 2),  # perhaps another
    ],
)
def test_one_doctor_in_several_spellings_counts_once_where_that_is_sure(
    care: Care, spellings: tuple[str, ...], clinicians: int
) -> None:
    assert care(*spellings).clinicians == clinicians


def test_texts_that_name_nobody_are_left_out_and_counted(care: Care) -> None:
    told = care("Dr A", "GP", "Locum", "", "Duty doctor", "Dr A", "Dr B")
    assert (told.contacts, told.named, told.generic, told.clinicians) == (7, 3, 3, 2)
    assert told.continuity.contacts == 3
    assert told.continuity.upc == pytest.approx(2 / 3)


def test_a_practice_that_says_only_gp_has_no_continuity(care: Care) -> None:
    told = care("GP", "GP", "GP")
    assert (told.clinicians, told.continuity.contacts, told.continuity.upc) == (0, 0, None)


def test_the_worked_patient_with_a_named_gp(care: Care) -> None:
    told = care(*(f"Dr {letter}" for letter in "AAABBACDAE"), own="DR A")
    assert (told.continuity.upc, told.continuity.coc, told.continuity.secon) == pytest.approx(
        (0.5, 0.2444, 0.3333), abs=0.0001
    )
    assert (told.own_gp, told.own_gp_share) == (5, 0.5)


@pytest.mark.parametrize(
    ("seen", "own", "share"),
    [
        (["Dr A", "Dr B"], "", None),
        (["Dr A", "Dr B"], "Dr C", 0.0),
        (["Dr A"], "Dr A", 1.0),
        (["GP"], "Dr A", None),
        ([], "Dr A", None),
    ],
)
def test_the_own_gp_s_share_is_told_only_where_it_can_be(
    care: Care, seen: list[str], own: str, share: float | None
) -> None:
    assert care(*seen, own=own).own_gp_share == share


def test_doctors_alone_can_be_asked_for(care: Care) -> None:
    told = care("Dr A", "Nurse Pryce", "Dr A", "QUILL, Ann (Dr)", "Gareth Pym")
    assert (told.continuity.contacts, told.continuity.upc) == (5, 0.4)
    assert (told.doctors.contacts, told.doctors.clinicians) == (3, 2)
    assert told.doctors.upc == pytest.approx(2 / 3)
    assert told.doctors.secon == 0.5
    assert told.roles_untold == 1


def test_nobody_seen_is_nothing(care: Care) -> None:
    told = care()
    assert (told.contacts, told.named, told.generic, told.roles_untold) == (0, 0, 0, 0)
    assert (told.continuity.upc, told.doctors.coc, told.own_gp) == (None, None, None)


def test_only_this_person_s_clinicians_are_read_of_a_large_list(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp; by=Dr A", "2024-01-02 ae; by=Dr B", "2024-01-03 gp; by=Dr A")
    assert gp_care(case.touchpoints).clinicians == 1
