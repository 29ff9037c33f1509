from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.imported import Imported
from journey_viewer.model.touchpoints import Texts, Touchpoint, Touchpoints, join
from journey_viewer.model.words import Kind, Outcome, Service

ROW = Touchpoint(
    person=3,
    service=Service.MENTAL_HEALTH,
    kind=Kind.STAY,
    outcome=Outcome.REFUSED,
    start=datetime(2024, 2, 29, 23, 59),
    end=datetime(2024, 3, 4),
    timed=True,
    uncertain=True,
    named="Crisis team",
    reason="fell 🩹",
    clinician="Dr Lanyon",
    place="Ward 4",
    mode="video",
    row=17,
    source=2,
    number=9,
)
ROWS = [ROW, replace(ROW, end=None, timed=False, reason="", row=18), replace(ROW, person=0, row=2)]
COLUMNS = [field.name for field in fields(Touchpoints)]


def test_rows_become_columns_and_rows_again() -> None:
    assert list(Touchpoints.of(ROWS)) == ROWS


def test_no_rows_are_no_rows_in_every_column() -> None:
    nothing = Touchpoints.of([])
    assert [len(getattr(nothing, name)) for name in COLUMNS] == [0] * len(COLUMNS)


def test_a_row_has_pythons_own_types() -> None:
    row = Touchpoints.of(ROWS)[0]
    assert [type(getattr(row, f.name)) for f in fields(row)] == [
        type(getattr(ROW, f.name)) for f in fields(row)
    ]


@pytest.mark.parametrize("cut", [0, 1, 2, 3])
def test_parts_joined_are_the_whole(cut: int) -> None:
    parts = [Touchpoints.of(ROWS[:cut]), Touchpoints.of(ROWS[cut:])]
    assert list(join(parts)) == ROWS


def test_nothing_joined_is_nothing() -> None:
    assert len(join([])) == 0


def test_joined_texts_keep_each_different_text_once() -> None:
    one, two = Touchpoints.of([ROW]), Touchpoints.of([replace(ROW, reason="cough"), ROW])
    assert join([one, two]).reason.words == ("fell 🩹", "cough")


@pytest.mark.parametrize(("wanted", "kept"), [([2, 0], [2, 0]), ([False, True, True], [1, 2]), ([], [])])
def test_taking_rows_is_by_place_or_by_truth(wanted: list[int], kept: list[int]) -> None:
    rows = np.array(wanted, dtype=None if wanted else np.intp)
    assert list(Touchpoints.of(ROWS).take(rows)) == [ROWS[place] for place in kept]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_cannot_be_written_to(name: str) -> None:
    column = getattr(Touchpoints.of(ROWS), name)
    with pytest.raises(ValueError, match="read-only"):
        (column.codes if isinstance(column, Texts) else column)[0] = 0


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_of_different_lengths_are_refused(name: str) -> None:
    touchpoints = Touchpoints.of(ROWS)
    shorter = touchpoints.take(np.array([0, 1]))
    with pytest.raises(ValueError, match="rows, not"):
        replace(touchpoints, **{name: getattr(shorter, name)})


@given(st.lists(st.text(max_size=3)))
def test_a_column_of_texts_holds_what_was_put_in(values: list[str]) -> None:
    column = Texts.of(values)
    assert list(column) == values
    assert len(set(column.words)) == len(column.words)


def test_only_the_attended_are_attended(lists: Callable[..., Imported]) -> None:
    lines = [f"2024-01-01 gp {outcome}" for outcome in Outcome]
    attended = lists(*lines).touchpoints.attended
    assert [outcome for outcome, yes in zip(Outcome, attended, strict=True) if yes] == [Outcome.ATTENDED]


def test_each_lane_finds_its_own_rows(lists: Callable[..., Imported]) -> None:
    touchpoints = lists(*[f"2024-01-01 {service}" for service in Service]).touchpoints
    for place, service in enumerate(Service):
        assert np.flatnonzero(touchpoints.with_service(service)).tolist() == [place]
