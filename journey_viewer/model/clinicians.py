"""What a clinician's text tells: a role, and whether it names anybody."""

import re
import tomllib
from functools import cache

from journey_viewer.model.words import Service
from journey_viewer.paths import resource

# The first that stands in the text as a whole word names the role; the text itself goes nowhere.
_ROLES = (
    ("Nurse", r"nurse|sister|matron|rgn|rmn|cpn|anp|hca"),
    ("Pharmacist", r"pharmacist"),
    ("Paramedic", r"paramedic"),
    ("Physiotherapist", r"physio|physiotherapist"),
    ("Occupational therapist", r"occupational therapist|ot"),
    ("Health visitor", r"health visitor"),
    ("Midwife", r"midwife"),
    ("Social worker", r"social worker"),
    ("Link worker", r"link worker|social prescriber"),
    ("Psychologist", r"psychologist"),
    ("Consultant", r"consultant"),
    ("Doctor", r"dr|doctor|registrar"),
)
ROLE_UNTOLD = "Clinician"
_PATTERNS = tuple((role, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for role, words in _ROLES)
_TITLE = re.compile(r"\s*(?:dr|doctor)\b", re.IGNORECASE)  # before a surname that is also a role: Dr Nurse
_LANES = {
    Service.SOCIAL_CARE: "Worker",
    Service.VOLUNTARY: "Worker",
    Service.OTHER: "Worker",
    Service.AMBULANCE: "Crew",
}


def role_of(clinician: str, service: Service) -> str:
    """The role that a clinician's text or, failing that, the lane tells; "" where nobody is named."""
    if not clinician.strip():
        return ""
    doctor = "GP" if service is Service.GP else "Doctor"
    if _TITLE.match(clinician):
        return doctor
    for role, pattern in _PATTERNS:
        if pattern.search(clinician):
            return doctor if role == "Doctor" else role
    return _LANES.get(service, ROLE_UNTOLD)


@cache
def generic_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Of [clinicians] in resources/measures.toml: words that name nobody; those of them that say it may be anyone; texts that name nobody as a whole."""
    with resource("measures.toml").open("rb") as stream:
        table = tomllib.load(stream)["clinicians"]
    anybody = frozenset(table["anybody"])
    return frozenset(table["generic"]) | anybody, anybody, frozenset(table["whole"])
