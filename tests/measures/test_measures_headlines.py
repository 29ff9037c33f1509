from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.definitions import MeasureId, mark
from journey_viewer.measures.headlines import Headline, headlines
from journey_viewer.measures.measure import measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.privacy.statements import checked

MakeCase = Callable[..., Case]
Tell = Callable[..., list[tuple[MeasureId, str]]]
ALWAYS = MeasureId.TOUCHPOINTS


def of(case: Case) -> tuple[Headline, ...]:
    return headlines(case, measure(case, shipped_unit_costs()))


@pytest.fixture
def tell(journey: MakeCase) -> Tell:
    def build(*lines: str, **options: str) -> list[tuple[MeasureId, str]]:
        case = journey(*lines, **options)
        return [(each.measure, f"{each.value} {each.label}") for each in of(case)]

    return build


def test_nothing_has_no_headline(tell: Tell) -> None:
    assert tell() == []


def test_one_contact_has_what_there_is(tell: Tell) -> None:
    assert tell("2024-01-01 ae") == [
        (ALWAYS, "1 touchpoint with 1 service"),
        (MeasureId.AE, "1 A&E attendance"),
    ]


def test_what_the_lane_counts_beside_the_attended_is_told(tell: Tell) -> None:
    told = dict(tell("2024-01-01 ae", "2024-01-02 ae did_not_attend", "2024-01-03 gp"))
    assert told[MeasureId.AE] == "1 A&E attendance, of 2 touchpoints"
    assert told[MeasureId.GP_CONTACTS] == "1 GP practice contact"


def contacts(count: int, service: str) -> list[str]:
    """So many contacts, one a day from the first of January."""
    return [f"2024-{1 + number // 25:02}-{1 + number % 25:02} {service}" for number in range(count)]


def test_what_is_over_its_mark_comes_by_how_far_it_is_over(tell: Tell) -> None:
    told = tell(*contacts(20, "ae"), *contacts(30, "gp"), first="2024-01-01", last="2024-12-31")
    assert [measure for measure, _ in told[:3]] == [ALWAYS, MeasureId.AE, MeasureId.GP_CONTACTS]
    assert told[1][1] == "20 A&E attendances"


@pytest.mark.parametrize(("visits", "told"), [(9, False), (10, True)])
def test_counts_are_brought_to_a_year(tell: Tell, visits: int, told: bool) -> None:
    """The mark is five a year and the window two years long; what is below fills up only to three."""
    busy = [f"2024-02-{day:02} gp; by=Dr {day}" for day in range(1, 29)]
    assert (MeasureId.AE in dict(tell(*contacts(visits, "ae"), *busy))) == told


def test_there_are_five_at_most_and_three_where_nothing_is_over_its_mark(tell: Tell) -> None:
    assert len(tell("2024-01-01 gp", "2024-01-03 ae", "2024-01-05 gp")) == 3
    everything = [
        *contacts(80, "ae did_not_attend"),
        *contacts(80, "ae"),
        *contacts(90, "gp"),
        "2024-02-01 inpatient stay; until=2024-10-01",
        "2024-02-01 community referral referred",
    ]
    assert len(tell(*everything)) == 5


def test_a_share_of_few_is_no_headline(tell: Tell) -> None:
    told = tell("2024-01-01 gp did_not_attend", "2024-01-02 gp did_not_attend", "2024-01-03 gp; by=Dr A")
    assert {MeasureId.MISSED, MeasureId.MOST_SEEN} & {measure for measure, _ in told} == set()


def test_each_number_is_told_in_words_with_how_many_it_is_over(journey: MakeCase) -> None:
    case = journey(
        "2024-01-02T09:00 gp; by=Dr A",
        "2024-01-03T09:00 gp; by=Dr B",
        "2024-01-04T09:00 gp; by=Dr C",
        "2024-01-05T09:00 inpatient stay; until=2024-01-24",
        "2024-02-01 mental_health referral referred; until=2024-12-31",
        "2024-12-01T09:00 gp; by=Dr D",
    )
    told = {each.measure: (each.value, each.label, each.n, each.days) for each in of(case)}
    assert told == {
        MeasureId.TOUCHPOINTS: ("6", "touchpoints with 3 services", 6, None),
        MeasureId.LONGEST_GAP: ("311", "days without a recorded contact, at the longest", 5, 311),
        MeasureId.WAITS: ("334", "days from a referral to the first appointment, at the longest", 1, 334),
        MeasureId.NIGHTS: ("19", "nights in hospital over 1 stay", 1, 19),
        MeasureId.MOST_SEEN: ("25%", "of 4 GP practice contacts with the same clinician", 4, None),
    }


def test_a_wait_that_goes_on_is_told_so(tell: Tell) -> None:
    told = dict(tell("2024-01-01 community referral referred", last="2024-12-31"))
    assert told[MeasureId.WAITS] == "365 days of waiting after a referral so far, at the longest"


def test_a_wait_that_ended_without_an_appointment_is_told_so(tell: Tell) -> None:
    told = dict(tell("2024-01-01 community referral referred", "2024-12-31 community referral refused"))
    assert told[MeasureId.WAITS] == "365 days from a referral to another or a refusal, at the longest"


def test_a_linked_wait_with_an_earlier_appointment_is_not_told_as_the_first(tell: Tell) -> None:
    line = "2024-01-01 community referral referred; until=2024-12-31"
    told = dict(tell(line, "2024-01-08 community did_not_attend", "2024-12-31 community"))
    assert told[MeasureId.WAITS] == "365 days from a referral to its own contact on the list, at the longest"


def test_shares_name_what_they_are_of(tell: Tell) -> None:
    missed = [f"2024-01-0{day}T20:00 gp did_not_attend" for day in range(1, 5)]
    told = dict(tell(*missed, *[f"2024-01-0{day}T20:00 gp" for day in range(5, 9)], "2024-01-09 gp"))
    assert told[MeasureId.MISSED] == "44% of 9 appointments not attended"
    assert told[MeasureId.OUT_OF_HOURS] == "100% of 4 contacts with a known time outside core hours"


@given(data=st.data())
def test_no_headline_holds_a_name_or_a_date_and_there_are_never_more_than_five(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    told = of(journey(*data.draw(any_journey)))
    checked(f"{each.value} {each.label}" for each in told)
    assert len(told) <= 5
    assert len({each.measure for each in told}) == len(told)
    assert MeasureId.COST not in {each.measure for each in told}
    assert all(each.days is None or each.value == f"{each.days:,}" for each in told)


def test_every_headline_but_the_first_has_a_mark() -> None:
    for measure_id in (MeasureId.HANDOVERS, MeasureId.WAITS, MeasureId.LONGEST_GAP):
        assert mark(measure_id).at > 0
