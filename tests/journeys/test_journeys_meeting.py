"""A whole meeting with three cases, by keyboard alone: what was said in the room is what the case file and its minutes hold."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import docx
import openpyxl
import pytest
from invented import BARNABY, OTTILIE, WILHELMINA
from keeping_kit import a_case_file, finish, held_in, open_in
from keys_kit import bring_forward, tab_to
from meeting_story_kit import (
    CONTROL,
    SHIFT,
    Key,
    go_to,
    press,
    press_here,
    rested,
    tab_to_button,
    type_here,
    type_in,
    wall_of,
)
from pytestqt.qtbot import QtBot

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import carried_over
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.meeting_desk.due import day_of

pytestmark = pytest.mark.usefixtures("_quick_keys")
BEFORE = Action(1, OTTILIE, "One list of who to ring", lead="Practice manager", raised=date(2025, 12, 1))
EXPECTED, CLEANED = "Barnaby rings the practice once a week", "[name] rings the practice once a week"
_COLUMNS = (
    *("Action", "Who leads", "Sponsor", "Who delivers", "Partner needed", "Invited?"),
    *("Due", "Review", "Expected change", "How it will be seen"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    three = (OTTILIE, BARNABY, WILHELMINA)
    return a_case_file(tmp_path, chosen=three, actions=(BEFORE,))


def prepared(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """The agenda is on the wall."""
    open_in(qtbot, window, path)
    bring_forward(window, qtbot)
    go_to(qtbot, window, "meeting")
    rested(qtbot, window)
    tab_to("Purpose")
    type_here("agree one thing for each")
    tab_to("Who comes")
    type_here("Lead GP\nSocial worker")
    tab_to_button("Start the meeting")
    press_here(Key.Key_Space)
    assert wall_of(window).isVisible()


def spoken(window: MainWindow) -> None:
    """Three cases: a level and why, somebody for the table, an idea, three actions, a mistake that is undone, and one that is mended."""
    press(window, Key.Key_N, Key.Key_L, Key.Key_3, Key.Key_2)
    press(window, Key.Key_T, Key.Key_1, Key.Key_I)
    type_in(window, "a walk-in hour")
    press(window, Key.Key_Return, Key.Key_N, Key.Key_A)
    type_in(window, "a named doctor and a longer review")
    press(window, Key.Key_Return, Key.Key_1)
    type_in(window, "3 weeks")
    press(window, Key.Key_Return, Key.Key_Return)
    everything_else(window)
    press(window, Key.Key_N)
    for text in ("one plan for the whole team", "this was a mistake"):
        press(window, Key.Key_A)
        type_in(window, text)
        press(window, Key.Key_Return, held=CONTROL)
    press(window, Key.Key_Z, held=CONTROL)
    press(window, Key.Key_A)
    type_in(window, "look at the list of all cases again")
    press(window, Key.Key_Return, Key.Key_Return, Key.Key_Return, Key.Key_2, Key.Key_Escape)
    press(window, Key.Key_E, Key.Key_1, Key.Key_2)
    type_in(window, "Care coordinator")
    press(window, Key.Key_Return)


def everything_else(window: MainWindow) -> None:
    """Partner, invited, sponsor, who delivers, what is expected, how it will be seen, when to look: with a step back."""
    type_in(window, "Social worker")
    press(window, Key.Key_Return, Key.Key_Return)
    type_in(window, "the boards")
    press(window, Key.Key_Return)
    press(window, Key.Key_Backtab, held=SHIFT)
    press(window, Key.Key_Backspace)
    press(window, Key.Key_Return, Key.Key_3)
    type_in(window, EXPECTED)
    press(window, Key.Key_Return, Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Return)


def is_what_was_said(document: Document) -> None:
    (meeting,) = document.meetings
    assert (meeting.attendees, meeting.purpose) == (("Lead GP", "Social worker"), "agree one thing for each")
    assert (meeting.seen, meeting.closed, meeting.minutes) == ((OTTILIE, BARNABY, WILHELMINA), True, 120)
    assert carried_over(document, 1)[0].what == BEFORE.what
    (decision,) = meeting.decisions
    assert decision.level is Level.NEIGHBOURHOOD
    assert decision.level_reasons == {LevelReason.COLLABORATION}
    assert (len(decision.partners), decision.ideas) == (1, ("a walk-in hour",))
    named, plan, again = (action for action in document.actions if action.meeting == 1)
    assert (named.person, named.what) == (BARNABY, "a named doctor and a longer review")
    assert (named.lead, named.due) == ("Practice manager", day_of("3 weeks", named.raised or date.today()))
    assert (named.partner, named.invited) == ("Social worker", True)
    assert (named.sponsor, named.delivers) == ("the board", "Care navigator")
    assert (named.expected, named.measure) == (EXPECTED, "The person says so")
    assert named.due is not None
    assert named.review == named.due + timedelta(weeks=12)
    assert (plan.person, plan.what) == (WILHELMINA, "one plan for the whole team")
    assert plan.lead == "Care coordinator"
    assert (again.person, again.what) == (None, "look at the list of all cases again")


def agree_with(document: Document, folder: Path) -> None:
    """The minutes and the log of actions in a folder."""
    (meeting,), (decision,) = document.meetings, document.meetings[0].decisions
    made = docx.Document(str(next(folder.glob("*.docx"))))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(each.text for each in made.paragraphs), *cells])
    actions = [action.what for action in document.actions]
    for told in (*meeting.attendees, meeting.purpose, *decision.ideas, *decision.partners, *actions):
        assert told in text
    assert told_in_minutes(document, cells)
    log = openpyxl.load_workbook(next(folder.glob("*.xlsx")))["Actions"]
    rows = list(log.iter_rows(values_only=True))
    for action, row in zip(document.actions, rows[1:], strict=True):
        assert {heading: row[rows[0].index(heading)] or "" for heading in _COLUMNS} == in_columns(action)
    assert not any("Barnaby" in str(cell) for row in rows for cell in row)
    assert "Barnaby" not in text


def told_in_minutes(document: Document, cells: list[str]) -> bool:
    """Whether all that was said of the action about which most was said stands in one of its cells."""
    action = next(action for action in document.actions if action.sponsor)
    said = (
        action.what,
        f"Sponsor: {action.sponsor}",
        f"Delivered by: {action.delivers}",
        f"Partner: {action.partner} (invited)",
        f"Expected: {CLEANED}",
        f"Seen by: {action.measure}",
        f"Review: {day_in_words(action.review or date.min)}",
    )
    return any(all(words in cell for words in said) for cell in cells)


def in_columns(action: Action) -> dict[str, object]:
    """As the log tells it; what names somebody is cleaned."""
    invited = ("yes" if action.invited else "no") if action.partner else ""
    expected = CLEANED if action.expected else ""
    told = (action.what, action.lead, action.sponsor, action.delivers, action.partner, invited)
    days = (datetime.combine(day, time()) if day else "" for day in (action.due, action.review))
    return dict(zip(_COLUMNS, (*told, *days, expected, action.measure), strict=True))


def test_a_meeting_is_held_kept_and_told_in_minutes(
    window: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(window, qtbot, path)
    said = list(wall_of(window).wall.words)
    assert any(BEFORE.what in text for text in said), "what is open from before comes first"
    assert "Lead GP · Social worker" in said
    spoken(window)
    monkeypatch.setattr(dialogs, "ask_leave_meeting", lambda _parent: True)
    press(window, Key.Key_Escape)
    assert window.meeting_desk.wall is None
    bring_forward(window, qtbot)
    tab_to_button("Close the meeting")
    press_here(Key.Key_Space)
    finish(qtbot, window)
    document = held_in(path).document
    is_what_was_said(document)

    monkeypatch.setattr(dialogs, "ask_for_folder", lambda *_: tmp_path / "out")
    (tmp_path / "out").mkdir()
    bring_forward(window, qtbot)  # from the wall, which is gone by now
    go_to(qtbot, window, "follow_up")
    tab_to("Follow up")
    press_here(Key.Key_Right)
    tab_to_button("Export the minutes…")
    press_here(Key.Key_Space)
    finish(qtbot, window)
    agree_with(document, tmp_path / "out")


def test_stepping_says_which_contact_it_is_and_closes_one_thing_at_a_time(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    prepared(window, qtbot, path)
    press(window, Key.Key_N)
    assert next(wall_of(window).wall.words) == "Case A"
    press(window, Key.Key_Space, Key.Key_PageDown)
    assert "touchpoint 2 of 6" in list(wall_of(window).wall.words)
    press(window, Key.Key_B)
    assert list(wall_of(window).wall.words) == []
    press(window, Key.Key_Escape)
    assert "touchpoint 2 of 6" in list(wall_of(window).wall.words)
    press(window, Key.Key_Question)
    assert "Keys" in list(wall_of(window).wall.words)
    press(window, Key.Key_Escape, Key.Key_Escape)
    assert "Who can solve this?" in list(wall_of(window).wall.words)


def test_one_display_is_left_only_when_that_is_wished(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(window, qtbot, path)
    wall, asked = wall_of(window), list[object]()
    assert wall.geometry() == wall.screen().geometry()

    def stays(parent: object) -> bool:
        asked.append(parent)
        return False

    monkeypatch.setattr(dialogs, "ask_leave_meeting", stays)
    press(window, Key.Key_Escape)
    wall.close()
    assert (asked, wall.isVisible()) == ([wall, wall], True)


def test_the_lock_takes_the_meeting_off_the_wall(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    prepared(window, qtbot, path)
    press(window, Key.Key_N, Key.Key_I)
    type_in(window, "half an id")
    wall = wall_of(window)
    window.keeping.lock()
    qtbot.waitUntil(lambda: window.store.session.is_empty)
    assert window.meeting_desk.wall is None
    assert not wall.isVisible()
    assert wall.wall.picture is None
    assert window.meeting_desk.casting.cast.people == ()
    assert not window.meeting.preparing.purpose.text()


def test_whoever_objects_goes_off_the_wall_at_once(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    prepared(window, qtbot, path)
    press(window, Key.Key_N)
    window.store.choose(objecting=frozenset({OTTILIE}))
    assert "Case A" not in list(wall_of(window).wall.words)
    rested(qtbot, window)
    press(window, Key.Key_Home, Key.Key_N)
    assert next(wall_of(window).wall.words) == "Case B"


def test_nothing_is_recorded_where_the_case_file_can_only_be_looked_at(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    open_in(qtbot, window, path)
    keeping = window.store.session.keeping
    window.store.look(place="meeting")
    rested(qtbot, window)
    before = window.store.session.document
    window.store.say_kept(
        type(keeping)(keeping.name, keeping.saved, read_only=True, why="It is open elsewhere.")
    )
    window.meeting_desk.start()
    press(window, Key.Key_N, Key.Key_A)
    assert window.meeting_desk.recording.entry is None
    assert window.store.session.document is before
