from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.words.pieces import Rule, leaving
from journey_viewer.privacy.words.scrubber import Scrubber

SCRUBBER = Scrubber(
    Identifiers(frozenset({("elm", "hut")}), frozenset({"9990001234"}), frozenset({"marsh", "li"}))
)
SNIPPETS = st.sampled_from(
    [
        "Karen",
        "marsh",
        "Dr",
        "999",
        "000",
        "1234",
        "12/03/2024",
        "RG1",
        "4PS",
        "@",
        ".",
        ",",
        "-",
        "\n",
        "J.S.",
        "93",
        "year",
        "old",
        "Elm",
        "hut",
        "is",
        "Road",
        "’s",
        "é",
        "\u200b",
        "👩\u200d⚕️",
        "١",
        "שלום",
    ]
)


@given(st.one_of(st.text(), st.lists(SNIPPETS).map(" ".join), st.lists(SNIPPETS).map("".join)))
def test_the_pieces_of_any_text_are_the_text(text: str) -> None:
    pieces = SCRUBBER.read(text)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


@pytest.mark.parametrize("text", ["", " ", "🩺", "👩‍⚕️🏥", "\u200b", "\n\n", "…", "123", "-"])
def test_what_says_nothing_of_anybody_stays(text: str) -> None:
    assert leaving(SCRUBBER.read(text)) == text


@pytest.mark.parametrize("text", ["שלום", "مريم", "李雷", "иванов", "blorptide", "TVNQX"])
def test_a_word_that_no_list_knows_has_to_be_ticked(text: str) -> None:
    (piece,) = SCRUBBER.read(text)
    assert (piece.rule, piece.instead) == (Rule.UNKNOWN, "[…]")


def test_ticked_words_leave_whatever_their_case() -> None:
    assert (
        leaving(SCRUBBER.read("blorptide 5 mg, grumbex 10 mg"), kept=["blorpTide"])
        == "blorptide 5 mg, […] 10 mg"
    )


def test_what_identifies_cannot_be_ticked() -> None:
    assert (
        leaving(SCRUBBER.read("Marsh's 999 000 1234"), kept=["Marsh", "999 000 1234"]) == "[name]'s [number]"
    )


HELEN = Person("Helen Marsh", "9990001234", "QX-5310", date(1947, 3, 9))
LI = Person("Li Long", "9990005678", also_named="Zuzu Li")


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("seen with Marsh today", "seen with [name] today"),
        ("a marsh by the house", "a […] by the house"),
        ("then Li came, and Long too", "then [name] came, and [name] too"),
        ("a long wait", "a long wait"),
        ("Long waits", "[…] waits"),
        ("zuzu came", "[name] came"),
        ("lanyon came", "[name] came"),
        ("at bent elm hut", "at [place]"),
        ("QX 5310", "[number]"),
        ("born 9.3.1947", "born [date]"),
    ],
)
def test_what_the_lists_know_is_found_first(lists: Callable[..., Imported], text: str, leaves: str) -> None:
    known = known_identifiers(
        lists("2024-01-01 gp; by=Dr Hugh Lanyon; place=Bent Elm hut", people=[HELEN, LI])
    )
    assert leaving(Scrubber(known).read(text)) == leaves


EVERYBODY = [  # forename and surname; many are ordinary words too
    ("Helen", "Okonkwo"),
    ("Rose", "Marsh"),
    ("Hope", "Young"),
    ("Grant", "Wood"),
    ("Grace", "Baker"),
    ("Małgorzata", "Wiśniewska"),
    ("Mark", "Hope"),
    ("Pearl", "Rose"),
    ("Wade", "Grant"),
    ("Summer", "Brown"),
    ("Bo", "Long"),
]


@pytest.mark.parametrize(
    "told",
    [
        "{0} {1} was seen with Mrs {1} today.",
        "Spoke to {0} at home; {1} declined.",
        "{1}, {0} NHS No. 999 000 1234",
        "d/w {0} {1}, dob 12/03/1951",
        "her daughter {0} rang about {1} again",
        "seen by Dr {1} in clinic",
        "Dr {0} {1} and nurse {0} came",
        "{0}'s inhaler, {1}'s tablets",
        "Wound dressed, {1} tolerated it. {0} wants a call back.",
        "lives with {0}, who visits {1} weekly",
        "The family and {0} agree; copy to {1}.",
        "{0} {1} (91) fell",
    ],
)
def test_exchanging_people_on_the_lists_changes_nothing(lists: Callable[..., Imported], told: str) -> None:
    leave = {}
    for forename, surname in EVERYBODY:
        known = known_identifiers(lists(people=[Person(f"{forename} {surname}")]))
        text = told.format(forename, surname)
        leave[text] = leaving(Scrubber(known).read(text))
    assert len(set(leave.values())) == 1, leave


@pytest.mark.parametrize("clinician", ["Dr Hugh Lanyon", "Dr Rose Marsh", "Nurse Hope Young", "Dr A Khan"])
def test_a_clinician_on_the_lists_leaves_like_one_who_is_not(
    lists: Callable[..., Imported], clinician: str
) -> None:
    known = known_identifiers(lists(f"2024-01-01 gp; by={clinician}"))
    text = f"seen by {clinician} today"
    assert leaving(Scrubber(known).read(text)) == leaving(SCRUBBER.read(text))


@pytest.mark.parametrize("surname", ["Marsh", "Baker", "Wood", "Forge"])
def test_a_known_name_in_small_letters_that_is_a_word_too_is_looked_at(
    lists: Callable[..., Imported], surname: str
) -> None:
    known = known_identifiers(lists(people=[Person(f"Helen {surname}")]))
    pieces = Scrubber(known).read(f"bread from the {surname.lower()}")
    assert [piece.rule for piece in pieces] == [Rule.KEPT, Rule.UNKNOWN]


def test_exchanging_people_changes_nothing() -> None:
    told = "{} (NHS {}, born {}) of {} told Dr {} that {} fell."
    one = told.format(
        "Karen Ann Smith-Jones", "999 000 1234", "12/03/1951", "14 Elm Road", "A B Khan", "J.S."
    )
    other = told.format(
        "Xu Zi", "9990005678", "1 April 1988", "Flat 3, Oak House", "Featherstonehaugh", "Q.R.S."
    )
    assert leaving(SCRUBBER.read(one)) == leaving(SCRUBBER.read(other))


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Helen Marsh fell", "[name] fell"),
        ("asked Dr Lavender Oakes (GP) to ring", "asked Dr [name] (GP) to ring"),
        ("saw Dr Helen Hill, at 3 Marsh Hill", "saw Dr [name], at [address]"),
        ("taken to Marsh Barton", "taken to [place]"),
        ("letter to Helen Clinic", "letter to [surgery]"),
        ("HELEN IBANEZ fell", "[name] fell"),
    ],
)
def test_what_lists_know_leaves_as_what_it_is(lists: Callable[..., Imported], text: str, leaves: str) -> None:
    told = lists(
        "2024-01-01 gp; by=Dr Lavender Oakes (GP); place=Marsh Barton",
        "2024-01-02 gp; by=Dr Helen Hill; place=3 Marsh Hill",
        "2024-01-03 gp; place=Helen Clinic",
        people=[Person("Helen Marsh", "9434765919"), Person("Helen Ibáñez", "9434765870")],
    )
    assert leaving(Scrubber(known_identifiers(told)).read(text)) == leaves
