"""What a person's touchpoints were and what became of them: by service, by mode, by outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service


@dataclass(frozen=True)
class Missed:
    """Appointments of one service and mode: kept and not attended. ``mode`` is "" where the list does not say it."""

    service: Service
    mode: str
    attended: int
    missed: int

    @property
    def rate(self) -> float:
        """Not attended / (attended + not attended), as the NHS tells it; cancelled appointments are in neither."""
        return self.missed / (self.attended + self.missed)


@dataclass(frozen=True)
class Use:
    """Counts of one journey.

    by_outcome: all touchpoints · by_mode: attended contacts, "" where the list does not say the
    mode · missed: each service and mode with an appointment that was attended or missed · appointments,
    not_attended: those of all services together.
    """

    by_outcome: Mapping[Outcome, int]
    by_mode: Mapping[str, int]
    missed: tuple[Missed, ...]

    @property
    def appointments(self) -> int:
        return sum(each.attended + each.missed for each in self.missed)

    @property
    def not_attended(self) -> int:
        return sum(each.missed for each in self.missed)

    @property
    def missed_share(self) -> float | None:
        """None where there was no appointment."""
        return self.not_attended / self.appointments if self.appointments else None


def use_of(touchpoints: Touchpoints) -> Use:
    """Count one journey. A stay, an open service and a referral are no appointments that can be missed."""
    outcomes = np.bincount(touchpoints.outcome, minlength=len(Outcome))
    appointments = touchpoints.take(touchpoints.kind == Kind.CONTACT.code)
    attended = appointments.take(appointments.attended)
    return Use(
        by_outcome=MappingProxyType({one: int(outcomes[one.code]) for one in Outcome if outcomes[one.code]}),
        by_mode=MappingProxyType(_counted(attended.mode)),
        missed=tuple(_missed(appointments)),
    )


def _counted(modes: Texts) -> dict[str, int]:
    used = modes.without_unused()
    counts = np.bincount(used.codes, minlength=len(used.words)).tolist()
    return dict(sorted(zip(used.words, counts, strict=True)))


def _missed(appointments: Touchpoints) -> list[Missed]:
    missed = appointments.outcome == Outcome.DID_NOT_ATTEND.code
    asked = appointments.take(missed | appointments.attended)
    modes = asked.mode.without_unused()
    groups = asked.service.astype(np.int64) * max(len(modes.words), 1) + modes.codes
    used, places = np.unique(groups, return_inverse=True)
    not_there = asked.outcome == Outcome.DID_NOT_ATTEND.code
    counts = np.bincount(places, minlength=len(used)).tolist()
    absent = np.bincount(places, weights=not_there, minlength=len(used)).astype(int).tolist()
    told = []
    for group, count, gone in zip(used.tolist(), counts, absent, strict=True):
        service, mode = divmod(group, max(len(modes.words), 1))
        told.append(Missed(Service.of(service), modes.words[mode], count - gone, gone))
    return told
