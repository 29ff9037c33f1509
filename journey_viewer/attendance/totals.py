"""Each person's numbers of a window, as tables of one row a person."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from journey_viewer.attendance.asked import NAMED_AT_LEAST, Measure, Mix, Years
from journey_viewer.attendance.counted import (
    attended,
    begins_in,
    day_number,
    gp_contact,
    hours_known,
    outside_hours,
    second_of_day,
    with_clinician_keys,
    with_service,
)
from journey_viewer.attendance.lists import Column, Table
from journey_viewer.model.words import Outcome, Service

_COUNTED = frozenset({Measure.CONTACTS, Measure.OUT_OF_HOURS, Measure.MISSED})
"""Counts of touchpoints, as is what counts those of one service."""


def counts(touchpoints: Table, years: Years) -> Table:
    """Columns: person · everything that one look at each touchpoint of both years tells: the simple measures and more.

    Besides the measures: hours_known, contacts_before, ae_before.
    """
    rows = touchpoints.filter(begins_in(touchpoints, years.both))
    return rows.group_by("person").aggregate(**_simple(rows, years, frozenset(Measure), further=True))


def _simple(
    rows: Table, years: Years, asked: Collection[Measure], *, further: bool = False
) -> dict[str, Column]:
    """The aggregates of touchpoints of both years; ``further``: those that are no measures too."""
    now, before = begins_in(rows, years.this), begins_in(rows, years.before)
    contact, gp = attended(rows), gp_contact(rows)
    told: dict[Measure, Column] = {
        Measure.SERVICES: rows.service.nunique(where=now),
        Measure.LAST_YEAR: rows.count(where=before & gp),
        Measure.RISE: rows.count(where=now & gp) - rows.count(where=before & gp),
    }
    for measure in Measure:
        if measure in _COUNTED or measure.service is not None:
            told[measure] = rows.count(where=now & condition(rows, measure, years.closed))
    chosen = {measure.value: column for measure, column in told.items() if measure in asked}
    if further:
        chosen |= {
            "hours_known": rows.count(where=now & hours_known(rows)),
            "contacts_before": rows.count(where=before & contact),
            "ae_before": rows.count(where=before & contact & with_service(rows, Service.AE)),
        }
    return chosen


def condition(rows: Table, measure: Measure, closed: Sequence[date]) -> Column:
    """True for the touchpoints that this measure counts. Raises ValueError for one that is no count of touchpoints."""
    if measure is Measure.CONTACTS:
        return attended(rows)
    if measure is Measure.OUT_OF_HOURS:
        return outside_hours(rows, closed)
    if measure is Measure.MISSED:
        return rows.outcome == Outcome.DID_NOT_ATTEND.code
    if measure.service is None:
        raise ValueError(f"{measure} counts no touchpoints")
    return attended(rows) & with_service(rows, measure.service)


def handovers(touchpoints: Table, years: Years) -> Table:
    """Columns: person · handovers: steps from one attended contact of the year to the next at which the service differs."""
    import ibis

    rows = touchpoints.filter(begins_in(touchpoints, years.this) & attended(touchpoints))
    rows = rows.select("person", "service", day=day_number(rows), second=second_of_day(rows))
    in_order = ibis.window(group_by="person", order_by=["day", "second", "service"])
    rows = rows.mutate(earlier=rows.service.lag().over(in_order))
    stepped = rows.earlier.notnull() & (rows.earlier != rows.service)
    return rows.group_by("person").aggregate(handovers=rows.count(where=stepped))


def clinicians(touchpoints: Table, years: Years) -> Table:
    """Columns: person · clinicians · named: GP contacts with a named clinician, one a clinician and day · most_seen of them."""
    gp = touchpoints.filter(begins_in(touchpoints, years.this) & gp_contact(touchpoints))
    gp = gp.select("person", "clinician", day=day_number(gp))
    keyed = with_clinician_keys(gp)
    seen = keyed.select("person", "key", "day").distinct()
    each = seen.group_by("person", "key").aggregate(times=seen.count())
    return each.group_by("person").aggregate(
        clinicians=each.count(), named=each.times.sum(), most_seen=each.times.max()
    )


def scores(touchpoints: Table, years: Years, mix: Mix) -> Table:
    """Columns: person · score · and what breaks a tie: contacts · services · days. Only what the mix asks for is counted."""
    asked = frozenset(mix.weights)
    two_years = bool(asked & {Measure.LAST_YEAR, Measure.RISE})
    rows = touchpoints.filter(begins_in(touchpoints, years.both if two_years else years.this))
    now = begins_in(rows, years.this)
    total = rows.group_by("person").aggregate(
        **_simple(rows, years, asked),
        _contacts=rows.count(where=now & attended(rows)),
        _services=rows.service.nunique(where=now),
        _days=day_number(rows).sum(where=now),
    )
    if Measure.HANDOVERS in asked:
        total = _beside(total, handovers(touchpoints, years))
    if asked & {Measure.CLINICIANS, Measure.NOT_MOST_SEEN}:
        total = _beside(total, clinicians(touchpoints, years))
    return total.select(
        "person",
        score=_score(total, mix),
        contacts=total["_contacts"],
        services=total["_services"],
        days=total["_days"],
    )


def _beside(total: Table, more: Table) -> Table:
    more = more.rename(other="person")
    return total.left_join(more, total.person == more.other).drop("other")


def _score(total: Table, mix: Mix) -> Column:
    score: Any = None
    for measure, weight in mix.weights.items():
        term = _value(total, measure) * weight
        score = term if score is None else score + term
    return score


def _value(total: Table, measure: Measure) -> Column:
    if measure is Measure.NOT_MOST_SEEN:
        elsewhere = 1 - total.most_seen.cast("float64") / total.named.cast("float64")
        return (total.named >= NAMED_AT_LEAST).ifelse(elsewhere, 0.0).fill_null(0.0)
    return total[measure.value].fill_null(0).cast("float64")
