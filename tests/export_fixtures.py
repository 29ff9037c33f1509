"""A small page, laid out by hand: one of everything that a deck draws."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from journey_viewer.export.deck import write_deck
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.theme import Theme, load_theme
from journey_viewer.timeline.key import lay_out_key
from journey_viewer.timeline.layout import (
    NO_CONTACT,
    NOT_SUPPLIED,
    AnonymousLayout,
    Frame,
    Lane,
    Mark,
    Silence,
    Span,
    Tick,
)
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.scale import Scale


def _width(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.56 if bold else 0.52)


def _mark(x: float, service: Service, outcome: Outcome, **changes: Any) -> Mark:
    y = 80.0 if service is Service.GP else 160.0
    return replace(Mark(x, y, 9, 9, service, Kind.CONTACT, outcome, uncertain=False, rows=(0,)), **changes)


_MARKS = (
    _mark(320, Service.GP, Outcome.ATTENDED),
    _mark(380, Service.GP, Outcome.DID_NOT_ATTEND),
    _mark(440, Service.GP, Outcome.CANCELLED_BY_PERSON),
    _mark(500, Service.GP, Outcome.UNKNOWN),
    _mark(560, Service.GP, Outcome.ATTENDED, half=21.6, rows=(4, 5, 6)),
    _mark(640, Service.GP, Outcome.REFUSED),
    _mark(420, Service.AE, Outcome.ATTENDED, uncertain=True),
    _mark(520, Service.AE, Outcome.CANCELLED_BY_SERVICE),
)
_SPANS = (
    Span(700, 900, 226, 32, Service.INPATIENT, goes_on=False, attended=True, row=10),
    Span(950, 1100, 226, 32, Service.INPATIENT, goes_on=False, attended=False, row=11),
    Span(1500, 1788, 226, 32, Service.INPATIENT, goes_on=True, attended=True, row=12),
)
_LAYOUT = AnonymousLayout(
    frame=Frame(1800, 622, 24, 9),
    left=290,
    right=1788,
    top=50,
    bottom=576,
    lanes=(
        Lane((Service.GP,), "GP practice", 8, 80, 60, ""),
        Lane((Service.AE,), "A&E", 2, 160, 100, ""),
        Lane((Service.INPATIENT,), "Hospital stay", 3, 242, 64, ""),
        Lane((Service.OUTPATIENT,), "Outpatients", 0, 350, 152, NO_CONTACT),
        Lane((Service.VOLUNTARY,), "Voluntary sector", 0, 501, 150, NOT_SUPPLIED),
    ),
    marks=_MARKS,
    spans=_SPANS,
    silences=(Silence(1150, 1450, 1300, "no contact for 3 months"),),
    ticks=(Tick(290, "month 1", strong=True), Tick(1040, "month 4", strong=False)),
    day_zero="month 1 begins with the first contact",
    scale=Scale(0, 6, 290, 1788),
)


@pytest.fixture
def theme() -> Theme:
    return load_theme()


@pytest.fixture
def page() -> Page:
    lines = (
        Line("title", "Case C: 13 touchpoints", 60, 30, 44, True, "ink"),
        Line("subtitle", "Woman, 50–59.", 60, 90, 28, False, "quiet"),
        Line("heading", "What we see", 60, 806, 28, True, "navy"),
        Line("bullet", "All A&E visits came after", 90, 848, 24, False, "ink"),
        Line("more", "a contact with the GP practice", 90, 882, 24, False, "ink"),
        Line("bullet", "3 stays", 90, 916, 24, False, "ink"),
        Line("footer", "Anonymised, for learning.", 60, 1040, 22, False, "quiet"),
    )
    key = lay_out_key(_LAYOUT, left=60, right=1860, middle=778, width=_width)
    return Page("Case C", lines, _LAYOUT, 60, 138, key, "Swimlane of Case C: 13.", "Month 1: A&E.\nMonth 2.")


@pytest.fixture
def parts(page: Page, theme: Theme) -> dict[str, bytes]:
    """The parts of a deck of one slide, by name and in the file's order."""
    with ZipFile(io.BytesIO(write_deck([page], theme, date(2026, 4, 1)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def opened(theme: Theme) -> Callable[..., Any]:
    """Writes pages as a deck and opens it as another program would."""

    def open_deck(*pages: Page) -> Any:
        return Presentation(io.BytesIO(write_deck(pages, theme, date(2026, 4, 1))))

    return open_deck
