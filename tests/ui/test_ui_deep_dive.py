"""The desk as a whole: what stands above and below the journey, and where things may be dropped."""

import pytest
from invented import OTTILIE, contact, session_on
from pyqtgraph import BarGraphItem
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from journey_viewer.measures.definitions import MeasureId, definition
from journey_viewer.measures.headlines import headlines
from journey_viewer.measures.measure import measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.words import Service
from journey_viewer.ui.deep_dive.numbers import NumberCard, Numbers
from journey_viewer.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    return window


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def cards_of(window: MainWindow) -> list[NumberCard]:
    return [card for card in window.deep_dive.numbers.cards if not card.isHidden()]


def test_the_numbers_above_are_the_headlines_of_this_journey(opened: MainWindow) -> None:
    case = opened.store.session.shown_case
    assert case is not None
    told = headlines(case, measure(case, shipped_unit_costs()))
    assert [(card.figure.text(), card.caption.text()) for card in cards_of(opened)] == [
        (one.value, one.label) for one in told
    ]
    assert 3 <= len(told) <= 5


def test_a_number_is_read_out_with_its_words_and_says_what_it_is(opened: MainWindow) -> None:
    first = cards_of(opened)[0]
    assert first.figure.accessibleName() == "6 touchpoints with 5 services"
    assert first.figure.toolTip() == definition(MeasureId.TOUCHPOINTS).definition


def test_what_a_number_is_stands_one_click_away(opened: MainWindow) -> None:
    cards_of(opened)[1].what.click()
    card = opened.deep_dive.numbers.definition
    told = next(one for one in map(definition, MeasureId) if one.name == card.name.text())
    assert card.isVisible()
    assert words_on(card) == [
        told.name,
        f"{told.definition} {told.edge_cases}",
        f"Formula: {told.formula}",
        f"Source: {told.source}",
    ]
    assert {label.textFormat() for label in card.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert all(one.height() >= one.heightForWidth(one.width()) for one in card.findChildren(QLabel))
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_number_that_cannot_be_told_has_no_card(opened: MainWindow) -> None:
    opened.store.open(session_on(contact(OTTILIE, "2025-01-02", Service.AE)))
    assert not [card for card in cards_of(opened) if "clinician" in card.caption.text()]


def test_numbers_of_nobody_are_left_as_they_were(qapp: QApplication) -> None:
    numbers = Numbers()
    numbers.show_case(None)
    assert set(words_on(numbers)) == {""}


def test_the_heading_says_who(opened: MainWindow) -> None:
    assert opened.deep_dive._heading.text() == "Case A"
    assert opened.deep_dive._about.text() == "woman · aged 75"
    opened.store.look(names_shown=True)
    assert opened.deep_dive._heading.text() == "Case A · Ottilie Quayle"
    assert opened.deep_dive._about.text().endswith("NHS number 999 000 0018".replace(" ", "\u00a0"))


def test_the_whole_nhs_number_is_seen_in_the_smallest_window(opened: MainWindow) -> None:
    opened.resize(opened.minimumSizeHint())
    opened.store.look(names_shown=True)
    QApplication.processEvents()
    about = opened.deep_dive._about
    assert about.heightForWidth(about.width()) <= about.height()


def test_the_months_below_stand_under_the_same_days_as_the_journey(opened: MainWindow) -> None:
    days = ("2024-02-15", "2024-02-15", "2025-12-28")
    opened.store.open(session_on(*(contact(OTTILIE, day) for day in days)))
    QApplication.processEvents()
    swimlane, plot = opened.deep_dive.swimlane, opened.deep_dive.overview._plot
    assert swimlane.picture is not None
    mark = swimlane.picture.marks[0]
    (bars,) = [item for item in plot.getPlotItem().items if isinstance(item, BarGraphItem)]
    middle = QPointF(float(bars.opts["x"][bars.opts["height"].argmax()]), 0.0)
    below = plot.mapFromScene(plot.getPlotItem().getViewBox().mapViewToScene(middle))
    assert plot.mapTo(opened, below).x() == pytest.approx(
        swimlane.mapTo(opened, QPointF(mark.x, 0)).x(), abs=3
    )


def test_a_month_of_many_contacts_is_a_high_bar(opened: MainWindow) -> None:
    rows = [contact(OTTILIE, f"2025-03-{day:02}") for day in range(1, 21)]
    opened.store.open(session_on(*rows, contact(OTTILIE, "2025-07-01")))
    ticks = opened.deep_dive.overview._plot.getAxis("left")._tickLevels
    assert ticks == [[(20.0, "20")]]


@pytest.mark.parametrize("place", ["find", "deep_dive", "patterns", "meeting", "share", "follow_up", "lists"])
def test_nothing_in_the_window_catches_lists_that_are_dropped_on_it(opened: MainWindow, place: str) -> None:
    opened.store.look(place=place)
    assert opened.acceptDrops()
    assert [
        child for child in opened.findChildren(QWidget) if child.isVisible() and child.acceptDrops()
    ] == []
