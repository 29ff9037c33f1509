from collections import Counter
from collections.abc import Callable

import pytest

from journey_viewer.reading.profiles import PERSON_ROLES, Gives, Profile, Role, heading_key, profiles
from journey_viewer.reading.sheets import SheetBuilder
from journey_viewer.reading.tables import read_table

ALL = profiles()
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
def test_no_heading_of_a_profile_has_two_roles(profile: Profile) -> None:
    by_being_filled = {Role.SEEN, Role.CANCELLED, Role.REJECTED}
    roles = Counter(
        heading
        for role, names in profile.columns.items()
        if role not in by_being_filled
        for heading in set(names)
    )
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


def recognised_by(profile: Profile) -> str:
    """In words for the table: the headings of the first signature, the shape, or headings of any kind."""
    if profile.headerless:
        first, most = profile.headerless.widths
        width = f"{first} to {most} cells" if first < most else f"{first} cells"
        named = f', a file named "{profile.headerless.file}"' if profile.headerless.file else ""
        shaped = [
            name for name in profile.headerless.columns if heading_key(name) in profile.headerless.shape
        ]
        return f"no headings: {width}{', the shape of ' if shaped else ''}{' and '.join(shaped)}{named}"
    if profile.by_hand:
        return f"at least {profile.enough} headings that mean something"
    above = [f'"{profile.above}" above the headings'] if profile.above else []
    return ", or ".join([*above, *(" + ".join(names.values()) for names in profile.signatures)])


def test_the_table_of_sources(golden: Golden) -> None:
    rows = [f"| {p.name} | {recognised_by(p)} | {p.becomes} |" for p in ALL]
    head = ["| source | recognised by | what becomes a touchpoint |", "| --- | --- | --- |"]
    golden("profiles.md", "\n".join([*head, *rows]) + "\n")


@pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
def test_every_profile_says_in_one_sentence_what_its_rows_become(profile: Profile) -> None:
    assert profile.becomes[:1].isupper()
    assert profile.becomes.count(". ") == 0
    assert profile.becomes.endswith(".")


def test_title_rows_above_the_heading_are_no_rows() -> None:
    builder = SheetBuilder("")
    builder.add([["Deep dive", ""], ["Practice", "Riverside"], [], ["Person", "Date"], ["JS", "1/2/2025"]])
    table = read_table(builder.sheet())
    assert table is not None
    assert table.row.tolist() == [5]
