"""How many contacts were with somebody who is no clinician, where the lists say who it was."""

import re
from dataclasses import dataclass

import numpy as np

from journey_viewer.measures.clinicians import is_untold
from journey_viewer.model.clinicians import role_of
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Service

_NOT_CLINICAL = frozenset({"Link worker", "Social worker", "Worker"})
_DESK = re.compile(r"\b(?:receptionist|administrator|secretary|care navigator)\b", re.IGNORECASE)


@dataclass(frozen=True)
class RoleCounts:
    """Attended contacts. told: how many say the role of whom was seen · not_clinical: how many of those were with
    a link worker, a social worker, an administrator, or a worker of the local authority or the voluntary sector · untold: the rest.
    """

    told: int = 0
    not_clinical: int = 0
    untold: int = 0

    @property
    def share(self) -> float | None:
        """None where no contact tells a role."""
        return self.not_clinical / self.told if self.told else None


def count_roles(touchpoints: Touchpoints) -> RoleCounts:
    """Each different text in a lane is looked at once."""
    rows = touchpoints.take(touchpoints.attended & (touchpoints.kind == Kind.CONTACT.code))
    texts = rows.clinician.without_unused()
    many = max(len(texts.words), 1)
    sorts, counts = np.unique(rows.service.astype(np.int64) * many + texts.codes, return_counts=True)
    told = not_clinical = 0
    for sort, count in zip(sorts.tolist(), counts.tolist(), strict=True):
        service, word = divmod(sort, many)
        role = role_of(texts.words[word], Service.of(service))
        at_the_desk = _DESK.search(texts.words[word]) is not None
        told += count if at_the_desk or not is_untold(role) else 0
        not_clinical += count if at_the_desk or role in _NOT_CLINICAL else 0
    return RoleCounts(told, not_clinical, len(rows) - told)
