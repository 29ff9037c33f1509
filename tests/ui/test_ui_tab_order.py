"""Tab goes through each place in the order in which it is read, and round again; arrows go on where one of several is chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import OTTILIE, WILHELMINA, session_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.notes import Note, Tone
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.rail import Rail

KEY = Qt.Key
PEOPLE = ("Search people, reasons and services", "Chosen 3", "Compare the chosen (3)", "People")
PERSON = ("Chosen", "What else can be done for this person")
NUMBERS = tuple(
    f"What this number is: {name}"
    for name in ("Touchpoints", "Longest time without a contact", "Nights in hospital (bed days)")
)
TOOLS = (
    "Dates, menu",
    "Lanes, menu",
    "Filter",
    "Findings",
    "Fold empty time",
    "Copy, menu",
    "Keys on the journey",
)
JOURNEY = (*PERSON, *NUMBERS, "All numbers of this journey", *TOOLS, "Journey")
ABOVE = (
    *("Kept nowhere", "Period: 12 Nov 2023 to 11 Nov 2025", "Keep this in a case file…"),
    *("Names hidden", "Add lists…", "Share…"),
)
CHRONOLOGY = ("Beside the journey", "Table", "Chronology", "What could have been different here?")
NOTES = (
    *("Beside the journey", "New note", "Notes", "Note", "Strength or concern: Concern"),
    *("What it rests on: Analysis", "Whose words: The team", "Share this note", "Delete"),
)
NEEDS = (
    *("Beside the journey", "Ready for the meeting", "Need and coping, open", "Kind of need"),
    *("Stable or not", "Coping: 1", "Who rated it", "Rated on", "The person, open"),
    *("What matters to them", "Strengths", "People around them", "The whole person"),
    *("What would help most to begin with, closed", "What a good life rests on, closed"),
    *("Advice about money, closed", "How things may go on, closed", "For the meeting, closed"),
    "Actions, closed",
)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    window.store.look(person=OTTILIE)
    bring_forward(window, qtbot)
    return window


def names_by_tab(start: QWidget) -> list[str]:
    """What a screen reader says from here on until Tab is here again."""
    start.setFocus()
    return [_name(start), *map(_name, _after(start))]


def _after(start: QWidget) -> Iterator[QWidget]:
    for _ in range(80):
        QTest.keyClick(start.window(), KEY.Key_Tab)
        there = QApplication.focusWidget()
        assert there is not None
        if there is start:
            return
        yield there
    pytest.fail("Tab never came round")


def _name(widget: QWidget) -> str:
    """A list that chooses one of several reads out what is chosen first; its own name says what it is about."""
    told = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or told.text(QAccessible.Text.Name)


def test_the_deep_dive_is_gone_through_as_it_is_read(opened: MainWindow) -> None:
    seen = names_by_tab(opened.deep_dive.search)
    assert seen == [*PEOPLE, *JOURNEY, *CHRONOLOGY, "Deep dive", *ABOVE]
    QTest.keyClick(opened, KEY.Key_Backtab)
    assert opened.header.share.hasFocus()


def test_the_notes_come_after_the_journey_and_arrows_go_on_where_tab_stops(opened: MainWindow) -> None:
    opened.store.choose(notes=(Note(1, OTTILIE, "One call", Tone.CONCERN),))
    opened.store.look(note=1)
    opened.deep_dive.side.show_tab(1)
    seen = names_by_tab(opened.deep_dive.search)
    assert seen == [*PEOPLE, *JOURNEY, *NOTES, "Deep dive", *ABOVE]
    concern, neither = opened.deep_dive.side.notes.editor.tone.buttons[1:3]
    concern.setFocus()
    QTest.keyClick(concern, KEY.Key_Right)
    assert neither.hasFocus()
    assert opened.store.session.document.notes[0].tone is Tone.NEITHER


def test_the_needs_are_gone_through_from_above(opened: MainWindow) -> None:
    opened.deep_dive.side.show_tab(2)
    seen = names_by_tab(opened.deep_dive.search)
    assert seen == [*PEOPLE, *JOURNEY, *NEEDS, "Deep dive", *ABOVE]


def test_filter_and_table_stand_where_they_are_seen(opened: MainWindow) -> None:
    opened.deep_dive.tools.filter.click()
    opened.store.look(tabled=True)
    seen = names_by_tab(opened.deep_dive.search)
    between = seen[seen.index("Keys on the journey") + 1 : seen.index("Beside the journey")]
    assert between == [
        *("Words that stand out", "Services, menu", "Outcomes, menu", "Kinds, menu", "Journey"),
        *("Order of the rows", "Backwards", "Copy the rows", "Close", "Chronology as a table"),
    ]


def test_a_comparison_is_one_stop_after_its_buttons(opened: MainWindow) -> None:
    opened.store.look(comparing=True, person=WILHELMINA)
    seen = names_by_tab(opened.deep_dive.search)
    there = ("What the journeys are aligned by", "Back to one person", "Case C")
    assert seen == [*PEOPLE, *there, *CHRONOLOGY, "Deep dive", *ABOVE]


def test_the_lists_are_gone_through_from_above(opened: MainWindow) -> None:
    opened.store.look(place="lists")
    assert names_by_tab(opened.lists.close_lists) == [
        *("Close all lists", "Lists that were read", "Filter the problems", "Save the problems…"),
        *("Rows that could not be read", "Lists", *ABOVE, "Save what was understood…"),
    ]


def test_the_start_page_is_gone_through_from_above(window: MainWindow, qtbot: QtBot) -> None:
    bring_forward(window, qtbot)
    assert names_by_tab(window.start.files) == [
        *("Choose files…", "Choose a folder…", "Look only…", "Save a blank list…", "Open a case file…"),
        *("New case file…", window.start.remember.text(), "Settings…"),
    ]


def test_tab_comes_to_what_is_chosen_of_several(opened: MainWindow) -> None:
    for place in ("patterns", "meeting", "share", "follow_up", "lists", "deep_dive"):
        opened.store.look(place=place)
        stops = [button for button in _places(opened.rail) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [button.property("place") for button in stops] == [place]
    opened.store.look(everybody=True)
    assert names_by_tab(opened.deep_dive.search)[1] == "Everybody 3"


def _places(rail: Rail) -> list[QWidget]:
    return [button for button in rail.findChildren(QWidget) if button.property("place")]


def test_the_first_arrow_chooses_the_first_contact_in_list_and_table(opened: MainWindow) -> None:
    opened.store.look(tabled=True)
    for listing in (opened.deep_dive.chronology, opened.deep_dive.table_pane.table):
        opened.store.look(touchpoint=None)
        listing.setFocus()
        assert opened.store.session.view.touchpoint is None
        seen: list[int | None] = []
        for _ in range(2):
            QTest.keyClick(listing, KEY.Key_Down)
            seen.append(opened.store.session.view.touchpoint)
        assert seen == [0, 1]


def test_the_page_about_columns_is_gone_through_column_by_column(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Wer,Wann,Was\nOttilie Quayle,03/04/2025,Cough\n", encoding="utf-8")
    bring_forward(window, qtbot)
    with qtbot.waitSignal(window.import_desk.preview_made):
        window.import_desk.ask_about(path)
    qtbot.waitUntil(window.mapping.isVisible)
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert window.mapping.service.hasFocus()
    assert names_by_tab(window.mapping.service) == [
        *("Service of this list", "What the column Wer is", "What the column Wann is"),
        *("What the column Was is", "Not now"),
    ]
