import re

import pytest

from journey_viewer.model.words import Service
from journey_viewer.theme import THEMES, Theme, load_theme


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


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
def test_every_service_can_be_seen_on_the_ground_and_read_on(theme: Theme, service: Service) -> None:
    look = theme.services[service]
    assert contrast(look.colour, theme.colours["ground"]) >= 3
    assert contrast(look.colour, look.on) >= 4
    assert look.ground == theme.colours["ground"]


@pytest.mark.parametrize("service", list(Service))
def test_with_high_contrast_every_service_stands_out(service: Service) -> None:
    theme = load_theme("contrast")
    assert contrast(theme.services[service].colour, theme.colours["ground"]) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, "ground") for text in ("ink", "quiet", "accent", "navy")),
        *((text, "page") for text in ("ink", "quiet")),
        *(("navy", "accent_soft"), ("ink", "accent_soft"), ("warm", "warm_soft"), ("ink", "warm_soft")),
        *(("on_rail", "rail"), ("on_accent", "accent")),
    ],
)
def test_text_can_be_read_where_it_stands(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colours[text], theme.colours[ground]) >= 4.5


def test_every_colour_is_six_figures(theme: Theme) -> None:
    assert [name for name, told in theme.colours.items() if not re.fullmatch(r"#[0-9A-F]{6}", told)] == []


def test_every_theme_has_the_same_colours_and_shapes(theme: Theme) -> None:
    light = load_theme()
    assert theme.colours.keys() == light.colours.keys()
    assert [look.shape for look in theme.services.values()] == [
        look.shape for look in light.services.values()
    ]


def test_the_theme_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        load_theme().colours["ink"] = "#000000"  # type: ignore[index]
