from collections.abc import Callable
from datetime import date

import pytest

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.identifiers import Hit, Identifiers, known_identifiers

HELEN = Person("Helen Marsh", "9434765919", "L-775310", date(1947, 3, 9), date(2025, 1, 2))


@pytest.fixture
def known(lists: Callable[..., Imported]) -> Identifiers:
    return known_identifiers(lists("2024-01-01 gp; by=Dr Hugh Lanyon; place=Elm Surgery", people=[HELEN]))


@pytest.mark.parametrize(
    "text",
    [
        "helen",
        "Mrs MARSH came",
        "Helen  Marsh",
        "Marsh, Helen",
        "(Marsh)",
        "9434765919",
        "943 476 5919",
        "943-476-5919",
        "NHS:943.476.5919.",
        "in month 1 943 476 5919",
        "943 476 5919 2 contacts",
        "L-775310",
        "l 775310",
        "775310",
        "1947-03-09",
        "09/03/1947",
        "9 March 1947",
        "19470309",
        "09.03.1947",
        "2025-01-02",
        "seen by DR HUGH LANYON",
        "Elm surgery",
    ],
)
def test_an_identifier_is_found_in_any_spelling(known: Identifiers, text: str) -> None:
    assert known.are_in(["", text])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🩺",
        "Case A: 52 touchpoints with 2 services in two years",
        "helens marshes",
        "the elm by the surgery",
        "19434765919",
        "94347659190",
        "943 476 591",
        "Dr Hugh",
        "1947",
    ],
)
def test_other_words_and_numbers_are_not_taken_for_one(known: Identifiers, text: str) -> None:
    assert not known.are_in([text])


@pytest.mark.parametrize(
    "line",
    [
        "2024-01-01 gp; place=Community health; by=Nurse 1",
        "2024-01-01 gp; by=Clinician",
        "2024-01-01 gp; by=GP 1; place=A & E",
        "2024-01-01 gp; by=Doctor 12; place=Hospital stay",
        "2024-01-01 gp; by=-----; place=🏥🏥🏥🏥🏥",
    ],
)
def test_our_own_words_identify_nobody(lists: Callable[..., Imported], line: str) -> None:
    assert len(known_identifiers(lists(line, people=[Person("Case A")]))) == 0


def test_a_short_name_is_left_out_and_a_long_one_is_not(lists: Callable[..., Imported]) -> None:
    known = known_identifiers(lists(people=[Person("Ann"), Person("Bo Young")]))
    assert known.phrases == {("bo", "young"), ("young",)}


def test_nothing_of_anybody_shows_in_a_repr(known: Identifiers) -> None:
    assert "helen" not in repr(known).casefold()


@pytest.fixture
def ordinary(lists: Callable[..., Imported]) -> Identifiers:
    """People who are called by ordinary and clinical words, and by an eponym."""
    names = ["Mr Marsh", "Ms Brown", "Ms Walker", "Mr Parkinson", "Mrs Okonkwo"]
    return known_identifiers(
        lists("2024-01-01 gp; place=Elm Surgery", people=[Person(name) for name in names])
    )


@pytest.mark.parametrize(
    "text",
    [
        "walks on the marsh",
        "brown sputum, uses a walker",
        "Brown sputum. Walker at home.",
        "a cough\nBrown sputum",
        "Month 1 | Brown sputum",
        "“Brown sputum” was said",
        "Parkinson's disease, known Parkinson's disease",
        "walker-assisted",
    ],
)
def test_an_ordinary_word_identifies_nobody_where_it_is_one(ordinary: Identifiers, text: str) -> None:
    assert not ordinary.are_in([text])


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("seen with Marsh", Hit.NAME),
        ("SEEN WITH MARSH", Hit.NAME),
        ("Marsh", Hit.NAME),
        ("(Walker)", Hit.NAME),
        ("name: Brown", Hit.NAME),
        ("brown.pptx", Hit.NAME),
        ("Case A/marsh.png", Hit.NAME),
        ("https://example.org/marsh", Hit.NAME),
        ("brown@example.net", Hit.NAME),
        ("told Parkinson's wife", Hit.NAME),
        ("an okonkwo", Hit.NAME),
        ("mrs okonkwo", Hit.NAME),
        ("at elm surgery", Hit.PLACE),
    ],
)
def test_it_does_where_it_stands_as_a_name(ordinary: Identifiers, text: str, hit: Hit) -> None:
    assert ordinary.hit_in(["", text]) is hit


def test_a_number_is_told_as_one(known: Identifiers) -> None:
    assert known.hit_in(["943 476 5919"]) is Hit.NUMBER
    assert known.hit_in(["born 09/03/1947"]) is Hit.NUMBER


def test_what_was_ticked_or_stands_in_a_title_is_no_identifier_and_the_rest_is(ordinary: Identifiers) -> None:
    rest = ordinary.apart_from(["marsh"], ["Journeys of Elm Surgery, 2026"])
    assert not rest.are_in(["with Marsh", "at Elm Surgery"])
    assert rest.are_in(["with Walker"])


def test_a_number_in_a_title_stays_an_identifier(known: Identifiers) -> None:
    assert known.apart_from([], ["943 476 5919"]).are_in(["943 476 5919"])


@pytest.mark.parametrize(
    "text",
    [
        "Otti\u200blie",
        "Otti\u00adlie",
        "Ｏｔｔｉｌｉｅ",
        "OttilieQuayle",
        "letter_Ottilie_Quayle",
        "letterOttilie",
        "９４３４７６５９１９",
        "٩٤٣٤٧٦٥٩١٩",
        "943\u200b4765919",
        "943\u20124765919",
        "943,476,5919",
        "943 476\n5919",
        "Ottilie\nQuayle",
    ],
)
def test_a_spelling_that_looks_the_same_is_found(lists: Callable[..., Imported], text: str) -> None:
    known = known_identifiers(lists(people=[Person("Ottilie Quayle", "9434765919")]))
    assert known.are_in([text])


@pytest.mark.parametrize("text", ["TextBox 3", "textBrown", "1,943,476,591", "943,476,5919,111"])
def test_what_only_runs_together_with_a_name_or_a_number_is_not(
    lists: Callable[..., Imported], text: str
) -> None:
    known = known_identifiers(lists(people=[Person("Karen Brown", "9434765919")]))
    assert not known.are_in([text])


def test_a_named_gp_who_is_in_no_contact_is_known_too(lists: Callable[..., Imported]) -> None:
    alone = Person("Helen Marsh", named_gp="QUILLFEATHER, Amara (Dr)")
    known = known_identifiers(lists("2024-01-01 gp", people=[alone]))
    assert known.hit_in(["Ask Quillfeather, Amara (Dr)"]) is Hit.NAME
    assert "quillfeather" in known.names
    assert "QUILLFEATHER" not in repr(alone)
