"""The row above the journey: dates, lanes, folding, and the row as a whole."""

from datetime import date

import pytest
from invented import BARNABY, OTTILIE, contact, session_on
from journey_kit import entries, inside, look_between, looking, picture, settle, swimlane
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton
from pytestqt.qtbot import QtBot
from widget_tree import said
from writing_kit import bring_forward

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.session import Session
from journey_viewer.timeline.looking import HOSPITAL, Alignment, Filter, Lanes, Looking
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.dates_menu import DayZeroDialog
from journey_viewer.ui.deep_dive.tool_row import ToolRow
from journey_viewer.ui.main_window import MainWindow

Key = Qt.Key
AE = 2


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


@pytest.fixture
def tools(opened: MainWindow) -> ToolRow:
    return opened.deep_dive.tools


def lane_names(window: MainWindow) -> list[str]:
    return [lane.name for lane in picture(window).lanes]


def test_the_journey_is_counted_from_the_first_ae_contact(opened: MainWindow, tools: ToolRow) -> None:
    entries(tools.dates_menu)["Day 0: first A&E, 5 Mar 2025"].trigger()
    assert looking(opened).alignment == Alignment(Service.AE)
    assert picture(opened).day_zero == "day 0: first A&E, 5 Mar 2025"
    assert tools.dates.text() == "Day 0  ▾"
    entries(tools.dates_menu)["Calendar dates"].trigger()
    assert looking(opened).alignment == Alignment()
    assert tools.dates.text() == "Dates  ▾"


def test_what_there_is_not_is_said_and_cannot_be_chosen(opened: MainWindow, tools: ToolRow) -> None:
    opened.store.look(person=BARNABY)
    told = entries(tools.dates_menu)
    assert not told["There is no first A&E"].isEnabled()
    assert not told["There is no first Hospital stay"].isEnabled()


def test_on_a_journey_without_it_it_is_said_that_there_is_no_day_0(
    opened: MainWindow, tools: ToolRow
) -> None:
    entries(tools.dates_menu)["Day 0: first A&E, 5 Mar 2025"].trigger()
    opened.store.look(person=BARNABY)
    assert tools.dates.text() == "No day 0  ▾"
    assert picture(opened).day_zero == "there is no first A&E"


def test_any_contact_of_any_service_can_be_day_0(opened: MainWindow, tools: ToolRow) -> None:
    others = inside(entries(tools.dates_menu)["Another contact"])
    assert list(others) == ["GP practice", "A&E", "Hospital stay", "Other"]
    inside(others["GP practice"])["Day 0: 2nd GP practice, 17 Feb 2025"].trigger()
    assert looking(opened).alignment == Alignment(Service.GP, 2)


def test_the_chosen_contact_can_be_day_0(opened: MainWindow, tools: ToolRow) -> None:
    assert not any("chosen contact" in text for text in entries(tools.dates_menu))
    opened.store.look(touchpoint=4)
    entries(tools.dates_menu)["Day 0: the chosen contact, 1 Jun 2025"].trigger()
    assert picture(opened).day_zero == "day 0: the chosen day, 1 Jun 2025"


def test_any_day_can_be_day_0(opened: MainWindow, tools: ToolRow, monkeypatch: pytest.MonkeyPatch) -> None:
    def answered(dialog: QDialog) -> bool:
        assert isinstance(dialog, DayZeroDialog)
        dialog.box.setDate(QDate(2025, 5, 9))
        dialog.deleteLater()
        return True

    monkeypatch.setattr(dialogs, "answered", answered)
    entries(tools.dates_menu)["A chosen date…"].trigger()
    assert looking(opened).alignment == Alignment(day=date(2025, 5, 9))


def test_a_lane_is_hidden_and_shown_again(opened: MainWindow, tools: ToolRow) -> None:
    inside(entries(tools.lanes_menu)["A&E"])["Hide"].trigger()
    assert "A&E" not in lane_names(opened)
    assert tools.lanes.text() == "Lanes: 1 hidden  ▾"
    inside(entries(tools.lanes_menu)["A&E (hidden)"])["Show"].trigger()
    assert "A&E" in lane_names(opened)
    assert looking(opened).lanes.is_usual


def test_a_lane_is_moved(opened: MainWindow, tools: ToolRow) -> None:
    inside(entries(tools.lanes_menu)["A&E"])["Move up"].trigger()
    assert lane_names(opened)[2:4] == ["A&E", "Ambulance"]
    inside(entries(tools.lanes_menu)["A&E"])["Move down"].trigger()
    assert looking(opened).lanes.is_usual


def test_all_hospital_is_one_lane_and_three_again(opened: MainWindow, tools: ToolRow) -> None:
    entries(tools.lanes_menu)["All hospital in one lane"].trigger()
    assert "All hospital" in lane_names(opened)
    again = entries(tools.lanes_menu)["All hospital in one lane"]
    assert again.isChecked()
    again.trigger()
    assert looking(opened).lanes.is_usual


def test_two_lanes_are_merged_and_split(opened: MainWindow, tools: ToolRow) -> None:
    inside(entries(tools.lanes_menu)["111 & out of hours"])["Merge with GP practice"].trigger()
    assert lane_names(opened)[0] == "GP practice + 111 & out of hours"
    both = entries(tools.lanes_menu)["GP practice + 111 & out of hours"]
    inside(both)["Split into its services"].trigger()
    assert looking(opened).lanes.is_usual


def test_everything_is_put_back_at_once(opened: MainWindow, tools: ToolRow) -> None:
    assert not entries(tools.lanes_menu)["Put all back"].isEnabled()
    changed = Lanes().merge(HOSPITAL).hide((Service.GP,)).move((Service.COMMUNITY,), -2)
    opened.store.look(looking=Looking(lanes=changed))
    entries(tools.lanes_menu)["Put all back"].trigger()
    assert looking(opened).lanes.is_usual


def test_empty_time_is_folded(opened: MainWindow, tools: ToolRow) -> None:
    assert picture(opened).folds == ()
    tools.fold.click()
    settle()
    assert len(picture(opened).folds) > 0
    tools.fold.click()
    assert picture(opened).folds == ()


def test_where_nothing_can_be_folded_it_is_said(opened: MainWindow, tools: ToolRow) -> None:
    opened.store.open(session_on(*(contact(OTTILIE, f"2025-0{month}-01") for month in range(1, 8))))
    assert not tools.fold.isEnabled()
    assert tools.fold.toolTip().startswith("There is no stretch")


def test_fit_is_there_only_where_not_all_is_seen(opened: MainWindow, tools: ToolRow) -> None:
    assert not tools.fit.isVisible()
    look_between(opened, "2025-02-01", "2025-03-01")
    assert tools.fit.isVisible()
    tools.fit.click()
    assert looking(opened).is_whole
    assert not tools.fit.isVisible()
    assert QApplication.focusWidget() is swimlane(opened)


@pytest.mark.parametrize("width", [1366, 1600])
def test_the_whole_row_is_seen(opened: MainWindow, tools: ToolRow, width: int) -> None:
    opened.resize(width, 768)
    chosen = Filter(frozenset(Service), frozenset(Outcome), frozenset(Kind), "chest")
    opened.store.look(
        looking=Looking(
            736000, 736100, Lanes().hide((Service.GP,)), chosen, Alignment(Service.AE), folded=True
        )
    )
    settle()
    pills = [pill for pill in tools.findChildren(QToolButton) if pill.isVisible()]
    assert len(pills) == 11
    for pill in pills:
        assert pill.width() >= pill.sizeHint().width()
        where = pill.mapTo(tools, pill.rect().bottomRight())
        assert where.x() < tools.width()
    assert tools.width() <= swimlane(opened).width()


def test_every_button_has_a_name_and_the_keyboard(tools: ToolRow) -> None:
    for pill in tools.findChildren(QToolButton):
        assert pill.accessibleName()
        assert pill.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_nothing_of_a_closed_journey_is_left_in_the_row(opened: MainWindow, tools: ToolRow) -> None:
    entries(tools.dates_menu)
    tools.filter.click()
    QTest.keyClicks(tools.filter_row.words, "stairs")
    opened.store.open(Session())
    assert said(tools, ("stairs", "2025")) == set()
    assert not tools.isEnabled()
    assert not tools.filter_row.isVisible()
