"""The key on the screen, in as many rows as it needs."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.timeline.key_rows import KEY_SIZE, key_height, lay_out_key_rows, rows_needed
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame
from journey_viewer.timeline.looking import Looking

MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]
ALL = (
    "2024-01-08 gp",
    "2024-02-08 gp did_not_attend",
    "2024-03-08 gp cancelled_by_person uncertain",
    "2024-04-08 gp cancelled_by_service",
    "2024-05-08 gp referral referred",
    "2024-06-08 gp refused",
    "2024-07-08 gp unknown",
    "2024-08-08 inpatient stay; until=2024-08-20",
    "2024-09-08 community referral referred; until=2024-09-20",
)


@pytest.mark.parametrize(("wide", "rows"), [(2000, 1), (900, 2), (500, 3)])
def test_words_go_on_in_another_row_and_keep_their_size(journey: MakeCase, wide: float, rows: int) -> None:
    layout = lay_out(journey(*ALL, last="2024-12-31"), Frame(wide, 420), width)
    told = lay_out_key_rows(layout, width)
    assert len(told) == rows
    assert [item.text for row in told for item in row] == [
        "attended",
        "did not attend",
        "cancelled by the person",
        "cancelled by the service",
        "referral",
        "refused or closed",
        "outcome not known",
        "date uncertain",
        "stay or open service",
        "wait",
    ]
    assert {item.size for row in told for item in row} == {layout.frame.text * KEY_SIZE}
    assert all(item.x + width(item.text, item.size, False) <= wide for row in told for item in row)


@settings(max_examples=40)
@given(data=st.data(), wide=st.integers(420, 1900))
def test_no_look_at_a_journey_needs_more_rows_than_were_kept_for_it(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, wide: int
) -> None:
    case = journey(*data.draw(any_journey))
    frame = replace(FRAME, width=wide)
    kept = rows_needed(case, frame, width, together=True)
    for looking in (Looking(), Looking(folded=True), Looking(first=738900, last=738990)):
        assert len(lay_out_key_rows(lay_out(case, frame, width, looking), width)) <= kept


def test_an_empty_journey_keeps_one_row(journey: MakeCase) -> None:
    assert rows_needed(journey(), FRAME, width, together=False) == 1
    assert lay_out_key_rows(lay_out(journey(), FRAME, width), width) == ()
    assert key_height(10, 0) == key_height(10, 1) < key_height(10, 2)


def test_a_journey_whose_marks_stand_apart_needs_no_room_for_words_about_several(journey: MakeCase) -> None:
    case = journey("2024-01-08 gp", "2024-02-08 gp did_not_attend")
    rows = [rows_needed(case, Frame(250, 300), width, together=some) for some in (False, True)]
    assert rows == [1, 2]
