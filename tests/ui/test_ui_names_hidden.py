"""With names hidden no file or sheet that is named after somebody says so either."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, PLACE, contact, listed, session_on
from widget_tree import said, texts_in

from journey_viewer.errors import NotAList
from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework
from journey_viewer.model.edits import Edits, Joined
from journey_viewer.model.imported import Imported, Refusal, ServiceAsked
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.notes import Note
from journey_viewer.model.words import Service
from journey_viewer.ui.deep_dive.not_the_same import NotTheSame
from journey_viewer.ui.deep_dive.words import as_shown, veil_of, veil_over
from journey_viewer.ui.main_window import MainWindow

NAMED = "Quayle_Ottilie 999 000 0018.xlsx"
ASKED = (ServiceAsked(NAMED, str(Path(NAMED))),)


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    (source,), (problem,) = listed().sources, listed().problems
    one = replace(source, file=NAMED, sheet="Ottilie")
    told = (one, replace(source, file="Thistle.csv"))
    refused = (Refusal("Frost.csv", str(NotAList())),)
    problems = (replace(problem, file=NAMED),)
    window.store.open(session_on(sources=told, problems=problems, refusals=refused, asked=ASKED))
    return window


@pytest.mark.parametrize("place", ["find", "deep_dive", "patterns", "meeting", "lists", "share", "follow_up"])
def test_no_place_says_what_files_are_called(opened: MainWindow, place: str) -> None:
    opened.store.look(place=place, touchpoint=0)
    assert said(opened, IDENTITIES) == set()


def test_with_names_shown_every_file_is_called_what_it_is(opened: MainWindow) -> None:
    opened.store.look(place="lists", names_shown=True)
    assert said(opened.lists, IDENTITIES) == {"Ottilie", "Quayle", "9990000018", "Thistle", "Frost"}


def test_showing_names_leaves_the_answers_that_were_begun(opened: MainWindow) -> None:
    opened.lists.services.choose(0, Service.AE)
    opened.store.look(names_shown=True)
    assert opened.lists.services.choices[0].currentText() == "A&E"


def test_the_question_which_lists_tell_of_somebody_else_names_nobody(opened: MainWindow) -> None:
    session = opened.store.session
    assert said(NotTheSame(session, {0: 3, 1: 4}, opened), IDENTITIES) == set()
    shown = replace(session, view=replace(session.view, names_shown=True))
    assert said(NotTheSame(shown, {0: 3, 1: 4}, opened), IDENTITIES) >= {"Ottilie", "Quayle", "Thistle"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("contacts.xlsx", "contacts.xlsx"),
        ("Quayle, Ottilie.csv", "…, ….csv"),
        ("OTTILIE_quayle.csv", "…_….csv"),
        ("9990000018.csv", "….csv"),
        ("Oakes 2025-11.csv", "… 2025-11.csv"),
        ("20251128.csv", "20251128.csv"),
        ("", ""),
    ],
)
def test_names_and_numbers_are_blotted_out_of_a_files_name(name: str, expected: str) -> None:
    lists: Imported = session_on().imported
    assert lists.people[OTTILIE].name == "Ottilie Quayle"
    assert veil_over(lists, names_shown=False)(name) == expected
    assert veil_over(lists, names_shown=True)(name) == name


def test_the_number_of_a_record_that_was_joined_is_hidden_in_what_was_written(window: MainWindow) -> None:
    window.store.open(session_on())
    written = "Barnaby, 999 000 0026 or 9990000018, on 2025-03-05 10:30"
    window.store.choose(
        edits=Edits(joined=(Joined(OTTILIE, BARNABY),)), notes=(Note(1, OTTILIE, written, touchpoint=1),)
    )
    window.store.look(note=1)
    assert window.deep_dive.side.notes.editor.text.draft.shown == "…, … or …, on 2025-03-05 10:30"
    assert said(window, IDENTITIES) == set()


def test_a_number_in_a_reason_is_hidden(window: MainWindow) -> None:
    window.store.open(session_on(contact(OTTILIE, "2025-02-03", reason="Call 999-000-0018 about Quayle")))
    assert said(window, IDENTITIES) == set()
    assert "Call … about …" in "\n".join(texts_in(window))


@pytest.mark.parametrize("place", ["meeting", "follow_up", "deep_dive"])
def test_no_place_stands_in_what_was_written(window: MainWindow, place: str) -> None:
    window.store.open(session_on())
    window.store.choose(
        chosen=(OTTILIE,),
        casework={OTTILIE: Casework(question=f"What could {PLACE} do?")},
        actions=(Action(1, OTTILIE, f"Ring {PLACE}", lead=f"Manager, {PLACE}"),),
        meetings=(Meeting(1, date(2026, 1, 10), (f"Manager, {PLACE}",), f"Help {PLACE}", minutes=60),),
    )
    window.store.look(place=place)
    assert said(window, IDENTITIES) == set()


@pytest.mark.parametrize(
    ("listed_place", "text", "expected"),
    [
        (PLACE, "Manager, Elmgrove Surgery", "Manager, …"),
        (PLACE, "at ELMGROVE  surgery: the surgery rang", "at …: the surgery rang"),
        ("St Mary's Hospital", "St Mary’s Hospital, ward 3", "…, ward 3"),
        ("Elm Surgery", "Elm Surgery; an elm", "…; an elm"),
        ("Surgery", "Lead GP, the surgery", "Lead GP, the surgery"),
        ("Care home", "a care home", "a care home"),
        ("Practice 2", "Lead GP, Practice 2", "Lead GP, Practice 2"),
    ],
)
def test_the_full_name_of_a_place_is_blotted_out_and_its_kind_alone_is_not(
    listed_place: str, text: str, expected: str
) -> None:
    session = session_on(contact(OTTILIE, "2025-02-03", place=listed_place, reason=text))
    case = session.case(OTTILIE)
    assert veil_over(session.imported, names_shown=False)(text) == expected
    assert veil_of(case, names_shown=False)(text) == expected
    assert veil_of(case, names_shown=True)(text) == text
    assert as_shown(case.touchpoints[0], case.person, names_shown=False).reason == expected
