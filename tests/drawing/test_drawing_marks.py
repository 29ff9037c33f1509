"""One mark: what it was and with whom can be told apart without any colour."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from picture_kit import differing, pixels
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from journey_viewer.drawing.marks import paint_mark, paint_span
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.theme import Look, load_theme
from journey_viewer.timeline.layout import Mark, Span

pytestmark = pytest.mark.usefixtures("qapp")

SHAPES = {service: load_theme().services[service].shape for service in Service}
SIDE, MIDDLE, RADIUS = 40, 20.0, 6.0


def _blank() -> tuple[QImage, QPainter]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def drawn(
    shape: str,
    outcome: Outcome = Outcome.ATTENDED,
    kind: Kind = Kind.CONTACT,
    *,
    count: int = 1,
    uncertain: bool = False,
) -> QImage:
    """A mark as large as on the screen, in black on white."""
    image, painter = _blank()
    half = RADIUS if count == 1 else RADIUS * 2.1
    rows = tuple(range(count))
    mark = Mark(MIDDLE, MIDDLE, RADIUS, half, Service.GP, kind, outcome, uncertain, rows)
    paint_mark(painter, mark, Look("#000000", "#FFFFFF", shape))
    painter.end()
    return image


def spanned(*, goes_on: bool = False, attended: bool = True) -> QImage:
    image, painter = _blank()
    span = Span(5, 30, 10, 12, Service.INPATIENT, goes_on, attended, 0)
    paint_span(painter, span, Look("#000000", "#FFFFFF", "bar"))
    painter.end()
    return image


def alike(pictures: Mapping[str, QImage], *, by: int, least: int) -> list[tuple[str, str]]:
    """The pairs of which fewer than so many pixels differ."""
    pairs = combinations(pictures, 2)
    return [(a, b) for a, b in pairs if differing(pictures[a], pictures[b], by=by) < least]


@pytest.mark.parametrize("outcome", [Outcome.ATTENDED, Outcome.DID_NOT_ATTEND])
def test_eleven_services_differ_in_shape_alone(outcome: Outcome) -> None:
    pictures: dict[str, QImage] = {service: drawn(shape, outcome) for service, shape in SHAPES.items()}
    assert len(pictures) == 11
    assert alike(pictures, by=48, least=16) == []


@pytest.mark.parametrize("service", Service)
def test_seven_outcomes_differ_in_every_lane(service: Service) -> None:
    pictures: dict[str, QImage] = {outcome: drawn(SHAPES[service], outcome) for outcome in Outcome}
    assert len(pictures) == 7
    assert alike(pictures, by=48, least=24) == []


@pytest.mark.parametrize("service", Service)
def test_attended_is_solid_in_the_middle_and_missed_is_hollow(service: Service) -> None:
    solid, hollow = (
        drawn(SHAPES[service], outcome) for outcome in (Outcome.ATTENDED, Outcome.DID_NOT_ATTEND)
    )
    assert pixels(solid)[20, 20].max() < 16
    assert pixels(hollow)[20, 20].min() > 239


def test_a_referral_is_an_arrow_in_every_lane() -> None:
    arrows = {pixels(drawn(SHAPES[service], kind=Kind.REFERRAL)).tobytes() for service in Service}
    assert len(arrows) == 1


def test_an_uncertain_date_has_a_ring() -> None:
    assert differing(drawn("circle"), drawn("circle", uncertain=True), by=48) >= 12


def test_a_mark_of_several_says_how_many() -> None:
    assert differing(drawn("circle", count=3), drawn("circle", count=4), by=48) >= 3
    assert differing(drawn("circle", count=3), drawn("circle"), by=48) >= 40


def test_a_stay_that_goes_on_has_no_end() -> None:
    assert pixels(spanned())[14:18, 30].max() < 200
    assert pixels(spanned(goes_on=True))[12:20, 31].min() > 239


def test_a_stay_that_was_not_taken_up_is_empty() -> None:
    assert pixels(spanned())[16, 17].max() < 220
    assert pixels(spanned(attended=False))[16, 17].min() > 239
