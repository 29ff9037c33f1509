"""What is written of actions here goes into the Document, and nowhere where it may only be looked at."""

from journey_viewer.model.actions import Action
from journey_viewer.model.meeting_steps import with_action, without_action
from journey_viewer.ui.store import Store


def write_action(store: Store, action: Action) -> None:
    """Keep an action in the place of the one with its number; a new one from its first word on."""
    if not store.session.keeping.read_only:
        store.write(with_action(store.session.document, action))


def remove_action(store: Store, number: int) -> None:
    """Take an action away; undo brings it back."""
    store.settle()
    if not store.session.keeping.read_only:
        store.write(without_action(store.session.document, number))
