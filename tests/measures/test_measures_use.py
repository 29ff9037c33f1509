from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.use import Missed, use_of
from journey_viewer.model.case import Case
from journey_viewer.model.words import Kind, Outcome, Service

MakeCase = Callable[..., Case]


def test_touchpoints_are_counted_by_outcome_and_contacts_by_mode(journey: MakeCase) -> None:
    use = use_of(
        journey(
            "2024-01-01 gp; mode=telephone",
            "2024-01-01 ae; mode=telephone",
            "2024-01-02 gp",
            "2024-01-03 gp did_not_attend; mode=telephone",
            "2024-01-04 gp unknown",
            "2024-01-05 inpatient stay; until=2024-01-09",
        ).touchpoints
    )
    assert use.by_outcome == {Outcome.ATTENDED: 4, Outcome.DID_NOT_ATTEND: 1, Outcome.UNKNOWN: 1}
    assert use.by_mode == {"telephone": 2, "": 1}


def test_missed_appointments_are_told_by_service_and_mode(journey: MakeCase) -> None:
    use = use_of(
        journey(
            "2024-01-01 gp; mode=telephone",
            "2024-01-02 gp did_not_attend; mode=telephone",
            "2024-01-02 gp did_not_attend",
            "2024-01-03 gp cancelled_by_person",
            "2024-01-03 outpatient; mode=video",
            "2024-01-04 outpatient",
            "2024-01-05 outpatient did_not_attend",
        ).touchpoints
    )
    assert set(use.missed) == {
        Missed(Service.GP, "telephone", attended=1, missed=1),
        Missed(Service.GP, "", attended=0, missed=1),
        Missed(Service.OUTPATIENT, "video", attended=1, missed=0),
        Missed(Service.OUTPATIENT, "", attended=1, missed=1),
    }
    assert (use.not_attended, use.appointments, use.missed_share) == (3, 6, 0.5)


@pytest.mark.parametrize(
    "line",
    [
        "2024-01-01 gp cancelled_by_person",
        "2024-01-01 gp refused",
        "2024-01-01 gp unknown",
        "2024-01-01 gp referral did_not_attend",
        "2024-01-01 inpatient stay did_not_attend",
        "2024-01-01 community open_service",
    ],
)
def test_what_is_no_appointment_kept_or_missed_is_in_no_rate(journey: MakeCase, line: str) -> None:
    use = use_of(journey(line).touchpoints)
    assert (use.missed, use.missed_share) == ((), None)


@given(data=st.data())
def test_the_counts_are_those_of_counting_one_by_one(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    touchpoints = journey(*data.draw(any_journey)).touchpoints
    rows, use = list(touchpoints), use_of(touchpoints)
    assert sum(use.by_outcome.values()) == len(rows)
    contacts = [row for row in rows if row.kind is Kind.CONTACT]
    assert sum(use.by_mode.values()) == sum(row.outcome is Outcome.ATTENDED for row in contacts)
    for each in use.missed:
        alike = [row.outcome for row in contacts if (row.service, row.mode) == (each.service, each.mode)]
        assert each.attended == alike.count(Outcome.ATTENDED)
        assert each.missed == alike.count(Outcome.DID_NOT_ATTEND)
