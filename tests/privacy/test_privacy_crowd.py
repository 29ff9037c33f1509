from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from crowds import WINDOW, invented_crowd
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.case import Case, case_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Sex, Window
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Family, Service
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.crowd import Cell, contacts_held, crowd_of, months_told

Lists = Callable[..., Imported]
CONTACT = "2025-03-04 gp; person="


@given(data=st.data())
def test_months_are_those_of_the_summary(
    journey: Callable[..., Case], any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    told = [touchpoint.month for touchpoint in anonymise(case).touchpoints]
    assert months_told(case.touchpoints, case.window).tolist() == told


def test_everybody_is_told_from_their_own_first_event() -> None:
    imported = invented_crowd(60, 8)
    crowd = crowd_of(imported, WINDOW)
    for member, place in enumerate(crowd.people.tolist()):
        case = anonymise(case_of(imported, place, WINDOW, "Case A"))
        expected = {(told.month, told.service) for told in case.touchpoints}
        rows = slice(crowd.begins[member], crowd.begins[member + 1])
        services = [Service.of(code) for code in crowd.service[rows].tolist()]
        assert set(zip(crowd.month[rows].tolist(), services, strict=True)) == expected
        assert crowd.count[rows].sum() == len(case.touchpoints)


def test_who_was_not_seen_in_the_window_is_not_in_the_crowd(lists: Lists) -> None:
    imported = lists("2020-01-01 gp; person=0", CONTACT + "2", people=[Person()] * 3)
    assert crowd_of(imported, WINDOW).people.tolist() == [2]


def test_lists_without_a_touchpoint_make_an_empty_crowd(lists: Lists) -> None:
    assert len(crowd_of(lists(people=[Person()]), WINDOW)) == 0


def woman(year: int, **changes: Any) -> Person:
    return replace(Person(born=date(year, 6, 1), sex=Sex.FEMALE), **changes)


@pytest.mark.parametrize(
    ("other", "alike", "in_five_years"),
    [
        (woman(1975), True, True),
        (woman(1970), True, False),
        (woman(1965), False, False),
        (woman(1945, died=date(1995, 7, 1)), True, True),
        (woman(1975, sex=Sex.MALE), False, False),
        (woman(1975, sex=Sex.OTHER), False, False),
        (woman(1975, born=None), False, False),
    ],
)
def test_who_looks_the_same_has_the_sex_and_age_band_of_the_summary(
    lists: Lists, other: Person, *, alike: bool, in_five_years: bool
) -> None:
    shown = woman(1974)  # 51 at the end of the window
    crowd = crowd_of(lists(CONTACT + "0", CONTACT + "1", people=[shown, other]), WINDOW)
    for choices, expected in ((AS_USUAL, alike), (ForSharing(five_years=True), in_five_years)):
        assert crowd.people[crowd.alike(shown, choices)].tolist() == ([0, 1] if expected else [0])


def test_a_sex_that_no_summary_tells_looks_like_one_that_is_not_known(lists: Lists) -> None:
    people = [woman(1974, sex=Sex.OTHER), woman(1974, sex=Sex.NOT_KNOWN)]
    crowd = crowd_of(lists(CONTACT + "0", CONTACT + "1", people=people), WINDOW)
    assert crowd.alike(people[0], AS_USUAL) == slice(0, 2)


@pytest.mark.parametrize("five_years", [True, False])
def test_the_oldest_look_the_same_in_every_band(lists: Lists, *, five_years: bool) -> None:
    people = [woman(1934), woman(1920), woman(1937)]
    crowd = crowd_of(lists(*(f"{CONTACT}{place}" for place in range(3)), people=people), WINDOW)
    group = crowd.alike(people[0], ForSharing(five_years=five_years))
    assert sorted(crowd.people[group].tolist()) == [0, 1]


def test_coarser_choices_are_for_everybody(lists: Lists) -> None:
    imported = lists(
        *("2024-01-01 gp", "2024-03-05 ae", "2024-03-06 ambulance", "2024-04-20 ae"), people=[Person()]
    )
    crowd = crowd_of(imported, WINDOW)
    choices = ForSharing(quarters=True, folded=frozenset({Family.URGENT}))
    cells = [Cell(1, Service.URGENT_111), Cell(4, Service.URGENT_111), Cell(1, Service.GP)]
    assert contacts_held(crowd, slice(0, 1), cells, choices).tolist() == [[2, 1, 1]]
    assert contacts_held(crowd, slice(0, 1), [Cell(3, Service.AE)], AS_USUAL).tolist() == [[1]]


def test_columns_fit_each_other() -> None:
    crowd = crowd_of(invented_crowd(50, 5), Window(date(2024, 6, 1), date(2025, 1, 31)))
    assert crowd.begins[-1] == len(crowd.member) == len(crowd.service) == len(crowd.month)
    assert (np.diff(crowd.looks) >= 0).all()
    assert (np.diff(crowd.member) >= 0).all()
