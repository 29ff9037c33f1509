import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from attendance_kit import (
    YEARS,
    clinicians_of,
    contacts_of,
    example_list,
    handovers_of,
    in_window,
    many,
    out_of_hours_of,
    practices_of_people,
    share_of_busiest,
    top_of,
)

from journey_viewer.attendance.ages import YOUNG_FROM, YOUNG_TO, ages_of, groups_of, together
from journey_viewer.attendance.asked import Measure, Mix
from journey_viewer.attendance.concentration import many_in_a_month, spread_of
from journey_viewer.attendance.embedded import open_imported
from journey_viewer.attendance.lists import Attendance
from journey_viewer.attendance.practices import practices_of
from journey_viewer.attendance.profile import profile
from journey_viewer.attendance.ranking import figures_of, rank
from journey_viewer.attendance.strips import strips_of
from journey_viewer.attendance.turnover import turnover
from journey_viewer.measures.measure import measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.case import case_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.words import Outcome, Service

TOP = {10: 4, 300: 40}


@pytest.fixture(scope="module", params=["the examples", "300 people"])
def imported(request: pytest.FixtureRequest) -> Imported:
    return example_list() if request.param == "the examples" else many(300, 4_000)


@pytest.fixture(scope="module")
def attendance(imported: Imported) -> Iterator[Attendance]:
    with open_imported(imported) as opened:
        yield opened


@pytest.fixture(scope="module")
def three_hundred() -> Iterator[Attendance]:
    with open_imported(many(300, 4_000)) as opened:
        yield opened


def test_the_ranking_is_that_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    ranked = rank(attendance, YEARS, top=40)
    assert [one.person for one in ranked] == top_of(imported, YEARS.this, 40)
    gp = contacts_of(imported, YEARS.this, Service.GP)
    assert [one.score for one in ranked] == [gp[int(one.person)] for one in ranked]


def test_every_figure_is_that_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    contacts, before = contacts_of(imported, YEARS.this), contacts_of(imported, YEARS.before)
    gp_before = contacts_of(imported, YEARS.before, Service.GP)
    by_service = {service: contacts_of(imported, YEARS.this, service) for service in Service}
    missed = Counter(
        one.person for one in in_window(imported, YEARS.this) if one.outcome is Outcome.DID_NOT_ATTEND
    )
    for one in figures_of(attendance, YEARS, rank(attendance, YEARS, top=8)):
        person = int(one.person)
        assert one.contacts == contacts[person]
        assert (one.contacts_before, one.gp_before, one.missed) == (
            before[person],
            gp_before[person],
            missed[person],
        )
        assert dict(one.by_service) == {
            each: count[person] for each, count in by_service.items() if count[person]
        }
        assert one.handovers == handovers_of(imported, person, YEARS.this)
        assert (one.clinicians, one.named, one.most_seen) == clinicians_of(imported, person, YEARS.this)
        assert (one.out_of_hours, one.hours_known) == out_of_hours_of(imported, person, YEARS)


def test_the_figures_are_those_of_the_measures_of_one_journey(
    imported: Imported, attendance: Attendance
) -> None:
    costs = shipped_unit_costs()
    for one in figures_of(attendance, YEARS, rank(attendance, YEARS, top=5)):
        assert isinstance(one.person, int)
        told = measure(case_of(imported, one.person, YEARS.this, "Case A"), costs)
        assert (one.gp_contacts, one.clinicians, one.named) == (
            told.gp.contacts,
            told.gp.clinicians,
            told.gp.continuity.contacts,
        )
        assert (one.out_of_hours, one.hours_known) == (told.hours.out_of_hours, told.hours.known)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1, 0.333, 0.5, 1.0])
def test_concentration_is_that_of_a_plain_count(
    imported: Imported, attendance: Attendance, share: float
) -> None:
    spread = spread_of(attendance, YEARS.before)
    expected = share_of_busiest(imported, YEARS.before, share, spread.people)
    assert spread.share_of_busiest(share) == pytest.approx(expected)


def test_the_curve_goes_from_nothing_to_everything_and_only_bends_down(attendance: Attendance) -> None:
    curve = spread_of(attendance, YEARS.this, list_size=400).curve
    assert (curve[0], curve[-1]) == ((0, 0), (1, 1))
    slopes = [(d - b) / (c - a) for (a, b), (c, d) in itertools.pairwise(curve)]
    assert slopes == sorted(slopes, reverse=True)


def test_bands_and_thresholds_are_those_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    spread = spread_of(attendance, YEARS.this)
    gp = contacts_of(imported, YEARS.this, Service.GP)
    assert spread.bands["monthly"] == sum(12 <= count < 26 for count in gp.values())
    assert spread.bands["weekly or more"] == sum(count >= 52 for count in gp.values())
    assert sum(spread.bands.values()) == spread.people
    assert spread.over_thirty_a_year == sum(count > 30 for count in gp.values())
    months = Counter(
        (one.person, one.start.year, one.start.month)
        for one in in_window(imported, YEARS.this)
        if one.service is Service.GP and one.outcome is Outcome.ATTENDED
    )
    assert many_in_a_month(attendance, YEARS) == len(
        {who for (who, _, _), count in months.items() if count > 3}
    )


def test_turnover_is_that_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    top = TOP[len(imported.people)]
    told = turnover(attendance, YEARS, rank(attendance, YEARS, top=top), top=top)
    now, before = top_of(imported, YEARS.this, top), top_of(imported, YEARS.before, top)
    assert list(told.stayers) == [person for person in now if person in before]
    assert list(told.leavers) == [person for person in before if person not in now]
    assert list(told.joiners) == [person for person in now if person not in before]
    assert len(told.stayers) + len(told.joiners) == top


def test_the_profile_is_that_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    top = TOP[len(imported.people)]
    people = figures_of(attendance, YEARS, rank(attendance, YEARS, top=top))
    last_years = top_of(imported, YEARS.before, top)
    told = {trait.name: (trait.count, trait.of) for trait in profile(people, last_years)}
    chosen = top_of(imported, YEARS.this, top)
    ages = [
        imported.people[person].age_on(min(YEARS.this.last, imported.people[person].died or YEARS.this.last))
        for person in chosen
    ]
    ae = contacts_of(imported, YEARS.this, Service.AE)
    assert told["Under 60"] == (
        sum(age is not None and age < 60 for age in ages),
        sum(age is not None for age in ages),
    )
    assert told["A&E this year"] == (sum(ae[person] > 0 for person in chosen), top)
    assert told["In last year’s too"] == (len(set(chosen) & set(last_years)), top)
    assert told["Mental health condition coded"] == (0, 0)


def test_ages_are_those_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    bands = ages_of(attendance, YEARS)
    gp = contacts_of(imported, YEARS.this, Service.GP)
    young = [
        place
        for place, person in enumerate(imported.people)
        if (age := person.age_on(YEARS.this.last)) is not None
        and YOUNG_FROM <= age <= YOUNG_TO
        and not (person.died and person.died < YEARS.this.first)
    ]
    told = together(bands, YOUNG_FROM, YOUNG_TO)
    assert (told.people, told.unseen) == (len(young), sum(not gp[place] for place in young))
    assert sum(band.gp_contacts for band in bands) == sum(
        count
        for place, count in gp.items()
        if not ((died := imported.people[place].died) and died < YEARS.this.first)
    )


def test_groups_are_those_of_a_plain_count(imported: Imported, attendance: Attendance) -> None:
    gp = contacts_of(imported, YEARS.this, Service.GP)
    here = [
        (place, person.sex.value)
        for place, person in enumerate(imported.people)
        if not (person.died and person.died < YEARS.this.first)
    ]
    told = {group.name: (group.people, group.gp_contacts) for group in groups_of(attendance, YEARS, "sex")}
    assert told == {
        sex: (sum(his == sex for _, his in here), sum(gp[place] for place, his in here if his == sex))
        for sex in {his for _, his in here}
    }
    assert groups_of(attendance, YEARS, "ethnicity") == ()


def test_practices_are_told_beside_their_own_past(imported: Imported, attendance: Attendance) -> None:
    practices = practices_of(attendance, YEARS)
    home, gp = practices_of_people(imported), contacts_of(imported, YEARS.this, Service.GP)
    expected = Counter({home[person]: 0 for person in home})
    for person, count in gp.items():
        expected[home.get(person, "")] += count
    assert {one.name: one.this.contacts for one in practices} == {
        name: n for name, n in expected.items() if name
    }
    first = practices[0]
    assert sum(count for _, count in first.months) >= first.this.contacts + first.before.contacts
    assert first.change == pytest.approx(first.this.contacts / first.before.contacts - 1)


def test_strips_hold_the_chosen_people_alone(imported: Imported, attendance: Attendance) -> None:
    chosen = top_of(imported, YEARS.this, 2)
    strips = strips_of(attendance, YEARS, chosen)
    counts = Counter(one.person for one in in_window(imported, YEARS.both))
    assert {person: len(strip.days) for person, strip in strips.items()} == {
        one: counts[one] for one in chosen
    }


@pytest.mark.parametrize("measure", list(Measure))
def test_people_can_be_ranked_by_every_measure(three_hundred: Attendance, measure: Measure) -> None:
    ranked = rank(three_hundred, YEARS, Mix.by(measure), 5)
    scores = [one.score for one in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_a_weighted_mix_adds_up(attendance: Attendance) -> None:
    mixed = rank(attendance, YEARS, Mix.read("gp_contacts=1, ae=5, handovers=0.5"), 5)
    for one, figures in zip(mixed, figures_of(attendance, YEARS, mixed), strict=True):
        assert one.score == figures.gp_contacts + 5 * figures.ae + 0.5 * figures.handovers


def test_whoever_turned_out_to_be_somebody_else_is_not_counted(imported: Imported) -> None:
    more = replace(imported, people=(*imported.people, Person()))
    with open_imported(imported) as plain, open_imported(more) as padded:
        assert spread_of(padded, YEARS.this).people == spread_of(plain, YEARS.this).people
