import gc
import weakref
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from invented import contact, listed, session_on
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from journey_viewer.errors import NotAList
from journey_viewer.model.imported import Refusal
from journey_viewer.model.people import Person, Window
from journey_viewer.ui.importing.place import in_words, news_in_words
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.renewal import Renewal

REFUSED = (Refusal("holiday.csv", str(NotAList())),)


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on(refusals=REFUSED))
    window.store.look(place="lists")
    return window


def row(model: QAbstractItemModel, place: int) -> list[object]:
    return [model.index(place, column).data() for column in range(model.columnCount())]


def test_each_list_says_what_became_of_its_rows(opened: MainWindow) -> None:
    assert row(opened.lists.table.model(), 0) == [
        *("list.csv", "Deep-dive list", "", "12", "11", "0", "0", "0", "1", "")
    ]


def test_each_list_says_when_it_was_read_and_which_days_it_tells_of(opened: MainWindow) -> None:
    days = Window(date(2025, 1, 20), date(2025, 11, 11))
    read = replace(listed().sources[0], imported=datetime(2026, 1, 15, 9, 41), window=days)
    opened.store.open(session_on(sources=(read,)))
    name, _, told, *_ = row(opened.lists.table.model(), 0)
    assert (name, told) == ("list.csv\nread 15 Jan 2026, 09:41", "20 Jan 2025 to\n11 Nov 2025")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            (12, 28, 3, 0),
            "12 touchpoints are new, 28 were there before, 3 are no longer told of.",
        ),
        (
            (1, 1, 1, 1),
            "1 touchpoint is new, 1 was there before, 1 is no longer told of. 1 person who was taken out for good was left out again.",
        ),
        (
            (1_200, 0, 0, 2),
            "1,200 touchpoints are new, 0 were there before, 0 are no longer told of. 2 people who were taken out for good were left out again.",
        ),
    ],
)
def test_what_lists_brought_is_told_in_words(counts: tuple[int, int, int, int], expected: str) -> None:
    assert news_in_words(Renewal(listed(), *counts)) == expected


def test_places_that_hold_nobody_are_not_counted_as_people() -> None:
    people = (*listed().people, Person(), Person())
    told = listed(contact(0, "2025-02-03"), contact(3, "2025-02-04"), people=people)
    assert "2 touchpoints of 4 people" in in_words(told)


def test_each_problem_says_where_and_what(opened: MainWindow) -> None:
    problem = row(opened.lists.problems.model(), 0)
    assert problem == ["list.csv", "14", "Date", "There is no such day in the calendar."]


def test_a_refused_file_is_named_with_what_to_do(opened: MainWindow) -> None:
    assert opened.lists.refusals.isVisible()
    assert "\n".join(opened.lists.refusals.sentences) == (
        "holiday.csv: This is not a list that can be read."
        " Choose a .csv or .xlsx file with one row for each contact."
    )


def test_the_account_is_told_in_words(opened: MainWindow) -> None:
    assert opened.lists._summary.text().startswith(
        "Read 1 file: 11 touchpoints of 3 people. 1 row could not be read. 1 file could not be used."
    )


def test_without_problems_it_says_so(opened: MainWindow) -> None:
    opened.store.open(session_on(problems=()))
    opened.store.look(place="lists")
    assert opened.lists._none.isVisible()
    assert not opened.lists.problems.isVisible()
    assert not opened.lists.save.isVisible()
    assert not opened.lists.refusals.isVisible()


@pytest.mark.parametrize(
    ("sources", "expected"), [(1, "Read 1 file: "), (2, "Read 1 file: "), (0, "Read 0 files: ")]
)
def test_sheets_of_one_file_are_one_file(sources: int, expected: str) -> None:
    source = listed().sources[0]
    many = tuple(replace(source, sheet=f"Sheet {place}") for place in range(sources))
    assert in_words(listed(sources=many)).startswith(expected)


def test_numbers_and_their_headings_stand_on_the_right(opened: MainWindow) -> None:
    model = opened.lists.table.model()
    right = Qt.AlignmentFlag.AlignRight
    role = Qt.ItemDataRole.TextAlignmentRole
    assert Qt.AlignmentFlag(model.index(0, 3).data(role)) & right
    assert Qt.AlignmentFlag(model.headerData(3, Qt.Orientation.Horizontal, role)) & right
    assert model.headerData(0, Qt.Orientation.Horizontal, role) is None


def test_closing_all_lists_leaves_nothing_of_them_in_memory(opened: MainWindow) -> None:
    opened.store.look(place="share")
    opened.store.look(place="lists")
    held = weakref.ref(opened.store.session.imported)
    opened.keeping.close()
    gc.collect()
    assert held() is None


def test_what_was_refused_can_be_seen_though_there_is_nobody_to_show(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("Person,Date,Service\nOttilie Quayle,no day,GP\n", encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.open_lists([tmp_path / "a.csv"])
    assert window.start.isVisible()
    window.notice.link.click()
    assert window.lists.isVisible()
    assert window.lists.problems.model().rowCount() == 1
