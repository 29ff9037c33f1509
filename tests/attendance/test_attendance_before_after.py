from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from simulation import contacts, runs

from journey_viewer.attendance.before_after import Design, covers, fitting
from journey_viewer.attendance.change import (
    HEALTH_WARNING,
    BeforeAfter,
    Rule,
    Verdict,
    before_after,
    chosen_people,
)
from journey_viewer.attendance.embedded import open_imported
from journey_viewer.attendance.expected import Method, Steps, barnett, chosen_alike, chosen_top
from journey_viewer.attendance.interrupted import Refused, Segmented, segmented
from journey_viewer.attendance.lists import Attendance
from journey_viewer.attendance.refusals import NothingToRank
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Outcome, Service

ON = date(2025, 4, 1)
FIRST_YEAR = 2022
DESIGN = Design(ON)
TOP = Rule(top=100)


def as_list(years: NDArray[np.int64]) -> Imported:
    """GP contacts on random days of each year from April 2022 on; people 0 died and 1 to 99 are alive."""
    chance = np.random.default_rng(7)
    person = np.concatenate([np.repeat(np.arange(len(years)), column) for column in years.T]).astype(np.int32)
    begins = [np.datetime64(f"{FIRST_YEAR + year}-04-01", "s") for year in range(years.shape[1])]
    start = np.concatenate(
        [
            begin + chance.integers(0, 365, int(column.sum())) * np.timedelta64(86_400, "s")
            for begin, column in zip(begins, years.T, strict=True)
        ]
    )
    total = len(person)
    nothing = Texts(np.zeros(total, np.int32), ("",))
    touchpoints = Touchpoints(
        person=person,
        service=np.full(total, Service.GP.code, np.int8),
        kind=np.zeros(total, np.int8),
        outcome=np.full(total, Outcome.ATTENDED.code, np.int8),
        start=start,
        end=np.full(total, np.datetime64("NaT", "s")),
        timed=np.zeros(total, np.bool_),
        uncertain=np.zeros(total, np.bool_),
        **dict.fromkeys(("named", "reason", "clinician", "place", "mode"), nothing),
        row=np.arange(total, dtype=np.int32),
        source=np.zeros(total, np.int32),
        number=np.arange(total, dtype=np.int32),
    )
    busiest = int(np.argmax(years[:, 1]))
    people = [Person(born=date(1960, 1, 1)) for _ in years]
    people[busiest] = replace(people[busiest], died=date(2025, 6, 1))
    return Imported(tuple(people), touchpoints)


@pytest.fixture(scope="module")
def left_alone() -> Iterator[Attendance]:
    """10,000 people with whom nothing was done."""
    with open_imported(as_list(contacts(seed=1))) as opened:
        yield opened


@pytest.fixture(scope="module")
def told(left_alone: Attendance) -> BeforeAfter:
    return before_after(left_alone, DESIGN, TOP)


@pytest.mark.parametrize(
    ("correlation", "measurements", "fall"),
    [(0, 1, 26.972), (0.2, 1, 21.578), (0.5, 1, 13.486), (0.8, 1, 5.394), (1, 1, 0), (0.5, 2, 7.786)],
)
def test_barnetts_formula_gives_the_published_values(
    correlation: float, measurements: int, fall: float
) -> None:
    told = barnett(60, 15, 40, correlation, above=False, measurements=measurements)
    assert told == pytest.approx(fall, abs=0.0005)


def test_barnetts_formula_is_the_same_above_as_below_and_holds_far_out() -> None:
    assert barnett(60, 15, 80, 0.5, above=True) == pytest.approx(barnett(60, 15, 40, 0.5, above=False))
    far = [barnett(0, 1, cut, 0.5, above=True) for cut in (5, 20, 37, 60)]
    assert all(lower < higher for lower, higher in pairwise(far))


def test_with_nothing_done_a_fall_by_half_is_no_change_beyond_what_was_expected(told: BeforeAfter) -> None:
    chosen_by = sum(line.selecting for line in told.lines)
    assert 1 - told.after / chosen_by >= 0.4
    assert told.verdict is Verdict.AS_EXPECTED
    assert "This is no change beyond what was expected." in told.sentences
    assert told.sentences[0] == HEALTH_WARNING


def test_chosen_by_the_baseline_itself_it_is_none_either(left_alone: Attendance) -> None:
    told = before_after(left_alone, replace(DESIGN, apart=False), TOP)
    assert told.change is not None
    assert told.change <= -0.4
    assert told.verdict is Verdict.AS_EXPECTED
    assert any("high because of it" in sentence for sentence in told.sentences)


def test_what_really_helped_is_told(left_alone: Attendance) -> None:
    years = contacts(seed=1)
    chosen = [one for one in chosen_people(left_alone, DESIGN, TOP) if isinstance(one, int)]
    years[chosen, 3] = years[chosen, 3] // 4
    with open_imported(as_list(years)) as helped:
        told = before_after(helped, DESIGN, TOP)
    assert told.verdict is Verdict.FELL_FURTHER
    assert any("does not say why" in sentence for sentence in told.sentences)


@pytest.mark.parametrize("is_apart", [True, False])
def test_over_simulated_lists_a_change_is_seldom_claimed_where_nothing_was_done(is_apart: bool) -> None:
    outcomes = list(runs(20, TOP, is_apart=is_apart))
    assert sum(one.wrong for one in outcomes) <= 0.05 * len(outcomes)
    assert min(one.naive for one in outcomes) >= 0.4
    assert 0.5 < np.mean([one.barnett for one in outcomes]) < 0.75


def test_everybody_chosen_is_kept_in_and_the_dead_are_counted(told: BeforeAfter) -> None:
    years = contacts(seed=1)
    assert len(told.lines) == 100
    for line in told.lines:
        assert isinstance(line.person, int)
        assert [line.selecting, line.before, line.after] == years[line.person, 1:].tolist()
    assert "1 of them died and 0 moved away in that time: they are counted all the same." in told.sentences


def test_months_make_a_run_chart(told: BeforeAfter) -> None:
    assert len(told.months) == 36
    assert [day for day, _ in told.months][24] == ON
    assert sum(count for _, count in told.months[12:24]) == told.before
    assert sum(count for _, count in told.months[24:]) == told.after
    assert told.median == np.median([count for _, count in told.months[12:24]])


def test_last_years_people_are_those_of_the_same_rule(left_alone: Attendance) -> None:
    years = contacts(seed=1)
    told = before_after(left_alone, DESIGN, Rule(least=25))
    cohort = told.expected[0]
    alike = years[:, 0] >= 25
    assert (cohort.method, cohort.people) == (Method.COHORT, alike.sum())
    assert [cohort.before, cohort.after] == pytest.approx(years[alike, 1:3].mean(axis=0))
    assert sum(told.cohort_months[24:]) == pytest.approx(cohort.after)
    assert [one.method for one in told.expected] == [Method.COHORT, Method.CORRELATION, Method.BARNETT]


def test_for_people_chosen_by_hand_those_who_came_as_often_stand_beside_them(left_alone: Attendance) -> None:
    told = before_after(left_alone, DESIGN, chosen_people(left_alone, DESIGN, TOP)[:20])
    assert told.expected[0].method is Method.MATCHED
    assert told.verdict is Verdict.AS_EXPECTED


def test_for_one_person_there_is_a_picture_and_no_test(left_alone: Attendance) -> None:
    told = before_after(left_alone, DESIGN, chosen_people(left_alone, DESIGN, TOP)[:1])
    assert (told.verdict, told.difference) == (Verdict.UNTOLD, None)
    assert isinstance(told.regression, Refused)
    assert not any("interval" in sentence and "differ" in sentence for sentence in told.sentences)
    assert any("no test" in sentence for sentence in told.sentences)


def test_where_the_list_is_too_short_nothing_is_claimed(left_alone: Attendance) -> None:
    told = before_after(left_alone, Design(date(2024, 4, 1)), TOP)
    assert (told.expected, told.verdict) == ((), Verdict.UNTOLD)
    assert any("does not go back far enough" in sentence for sentence in told.sentences)


def test_nobody_chosen_is_a_sentence(left_alone: Attendance) -> None:
    with pytest.raises(NothingToRank):
        before_after(left_alone, DESIGN, Rule(least=10_000))


def test_windows_are_of_one_length_and_the_cohort_was_left_alone() -> None:
    for months in (3, 6, 12):
        design = Design(date(2025, 3, 31), months)
        assert (
            design.selecting.last
            < design.before.first
            <= design.before.last
            < design.on
            == design.after.first
        )
        assert design.earlier.after.last < design.on
        assert len(design.edges) == 3 * months + 1
        assert design.edges[2 * months] == design.on


def test_a_short_list_gets_a_shorter_design_with_a_cohort_of_its_own() -> None:
    first, last = date(2024, 1, 1), date(2025, 12, 31)
    design = fitting(Design(date(2025, 10, 1)), first, last)
    assert (design.months, design.apart) == (3, True)
    assert covers(design.earlier, first, last)


def test_the_edge_of_the_top_is_shared_among_equals() -> None:
    steps = Steps.of([(9, 1, 1, 1), (5, 4, 2, 4), (1, 1, 1, 5)], 0)
    top = chosen_top(steps, 3)
    assert top.size == pytest.approx(3)
    assert top.mean(top.selecting) == pytest.approx((9 + 2 * 5) / 3)


def test_people_who_came_as_often_are_sought_more_widely_where_there_are_few() -> None:
    steps = Steps.of([(30, 9, 9, 3), (28, 8, 8, 30), (2, 1, 1, 500)], 0)
    alike = chosen_alike(steps, [30, 30])
    assert alike.mean(alike.selecting) == pytest.approx((3 * 30 + 30 * 28) / 33)


def test_segmented_regression_finds_a_step_and_its_interval_mostly_holds_it() -> None:
    chance, holding = np.random.default_rng(3), 0
    for _ in range(20):
        before, after = (chance.poisson(mean, 24).tolist() for mean in (100, 60))
        told = segmented(before, after, people=50)
        assert isinstance(told, Segmented)
        assert told.step_high < 0
        assert (len(told.fitted), len(told.counterfactual)) == (48, 24)
        assert "regression to the mean" in told.sentence
        holding += told.step_low < -40 < told.step_high
    assert holding >= 16


@pytest.mark.parametrize(
    ("before", "after", "people", "reason"),
    [
        ([50] * 11, [40] * 24, 30, "12 months before"),
        ([50] * 12, [40] * 11, 30, "12 months before"),
        ([2, 3] * 6, [1, 2] * 6, 30, "too few to tell"),
        ([50, 51] * 6, [40, 41] * 6, 1, "one person"),
        ([50] * 12, [50] * 12, 30, "every month is the same"),
    ],
)
def test_a_regression_that_could_only_mislead_is_refused_with_a_reason(
    before: list[int], after: list[int], people: int, reason: str
) -> None:
    told = segmented(before, after, people)
    assert isinstance(told, Refused)
    assert reason in told.sentence
