from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from invented import BARNABY, OTTILIE, session_on
from keeping_kit import a_case_file, finish, held_in, idle, open_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from widget_tree import found_in, said, texts_in

from journey_viewer.model.actions import Action, ActionStatus
from journey_viewer.model.document import Document
from journey_viewer.model.kept import Keeping
from journey_viewer.model.meeting_steps import begin_meeting, change_meeting, close_meeting, decide, see_case
from journey_viewer.model.meetings import Decision
from journey_viewer.theme import load_theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.follow_up.place import FollowUp
from journey_viewer.ui.follow_up.shown import Filter, Show, shown, standing, summary
from journey_viewer.ui.follow_up.texts import texts_for_minutes
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.store import Store
from journey_viewer.work.minutes import LOG_NAME, minutes_name

TODAY = date(2026, 3, 5)
_TASKS = 20_000  # milliseconds
NOW = date.today()
ACTIONS = (
    Action(1, OTTILIE, "One named GP for Ottilie Quayle", "Lead GP", due=NOW + timedelta(3)),
    Action(2, None, "Ask the council", "Practice manager", due=NOW - timedelta(5)),
    Action(3, BARNABY, "Write to the food bank", status=ActionStatus.BLOCKED),
    Action(4, BARNABY, "A review", "Lead GP", status=ActionStatus.DONE, closed=date(2026, 1, 2)),
)


@contextmanager
def place(qtbot: QtBot, actions: tuple[Action, ...] = ACTIONS, **document: object) -> Iterator[FollowUp]:
    """The place alone, shown, without the window around it."""
    store = Store()
    made = FollowUp(store, load_theme())
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    session = session_on()
    told = replace(session.document, actions=actions, **document)  # type: ignore[arg-type]
    store.open(replace(session, document=told))
    store.look(place="follow_up")
    yield made
    made.forget()
    qtbot.waitUntil(lambda: not made.reading.thinking.busy, timeout=_TASKS)


def document_of(made: FollowUp) -> Document:
    return made._store.session.document


def cells(made: FollowUp, column: int) -> list[str]:
    model = made.actions_.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action(1, None, "a", due=date(2026, 2, 21)), "Overdue by 12 days"),
        (Action(1, None, "a", due=date(2026, 3, 4)), "Overdue by 1 day"),
        (Action(1, None, "a", due=TODAY), "Due today"),
        (Action(1, None, "a", due=date(2026, 3, 6)), "Due in 1 day"),
        (Action(1, None, "a", due=date(2026, 6, 1)), "Due later"),
        (Action(1, None, "a"), "No day set"),
        (Action(1, None, "a", review=TODAY), "No day set · to be reviewed"),
        (
            Action(1, None, "a", status=ActionStatus.BLOCKED, due=date(2026, 3, 4)),
            "Blocked · overdue by 1 day",
        ),
        (Action(1, None, "a", status=ActionStatus.DONE, closed=date(2026, 3, 1)), "Done 1 Mar 2026"),
        (Action(1, None, "a", status=ActionStatus.DROPPED), "Dropped"),
    ],
)
def test_how_an_action_stands_is_told_in_words(action: Action, words: str) -> None:
    assert standing(action, TODAY) == words


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), [2, 1, 3]),
        (Filter(Show.OVERDUE), [2]),
        (Filter(Show.SOON), [1]),
        (Filter(Show.BLOCKED), [3]),
        (Filter(Show.DONE), [4]),
        (Filter(Show.REVIEW), []),
        (Filter(Show.ALL), [2, 1, 3, 4]),
        (Filter(Show.ALL, case="Case B"), [3, 4]),
        (Filter(Show.ALL, case="All cases"), [2]),
        (Filter(Show.ALL, lead="lead gp"), [1, 4]),
    ],
)
def test_those_that_are_looked_for_come_by_due_open_ones_first(wanted: Filter, numbers: list[int]) -> None:
    document = replace(session_on().document, actions=ACTIONS)
    assert [action.number for action in shown(document, wanted, NOW)] == numbers


def test_all_of_them_in_a_line() -> None:
    told = "1 overdue · 1 due in the next two weeks · 1 open with more time or no day · 1 blocked · 1 done"
    assert summary(ACTIONS, NOW) == told
    assert summary((), NOW) == ""


def test_the_table_says_how_each_stands_and_hides_names(qtbot: QtBot) -> None:
    with place(qtbot) as made:
        assert cells(made, 0) == ["Overdue by 5 days", "Due in 3 days", "Blocked · no day set"]
        assert cells(made, 2) == ["All cases", "Case A", "Case B"]
        assert found_in("\n".join(texts_in(made)), ("Ottilie", "Quayle")) == set()
        made._store.look(names_shown=True)
        assert cells(made, 3)[1] == "One named GP for Ottilie Quayle"


def test_what_is_chosen_is_changed_beside_and_undone_in_one_step(qtbot: QtBot) -> None:
    with place(qtbot) as made:
        page, store = made.actions_, made._store
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        assert page.editor.action.number == 3
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        assert made.focusWidget() is page.editor.what.field
        page.editor.outcome.field.setFocus()
        QTest.keyClicks(page.editor.outcome.field, "They helped")
        page.editor.status.told.emit(ActionStatus.DONE)
        (third,) = (action for action in document_of(made).actions if action.number == 3)
        assert (third.outcome, third.status, third.closed) == ("They helped", ActionStatus.DONE, NOW)
        assert page.editor.action.number == 3  # it stays, though "Still open" is what is looked for
        store.undo()
        (third,) = (action for action in document_of(made).actions if action.number == 3)
        assert (third.outcome, third.status, third.closed) == ("They helped", ActionStatus.BLOCKED, None)
        store.undo()
        assert document_of(made).actions == ACTIONS


def test_every_field_of_an_action_is_kept(qtbot: QtBot) -> None:
    with place(qtbot, actions=ACTIONS[1:2]) as made:
        editor = made.actions_.editor
        for name, written in editor.written.items():
            written.draft._field.setFocus()
            written.field.selectAll()
            QTest.keyClicks(written.field, f"the {name}")
        editor.due.told.emit(NOW)
        editor.review.told.emit(NOW + timedelta(9))
        editor.invited.click()
        editor.about.told.emit(BARNABY)
        (action,) = document_of(made).actions
        assert {name: getattr(action, name) for name in editor.written} == {
            name: f"the {name}" for name in editor.written
        }
        assert (action.due, action.review, action.invited) == (NOW, NOW + timedelta(9), True)
        assert action.person == BARNABY


def test_an_action_is_added_from_its_first_word_on_about_the_case_that_is_looked_for(qtbot: QtBot) -> None:
    with place(qtbot) as made:
        page = made.actions_
        page.filter.case.show_words(dict.fromkeys(["", "All cases", "Case A", "Case B"], ""), "Case B")
        page.filter.case.told.emit("Case B")
        page.filter.add.click()
        assert len(document_of(made).actions) == 4
        QTest.keyClicks(page.editor.what.field, "Ring on Monday")
        made._store.settle()
        added = document_of(made).actions[-1]
        assert (added.number, added.what, added.person, added.raised) == (5, "Ring on Monday", BARNABY, NOW)
        assert page.editor.action.number == 5
        page.editor.remove.click()
        assert document_of(made).actions == ACTIONS


def test_the_down_key_offers_the_roles_that_were_used_before(qtbot: QtBot) -> None:
    with place(qtbot) as made:
        lead = made.actions_.editor.lead
        lead.field.setFocus()
        QTest.keyClick(lead.field, Qt.Key.Key_Down)
        offered = lead.completer.completionModel()
        assert [offered.index(row, 0).data() for row in range(2)] == ["Lead GP", "Practice manager"]
        popup = lead.completer.popup()
        assert popup is not None
        assert popup.isVisible()
        popup.hide()


def test_what_is_offered_wears_what_the_window_does(qtbot: QtBot) -> None:
    with place(qtbot) as made:
        lead = made.actions_.editor.lead
        popup = lead.completer.popup()
        assert popup is not None
        for sheet in ("#offered { color: red }", "#offered { color: blue }"):
            made.setStyleSheet(sheet)
            lead.field.setFocus()
            QTest.keyClick(lead.field, Qt.Key.Key_Down)
            assert (popup.objectName(), popup.styleSheet()) == ("offered", sheet)
            popup.hide()


def test_no_role_is_offered_that_would_be_written_down_veiled(qtbot: QtBot) -> None:
    named = Action(5, BARNABY, "Ring them", "Manager, Elmgrove Surgery")
    with place(qtbot, (*ACTIONS, named)) as made:
        lead = made.actions_.editor.lead
        seen = []
        for shown in (False, True):
            made._store.look(names_shown=shown)
            offered = lead.completer.completionModel()
            seen.append([offered.index(row, 0).data() for row in range(offered.rowCount())])
    assert "Practice manager" in seen[0]
    assert [role for role in seen[1] if role not in seen[0]] == ["Manager, Elmgrove Surgery"]
    assert not [role for role in seen[0] if "…" in role]


def test_without_an_action_it_says_what_to_do_next_and_does_it(qtbot: QtBot) -> None:
    with place(qtbot, actions=()) as made:
        page = made.actions_
        assert "No action has been written down yet" in "\n".join(texts_in(made))
        assert not page.table.isVisible()
        page.first.click()
        QTest.keyClicks(page.editor.what.field, "Begin")
        made._store.settle()
        assert [action.what for action in document_of(made).actions] == ["Begin"]
        assert page.table.isVisible()


def test_where_none_stands_so_all_can_be_shown(qtbot: QtBot) -> None:
    with place(qtbot, actions=ACTIONS[3:]) as made:
        page = made.actions_
        assert page.all.isVisible()
        page.all.click()
        assert cells(made, 0) == ["Done 2 Jan 2026"]


def test_where_it_may_only_be_looked_at_nothing_can_be_changed(qtbot: QtBot) -> None:
    with place(qtbot) as made:
        store, page = made._store, made.actions_
        store.say_kept(Keeping("Riverside", read_only=True, why="Somebody else has it open."))
        assert page.editor.what.field.isReadOnly()
        assert not page.filter.add.isEnabled()
        page.editor.status.told.emit(ActionStatus.DONE)
        assert document_of(made).actions == ACTIONS


def held(document: Document) -> Document:
    document = begin_meeting(document, date(2026, 1, 8), 60, ("Lead GP",), "One plan for Ottilie Quayle")
    document = decide(see_case(document, 1, OTTILIE), 1, Decision(OTTILIE, agreed="One plan"))
    document = close_meeting(change_meeting(document, 1, achieved="Yes"), 1)
    return begin_meeting(document, date(2026, 2, 5))


def test_past_meetings_stand_with_who_came_and_what_was_decided_the_last_one_first(qtbot: QtBot) -> None:
    with place(qtbot, meetings=held(session_on().document).meetings) as made:
        made.tabs.setCurrentIndex(1)
        page = made.meetings
        rows = [str(page.list.model().index(row, 0).data()) for row in range(2)]
        assert rows == [
            "Meeting 2 · 5 Feb 2026\n0 cases seen · 0 decisions · 0 there · still open",
            "Meeting 1 · 8 Jan 2026\n1 case seen · 1 decision · 1 there",
        ]
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        words = "\n".join(texts_in(page))
        for told in ("Minutes of meeting 1", "Lead GP", "Agreed: One plan", "Achieved?: Yes"):
            assert told in words
        assert said(page, ("Ottilie", "Quayle")) == set()


def test_words_that_nobody_knows_are_ticked_before_they_leave(qtbot: QtBot) -> None:
    actions = (Action(1, OTTILIE, "Ask blorptide"),)
    with place(qtbot, actions=actions) as made:
        made.tabs.setCurrentIndex(2)
        qtbot.waitUntil(lambda: bool(made.words.model.rows), timeout=_TASKS)
        assert made.tabs.tabText(2) == "Words to check (1 of 1)"
        last = made.words.model.index(made.words.model.rowCount() - 1)
        made.words.model.setData(last, Qt.CheckState.Checked.value, int(Qt.ItemDataRole.CheckStateRole))
        assert document_of(made).sharing_of(OTTILIE).kept_words == {"blorptide"}
        qtbot.waitUntil(lambda: made.tabs.tabText(2) == "Words to check (0 of 1)", timeout=_TASKS)


def test_ideas_leave_with_minutes_and_are_read_as_all_that_leaves() -> None:
    told = replace(session_on().document, ideas={"P02": "ring the day after"})
    assert [one.text for one in texts_for_minutes(held(told))][-1] == "ring the day after"
    assert texts_for_minutes(told) == ()


@pytest.mark.usefixtures("_quick_keys")
def test_minutes_and_the_log_are_exported_from_here_and_written_down_in_the_case_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meetings = held(session_on().document).meetings
    path = a_case_file(tmp_path, actions=ACTIONS, meetings=meetings)
    open_in(qtbot, window, path)
    window.store.look(place="follow_up")
    for folder, asked in (("one", window.follow_up.meetings.export), ("two", window.follow_up.export)):
        monkeypatch.setattr(dialogs, "ask_for_folder", lambda *_, to=tmp_path / folder: to)
        asked.click()
        idle(qtbot, window)
    finish(qtbot, window)
    assert (tmp_path / "one" / minutes_name(2, "docx")).exists()
    assert {file.suffix for file in (tmp_path / "two").iterdir()} == {".xlsx", ".json"}
    rows = list(openpyxl.load_workbook(tmp_path / "two" / LOG_NAME)["Actions"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == [action.number for action in ACTIONS]
    assert "Quayle" not in str(rows)
    case_file = window.keeping.keeper
    assert case_file.trouble is None
    window.keeping.close()
    idle(qtbot, window)
    assert len(held_in(path, "tarn ladder ninety violet").document.meetings) == 2
