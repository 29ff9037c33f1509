from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from invented import session_on

from journey_viewer.model.actions import Action, ActionStatus, by_due, with_status
from journey_viewer.model.casework import Casework, Level, LevelReason
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits, Joined
from journey_viewer.model.meeting_steps import (
    begin_meeting,
    carried_over,
    change_meeting,
    close_meeting,
    decide,
    decision_of,
    meeting_of,
    new_action,
    open_meeting,
    see_case,
    still_open,
    with_action,
    without_action,
)
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.removal import take_out

DAY, LATER = date(2026, 3, 5), date(2026, 4, 2)
ACTIONS = (
    Action(1, 0, "Ring each week", due=date(2026, 5, 1)),
    Action(2, None, "Ask the council", status=ActionStatus.BLOCKED, due=date(2026, 3, 1)),
    Action(3, 1, "One named GP", status=ActionStatus.DONE),
    Action(4, 0, "A visit", status=ActionStatus.DROPPED),
)
BEGUN = begin_meeting(Document(actions=ACTIONS), DAY, 90, ("GP, Riverside Surgery",), "Six weeks from now …")


def test_a_meeting_is_begun_with_its_number_day_time_and_purpose() -> None:
    assert BEGUN.meetings == (
        Meeting(1, DAY, ("GP, Riverside Surgery",), "Six weeks from now …", minutes=90),
    )
    assert open_meeting(BEGUN) == meeting_of(BEGUN, 1)


def test_while_one_is_open_no_other_begins() -> None:
    assert begin_meeting(BEGUN, LATER) is BEGUN


def test_after_it_was_closed_the_next_one_has_the_next_number() -> None:
    closed = close_meeting(BEGUN, 1)
    assert open_meeting(closed) is None
    assert [meeting.number for meeting in begin_meeting(closed, LATER).meetings] == [1, 2]


def test_what_is_open_or_blocked_is_carried_over_the_earliest_due_first() -> None:
    assert [action.number for action in carried_over(BEGUN, 1)] == [2, 1]
    again = begin_meeting(close_meeting(BEGUN, 1), LATER)
    assert [action.carried for action in again.actions] == [(1, 2), (1, 2), (), ()]


def test_a_carried_one_that_is_done_in_the_meeting_is_still_told_of_there_after_those_that_are_open() -> None:
    done = with_action(BEGUN, with_status(BEGUN.actions[1], ActionStatus.DONE, DAY))
    assert [action.number for action in carried_over(done, 1)] == [1, 2]


def test_a_case_is_seen_once_and_in_order() -> None:
    document = BEGUN
    for person in (2, 0, 2):
        document = see_case(document, 1, person)
    assert meeting_of(document, 1).seen == (2, 0)


PROPOSED = Casework(
    level=Level.NEIGHBOURHOOD,
    level_reasons=frozenset({LevelReason.TEAM}),
    level_why="Two services hold half each",
    partners=("Housing",),
    matters="Her garden",
)
AGREED = Decision(0, Level.PLACE, level_why="It takes the council", partners=("Council",), agreed="One plan")


def test_a_decision_begins_with_what_was_proposed_while_preparing() -> None:
    document = replace(BEGUN, casework={0: PROPOSED})
    begun = decision_of(document, 1, 0)
    assert begun == Decision(
        0, Level.NEIGHBOURHOOD, frozenset({LevelReason.TEAM}), "Two services hold half each", ("Housing",)
    )


def test_what_was_decided_is_kept_by_the_meeting_and_the_case_stands_there_from_then_on() -> None:
    document = decide(replace(BEGUN, casework={0: PROPOSED}), 1, AGREED)
    assert meeting_of(document, 1).decisions == (AGREED,)
    told = document.casework_of(0)
    assert (told.level, told.level_reasons, told.level_why, told.partners) == (
        Level.PLACE,
        frozenset(),
        "It takes the council",
        ("Council",),
    )
    assert told.matters == "Her garden"


def test_a_later_decision_about_the_case_takes_the_place_of_the_first_in_the_same_meeting_alone() -> None:
    document = decide(decide(BEGUN, 1, AGREED), 1, Decision(1))
    later = replace(AGREED, agreed="Two plans")
    document = decide(document, 1, later)
    assert meeting_of(document, 1).decisions == (later, Decision(1))
    second = decide(begin_meeting(close_meeting(document, 1), LATER), 2, Decision(0))
    assert meeting_of(second, 1).decisions == (later, Decision(1))


def test_of_somebody_who_turned_out_to_be_somebody_else_it_is_still_found() -> None:
    document = decide(BEGUN, 1, replace(AGREED, person=3))
    joined = replace(document, edits=Edits(joined=(Joined(0, 3),)))
    assert decision_of(joined, 1, 0) == AGREED
    assert meeting_of(decide(joined, 1, replace(AGREED, agreed="Both")), 1).decisions == (
        replace(AGREED, agreed="Both"),
    )


def test_a_new_action_is_raised_in_the_open_meeting_and_kept_from_its_first_word_on() -> None:
    empty = new_action(BEGUN, 1, DAY)
    assert (empty.number, empty.meeting, empty.raised) == (5, 1, DAY)
    assert with_action(BEGUN, empty) is BEGUN
    told = with_action(BEGUN, replace(empty, what="Write to housing"))
    assert told.actions[-1] == replace(empty, what="Write to housing")
    assert without_action(told, 5) == BEGUN


def test_what_is_still_open_of_somebody_is_numbered_before_what_is_for_all() -> None:
    told = tuple(
        Action(number, person, "Ring", status=status)
        for number, person, status in (
            (1, None, ActionStatus.OPEN),
            (2, 0, ActionStatus.DONE),
            (3, 0, ActionStatus.BLOCKED),
            (4, 1, ActionStatus.OPEN),
        )
    )
    document = Document(actions=told)
    assert [action.number for action in still_open(document, 0)] == [3, 1]
    assert [action.number for action in still_open(document, None)] == [1]


def test_outside_a_meeting_it_belongs_to_none() -> None:
    assert new_action(close_meeting(BEGUN, 1), None, DAY).meeting is None


@pytest.mark.parametrize(
    ("before", "status", "after"),
    [
        (None, ActionStatus.DONE, LATER),
        (None, ActionStatus.DROPPED, LATER),
        (DAY, ActionStatus.DROPPED, DAY),
        (DAY, ActionStatus.OPEN, None),
        (None, ActionStatus.BLOCKED, None),
    ],
)
def test_done_or_dropped_it_is_closed_on_that_day(
    before: date | None, status: ActionStatus, after: date | None
) -> None:
    told = with_status(Action(1, None, "Ring", closed=before), status, LATER)
    assert (told.status, told.closed) == (status, after)


@pytest.mark.parametrize(
    ("action", "overdue", "review"),
    [
        (Action(1, None, "Ring", due=DAY), False, False),
        (Action(1, None, "Ring", due=date(2026, 3, 4)), True, False),
        (Action(1, None, "Ring", due=date(2026, 3, 4), status=ActionStatus.BLOCKED), True, False),
        (Action(1, None, "Ring", due=date(2026, 3, 4), status=ActionStatus.DONE), False, False),
        (Action(1, None, "Ring", review=DAY), False, True),
        (Action(1, None, "Ring", review=LATER), False, False),
        (Action(1, None, "Ring", review=DAY, status=ActionStatus.DROPPED), False, False),
    ],
)
def test_what_is_overdue_and_what_wants_to_be_reviewed(action: Action, overdue: bool, review: bool) -> None:
    assert (action.is_overdue(DAY), action.wants_review(DAY)) == (overdue, review)


def test_open_ones_come_first_the_earliest_due_first_those_without_a_day_last() -> None:
    assert [action.number for action in by_due((Action(9, None, "No day"), *ACTIONS))] == [2, 1, 9, 3, 4]


STEPS: dict[str, Callable[[Document], Document]] = {
    "begin": lambda document: begin_meeting(close_meeting(document, 1), LATER),
    "see": lambda document: see_case(document, 1, 0),
    "decide": lambda document: decide(document, 1, AGREED),
    "act": lambda document: with_action(document, replace(new_action(document, 0, DAY), what="Write")),
    "change": lambda document: change_meeting(document, 1, purpose="Another"),
    "close": lambda document: close_meeting(document, 1),
}


@pytest.mark.parametrize("step", STEPS)
def test_no_step_changes_the_document_that_it_was_made_from(step: str) -> None:
    before: Any = repr(BEGUN)
    assert STEPS[step](BEGUN) != BEGUN
    assert repr(BEGUN) == before


def test_whoever_is_taken_out_leaves_no_trace_in_a_meeting() -> None:
    session = session_on()
    document = begin_meeting(session.document, DAY)
    for person in (0, 1):
        document = decide(see_case(document, 1, person), 1, replace(AGREED, person=person))
        document = with_action(document, replace(new_action(document, person, DAY), what="Write"))
    _, after = take_out(session.lists, document, 0)
    meeting = meeting_of(after, 1)
    assert (meeting.seen, [decision.person for decision in meeting.decisions]) == ((1,), [1])
    assert [action.person for action in after.actions if action.meeting == 1] == [1]
