"""What stands between the cases and the door: what is known of everybody, how words are cleaned, who could be recognised."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window
from journey_viewer.model.sharing import ToShare
from journey_viewer.privacy.crowd import crowd_of
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.risk import Risk, recognise
from journey_viewer.privacy.words.pieces import leaving
from journey_viewer.privacy.words.scrubber import Scrubber
from journey_viewer.privacy.written import Clean, nothing_leaves


@dataclass(frozen=True, repr=False)
class Guard:
    """``risks``: of each case, by its label; without any, nobody asks for a reason."""

    known: Identifiers
    clean: Clean = nothing_leaves
    risks: Mapping[str, Risk] = field(default_factory=dict)


def guard_of(
    told: ToShare, people: Sequence[int], imported: Imported, window: Window, lists: Imported
) -> Guard:
    """The guard of a pack; ``people`` are the places on the lists of the cases' people, in their order.

    ``lists`` is what was read and ``imported`` the same with what people corrected laid over it: what is
    no longer said still identifies.
    """
    crowd = crowd_of(imported, window)
    risks = {
        case.label: recognise(crowd, person, case, shared.choices)
        for person, (case, shared) in zip(people, told.cases, strict=True)
    }
    known = known_identifiers(lists, imported)
    return Guard(known, cleaner(known), risks)


def cleaner(known: Identifiers) -> Clean:
    """What words written for sharing go through: who reads them knows everything that is on the lists."""
    return partial(_cleaned, Scrubber(known))


def _cleaned(scrubber: Scrubber, text: str, kept: Collection[str]) -> str:
    return leaving(scrubber.read(text), kept).strip() if text.strip() else ""
