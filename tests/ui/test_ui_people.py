from collections.abc import Callable

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, WILHELMINA, contact, session_on

from journey_viewer.model.people import Person
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.search import found
from journey_viewer.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on())
    return window


@pytest.fixture
def rows(opened: MainWindow) -> Callable[[], list[str]]:
    model = opened.deep_dive.people.model()
    return lambda: [model.index(row, 0).data() for row in range(model.rowCount())]


def searched(words: str, *, names_shown: bool = False) -> Session:
    from dataclasses import replace

    session = session_on()
    return replace(session, view=replace(session.view, search=words, names_shown=names_shown))


def test_the_busiest_come_first_with_age_and_counts(rows: Callable[[], list[str]]) -> None:
    assert rows() == [
        "Case A, 75 F, 6 touchpoints · 5 services",
        "Case B, 36 M, 3 touchpoints · 3 services",
        "Case C, 91 F, 2 touchpoints · 1 service",
    ]


def test_with_names_shown_rows_are_headed_by_names(opened: MainWindow, rows: Callable[[], list[str]]) -> None:
    opened.store.look(names_shown=True)
    assert rows()[0].startswith("Case A · Ottilie Quayle")


def test_choosing_a_person_shows_them(opened: MainWindow) -> None:
    opened.store.look(touchpoint=2)
    people = opened.deep_dive.people
    people.setCurrentIndex(people.model().index(1, 0))
    assert opened.store.session.view.person == BARNABY
    assert opened.store.session.view.touchpoint is None


def test_the_person_that_is_shown_is_the_chosen_row(opened: MainWindow) -> None:
    opened.store.look(person=WILHELMINA)
    assert opened.deep_dive.people.currentIndex().row() == 2


def test_the_chosen_person_stays_chosen_when_names_are_shown(opened: MainWindow) -> None:
    opened.store.look(person=BARNABY)
    opened.store.look(names_shown=True)
    assert opened.deep_dive.people.currentIndex().row() == 1
    assert opened.store.session.view.person == BARNABY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", [OTTILIE, BARNABY, WILHELMINA]),
        ("pain", [OTTILIE, BARNABY]),
        ("CHEST pain", [OTTILIE]),
        ("hospital", [OTTILIE]),
        ("voluntary", [BARNABY]),
        ("police", [OTTILIE]),
        ("case c", [WILHELMINA]),
        ("dressing community", [WILHELMINA]),
        ("nobody has this", []),
        ("  ", [OTTILIE, BARNABY, WILHELMINA]),
        ("quayle", []),
        ("9990000026", []),
        ("oakes", []),
    ],
)
def test_words_find_people_by_reason_service_and_label(words: str, expected: list[int]) -> None:
    assert found(searched(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("quayle", [OTTILIE]), ("9990000026", [BARNABY]), ("frost dressing", [WILHELMINA])],
)
def test_names_and_numbers_find_people_while_they_are_shown(words: str, expected: list[int]) -> None:
    assert found(searched(words, names_shown=True)) == expected


def test_a_search_says_how_many_it_found(opened: MainWindow, rows: Callable[[], list[str]]) -> None:
    opened.deep_dive.search.setText("pain")
    assert len(rows()) == 2
    assert opened.deep_dive.people_side.said.text() == "2 of 3 people"


def test_a_search_that_finds_nobody_says_what_to_do(opened: MainWindow) -> None:
    opened.deep_dive.search.setText("zebra")
    assert opened.deep_dive.people_side.said.text() == "Nobody found. Try other words."
    assert opened.deep_dive.people_side.said.isVisible()


def test_a_search_leaves_the_shown_person_on_the_desk(opened: MainWindow) -> None:
    opened.deep_dive.search.setText("dressing")
    assert opened.store.session.view.person == OTTILIE


def test_hiding_names_ends_a_search_that_may_hold_one(
    opened: MainWindow, rows: Callable[[], list[str]]
) -> None:
    opened.header.names.click()
    opened.deep_dive.search.setText("Quayle")
    opened.header.names.click()
    assert opened.deep_dive.search.text() == ""
    assert len(rows()) == 3


def test_other_lists_begin_without_a_search(opened: MainWindow, rows: Callable[[], list[str]]) -> None:
    opened.deep_dive.search.setText("pain")
    opened.store.open(session_on())
    assert opened.deep_dive.search.text() == ""
    assert len(rows()) == 3


def test_the_age_of_somebody_who_died_is_the_same_everywhere(opened: MainWindow) -> None:
    from dataclasses import replace
    from datetime import date

    died = replace(PEOPLE[0], born=date(1950, 10, 1), died=date(2025, 6, 1))
    opened.store.open(session_on(contact(0, "2025-01-02"), contact(0, "2025-12-02"), people=(died,)))
    row = opened.deep_dive.people.model().index(0, 0).data()
    assert "74 F" in row
    assert "aged 74 · died 1 Jun 2025" in opened.deep_dive._about.text()


def test_somebody_of_whom_nothing_is_known_is_a_label(
    opened: MainWindow, rows: Callable[[], list[str]]
) -> None:
    opened.store.open(session_on(contact(0, "2025-01-02"), people=(Person(),)))
    opened.store.look(names_shown=True)
    assert rows() == ["Case A, 1 touchpoint · 1 service"]
