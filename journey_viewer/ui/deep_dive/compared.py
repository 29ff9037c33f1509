"""Who is compared, in what way, and what is said of it in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journey_viewer.model.case import Case
from journey_viewer.model.days import day_in_words
from journey_viewer.model.findings import Finding, Result, Said
from journey_viewer.model.phrases import many, plural, with_and
from journey_viewer.model.words import Service, service_name
from journey_viewer.patterns.definitions import name_of
from journey_viewer.patterns.drawn import BANDS
from journey_viewer.session import Session
from journey_viewer.timeline.looking import Alignment, Filter, alignment_words, day_zero
from journey_viewer.ui.deep_dive.search import chosen_people
from journey_viewer.ui.deep_dive.words import who

_LONGEST_NAME = 26
LEAST = 2
"""Fewer people than that are not compared."""


@dataclass(frozen=True)
class Compared:
    """The chosen people in their order, their cases, and what they are called here.

    ``found``: for each of them the findings whose days are drawn; ``pattern``: what these are called.
    """

    people: tuple[int, ...] = ()
    cases: tuple[Case, ...] = ()
    names: tuple[str, ...] = ()
    alignment: Alignment = Alignment()  # noqa: RUF009 (frozen)
    filter: Filter = Filter()  # noqa: RUF009 (frozen)
    found: tuple[tuple[Finding, ...], ...] = ()
    pattern: str = ""

    @property
    def named_cases(self) -> list[Case]:
        """The cases, labelled as they are shown."""
        return [replace(case, label=name) for case, name in zip(self.cases, self.names, strict=True)]


def compared_people(session: Session) -> tuple[int, ...]:
    """Who is compared: those of the chosen who are asked for, or all of them."""
    chosen, asked = chosen_people(session), session.view.compared
    return tuple(person for person in chosen if person in asked) if asked else chosen


def compared_in(session: Session, results: Mapping[int, Sequence[Result]]) -> Compared:
    """The chosen people, looked at as the one on the desk is; ``results``: what is known of their journeys."""
    people, looking = compared_people(session), session.view.looking
    cases = tuple(session.case(person) for person in people)
    names = tuple(_short(who(case, names_shown=session.view.names_shown)) for case in cases)
    found, pattern = _found(session, [results.get(person, ()) for person in people])
    return Compared(people, cases, names, looking.alignment, looking.filter, found, pattern)


def _found(
    session: Session, results: Sequence[Sequence[Result]]
) -> tuple[tuple[tuple[Finding, ...], ...], str]:
    """Of the pattern that they are compared for, else of the most telling stretch of days that anybody shows."""
    said = session.document.said_of_findings
    if not session.view.found:
        return (), ""
    left = [
        [one for one in told if isinstance(one, Finding) and said.get(str(one.key)) is not Said.DISMISSED]
        for told in results
    ]
    there = {one.pattern for told in left for one in told}
    wanted = [session.view.compared_for] if session.view.compared_for else BANDS
    pattern = next((one for one in wanted if one in there), "")
    if not pattern:
        return (), ""
    found = tuple(tuple(one for one in told if one.pattern == pattern) for told in left)
    return found, name_of(pattern, session.document.thresholds)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def ways(compared: Compared) -> list[Alignment]:
    """The calendar, the first contact with each service that the lists tell of, and what it is now."""
    supplied = frozenset[Service]().union(*(case.supplied for case in compared.cases))
    offered = [Alignment(), *(Alignment(service) for service in Service if service in supplied)]
    return offered if compared.alignment in offered else [*offered, compared.alignment]


def way_in_words(alignment: Alignment) -> str:
    """As it is offered: "By calendar", "By first A&E"."""
    return f"By {alignment_words(alignment)}" if alignment.is_on else "By calendar"


def without_words(compared: Compared, without: Sequence[int]) -> str:
    """A sentence about those who have no such contact; "" where there are none."""
    names = [compared.names[place] for place in without]
    if not names or compared.alignment.service is None:
        return ""
    have = plural(len(names), "has", "have")
    nth = compared.alignment.nth
    which = "" if nth == 1 else f"{alignment_words(compared.alignment).split()[0]} "
    return (
        f"{with_and(names)} {have} no {which}{service_name(compared.alignment.service)} contact to align by."
    )


def band_words(compared: Compared, place: int) -> str:
    """What one band shows, for those who do not see it."""
    case = compared.cases[place]
    count, services = len(case.touchpoints), len(set(case.touchpoints.service.tolist()))
    zero = day_zero(case, compared.alignment)
    found = int(compared.filter.finds(case.touchpoints).sum())
    parts = (
        f"{many(count, 'touchpoint')} with {many(services, 'service')}",
        f"{found:,} found by the filter" if compared.filter.is_on else "",
        f"day 0: {zero.words}, {day_in_words(date.fromordinal(zero.at))}" if zero else "",
        "Enter opens them",
    )
    return "; ".join(part for part in parts if part)
