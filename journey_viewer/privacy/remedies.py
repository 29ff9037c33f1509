"""What would make more people look the same: contacts left out, time or services or age told more coarsely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from journey_viewer.model.case import Case
from journey_viewer.model.phrases import with_and
from journey_viewer.model.sharing import ForSharing
from journey_viewer.model.words import Family, family_name, family_of, family_services, service_name
from journey_viewer.privacy.crowd import Cell, Crowd
from journey_viewer.privacy.risk import Risk, RiskLevel, recognise, shown_contacts
from journey_viewer.privacy.risk_words import contacts_in_words, in_a_sentence, look_the_same, number

MOST_STEPS = (
    4  # so many times the contact most to blame is left out; a picture with more holes is another picture
)


@dataclass(frozen=True)
class Remedy:
    """A proposal, the choices with it, and what the check then finds. ``changes``: how many things it asks for."""

    words: str
    choices: ForSharing = field(repr=False)
    risk: Risk
    changes: int = 1

    @property
    def sentence(self) -> str:
        """As it is offered: "Tell quarters instead of months: 12 people look the same"."""
        return f"{self.words}: {look_the_same(self.risk.people)}"


def remedies(crowd: Crowd, place: int, case: Case, choices: ForSharing) -> tuple[Remedy, ...]:
    """What would help, most people first, then what asks for least; nothing for a case that is calm or not measurable.

    Each is one change, or contacts left out one after the other. Only where none of them is enough to be
    calm are they proposed together. Every number is counted anew with the choices as they would be,
    at most 26 times.
    """
    now = recognise(crowd, place, case, choices)
    if now.level not in (RiskLevel.WARNING, RiskLevel.REASON):
        return ()
    check = _Check(crowd, place, case)
    ways = _ways(case, choices)
    found = [check.remedy([way], choices) for way in ways]
    found += _left_out(check, choices, now)
    for stage in (_with_quarters, _all_together):
        if not any(remedy.risk.level is RiskLevel.CALM for remedy in found):
            found += stage(check, ways, choices)
    helpful = [remedy for remedy in found if remedy.risk.people > now.people and not _in_vain(remedy, found)]
    return tuple(sorted(helpful, key=_best_first))


def _in_vain(remedy: Remedy, found: list[Remedy]) -> bool:
    """Whether something that asks for less helps as much."""
    return any(other.changes < remedy.changes and other.risk.people >= remedy.risk.people for other in found)


def _best_first(remedy: Remedy) -> tuple[int, int]:
    return -remedy.risk.people, remedy.changes


@dataclass(frozen=True)
class _Way:
    """One thing that can be told more coarsely."""

    words: str
    quarters: bool = False
    ten_years: bool = False
    family: Family | None = None

    def on(self, choices: ForSharing) -> ForSharing:
        return replace(
            choices,
            quarters=choices.quarters or self.quarters,
            five_years=choices.five_years and not self.ten_years,
            folded=choices.folded | ({self.family} if self.family else set()),
        )


def _ways(case: Case, choices: ForSharing) -> list[_Way]:
    """What is not told more coarsely yet; of families those of which the case shows a service."""
    ways = [] if choices.quarters else [_Way("quarters instead of months", quarters=True)]
    if choices.five_years:
        ways.append(_Way("the age in ten-year bands", ten_years=True))
    shown = {family_of(touchpoint.service) for touchpoint in case.touchpoints}
    folding = (family for family in Family if family in shown - choices.folded)
    return [*ways, *(_Way(_fold(family), family=family) for family in folding)]


@dataclass(frozen=True)
class _Check:
    crowd: Crowd
    place: int
    case: Case

    def risk(self, choices: ForSharing) -> Risk:
        return recognise(self.crowd, self.place, self.case, choices)

    def remedy(self, ways: Sequence[_Way], choices: ForSharing) -> Remedy:
        """All these ways at once."""
        for way in ways:
            choices = way.on(choices)
        return Remedy(_told(ways), choices, self.risk(choices), len(ways))


def _with_quarters(check: _Check, ways: list[_Way], choices: ForSharing) -> Iterator[Remedy]:
    """Quarters and one thing more."""
    if not ways or not ways[0].quarters:
        return
    for other in ways[1:]:
        yield check.remedy([ways[0], other], choices)
    yield from _and_left_out(check, check.remedy(ways[:1], choices))


def _all_together(check: _Check, ways: list[_Way], choices: ForSharing) -> Iterator[Remedy]:
    """All of it and, if that is not enough, contacts left out as well."""
    if len(ways) < 2:
        return
    whole = check.remedy(ways, choices)
    yield whole
    yield from _and_left_out(check, whole)


def _and_left_out(check: _Check, coarser: Remedy) -> Iterator[Remedy]:
    for step in _left_out(check, coarser.choices, coarser.risk):
        words = f"{coarser.words}, and {in_a_sentence(step.words)}"
        yield Remedy(words, step.choices, step.risk, coarser.changes + step.changes)


def _left_out(check: _Check, choices: ForSharing, risk: Risk) -> Iterator[Remedy]:
    """The contact most to blame is left out, then the one most to blame then, until calm; each step that helped."""
    shown = shown_contacts(check.case, choices)
    after, best = choices, risk.people
    for _ in range(MOST_STEPS):
        if risk.blamed is None:
            return
        after = replace(after, dropped=after.dropped | set(risk.blamed.numbers))
        risk = check.risk(after)
        if risk.people > best:
            best = risk.people
            parts = [
                _which(cell, len(numbers), gone, choices)
                for cell, numbers in shown.items()
                if (gone := len(after.dropped.intersection(numbers)))
            ]
            yield Remedy(f"Leave out {with_and(parts)}", after, risk, len(parts))


def _told(ways: Sequence[_Way]) -> str:
    """All ways in one sentence; several families are not listed one by one."""
    families = [way.words for way in ways if way.family]
    parts = [way.words for way in ways if not way.family]
    parts += families if len(families) < 2 else ["services only by their family"]
    return "Tell " + ", and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _fold(family: Family) -> str:
    names = [in_a_sentence(service_name(service)) for service in family_services(family)]
    return f"{with_and(names)} as “{family_name(family)}”"


def _which(cell: Cell, count: int, gone: int, choices: ForSharing) -> str:
    """All of them ("the A&E contact in month 7"), or how many of several."""
    whose = contacts_in_words(cell, count, choices)
    return f"the {whose}" if gone == count else f"{number(gone)} of the {whose}"
