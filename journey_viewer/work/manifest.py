"""What a pack holds and how it was made, to lie beside its files: names nobody."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from journey_viewer import __version__
from journey_viewer.model.case import Case
from journey_viewer.model.sharing import Shared, ToShare
from journey_viewer.model.words import Family, family_name
from journey_viewer.privacy.risk import Risk

MANIFEST_NAME = "Manifest.json"


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
        "files": [
            {"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files
        ],
    }
    return (json.dumps(holds, indent=2, ensure_ascii=False) + "\n").encode()


def _case(case: Case, shared: Shared, risk: Risk | None) -> dict[str, Any]:
    choices = shared.choices
    return {
        "case": case.label,
        "touchpoints": len(case.touchpoints),
        "age in bands of": "5 years" if choices.five_years else "10 years",
        "time in": "quarters" if choices.quarters else "months",
        "services told as one": [family_name(family) for family in Family if family in choices.folded],
        "contacts left out": len(choices.dropped & set(case.touchpoints.number.tolist())),
        "notes shared": len(shared.notes),
        "reasons of contacts shared": shared.reasons,
        "how many look the same": "not asked" if risk is None else risk.sentence,
        "shared for a reason all the same": bool(choices.reason.strip()),
    }
