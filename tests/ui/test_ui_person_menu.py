"""The person behind the data: object, join, unlink, separate, take out."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, ROWS, WILHELMINA, listed, session_on
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from share_kit import rest
from widget_tree import said

from journey_viewer.model.edits import Edits, Joined
from journey_viewer.model.imported import Imported
from journey_viewer.model.kept import Keeping
from journey_viewer.model.notes import Note
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.another_person import AnotherPerson
from journey_viewer.ui.deep_dive.not_the_same import NotTheSame
from journey_viewer.ui.deep_dive.person_bar import standing
from journey_viewer.ui.deep_dive.person_menu import PersonMenu
from journey_viewer.ui.deep_dive.taking_out import what_goes
from journey_viewer.ui.importing.desk import MEANWHILE
from journey_viewer.ui.main_window import MainWindow

ED = 1
"""The second list, of which Ottilie's third and fourth touchpoints are."""


def two_lists() -> Imported:
    rows = [replace(row, source=int(place in (2, 3))) for place, row in enumerate(ROWS)]
    made = listed(*rows)
    return replace(made, sources=(made.sources[0], replace(made.sources[0], file="ed.csv")))


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(replace(session_on(), lists=two_lists()))
    return window


@pytest.fixture
def menu(opened: MainWindow) -> PersonMenu:
    return opened.deep_dive.bar.menu


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., None]], None]:
    """Answers the next dialog: what is handed over does so, as a user would."""

    def prepare(act: Callable[..., None]) -> None:
        def answered(dialog: QDialog) -> bool:
            act(dialog)
            dialog.deleteLater()
            return True

        monkeypatch.setattr(dialogs, "answered", answered)

    return prepare


def says_yes(monkeypatch: pytest.MonkeyPatch, *, yes: bool = True) -> list[str]:
    """Answers whether they are sure; what they were told."""
    asked: list[str] = []

    def sure(_parent: object, _title: str, text: str, *_: str) -> bool:
        asked.append(text)
        return yes

    monkeypatch.setattr(dialogs, "ask_sure", sure)
    return asked


def count(window: MainWindow, person: int) -> int:
    return window.store.session.touchpoint_count(person)


def test_who_objects_is_left_out_and_it_is_said(opened: MainWindow, menu: PersonMenu) -> None:
    menu.objects.trigger()
    session = opened.store.session
    assert session.document.objecting == {OTTILIE}
    assert OTTILIE not in session.may_be_shared
    assert opened.deep_dive._about.text() == "woman · aged 75 · objects: not shared".replace(
        "objects: not shared", "objects:\u00a0not\u00a0shared"
    )
    assert opened.deep_dive.people.model().index(0, 0).data().endswith(", objects")
    menu.objects.trigger()
    assert opened.store.session.document.objecting == frozenset()


def point_at_barnaby(dialog: AnotherPerson) -> None:
    people = dialog.others.model()
    labels = [people.index(row, 0).data() for row in range(people.rowCount())]
    (row,) = (row for row, label in enumerate(labels) if "Case B" in label)
    dialog.others.setCurrentIndex(people.index(row, 0))


def test_two_records_are_joined_and_undo_parts_them(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[AnotherPerson], None]], None]
) -> None:
    answer(point_at_barnaby)
    menu.same.trigger()
    assert (count(opened, OTTILIE), opened.store.session.document.chosen) == (9, (OTTILIE, WILHELMINA))
    assert standing(opened.store.session) == "together with Case B"
    opened.store.undo()
    assert (count(opened, OTTILIE), count(opened, BARNABY)) == (6, 3)


def test_another_person_is_found_by_label_and_by_name_where_names_are_shown(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[AnotherPerson], None]], None]
) -> None:
    found: list[int | None] = []

    def search(dialog: AnotherPerson) -> None:
        for words in ("case c", "thistle", "zebra"):
            dialog.words.setText(words)
            found.append(dialog.person)
        assert not dialog.join.isEnabled()
        assert not said(dialog, ("Thistle",)) or opened.store.session.view.names_shown

    answer(search)
    menu.same.trigger()
    opened.store.look(names_shown=True)
    menu.same.trigger()
    assert found == [WILHELMINA, None, None, WILHELMINA, BARNABY, None]


def test_records_that_were_joined_are_separated_again(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[AnotherPerson], None]], None]
) -> None:
    answer(point_at_barnaby)
    menu.same.trigger()
    menu.aboutToShow.emit()
    (told,) = menu.separate.actions()
    assert told.text() == "Case B"
    told.trigger()
    assert (count(opened, OTTILIE), count(opened, BARNABY)) == (6, 3)
    menu.aboutToShow.emit()
    assert not menu.separate.menuAction().isVisible()


def test_what_a_list_says_of_somebody_else_makes_a_person_with_the_next_letter(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[NotTheSame], None]], None]
) -> None:
    opened.store.choose(notes=(Note(1, OTTILIE, "Fell twice", touchpoint=3),))
    opened.store.look(touchpoint=3)
    answer(lambda dialog: dialog.tick(ED))
    menu.not_same.trigger()
    session = opened.store.session
    other = session.document.order[-1]
    assert (session.label(other), count(opened, OTTILIE), count(opened, other)) == ("Case D", 4, 2)
    assert session.document.notes[0].person == other
    assert (session.view.person, session.view.touchpoint) == (OTTILIE, None)
    opened.store.undo()
    assert (count(opened, OTTILIE), other in opened.store.session.document.order) == (6, False)
    opened.store.redo()
    assert count(opened, other) == 2


def test_some_lists_tell_of_the_person_and_some_do_not(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[NotTheSame], None]], None]
) -> None:
    allowed: list[bool] = []

    def tick_each_way(dialog: NotTheSame) -> None:
        for ticks in ((), (0,), (0, ED)):
            dialog.tick(*ticks)
            allowed.append(dialog.part.isEnabled())
        dialog.tick()

    answer(tick_each_way)
    menu.not_same.trigger()
    assert allowed == [False, True, False]


def test_who_comes_from_one_list_cannot_be_parted_and_it_says_why(
    opened: MainWindow, menu: PersonMenu
) -> None:
    opened.store.look(person=BARNABY)
    menu.aboutToShow.emit()
    assert not menu.not_same.isEnabled()
    assert menu.not_same.toolTip() == "Everything about them comes from one list."


def test_who_is_taken_out_is_gone_for_good_and_the_next_is_shown(
    opened: MainWindow, menu: PersonMenu, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.store.look(names_shown=True)
    opened.store.choose(notes=(Note(1, OTTILIE, "Lives with her sister"),))
    asked = says_yes(monkeypatch)
    held = weakref.ref(opened.store.session.lists)
    menu.take_out.trigger()
    gc.collect()
    assert held() is None
    assert opened.store.session.document.people == (BARNABY, WILHELMINA)
    assert opened.store.session.view.person == BARNABY
    assert (opened.store.can_undo, opened.store.can_redo) == (False, False)
    assert said(opened, ("Quayle", "9990000018", "stairs", "sister")) == set()
    assert "6 touchpoints and 1 note" in asked[0]


def test_who_is_not_sure_takes_nobody_out(
    opened: MainWindow, menu: PersonMenu, monkeypatch: pytest.MonkeyPatch
) -> None:
    says_yes(monkeypatch, yes=False)
    menu.take_out.trigger()
    assert len(opened.store.session.document.people) == 3


def test_a_page_of_somebody_who_was_taken_out_is_not_kept_for_sharing(
    opened: MainWindow, menu: PersonMenu, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.store.look(place="share")
    rest(opened, qtbot)
    assert opened.share.preview.accessibleDescription()
    opened.store.look(place="deep_dive")
    says_yes(monkeypatch)
    menu.take_out.trigger()
    assert opened.share.preview.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("keeping", "promise"),
    [
        (Keeping(), "reading these anew after closing them will"),
        (Keeping("Riverside"), "Backups of the case file are made anew without them."),
    ],
)
def test_before_somebody_is_taken_out_it_is_said_what_that_means(keeping: Keeping, promise: str) -> None:
    told = what_goes(replace(session_on(), keeping=keeping), OTTILIE)
    assert promise in told
    assert "cannot be undone" in told
    assert not any(part in told for part in PEOPLE[OTTILIE].name.split())


def test_where_nothing_may_be_changed_every_entry_says_why(opened: MainWindow, menu: PersonMenu) -> None:
    opened.store.say_kept(Keeping("Riverside", read_only=True, why="Dr Quill has it open."))
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in entries if action.isEnabled()] == []
    assert {action.toolTip() for action in entries} == {"Dr Quill has it open."}


def test_lists_that_were_read_while_somebody_was_taken_out_do_not_bring_them_back(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("Person,Date,Service\nOttilie Quayle,2025-01-02,GP\n", encoding="utf-8")
    with qtbot.waitSignal(opened.tasks.ended):
        opened.import_desk.add([tmp_path / "a.csv"])
        opened.store.take_out(OTTILIE)
    assert opened.store.session.document.people == (BARNABY, WILHELMINA)
    assert opened.notice.text == MEANWHILE


def test_lists_that_are_added_say_what_they_brought(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = "Ottilie Quayle,9990000018,2025-01-02,GP\nBarnaby Thistle,9990000026,2025-01-03,GP\n"
    (tmp_path / "a.csv").write_text(f"Person,NHS number,Date,Service\n{rows}", encoding="utf-8")
    opened.store.take_out(OTTILIE)
    with qtbot.waitSignal(opened.tasks.ended):
        opened.import_desk.add([tmp_path / "a.csv"])
    assert opened.notice.text.endswith(
        "1 touchpoint is new, 0 were there before, 0 are no longer told of."
        " 1 person who was taken out for good was left out again."
    )
    assert opened.store.session.document.people == (BARNABY, WILHELMINA)


def test_who_was_parted_is_told_of(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[NotTheSame], None]], None]
) -> None:
    answer(lambda dialog: dialog.tick(ED))
    menu.not_same.trigger()
    assert opened.notice.text == "What these lists tell is now Case D."


def test_what_a_list_calls_somebody_it_took_for_another_stays_hidden(
    opened: MainWindow, menu: PersonMenu, answer: Callable[[Callable[[NotTheSame], None]], None]
) -> None:
    rows = [replace(row, source=int(place == 2)) for place, row in enumerate(ROWS)]
    rows[2] = replace(rows[2], reason="Ottilie Quayle fell")
    made = listed(*rows)
    opened.store.open(replace(session_on(), lists=replace(made, sources=made.sources * 2)))
    answer(lambda dialog: dialog.tick(ED))
    menu.not_same.trigger()
    opened.store.look(person=opened.store.session.document.order[-1])
    assert "fell" in opened.deep_dive.chronology.model().index(0, 0).data()
    assert said(opened, ("Ottilie", "Quayle")) == set()


def test_whoever_separates_is_told_that_what_was_written_stays(opened: MainWindow) -> None:
    opened.store.choose(edits=Edits(joined=(Joined(OTTILIE, BARNABY),)))
    opened.deep_dive.bar.desk.separate(BARNABY)
    assert opened.notice.text == (
        "Case B stands alone again. What was written while they were one person stays with Case A: look it through."
    )
