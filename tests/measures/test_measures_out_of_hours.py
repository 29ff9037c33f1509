from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.out_of_hours import Hours, HoursCounts, count_hours, hours_of
from journey_viewer.model.case import Case

MakeCase = Callable[..., Case]
CORE, OUT, UNKNOWN = Hours.CORE, Hours.OUT_OF_HOURS, Hours.UNKNOWN


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        ("2024-03-05T07:59", OUT),  # a Tuesday
        ("2024-03-05T08:00", CORE),
        ("2024-03-05T18:29", CORE),
        ("2024-03-05T18:30", OUT),
        ("2024-03-05T00:00", OUT),
        ("2024-03-05", UNKNOWN),
        ("2024-03-09T10:00", OUT),  # a Saturday
        ("2024-03-10T10:00", OUT),
        ("2024-03-10", UNKNOWN),  # else a list without times would know of weekends alone
        ("2024-03-29T10:00", OUT),  # Good Friday
        ("2024-03-29", UNKNOWN),
        ("2024-08-26T10:00", OUT),  # the summer bank holiday of England
        ("2024-08-05T10:00", CORE),  # the one of Scotland
        ("2024-12-25T10:00", OUT),
        ("2024-12-27T10:00", CORE),
        ("2022-09-19T10:00", OUT),  # the funeral of the Queen, for one year only
        ("2024-03-05T10:00 gp uncertain", UNKNOWN),
        ("2024-03-10T10:00 gp uncertain", UNKNOWN),
    ],
)
def test_a_contact_is_in_core_hours_or_not_or_nobody_knows(
    journey: MakeCase, moment: str, hours: Hours
) -> None:
    line = moment if " " in moment else f"{moment} gp"
    touchpoints = journey(line, first="2022-01-01").touchpoints
    assert [Hours.of(code) for code in hours_of(touchpoints).tolist()] == [hours]


def test_only_attended_contacts_are_counted(journey: MakeCase) -> None:
    case = journey(
        "2024-03-05T10:00 gp",
        "2024-03-05T20:00 ae",
        "2024-03-06 gp",
        "2024-03-05T21:00 gp did_not_attend",
        "2024-03-05T21:00 inpatient stay; until=2024-03-09",
        "2024-03-05T21:00 community open_service",
        "2024-03-05T21:00 community referral referred",
    )
    counts = count_hours(case.touchpoints)
    assert counts == HoursCounts(core=1, out_of_hours=1, unknown=1)
    assert counts.share == 0.5


def test_without_a_known_hour_there_is_no_share(journey: MakeCase) -> None:
    assert count_hours(journey("2024-03-05 gp").touchpoints).share is None
    assert count_hours(journey().touchpoints) == HoursCounts()


@given(data=st.data())
def test_every_attended_contact_is_counted_once(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    touchpoints = journey(*data.draw(any_journey)).touchpoints
    counts = count_hours(touchpoints)
    assert counts.known + counts.unknown == int((touchpoints.attended & (touchpoints.kind == 0)).sum())
