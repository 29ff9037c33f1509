from dataclasses import astuple

import pytest

from journey_viewer.measures.definitions import MeasureId, definition, mark


@pytest.mark.parametrize("measure", MeasureId)
def test_every_measure_says_what_it_is(measure: MeasureId) -> None:
    told = definition(measure)
    assert told.id is measure
    assert all(text and text == text.strip() for text in astuple(told))
    assert told.definition.endswith(".")
    assert told.edge_cases.endswith(".")


@pytest.mark.parametrize("measure", MeasureId)
def test_no_definition_says_that_one_contact_led_to_another(measure: MeasureId) -> None:
    text = " ".join(astuple(definition(measure))).casefold()
    assert not [word for word in ("caused", "because of", "due to", "led to") if word in text]


def test_a_mark_says_who_drew_it() -> None:
    assert (mark(MeasureId.AE).at, mark(MeasureId.AE).unit) == (5, "attendances a year")
    assert "British Red Cross" in mark(MeasureId.AE).source


def test_the_cost_is_no_money_to_be_saved() -> None:
    assert "not cash that would be released" in definition(MeasureId.COST).definition
