"""Whom the contacts of a lane were with: who is identified, who is a doctor."""

import re

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.clinicians import ROLE_UNTOLD, generic_words, role_of
from journey_viewer.model.touchpoints import Texts
from journey_viewer.model.words import Service

_WORD = re.compile(r"\w+")


def names_somebody(clinician: str) -> bool:
    """Whether a text tells one clinician from another: "Dr Lanyon" and "GP 2" do, "Duty doctor" and "Locum 2" do not.

    A text of nothing but the words of [generic] in resources/measures.toml names nobody. A number
    beside them tells two people apart, but not where one of [anybody] says that it may be anyone.
    """
    generic, anybody, whole = generic_words()
    told = _WORD.findall(clinician.casefold())
    words = [word for word in told if not word.isdecimal()]
    numbered = len(words) < len(told)
    if " ".join(told) in whole:
        return False
    if any(word not in generic for word in words):
        return True
    return numbered and bool(words) and not anybody & set(words)


def is_named(clinicians: Texts) -> NDArray[np.bool_]:
    """True where the row names somebody; each different text is looked at once."""
    return _told_by_word(clinicians, [names_somebody(word) for word in clinicians.words])


def is_generic(clinicians: Texts) -> NDArray[np.bool_]:
    """True where the row says something of the clinician, but not who it was."""
    generic = [bool(word.strip()) and not names_somebody(word) for word in clinicians.words]
    return _told_by_word(clinicians, generic)


def roles_in(clinicians: Texts, service: Service) -> list[str]:
    """The role that each row's clinician has in this lane: "GP" is a doctor of the practice."""
    roles = [role_of(word, service) for word in clinicians.words]
    return [roles[code] for code in clinicians.codes.tolist()]


def is_untold(role: str) -> bool:
    """Whether nothing says what a clinician is."""
    return role in ("", ROLE_UNTOLD)


def _told_by_word(texts: Texts, told: list[bool]) -> NDArray[np.bool_]:
    return np.array(told, dtype=np.bool_)[texts.codes] if told else np.zeros(len(texts), np.bool_)
