"""Rank first, measure the few after: who has most of something, and then all numbers of those alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from journey_viewer.attendance.asked import BY_GP_CONTACTS, NAMED_AT_LEAST, TOP, Measure, Mix, Years
from journey_viewer.attendance.lists import Attendance, PersonKey, Row, Table, in_parts
from journey_viewer.attendance.totals import clinicians, counts, handovers, scores
from journey_viewer.model.days import years_between
from journey_viewer.model.words import Service


@dataclass(frozen=True)
class Ranked:
    """One person and what they were ranked by."""

    person: PersonKey
    score: float


@dataclass(frozen=True)
class Figures:
    """What one person's two years say. Counts are of attended contacts that began in this year, unless told otherwise.

    services: with any touchpoint, missed ones too · named: GP contacts with a named clinician, one a
    clinician and day; most_seen: those with the one seen most · hours_known: contacts whose hour is known,
    of which ``out_of_hours`` began outside core hours · gp_before, contacts_before, ae_before: of the year before ·
    age: on the last day of the year, or on that of death · what the list does not know is None.
    """

    person: PersonKey
    score: float
    contacts: int
    by_service: Mapping[Service, int]
    services: int
    clinicians: int
    named: int
    most_seen: int
    handovers: int
    out_of_hours: int
    hours_known: int
    missed: int
    gp_before: int
    contacts_before: int
    ae_before: int
    age: int | None = None
    sex: str = ""
    practice: str = ""
    care_home: str = ""
    died: date | None = None
    moved: date | None = None
    long_term_conditions: int | None = None
    mental_health_condition: bool | None = None

    @property
    def gp_contacts(self) -> int:
        return self.by_service.get(Service.GP, 0)

    @property
    def ae(self) -> int:
        return self.by_service.get(Service.AE, 0)

    @property
    def most_seen_share(self) -> float | None:
        """None where there are too few contacts with a named clinician to tell."""
        return self.most_seen / self.named if self.named >= NAMED_AT_LEAST else None

    @property
    def out_of_hours_share(self) -> float | None:
        return self.out_of_hours / self.hours_known if self.hours_known else None


def ranking(touchpoints: Table, years: Years, mix: Mix, top: int) -> Table:
    """Columns: person · score of the first ``top`` by the mix who have any of it.

    A tie is broken by the contacts: more of them, then more services, then the earlier days; never by a name.
    """
    import ibis

    scored = scores(touchpoints, years, mix)
    scored = scored.filter(scored.score > 0)
    order = [ibis.desc("score"), ibis.desc("contacts"), ibis.desc("services"), "days", "person"]
    return scored.order_by(order).limit(top).select("person", "score")


def rank(
    attendance: Attendance, years: Years, mix: Mix = BY_GP_CONTACTS, top: int = TOP
) -> tuple[Ranked, ...]:
    """The first ``top``, most first; fewer where fewer have any of it."""
    rows = attendance.rows(ranking(attendance.touchpoints, years, mix, top))
    ranked = [Ranked(row["person"], float(row["score"])) for row in rows]
    return tuple(
        sorted(ranked, key=_score, reverse=True)
    )  # stable: a database need not keep an order it was asked for


def _score(ranked: Ranked) -> float:
    return ranked.score


def figures_of(attendance: Attendance, years: Years, ranked: Sequence[Ranked]) -> tuple[Figures, ...]:
    """All numbers of these people, in their order."""
    people = [one.person for one in ranked]
    told: dict[PersonKey, Row] = {}
    for some in in_parts(people):
        for table in measured(attendance, years, some):
            for row in attendance.rows(table):
                told.setdefault(row["person"], {}).update(row)
    return tuple(_figures(one, told.get(one.person, {}), years) for one in ranked)


def measured(attendance: Attendance, years: Years, people: Sequence[PersonKey]) -> Iterable[Table]:
    """What is asked about these people: four tables with ``person``."""
    chosen = attendance.touchpoints.filter(attendance.touchpoints.person.isin(list(people)))
    yield counts(chosen, years)
    yield handovers(chosen, years)
    yield clinicians(chosen, years)
    yield attendance.people.filter(attendance.people.person.isin(list(people)))


_COUNTS = (
    *("contacts", "services", "clinicians", "named", "most_seen", "handovers", "out_of_hours"),
    *("hours_known", "missed", "contacts_before", "ae_before"),
)


def _figures(ranked: Ranked, row: Row, years: Years) -> Figures:
    services = ((one.service, row.get(one.value)) for one in Measure)
    told: dict[str, Any] = {name: int(row.get(name) or 0) for name in _COUNTS}
    told["gp_before"] = int(row.get(Measure.LAST_YEAR.value) or 0)
    told["by_service"] = MappingProxyType(
        {service: int(count) for service, count in services if service and count}
    )
    return Figures(ranked.person, ranked.score, **told, **_who(row, years.this.last))


def _who(row: Row, day: date) -> dict[str, Any]:
    return {
        "age": age_on(row, day),
        "died": row.get("died"),
        "moved": row.get("moved"),
        "long_term_conditions": row.get("long_term_conditions"),
        "mental_health_condition": row.get("mental_health_condition"),
        **{name: row.get(name) or "" for name in ("sex", "practice", "care_home")},
    }


def age_on(row: Row, day: date) -> int | None:
    """Completed years from ``born``, else what the list says as ``age``; not after death."""
    born, died = row.get("born"), row.get("died")
    day = min(day, died) if died else day
    if born is None or day < born:
        return row.get("age")
    return years_between(born, day)
