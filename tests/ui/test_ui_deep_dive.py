"""The desk as a whole: what stands above and below the journey, and where things may be dropped."""

import pytest
from invented import OTTILIE, contact, session_on
from pyqtgraph import BarGraphItem
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from journey_viewer.model.words import Service
from journey_viewer.ui.deep_dive.numbers import Numbers
from journey_viewer.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    return window


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_numbers_above_say_what_they_count(opened: MainWindow) -> None:
    assert words_on(opened.deep_dive.numbers) == [
        *(
            "6",
            "touchpoints, 5 services",
            "2 / 2",
            "GP contacts / clinicians",
            "50%",
            "with the same clinician",
        ),
        *("1 / 3", "A&E / hospital nights", "3", "hand-overs"),
    ]


def test_each_number_says_how_it_is_reckoned_and_is_read_out_with_its_words(opened: MainWindow) -> None:
    figures = opened.deep_dive.numbers.findChildren(QLabel, "figure")
    assert all(figure.toolTip().endswith(".") for figure in figures)
    assert figures[0].accessibleName() == "6 touchpoints, 5 services"


def test_continuity_that_cannot_be_told_is_a_dash(opened: MainWindow) -> None:
    opened.store.open(session_on(contact(OTTILIE, "2025-01-02", Service.AE)))
    assert words_on(opened.deep_dive.numbers)[4] == "–"


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


@pytest.mark.parametrize("place", ["deep_dive", "patterns", "share", "lists"])
def test_nothing_in_the_window_catches_lists_that_are_dropped_on_it(opened: MainWindow, place: str) -> None:
    opened.store.look(place=place)
    assert opened.acceptDrops()
    assert [
        child for child in opened.findChildren(QWidget) if child.isVisible() and child.acceptDrops()
    ] == []
