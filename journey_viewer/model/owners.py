"""Who may be named for an action or at the table: a list of roles and organisations that grows with what is written."""

import tomllib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from journey_viewer.model.document import Document
from journey_viewer.paths import resource


class Named(StrEnum):
    """What somebody is named as."""

    OWNER = "owners"
    DELIVERS = "delivers"
    PARTNER = "partners"


def choices(document: Document, named: Named) -> tuple[str, ...]:
    """What was written before, the most often written first, then what is offered at first; each once.

    What was written is as it was written: where nobody identifiable may be seen, it is cleaned first.
    """
    used = _by_use(text.strip() for text in _USED[named](document) if text.strip())
    known = {text.casefold() for text in used}
    return (*used, *(text for text in _offered()[named] if text.casefold() not in known))


def _by_use(texts: Iterable[str]) -> list[str]:
    """Each once, however it is capitalised: the most often written first, of equals the latest."""
    counted: dict[str, tuple[int, int, str]] = {}
    for place, text in enumerate(texts):
        often, _, _ = counted.get(text.casefold(), (0, 0, ""))
        counted[text.casefold()] = (often + 1, place, text)
    return [text for _, _, text in sorted(counted.values(), reverse=True)]


def _owners(document: Document) -> Iterator[str]:
    for meeting in document.meetings:
        yield from meeting.attendees
    for action in document.actions:
        yield from (action.lead, action.sponsor)


def _deliverers(document: Document) -> Iterator[str]:
    for action in document.actions:
        yield action.delivers


def _partners(document: Document) -> Iterator[str]:
    for casework in document.casework.values():
        yield from casework.partners
    for meeting in document.meetings:
        for decision in meeting.decisions:
            yield from decision.partners
    for action in document.actions:
        yield action.partner


_USED = {Named.OWNER: _owners, Named.DELIVERS: _deliverers, Named.PARTNER: _partners}


@cache
def _offered() -> dict[Named, tuple[str, ...]]:
    with resource("meeting.toml").open("rb") as stream:
        told = tomllib.load(stream)
    return {named: tuple(told[named.value]) for named in Named}
