from collections.abc import Callable
from datetime import date, timedelta

import pytest
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.spans import MOST_TRACKS

MakeCase = Callable[..., Case]


def many(journey: MakeCase, count: int) -> Case:
    """So many open services that begin day after day and all last a year."""
    begin = date(2024, 1, 1)
    lines = [
        f"{begin + timedelta(place)} community open_service; until={begin + timedelta(place + 365)}"
        for place in range(count)
    ]
    return journey(*lines)


@pytest.mark.parametrize("count", [1, 2, MOST_TRACKS])
def test_as_many_as_have_room_lie_under_each_other(journey: MakeCase, count: int) -> None:
    spans = lay_out(many(journey, count), FRAME, width).spans
    assert len({span.top for span in spans}) == count
    assert {span.count for span in spans} == {1}


def test_more_than_have_room_are_told_by_how_many_there_are_at_a_time(journey: MakeCase) -> None:
    spans = lay_out(many(journey, MOST_TRACKS + 30), FRAME, width).spans
    together = [span for span in spans if span.top == max(span.top for span in spans)]
    assert len(spans) - len(together) == MOST_TRACKS
    assert max(span.count for span in together) == 30
    assert [one.right for one in together[:-1]] == pytest.approx([other.left for other in together[1:]])


def test_a_short_stay_at_the_end_is_still_inside_the_plot(journey: MakeCase) -> None:
    layout = lay_out(journey("2025-12-31T23:00 inpatient stay; until=2026-01-01T01:00"), FRAME, width)
    assert layout.spans[0].right <= layout.right
    assert layout.spans[0].right - layout.spans[0].left == pytest.approx(FRAME.mark * 1.4)
