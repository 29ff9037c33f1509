"""What a copied picture says in words under it."""

from dataclasses import replace

import pytest
from invented import OTTILIE, session_on
from journey_kit import picture, settle, swimlane
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.timeline.looking import HOSPITAL, Filter, Lanes, Looking
from journey_viewer.ui.deep_dive.caption import caption_of
from journey_viewer.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


def caption(window: MainWindow, looking: Looking) -> tuple[str, ...]:
    window.store.look(looking=looking)
    return caption_of(swimlane(window).shown, picture(window))


@pytest.mark.parametrize(
    ("looking", "words"),
    [
        (Looking(), ()),
        (Looking(first=739000, last=739100), ()),
        (
            Looking(filter=Filter(services=frozenset({Service.GP, Service.AE}))),
            ("Filtered by services: GP practice, A&E. 3 of 6 touchpoints are dimmed.",),
        ),
        (
            Looking(filter=Filter(outcomes=frozenset({Outcome.REFUSED}), kinds=frozenset({Kind.CONTACT}))),
            ("Filtered by outcomes: refused or closed; kinds: contact. 5 of 6 touchpoints are dimmed.",),
        ),
        (
            Looking(lanes=Lanes().hide((Service.GP,)).merge(HOSPITAL)),
            (
                "Not drawn: GP practice (2 touchpoints).",
                "In one lane: A&E, Hospital stay, Outpatients.",
            ),
        ),
        (Looking(lanes=Lanes().move((Service.AE,), -2)), ()),
    ],
    ids=["as usual", "a close look", "services", "outcomes and kinds", "lanes", "moved lanes"],
)
def test_what_is_not_as_usual_is_said(opened: MainWindow, looking: Looking, words: tuple[str, ...]) -> None:
    assert caption(opened, looking) == words


def test_words_that_somebody_looked_for_are_not_quoted(opened: MainWindow) -> None:
    told = caption(opened, Looking(filter=Filter(text="Wandering")))
    assert told == ("Filtered by words in reasons and services. 5 of 6 touchpoints are dimmed.",)


def test_folded_time_is_told_with_its_days(opened: MainWindow) -> None:
    (told,) = caption(opened, Looking(folded=True))
    folds = picture(opened).scale.folds
    days = sum(round(last - first) for first, last in folds)
    assert (
        told
        == f"Time is folded in {len(folds)} places: {days} days in which nothing happened are drawn narrow."
    )


def test_the_words_have_room_of_their_own_under_the_picture(opened: MainWindow) -> None:
    plain = swimlane(opened).image()
    opened.store.look(looking=Looking(lanes=Lanes().hide((Service.GP,))))
    captioned = swimlane(opened).image()
    opened.store.look(looking=replace(Looking(), lanes=Lanes().hide((Service.GP,)).hide((Service.AE,))))
    same = swimlane(opened).image()
    assert plain is not None
    assert captioned is not None
    assert same is not None
    assert captioned.width() == plain.width()
    assert captioned.height() == same.height() > plain.height()
    below = captioned.copy(0, plain.height(), plain.width(), captioned.height() - plain.height())
    ground = below.pixelColor(2, 2)
    assert any(below.pixelColor(x, y) != ground for x in range(40, 400) for y in range(below.height()))


def test_nothing_is_said_where_nobody_is_shown(opened: MainWindow) -> None:
    layout = picture(opened)
    assert caption_of(replace(swimlane(opened).shown, case=None), layout) == ()
    assert opened.store.session.view.person == OTTILIE
