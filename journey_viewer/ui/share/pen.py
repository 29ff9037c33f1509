"""What is chosen and written for sharing goes into the Document here, and nowhere where it may only be looked at."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.ui.store import Store


def change_sharing(store: Store, person: int, **changes: Any) -> None:
    """Change any field of what is shared of a person."""
    store.settle()
    put_sharing(store, {person: replace(store.session.document.sharing_of(person), **changes)})


def put_sharing(store: Store, told: dict[int, ForSharing]) -> None:
    """What is shared of these people from now on, as one change."""
    document = store.session.document
    sharing = {person: kept for person, kept in {**document.sharing, **told}.items() if kept != AS_USUAL}
    if not store.session.keeping.read_only and sharing != document.sharing:
        store.choose(sharing=sharing)


def share_alike(store: Store, person: int, others: Iterable[int]) -> None:
    """Tell the others' age, time and services as coarsely as this person's."""
    store.settle()
    document = store.session.document
    like = document.sharing_of(person)
    coarse: dict[str, Any] = {"five_years": like.five_years, "quarters": like.quarters, "folded": like.folded}
    put_sharing(store, {other: replace(document.sharing_of(other), **coarse) for other in others})


def write_title(store: Store, title: str) -> None:
    """What stands on the first slide."""
    if not store.session.keeping.read_only:
        store.choose(pack_title=title)


def keep_words(store: Store, person: int | None, words: Iterable[str], *, wanted: bool) -> None:
    """Let these words of a case's texts go out, or no longer; of texts about all cases for the first, or for none."""
    store.settle()
    document, people = store.session.document, store.session.shared_people
    folded = frozenset(word.casefold() for word in words)
    whose = people if person is None else [person]
    told = {}
    for who in whose[:1] if wanted else whose:
        choices = document.sharing_of(who)
        kept = choices.kept_words | folded if wanted else choices.kept_words - folded
        told[who] = replace(choices, kept_words=kept)
    put_sharing(store, told)
