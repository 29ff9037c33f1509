"""Who could be recognised is told for each case, and few who look the same hold the export up."""

import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any

import pytest
from crowds import WINDOW, invented_crowd
from invented import OTTILIE, session_on
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from share_kit import Place, a_place, rest

from journey_viewer.model.progress import Progress
from journey_viewer.privacy.crowd import crowd_of
from journey_viewer.privacy.risk import RiskLevel, recognise
from journey_viewer.session import Session, opened
from journey_viewer.ui.share.risk_box import RiskBox
from journey_viewer.ui.thinking import Thinking

PEOPLE = 2_000


@cache
def a_list() -> Session:
    return opened(invented_crowd(PEOPLE, 2), WINDOW.last, WINDOW)


@cache
def of_level(level: RiskLevel) -> int:
    """Somebody on the list of whom this is found."""
    session, crowd = a_list(), crowd_of(a_list().imported, WINDOW)
    people = (p for p in session.shared_unasked if session.touchpoint_count(p) <= 6)
    return next(p for p in people if recognise(crowd, p, session.shared_case(p)).level is level)


@contextmanager
def of_people(qtbot: QtBot, *people: int) -> Iterator[Place]:
    session = replace(a_list(), document=replace(a_list().document, chosen=people))
    with a_place(qtbot, session, people[0]) as place:
        rest(place, qtbot)
        yield place


@pytest.fixture
def one_in_few(qtbot: QtBot) -> Iterator[Place]:
    with of_people(qtbot, of_level(RiskLevel.REASON)) as place:
        yield place


@pytest.fixture
def box(one_in_few: Place) -> RiskBox:
    return one_in_few.share.risk_box


def row(window: Place, person: int) -> str:
    model = window.share.cases.model()
    told = [str(model.index(place, 0).data()) for place in range(model.rowCount())]
    label = window.store.session.label(person)
    return next(text for text in told if text.startswith(f"{label} · "))


def test_each_level_is_told_in_words(qtbot: QtBot) -> None:
    calm, reason = of_level(RiskLevel.CALM), of_level(RiskLevel.REASON)
    with of_people(qtbot, calm, reason) as place:
        assert row(place, calm).endswith("people look the same")
        assert row(place, reason).endswith("Asks for a reason: nobody else looks the same")
        unticked = next(p for p in a_list().shared_unasked if p not in (calm, reason))
        assert row(place, unticked).endswith("not ticked")


def test_few_people_are_no_measure_and_never_calm(qtbot: QtBot) -> None:
    with a_place(qtbot, session_on(), OTTILIE) as place:
        assert row(place, OTTILIE).endswith("Not known: not measurable")
        assert place.share.risk_box.said.text().startswith(
            "Case A · not measurable: the lists tell of 3 people"
        )
        assert place.share.export.isEnabled()


def test_a_case_that_few_look_like_holds_the_export_up_until_a_reason_is_written(
    one_in_few: Place, box: RiskBox
) -> None:
    share, person = one_in_few.share, one_in_few.store.session.view.person
    assert not share.export.isEnabled()
    assert "fewer than 3 people look the same" in share.wait.text()
    box.reason.field.setFocus()
    box.reason.draft.written.emit("They asked for it to be shared")
    assert person is not None
    assert one_in_few.store.session.document.sharing_of(person).reason == "They asked for it to be shared"
    assert share.export.isEnabled()
    one_in_few.store.undo()
    assert not share.export.isEnabled()


def some_of_few(count: int) -> list[int]:
    """So many people on the list for whom a reason is asked."""
    session, crowd = a_list(), crowd_of(a_list().imported, WINDOW)
    people = (p for p in session.shared_unasked if session.touchpoint_count(p) <= 6)
    few = (p for p in people if recognise(crowd, p, session.shared_case(p)).level is RiskLevel.REASON)
    return list(islice(few, count))


def test_one_reason_is_given_to_all_that_ask_and_that_is_undone_at_once(qtbot: QtBot) -> None:
    people = some_of_few(3)
    with of_people(qtbot, *people) as place:
        share, store = place.share, place.store
        assert not share.risk_box.alike.isVisible()
        share.risk_box.reason.draft.written.emit("All of them agreed")
        assert share.risk_box.alike.text() == "The same for the 2 others that ask"
        share.risk_box.alike.click()
        assert {store.session.document.sharing_of(p).reason for p in people} == {"All of them agreed"}
        assert row(place, people[2]).endswith("; reason given")
        assert share.export.isEnabled()
        assert not share.risk_box.alike.isVisible()
        store.undo()
        assert not share.export.isEnabled()


def test_the_case_that_holds_the_export_up_is_shown(qtbot: QtBot) -> None:
    reason, calm = of_level(RiskLevel.REASON), of_level(RiskLevel.CALM)
    with of_people(qtbot, calm, reason) as place:
        place.share.show_blocked.click()
        assert place.store.session.view.person == reason


def test_what_would_help_is_one_click_and_is_undone(one_in_few: Place, box: RiskBox, qtbot: QtBot) -> None:
    person = one_in_few.store.session.view.person
    assert person is not None
    assert "What gives them away:" in box.known.text()
    before = one_in_few.share.risks.risk_of(person)
    best = box.remedies[0].button
    promised = int(best.text().split()[1].replace(",", ""))
    best.click()
    rest(one_in_few, qtbot)
    after = one_in_few.share.risks.risk_of(person)
    assert before is not None
    assert after is not None
    assert after.people == promised > before.people
    one_in_few.store.undo()
    assert one_in_few.share.risks.risk_of(person) is before


def test_what_is_written_asks_nothing_anew(one_in_few: Place) -> None:
    person = one_in_few.store.session.view.person
    assert person is not None
    one_in_few.share.writing.fields["about"].told.emit("about", "Lives alone")
    assert not one_in_few.share.risks.thinking.busy


@pytest.fixture
def thinking(qapp: QObject) -> Iterator[Thinking]:
    made = Thinking(qapp)
    yield made
    made.forget()
    made.deleteLater()


def test_only_the_newest_question_is_answered(thinking: Thinking, qtbot: QtBot) -> None:
    go_on, answers = threading.Event(), list[Any]()

    def slow() -> Generator[Progress, None, str]:
        yield Progress(0, 1)
        go_on.wait(10)
        return "late"

    def quick() -> Generator[Progress, None, str]:
        yield Progress(0, 1)
        return "newest"

    thinking.answered.connect(lambda question, answer: answers.append((question, answer)))
    thinking.ask(1, slow)
    thinking.ask(2, quick)
    thinking.ask(3, quick)
    with qtbot.waitSignal(thinking.rested):
        go_on.set()
    assert answers == [(3, "newest")]
