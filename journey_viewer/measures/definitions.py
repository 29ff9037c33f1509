"""What each measure is, in words that a person can check."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from journey_viewer.paths import resource


class MeasureId(StrEnum):
    """Stable ids of the measures, in the order in which they are told."""

    TOUCHPOINTS = "touchpoints"
    SERVICES = "services"
    CONTACTS = "contacts"
    HANDOVERS = "handovers"
    GP_CONTACTS = "gp_contacts"
    FREQUENCY = "frequency"
    GP_CLINICIANS = "gp_clinicians"
    MOST_SEEN = "most_seen"
    COC = "coc"
    SECON = "secon"
    DOCTORS_ONLY = "doctors_only"
    OWN_GP = "own_gp"
    MISSED = "missed"
    OUT_OF_HOURS = "out_of_hours"
    NOT_CLINICAL = "not_clinical"
    AE = "ae"
    NIGHTS = "nights"
    LONGEST_GAP = "longest_gap"
    WAITS = "waits"
    COST = "cost"


@dataclass(frozen=True)
class Definition:
    """Texts to be shown beside a measure, from resources/measures.toml."""

    id: MeasureId
    name: str
    definition: str
    formula: str
    edge_cases: str
    source: str


@dataclass(frozen=True)
class Mark:
    """From where on a number is worth a headline, in its unit, and who drew the line."""

    at: float
    unit: str
    source: str


def definition(measure: MeasureId) -> Definition:
    """What this measure is."""
    return Definition(measure, **_file()["measures"][measure.value])


def mark(measure: MeasureId) -> Mark:
    """KeyError where the measure is no headline."""
    return Mark(**_file()["marks"][measure.value])


@cache
def _file() -> dict[str, Any]:
    with resource("measures.toml").open("rb") as stream:
        return tomllib.load(stream)
