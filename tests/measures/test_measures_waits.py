from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.waits import Waits, waits_of
from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome

MakeCase = Callable[..., Case]
REFERRED = "2024-03-01T12:00 mental_health referral referred"
UNTIL = {"last": "2024-12-31"}


def told(case: Case) -> list[tuple[int, bool]]:
    return [(wait.days, wait.waiting) for wait in waits_of(case).each]


@pytest.mark.parametrize(
    ("contact", "days"),
    [
        ("2024-03-11 mental_health", 10),
        ("2024-03-11 mental_health stay; until=2024-03-12", 10),
        ("2024-03-01T12:00 mental_health", 0),
        ("2024-03-01T11:59 mental_health", None),  # before the referral
        ("2024-03-01 mental_health", 0),  # on the day, nobody knows when
        ("2024-02-29 mental_health", None),
        ("2024-03-11 community", None),
        ("2024-03-11 mental_health did_not_attend", 10),
        ("2024-03-11 mental_health cancelled_by_person", 10),
        ("2024-03-11 mental_health cancelled_by_service", None),
        ("2024-03-11 mental_health unknown", None),
        ("2024-03-11 mental_health open_service", None),
    ],
)
def test_a_wait_ends_with_the_first_appointment_that_the_service_offered(
    journey: MakeCase, contact: str, days: int | None
) -> None:
    first = waits_of(journey(REFERRED, contact, **UNTIL)).each[0]
    assert (first.days, first.waiting) == ((305, True) if days is None else (days, False))


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("2024-03-11 mental_health referral refused", 10),
        ("2024-03-11 mental_health refused", 10),
        ("2024-03-11 mental_health referral referred", 10),
        ("2024-03-11 mental_health referral cancelled_by_person", 10),
        ("2024-03-01T12:01 mental_health referral refused", 0),
        (
            "2024-03-01 mental_health referral refused",
            19,
        ),  # on the day, nobody knows when: not known to be later
        ("2024-03-01T11:00 mental_health referral refused", 19),
        ("2024-03-11 community referral refused", 19),
        ("2024-03-11 mental_health referral refused; named=Another team", 19),
    ],
)
def test_another_referral_or_a_refusal_ends_a_wait(journey: MakeCase, line: str, days: int) -> None:
    case = journey(f"{REFERRED}; named=The team", line, "2024-03-20 mental_health", **UNTIL)
    first = next(wait for wait in waits_of(case).each if wait.referral == _number(case, "The team"))
    assert (first.days, first.waiting, first.offered) == (days, False, days == 19)


def _number(case: Case, named: str) -> int:
    return next(row.number for row in case.touchpoints if row.named == named)


def test_a_missed_appointment_a_refusal_and_a_new_referral_are_not_one_long_wait(journey: MakeCase) -> None:
    lines = [
        "2024-05-01T15:30 mental_health referral referred",
        "2024-05-08T09:00 mental_health did_not_attend",
        "2024-07-19T17:00 mental_health referral refused",
        "2024-10-28T14:50 mental_health referral referred",
        "2025-02-04T14:40 mental_health",
    ]
    assert told(journey(*lines)) == [(7, False), (99, False)]
    assert told(journey(lines[0], *lines[2:])) == [(79, False), (99, False)]
    assert waits_of(journey(lines[0], *lines[2:])).median_days == 99


@pytest.mark.parametrize(
    "outcome", ["refused", "cancelled_by_person", "cancelled_by_service", "did_not_attend"]
)
def test_a_referral_that_came_to_nothing_is_no_wait(journey: MakeCase, outcome: str) -> None:
    assert waits_of(journey(f"2024-03-01 community referral {outcome}", "2024-03-05 community")) == Waits()


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2024-03-08", (7, False)),
        ("2024-03-01T13:00", (0, False)),
        ("2025-02-01", (305, True)),  # after the window
        ("2024-02-01", (19, False)),  # an end before the start is none
    ],
)
def test_where_the_list_links_the_first_contact_that_ends_it(
    journey: MakeCase, until: str, expected: tuple[int, bool]
) -> None:
    case = journey(f"{REFERRED}; until={until}", "2024-03-20 mental_health", **UNTIL)
    assert told(case) == [expected]


def test_the_team_s_own_name_decides_where_contacts_carry_it(journey: MakeCase) -> None:
    lines = ["2024-03-05 community; named=District nursing", "2024-04-01 community; named=Physiotherapy"]
    physio = journey("2024-03-01 community referral referred; named=Physiotherapy", *lines)
    podiatry = journey("2024-03-01 community referral referred; named=Podiatry", *lines)
    assert (told(physio), told(podiatry)) == ([(31, False)], [(4, False)])


def test_two_referrals_can_end_with_one_contact_and_a_referral_before_the_window_counts_whole(
    journey: MakeCase,
) -> None:
    case = journey(
        "2024-01-10 community referral referred; until=2024-03-11",
        "2024-03-01 community referral referred",
        "2024-03-11 community",
        first="2024-02-01",
    )
    assert told(case) == [(61, False), (10, False)]


def test_waits_are_summed_up(journey: MakeCase) -> None:
    waits = waits_of(
        journey(
            "2024-01-01 community referral referred",
            "2024-01-05 community",
            "2024-01-06 community referral referred; until=2024-01-16",
            "2024-12-01 ae referral referred",
            **UNTIL,
        )
    )
    assert waits.longest is not None
    assert (waits.longest.days, waits.longest.since) == (30, date(2024, 12, 1))
    assert (waits.median_days, waits.waiting) == (7, 1)
    assert (Waits().longest, Waits().median_days, Waits().waiting) == (None, None, 0)


@given(data=st.data())
def test_the_waits_are_those_of_looking_at_every_pair(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    assert told(case) == [_by_hand(case, referral) for referral in case.touchpoints if _is_wait(referral)]


def _is_wait(row: Touchpoint) -> bool:
    return row.kind is Kind.REFERRAL and row.outcome in (Outcome.ATTENDED, Outcome.REFERRED, Outcome.UNKNOWN)


def _by_hand(case: Case, referral: Touchpoint) -> tuple[int, bool]:
    offered = (Outcome.ATTENDED, Outcome.DID_NOT_ATTEND, Outcome.CANCELLED_BY_PERSON)
    lane = [row for row in case.touchpoints if row.service is referral.service]
    days = [
        row.start.date()
        for row in lane
        if row.kind in (Kind.CONTACT, Kind.STAY)
        and row.outcome in offered
        and row.start.date() >= referral.start.date()
        and not (row.timed and referral.timed and row.start < referral.start)
    ]
    days += [
        row.start.date()
        for row in lane
        if (row.kind is Kind.REFERRAL or row.outcome in (Outcome.REFERRED, Outcome.REFUSED))
        and row.start > referral.start
        and (row.start.date() > referral.start.date() or (row.timed and referral.timed))
    ]
    if isinstance(referral.end, datetime) and referral.end >= referral.start:
        days = [referral.end.date()]
    ended = [day for day in days if day <= case.window.last]
    return ((min(ended) if ended else case.window.last) - referral.start.date()).days, not ended
