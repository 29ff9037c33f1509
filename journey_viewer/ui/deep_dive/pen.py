"""What is written at the desk goes into the Document here, and nowhere where it may only be looked at."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from journey_viewer.measures.own_costs import OwnCosts
from journey_viewer.model.actions import Action
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.meeting_steps import with_action, without_action
from journey_viewer.model.notes import Note, next_number, with_note, without_note
from journey_viewer.ui.store import Store


def write_note(store: Store, note: Note) -> Note:
    """Keep a note; one with the number 0 is new and gets its own. An empty text takes it away."""
    notes = store.session.document.notes
    if not note.number and note.text.strip():
        now = datetime.now().replace(microsecond=0)
        note = replace(note, number=next_number(notes), written=now)
    if note.number and not store.session.keeping.read_only:
        store.choose(notes=with_note(notes, note))
    return note


def remove_note(store: Store, number: int) -> None:
    """Take a note away; undo brings it back."""
    store.settle()
    if not store.session.keeping.read_only:
        store.choose(notes=without_note(store.session.document.notes, number))


def change_casework(store: Store, person: int, **changes: Any) -> None:
    """Change any field of a person's Casework."""
    store.settle()
    document = store.session.document
    told = replace(document.casework_of(person), **changes)
    if not store.session.keeping.read_only and told != document.casework_of(person):
        store.choose(casework={**document.casework, person: told})


def attribute(store: Store, touchpoint: int, said: Attribution) -> None:
    """What people say of an A&E attendance; NOT_SAID takes it back."""
    store.settle()
    others = {
        number: told for number, told in store.session.document.attributions.items() if number != touchpoint
    }
    if not store.session.keeping.read_only:
        store.choose(attributions=others if said is Attribution.NOT_SAID else {**others, touchpoint: said})


def set_own_costs(store: Store, own: OwnCosts) -> None:
    """The unit costs that differ from what comes with us from now on; undo brings back those before."""
    store.settle()
    if not store.session.keeping.read_only:
        store.choose(own_costs=dict(own))


def write_action(store: Store, action: Action) -> None:
    """Keep an action in the place of the one with its number; a new one from its first word on."""
    if not store.session.keeping.read_only:
        store.write(with_action(store.session.document, action))


def remove_action(store: Store, number: int) -> None:
    """Take an action away; undo brings it back."""
    store.settle()
    if not store.session.keeping.read_only:
        store.write(without_action(store.session.document, number))
