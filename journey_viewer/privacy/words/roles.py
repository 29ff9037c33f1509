"""What stands beside a clinician's name."""

import re

from journey_viewer.privacy.words.normal import without_accents

_WORD = re.compile(r"[^\W_]+")
ROLES = frozenset(  # what stands beside a clinician's name
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "professor",
        "doctor",
        "nurse",
        "sister",
        "matron",
        "gp",
        "cpn",
        "anp",
        "acp",
        "hca",
        "rmn",
        "rgn",
        "st",
        "sho",
        "physio",
        "physiotherapist",
        "pharmacist",
        "paramedic",
        "midwife",
        "consultant",
        "registrar",
        "team",
        "clinician",
        "worker",
        "social",
        "link",
        "health",
        "visitor",
        "practitioner",
        "psychologist",
        "occupational",
        "therapist",
        "clinic",
        "practice",
        "community",
        "district",
        "mental",
        "duty",
        "locum",
        "the",
        "and",
        "of",
        "for",
        "not",
        "known",
        "staff",
        "senior",
        "advanced",
        "assistant",
        "specialist",
    ]
)


def is_a_role(words: str) -> bool:
    """True where each word is one that stands beside a clinician's name: "Social worker"."""
    return all(word in ROLES for word in _WORD.findall(without_accents(words.casefold())))
