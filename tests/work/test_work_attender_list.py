"""The people that Find lists: who is wanted, in which order, how a strip is told; and going beyond the first hundred."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from invented import BARNABY, OTTILIE, WILHELMINA, contact
from invented import listed as lists_of

from journey_viewer.attendance.embedded import open_imported
from journey_viewer.attendance.lists import Attendance
from journey_viewer.attendance.reasons import Why
from journey_viewer.attendance.strips import Strip
from journey_viewer.commands.sources import walk
from journey_viewer.model.words import Outcome, Service
from journey_viewer.work.attender_list import (
    Column,
    Line,
    Order,
    Stays,
    Wanted,
    lines_of,
    listed,
    practice_letters,
    strip_in_words,
)
from journey_viewer.work.find_attenders import Asked, Found, find_attenders
from journey_viewer.work.more_attenders import more_attenders

TODAY = date(2025, 12, 31)
ROWS = (
    *(
        contact(OTTILIE, f"2025-{month:02}-03", place="Weir Lane", clinician="Dr Oakes")
        for month in range(1, 10)
    ),
    *(contact(OTTILIE, f"2024-{month:02}-03", place="Weir Lane") for month in range(1, 10)),
    *(contact(BARNABY, f"2025-{month:02}-07", place="Millbrook") for month in range(1, 6)),
    *(contact(BARNABY, f"2025-{month:02}-08", Service.AE) for month in range(1, 8)),
    contact(WILHELMINA, "2025-02-01", place="Weir Lane"),
    *(contact(WILHELMINA, f"2024-{month:02}-11", place="Weir Lane") for month in range(1, 5)),
)


@pytest.fixture(scope="module")
def attendance() -> Iterator[Attendance]:
    with open_imported(lists_of(*ROWS)) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(attendance: Attendance) -> Found:
    return walk(find_attenders(attendance, TODAY, Asked(top=2, until=TODAY)))


@pytest.fixture(scope="module")
def everybody(attendance: Attendance, found: Found) -> tuple[Line, ...]:
    return lines_of(walk(more_attenders(attendance, found, 10)))


def words(line: Line) -> str:
    return f"person {line.person} {' '.join(reason.sentence for reason in line.reasons)}"


def shown(lines: tuple[Line, ...], wanted: Wanted = Wanted(), order: Order = Order()) -> list[object]:  # noqa: B008 (frozen)
    return [line.person for line in listed(lines, wanted, order, words=words)]


def test_everybody_who_was_found_has_a_line_in_the_order_of_their_rank(found: Found) -> None:
    assert [(line.rank, line.person) for line in lines_of(found)] == [(1, OTTILIE), (2, BARNABY)]


def test_more_people_are_listed_and_the_cards_stay_as_they_were(attendance: Attendance, found: Found) -> None:
    more = walk(more_attenders(attendance, found, 10))
    assert [one.person for one in more.people] == [OTTILIE, BARNABY, WILHELMINA]
    assert more.people[:2] == found.people
    assert (more.turnover, more.profile) == (found.turnover, found.profile)
    assert len(more.strips[WILHELMINA].days) == 5


def test_who_is_not_among_the_first_is_not_called_new(everybody: tuple[Line, ...]) -> None:
    assert [line.stays for line in everybody] == [Stays.PERSISTENT, Stays.NEW, Stays.LEFT]
    assert Why.NEW in [reason.why for reason in everybody[1].reasons]
    assert Why.NEW not in [reason.why for reason in everybody[2].reasons]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), [OTTILIE, BARNABY, WILHELMINA]),
        (Wanted(stays=Stays.NEW), [BARNABY]),
        (Wanted(why=Why.AE), [BARNABY]),
        (Wanted(practice="Weir Lane"), [OTTILIE, WILHELMINA]),
        (Wanted(text="PERSON 2"), [WILHELMINA]),
        (Wanted(text="attendances 7"), [BARNABY]),
        (Wanted(text="nobody"), []),
        (Wanted(practice="Weir Lane", stays=Stays.NEW), []),
    ],
)
def test_only_those_are_shown_who_are_wanted(
    everybody: tuple[Line, ...], wanted: Wanted, expected: list[int]
) -> None:
    assert shown(everybody, wanted) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column.GP, [OTTILIE, BARNABY, WILHELMINA]),
        (Column.YEARS, [BARNABY, OTTILIE, WILHELMINA]),
        (Column.STAYS, [OTTILIE, BARNABY, WILHELMINA]),
        (Column.PERSON, [BARNABY, OTTILIE, WILHELMINA]),
        (Column.STRIP, [OTTILIE, BARNABY, WILHELMINA]),
    ],
)
def test_the_most_come_first_and_backwards_last(
    everybody: tuple[Line, ...], column: Column, expected: list[int]
) -> None:
    assert shown(everybody, order=Order(column)) == expected
    assert shown(everybody, order=Order(column, backwards=True)) == expected[::-1]


@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_not_known_comes_last_either_way(everybody: tuple[Line, ...], backwards: bool) -> None:
    assert everybody[1].figures.most_seen_share is None
    assert shown(everybody, order=Order(Column.MOST_SEEN, backwards=backwards))[0] == OTTILIE


def test_the_ticked_stand_together(everybody: tuple[Line, ...]) -> None:
    ticked = frozenset({WILHELMINA})
    lines = listed(everybody, Wanted(), Order(Column.TICK), words=words, ticked=ticked)
    assert [line.person for line in lines] == [WILHELMINA, OTTILIE, BARNABY]


def test_equals_stay_in_the_order_of_their_rank(everybody: tuple[Line, ...]) -> None:
    alike = tuple(replace(line, figures=replace(line.figures, services=3)) for line in everybody)
    assert shown(alike, order=Order(Column.SERVICES)) == [OTTILIE, BARNABY, WILHELMINA]


def test_a_strip_is_told_in_words() -> None:
    codes = np.array([Service.GP.code] * 3 + [Service.AE.code], np.int8)
    outcomes = [Outcome.ATTENDED, Outcome.DID_NOT_ATTEND, Outcome.ATTENDED, Outcome.ATTENDED]
    strip = Strip(np.arange(4, dtype=np.int32), codes, np.array([one.code for one in outcomes], np.int8))
    told = strip_in_words(strip)
    assert told == "4 touchpoints in two years: GP practice 3, 1 of them not attended; A&E 1"
    nothing = np.zeros(0, np.int8)
    assert strip_in_words(Strip(nothing.astype(np.int32), nothing, nothing)) == "no touchpoint in two years"


def test_practices_have_letters_while_names_are_hidden(found: Found) -> None:
    assert practice_letters(found) == {"Millbrook": "Practice A", "Weir Lane": "Practice B"}
