from collections import Counter

import pytest

from journey_viewer.reading.profiles import PERSON_ROLES, Gives, Profile, Role, heading_key, profiles
from journey_viewer.reading.sheets import SheetBuilder
from journey_viewer.reading.tables import read_table

ALL = profiles()


@pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
def test_no_heading_of_a_profile_has_two_roles(profile: Profile) -> None:
    roles = Counter(heading for names in profile.columns.values() for heading in set(names))
    assert [heading for heading, count in roles.items() if count > 1] == []


@pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
def test_every_profile_can_say_who_and_when(profile: Profile) -> None:
    if not profile.refuses and profile.gives is not Gives.LOOKUP:
        assert profile.columns.keys() & PERSON_ROLES or profile.else_by
        assert profile.gives is Gives.PEOPLE or Role.DATE in profile.columns


def test_lists_typed_by_hand_are_tried_last() -> None:
    assert [profile.by_hand for profile in ALL] == sorted(profile.by_hand for profile in ALL)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Patient", Role.NAME),
        ("Initials", Role.NAME),
        ("NHS_NUMBER", Role.NHS_NUMBER),
        ("My report: Event date", Role.DATE),
        ("Date (dd/mm/yyyy)", Role.DATE),
        ("Seen by", Role.CLINICIAN),
        ("Team", Role.SERVICE),
        ("Why", Role.REASON),
        ("Presenting problem", Role.REASON),
        ("What happened", Role.OUTCOME),
        ("DNA?", Role.MISSED),
        ("D.O.B.", Role.BORN),
        ("Discharge_Date", Role.END),
        ("ModeOfContact", Role.MODE),
        ("Shoe size", None),
        ("", None),
    ],
)
def test_a_typists_heading_is_understood(heading: str, role: Role | None) -> None:
    assert next(iter(ALL[-1].roles([heading])), None) == role


def test_a_heading_key_is_letters_and_digits() -> None:
    assert heading_key(" Date-of Birth (D.O.B.) ") == "dateofbirthdob"


def test_title_rows_above_the_heading_are_no_rows() -> None:
    builder = SheetBuilder("")
    builder.add([["Deep dive", ""], ["Practice", "Riverside"], [], ["Person", "Date"], ["JS", "1/2/2025"]])
    table = read_table(builder.sheet())
    assert table is not None
    assert table.row.tolist() == [5]
