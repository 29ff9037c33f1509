"""The patterns as resources/patterns.toml tells them: names, definitions, thresholds and their sources."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from journey_viewer.model.words import Service
from journey_viewer.paths import resource

Thresholds = Mapping[str, float]
"""What somebody changed, "P01.days" -> value; what is not there has its default."""

YES_OR_NO = "yes or no"
NO_CHANGES: Thresholds = MappingProxyType({})


@dataclass(frozen=True)
class Threshold:
    """``key``: "P01.days". ``source``: where the default comes from, or "our default"."""

    key: str
    name: str
    default: float
    unit: str
    least: float
    most: float
    source: str


@dataclass(frozen=True)
class Pattern:
    """``name`` and ``definition`` have their thresholds in braces; ``counts``: what the number in a square is.

    ``services``: those that it is about in any case; none where it is about whichever came.
    """

    id: str
    name: str
    short: str
    definition: str
    counts: str
    group: str
    source: str
    thresholds: tuple[Threshold, ...]
    services: tuple[Service, ...] = ()


@cache
def patterns() -> Mapping[str, Pattern]:
    """All patterns by their ids, in the order of these."""
    told = {key: part for key, part in tables().items() if "definition" in part}
    return MappingProxyType({key: _pattern(key, told[key]) for key in sorted(told)})


def _pattern(key: str, part: Mapping[str, Any]) -> Pattern:
    limits = tuple(Threshold(**{**one, "key": f"{key}.{one['key']}"}) for one in part["thresholds"])
    services = tuple(Service(one) for one in part.get("services", ()))
    return Pattern(id=key, **{**part, "thresholds": limits, "services": services})


@cache
def tables() -> Mapping[str, Any]:
    """The whole file."""
    with resource("patterns.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def defaults() -> Thresholds:
    return MappingProxyType({one.key: one.default for told in patterns().values() for one in told.thresholds})


def limits_with(changed: Thresholds) -> Thresholds:
    """Every threshold: as changed, else its default. A key that there is none of is left out."""
    known = {key: value for key, value in changed.items() if key in defaults()}
    return {**defaults(), **known} if known else defaults()


def changed_by(changed: Thresholds) -> tuple[Threshold, ...]:
    """The thresholds that somebody set to something else than their default."""
    limits = limits_with(changed)
    every = (one for told in patterns().values() for one in told.thresholds)
    return tuple(one for one in every if limits[one.key] != one.default)


def name_of(pattern: str, changed: Thresholds = NO_CHANGES) -> str:
    """What people read: "A&E within 7 days of a GP contact"."""
    told = _told(patterns()[pattern].name, pattern, changed)
    limits = limits_with(changed)
    if pattern == "P12" and not limits["P12.crisis"]:
        return told.partition(",")[0]
    if pattern == "P19" and limits["P19.share"] != defaults()["P19.share"]:
        return told.replace("over a third", f"over {limits['P19.share']:.0%}")
    return told


def definition_of(pattern: str, changed: Thresholds = NO_CHANGES) -> str:
    """What a pattern is, with the thresholds in use."""
    return _told(patterns()[pattern].definition, pattern, changed)


def _told(text: str, pattern: str, changed: Thresholds) -> str:
    limits = limits_with(changed)
    values = {one.key.partition(".")[2]: f"{limits[one.key]:g}" for one in patterns()[pattern].thresholds}
    known = ", ".join(name.replace("_", " ") for name in tables()["problems"])
    return _one(text.format_map({**values, "known": known}))


def _one(text: str) -> str:
    """One of a thing is said as one: "1 day", not "1 days"."""
    units = {one.unit for told in patterns().values() for one in told.thresholds if one.unit.endswith("s")}
    return re.sub(rf"(?<![\d.,])1 ({'|'.join(sorted(unit[:-1] for unit in units))}|time)s\b", r"1 \1", text)
