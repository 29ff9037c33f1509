"""How things look, as plain data: colours, shapes and sizes from resources/theme.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from journey_viewer.paths import resource


@dataclass(frozen=True)
class Look:
    """A service's colour, the text colour that can be read on it, and its marker's shape."""

    colour: str
    on: str
    shape: str


@dataclass(frozen=True)
class Theme:
    """``colours``: name to #RRGGBB · ``sizes``: name to pixels · ``services``: service id to its look."""

    colours: Mapping[str, str]
    sizes: Mapping[str, float]
    services: Mapping[str, Look]


@cache
def load_theme() -> Theme:
    """The theme that comes with the program."""
    with resource("theme.toml").open("rb") as stream:
        table = tomllib.load(stream)
    looks = {service: Look(**look) for service, look in table["services"].items()}
    return Theme(
        MappingProxyType(table["colours"]), MappingProxyType(table["sizes"]), MappingProxyType(looks)
    )
