"""What is walked through in a journey, one after another: its contacts, or what rules found in it. No Qt."""

from dataclasses import dataclass
from functools import cached_property

from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousFinding, AnonymousTouchpoint
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
        return tuple(
            _contact(self.case, row) for row in sorted(range(len(told)), key=lambda row: told[row].at)
        )

    @cached_property
    def findings(self) -> tuple[Step, ...]:
        steps = [_finding(self.case, found) for found in self.case.found]
        return tuple(sorted(steps, key=_begins))

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


def _begins(step: Step) -> float:
    return step.first


def _finding(case: AnonymousCase, found: AnonymousFinding) -> Step:
    """When, what it is called, and the services that it is about in the order in which they came."""
    rows = found.contacts or tuple(dict.fromkeys(row for pair in found.links for row in pair))
    told = sorted((case.touchpoints[row] for row in rows), key=_at)
    months = [one.month for one in told] or [int(found.first or 0) + 1]
    first, last = min(months), max(months)
    when = months_in_words(first, case.step) if first == last else f"months {first}–{last}"
    services = [told_service(case, one.service) for one in told]
    if found.links:
        words = f"{', then '.join(services)}. Followed by is not caused by."
    else:
        words = f"{len(told)} touchpoints: {', '.join(dict.fromkeys(services))}"
    begins = min((one.at for one in told), default=found.first or 0.0)
    ends = max((one.until or one.at for one in told), default=found.last or begins)
    return Step(f"{when.capitalize()} · {found.name}", words, begins, ends, rows)


def _at(told: AnonymousTouchpoint) -> float:
    return told.at
