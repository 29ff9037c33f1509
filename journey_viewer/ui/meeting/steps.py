"""What is walked through in a journey, one after another: its contacts, or what rules found in it. No Qt."""

from dataclasses import dataclass
from functools import cached_property

from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousTouchpoint
from journey_viewer.timeline.families import told_service
from journey_viewer.timeline.ticks import months_in_words


@dataclass(frozen=True)
class Step:
    """``head`` says when and where, ``words`` what became of it; ``first`` and ``last`` are months on the axis.

    ``rows`` are places among the case's touchpoints.
    """

    head: str
    words: str
    first: float
    last: float
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Journey:
    """A case with its steps, each kind in time order."""

    case: AnonymousCase

    @cached_property
    def contacts(self) -> tuple[Step, ...]:
        told = self.case.touchpoints
        return tuple(_contact(self.case, row) for row in sorted(range(len(told)), key=lambda row: told[row].at))

    @cached_property
    def findings(self) -> tuple[Step, ...]:
        return ()

    def steps(self, *, by_findings: bool) -> tuple[Step, ...]:
        return self.findings if by_findings else self.contacts


def _contact(case: AnonymousCase, row: int) -> Step:
    told = case.touchpoints[row]
    when = months_in_words(told.month, case.step).capitalize()
    head = f"{when} · {told_service(case, told.service)}"
    return Step(head, _became(told), told.at, told.until or told.at, (row,))


def _became(told: AnonymousTouchpoint) -> str:
    """What became of it, who with and where: "Did not attend · Nurse 1 · Hospital A"."""
    outcome = "referral" if told.kind is Kind.REFERRAL else OUTCOME_NAMES[told.outcome]
    if told.kind is Kind.STAY and told.outcome is Outcome.ATTENDED:
        outcome = "stayed"
    parts = [outcome, told.lasting, told.clinician, told.place, "date uncertain" if told.uncertain else ""]
    words = " · ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]
