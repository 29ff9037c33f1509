from collections.abc import Callable

import pytest
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Outcome
from journey_viewer.timeline.key import lay_out_key
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Mark

MakeCase = Callable[..., Case]


def words(case: Case) -> list[str]:
    layout = lay_out(case, FRAME, width)
    return [item.text for item in lay_out_key(layout, left=10, right=990, middle=5, width=width)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], []),
        (["2024-01-01 gp"], ["attended"]),
        (["2024-01-01 gp did_not_attend"], ["did not attend"]),
        (["2024-01-01 gp referral"], ["referral"]),
        (["2024-01-01 gp referral refused"], ["refused or closed"]),
        (["2024-01-01 gp uncertain"], ["attended", "date uncertain"]),
        (["2024-01-01 inpatient stay"], ["stay or open service"]),
        (["2024-01-01 gp unknown"] * 50, ["outcome not known", "several close together"]),
        (
            [
                "2024-01-01 gp cancelled_by_person",
                "2024-03-01 gp cancelled_by_service",
                "2024-06-01 ae refused",
            ],
            ["cancelled by the person", "cancelled by the service", "refused or closed"],
        ),
    ],
)
def test_the_key_explains_what_is_drawn_and_nothing_else(
    journey: MakeCase, lines: list[str], told: list[str]
) -> None:
    assert words(journey(*lines)) == told


@pytest.mark.parametrize("right", [1800, 960])
def test_the_items_stand_side_by_side_inside_their_room(journey: MakeCase, right: float) -> None:
    lines = [f"2024-0{place + 1}-01 gp {outcome} uncertain" for place, outcome in enumerate(Outcome)]
    layout = lay_out(journey(*lines, "2024-09-01 inpatient stay"), FRAME, width)
    items = lay_out_key(layout, left=10, right=right, middle=50, width=width)
    end = 10.0
    for item in items:
        left = item.sample.x - item.sample.half if isinstance(item.sample, Mark) else item.sample.left
        assert end <= left < item.x
        end = item.x + width(item.text, item.size, False)
    assert len(items) == len(Outcome) + 2
    assert end <= right
