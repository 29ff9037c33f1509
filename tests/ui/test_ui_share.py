from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, WILHELMINA, contact, session_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from share_kit import rest

from journey_viewer.session import Session
from journey_viewer.ui.main_window import MainWindow

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    window.store.look(place="share")
    return window


def tick(window: MainWindow, row: int, state: Qt.CheckState) -> None:
    model = window.share.cases.model()
    assert model.setData(model.index(row, 0), state, CHECK)


def states(window: MainWindow) -> list[Qt.CheckState]:
    model = window.share.cases.model()
    return [Qt.CheckState(model.index(row, 0).data(CHECK)) for row in range(model.rowCount())]


def test_everybody_shared_is_ticked_by_label(opened: MainWindow) -> None:
    model = opened.share.cases.model()
    told = [model.index(row, 0).data() for row in range(3)]
    assert told == [
        "Case A · 6 touchpoints · Not known: not measurable",
        "Case B · 3 touchpoints · Not known: not measurable",
        "Case C · 2 touchpoints · Not known: not measurable",
    ]
    assert states(opened) == [Qt.CheckState.Checked] * 3


def test_a_tick_taken_away_leaves_the_case_out(opened: MainWindow) -> None:
    tick(opened, 1, Qt.CheckState.Unchecked)
    assert opened.store.session.document.chosen == (OTTILIE, WILHELMINA)
    assert opened.share.export.text() == "Export 2 cases…"


def test_a_tick_says_what_is_wanted_however_often_it_is_said(opened: MainWindow) -> None:
    for _ in range(2):
        tick(opened, 0, Qt.CheckState.Unchecked)
    assert opened.store.session.document.chosen == (BARNABY, WILHELMINA)


def test_the_space_key_takes_a_tick_away(opened: MainWindow, qtbot: QtBot) -> None:
    opened.share.cases.setCurrentIndex(opened.share.cases.model().index(2, 0))
    QTest.keyClick(opened.share.cases, Qt.Key.Key_Space)
    assert opened.store.session.document.chosen == (OTTILIE, BARNABY)


def test_one_case_is_one_case(opened: MainWindow) -> None:
    opened.store.choose(chosen=(BARNABY,))
    assert opened.share.export.text() == "Export 1 case…"


def test_undo_brings_the_tick_back(opened: MainWindow) -> None:
    tick(opened, 0, Qt.CheckState.Unchecked)
    opened.store.undo()
    assert states(opened)[0] is Qt.CheckState.Checked
    assert opened.share.export.text() == "Export 3 cases…"


def test_with_nobody_ticked_there_is_nothing_to_export(opened: MainWindow) -> None:
    opened.store.choose(chosen=())
    assert not opened.share.export.isEnabled()


def test_with_no_kind_of_file_chosen_there_is_nothing_to_export(opened: MainWindow) -> None:
    for tick in opened.share.formats.values():
        if tick.isChecked():
            tick.click()
    assert opened.share.wanted.files == frozenset()
    assert not opened.share.export.isEnabled()
    assert opened.share.wait.text() == "Choose at least one kind of file."


def test_the_end_of_a_job_allows_no_export_of_nothing(opened: MainWindow) -> None:
    opened.store.choose(chosen=())
    opened.tasks.ended.emit()
    assert not opened.share.export.isEnabled()


def test_a_tick_during_a_job_allows_no_second_one(opened: MainWindow, qtbot: QtBot) -> None:
    opened.share.allow_export(False)
    tick(opened, 0, Qt.CheckState.Unchecked)
    assert not opened.share.export.isEnabled()
    opened.tasks.ended.emit()
    assert opened.share.export.isEnabled()


def test_choosing_a_case_shows_its_page_as_it_will_leave(opened: MainWindow, qtbot: QtBot) -> None:
    opened.share.cases.setCurrentIndex(opened.share.cases.model().index(1, 0))
    assert opened.store.session.view.person == BARNABY
    rest(opened, qtbot)
    assert "Case B: 3 touchpoints with 3 services" in opened.share.preview.accessibleDescription()


def test_the_page_is_16_to_9_in_the_middle_of_its_card(opened: MainWindow, qtbot: QtBot) -> None:
    rest(opened, qtbot)
    preview = opened.share.preview
    image = preview.grab().toImage()
    accent = QColor("#005EB8").rgb()
    top = next(y for y in range(image.height()) if image.pixel(image.width() // 2, y) == accent)
    left = next(x for x in range(image.width()) if image.pixel(x, top + 1) == accent)
    right = next(x for x in reversed(range(image.width())) if image.pixel(x, top + 1) == accent)
    height = (right - left + 1) * 9 / 16
    assert top == pytest.approx((image.height() - height) / 2, abs=2)


def test_a_page_is_made_only_where_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    window.store.open(session_on())
    rest(window, qtbot)
    assert window.share.preview.accessibleDescription() == ""


def test_without_lists_there_is_no_page(opened: MainWindow) -> None:
    opened.store.open(Session())
    assert opened.share.cases.model().rowCount() == 0


def order(window: MainWindow) -> list[str]:
    model = window.share.cases.model()
    return [model.index(row, 0).data()[5] for row in range(model.rowCount())]


def test_the_chosen_come_first_in_their_order(opened: MainWindow) -> None:
    opened.store.choose(chosen=(WILHELMINA, OTTILIE))
    assert order(opened) == ["C", "A", "B"]


def test_a_tick_moves_nobody_until_one_comes_back(opened: MainWindow) -> None:
    tick(opened, 0, Qt.CheckState.Unchecked)
    assert order(opened) == ["A", "B", "C"]
    opened.store.look(place="lists")
    opened.store.look(place="share")
    assert order(opened) == ["B", "C", "A"]


def test_it_is_said_who_and_what_is_left_out_and_why(opened: MainWindow) -> None:
    assert not opened.share.left_out.isVisible()
    rows = [
        contact(OTTILIE, "2025-02-03", reason="STI screen"),
        contact(OTTILIE, "2025-02-04", reason="Low mood"),
        contact(OTTILIE, "2025-02-05"),
        contact(BARNABY, "2025-02-06"),
    ]
    opened.store.open(session_on(*rows))
    opened.store.look(place="share")
    assert opened.share.left_out.text() == (
        "1 contact is left out as sensitive; Journey Viewer marked it by words such as “safeguarding”."
    )
    opened.store.choose(sensitive=frozenset({1, 2}), objecting=frozenset({BARNABY}))
    assert opened.share.left_out.text() == (
        "2 contacts are left out as sensitive; Journey Viewer marked 1 of them by words such as “safeguarding”."
        " 1 person objects: nothing of them is shared."
    )
    opened.store.choose(sensitive=frozenset({2}))
    assert opened.share.left_out.text().startswith("1 contact is left out as sensitive. 1 person")


def test_a_child_is_told_of_where_they_are_ticked(opened: MainWindow) -> None:
    child = replace(PEOPLE[0], born=date(2012, 1, 1))
    opened.store.open(
        session_on(contact(0, "2025-01-02"), contact(1, "2025-12-02"), people=(child, PEOPLE[1]))
    )
    opened.store.look(place="share")
    assert (
        opened.share.cases.model().index(1, 0).data()
        == "Case B · 1 touchpoint · under 18 · Not known: not measurable"
    )
    tick(opened, 1, Qt.CheckState.Checked)
    assert opened.share.left_out.text() == "1 person under 18 is ticked."


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"objecting": frozenset({OTTILIE})}, "They object: nothing of them is shared."),
        ({"sensitive": frozenset(range(1, 7))}, "All their contacts in this period are marked as sensitive."),
    ],
)
def test_where_there_is_no_page_it_says_why(
    opened: MainWindow, qtbot: QtBot, change: dict[str, object], why: str
) -> None:
    opened.store.choose(**change)
    rest(opened, qtbot)
    assert (opened.share.preview.accessibleDescription(), opened.share.preview._instead) == ("", why)
