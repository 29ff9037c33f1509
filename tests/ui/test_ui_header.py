from datetime import date

import pytest
from invented import OTTILIE, contact, session_on
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journey_viewer.model.people import Window
from journey_viewer.ui.main_window import MainWindow

ROWS = (contact(OTTILIE, "2021-06-15"), contact(OTTILIE, "2024-05-01"), contact(OTTILIE, "2025-11-11"))


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on(*ROWS))
    return window


def choose_preset(window: MainWindow, months: int) -> None:
    next(action for action in window.header.menu.actions() if action.data() == months).trigger()


def test_with_nothing_open_only_the_title_is_there(window: MainWindow) -> None:
    header = window.header
    assert header._title.isVisible()
    hidden = (header.open, header.period, header.names, header.share, header.case_file, header.keep)
    assert not any(widget.isVisible() for widget in hidden)


def test_it_says_how_many_people_and_which_period(opened: MainWindow) -> None:
    opened.store.open(session_on())
    assert opened.header._count.text() == "3 people"
    assert opened.header.period.text().startswith("12 Nov 2023 to 11 Nov 2025")


@pytest.mark.parametrize(
    ("months", "first"),
    [
        (12, date(2024, 11, 12)),
        (24, date(2023, 11, 12)),
        (36, date(2022, 11, 12)),
        (0, date(2021, 6, 15)),
    ],
)
def test_a_usual_period_ends_with_the_lists(opened: MainWindow, months: int, first: date) -> None:
    choose_preset(opened, months)
    assert opened.store.session.document.window == Window(first, date(2025, 11, 11))


def test_another_period_redraws_the_journey_and_the_counts(opened: MainWindow) -> None:
    people = opened.deep_dive.people.model()
    assert "2 touchpoints" in people.index(0, 0).data()
    choose_preset(opened, 0)
    assert "3 touchpoints" in people.index(0, 0).data()
    assert opened.deep_dive.swimlane.picture is not None
    assert len(opened.deep_dive.swimlane.picture.marks) == 3


def test_a_period_can_be_undone(opened: MainWindow) -> None:
    before = opened.store.session.document.window
    choose_preset(opened, 12)
    opened.store.undo()
    assert opened.store.session.document.window == before


@pytest.mark.parametrize("exchanged", [False, True])
def test_two_own_dates_are_a_period_in_either_order(opened: MainWindow, exchanged: bool) -> None:
    days = [QDate(2021, 1, 1), QDate(2024, 12, 31)]
    first, last = reversed(days) if exchanged else days
    menu = opened.header.menu
    menu.first.setDate(first)
    menu.last.setDate(last)
    menu.findChildren(QPushButton)[0].click()
    assert opened.store.session.document.window == Window(date(2021, 1, 1), date(2024, 12, 31))


def test_the_own_dates_begin_with_the_period_that_is_shown(opened: MainWindow) -> None:
    choose_preset(opened, 12)
    assert opened.header.menu.first.date() == QDate(2024, 11, 12)


def test_a_period_with_nobody_in_it_says_so_and_stays_up(opened: MainWindow) -> None:
    opened.store.choose(window=Window(date(2010, 1, 1), date(2010, 12, 31)))
    assert "nothing in this period" in opened.deep_dive.people.model().index(0, 0).data()
    opened.store.look(place="share")
    assert not opened.share.export.isEnabled()


def test_share_leads_to_the_share_place(opened: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(opened.header.share, Qt.MouseButton.LeftButton)
    assert opened.store.session.view.place == "share"
    assert opened.share.isVisible()


def test_on_the_place_share_it_does_not_lead_there_again(opened: MainWindow) -> None:
    assert opened.header.share.isVisible()
    opened.header.share.click()
    assert opened.store.session.view.place == "share"
    assert not opened.header.share.isVisible()
    opened.store.look(place="deep_dive")
    assert opened.header.share.isVisible()
