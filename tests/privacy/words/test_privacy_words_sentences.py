"""The test set itself: that it holds what it says, and that the measure can tell a good scrubber from a bad one."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from invented_world import What, words, world
from measuring import Fate, fate_of, marked, table, tally
from sentences import ALL, Planted, Sentence, lists, sentences, templates
from slot_fillings import clinical_words

from journey_viewer.privacy.identifiers import known_identifiers

SENTENCES = sentences()
PLANTED = [(sentence, planted) for sentence in SENTENCES for planted in sentence.planted]


def text_of(sentence: Sentence, planted: Planted) -> str:
    return sentence.text[planted.start : planted.end]


def test_there_are_3000_identifiers_in_sentences_of_over_120_templates() -> None:
    assert ALL <= len(PLANTED) < ALL + 10
    assert len(set(templates())) == len(templates()) >= 120


@pytest.mark.parametrize("what", What)
def test_there_are_at_least_90_of_each_kind(what: What) -> None:
    assert sum(planted.what is what for _, planted in PLANTED) >= 90


def test_the_lists_know_about_four_names_of_ten() -> None:
    places = {What.HOSPITAL, What.SURGERY, What.CARE_HOME, What.SCHOOL}
    names = [planted for _, planted in PLANTED if planted.what.endswith("name") or planted.what in places]
    assert 0.36 < sum(planted.known for planted in names) / len(names) < 0.44


def test_the_same_seed_makes_the_same_sentences_and_another_others() -> None:
    assert sentences(200, seed=1) == sentences(200, seed=1) != sentences(200, seed=2)


def test_identifiers_stand_in_order_and_apart() -> None:
    for sentence in SENTENCES:
        places = [(planted.start, planted.end) for planted in sentence.planted]
        assert all(start < end for start, end in places)
        assert all(end < start for (_, end), (start, _) in pairwise(places))


def test_no_clinical_word_is_part_of_an_identifier() -> None:
    for sentence in SENTENCES:
        for start, end in sentence.clinical:
            assert not any(start < planted.end and planted.start < end for planted in sentence.planted)


def test_there_are_some_hundreds_of_clinical_words_and_most_occur() -> None:
    used = {sentence.text[start:end].lower() for sentence in SENTENCES for start, end in sentence.clinical}
    assert len(clinical_words()) > 400
    assert len(used & clinical_words()) > 200


def test_every_nhs_number_of_the_lists_is_one_that_nobody_has() -> None:
    assert all(re.fullmatch(r"999\d{7}", person.nhs_number) for person in world().people)


def test_a_mistyped_number_is_no_number_of_somebody_on_the_lists() -> None:
    numbers = {person.nhs_number for person in world().people}
    spelt = {re.sub(r"\D", "", text_of(*one)) for one in PLANTED if one[1].what is What.MISTYPED}
    assert not numbers & spelt


def test_what_the_lists_are_said_to_know_they_know() -> None:
    known = known_identifiers(lists(told=True))
    for what in (What.HOSPITAL, What.SURGERY, What.CARE_HOME, What.SCHOOL):
        for sentence, planted in PLANTED:
            if planted.what is what and planted.known:
                assert known.are_in([text_of(sentence, planted)])


def test_lists_that_know_nothing_know_nothing() -> None:
    assert len(known_identifiers(lists(told=False))) == 0


def sentence(text: str, identifier: str, what: What) -> Sentence:
    start = text.index(identifier)
    return Sentence(text, (Planted(start, start + len(identifier), what, known=False),), ())


@pytest.mark.parametrize(
    ("text", "marks", "what", "fate"),
    [
        ("Susan", "rrrrr", What.NAME, Fate.REPLACED),
        ("Susan", "rrkkk", What.NAME, Fate.KEPT),
        ("Susan", "rrrkk", What.NAME, Fate.REPLACED),
        ("Susan", "hhhhh", What.NAME, Fate.HIGHLIGHTED),
        ("Susan Price", "rrrrrrhhhhh", What.NAME, Fate.HIGHLIGHTED),
        ("Susan Price", "kkkkkkhhhhh", What.NAME, Fate.KEPT),
        ("J.S.", "rrkk", What.INITIALS, Fate.KEPT),
        ("J.S.", "rkrk", What.INITIALS, Fate.REPLACED),
        ("93", "kk", What.AGE, Fate.KEPT),
        ("Elmgrove Surgery", "rrrrrrrrkkkkkkkk", What.SURGERY, Fate.REPLACED),
        ("Elmgrove Surgery", "kkkkkkkkrrrrrrrr", What.SURGERY, Fate.KEPT),
        ("9 9 9 0", "kkkkkkr", What.NHS_NUMBER, Fate.KEPT),
    ],
)
def test_the_fate_of_an_identifier_is_that_of_its_worst_part(
    text: str, marks: str, what: What, fate: Fate
) -> None:
    assert fate_of(text, Planted(0, len(text), what, known=False), marks) is fate


def test_pieces_that_are_not_the_text_are_no_reading_of_it() -> None:
    with pytest.raises(ValueError, match="make up the text"):
        marked("Susan rang", [("Susan", Fate.REPLACED)])


def test_a_scrubber_that_does_nothing_finds_nothing_and_keeps_all_clinical_words() -> None:
    counted = tally(SENTENCES, lambda text: [(text, Fate.KEPT)])
    assert (counted.recall(), counted.keeping, len(counted.survivors)) == (0.0, 1.0, len(PLANTED))


def test_a_scrubber_that_replaces_all_finds_all_and_keeps_nothing() -> None:
    counted = tally(SENTENCES, lambda text: [(text, Fate.REPLACED)])
    assert (counted.recall(), counted.keeping, counted.survivors) == (1.0, 0.0, ())


def test_the_table_has_a_line_a_kind_and_its_sums() -> None:
    one = sentence("rang Susan re leg", "Susan", What.RELATIVE)
    told = table(
        tally([one], lambda text: [("rang ", Fate.KEPT), ("Susan", Fate.HIGHLIGHTED), (text[10:], Fate.KEPT)])
    )
    assert len(told.splitlines()) == len(What) + 5
    assert [line.split() for line in told.splitlines() if line.startswith(("relative", "all"))] == [
        ["relative's", "name", "1", "0", "1", "0", "0.00%"],
        ["all", "1", "0", "1", "0", "0.00%"],
    ]


def test_no_template_stands_twice_in_other_words_only_by_its_slots() -> None:
    bare = Counter(re.sub(r"\{[^}]+\}", "", template) for template in templates())
    assert [text for text, count in bare.items() if count > 2] == []


def test_the_invented_lists_name_nobody_twice() -> None:
    told = words("invented_identities")
    for field in ("forenames", "surnames", "hospitals", "surgeries", "care_homes", "schools", "towns"):
        assert len(set(told[field])) == len(told[field])
