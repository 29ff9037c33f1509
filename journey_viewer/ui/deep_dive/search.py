"""Who is found by words: in labels, in reasons, in services, and in names where names are shown."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Texts
from journey_viewer.model.words import Service, service_name
from journey_viewer.session import Session


def found(session: Session) -> list[int]:
    """Whose label the search is; or else the people in whom every word of it is found, in their order."""
    wanted = session.view.search.casefold().split()
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
        _rows_with(touchpoints.reason, word)
        | _rows_with(touchpoints.named, word)
        | np.isin(touchpoints.service, lanes)
    )
    told = np.zeros(len(session.imported.people), dtype=bool)
    told[touchpoints.person[rows]] = True
    return told


def _rows_with(texts: Texts, word: str) -> NDArray[np.bool_]:
    codes = [code for code, text in enumerate(texts.words) if word in text.casefold()]
    return np.isin(texts.codes, codes)


def _called(session: Session, word: str) -> NDArray[np.bool_]:
    """Per person: their label, or with names shown their name or NHS number, holds the word."""
    called = np.zeros(len(session.imported.people), dtype=bool)
    for person in session.document.people:
        who = session.imported.people[person]
        names = f"{who.name} {who.nhs_number}" if session.view.names_shown else ""
        called[person] = word in f"{session.label(person)} {names}".casefold()
    return called
