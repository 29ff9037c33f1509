"""Who is found by words: in labels, in reasons, in services, and in names where names are shown."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.words import Service, service_name
from journey_viewer.session import Session


def listed(session: Session) -> list[int]:
    """Whom the list on the desk shows: those who are found, everybody, or the chosen in their order."""
    if session.view.search.strip():
        return found(session)
    return list(session.document.people if shows_everybody(session) else chosen_people(session))


def shows_everybody(session: Session) -> bool:
    """A search looks in everybody; and where nobody is chosen everybody is shown."""
    return session.view.everybody or bool(session.view.search.strip()) or not chosen_people(session)


def chosen_people(session: Session) -> tuple[int, ...]:
    """Those of the chosen who are there, in their order."""
    document = session.document
    return tuple(person for person in document.chosen if person not in document.gone)


def called(session: Session, words: str) -> list[int]:
    """Whose label this is ("case c", "c"); or else in whose label, or name where names are shown, every word is found."""
    told = " ".join(words.casefold().split())
    labelled = [p for p in session.document.people if session.label(p).casefold() in (told, f"case {told}")]
    if labelled:
        return labelled
    matches = np.ones(len(session.imported.people), dtype=bool)
    for word in words.casefold().split():
        matches &= _called(session, word)
    return [person for person in session.document.people if matches[person]]


def found(session: Session) -> list[int]:
    """Whose label the search is; or else the people in whom every word of it is found, in their order."""
    wanted = session.view.search.casefold().split()
    if not wanted:
        return list(session.document.people)
    labelled = [p for p in session.document.people if session.label(p).casefold() == " ".join(wanted)]
    if labelled:
        return labelled
    matches = np.ones(len(session.imported.people), dtype=bool)
    for word in wanted:
        matches &= _told(session, word) | _called(session, word)
    return [person for person in session.document.people if matches[person]]


def _told(session: Session, word: str) -> NDArray[np.bool_]:
    """Per person: a reason or a service of theirs holds the word."""
    touchpoints = session.imported.touchpoints
    lanes = [service.code for service in Service if word in service_name(service).casefold()]
    rows = (
        touchpoints.reason.holding(word)
        | touchpoints.named.holding(word)
        | np.isin(touchpoints.service, lanes)
    )
    told = np.zeros(len(session.imported.people), dtype=bool)
    told[touchpoints.person[rows]] = True
    return told


def _called(session: Session, word: str) -> NDArray[np.bool_]:
    """Per person: their label, or with names shown their name or NHS number, holds the word."""
    called = np.zeros(len(session.imported.people), dtype=bool)
    for person in session.document.people:
        who = session.imported.people[person]
        names = f"{who.name} {who.nhs_number}" if session.view.names_shown else ""
        called[person] = word in f"{session.label(person)} {names}".casefold()
    return called
