"""With names hidden no file or sheet that is named after somebody says so either."""

from dataclasses import replace
from pathlib import Path

import pytest
from invented import IDENTITIES, OTTILIE, listed, session_on
from widget_tree import said

from journey_viewer.errors import NotAList
from journey_viewer.model.imported import Imported, Refusal, ServiceAsked
from journey_viewer.model.words import Service
from journey_viewer.ui.deep_dive.not_the_same import NotTheSame
from journey_viewer.ui.deep_dive.words import file_as_shown
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


@pytest.mark.parametrize("place", ["deep_dive", "lists", "share"])
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
    assert file_as_shown(name, lists, names_shown=False) == expected
    assert file_as_shown(name, lists, names_shown=True) == name
