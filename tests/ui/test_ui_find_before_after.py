"""Before and after in Follow up: the warning on the picture, everybody's line, and what cannot be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, PEOPLE, contact, listed
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from widget_tree import said

from journey_viewer.attendance.change import HEALTH_WARNING
from journey_viewer.model.people import Person
from journey_viewer.session import Session, opened
from journey_viewer.theme import load_theme
from journey_viewer.ui.follow_up.place import FollowUp
from journey_viewer.ui.store import Store

TAB, LONG = 3, 20_000
DIED = date(2025, 6, 30)
ROWS = (
    *(contact(OTTILIE, f"{year}-{month:02}-05") for year in range(2022, 2026) for month in range(1, 13)),
    *(contact(BARNABY, f"{year}-{month:02}-09") for year in (2023, 2024) for month in range(1, 13)),
    contact(OTTILIE, "2025-12-31"),
)
GONE: tuple[Person, ...] = (PEOPLE[OTTILIE], replace(PEOPLE[BARNABY], died=DIED), PEOPLE[2])


def session() -> Session:
    made = opened(listed(*ROWS, people=GONE), date(2026, 1, 15))
    return replace(made, document=replace(made.document, chosen=(OTTILIE, BARNABY)))


@contextmanager
def a_page(qtbot: QtBot, told: Session) -> Iterator[FollowUp]:
    store = Store()
    made = FollowUp(store, load_theme())
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    store.open(told)
    store.look(place="follow_up")
    made.tabs.setCurrentIndex(TAB)
    rest(made, qtbot)
    yield made
    made.forget()


def rest(made: FollowUp, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not made.before_after.asking.busy, timeout=LONG)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[FollowUp]:
    with a_page(qtbot, session()) as made:
        made.before_after._set_day(date(2025, 1, 1))
        rest(made, qtbot)
        yield made


def test_the_warning_stands_on_the_picture_and_is_read_out(page: FollowUp) -> None:
    shown = page.before_after
    assert shown.warning.isVisible()
    assert shown.warning.text() == HEALTH_WARNING
    assert shown._chart is not None
    assert HEALTH_WARNING in shown._chart.accessibleName()
    assert shown._chart.isAncestorOf(shown._chart.plot)
    assert shown._chart.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu


def test_everybody_is_kept_in_and_who_died_is_shown(page: FollowUp) -> None:
    rows = page.before_after.table.lines.rows
    assert [(row.before, row.after, row.change) for row in rows] == [
        *((24, 13, "−11"), (12, 13, "+1"), (12, 0, "−12"))
    ]
    assert rows[2].remark == "died 30 Jun 2025"
    assert "1 of them died" in page.before_after._said.text()


def test_one_person_gets_a_picture_and_no_test(page: FollowUp, qtbot: QtBot) -> None:
    whose = page.before_after.whose
    whose.setCurrentIndex(whose.findData(BARNABY))
    whose.activated.emit(whose.currentIndex())
    rest(page, qtbot)
    assert [row.before for row in page.before_after.table.lines.rows] == [12]
    assert "no test can tell chance from change" in page.before_after._said.text()
    assert "No regression and no test for one person" in page.before_after._said.text()


def test_a_date_that_the_lists_do_not_reach_is_a_sentence(page: FollowUp, qtbot: QtBot) -> None:
    page.before_after._set_day(date(2026, 1, 1))
    rest(page, qtbot)
    assert page.before_after.waiting.isVisible()
    assert "three months before" in page.before_after.waiting.said.text()


def test_names_stay_hidden_and_nothing_is_left_afterwards(page: FollowUp) -> None:
    assert said(page, IDENTITIES) == set()
    page._store.look(names_shown=True)
    assert "Quayle" in page.before_after.table.lines.rows[1].name
    page.forget()
    assert said(page.before_after, IDENTITIES, inside=True) == set()


def test_with_nobody_chosen_it_says_what_to_do(qtbot: QtBot) -> None:
    told = session()
    with a_page(qtbot, replace(told, document=replace(told.document, chosen=()))) as made:
        assert made.before_after._nobody.isVisible()
