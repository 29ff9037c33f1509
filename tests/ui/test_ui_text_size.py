"""At twice the size of text nothing is cut off: tables, the comparison and its key, dialogs, fields."""

from collections.abc import Iterator

import pytest
from dialog_kit import dialogs_of
from invented import OTTILIE, session_on
from PySide6.QtWidgets import QApplication, QLabel

from journey_viewer.drawing.fonts import text_width
from journey_viewer.ui.deep_dive.comparing_key import ComparingKey
from journey_viewer.ui.deep_dive.correcting import Correcting
from journey_viewer.ui.deep_dive.table_rows import HEADINGS, Column
from journey_viewer.ui.looks import AS_COMPUTER
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.parts import give_room


@pytest.fixture
def opened(window: MainWindow) -> Iterator[MainWindow]:
    """As the computer looks afterwards."""
    window.store.open(session_on())
    window.store.look(person=OTTILIE)
    yield window
    window.looks.choose(AS_COMPUTER, 100)


def look_at(window: MainWindow, size: int) -> None:
    window.looks.choose("light", size)
    QApplication.processEvents()


def test_rows_and_columns_of_the_table_grow_with_its_letters(opened: MainWindow) -> None:
    opened.store.look(tabled=True)
    table = opened.deep_dive.table_pane.table
    heights = []
    for size in (100, 200):
        look_at(opened, size)
        heights.append(table.rowHeight(0))
        letters = table._delegate.size.text
        assert letters == 13 * size // 100
        assert table.rowHeight(0) > letters * 1.3
        for column in Column:
            assert table.columnWidth(column) > text_width(HEADINGS[column], letters, True) + 10
    assert heights[1] > heights[0] * 1.7


def test_the_rows_of_lists_that_were_read_hold_two_lines(opened: MainWindow) -> None:
    opened.store.look(place="lists")
    for size in (100, 200):
        look_at(opened, size)
        assert opened.lists.table.rowHeight(0) >= 2 * opened.lists.table.fontMetrics().height()
        assert opened.lists.problems.rowHeight(0) >= opened.lists.problems.fontMetrics().height()


def test_nothing_of_the_key_to_a_comparison_is_cut_off(opened: MainWindow) -> None:
    opened.store.look(comparing=True)
    for size in (100, 150, 200):
        look_at(opened, size)
        key = opened.deep_dive.comparing.findChild(ComparingKey)
        assert key is not None
        items = [(item.x, item.text, item.size) for item in key.key.services]
        items += [(item.x, item.text, item.size) for item in key.key.samples]
        for x, text, letters in items:
            assert letters >= 12 * size / 100
            assert x + text_width(text, letters, False) <= key.width()
        assert [item.text for item in key.key.samples][:2] == ["attended", "did not attend"]


def test_a_comparison_does_not_need_the_room_of_the_journey_behind_it(opened: MainWindow) -> None:
    either = opened.deep_dive.comparing_desk.either
    opened.deep_dive.tools.filter.click()
    opened.store.look(tabled=True)
    needed = either.minimumSizeHint().height()
    opened.store.look(comparing=True)
    assert either.minimumSizeHint().height() < needed


def test_the_desk_stands_beside_each_other_where_there_is_the_room(opened: MainWindow) -> None:
    side, people = opened.deep_dive.side, opened.deep_dive.people_side
    for size, width, beside in ((100, 1366, True), (150, 1366, False), (150, 1920, True), (200, 1920, False)):
        opened.resize(width, 1080)
        look_at(opened, size)
        assert (side.mapTo(opened, side.rect().topLeft()).x() > people.width()) is beside
        assert opened.width() == width


def test_no_words_of_a_dialog_are_cut_off(opened: MainWindow) -> None:
    look_at(opened, 150)  # the screen of a test is small
    for dialog in dialogs_of(opened):
        give_room(dialog)
        dialog.show()
        QApplication.processEvents()
        cut = [one.text() for one in dialog.findChildren(QLabel) if _is_cut(one)]
        assert (type(dialog).__name__, cut) == (type(dialog).__name__, [])
        dialog.close()
        dialog.deleteLater()


def _is_cut(words: QLabel) -> bool:
    """Whether its room is lower or narrower than what it says."""
    if not words.isVisible() or not words.text():
        return False
    needed = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
    return words.height() < needed or (not words.wordWrap() and words.width() < words.sizeHint().width())


def test_a_field_is_as_high_as_the_lines_it_is_for(opened: MainWindow) -> None:
    look_at(opened, 200)
    correcting = next(dialog for dialog in dialogs_of(opened) if isinstance(dialog, Correcting))
    line = correcting.reason.fontMetrics().lineSpacing()
    assert line > 30
    assert correcting.reason.height() > 3 * line
    assert correcting.clinician.height() > line


def test_day_and_service_of_a_contact_stand_under_each_other_where_there_is_no_room(
    opened: MainWindow,
) -> None:
    listing = opened.deep_dive.chronology
    index = listing.model().index(0, 0)
    heights = []
    for width in (420, 150):
        listing.setFixedWidth(width)
        QApplication.processEvents()
        heights.append(listing.sizeHintForIndex(index).height())
    assert heights[1] - heights[0] == 16
