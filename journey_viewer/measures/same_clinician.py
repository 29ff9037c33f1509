"""Whether two texts name the same clinician."""

from journey_viewer.model.people import same_name

_TITLES = frozenset({"dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"})
_FULL = 2  # words of a name, of which none is an initial


def clinician_key(text: str) -> tuple[str, ...]:
    """What the spellings of one clinician have in common.

    The same words whatever their order, case and punctuation: "OSEI, Amara (Dr)" is "Dr Amara Osei". A title is left out
    where a forename and a surname are given in full; "Dr A Osei" may be somebody else, and keeps all of its words.
    """
    words = same_name(text).split()
    named = [word for word in words if word not in _TITLES]
    full = len(named) >= _FULL and all(len(word) > 1 for word in named)
    return tuple(sorted(named if full else words))
