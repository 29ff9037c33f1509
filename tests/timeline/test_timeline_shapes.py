from itertools import product

import pytest

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.theme import load_theme
from journey_viewer.timeline.shapes import SHAPES, Figure, figure


def test_every_service_has_a_shape_of_its_own() -> None:
    shapes = [load_theme().services[service].shape for service in Service]
    assert len({SHAPES[shape] for shape in shapes}) == len(Service)


def test_every_outcome_can_be_told_without_colour() -> None:
    drawn = [figure("circle", Kind.CONTACT, outcome) for outcome in Outcome]
    assert len(set(drawn)) == len(Outcome)


@pytest.mark.parametrize(("kind", "outcome"), list(product(Kind, Outcome)))
def test_attended_is_solid_and_not_attended_is_not(kind: Kind, outcome: Outcome) -> None:
    drawn: Figure = figure("diamond", kind, outcome)
    solid_outline = drawn.fill == "full" and drawn.points == SHAPES["diamond"]
    assert solid_outline is (outcome is Outcome.ATTENDED and kind is not Kind.REFERRAL)


@pytest.mark.parametrize("name", list(SHAPES))
def test_a_shape_stays_near_its_radius(name: str) -> None:
    assert all(x * x + y * y <= 2.3 for x, y in SHAPES[name])
