from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from attendance_kit import YEARS, contacts_of, in_window, many
from warehouse_kit import MAPPING, write_parquet

from journey_viewer.attendance.asked import Measure, Mix, Years, name_of
from journey_viewer.attendance.concentration import spread
from journey_viewer.attendance.embedded import open_imported
from journey_viewer.attendance.practices import care_homes_of
from journey_viewer.attendance.profile import profile
from journey_viewer.attendance.ranking import Figures, figures_of, rank
from journey_viewer.attendance.readiness import last_day, readiness
from journey_viewer.attendance.reasons import Why, reasons_for
from journey_viewer.attendance.turnover import between
from journey_viewer.attendance.warehouse import open_files
from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Window
from journey_viewer.model.words import Kind, Outcome, Service

Lists = Callable[..., Imported]
SOMEBODY = Figures(
    *(7, 40.0, 60, MappingProxyType({Service.GP: 30, Service.AE: 2}), 4),
    *(4, 28, 20, 10, 2, 50, 1, 28, 58, 1),
    age=60,
)


def whys(one: Figures, *stayers: int) -> list[Why]:
    return [reason.why for reason in reasons_for(one, stayers)]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"services": 6}, Why.PASSED_AROUND),
        ({"handovers": 24}, Why.PASSED_AROUND),
        ({"most_seen": 11}, Why.LOW_CONTINUITY),
        ({"by_service": MappingProxyType({Service.GP: 30, Service.AE: 5})}, Why.AE),
        ({"out_of_hours": 13}, Why.OUT_OF_HOURS),
        ({"gp_before": 60}, Why.FALLING),
        ({"died": date(2026, 1, 1)}, Why.DIED),
        ({"moved": date(2026, 1, 1)}, Why.MOVED),
        ({"age": 20, "by_service": MappingProxyType({Service.AE: 1})}, Why.YOUNG_ONLY_URGENT),
    ],
)
def test_what_stands_out_is_said_with_its_reason(changed: dict[str, object], why: Why) -> None:
    assert why not in whys(SOMEBODY)
    assert why in whys(replace(SOMEBODY, **changed))  # type: ignore[arg-type]


def test_who_is_new_is_told_apart_from_who_stays() -> None:
    assert Why.NEW in whys(SOMEBODY)
    assert Why.PERSISTENT in whys(SOMEBODY, 7)
    [new] = [reason for reason in reasons_for(SOMEBODY, ()) if reason.why is Why.NEW]
    assert "most fall again by themselves" in new.sentence


def test_a_share_of_few_contacts_is_not_told() -> None:
    assert replace(SOMEBODY, named=2, most_seen=1).most_seen_share is None
    assert replace(SOMEBODY, named=4, most_seen=1).most_seen_share == 0.25


def test_conditions_and_care_homes_are_counted_where_the_list_has_them(tmp_path: Path) -> None:
    imported = many(300, 4_000)
    with open_files(write_parquet(imported, tmp_path), MAPPING) as attendance:
        people = figures_of(attendance, YEARS, rank(attendance, YEARS, top=40))
        [home] = care_homes_of(attendance, YEARS)
    keys = [int(str(one.person).removeprefix("P")) for one in people]
    told = {trait.name: (trait.count, trait.of) for trait in profile(people, ())}
    assert told["Mental health condition coded"] == (sum(key % 3 == 0 for key in keys), 40)
    assert told["Two or more long-term conditions"] == (sum(key % 4 >= 2 for key in keys), 40)
    assert told["No long-term condition coded"] == (sum(key % 4 == 0 for key in keys), 40)
    assert told["Lives in a care home"] == (sum(key % 50 == 7 for key in keys), 40)
    residents = {person for person in range(300) if person % 50 == 7}
    gp, ae = (contacts_of(imported, YEARS.this, service) for service in (Service.GP, Service.AE))
    assert (home.name, home.residents) == ("Elm House", len(residents))
    assert home.gp_contacts == sum(gp[person] for person in residents)
    assert home.ae == sum(ae[person] for person in residents)
    stays = [
        one
        for one in in_window(imported, YEARS.this)
        if one.person in residents and one.kind is Kind.STAY and one.outcome is Outcome.ATTENDED
    ]
    assert home.admissions == len(stays)


def test_three_residents_seen_on_one_day_look_like_a_ward_round(tmp_path: Path) -> None:
    rows = [f"{who},2026-01-{day:02}" for day in (5, 12) for who in "abc"] + ["a,2026-01-20", "b,2026-01-20"]
    (tmp_path / "touchpoints.csv").write_text("\n".join(("person,start", *rows)), encoding="utf-8")
    homes = [f"{who},Elm House,{practice}" for who, practice in zip("abcd", "XXYY", strict=True)]
    (tmp_path / "people.csv").write_text("\n".join(("person,care_home,practice", *homes)), encoding="utf-8")
    with open_files(tmp_path) as attendance:
        [home] = care_homes_of(attendance, YEARS)
    assert (home.residents, home.practices, home.rounds, home.gp_contacts) == (4, 2, 2, 8)


def test_a_list_that_is_fit_says_nothing_and_one_with_a_hole_says_where(lists: Lists) -> None:
    months = [(2024 + (month + 3) // 12, (month + 3) % 12 + 1) for month in range(24)]
    lines = [
        f"{year}-{month:02}-{day:02}T10:00 {service}; by=Dr Lanyon"
        for year, month in months
        for day in (1, *range(3, 28, 3), 28)
        for service in Service
        if not (service is Service.AE and (year, month) == (2025, 6))
    ]
    born = Person(nhs_number="9990000018", born=date(1960, 1, 1))
    with open_imported(lists(*lines, people=[born])) as attendance:
        told = readiness(attendance, YEARS)
    assert told.sentences == ("A&E: 1 month of the two years without a row.",)
    assert told.covered


def test_the_year_ends_with_the_last_contact_that_is_not_in_the_future(lists: Lists) -> None:
    with open_imported(lists("2026-01-05 gp", "2027-01-05 gp")) as attendance:
        assert last_day(attendance, date(2026, 3, 1)) == date(2026, 1, 5)
        assert last_day(attendance, date(2025, 3, 1)) == date(2027, 1, 5)


def test_a_contact_of_somebody_who_died_long_ago_counts_nobody_as_not_seen(lists: Lists) -> None:
    dead = Person(born=date(1950, 1, 1), died=date(2024, 1, 1))
    alive = Person(born=date(1950, 1, 1))
    with open_imported(lists("2026-01-05 gp", people=[alive, dead])) as attendance:
        from journey_viewer.attendance.ages import ages_of

        [band] = ages_of(attendance, YEARS)
    assert (band.people, band.unseen) == (1, 0)


@pytest.mark.parametrize("last", [date(2026, 3, 31), date(2024, 2, 29), date(2025, 2, 28), date(2026, 8, 30)])
@pytest.mark.parametrize("months", [1, 6, 12])
def test_two_years_touch_and_do_not_overlap(last: date, months: int) -> None:
    years = Years.until(last, months)
    assert years.this.last == last
    assert (years.this.first - years.before.last).days == 1
    assert abs(years.this.days - years.before.days) <= 3


def test_a_tie_at_the_edge_is_shared_and_bands_are_brought_to_a_year() -> None:
    half_a_year = Window(date(2025, 10, 1), date(2026, 3, 31))
    told = spread(half_a_year, {26: 1, 10: 4, 1: 5}, people=20)
    assert told.share_of_busiest(0.15) == pytest.approx((26 + 2 * 10) / 71)
    assert told.share_of_busiest(0.125) == pytest.approx((26 + 1.5 * 10) / 71)
    assert told.bands == {
        "weekly or more": 1,
        "every two weeks": 0,
        "monthly": 4,
        "every two months": 0,
        "one to five a year": 5,
        "none": 10,
    }
    assert told.over_thirty_a_year == 1
    assert spread(half_a_year, {}, people=20).share_of_busiest(0.05) is None


def test_the_turnover_sentence_counts_who_stayed() -> None:
    told = between(["a", "b", "c"], ["c", "d", "e"], 3)
    assert told.sentence == "Of last year’s top 3, 1 is in this year’s."
    assert told.stay_share == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    "text", ["", "loudness", "ae=much", "ae=inf", "ae=nan", "ae=0", "gp_contacts=0,ae=0"]
)
def test_what_nobody_can_be_ranked_by_is_a_sentence(text: str) -> None:
    with pytest.raises(JourneyError):
        Mix.read(text)


def test_every_measure_has_a_name_in_words() -> None:
    assert all(name_of(measure) for measure in Measure)
    assert Mix.read("gp_contacts=1,ae=5").in_words == "1 × GP contacts + 5 × contacts, A&E"
