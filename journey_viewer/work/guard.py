"""What stands between the cases and the door: what is known of everybody, how words are cleaned, who could be recognised."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window
from journey_viewer.model.sharing import ToShare
from journey_viewer.privacy.crowd import crowd_of
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.risk import Risk, recognise
from journey_viewer.privacy.words.pieces import Piece, kind_of, leaving, left_in
from journey_viewer.privacy.words.scrubber import Scrubber
from journey_viewer.privacy.written import Clean, Reread, nothing_is_left, nothing_leaves

_MOST_READINGS = 4

Read = Callable[[str], tuple[Piece, ...]]
"""A text -> its pieces."""


@dataclass(frozen=True, repr=False)
class Guard:
    """``risks``: of each case, by its label; without any, nobody asks for a reason.

    ``reread`` reads once more what ``clean`` let through.
    """

    known: Identifiers
    clean: Clean = nothing_leaves
    reread: Reread = nothing_is_left
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
    return Guard(known, cleaner(known), rereader(known), risks)


def guard_of_words(imported: Imported, lists: Imported) -> Guard:
    """The guard of what holds no journey, only words: minutes and actions."""
    known = known_identifiers(lists, imported)
    return Guard(known, cleaner(known), rereader(known))


def cleaner(known: Identifiers) -> Clean:
    """What words written for sharing go through: who reads them knows everything that is on the lists."""
    return partial(cleaned, Scrubber(known).read)


def rereader(known: Identifiers) -> Reread:
    """What reads words once more before they are written, with the same knowledge."""
    return partial(_reread, Scrubber(known))


def cleaned(read: Read, text: str, kept: Collection[str]) -> str:
    """What may leave of a text. Read until nothing more is found: a mark in a name's place can show the next word for what it is."""
    for _ in range(_MOST_READINGS):
        told = leaving(read(text), kept).strip() if text.strip() else ""
        if told == text:
            break
        text = told
    return text


def _reread(scrubber: Scrubber, text: str, kept: Collection[str]) -> str:
    rule = left_in(scrubber.read(text), kept)
    return "" if rule is None else kind_of(rule)
