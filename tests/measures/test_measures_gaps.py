from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.gaps import Gap, long_gaps
from journey_viewer.model.case import Case

MakeCase = Callable[..., Case]


def gaps(case: Case) -> list[tuple[str, str, int]]:
    return [(gap.after.isoformat(), gap.before.isoformat(), gap.days) for gap in long_gaps(case)]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["2024-01-01 gp", "2024-03-01 gp"], []),  # 59 whole days between them
        (["2024-01-01 gp", "2024-03-02 gp"], [60]),
        (["2024-01-01T23:59 gp", "2024-03-02T00:00 ae"], [60]),
        (["2024-05-01 gp"], []),
        ([], []),
        (["2024-01-01 gp", "2024-06-01 gp did_not_attend", "2024-12-31 gp"], [364]),
        (["2024-01-01 gp", "2024-03-01 gp unknown", "2024-04-30 gp"], []),
        (["2024-01-01 gp", "2024-03-01 gp referred", "2024-04-30 gp"], [119]),
        (["2024-01-01 inpatient stay; until=2024-03-01", "2024-04-01 gp"], []),
        (["2024-01-01 inpatient stay; until=2024-06-01", "2024-02-01 gp", "2024-09-01 gp"], [91]),
        (["2024-01-01 inpatient stay", "2024-09-01 gp"], []),
        (["2024-01-01 community open_service; until=2024-09-01", "2024-09-01 gp"], [243]),
        (["2024-01-01 community open_service", "2024-09-01 gp"], [243]),
        (["2023-10-01 inpatient stay; until=2024-01-05", "2024-09-01 gp"], [239]),
        (["2023-10-01 community open_service", "2024-09-01 gp"], []),
        (["2024-01-01 gp", "2024-06-01 gp", "2024-12-01 ae"], [151, 182]),
    ],
)
def test_long_stretches_between_two_contacts_are_gaps(
    journey: MakeCase, lines: list[str], days: list[int]
) -> None:
    assert [gap.days for gap in long_gaps(journey(*lines))] == days


def test_nothing_is_said_of_the_time_before_the_first_or_after_the_last(journey: MakeCase) -> None:
    case = journey("2024-12-01 gp", "2025-03-01 ae", first="2020-01-01", last="2030-01-01")
    assert gaps(case) == [("2024-12-01", "2025-03-01", 89)]


def test_how_long_is_long_can_be_asked_for(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp", "2024-01-09 gp")
    assert long_gaps(case, 7) == [Gap(date(2024, 1, 1), date(2024, 1, 9))]
    assert long_gaps(case, 8) == []


@given(data=st.data())
def test_no_contact_falls_into_a_gap(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    seen = case.touchpoints.take(case.touchpoints.attended).start.astype("datetime64[D]").tolist()
    for gap in long_gaps(case):
        assert gap.days >= 60
        assert not [day for day in seen if gap.after < day < gap.before]
        assert gap.before in case.touchpoints.start.astype("datetime64[D]").tolist()
