"""A touchpoint is marked as sensitive, and corrected beside what the list itself says."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from invented import BARNABY, CLINICIANS, contact, session_on, stay
from PySide6.QtCore import QDate, QPoint, QTime
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from widget_tree import said

from journey_viewer.model.edits import Correction
from journey_viewer.model.kept import Keeping
from journey_viewer.model.words import Outcome, Service
from journey_viewer.timeline.nearest import mark_of
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.correcting import Correcting
from journey_viewer.ui.deep_dive.touchpoint_desk import TouchpointDesk, chosen_touchpoint
from journey_viewer.ui.main_window import MainWindow

Answer = Callable[[Callable[[Correcting], None]], None]
FIRST = 1
"""The lasting number of Ottilie's first touchpoint: "Chest pain", 3 Feb 2025 at 10:10, with Dr Oakes."""


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    window.store.look(touchpoint=0, names_shown=True)
    return window


@pytest.fixture
def desk(opened: MainWindow) -> TouchpointDesk:
    return opened.deep_dive.touchpoint_desk


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    def prepare(act: Callable[[Correcting], None]) -> None:
        def answered(dialog: QDialog) -> bool:
            assert isinstance(dialog, Correcting)
            act(dialog)
            dialog.deleteLater()
            return True

        monkeypatch.setattr(dialogs, "answered", answered)

    return prepare


def nothing(_dialog: Correcting) -> None:
    pass


def corrected(window: MainWindow) -> tuple[Correction, ...]:
    return window.store.session.document.edits.corrected


def ask_for_menu(widget: QWidget, where: QPoint, reason: QContextMenuEvent.Reason) -> None:
    QApplication.sendEvent(widget, QContextMenuEvent(reason, where, widget.mapToGlobal(where)))


def test_a_sensitive_contact_is_not_shared_and_can_be_unmarked(
    opened: MainWindow, desk: TouchpointDesk
) -> None:
    desk.sensitive.trigger()
    assert opened.store.session.document.sensitive == {FIRST}
    session = opened.store.session
    assert len(session.shared_case(session.shared_people[0]).touchpoints) == 5
    desk.sensitive.trigger()
    assert opened.store.session.document.sensitive == frozenset()


def test_the_entry_is_ticked_where_the_touchpoint_is_sensitive(
    opened: MainWindow, desk: TouchpointDesk
) -> None:
    desk.sensitive.trigger()
    opened.store.look(touchpoint=1)
    assert not desk.sensitive.isChecked()
    opened.store.look(touchpoint=0)
    assert desk.sensitive.isChecked()


def test_a_correction_shows_and_undo_takes_it_back(
    opened: MainWindow, desk: TouchpointDesk, answer: Answer
) -> None:
    def correct(dialog: Correcting) -> None:
        dialog.day.setDate(QDate(2025, 2, 20))
        dialog.service.setCurrentIndex(dialog.service.findData(Service.AE))
        dialog.outcome.setCurrentIndex(dialog.outcome.findData(Outcome.DID_NOT_ATTEND))
        dialog.reason.setPlainText("  Chest pain,\nagain ")

    answer(correct)
    desk.correct.trigger()
    assert corrected(opened) == (
        Correction(
            FIRST,
            start=datetime(2025, 2, 20, 10, 10),
            service=Service.AE,
            outcome=Outcome.DID_NOT_ATTEND,
            reason="Chest pain, again",
        ),
    )
    shown = chosen_touchpoint(opened.store.session)
    assert shown is not None
    assert (shown.number, shown.service, opened.store.session.view.touchpoint) == (FIRST, Service.AE, 1)
    opened.store.undo()
    assert corrected(opened) == ()


def test_what_is_not_touched_is_not_corrected(
    opened: MainWindow, desk: TouchpointDesk, answer: Answer
) -> None:
    answer(nothing)
    for row in range(6):
        opened.store.look(touchpoint=row)
        desk.correct.trigger()
    assert corrected(opened) == ()
    assert not opened.store.can_undo


def test_as_the_list_says_it_takes_the_correction_back(
    opened: MainWindow, desk: TouchpointDesk, answer: Answer
) -> None:
    opened.store.choose(
        edits=opened.store.session.document.edits.with_correction(Correction(FIRST, reason="x"))
    )
    answer(lambda dialog: dialog.as_listed.click())
    desk.correct.trigger()
    assert corrected(opened) == ()


@pytest.mark.parametrize(
    ("row", "known", "correction"),
    [
        (0, False, Correction(1, start=datetime(2025, 2, 3), timed=False)),
        (1, True, Correction(2, start=datetime(2025, 2, 17, 8, 30), timed=True)),
    ],
)
def test_a_time_can_be_taken_away_and_given(
    opened: MainWindow, desk: TouchpointDesk, answer: Answer, row: int, correction: Correction, *, known: bool
) -> None:
    def tell(dialog: Correcting) -> None:
        dialog.timed.setChecked(known)
        dialog.time.setTime(QTime(8, 30))

    opened.store.look(touchpoint=row)
    answer(tell)
    desk.correct.trigger()
    assert corrected(opened) == (correction,)


def test_the_list_s_own_words_stand_beside_a_correction(
    opened: MainWindow, desk: TouchpointDesk, answer: Answer
) -> None:
    edits = opened.store.session.document.edits.with_correction(Correction(FIRST, reason="Heartburn"))
    opened.store.choose(edits=edits)
    seen: list[str] = []

    def look(dialog: Correcting) -> None:
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        assert dialog.reason.toPlainText() == "Heartburn"

    answer(look)
    desk.correct.trigger()
    assert {"3 Feb 2025, 10:10", "GP practice", "attended", "Chest pain", CLINICIANS[0]} <= set(seen)


def test_with_names_hidden_no_name_shows_and_none_is_lost(
    opened: MainWindow, desk: TouchpointDesk, answer: Answer
) -> None:
    rows = (
        contact(0, "2025-02-03", reason="Ottilie fell", clinician=CLINICIANS[0]),
        contact(0, "2025-02-04"),
    )
    opened.store.open(session_on(*rows))
    edits = opened.store.session.document.edits.with_correction(Correction(1, clinician=CLINICIANS[1]))
    opened.store.choose(edits=edits)
    opened.store.look(touchpoint=0)

    def look(dialog: Correcting) -> None:
        assert said(dialog, ("Ottilie", "Oakes", "Stone")) == set()
        assert (dialog.reason.isEnabled(), dialog.clinician.isEnabled()) == (False, False)
        dialog.outcome.setCurrentIndex(dialog.outcome.findData(Outcome.REFUSED))

    answer(look)
    desk.correct.trigger()
    assert corrected(opened) == (Correction(1, outcome=Outcome.REFUSED, clinician=CLINICIANS[1]),)


def test_a_stay_cannot_begin_after_it_ended(opened: MainWindow, desk: TouchpointDesk, answer: Answer) -> None:
    opened.store.open(session_on(stay(BARNABY, "2025-03-06", "2025-03-09")))
    opened.store.look(touchpoint=0)
    answer(lambda dialog: dialog.day.setDate(QDate(2025, 4, 1)))
    desk.correct.trigger()
    (told,) = corrected(opened)
    assert told.start is not None
    assert told.start.date() == date(2025, 3, 9)


def test_where_nothing_may_be_changed_both_entries_say_why(opened: MainWindow, desk: TouchpointDesk) -> None:
    opened.store.say_kept(Keeping("Riverside", read_only=True, why="Dr Quill has it open."))
    for action in (desk.sensitive, desk.correct):
        assert (action.isEnabled(), action.toolTip()) == (False, "Dr Quill has it open.")


def test_with_nothing_chosen_there_is_nothing_to_do(opened: MainWindow, desk: TouchpointDesk) -> None:
    opened.store.look(touchpoint=None)
    assert (desk.sensitive.isEnabled(), desk.correct.isEnabled()) == (False, False)
    desk.ask_to_correct()
    desk.set_sensitive(True)
    assert not opened.store.can_undo


def test_pointing_at_a_mark_chooses_it_and_shows_the_menu(opened: MainWindow, desk: TouchpointDesk) -> None:
    swimlane = opened.deep_dive.swimlane
    assert swimlane.picture is not None
    mark = mark_of(swimlane.picture, 2)
    assert mark is not None
    ask_for_menu(swimlane, QPoint(round(mark.x), round(mark.y)), QContextMenuEvent.Reason.Mouse)
    assert opened.store.session.view.touchpoint == 2
    assert QApplication.activePopupWidget() is desk.menu
    desk.menu.close()


@pytest.mark.parametrize("name", ["swimlane", "chronology"])
def test_the_menu_key_shows_the_menu_of_the_chosen_touchpoint(
    opened: MainWindow, desk: TouchpointDesk, name: str
) -> None:
    ask_for_menu(getattr(opened.deep_dive, name), QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    assert opened.store.session.view.touchpoint == 0
    assert QApplication.activePopupWidget() is desk.menu
    desk.menu.close()


def test_where_no_mark_is_there_is_no_menu(opened: MainWindow) -> None:
    ask_for_menu(opened.deep_dive.swimlane, QPoint(1, 1), QContextMenuEvent.Reason.Mouse)
    viewport = opened.deep_dive.chronology.viewport()
    ask_for_menu(viewport, QPoint(1, viewport.height() - 2), QContextMenuEvent.Reason.Mouse)
    assert QApplication.activePopupWidget() is None
