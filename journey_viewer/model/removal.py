"""Somebody is taken out for good: what the lists say of them, and what was written about them."""

from dataclasses import replace

import numpy as np

from journey_viewer.model.barred import bar
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person


def take_out(lists: Imported, document: Document, person: int) -> tuple[Imported, Document]:
    """Both without this person and every record that was joined to theirs.

    Their places stay and hold nobody, so that everybody else keeps theirs. A mark that tells
    nothing about them keeps a newer list from bringing them back.
    """
    edits = document.edits
    joined = {person} | {told.other for told in edits.joined if edits.kept_place(told.other) == person}
    theirs = frozenset(joined | {told.to for told in edits.unlinked if edits.kept_place(told.to) == person})
    return _lists_without(lists, edits, theirs), _document_without(lists, document, theirs)


def _lists_without(lists: Imported, edits: Edits, theirs: frozenset[int]) -> Imported:
    said_of = edits.persons(lists.touchpoints)
    stay = ~np.isin(said_of, list(theirs))
    people = tuple(Person() if place in theirs else who for place, who in enumerate(lists.people))
    offers = tuple(offer for offer in lists.offers if not theirs & set(offer))
    return replace(lists, people=people, touchpoints=lists.touchpoints.take(stay), offers=offers)


def _document_without(lists: Imported, document: Document, theirs: frozenset[int]) -> Document:
    of_theirs = np.isin(document.edits.persons(lists.touchpoints), list(theirs))
    numbers = frozenset(lists.touchpoints.number[of_theirs].tolist())
    edits = document.edits
    marks = (bar(lists.people[place]) for place in sorted(theirs) if lists.people[place] != Person())
    return replace(
        document,
        chosen=tuple(person for person in document.chosen if person not in theirs),
        removed=document.removed | theirs,
        barred=document.barred | frozenset(marks),
        objecting=document.objecting - theirs,
        sensitive=document.sensitive - numbers,
        edits=Edits(
            unlinked=tuple(told for told in edits.unlinked if told.to not in theirs),
            joined=tuple(told for told in edits.joined if told.other not in theirs),
            corrected=tuple(told for told in edits.corrected if told.number not in numbers),
        ),
        notes=tuple(note for note in document.notes if note.person not in theirs),
        casework={who: told for who, told in document.casework.items() if who not in theirs},
        actions=tuple(action for action in document.actions if action.person not in theirs),
    )
