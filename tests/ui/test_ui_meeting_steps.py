"""Walking through journeys: what the keys mean and what is shown after them."""

from collections.abc import Callable

import pytest
from meeting_kit import programme
from PySide6.QtCore import Qt

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.ui.meeting import showing as show
from journey_viewer.ui.meeting.keys import KEYS_IN_WORDS, Wish, wish_of
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.showing import Card, Showing
from journey_viewer.ui.meeting_desk.steering import steered

Key, NONE, CONTROL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LANES = [(Service.GP,), (Service.AE,), (Service.INPATIENT,)]


@pytest.fixture(scope="module")
def three(journey: Callable[..., Case]) -> Programme:
    return programme(journey)


@pytest.mark.parametrize(
    ("key", "held", "meant"),
    [
        (Key.Key_Space, NONE, Wish.NEXT),
        (Key.Key_PageDown, NONE, Wish.NEXT),
        (Key.Key_PageUp, NONE, Wish.PREVIOUS),
        (Key.Key_Question, SHIFT, Wish.KEYS),
        (Key.Key_L, NONE, Wish.LEVEL),
        (Key.Key_A, NONE, Wish.ACTION),
        (Key.Key_B, NONE, Wish.BLANK),
        (Key.Key_Z, NONE, Wish.CLOSER),
        (Key.Key_Z, CONTROL, Wish.UNDO),
        (Key.Key_Z, CONTROL | SHIFT, Wish.REDO),
        (Key.Key_4, NONE, 4),
        (Key.Key_0, NONE, Wish.FIT),
        (Key.Key_A, CONTROL, None),
        (Key.Key_Q, NONE, None),
    ],
)
def test_a_key_means_one_thing(key: Qt.Key, held: Qt.KeyboardModifier, meant: object) -> None:
    assert wish_of(key, held) == meant


def test_the_help_names_every_key_that_is_a_letter() -> None:
    told = " ".join(keys for keys, _ in KEYS_IN_WORDS)
    letters = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if wish_of(ord(letter), NONE)]
    assert [letter for letter in letters if letter not in told.split()] == []


def test_contacts_are_told_in_time_order_with_month_service_and_outcome(three: Programme) -> None:
    heads = [step.head for step in three.journeys[0].contacts]
    assert heads[0] == "Month 1 · GP practice"
    assert [three.journeys[0].contacts[1].words, three.journeys[0].contacts[3].head] == [
        "Did not attend · GP 2",
        "Month 2 · A&E",
    ]
    assert "Hospital A" in three.journeys[0].contacts[3].words


def test_a_step_goes_on_until_the_last_contact_and_back_before_the_first(three: Programme) -> None:
    here = show.stepped(Showing(), three, 1)
    assert here == Showing(case=0)
    for _ in range(20):
        here = show.stepped(here, three, 1)
    assert here.at == len(three.journeys[0].contacts) - 1
    for _ in range(20):
        here = show.stepped(here, three, -1)
    assert here == Showing(case=0)


def test_cases_follow_each_other_between_the_agenda_and_what_they_have_in_common(three: Programme) -> None:
    here = Showing()
    places: list[object] = []
    for step in (1, 1, 1, 1, 1, -1, -1, -1, -1, -1):
        here = show.with_case(here, three, step)
        places.append("common" if here.in_common else here.case)
    assert places == [0, 1, 2, "common", "common", 2, 1, 0, None, None]


def test_where_nothing_is_common_the_last_case_is_the_last_page(three: Programme) -> None:
    alone = Programme(three.journeys)
    here = Showing(case=2)
    assert show.with_case(here, alone, 1) == here
    assert steered(here, Wish.COMMON, alone, LANES) == here


def test_what_is_common_is_gone_to_from_anywhere_and_walked_through_pattern_by_pattern(
    three: Programme,
) -> None:
    here = steered(Showing(case=1, at=2, card=Card.KEYS), Wish.COMMON, three, LANES)
    assert here == Showing(in_common=True)
    seen = []
    for wish in (
        Wish.NEXT,
        Wish.NEXT,
        Wish.PREVIOUS,
        Wish.PREVIOUS,
        Wish.PREVIOUS,
        2,
        99,
        Wish.LAST,
        Wish.NEXT,
    ):
        here = steered(here, wish, three, LANES)
        seen.append(here.at)
    last = len(three.common) - 1
    assert seen == [0, 1, 0, None, None, 1, 1, last, last]


def test_a_finding_is_gone_to_by_its_number(three: Programme) -> None:
    assert three.journeys[0].findings, "the invented journey shows none"
    here = show.at_finding(Showing(case=0), three.journeys[0], 1)
    assert (here.by_findings, here.at) == (True, 0)
    assert show.at_finding(here, three.journeys[0], 9) == here


def test_switching_keeps_about_the_place_in_time(three: Programme) -> None:
    found = show.switched(Showing(case=0, at=0), three.journeys[0])
    assert (found.by_findings, found.at) == (True, 0)
    back = show.switched(found, three.journeys[0])
    step, finding = show.step_of(back, three.journeys[0]), show.step_of(found, three.journeys[0])
    assert step is not None
    assert finding is not None
    assert step.last >= finding.first


def test_looking_closer_is_around_the_step_and_moves_along_with_it(three: Programme) -> None:
    here = show.closer(Showing(case=0, at=5), three.journeys[0])
    step = show.step_of(here, three.journeys[0])
    assert here.reach is not None
    assert step is not None
    assert here.reach[0] <= step.first <= here.reach[1]
    last = show.at_step(here, three.journeys[0], len(three.journeys[0].contacts) - 1)
    assert last.reach is not None
    assert last.reach[1] == pytest.approx(three.journeys[0].case.months)
    assert show.farther(show.farther(last, three.journeys[0]), three.journeys[0]).reach is None


def test_a_lane_is_lit_and_the_next_one_and_then_none(three: Programme) -> None:
    here = Showing(case=0)
    lit = []
    for _ in range(4):
        here = steered(here, Wish.LANE_DOWN, three, LANES)
        lit.append(here.lane)
    assert lit == [*LANES, None]


def test_letting_go_takes_away_what_lies_on_top_first() -> None:
    here: Showing | None = Showing(0, at=2, lane=LANES[0], reach=(1, 3), card=Card.KEYS, blank=True)
    seen = []
    while here is not None:
        seen.append(here)
        here = here.let_go()
    assert len(seen) == 6
    assert seen[-1] == Showing(0)


def test_a_blank_display_is_blank_until_the_next_step(three: Programme) -> None:
    blank = steered(Showing(case=0), Wish.BLANK, three, LANES)
    assert blank.blank
    assert not steered(blank, Wish.BLANK, three, LANES).blank
    assert not steered(blank, Wish.NEXT, three, LANES).blank
