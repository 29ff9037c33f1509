from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from crowds import WINDOW, invented_crowd

from journey_viewer.model.case import Case, case_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Sex
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Family
from journey_viewer.privacy.crowd import Crowd, crowd_of
from journey_viewer.privacy.remedies import Remedy, remedies
from journey_viewer.privacy.risk import PEOPLE_NEEDED, RiskLevel, recognise

Lists = Callable[..., Imported]
WOMAN = Person(born=date(1974, 6, 1), sex=Sex.FEMALE)
OLDER = Person(born=date(1967, 6, 1), sex=Sex.FEMALE)
STRANGER = Person(born=date(2020, 1, 1), sex=Sex.MALE)
START = "2024-01-01 gp"


def offered(
    lists: Lists, *journeys: list[str], choices: ForSharing = AS_USUAL, others: Person = WOMAN
) -> list[str]:
    lines = [f"{line}; person={place}" for place, journey in enumerate(journeys) for line in journey]
    lines += [f"2025-01-01 gp; person={len(journeys) + place}" for place in range(PEOPLE_NEEDED)]
    people = [WOMAN, *[others] * (len(journeys) - 1), *[STRANGER] * PEOPLE_NEEDED]
    imported = lists(*lines, people=people)
    case = case_of(imported, 0, WINDOW, "Case A")
    return [remedy.sentence for remedy in remedies(crowd_of(imported, WINDOW), 0, case, choices)]


@cache
def thousand() -> tuple[Imported, Crowd]:
    imported = invented_crowd(1000, 8)
    return imported, crowd_of(imported, WINDOW)


def cases() -> list[tuple[int, Case, ForSharing]]:
    imported, _ = thousand()
    some = ForSharing(five_years=True, folded=frozenset({Family.HOSPITAL}))
    return [
        (place, case_of(imported, place, WINDOW, "Case A"), choices)
        for place in range(0, 1000, 50)
        for choices in (AS_USUAL, some)
    ]


def all_remedies() -> list[tuple[int, Case, ForSharing, tuple[Remedy, ...]]]:
    _, crowd = thousand()
    return [(place, case, choices, remedies(crowd, place, case, choices)) for place, case, choices in cases()]


def test_each_says_what_the_check_finds_with_its_choices_and_helps() -> None:
    _, crowd = thousand()
    told = 0
    for place, case, choices, offers in all_remedies():
        now = recognise(crowd, place, case, choices).people
        for remedy in offers:
            after = recognise(crowd, place, case, remedy.choices)
            assert remedy.risk == after
            assert after.people > now
            told += 1
    assert told > 50


def test_what_helps_most_comes_first_and_nothing_is_asked_in_vain() -> None:
    for *_, offers in all_remedies():
        people = [remedy.risk.people for remedy in offers]
        assert people == sorted(people, reverse=True)
        asked: dict[str, int] = {}
        for remedy in offers:
            least = min((changes for changes in asked.values()), default=99)
            assert remedy.changes <= least
            asked[remedy.words] = remedy.changes
        assert len(asked) == len(offers)


def test_what_was_chosen_stays_chosen() -> None:
    for _, _, choices, offers in all_remedies():
        for remedy in offers:
            assert remedy.choices.folded >= choices.folded
            assert remedy.choices.dropped >= choices.dropped
            assert remedy.choices.quarters >= choices.quarters


def test_the_contact_to_blame_can_be_left_out(lists: Lists) -> None:
    crisis = [START, "2024-07-03 ambulance", "2024-07-20 ambulance"]
    assert offered(lists, crisis, *[[START]] * 9) == [
        "Leave out the two ambulance contacts in month 7: 10 people look the same"
    ]
    assert offered(lists, crisis, *[crisis[:2]] * 9) == [
        "Leave out one of the two ambulance contacts in month 7: 10 people look the same"
    ]


def test_several_contacts_are_left_out_one_after_the_other(lists: Lists) -> None:
    rare = [START, "2024-07-03 ambulance", "2024-09-20 ae"]
    told = offered(lists, rare, *[[START]] * 9, *[rare[:2]] * 2)
    assert told == [
        "Leave out the ambulance contact in month 7 and the A&E contact in month 9: 12 people look the same",
        "Leave out the A&E contact in month 9: 3 people look the same",
    ]


def test_quarters_and_families_are_offered_where_they_help(lists: Lists) -> None:
    others = [[START, "2024-08-03 ambulance"]] * 9
    assert "Tell quarters instead of months: 10 people look the same" in offered(
        lists, [START, "2024-07-03 ambulance"], *others
    )
    told = offered(lists, [START, "2024-08-03 ae"], *others)
    folded = (
        "Tell 111 & out of hours, ambulance and A&E as “Urgent and emergency care”: 10 people look the same"
    )
    assert folded in told
    assert not any("quarters" in sentence for sentence in told)


def test_ten_year_bands_are_offered_where_five_were_chosen(lists: Lists) -> None:
    told = offered(lists, *[[START]] * 9, choices=ForSharing(five_years=True), others=OLDER)
    assert told == ["Tell the age in ten-year bands: 9 people look the same"]


def test_things_are_proposed_together_where_one_is_not_enough(lists: Lists) -> None:
    theirs = [
        "2024-05-03 ambulance",
        "2024-08-03 ambulance",
        "2024-11-03 ambulance",
        "2024-06-03 mental_health",
    ]
    own = ["2024-04-03 ae", "2024-07-03 ae", "2024-10-03 ae", "2024-05-03 community", "2024-12-05 voluntary"]
    told = offered(lists, [START, *own], *[[START, *theirs]] * 9)
    assert told[0] == (
        "Tell quarters instead of months, and services only by their family, and leave out "
        "the council, voluntary and other contact in months 10 to 12: 10 people look the same"
    )


@pytest.mark.parametrize("count", [8, 30])
def test_a_calm_case_needs_nothing(lists: Lists, count: int) -> None:
    assert offered(lists, *[[START]] * count) == []


def test_where_nothing_is_measured_nothing_is_offered(lists: Lists) -> None:
    imported = lists(START, people=[WOMAN])
    case = case_of(imported, 0, WINDOW, "Case A")
    crowd = crowd_of(imported, WINDOW)
    assert recognise(crowd, 0, case).level is RiskLevel.NOT_MEASURABLE
    assert remedies(crowd, 0, case, AS_USUAL) == ()
