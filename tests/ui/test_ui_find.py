"""Find: what the cards say, whom the list shows, ticking, opening, and nothing left of anybody afterwards."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from find_kit import SOME, Place, a_place, rest
from invented import BARNABY, IDENTITIES, OTTILIE, PEOPLE, WILHELMINA, session_on
from markup_walk import rich_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from widget_tree import said, texts_in

from journey_viewer.attendance.asked import Measure, Mix
from journey_viewer.attendance.reasons import REMINDER
from journey_viewer.paths import example_lists
from journey_viewer.ui.find.mix_dialog import MixDialog
from journey_viewer.ui.find.seeking import CANCELLED
from journey_viewer.ui.find.words import OBJECTS
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.attender_list import Column, Stays

SPOKEN, TICK = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.CheckStateRole
KEY = Qt.Key


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    with a_place(qtbot) as made:
        yield made


def labels(place: Place) -> str:
    """All that is written in the place and can be seen."""
    shown = (one for one in place.find.findChildren(QLabel) if one.isVisibleTo(place.find))
    return "\n".join(one.text() for one in shown)


def rest_on(place: Place, person: int) -> None:
    place.find.table.setFocus()
    place.find.table.setCurrentIndex(place.cell(person, Column.PERSON))


def test_the_cards_say_their_numbers_in_words(place: Place) -> None:
    words = labels(place)
    assert "Of 3 people the busiest person uses 60% of GP contacts" in words
    assert "Of last year’s top 2, 2 are in this year’s" in words
    assert "Who the top 3 are" in words
    assert REMINDER in words
    spoken = "\n".join(texts_in(place.find))
    assert "Mental health condition coded not known" in spoken
    assert "A&E this year 1" in spoken
    assert "50% of people use" in spoken


def test_what_the_lists_lack_stands_above_and_opens(place: Place) -> None:
    assert "Before you read the figures" in place.find.ready.said.text()
    closed = len(place.find.ready.said.text().splitlines())
    place.find.ready.more.click()
    assert len(place.find.ready.said.text().splitlines()) > closed == 1


def test_the_list_tells_each_person_in_cells_and_aloud(place: Place) -> None:
    cells = [place.cell(OTTILIE, column) for column in Column]
    shown = [cell.data() for cell in cells]
    assert shown[Column.PERSON] == f"75 F · {place.store.session.label(OTTILIE)}"
    assert [shown[column] for column in (Column.GP, Column.AE, Column.YEARS)] == ["9", "0", "9 → 9"]
    assert cells[Column.STRIP].data(SPOKEN).endswith("GP practice 19, 1 of them not attended")
    assert cells[Column.YEARS].data(SPOKEN) == "GP contacts from 9 to 9"
    assert place.cell(BARNABY, Column.STAYS).data() == Stays.NEW
    assert "most fall again by themselves" in place.cell(BARNABY, Column.REASONS).data()


def test_who_was_never_chosen_has_a_number_and_a_letter_from_the_tick_on(place: Place) -> None:
    place.store.choose(chosen=(), lettered=())
    assert place.cell(BARNABY, Column.PERSON).data() == "37 M · person 02"
    rest_on(place, BARNABY)
    QTest.keyClick(place.find.table, KEY.Key_Space)
    assert place.cell(BARNABY, Column.PERSON).data() == "37 M · Case A"
    assert place.cell(OTTILIE, Column.PERSON).data() == "75 F · person 01"


def test_space_ticks_into_the_deep_dive_and_undo_takes_it_back(place: Place) -> None:
    place.store.choose(chosen=())
    rest_on(place, BARNABY)
    QTest.keyClick(place.find.table, KEY.Key_Space)
    assert place.store.session.document.chosen == (BARNABY,)
    assert place.cell(BARNABY, Column.TICK).data(TICK) is Qt.CheckState.Checked
    assert place.find.tools.open.text() == "Open 1 case"
    place.store.undo()
    assert not place.store.session.document.chosen
    assert not place.find.tools.open.isEnabled()


def test_a_click_on_the_box_ticks_and_a_double_click_opens(place: Place) -> None:
    table, left = place.find.table, Qt.MouseButton.LeftButton
    box = table.visualRect(place.cell(WILHELMINA, Column.TICK)).center()
    QTest.mouseClick(table.viewport(), left, pos=box)
    assert WILHELMINA not in place.store.session.document.chosen
    where = table.visualRect(place.cell(WILHELMINA, Column.PERSON)).center()
    QTest.mouseClick(table.viewport(), left, pos=where)
    QTest.mouseDClick(table.viewport(), left, pos=where)
    view = place.store.session.view
    assert (view.place, view.person, view.everybody) == ("deep_dive", WILHELMINA, True)


def test_who_objects_is_marked_and_cannot_be_ticked(place: Place) -> None:
    place.store.choose(chosen=(), objecting=frozenset({BARNABY}))
    rest_on(place, BARNABY)
    QTest.keyClick(place.find.table, KEY.Key_Space)
    assert not place.store.session.document.chosen
    assert OBJECTS in place.cell(BARNABY, Column.PERSON).data(SPOKEN)


def test_who_was_taken_out_is_not_there(place: Place, qtbot: QtBot) -> None:
    place.store.take_out(OTTILIE)
    rest(place, qtbot)
    assert place.people == [BARNABY, WILHELMINA]


def test_filters_and_headings_work_together_and_an_empty_list_says_what_to_do(place: Place) -> None:
    tools, table = place.find.tools, place.find.table
    tools.stays.setCurrentIndex(tools.stays.findData(Stays.PERSISTENT))
    tools.stays.activated.emit(tools.stays.currentIndex())
    assert place.people == [OTTILIE, WILHELMINA]
    table.horizontalHeader().sectionClicked.emit(Column.YEARS)
    table.horizontalHeader().sectionClicked.emit(Column.YEARS)
    assert place.people == [WILHELMINA, OTTILIE]
    assert table.rows.headerData(Column.YEARS, Qt.Orientation.Horizontal, SPOKEN).endswith("sorted backwards")
    tools.text.setText("zorbing")
    assert place.people == []
    assert place.find.clear.isVisible()
    place.find.clear.click()
    assert place.people == [WILHELMINA, OTTILIE, BARNABY]


def test_ranked_by_something_else_it_has_a_column_and_the_first_ranking_is_kept(
    place: Place, qtbot: QtBot
) -> None:
    first = place.find.seeking.found
    place.find.tools.ranked.emit(Mix.by(Measure.AE))
    rest(place, qtbot)
    assert place.people == [BARNABY]
    assert not place.find.table.isColumnHidden(Column.SCORE)
    place.find.tools.ranked.emit(Mix.by(Measure.GP_CONTACTS))
    assert place.find.seeking.found is first
    assert not place.find.seeking.busy


def test_a_mix_of_ones_own_is_asked_for_and_refused_while_nothing_counts(
    place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, MixDialog)
        dialog.weights[Measure.GP_CONTACTS].setValue(0)
        assert not dialog.use.isEnabled()
        dialog.weights[Measure.AE].setValue(5)
        dialog.weights[Measure.GP_CONTACTS].setValue(1)
        assert dialog.use.isEnabled()
        return True

    monkeypatch.setattr("journey_viewer.ui.dialogs.answered", answer)
    tools = place.find.tools
    tools.rank.activated.emit(tools.rank.count() - 1)
    rest(place, qtbot)
    assert place.people == [BARNABY, OTTILIE, WILHELMINA]
    assert place.cell(BARNABY, Column.SCORE).data() == "40"


@pytest.mark.parametrize("view", ["How often", "Ages", "Groups", "Practices", "Care homes"])
def test_every_view_can_be_looked_at_and_names_nobody(place: Place, view: str) -> None:
    before = labels(place)
    place.find.choice.press(view)
    assert labels(place) != before
    assert said(place.find, (*IDENTITIES, "Weir Lane", "Millbrook")) == set()


def test_with_names_shown_people_and_practices_are_called_what_they_are(place: Place) -> None:
    place.find.choice.press("Practices")
    place.store.look(names_shown=True)
    place.find.tools.text.setText("Ottilie")
    assert place.people == [OTTILIE]
    assert said(place.find, ("Ottilie", "Weir Lane")) == {"Ottilie", "Weir Lane"}
    place.store.look(names_shown=False)
    assert place.find.tools.text.text() == ""
    assert said(place.find, (*IDENTITIES, "Weir Lane", "Millbrook")) == set()


def test_a_name_that_is_markup_is_shown_letter_by_letter(qtbot: QtBot) -> None:
    payload = '<img src="file:///nowhere.png">'
    people = (replace(PEOPLE[OTTILIE], name=payload), *PEOPLE[1:])
    with a_place(qtbot, session_on(*SOME, people=people)) as place:
        place.store.look(names_shown=True)
        assert payload in str(place.cell(OTTILIE, Column.PERSON).data())
        assert rich_in(place.find, [payload]) == []


def test_what_was_found_is_kept_while_the_lists_are_the_same(place: Place) -> None:
    found = place.find.seeking.found
    place.store.choose(chosen=(OTTILIE,))
    place.store.look(place="lists")
    place.store.look(place="find")
    assert place.find.seeking.found is found


def test_it_can_be_cancelled_and_begun_again(place: Place, qtbot: QtBot) -> None:
    place.store.open(session_on(*SOME[:12]))
    place.store.look(place="find")
    place.find.waiting.cancel.click()
    rest(place, qtbot)
    if place.find.seeking.found is None:
        assert CANCELLED in labels(place)
        place.find.waiting.again.click()
        rest(place, qtbot)
    assert place.people == [OTTILIE]


def test_nobody_to_rank_is_a_sentence_with_a_way_on(place: Place, qtbot: QtBot) -> None:
    missed = [replace(row, service=SOME[-1].service) for row in SOME[:2]]
    place.store.open(session_on(*missed))
    place.store.look(place="find")
    rest(place, qtbot)
    assert place.find.seeking.trouble
    assert place.find.seeking.trouble in labels(place)
    place.find.waiting.lists.click()
    assert place.store.session.view.place == "lists"


def test_nothing_is_left_of_anybody_when_the_lists_are_closed(place: Place) -> None:
    place.store.look(names_shown=True)
    place.find.forget()
    assert said(place.find, (*IDENTITIES, "Weir Lane", "Millbrook"), inside=True) == set()
    assert place.people == []


def test_a_case_file_that_can_be_looked_at_only_takes_no_ticks(place: Place) -> None:
    session = place.store.session
    place.store.say_kept(replace(session.keeping, read_only=True))
    rest_on(place, OTTILIE)
    QTest.keyClick(place.find.table, KEY.Key_Space)
    assert place.store.session.document == session.document


def test_on_the_examples_people_are_found_ticked_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.open_lists(example_lists())
    qtbot.waitUntil(lambda: not window.tasks.busy and not window.store.session.is_empty, timeout=30_000)
    window.rail.place_chosen.emit("find")
    place = Place(window.store, window.attenders)
    rest(place, qtbot)
    assert place.find.isVisible()
    place.find.tools.untick.click()
    last, first = int(str(place.people[-1])), int(str(place.people[0]))
    for person in (last, first):
        rest_on(place, person)
        QTest.keyClick(place.find.table, KEY.Key_Space)
    assert window.store.session.document.chosen == (last, first)
    place.find.tools.open.click()
    view = window.store.session.view
    assert (view.place, view.person) == ("deep_dive", last)
    assert window.store.session.imported.people[last].name not in "\n".join(texts_in(window))
