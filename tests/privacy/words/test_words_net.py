"""The net by itself: what it makes of a word by what stands around it, whoever it is."""

import pytest

from journey_viewer.privacy.words.looks import may_name
from journey_viewer.privacy.words.net import learned_net
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.scrubber import Scrubber
from journey_viewer.privacy.words.text import words_of


def odds_of(text: str, said: str) -> int:
    words = words_of(text)
    place = next(place for place, word in enumerate(words) if word.text == said)
    return learned_net().odds(text, words, [place])[place]


@pytest.mark.parametrize("name", ["Zuzelinka", "Quarmby", "Dukagjin", "Thistlewhyte"])
def test_a_name_never_seen_is_one_where_somebody_stands(name: str) -> None:
    assert odds_of(f"Seen at home with {name}, who is worried", name) > 100


@pytest.mark.parametrize("text", ["BM 4.2 and AF noted", "in AF on ECG", "known AF, on apixaban"])
def test_an_abbreviation_among_findings_is_nobody(text: str) -> None:
    assert odds_of(text, "AF") < -200


def test_no_name_is_among_the_words_that_are_spelt_out() -> None:
    names = {"karen", "smith", "jones", "mohammed", "olumide", "priya"}
    assert not names & learned_net().nobodys
    assert not [sign for sign in learned_net().weights if names & set(sign.replace("=", " ").split())]


def test_a_word_of_small_letters_that_nobody_is_called_is_not_judged() -> None:
    assert [word.text for word in words_of("the bladder scan was done by Ann") if may_name(word)] == ["Ann"]


def test_what_the_rules_doubted_and_the_net_knows_is_replaced(scrubber: Scrubber) -> None:
    (piece,) = (piece for piece in scrubber.read("handed over to PJT at 0900") if piece.text == "PJT")
    assert piece.rule in {Rule.INITIALS, Rule.NAME}


@pytest.mark.parametrize("text", ["switched to Zobrivent", "started on Zobrivent 5 mg"])
def test_a_word_that_may_be_a_medicine_is_left_to_a_person(scrubber: Scrubber, text: str) -> None:
    assert Rule.UNKNOWN in {piece.rule for piece in scrubber.read(text)}


def test_what_was_read_once_reads_the_same(scrubber: Scrubber) -> None:
    once = "".join(piece.instead for piece in scrubber.read("Mei says Georgi Rich looks after her card"))
    assert "".join(piece.instead for piece in scrubber.read(once)) == once
