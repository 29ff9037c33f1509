"""Who may be named for an action or at the table, what is expected and how it is seen: lists that grow with what is written."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any

from journey_viewer.model.document import Document
from journey_viewer.model.words import Service
from journey_viewer.paths import resource


class Named(StrEnum):
    """As what somebody, or something, is named."""

    OWNER = "owners"
    DELIVERS = "delivers"
    PARTNER = "partners"
    EXPECTED = "expected"
    MEASURE = "measures"


def choices(document: Document, named: Named, pattern: str = "") -> tuple[str, ...]:
    """What was written before, the most often written first, then what is offered at first; each once.

    What was written for an action about ``pattern`` comes before the rest. It is as it was written: where
    nobody identifiable may be seen, it is cleaned first.
    """
    about = tuple(action for action in document.actions if pattern and action.pattern == pattern)
    of_pattern = replace(document, actions=about, meetings=(), casework={})
    return each_once((*_used(of_pattern, named), *_used(document, named), *_offered()[named]))


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """Without what was there before, however it is capitalised."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(text.casefold(), text)
    return tuple(kept.values())


def _used(document: Document, named: Named) -> list[str]:
    return _by_use(told for text in _USED[named](document) if (told := " ".join(text.split())))


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


def _expected(document: Document) -> Iterator[str]:
    for action in document.actions:
        yield action.expected


def _measures(document: Document) -> Iterator[str]:
    for action in document.actions:
        yield action.measure


_USED = {
    Named.OWNER: _owners,
    Named.DELIVERS: _deliverers,
    Named.PARTNER: _partners,
    Named.EXPECTED: _expected,
    Named.MEASURE: _measures,
}


def partner_for(service: Service) -> str:
    """Whom it takes where something is about this service; "" for the practice itself, and for a service of no name."""
    return str(_told()["partner_for"].get(service.value, ""))


@cache
def _offered() -> dict[Named, tuple[str, ...]]:
    return {named: tuple(_told()[named.value]) for named in Named}


@cache
def _told() -> dict[str, Any]:
    with resource("meeting.toml").open("rb") as stream:
        return tomllib.load(stream)
