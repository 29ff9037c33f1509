"""Places leave as a kind and the order in which they appear in the journey: "Hospital A", "Care home B"."""

import re

from journey_viewer.model.words import Service

# The first that stands in the text as a whole word names the kind; the text itself goes nowhere.
_KINDS = (
    ("Care home", r"care home|nursing home|residential home"),
    ("School", r"school|college|academy|nursery"),
    ("Hospice", r"hospice"),
    ("Hospital", r"hospital|infirmary|ward"),
    ("Surgery", r"surgery|medical centre|medical practice|health centre|practice"),
    ("Clinic", r"clinic"),
)
PLACE_UNTOLD = "Place"
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_AT_HOME = re.compile(r"\b(?:at home|own home|home visit|patient's home)\b|^home$", re.IGNORECASE)
_LANES = {
    Service.GP: "Surgery",
    Service.AE: "Hospital",
    Service.INPATIENT: "Hospital",
    Service.OUTPATIENT: "Hospital",
}


def kind_of_place(place: str, service: Service) -> str:
    """The kind that a place's text or, failing that, the lane tells; "" where none is named or it is their home."""
    if not place.strip() or _AT_HOME.search(place):
        return ""
    for kind, pattern in _PATTERNS:
        if pattern.search(place):
            return kind
    return _LANES.get(service, PLACE_UNTOLD)
