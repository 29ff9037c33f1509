"""What is written and chosen in Patterns goes into the Document here, and nowhere where it may only be looked at."""

from collections.abc import Mapping

from journey_viewer.ui.store import Store


def write_idea(store: Store, pattern: str, text: str) -> None:
    """What the network could do about a pattern; an empty text takes it away."""
    ideas = {kept: idea for kept, idea in store.session.document.ideas.items() if kept != pattern}
    if text.strip():
        ideas[pattern] = text
    if not store.session.keeping.read_only:
        store.choose(ideas=ideas)


def set_thresholds(store: Store, changed: Mapping[str, float]) -> None:
    """The thresholds that differ from their defaults from now on; undo brings back those before."""
    store.settle()
    if not store.session.keeping.read_only:
        store.choose(thresholds=dict(changed))
