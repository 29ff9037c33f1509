"""All measures of one case as people read them: a value, and beside it what it is of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journey_viewer.measures.attributed import Attributed, in_words
from journey_viewer.measures.continuity import Continuity
from journey_viewer.measures.cost import WHAT_IT_IS
from journey_viewer.measures.definitions import MeasureId
from journey_viewer.measures.frequency import BUSY_MONTH, BUSY_YEAR, Frequency
from journey_viewer.measures.measure import Measures
from journey_viewer.measures.own_costs import OwnCosts, shipped_of
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Service

UNDEFINED = "–"


@dataclass(frozen=True)
class Figure:
    """``value``: "29%", or a dash where it is undefined · ``beside``: "of 21 GP contacts with a named clinician"."""

    measure: MeasureId
    value: str
    beside: str


def figures(measures: Measures, own: OwnCosts, ae: Attributed | None = None) -> tuple[Figure, ...]:
    """Every measure, in the order of ``MeasureId``.

    ``own``: the unit costs that are this case file's own · ``ae``: what people said of the A&E attendances.
    """
    told = [Figure(*one) for of in _TOLD for one in of(measures)]
    if ae is not None and ae.told:
        told = [_attributed(one, ae) if one.measure is MeasureId.AE else one for one in told]
    return (*told, Figure(MeasureId.COST, *_cost(measures, own)))


_Told = Iterator[tuple[MeasureId, str, str]]


def _all(measures: Measures) -> _Told:
    summary = measures.summary
    yield MeasureId.TOUCHPOINTS, f"{summary.touchpoints:,}", "missed and cancelled ones among them"
    yield MeasureId.SERVICES, f"{summary.services:,}", "with any touchpoint"
    yield MeasureId.CONTACTS, f"{summary.contacts:,}", "attended"
    yield MeasureId.HANDOVERS, f"{summary.handovers:,}", f"between {many(summary.contacts, 'contact')}"


def _practice(measures: Measures) -> _Told:
    gp = measures.gp
    named = many(gp.continuity.contacts, "GP contact") + " with a named clinician"
    left_out = f"; {gp.contacts - gp.named:,} name nobody" if gp.contacts > gp.named else ""
    yield MeasureId.GP_CONTACTS, f"{gp.contacts:,}", "attended, with anybody at the practice"
    yield MeasureId.FREQUENCY, *_frequency(measures.frequency)
    yield (
        MeasureId.GP_CLINICIANS,
        f"{gp.clinicians:,}",
        f"named in {many(gp.named, 'GP contact')}{left_out}",
    )
    yield MeasureId.MOST_SEEN, _percent(gp.continuity.upc), f"of {named}"
    yield MeasureId.COC, _decimal(gp.continuity.coc), f"over {named}"
    yield MeasureId.SECON, _decimal(gp.continuity.secon), f"over {named}"
    yield MeasureId.DOCTORS_ONLY, *_doctors(gp.doctors, gp.roles_untold)
    if gp.own_gp is None:
        yield MeasureId.OWN_GP, UNDEFINED, "no list says who the named GP is"
    else:
        yield MeasureId.OWN_GP, _percent(gp.own_gp_share), f"{gp.own_gp:,} of {named}"


def _elsewhere(measures: Measures) -> _Told:
    use, hours, roles = measures.use, measures.hours, measures.roles
    ae = measures.summary.contacts_by_service.get(Service.AE, 0)
    yield MeasureId.MISSED, _percent(use.missed_share), f"of {many(use.appointments, 'appointment')}"
    untimed = f"; {hours.unknown:,} have none" if hours.unknown else ""
    told = f"of {many(hours.known, 'contact')} with a known time{untimed}"
    yield MeasureId.OUT_OF_HOURS, _percent(hours.share), told
    untold = f"; {roles.untold:,} do not" if roles.untold else ""
    told = f"of {many(roles.told, 'contact')} that say with whom{untold}"
    yield MeasureId.NOT_CLINICAL, _percent(roles.share), told
    yield MeasureId.AE, f"{ae:,}", "attended"


def _time(measures: Measures) -> _Told:
    gap, waits = measures.longest_gap, measures.waits
    yield MeasureId.NIGHTS, f"{measures.summary.nights:,}", f"over {many(measures.summary.stays, 'stay')}"
    if gap is None:
        yield MeasureId.LONGEST_GAP, UNDEFINED, "no two contacts have a day between them"
    else:
        yield MeasureId.LONGEST_GAP, many(gap.days, "day"), "without a recorded contact"
    if waits.longest is None:
        yield MeasureId.WAITS, UNDEFINED, "no referral to wait after"
    else:
        still = f"; {waits.waiting:,} still waiting" if waits.waiting else ""
        told = f"at the longest, after {many(len(waits.each), 'referral')}{still}"
        yield MeasureId.WAITS, many(waits.longest.days, "day"), told


_TOLD = (_all, _practice, _elsewhere, _time)


def _attributed(figure: Figure, ae: Attributed) -> Figure:
    return replace(figure, beside=f"{figure.beside}; {in_words(ae)}")


def _frequency(told: Frequency) -> tuple[str, str]:
    month = f"at most {told.most_in_month:,} in 30 days"
    month += f", more than {BUSY_MONTH}" if told.busy_month else ""
    if told.a_year is None:
        over = f"; more than {BUSY_YEAR} already" if told.busy_year else ""
        return UNDEFINED, f"the period is shorter than a year; {month}{over}"
    over = f"; more than {BUSY_YEAR} a year" if told.busy_year else ""
    return f"{told.a_year:,.0f} a year", f"{told.band}; {month}{over}"


def _doctors(doctors: Continuity, untold: int) -> tuple[str, str]:
    others = f"; of {untold:,} more nobody says what they are" if untold else ""
    indices = f"COC {_decimal(doctors.coc)}, SECON {_decimal(doctors.secon)}"
    return _percent(doctors.upc), f"of {many(doctors.contacts, 'contact')} with a doctor; {indices}{others}"


def _cost(measures: Measures, own: OwnCosts) -> tuple[str, str]:
    cost = measures.cost
    parts = [f"{many(cost.costed, 'contact')} and stays have a cost"]
    if cost.by_proxy:
        parts.append(f"{cost.by_proxy:,} that of something like them")
    if cost.without:
        parts.append(f"{cost.without:,} have none and are not in it")
    if cost.price_years:
        parts.append(f"price years {', '.join(cost.price_years)}")
    return (
        UNDEFINED if cost.pounds is None else f"£{cost.pounds:,.0f}",
        " ".join(filter(None, (f"{WHAT_IT_IS} {'; '.join(parts)}.", own_in_words(own)))),
    )


def own_in_words(own: OwnCosts) -> str:
    """What differs from the unit costs that come with us, "" where nothing does."""
    if not own:
        return ""
    changed = sum(shipped_of(key) is not None for key in own)
    parts = [f"{changed:,} changed"] if changed else []
    parts += [f"{len(own) - changed:,} added"] if len(own) > changed else []
    return f"Unit costs of this case file's own: {', '.join(parts)}."


def _percent(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.0%}"


def _decimal(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.2f}"
