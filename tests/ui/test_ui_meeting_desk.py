"""The desk of a meeting: what is planned, in which order, and what the presenter alone sees."""

from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, ROWS, WILHELMINA, contact, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework
from journey_viewer.model.linking import joined
from journey_viewer.model.meeting_steps import begin_meeting, open_meeting
from journey_viewer.model.words import Service
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.meeting.keys import Wish
from journey_viewer.ui.meeting.showing import Showing
from journey_viewer.ui.meeting_desk.clock import Clock, minutes_left
from journey_viewer.ui.meeting_desk.presenting import BUTTONS
from journey_viewer.ui.meeting_desk.questions import Ask
from journey_viewer.ui.meeting_desk.said import Speaker

ON_A_SUNDAY = tuple(contact(person, "2025-06-01 11:00", Service.AE) for person in (BARNABY, WILHELMINA))
"""So that all three have something in common: a contact out of hours."""


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The place, with three cases ready."""
    window.store.open(session_on(*ROWS, *ON_A_SUNDAY))
    told = Casework(question=f"How can we help {PEOPLE[OTTILIE].name}?")
    action = Action(1, BARNABY, "One list of who to ring")
    window.store.choose(chosen=(OTTILIE, BARNABY, WILHELMINA), casework={OTTILIE: told}, actions=(action,))
    window.store.look(place="meeting")
    casting = window.meeting_desk.casting
    qtbot.waitUntil(lambda: not casting.thinking.busy and bool(casting.cast.journeys), timeout=30_000)
    return window


def texts(inside: QWidget) -> str:
    return "\n".join(one.text() for one in inside.findChildren(QLabel))


def test_the_plan_names_the_open_actions_the_split_and_the_cases(desk: MainWindow) -> None:
    page = desk.meeting.preparing
    assert "Case B: One list of who to ring" in page.carried.text()
    assert "% of the time is for improvement" in texts(page)
    assert [page.cases.item(row).text()[:6] for row in range(3)] == ["Case A", "Case B", "Case C"]
    page.minutes.setValue(30)
    assert "3 cases take" in texts(page)


def test_a_case_can_be_seen_earlier_and_undo_brings_it_back(desk: MainWindow) -> None:
    page = desk.meeting.preparing
    page.cases.setCurrentRow(2)
    page.earlier.click()
    assert desk.store.session.document.chosen == (OTTILIE, WILHELMINA, BARNABY)
    assert page.cases.currentRow() == 1
    desk.store.undo()
    assert desk.store.session.document.chosen == (OTTILIE, BARNABY, WILHELMINA)


def test_the_presenter_sees_what_is_asked_without_names_and_the_room_does_not(
    desk: MainWindow, qtbot: QtBot
) -> None:
    desk.meeting_desk.start()
    presenting = desk.meeting.presenting
    presenting.buttons[Wish.NEXT_CASE].click()
    assert "How can we help" in texts(presenting)
    assert "Quayle" not in texts(presenting)
    wall = desk.meeting_desk.wall
    assert wall is not None
    assert "How can we help" not in "\n".join(wall.wall.words)
    assert "Next: Case B" in presenting.next.text()


def test_two_cases_have_no_page_in_common_and_the_desk_says_why(desk: MainWindow, qtbot: QtBot) -> None:
    casting = desk.meeting_desk.casting
    with qtbot.waitSignal(casting.changed):
        desk.store.choose(chosen=(OTTILIE, BARNABY))
    qtbot.waitUntil(lambda: not casting.thinking.busy)
    assert "with two cases there is no page" in texts(desk.meeting.preparing)
    desk.meeting_desk.start()
    presenting, stage = desk.meeting.presenting, desk.meeting_desk.stage
    made = presenting.buttons[Wish.COMMON]
    assert (made.isEnabled(), "with two cases" in made.toolTip()) == (False, True)
    stage.show(Showing(case=1))
    assert presenting.next.text() == "No case follows"


def test_what_is_agreed_about_a_pattern_is_recorded_for_all_cases(desk: MainWindow) -> None:
    desk.meeting_desk.start()
    presenting, stage, store = desk.meeting.presenting, desk.meeting_desk.stage, desk.store
    (first, *_) = desk.meeting_desk.casting.cast.common
    said = list[str]()
    desk.meeting_desk.told.connect(said.append)
    presenting.buttons[Wish.COMMON].click()
    presenting.buttons[Wish.IDEA].click()
    presenting.buttons[Wish.LEVEL].click()
    assert [text.split(":")[0] for text in said] == [
        "An idea belongs to one of the patterns",
        "That is said case by case",
    ]
    presenting.buttons[Wish.NEXT].click()
    assert first.definition in texts(presenting)
    for wish, words in ((Wish.IDEA, "a walk-in hour"), (Wish.ACTION, "a list of who to ring")):
        presenting.buttons[wish].click()
        presenting.line.setText(words)
        desk.meeting_desk.recording.finish()
    assert store.session.document.ideas == {first.pattern: "a walk-in hour"}
    action = store.session.document.actions[-1]
    assert (action.person, action.pattern, action.what) == (None, first.pattern, "a list of who to ring")
    assert stage.wall is not None
    assert {"a walk-in hour", "1 a list of who to ring"} <= set(stage.wall.wall.words)
    assert presenting.left.text().startswith("In common: ")


def test_whoever_objects_takes_what_was_counted_with_them_off_the_wall(
    desk: MainWindow, qtbot: QtBot
) -> None:
    desk.meeting_desk.start()
    stage, casting = desk.meeting_desk.stage, desk.meeting_desk.casting
    desk.meeting.presenting.buttons[Wish.COMMON].click()
    desk.store.choose(objecting=frozenset({OTTILIE}))
    assert (stage.showing, casting.cast.common) == (Showing(), ())
    qtbot.waitUntil(lambda: not casting.thinking.busy)
    assert casting.cast.common == ()  # two are left


def test_the_agenda_says_what_was_agreed_about_both_records_of_somebody_and_nothing_of_a_child(
    desk: MainWindow,
) -> None:
    store = desk.store
    born = replace(PEOPLE[BARNABY], born=date(2012, 1, 1))
    store.open(
        replace(store.session, lists=replace(store.session.lists, people=(PEOPLE[0], born, PEOPLE[2])))
    )
    told = [Action(1, WILHELMINA, "ring once a week"), Action(2, BARNABY, "ask the school")]
    store.choose(actions=tuple(told), chosen=(OTTILIE, WILHELMINA))
    store.write(joined(begin_meeting(store.session.document, date(2026, 11, 28)), OTTILIE, WILHELMINA))
    speaker = Speaker(desk.meeting_desk.casting.cast, store.session)
    meeting = open_meeting(store.session.document)
    assert meeting is not None
    assert speaker.agenda(meeting).carried == ("Case A: ring once a week",)
    store.choose(chosen=(OTTILIE, BARNABY))
    speaker = Speaker(desk.meeting_desk.casting.cast, store.session)
    assert "Case B: ask the school" in speaker.agenda(meeting).carried


def test_a_question_says_whose_case_it_is_about_though_the_cases_are_put_in_another_order(
    desk: MainWindow, qtbot: QtBot
) -> None:
    desk.meeting_desk.start()
    stage, casting = desk.meeting_desk.stage, desk.meeting_desk.casting
    stage.show(Showing(case=0))
    desk.meeting.presenting.buttons[Wish.IDEA].click()
    with qtbot.waitSignal(casting.changed):
        desk.store.choose(chosen=(BARNABY, OTTILIE, WILHELMINA))
    assert stage.wall is not None
    asked = [text for text in stage.wall.wall.words if "An idea" in text]
    assert asked == [f"{desk.store.session.label(OTTILIE)} · An idea"]


def test_every_button_does_what_its_key_does(desk: MainWindow) -> None:
    desk.meeting_desk.start()
    presenting, stage = desk.meeting.presenting, desk.meeting_desk.stage
    assert {wish for wish, _, _ in BUTTONS} == set(presenting.buttons)
    presenting.buttons[Wish.NEXT].click()
    presenting.buttons[Wish.NEXT].click()
    assert (stage.showing.case, stage.showing.at) == (0, 0)
    presenting.buttons[Wish.BLANK].click()
    assert stage.showing.blank
    presenting.buttons[Wish.ACTION].click()
    assert presenting.is_asking
    assert not stage.showing.blank


def test_what_people_wrote_neither_widens_the_page_nor_turns_around_the_numbers(desk: MainWindow) -> None:
    page, presenting = desk.meeting.preparing, desk.meeting.presenting
    planned, width = page.carried.minimumSizeHint().width(), presenting.minimumSizeHint().width()
    apart = "\u2068\u0645\u0631\u062d\u0628\u0627\u2069"
    told = ("w" * 300, "\u202eone", apart[1:-1])
    desk.store.choose(actions=tuple(Action(place, BARNABY, text) for place, text in enumerate(told)))
    assert page.carried.text().endswith(f": {apart}")
    assert page.carried.minimumSizeHint().width() < planned + 600
    desk.meeting_desk.start()
    desk.meeting_desk.recording.begin(Ask.WHICH, BARNABY)
    assert presenting.minimumSizeHint().width() < width + 600
    assert "2\u00a0one " in texts(presenting)
    assert f"3\u00a0{apart}" in texts(presenting)


def test_on_the_laptop_the_keys_of_the_question_are_not_those_of_the_line(desk: MainWindow) -> None:
    desk.meeting_desk.start()
    presenting, recording = desk.meeting.presenting, desk.meeting_desk.recording
    presenting.buttons[Wish.NEXT_CASE].click()
    presenting.buttons[Wish.ACTION].click()
    QTest.keyClicks(presenting.line, "one plan")
    QTest.keyClick(presenting.line, Qt.Key.Key_Return)
    assert "then 3, and 6 optional" in texts(presenting)
    assert presenting.line.accessibleName() == "Who leads?"
    assert presenting.line.accessibleDescription().startswith("then 3, and 6 optional · 1 to 8")
    QTest.keyClick(presenting.line, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (presenting.line.text(), recording.entry is None) == ("one plan", False)
    QTest.keyClick(presenting.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    presenting.buttons[Wish.CHANGE].click()
    QTest.keyClick(presenting.line, Qt.Key.Key_1)
    assert "What of it?" in texts(presenting)
    QTest.keyClick(presenting.line, Qt.Key.Key_Escape)
    assert not presenting.is_asking


def test_a_meeting_that_was_left_can_be_gone_on_with(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journey_viewer.ui.dialogs.ask_leave_meeting", lambda _wall: True)
    desk.meeting.preparing.purpose.setText("one thing for each")
    desk.meeting_desk.start()
    desk.meeting_desk.leave()
    page = desk.meeting.preparing
    assert (page.start.text(), page.purpose.text()) == ("Go on with the meeting", "one thing for each")
    desk.meeting_desk.start()
    assert len(desk.store.session.document.meetings) == 1


NAMED = ("Help Ottilie Quayle", "Manager, Elmgrove Surgery\nDr Lavender Oakes")


def test_a_beginning_that_is_undone_leaves_what_was_planned_as_it_was_written(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journey_viewer.ui.dialogs.ask_leave_meeting", lambda _wall: True)
    page = desk.meeting.preparing
    page.purpose.setText(NAMED[0])
    page.attendees.setPlainText(NAMED[1])
    desk.meeting_desk.start()
    assert (page.purpose.text(), page.attendees.toPlainText()) == ("Help … …", "Manager, …\nDr … …")
    desk.store.undo()
    presenting = desk.meeting.presenting
    presenting.buttons[Wish.NEXT_CASE].click()
    presenting.buttons[Wish.LEVEL].click()  # begins it again
    (meeting,) = desk.store.session.document.meetings
    assert (meeting.purpose, "\n".join(meeting.attendees)) == NAMED
    desk.meeting_desk.recording.forget()
    while desk.store.session.document.meetings:
        desk.store.undo()
    desk.meeting_desk.leave()
    assert (page.purpose.text(), page.attendees.toPlainText()) == NAMED


def test_a_meeting_that_is_over_leaves_nothing_in_the_plan_of_the_next(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journey_viewer.ui.dialogs.ask_leave_meeting", lambda _wall: True)
    page = desk.meeting.preparing
    page.purpose.setText(NAMED[0])
    desk.meeting_desk.start()
    desk.meeting_desk.leave()
    desk.meeting_desk.end()
    assert page.purpose.text() == ""
    desk.store.undo()
    assert page.purpose.text() == "Help … …"
    desk.store.redo()
    assert page.purpose.text() == ""


def test_the_time_of_a_case_stands_while_another_is_shown() -> None:
    now = [0.0]
    clock = Clock(lambda: now[0])
    for person, seconds in ((OTTILIE, 60.0), (BARNABY, 30.0), (OTTILIE, 15.0), (None, 500.0)):
        clock.show(person)
        now[0] += seconds
    assert (clock.spent(OTTILIE), clock.spent(BARNABY), clock.gone) == (75.0, 30.0, 605.0)


@pytest.mark.parametrize(
    ("minutes", "spent", "words"),
    [
        (13, 0, "13 min left"),
        (13, 61, "12 min left"),
        (1, 59, "1 min left"),
        (1, 61, "1 min over"),
        (0, 5, ""),
    ],
)
def test_the_time_that_is_left_is_said_in_whole_minutes(minutes: int, spent: float, words: str) -> None:
    assert minutes_left(minutes, spent) == words


def test_a_meeting_in_its_planned_time_is_no_idle_desk(desk: MainWindow) -> None:
    desk.meeting_desk.start()
    stage, noted = desk.meeting_desk.stage, list[bool]()
    stage.in_progress.connect(lambda: noted.append(True))
    stage._tick.timeout.emit()
    meeting = desk.store.session.document.meetings[0]
    stage._clock = Clock(iter([0.0, 0.0, *[meeting.minutes * 60.0] * 20]).__next__)
    stage._tick.timeout.emit()
    assert noted == [True]


def test_a_meeting_whose_beginning_was_undone_is_begun_again_by_what_is_recorded(desk: MainWindow) -> None:
    desk.meeting_desk.start()
    presenting = desk.meeting.presenting
    presenting.buttons[Wish.NEXT].click()
    desk.store.undo()
    assert not desk.store.session.document.meetings
    presenting.buttons[Wish.IDEA].click()
    presenting.line.setText("a walk-in hour")
    desk.meeting_desk.recording.accept()
    assert desk.store.session.document.meetings[0].decisions[0].ideas == ("a walk-in hour",)


def test_what_is_sensitive_never_reaches_the_wall(desk: MainWindow, qtbot: QtBot) -> None:
    casting = desk.meeting_desk.casting
    before = len(casting.cast.journeys[0].contacts)
    number = int(desk.store.session.case(OTTILIE).touchpoints.number[0])
    with qtbot.waitSignal(casting.changed):
        desk.store.choose(sensitive=frozenset({number}))
    assert len(casting.cast.journeys[0].contacts) == before - 1
