"""A title goes out as it was typed: whatever in it is a name on the lists is asked about first."""

from collections.abc import Callable
from datetime import date

import pytest

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.titles import NamesSaid, names_said

PEOPLE = [
    Person("Ali Khan", "9434765919", "L-775310", date(1947, 3, 9)),
    Person("Bo Young"),
    Person("Sinéad O'Hara-Reading"),
    Person("May Case"),
    Person("An Marsh"),
]


@pytest.fixture
def known(lists: Callable[..., Imported]) -> Identifiers:
    line = "2024-01-01 gp; by=Dr H Ng; place=Elm Surgery"
    return known_identifiers(lists(line, people=PEOPLE))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Khan", ("Khan",)),
        ("What helped khan, 2026", ("khan",)),
        ("Reading PCN", ("Reading",)),
        ("Young people who come often", ("Young",)),
        ("Ali's journey", ("Ali",)),
        ("OHara and SINEAD", ("OHara", "SINEAD")),
        ("Dr Ng and the May meeting", ("Dr Ng", "May")),
        ("Journeys from Elm Surgery", ("Elm Surgery",)),
        ("Case and Marsh", ("Case", "Marsh")),
        ("WithKhan", ("Khan",)),
    ],
)
def test_any_listed_name_is_told_as_it_was_typed(
    known: Identifiers, title: str, words: tuple[str, ...]
) -> None:
    assert names_said(title, known) == NamesSaid(words)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "A deep dive",
        "Deep dive: what young people may need",
        "An afternoon of reading journeys",
        "Case A and Case 12",
        "Riverside PCN, 12 March 2026",
        "Khanom and Alison",
        "🩺",
    ],
)
def test_what_is_an_ordinary_word_or_our_own_label_there_is_no_name(known: Identifiers, title: str) -> None:
    assert names_said(title, known).none


@pytest.mark.parametrize(
    "title", ["Ali Khan", "About khan, ali", "943 476 5919", "born 9 March 1947", "L-775310", "BoYoung"]
)
def test_a_whole_name_or_a_number_is_nobody_s_network(known: Identifiers, title: str) -> None:
    assert names_said(title, known).whole
