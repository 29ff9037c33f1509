"""The chronology's table below the journey: the same selection and filter, sorted and copied by key."""

from datetime import date, timedelta

import pytest
from invented import BARNABY, CLINICIANS, IDENTITIES, OTTILIE, contact, session_on
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from widget_tree import said
from writing_kit import bring_forward

from journey_viewer.model.notes import Note, Tone
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.timeline.looking import Alignment, Filter, Looking
from journey_viewer.ui.deep_dive.table import Table
from journey_viewer.ui.deep_dive.table_model import Sorting, TableModel
from journey_viewer.ui.deep_dive.table_rows import Column
from journey_viewer.ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY, ROLE = Qt.Key, Qt.ItemDataRole
AE, POLICE = 2, 5
SPRING = Window(date(2025, 3, 1), date(2025, 5, 31))
ONLY_GP = Looking(filter=Filter(services=frozenset({Service.GP})))


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    window.store.look(tabled=True)
    return window


def table(window: MainWindow) -> Table:
    return window.deep_dive.table_pane.table


def column(window: MainWindow, place: Column) -> list[str | None]:
    model = table(window).model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def remarks(window: MainWindow) -> list[str]:
    model = table(window).model()
    role = int(ROLE.AccessibleDescriptionRole)
    return [model.index(row, 0).data(role) or "" for row in range(model.rowCount())]


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_a_key_opens_the_table_with_the_focus_in_it_and_closes_it_again(opened: MainWindow) -> None:
    opened.store.look(tabled=False)
    assert opened.deep_dive.table_pane.isHidden()
    QTest.keyClick(opened, KEY.Key_T, CTRL)
    assert (table(opened).isVisible(), table(opened).hasFocus()) == (True, True)
    QTest.keyClick(opened, KEY.Key_T, CTRL)
    assert opened.deep_dive.table_pane.isHidden()
    assert opened.deep_dive.chronology.hasFocus()


def test_the_switch_above_the_chronology_opens_it_and_it_stays_for_the_next_person(
    opened: MainWindow,
) -> None:
    opened.store.look(tabled=False)
    opened.deep_dive.side.head.table.click()
    opened.store.look(person=BARNABY)
    assert table(opened).isVisible()
    assert opened.deep_dive.side.head.table.isChecked()
    opened.deep_dive.table_pane.close_button.click()
    assert not opened.store.session.view.tabled
    assert not opened.deep_dive.side.head.table.isChecked()


def test_a_long_silence_stands_between_the_rows_and_cannot_be_chosen(opened: MainWindow) -> None:
    assert column(opened, Column.DATE) == [
        "3 Feb 2025, 10:10",
        "17 Feb 2025",
        "5 Mar 2025, 23:40",
        "6 Mar 2025",
        "no contact for 186 days",
        "1 Jun 2025",
        "? 12 Sep 2025",
    ]
    model = table(opened).model()
    assert model.flags(model.index(4, 0)) == Qt.ItemFlag.NoItemFlags
    assert remarks(opened)[5] == "after no contact for 186 days"


def test_keys_reach_every_row_and_step_over_silences(opened: MainWindow) -> None:
    opened.store.look(touchpoint=0)
    table(opened).setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(table(opened), KEY.Key_Down)
        seen.append(opened.store.session.view.touchpoint)
    assert seen == [1, 2, 3, 4, 5]


def test_the_focus_alone_chooses_nothing(opened: MainWindow) -> None:
    table(opened).setFocus()
    assert opened.store.session.view.touchpoint is None


def test_choosing_goes_both_ways(opened: MainWindow) -> None:
    opened.store.look(touchpoint=POLICE)
    assert [index.row() for index in table(opened).selectionModel().selectedRows()] == [6]
    table(opened).selectRow(AE)
    assert opened.store.session.view.touchpoint == AE
    assert opened.deep_dive.chronology.currentIndex().row() == AE
    opened.store.look(touchpoint=None)
    assert not table(opened).selectionModel().hasSelection()


def test_what_the_filter_does_not_find_is_told_and_stays(opened: MainWindow) -> None:
    opened.store.look(looking=ONLY_GP)
    assert len(column(opened, Column.DATE)) == 7
    assert remarks(opened)[:3] == ["", "", "not found by the filter"]
    plain = table(opened).grab().toImage()
    opened.store.look(looking=Looking())
    assert table(opened).grab().toImage() != plain


def test_only_what_is_found_hides_the_rest_and_says_so(opened: MainWindow) -> None:
    head = opened.deep_dive.side.head
    assert head.only_found.isHidden()
    opened.store.look(looking=ONLY_GP)
    assert head.only_found.text() == "Only the 2 of 6 that are found"
    head.only_found.click()
    assert head.only_found.text() == "Only the 2 of 6 that are found: 4 are hidden"
    assert column(opened, Column.DATE) == ["3 Feb 2025, 10:10", "17 Feb 2025"]
    view = opened.deep_dive.chronology
    assert [view.isRowHidden(row) for row in range(6)] == [False, False, True, True, True, True]
    head.only_found.click()
    assert len(column(opened, Column.DATE)) == 7
    assert not any(view.isRowHidden(row) for row in range(6))


def test_a_selected_stretch_is_told_in_the_side_and_on_its_rows(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE, span=SPRING)
    head = opened.deep_dive.side.head
    assert head.stretch.text() == "1 Mar 2025 to 31 May 2025 (92 days)"
    assert head.totals.text() == "2 touchpoints, 2 attended: A&E 1, Hospital stay 1"
    assert ["in the selected stretch" in told for told in remarks(opened)] == [
        *(False, False, True, True, False, False, False)
    ]  # fmt: skip
    assert opened.store.session.view.span == SPRING
    opened.store.look(span=None)
    assert (head.stretch.text(), head.totals.isHidden()) == ("6 touchpoints", True)


def test_a_silence_is_told_even_where_a_stretch_is(opened: MainWindow) -> None:
    opened.store.look(span=Window(date(2025, 6, 1), date(2025, 6, 2)))
    assert remarks(opened)[5] == "after no contact for 186 days; in the selected stretch"


def test_days_from_day_0_stand_beside_the_dates(opened: MainWindow) -> None:
    opened.store.look(looking=Looking(alignment=Alignment(Service.AE)))
    assert column(opened, Column.DATE)[3] == "6 Mar 2025 · day\u00a0+1"
    assert opened.deep_dive.chronology.model().index(3, 0).data().startswith("6 Mar 2025 · day\u00a0+1 · ")


def test_the_order_box_and_the_headings_sort_the_same_way(opened: MainWindow, qtbot: QtBot) -> None:
    pane = opened.deep_dive.table_pane
    opened.store.look(touchpoint=AE)
    pane.order.setCurrentIndex(Column.HAPPENED)
    pane.order.activated.emit(int(Column.HAPPENED))
    assert column(opened, Column.HAPPENED) == [
        *("Blood test · telephone", "Chest pain", "Fell on the stairs", "Found wandering", "Low mood"),
        "Observation",
    ]
    header = table(opened).horizontalHeader()
    middle = header.sectionViewportPosition(Column.HAPPENED) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))
    assert column(opened, Column.HAPPENED)[0] == "Observation"
    assert pane.backwards.isChecked()
    assert header.model().headerData(Column.HAPPENED, Qt.Orientation.Horizontal) == "What happened ↓"
    assert opened.store.session.view.touchpoint == AE
    assert [index.row() for index in table(opened).selectionModel().selectedRows()] == [3]


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (Sorting(Column.DATE, backwards=True), [5, 4, None, 3, 2, 1, 0]),
        (Sorting(Column.SERVICE), [0, 1, 2, 3, 4, 5]),
        (Sorting(Column.SERVICE, backwards=True), [5, 4, 3, 2, 0, 1]),
        (Sorting(Column.OUTCOME), [0, 1, 2, 5, 4, 3]),
        (Sorting(Column.CLINICIAN), [3, 0, 1, 2, 4, 5]),
        (Sorting(Column.CLINICIAN, backwards=True), [1, 0, 3, 2, 4, 5]),
        (Sorting(Column.NOTE), [2, 0, 1, 3, 4, 5]),
        (Sorting(Column.SOURCE), [0, 1, 2, 3, 4, 5]),
    ],
)
def test_rows_are_sorted_by_any_column_with_empty_ones_last(
    opened: MainWindow, sorting: Sorting, expected: list[int | None]
) -> None:
    day = date(2025, 3, 5)
    note = Note(1, OTTILIE, "one", Tone.CONCERN, touchpoint=3, service=Service.AE, first=day, last=day)
    opened.store.choose(notes=(note,))
    table(opened).sort_by(sorting)
    model = table(opened).model()
    assert isinstance(model, TableModel)
    assert [line if isinstance(line, int) else None for line in model.lines] == expected


@pytest.mark.usefixtures("_agrees_to_copy")
def test_with_nothing_selected_all_rows_are_copied_for_a_spreadsheet(opened: MainWindow) -> None:
    QTest.keyClick(table(opened), KEY.Key_C, CTRL)
    lines = copied().splitlines()
    assert len(lines) == 7
    assert lines[0].split("\t")[:2] == ["Date", "Service"]
    assert lines[3].split("\t")[:3] == ["5 Mar 2025, 23:40", "A&E", "Fell on the stairs"]
    assert not any(word in copied() for word in CLINICIANS)


@pytest.mark.usefixtures("_agrees_to_copy")
def test_the_selected_rows_alone_are_copied_as_plain_text(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    QTest.keyClick(table(opened), KEY.Key_Down, SHIFT)
    QTest.keyClick(table(opened), KEY.Key_C, CTRL | SHIFT)
    assert copied() == (
        "Date               Service        What happened       Outcome                           Clinician  Source\n"
        "5 Mar 2025, 23:40  A&E            Fell on the stairs  attended                                     row 2 · list.csv\n"
        "6 Mar 2025         Hospital stay  Observation         stay until 9 Mar 2025 (3 nights)  Doctor     row 2 · list.csv\n"
    )


@pytest.mark.usefixtures("_agrees_to_copy")
def test_what_was_copied_is_said(opened: MainWindow) -> None:
    QTest.keyClick(table(opened), KEY.Key_C, CTRL)
    assert opened.notice.isVisible()
    assert "Copied 6 rows: for the record, not for sharing." in [
        found.text() for found in opened.notice.findChildren(QLabel)
    ]


def test_a_stretch_far_down_is_brought_into_sight(opened: MainWindow) -> None:
    days = (date(2025, 1, 1) + timedelta(days=5 * place) for place in range(60))
    opened.store.open(session_on(*(contact(OTTILIE, f"{day}") for day in days)))
    opened.store.look(tabled=True)
    opened.store.look(span=Window(date(2025, 7, 1), date(2025, 7, 31)))
    first = table(opened).indexAt(QPoint(5, 5)).row()
    assert first == 37
    view = opened.deep_dive.chronology
    assert view.indexAt(QPoint(20, 20)).row() == 37


@pytest.mark.usefixtures("_agrees_to_copy")
def test_the_copy_menu_does_the_same(opened: MainWindow) -> None:
    opened.deep_dive.table_pane.as_text.trigger()
    assert copied().startswith("Date  ")
    opened.deep_dive.table_pane.as_table.trigger()
    assert copied().startswith("Date\t")


@pytest.mark.usefixtures("_agrees_to_copy")
def test_with_names_shown_the_names_are_copied_too(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    opened.deep_dive.table_pane.as_text.trigger()
    assert CLINICIANS[0] in copied()


def test_an_uncertain_day_is_read_out_in_words(opened: MainWindow) -> None:
    told = table(opened).model().index(6, 0).data(int(ROLE.AccessibleTextRole))
    assert told == "? 12 Sep 2025, date uncertain"


def test_names_leave_the_table_when_they_are_hidden_or_it_is_closed(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    assert said(opened.deep_dive.table_pane, IDENTITIES) != set()
    opened.store.look(names_shown=False)
    assert said(opened.deep_dive.table_pane, IDENTITIES) == set()
    opened.store.look(names_shown=True)
    opened.store.look(tabled=False)
    assert table(opened).model().rowCount() == 0


def test_the_menu_of_a_touchpoint_is_there_in_the_table_too(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    where = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, table(opened).mapToGlobal(where))
    QApplication.sendEvent(table(opened), event)
    menu = opened.deep_dive.touchpoint_desk.menu
    assert QApplication.activePopupWidget() is menu
    menu.close()


def test_the_model_keeps_qts_rules_in_every_order(opened: MainWindow) -> None:
    model = table(opened).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for sorting in (Sorting(Column.NOTE), Sorting(backwards=True)):
        table(opened).sort_by(sorting)
    opened.store.look(person=BARNABY)
    assert model.rowCount() == 4
    opened.store.look(tabled=False)


def test_nothing_else_stands_above_and_below_the_journey_while_the_table_does(opened: MainWindow) -> None:
    assert opened.deep_dive.numbers.isHidden()
    opened.store.look(tabled=False)
    assert opened.deep_dive.numbers.isVisible()
