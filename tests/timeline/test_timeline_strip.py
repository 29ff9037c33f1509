from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.timeline.strip import density_strip, monthly_counts

MakeCase = Callable[..., Case]


@given(data=st.data(), columns=st.integers(0, 200))
def test_every_touchpoint_is_counted_once_and_every_lane_with_any_can_be_seen(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject, columns: int
) -> None:
    case = journey(*data.draw(any_journey))
    counts = monthly_counts(case.touchpoints, case.window)
    assert counts.shape == (24, len(Service))
    assert [counts[:, s.code].sum() for s in Service] == [
        case.touchpoints.with_service(s).sum() for s in Service
    ]
    strip = density_strip(case.touchpoints, case.window, columns)
    assert len(strip) == max(columns, 1)
    assert {code for code in strip.tolist() if code >= 0} <= set(case.touchpoints.service.tolist())
    assert bool((strip >= 0).any()) is bool(len(case.touchpoints))


def test_each_stands_in_the_column_of_its_time(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp", "2024-01-04T23:59 other", first="2024-01-01", last="2024-01-04")
    assert density_strip(case.touchpoints, case.window, 4).tolist() == [
        Service.GP.code,
        -1,
        -1,
        Service.OTHER.code,
    ]


@pytest.mark.parametrize(("also", "seen"), [("gp", "ae"), ("inpatient", "ae"), ("other", "ae"), ("ae", "ae")])
def test_a_crisis_is_seen_where_several_share_a_column(journey: MakeCase, also: str, seen: str) -> None:
    case = journey(f"2024-06-01 {also}", "2024-06-01 ae", f"2024-06-01 {also}")
    strip = density_strip(case.touchpoints, case.window, 50)
    assert [Service.of(code).value for code in strip.tolist() if code >= 0] == [seen]


def test_what_began_before_the_window_stands_at_its_beginning(journey: MakeCase) -> None:
    case = journey("2023-01-01 inpatient stay")
    assert density_strip(case.touchpoints, case.window, 10)[0] == Service.INPATIENT.code
    assert monthly_counts(case.touchpoints, case.window)[0, Service.INPATIENT.code] == 1
