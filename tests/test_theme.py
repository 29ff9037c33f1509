import re

import pytest

from journey_viewer.model.words import Service
from journey_viewer.theme import load_theme

THEME = load_theme()


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_rightly() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("service", list(Service))
def test_every_service_can_be_seen_on_the_ground_and_read_on(service: Service) -> None:
    look = THEME.services[service]
    assert contrast(look.colour, THEME.colours["ground"]) >= 3
    assert contrast(look.colour, look.on) >= 4


@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "navy"])
def test_text_can_be_read_on_the_ground(name: str) -> None:
    assert contrast(THEME.colours[name], THEME.colours["ground"]) >= 4.5


@pytest.mark.parametrize("name", list(THEME.colours))
def test_a_colour_is_six_figures(name: str) -> None:
    assert re.fullmatch(r"#[0-9A-F]{6}", THEME.colours[name])


def test_the_theme_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        THEME.colours["ink"] = "#000000"  # type: ignore[index]
