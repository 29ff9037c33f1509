"""What a pack holds and how it was made, to lie beside its files: names nobody."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from journey_viewer import __version__
from journey_viewer.model.case import Case
from journey_viewer.model.sharing import Shared, ToShare
from journey_viewer.model.words import Family, family_name
from journey_viewer.privacy.anonymous_patterns import changed_thresholds
from journey_viewer.privacy.risk import CALM_FROM, REASON_BELOW, Risk, RiskLevel

MANIFEST_NAME = "Manifest.json"
_LARGEST = 10_000_000  # bytes
_LEVELS = {  # how many look the same, and nothing of what makes it so
    RiskLevel.CALM: f"{CALM_FROM} or more people look the same",
    RiskLevel.WARNING: f"{REASON_BELOW} to {CALM_FROM - 1} people look the same",
    RiskLevel.REASON: f"under {REASON_BELOW}, shared for a reason",
    RiskLevel.NOT_MEASURABLE: "not measurable",
}


def manifest(
    told: ToShare, risks: Mapping[str, Risk], files: Sequence[tuple[str, bytes]], made_on: date
) -> bytes:
    """The version, the choices case by case, and each file's size and SHA-256. ``risks`` are by the cases' labels."""
    holds: dict[str, Any] = {
        "made by": f"Journey Viewer {__version__}",
        "made on": made_on.isoformat(),
        "anonymised for learning": True,
        "searched before it was kept for": "every name, number, birth date, clinician and place on the lists",
        "cases": [_case(case, shared, risks.get(case.label)) for case, shared in told.cases],
        "actions": len(told.actions),
        "thresholds of patterns changed": [
            {"pattern": one.pattern, "threshold": one.what, "our default": one.default, "now": one.now}
            for one in changed_thresholds(told.thresholds)
        ],
        "files": [
            {"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files
        ],
    }
    return (json.dumps(holds, indent=2, ensure_ascii=False) + "\n").encode()


def superseded(folder: Path, new: Collection[str]) -> list[str]:
    """The files of an earlier pack that lie there just as its manifest tells, and are none of the ``new`` names."""
    try:
        listed = json.loads(_content(folder / MANIFEST_NAME))["files"]
        told = {file["name"]: file["sha256"] for file in listed if Path(file["name"]).name == file["name"]}
    except (OSError, ValueError, TypeError, KeyError):
        return []  # no manifest of ours
    return sorted(name for name in told.keys() - new if _fingerprint(folder / name) == told[name])


def _content(path: Path) -> bytes:
    if not path.is_file() or path.stat().st_size > _LARGEST:
        raise ValueError
    return path.read_bytes()


def _fingerprint(path: Path) -> str:
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _case(case: Case, shared: Shared, risk: Risk | None) -> dict[str, Any]:
    choices = shared.choices
    return {
        "case": case.label,
        "touchpoints": len(case.touchpoints),
        "age in bands of": "5 years" if choices.five_years else "10 years",
        "time in": "quarters" if choices.quarters else "months",
        "services told as one": [family_name(family) for family in Family if family in choices.folded],
        "notes shared": len(shared.notes),
        "reasons of contacts shared": shared.reasons,
        "how many look the same": "not asked" if risk is None else _LEVELS[risk.level],
        "shared for a reason all the same": bool(choices.reason.strip()),
    }
