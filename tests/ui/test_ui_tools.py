"""The row above the journey: dates, lanes, filter, folding, copies."""

from datetime import date

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, contact, session_on
from journey_kit import look_between, looking, picture, settle, swimlane
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from widget_tree import said
from writing_kit import bring_forward

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.session import Session
from journey_viewer.timeline.looking import HOSPITAL, Alignment, Filter, Lanes, Looking
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.copying import PICTURE_COPIED
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


def entries(menu: QMenu) -> dict[str, QAction]:
    """The menu's entries as they are when it opens."""
    menu.aboutToShow.emit()
    return {action.text().replace("&&", "&"): action for action in menu.actions() if action.text()}


def inside(action: QAction) -> dict[str, QAction]:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return {one.text().replace("&&", "&"): one for one in menu.actions() if one.text()}


def lane_names(window: MainWindow) -> list[str]:
    return [lane.name for lane in picture(window).lanes]


# --- Dates


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


# --- Lanes


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


# --- Filter


def test_what_is_typed_stands_out_and_the_rest_is_dimmed_and_there(
    opened: MainWindow, tools: ToolRow
) -> None:
    tools.filter.click()
    assert QApplication.focusWidget() is tools.filter_row.words
    QTest.keyClicks(tools.filter_row.words, "chest")
    marks = picture(opened).marks
    assert [mark.rows for mark in marks if not mark.dim] == [(0,)]
    assert sum(mark.count for mark in marks) + len(picture(opened).spans) == 6
    assert tools.filter_row.found.text() == "1 of 6 found"
    assert tools.filter.isChecked()


@pytest.mark.parametrize(
    ("menu", "entry", "expected"),
    [
        ("services", "A&E", Filter(services=frozenset({Service.AE}))),
        ("outcomes", "refused or closed", Filter(outcomes=frozenset({Outcome.REFUSED}))),
        ("kinds", "hospital stay", Filter(kinds=frozenset({Kind.STAY}))),
    ],
)
def test_what_is_ticked_stands_out(
    opened: MainWindow, tools: ToolRow, menu: str, entry: str, expected: Filter
) -> None:
    pill = getattr(tools.filter_row, menu)
    entries(pill._menu)[entry].trigger()
    assert looking(opened).filter == expected
    assert pill.text() == f"{menu.capitalize()} (1)  ▾"
    assert tools.filter_row.found.text() == "1 of 6 found"
    entries(pill._menu)[entry].trigger()
    assert not looking(opened).filter.is_on


def test_space_ticks_and_leaves_the_menu_open(opened: MainWindow, tools: ToolRow) -> None:
    tools.filter.click()
    QTest.keyClick(tools.filter_row.services, Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space):
        QTest.keyClick(menu, key)
    assert menu.isVisible()
    assert len(looking(opened).filter.services) == 2
    QTest.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()


@pytest.mark.parametrize("how", ["filter", "off"])
def test_one_click_lets_everything_stand_out_again(opened: MainWindow, tools: ToolRow, how: str) -> None:
    opened.store.look(looking=Looking(filter=Filter(text="chest")))
    assert tools.filter_row.isVisible()
    {"filter": tools.filter, "off": tools.filter_row.off}[how].click()
    assert not looking(opened).filter.is_on
    assert tools.filter_row.words.text() == ""
    assert not any(mark.dim for mark in picture(opened).marks)


def test_escape_takes_the_words_away_and_then_goes_back_to_the_journey(
    opened: MainWindow, tools: ToolRow
) -> None:
    tools.filter.click()
    QTest.keyClicks(tools.filter_row.words, "chest")
    QTest.keyClick(tools.filter_row.words, Key.Key_Escape)
    assert looking(opened).filter == Filter()
    QTest.keyClick(tools.filter_row.words, Key.Key_Escape)
    assert QApplication.focusWidget() is swimlane(opened)


def test_what_was_typed_goes_when_names_are_hidden(opened: MainWindow, tools: ToolRow) -> None:
    opened.store.look(names_shown=True)
    tools.filter.click()
    QTest.keyClicks(tools.filter_row.words, "Quayle")
    opened.header.names.click()
    assert tools.filter_row.words.text() == ""
    assert looking(opened).filter.text == ""


# --- Fold, fit


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


# --- Copies


def test_the_picture_is_copied_with_a_word_about_its_dates(opened: MainWindow) -> None:
    size = swimlane(opened).size()
    QTest.keyClick(swimlane(opened), Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == ((size.width() + 20) * 2, (size.height() + 20) * 2)
    assert opened.notice.text == PICTURE_COPIED


def test_no_name_is_drawn_on_a_copy_even_where_names_are_shown(opened: MainWindow) -> None:
    opened.store.look(names_shown=True, touchpoint=0)
    with_names = swimlane(opened).image()
    opened.store.look(names_shown=False)
    assert swimlane(opened).image() == with_names
    assert not any(name in repr(picture(opened)) for name in IDENTITIES)


def test_what_is_in_sight_is_copied_as_text(opened: MainWindow, tools: ToolRow) -> None:
    look_between(opened, "2025-02-10", "2025-03-07")
    tools.as_text.trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "17 Feb 2025 · GP practice · Blood test · attended · Nurse · telephone",
        "5 Mar 2025, 23:40 · A&E · Fell on the stairs · attended",
        "6 Mar 2025 · Hospital stay · Observation · attended · Doctor · until 9 Mar 2025 (3 nights)",
    ]
    assert opened.notice.text == "Copied 3 touchpoints as text: for the record, not for sharing."


def test_only_what_stands_out_is_copied_as_text(opened: MainWindow, tools: ToolRow) -> None:
    opened.store.look(looking=Looking(filter=Filter(text="chest")))
    tools.as_text.trigger()
    assert (
        QGuiApplication.clipboard().text() == "3 Feb 2025, 10:10 · GP practice · Chest pain · attended · GP"
    )


def test_where_nothing_is_in_sight_nothing_is_copied(opened: MainWindow, tools: ToolRow) -> None:
    QGuiApplication.clipboard().setText("mine")
    opened.store.look(looking=Looking(filter=Filter(text="zebra")))
    tools.as_text.trigger()
    assert QGuiApplication.clipboard().text() == "mine"
    assert opened.notice.text == "There is nothing in sight to copy."


# --- All of it


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
    assert len(pills) == 10
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
