from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest
from crowds import WINDOW, BruteForce, invented_crowd

from journey_viewer.model.case import Case, case_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Sex, Window
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Family, Service
from journey_viewer.privacy.crowd import Cell, Crowd, crowd_of
from journey_viewer.privacy.risk import PEOPLE_NEEDED, Risk, RiskLevel, level_of, recognise

Lists = Callable[..., Imported]
WOMAN = Person(born=date(1974, 6, 1), sex=Sex.FEMALE)
STRANGER = Person(born=date(2020, 1, 1), sex=Sex.MALE)  # of whom there are always enough on the list


@cache
def thousand() -> tuple[Imported, Crowd, BruteForce]:
    imported = invented_crowd(1000, 6)
    return imported, crowd_of(imported, WINDOW), BruteForce(imported)


def case(imported: Imported, place: int) -> Case:
    return case_of(imported, place, WINDOW, "Case A")


def found(lists: Lists, *journeys: list[str], choices: ForSharing = AS_USUAL, who: Person = WOMAN) -> Risk:
    """The first journey's risk, among these who look the same and a thousand who do not."""
    lines = [f"{line}; person={place}" for place, journey in enumerate(journeys) for line in journey]
    lines += [f"2025-01-01 gp; person={len(journeys) + place}" for place in range(PEOPLE_NEEDED)]
    imported = lists(*lines, people=[who] * len(journeys) + [STRANGER] * PEOPLE_NEEDED)
    return recognise(crowd_of(imported, WINDOW), 0, case(imported, 0), choices)


START = "2024-01-01 gp"
CRISIS = [START, "2024-07-03 ambulance", "2024-07-20 ambulance"]


def test_it_is_what_brute_force_finds_for_each_of_a_thousand_people() -> None:
    imported, crowd, brute = thousand()
    numbers = set()
    for place in range(len(imported.people)):
        threes = brute.people(place)
        risk = recognise(crowd, place, case(imported, place))
        assert risk.people == min(threes.values())
        assert [known.people for known in risk.worst] == sorted(threes.values())[:3]
        for known in risk.worst:
            assert threes[tuple(sorted((cell.month, cell.service) for cell in known.cells))] == known.people
        numbers.add(risk.people)
    assert numbers >= set(range(1, 9))


@pytest.mark.parametrize(
    "choices",
    [
        ForSharing(folded=frozenset({Family.URGENT, Family.SUPPORT}), five_years=True),
        ForSharing(quarters=True, folded=frozenset(Family)),
    ],
)
def test_it_is_what_brute_force_finds_with_choices_too(choices: ForSharing) -> None:
    imported, crowd, _ = thousand()
    choices = replace(choices, dropped=frozenset(imported.touchpoints.number[::5].tolist()))
    brute = BruteForce(imported, choices)
    groups = list(brute.alike.values())
    for place in [place for group in groups[::7] for place in group][:100]:
        risk = recognise(crowd, place, case(imported, place), choices)
        assert risk.people == min(brute.people(place).values())
        assert risk.alike == len(brute.alike[brute.look(place)])


def test_who_is_to_blame_is_in_most_of_the_worst_threes() -> None:
    imported, crowd, brute = thousand()
    blamed = 0
    for place in range(0, 1000, 7):
        risk = recognise(crowd, place, case(imported, place))
        if risk.blamed is None:
            continue
        blamed += 1
        worst = [three for three, people in brute.people(place).items() if people == risk.people]
        held = {
            contact: sum(contact in three for three in worst) for contact in {c for t in worst for c in t}
        }
        assert held[risk.blamed.cell.month, risk.blamed.cell.service] == max(held.values())
    assert blamed > 50


@pytest.mark.parametrize(
    ("people", "seen", "level"),
    [
        (1, 1000, "reason"),
        (2, 1000, "reason"),
        (3, 1000, "warning"),
        (7, 1000, "warning"),
        (8, 1000, "calm"),
        (8, 999, "not_measurable"),
        (500, 999, "not_measurable"),
        (0, 0, "not_measurable"),
    ],
)
def test_levels(people: int, seen: int, level: str) -> None:
    assert level_of(people, seen) == level


def test_enough_people_with_the_same_contacts_are_calm(lists: Lists) -> None:
    risk = found(lists, *[CRISIS] * 12)
    assert (risk.level, risk.people, risk.blamed) == (RiskLevel.CALM, 12, None)
    assert risk.sentence == "12 people look the same"


def test_one_whose_contacts_nobody_has_is_alone(lists: Lists) -> None:
    risk = found(lists, CRISIS, *[[START]] * 20)
    assert (risk.level, risk.people, risk.alike) == (RiskLevel.REASON, 1, 21)
    assert risk.sentence == "only 1: the two ambulance contacts in month 7 make it so"
    assert (
        risk.worst[0].sentence
        == "GP practice in month 1, and ambulance in month 7 (twice): 1 person has these"
    )


def test_as_many_contacts_in_a_month_must_be_there(lists: Lists) -> None:
    risk = found(lists, CRISIS, *[CRISIS[:2]] * 20)
    assert risk.people == 1
    assert risk.blamed is not None
    assert (risk.blamed.count, len(risk.blamed.numbers)) == (2, 1)


def test_of_three_contacts_alike_that_one_is_blamed_whose_leaving_helps_most(lists: Lists) -> None:
    emergency, clinic = "2024-05-20 ae", "2024-09-20 outpatient"
    some = [[START, emergency]] * 12 + [[START, clinic]] * 3
    risk = found(lists, [START, emergency, clinic], *some, *[["2024-01-01 social_care", clinic]] * 20)
    assert risk.sentence == "only 1: the outpatients contact in month 9 makes it so"  # not the rarer A&E


def test_a_few_who_look_the_same_are_a_warning(lists: Lists) -> None:
    risk = found(lists, *[[START, "2024-05-20 ae"]] * 4, *[[START]] * 20)
    assert (risk.level, risk.people) == (RiskLevel.WARNING, 4)
    assert risk.sentence == "only 4: the A&E contact in month 5 makes it so"


def test_more_than_three_contacts_need_not_be_shared_by_anybody(lists: Lists) -> None:
    four = [START, "2024-02-05 ae", "2024-03-05 ae", "2024-04-05 ae"]
    others = [[line for line in four if line != left_out] for left_out in four[1:]]
    starting = [[START, *four[1:]]] * 7
    assert found(lists, four, *others * 9).people == 1  # 9 have START and any two; nobody three times A&E
    assert found(lists, four, *others * 9, *starting).people == 8


@pytest.mark.parametrize("lines", [[START], [START, "2024-02-03 ae"]])
def test_a_case_with_fewer_than_three_contacts_is_known_by_all_of_them(
    lists: Lists, lines: list[str]
) -> None:
    risk = found(lists, lines, *[[*lines, "2024-09-01 outpatient"]] * 9, *[["2024-01-01 outpatient"]] * 9)
    assert (risk.people, risk.alike) == (10, 19)
    assert [len(known.cells) for known in risk.worst] == [len(lines)]


def test_with_every_contact_dropped_only_age_and_sex_are_known(lists: Lists) -> None:
    risk = found(lists, CRISIS, *[[START]] * 4, choices=ForSharing(dropped=frozenset({1, 2, 3})))
    assert (risk.people, risk.alike, risk.blamed) == (5, 5, None)
    assert [known.sentence for known in risk.worst] == ["5 people look the same"]


def test_where_nobody_is_of_that_age_and_sex_no_contact_is_blamed(lists: Lists) -> None:
    risk = found(lists, CRISIS)
    assert (risk.people, risk.alike, risk.blamed) == (1, 1, None)
    assert risk.sentence == "only 1: few people on the lists are of the sex and age shown"


def test_who_has_no_age_or_sex_looks_the_same_only_as_others_without(lists: Lists) -> None:
    assert found(lists, *[CRISIS] * 9, who=Person()).people == 9


def test_dropped_contacts_are_still_the_others(lists: Lists) -> None:
    numbers = frozenset({2, 3})  # the two ambulances of the first journey
    risk = found(lists, CRISIS, *[[START]] * 9, choices=ForSharing(dropped=numbers))
    assert (risk.level, risk.people) == (RiskLevel.CALM, 10)


def test_without_the_first_contact_months_count_from_the_next(lists: Lists) -> None:
    later = ["2024-01-05 gp", "2024-01-20 ae", "2024-02-07 ae"]
    risk = found(lists, [START, "2024-03-05 gp", "2024-03-20 ae", "2024-04-07 ae"], *[later] * 8)
    assert risk.people == 1
    dropped = ForSharing(dropped=frozenset({1}))
    moved = found(
        lists, [START, "2024-03-05 gp", "2024-03-20 ae", "2024-04-07 ae"], *[later] * 8, choices=dropped
    )
    assert moved.people == 9


def test_quarters_and_families_are_told_in_their_words(lists: Lists) -> None:
    choices = ForSharing(quarters=True, folded=frozenset({Family.URGENT}))
    risk = found(lists, CRISIS, *[[START]] * 9, choices=choices)
    assert risk.sentence == "only 1: the two urgent and emergency care contacts in months 7 to 9 make it so"
    assert risk.blamed is not None
    assert risk.blamed.cell == Cell(7, Service.URGENT_111)


def test_a_list_of_too_few_people_measures_nothing() -> None:
    imported = invented_crowd(PEOPLE_NEEDED - 1, 3)
    risk = recognise(crowd_of(imported, WINDOW), 0, case(imported, 0))
    assert (risk.level, risk.people, risk.worst) == (RiskLevel.NOT_MEASURABLE, 0, ())
    assert risk.sentence == "not measurable: the lists tell of 999 people in this time, 1,000 are needed"


def test_no_list_measures_nothing(lists: Lists) -> None:
    imported = lists(people=[WOMAN])
    risk = recognise(crowd_of(imported, WINDOW), 0, case(imported, 0))
    assert risk.sentence == "not measurable: no list tells of anybody in this time"


def test_a_case_of_another_window_is_refused() -> None:
    imported, crowd, _ = thousand()
    other = case_of(imported, 0, Window(date(2024, 1, 1), date(2024, 12, 31)), "Case A")
    with pytest.raises(ValueError, match="one window"):
        recognise(crowd, 0, other)


def test_nobody_is_named_in_what_is_said() -> None:
    imported, crowd, _ = thousand()
    told = repr([recognise(crowd, place, case(imported, place)) for place in range(40)])
    assert "Invented" not in told
    assert not np.any([str(year) in told for year in (2023, 2024, 2025)])
