"""The months below the journey, and the frame around what is seen of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pyqtgraph
import pytest
from invented import BARNABY, OTTILIE, PEOPLE, session_on
from journey_kit import LEFT, NO_KEYS, NONE, look_between, looking, picture, settle
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


@pytest.fixture
def _every_move_counts() -> Iterator[None]:
    """The chart drops what comes faster than a hand moves, which tests do."""
    usual = pyqtgraph.getConfigOption("mouseRateLimit")
    pyqtgraph.setConfigOption("mouseRateLimit", -1)
    yield
    pyqtgraph.setConfigOption("mouseRateLimit", usual)


def region(window: MainWindow) -> tuple[float, float]:
    """The frame, in days of date.toordinal."""
    begin = picture(window).whole[0]
    first, last = window.deep_dive.overview._frame.getRegion()
    return begin + first, begin + last


def test_the_frame_stands_around_everything_at_first(opened: MainWindow) -> None:
    assert region(opened) == picture(opened).whole


def test_the_frame_follows_the_journey(opened: MainWindow) -> None:
    look_between(opened, "2025-03-01", "2025-05-01")
    assert region(opened) == (looking(opened).first, looking(opened).last)


def test_the_journey_follows_the_frame(opened: MainWindow) -> None:
    opened.deep_dive.overview._frame.setRegion((100, 200))
    settle()
    begin = picture(opened).whole[0]
    assert (picture(opened).scale.first, picture(opened).scale.last) == (begin + 100, begin + 200)


def at(window: MainWindow, day: float) -> QPoint:
    """Where a day of the window is, in the chart's own pixels."""
    plot = window.deep_dive.overview._plot
    there: QPoint = plot.mapFromScene(plot.getPlotItem().getViewBox().mapViewToScene(QPointF(day, 1.0)))
    return there


def drag_on_chart(window: MainWindow, begin: QPoint, end: QPoint) -> None:
    view = window.deep_dive.overview._plot.viewport()
    steps = [begin + (end - begin) * share / 4 for share in range(5)]
    move, press, release = QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
    events = [(move, begin, NONE, NONE), (press, begin, LEFT, LEFT)]
    events += [(move, where, NONE, LEFT) for where in steps]
    events += [(release, end, LEFT, NONE)]
    for kind, where, button, held in events:
        point = QPointF(where)
        event = QMouseEvent(kind, point, view.mapToGlobal(point), button, held, NO_KEYS)
        QApplication.sendEvent(view, event)


@pytest.mark.usefixtures("_every_move_counts")
def test_the_frame_is_drawn_in_with_the_mouse(opened: MainWindow) -> None:
    drag_on_chart(opened, at(opened, 730) - QPoint(1, 0), at(opened, 400))
    settle()
    assert picture(opened).scale.last == pytest.approx(picture(opened).whole[0] + 400, abs=8)
    assert picture(opened).scale.first == picture(opened).whole[0]


@pytest.mark.usefixtures("_every_move_counts")
def test_the_frame_is_moved_along_with_the_mouse(opened: MainWindow) -> None:
    begin = picture(opened).whole[0]
    opened.deep_dive.overview._frame.setRegion((100, 200))
    drag_on_chart(opened, at(opened, 150), at(opened, 350))
    settle()
    seen = picture(opened).scale
    assert (seen.first - begin, seen.last - begin) == pytest.approx((300, 400), abs=8)


def test_another_person_has_the_frame_around_everything_again(opened: MainWindow) -> None:
    look_between(opened, "2025-03-01", "2025-05-01")
    opened.store.look(person=BARNABY)
    assert looking(opened).is_whole
    assert region(opened) == picture(opened).whole


def test_a_frame_that_was_moved_by_the_journey_does_not_move_it_back(opened: MainWindow) -> None:
    told: list[float] = []
    opened.deep_dive.overview.stretch_chosen.connect(lambda first, _last: told.append(first))
    look_between(opened, "2025-03-01", "2025-05-01")
    opened.store.look(person=BARNABY)
    assert told == []


def test_the_months_are_left_out_of_the_keyboards_way(opened: MainWindow) -> None:
    assert opened.deep_dive.overview._plot.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_months_of_somebody_who_died_end_where_their_journey_does(opened: MainWindow) -> None:
    died = date(2025, 9, 20)
    people = (replace(PEOPLE[OTTILIE], died=died), *PEOPLE[1:])
    opened.store.open(session_on(people=people))
    settle()
    assert picture(opened).whole[1] == died.toordinal() + 1
    assert picture(opened).day_zero.endswith("to 20 Sep 2025")
    assert region(opened) == picture(opened).whole
    chart = opened.deep_dive.overview._plot.getViewBox().viewRange()[0]
    assert chart == [0, picture(opened).whole[1] - picture(opened).whole[0]]
