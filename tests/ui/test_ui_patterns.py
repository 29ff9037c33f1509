"""Patterns × cases: what is counted, in which order, for whom, and what a square opens."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, PEOPLE, WILHELMINA, contact, session_on
from patterns_place_kit import SOON, Place, a_place, rest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from widget_tree import said

from journey_viewer.model.findings import Finding, Said
from journey_viewer.model.people import Person, Window
from journey_viewer.model.words import Service
from journey_viewer.session import Session
from journey_viewer.theme import THEMES, load_theme
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.patterns.squares import contrast, shade
from journey_viewer.ui.patterns.words import NOBODY, NOBODY_SEEN

DAYS = (("2025-02-03", Service.GP), ("2025-02-05", Service.AE))
SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    with a_place(qtbot) as made:
        yield made


def findings(place: Place, pattern: str, column: int) -> tuple[Finding, ...]:
    return place.patterns.found.table.rows[place.row(pattern)].squares[column - 1].findings


def labels(place: Place) -> str:
    """All that is written in the place and can be seen."""
    shown = (one for one in place.patterns.findChildren(QLabel) if one.isVisibleTo(place.patterns))
    return "\n".join(one.text() for one in shown)


def test_a_square_a_case_holds_how_often_the_pattern_was_found(place: Place) -> None:
    assert place.counts("P01") == [2, 1, 1]
    assert [place.index("P01", column).data() for column in range(5)] == [
        *("A&E within 7 days of a GP contact", "2", "1", "1", "3 of 3")
    ]


def test_every_pattern_has_a_row_and_what_most_cases_show_comes_first(place: Place) -> None:
    shown = [row.shown_by for row in place.patterns.found.table.rows]
    assert len(shown) == 27
    assert shown == sorted(shown, reverse=True)


def test_the_letters_of_the_cases_stand_above(place: Place) -> None:
    model = place.patterns.grid.model()
    across = Qt.Orientation.Horizontal
    assert [model.headerData(column, across) for column in range(5)] == ["", "A", "B", "C", ""]
    assert model.headerData(1, across, SPOKEN) == "Case A"


def test_the_heading_says_how_many_journeys(place: Place) -> None:
    assert "Patterns in these 3 journeys" in labels(place)
    assert "These 3 were chosen for being the most extreme" in labels(place)
    place.store.choose(chosen=(BARNABY,))
    assert "Patterns in this journey" in labels(place)


def test_a_square_is_read_out(place: Place) -> None:
    told = place.index("P01", 1).data(SPOKEN)
    assert told == "Case A, A&E within 7 days of a GP contact: 2 (A&E visits)"
    assert place.index("P04", 1).data(SPOKEN).startswith("Case A, ")


def test_of_what_was_not_found_it_says_at_what_was_looked(place: Place) -> None:
    row = place.row("P03")
    assert place.index("P03", 1).data(TIP).endswith("looked for, not found (No hospital stay)")
    assert place.patterns.found.table.rows[row].squares[0].count == 0


def test_what_cannot_be_told_has_a_sign_and_says_why(place: Place) -> None:
    untold = place.index("P19", 1)
    why = place.patterns.found.table.rows[place.row("P19")].squares[0].why
    assert untold.data() == "?"
    assert untold.data(SPOKEN).endswith(f"cannot be told. {why}")
    assert why in untold.data(TIP)


def test_whoever_rests_on_a_square_reads_its_findings(place: Place) -> None:
    told = place.index("P01", 1).data(TIP).splitlines()
    assert told[1:] == [finding.sentence for finding in findings(place, "P01", 1)]


def test_enter_on_a_square_opens_the_journey_at_the_first_finding(place: Place) -> None:
    grid = place.patterns.grid
    grid.setCurrentIndex(place.index("P01", 1))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    view = place.store.session.view
    assert (view.place, view.person, view.touchpoint) == ("deep_dive", OTTILIE, 1)
    assert view.span == Window(date(2025, 2, 3), date(2025, 2, 5))


def test_a_click_on_a_square_opens_the_journey_of_that_person(place: Place) -> None:
    grid = place.patterns.grid
    middle = grid.visualRect(place.index("P01", 3)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    view = place.store.session.view
    assert (view.place, view.person, view.touchpoint) == ("deep_dive", WILHELMINA, 0)


def test_the_arrows_go_from_square_to_square(place: Place) -> None:
    grid = place.patterns.grid
    grid.setCurrentIndex(grid.model().index(0, 0))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(grid, key)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 2)


def test_space_says_what_a_pattern_means(place: Place) -> None:
    grid, meaning = place.patterns.grid, place.patterns.meeting.meaning
    grid.setCurrentIndex(place.index("P01", 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert meaning.isVisible()
    assert "An A&E visit that came within 7 days of an attended GP practice contact." in labels(place)
    meaning.close_it.click()
    assert not meaning.isVisible()


def test_a_click_on_what_cannot_be_told_says_why(place: Place) -> None:
    grid = place.patterns.grid
    grid.scrollTo(place.index("P19", 2))
    middle = grid.visualRect(place.index("P19", 2)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert place.store.session.view.place == "patterns"
    assert "Case B, Low continuity: 10+ contacts, no GP over a third: cannot be told." in labels(place)


def test_what_somebody_dismissed_does_not_count(place: Place) -> None:
    first = findings(place, "P01", 1)[0]
    place.store.choose(said_of_findings={str(first.key): Said.DISMISSED})
    assert place.counts("P01") == [1, 1, 1]
    place.store.undo()
    assert place.counts("P01") == [2, 1, 1]


def test_only_the_chosen_are_looked_at(place: Place) -> None:
    place.store.choose(chosen=(WILHELMINA, OTTILIE))
    assert place.patterns.found.table.labels == ("Case C", "Case A")
    assert place.counts("P01") == [1, 2]


def test_who_objects_is_left_out_and_that_is_said(place: Place) -> None:
    place.store.choose(objecting=frozenset({BARNABY}))
    assert place.patterns.found.table.labels == ("Case A", "Case C")
    assert "1 chosen person objects and is left out." in labels(place)


def test_with_nobody_chosen_it_says_what_to_do(place: Place) -> None:
    place.store.choose(chosen=())
    assert NOBODY in labels(place)
    assert not place.patterns.grid.isVisible()
    place.patterns.choose.click()
    assert place.store.session.view.place == "deep_dive"


def test_with_nobody_who_may_be_shown_it_says_so(place: Place) -> None:
    place.store.choose(objecting=frozenset({OTTILIE, BARNABY, WILHELMINA}))
    assert NOBODY_SEEN in labels(place)


def test_a_changed_threshold_is_worked_out_again_and_the_picture_before_stays_meanwhile(
    place: Place, qtbot: QtBot
) -> None:
    place.store.choose(thresholds={"P01.days": 1})
    assert place.counts("P01") == [2, 1, 1]
    rest(place, qtbot)
    assert place.counts("P01") == [1, 0, 1]
    assert place.index("P01", 0).data() == "A&E within 1 day of a GP contact"


def test_an_answer_to_an_older_question_is_dropped(place: Place, qtbot: QtBot) -> None:
    place.store.choose(thresholds={"P01.days": 1})
    place.store.choose(thresholds={})
    rest(place, qtbot)
    assert place.counts("P01") == [2, 1, 1]


def test_after_the_lists_are_closed_nothing_is_left(place: Place) -> None:
    place.store.open(Session())
    assert place.patterns.found.table.people == ()
    assert place.patterns.grid.model().rowCount() == 0
    assert place.patterns.meeting.cards == {}


def test_names_stand_there_only_while_they_are_shown(place: Place) -> None:
    assert said(place.patterns, IDENTITIES) == set()
    place.store.look(names_shown=True)
    assert PEOPLE[OTTILIE].name in place.index("P01", 1).data(TIP)
    assert PEOPLE[OTTILIE].name not in place.index("P01", 1).data(SPOKEN)
    place.store.look(names_shown=False)
    assert said(place.patterns, IDENTITIES) == set()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 100])
def test_a_count_can_be_read_and_the_edge_be_seen_in_every_theme(theme: str, count: int) -> None:
    look = load_theme(theme)
    ground, ink = shade(count, look)
    assert contrast(ground, ink) >= 4.5
    assert contrast(QColor(look.colours["accent"]), QColor(look.colours["ground"])) >= 3


def test_the_more_was_found_the_stronger_the_square() -> None:
    theme = load_theme()
    ground = QColor(theme.colours["ground"])
    strength = [contrast(shade(count, theme)[0], ground) for count in (1, 2, 3, 5)]
    assert strength == sorted(set(strength))


def test_the_rail_leads_to_it(window: MainWindow) -> None:
    window.store.open(session_on(*SOON))
    window.rail.place_chosen.emit("patterns")
    assert window.patterns.isVisible()
    assert not window.deep_dive.isVisible()


def test_a_person_taken_out_is_in_no_square(place: Place, qtbot: QtBot) -> None:
    place.store.take_out(BARNABY)
    rest(place, qtbot)
    assert place.patterns.found.table.people == (OTTILIE, WILHELMINA)


def test_only_looking_changes_nothing(place: Place) -> None:
    locked = replace(place.store.session.keeping, read_only=True)
    place.store.say_kept(locked)
    assert all(card.idea.field.isReadOnly() for card in place.patterns.meeting.cards.values())


def test_the_journeys_that_show_a_pattern_are_compared(window: MainWindow, qtbot: QtBot) -> None:
    window.store.open(session_on(*SOON, contact(OTTILIE, "2025-08-01", Service.AE)))
    window.store.choose(said_of_findings={})
    window.store.look(place="patterns")
    qtbot.waitUntil(lambda: not window.patterns.found.thinking.busy, timeout=20_000)
    table = window.patterns.found.table
    row = next(row for row in table.rows if row.pattern == "P01")
    assert row.shown_by == 3
    window.patterns.meeting.cards["P01"].compare.click()
    comparing, view = window.deep_dive.comparing, window.store.session.view
    assert (view.place, view.comparing, view.compared, view.compared_for) == (
        *("deep_dive", True),
        (OTTILIE, BARNABY, WILHELMINA),
        "P01",
    )
    assert comparing.said.text() == "The tinted days: A&E within 7 days of a GP contact."
    drawn = [len(band.band.layout.finding_bands) for band in comparing.bands if band.band is not None]
    assert drawn == [2, 1, 1]
    assert [item.text for item in comparing._key.key.found] == ["days of a finding"]
    window.store.look(comparing=False)
    assert (window.store.session.view.compared, window.store.session.view.compared_for) == ((), "")


def test_only_those_who_show_it_are_compared(window: MainWindow) -> None:
    window.store.open(session_on(*SOON))
    window.store.look(comparing=True, compared=(OTTILIE, WILHELMINA), compared_for="P01")
    assert window.deep_dive.comparing.heading.text() == "2 journeys compared"


def test_a_pattern_that_one_journey_shows_cannot_be_compared(place: Place) -> None:
    meaning = place.patterns.meeting.meaning
    meaning.show_meaning("P01", {})
    meaning.show_cases(1)
    assert meaning.compare.isHidden()
    meaning.show_cases(2)
    assert meaning.compare.text() == "Compare the 2 that show it"


def test_at_twice_the_size_of_text_ten_cases_fit_in_the_width(qtbot: QtBot) -> None:
    rows = [contact(person, day, service) for person in range(10) for day, service in DAYS]
    people = tuple(Person(f"Person {number}", born=date(1970, 1, 1)) for number in range(10))
    with a_place(qtbot, session_on(*rows, people=people)) as made:
        theme = load_theme(scale=2.0)
        made.patterns.grid.dress(theme)
        made.patterns.dress(theme)
        made.patterns.resize(1282, 700)
        bar = made.patterns.grid.horizontalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() == 0)
        assert made.patterns.grid.columnWidth(1) > 30
