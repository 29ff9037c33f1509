"""Two records turn out to be one person, or one record to be about two: lists and document after that was said."""

from collections.abc import Collection
from dataclasses import fields, replace

import numpy as np

from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.sharing import ForSharing


def joined(document: Document, kept: int, other: int) -> Document:
    """``other`` is the same person as ``kept``, who gains their place among the chosen and what was written.

    What was written about ``other`` stays under their place too, for when they are separated again.
    """
    edits = document.edits.with_joined(kept, other)
    if edits == document.edits:
        return document
    chosen = tuple(dict.fromkeys(kept if person == other else person for person in document.chosen))
    casework = dict(document.casework)
    if other in casework:
        casework[kept] = _both(document.casework_of(kept), casework[other])
    sharing = dict(document.sharing)
    if other in sharing:
        sharing[kept] = _both_choices(document.sharing_of(kept), sharing[other])
    return replace(document, edits=edits, chosen=chosen, casework=casework, sharing=sharing)


def separated(lists: Imported, document: Document, other: int) -> Document:
    """A record that was joined is about somebody else after all: they have their own place and letter again.

    Notes on their touchpoints go with them; what else was written while the two were one stays with
    whom it was written about.
    """
    edits = document.edits.without_joined(other)
    theirs = frozenset(lists.touchpoints.number[edits.persons(lists.touchpoints) == other].tolist())
    notes = (note for note in document.notes if edits.kept_place(note.person) != other)
    moved = {note.number: replace(note, person=other) for note in notes if note.touchpoint in theirs}
    return replace(
        document, edits=edits, notes=tuple(moved.get(note.number, note) for note in document.notes)
    )


def unlinked(
    lists: Imported, document: Document, person: int, sources: Collection[int]
) -> tuple[Imported, Document]:
    """What these sources say of ``person`` is about somebody else, who has the last place and the next letter.

    Notes on their touchpoints go with them.
    """
    to = len(lists.people)
    theirs = document.edits.persons(lists.touchpoints) == person
    theirs &= np.isin(lists.touchpoints.source, list(sources))
    numbers = frozenset(lists.touchpoints.number[theirs].tolist())
    notes = tuple(replace(note, person=to) if note.touchpoint in numbers else note for note in document.notes)
    edits = document.edits.with_unlinked(lists.touchpoints, person, sources, to)
    order = (*document.order, to)
    return (
        replace(lists, people=(*lists.people, Person())),
        replace(document, edits=edits, order=order, notes=notes),
    )


def sources_of(lists: Imported, document: Document, person: int) -> dict[int, int]:
    """From which sources a person's touchpoints come, as places among ``lists.sources``, and how many from each."""
    theirs = document.edits.persons(lists.touchpoints) == person
    places, counts = np.unique(lists.touchpoints.source[theirs], return_counts=True)
    return dict(zip(places.tolist(), counts.tolist(), strict=True))


def _both_choices(kept: ForSharing, other: ForSharing) -> ForSharing:
    """Whatever was left out or told more coarsely of either stays so; what was written or let go out of either does too."""
    return replace(
        kept,
        quarters=kept.quarters or other.quarters,
        folded=kept.folded | other.folded,
        dropped=kept.dropped | other.dropped,
        five_years=kept.five_years and other.five_years,
        about=_all_said(kept.about, other.about),
        different=tuple(dict.fromkeys((*kept.different, *other.different))),
        headline=kept.headline or other.headline,
        kept_words=kept.kept_words | other.kept_words,
        reason=_all_said(kept.reason, other.reason),
    )


def _all_said(*texts: str) -> str:
    return " ".join(dict.fromkeys(filter(None, texts)))


def _both(kept: Casework, other: Casework) -> Casework:
    """All that was written about either: texts one below the other, of what can be said once the kept one's."""
    told = {}
    for name in (field.name for field in fields(Casework)):
        mine, theirs = getattr(kept, name), getattr(other, name)
        if isinstance(mine, frozenset):
            told[name] = mine | theirs
        elif isinstance(mine, tuple):
            told[name] = tuple(dict.fromkeys((*mine, *theirs)))
        elif type(mine) is str:
            told[name] = "\n".join(dict.fromkeys(part for part in (mine, theirs) if part))
        else:
            told[name] = mine or theirs
    return replace(Casework(**told), ready=kept.ready and other.ready)
