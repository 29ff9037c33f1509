"""How things look, as plain data: colours, shapes and sizes from resources/theme.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from journey_viewer.paths import resource


@dataclass(frozen=True)
class Look:
    """A service's colour, the text colour that can be read on it, its marker's shape, and what it stands on."""

    colour: str
    on: str
    shape: str
    ground: str = "#FFFFFF"


@dataclass(frozen=True)
class Theme:
    """``colours``: name to #RRGGBB · ``sizes``: name to pixels · ``services``: service id to its look.

    ``scale``: how many times its usual size text is; in ``sizes`` that is done already.
    """

    colours: Mapping[str, str]
    sizes: Mapping[str, float]
    services: Mapping[str, Look]
    scale: float = 1.0
    name: str = "light"

    @property
    def is_large(self) -> bool:
        """Whether text is so large that what usually stands beside each other has to stand under each other."""
        return self.scale >= _LARGE

    def scaled(self, pixels: float) -> int:
        """So many pixels for what holds text, at the size that text has."""
        return round(pixels * self.scale)


_LARGE = 1.4

THEMES = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
"""The themes that there are, and what they are called."""


@cache
def load_theme(name: str = "light", scale: float = 1.0) -> Theme:
    """One of THEMES. Whatever leaves the screen is in the light one."""
    with resource("theme.toml").open("rb") as stream:
        table = tomllib.load(stream)
    changed = table.get(name, {})
    colours = table["colours"] | changed.get("colours", {})
    looks = {
        service: Look(**(look | changed.get("services", {}).get(service, {})), ground=colours["ground"])
        for service, look in table["services"].items()
    }
    sizes = {size: pixels * scale for size, pixels in table["sizes"].items()}
    return Theme(
        MappingProxyType(colours), MappingProxyType(sizes), MappingProxyType(looks), scale=scale, name=name
    )
