"""The three to five numbers that matter most for one journey."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from journey_viewer.measures.definitions import MeasureId, mark
from journey_viewer.measures.measure import Measures
from journey_viewer.measures.waits import Wait
from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.model.phrases import many, plural
from journey_viewer.model.words import Service

FEWEST, MOST = 3, 5
_ENOUGH = 3  # of a share there must be so many, or it is chance: our default
_YEAR = 365.25


@dataclass(frozen=True)
class Headline:
    """``value`` and ``label`` read as one: "29%", "of 21 GP contacts with the same clinician".

    ``n``: over how many contacts, appointments or referrals it is told. ``days``: how many days or nights ``value``
    is, None where it counts something else; ``label`` then begins with the word for them. What leaves this
    computer tells them more coarsely (privacy.headlines).
    """

    measure: MeasureId
    value: str
    label: str
    n: int
    days: int | None = None


def headlines(case: Case, measures: Measures, without: Collection[MeasureId] = ()) -> tuple[Headline, ...]:
    """Chosen by this rule, and by nothing else.

    1. Touchpoints and services come first, wherever there is a touchpoint.
    2. Each other number is divided by its mark ([marks] in resources/measures.toml: "5 A&E attendances a year");
       counts are brought to a year where the window is longer than one. A share is told only over three contacts or
       more, a share of missed or out-of-hours contacts only where there are three such, and what is undefined not at
       all.
    3. Those at or over their mark follow, the highest multiple first, up to five headlines in all.
    4. If that makes fewer than three, the nearest to their marks fill up to three.
    A tie goes to the earlier in the order of ``MeasureId``. The indicative cost is never a headline: it would be
    read as money that can be saved. ``without``: measures of which nothing may be told.
    """
    if not measures.summary.touchpoints:
        return ()
    candidates = _candidates(case.window, measures)
    told = [each for each in candidates if each[0] > 0 and each[1].measure not in without]
    told.sort(key=_weight, reverse=True)  # stable: equals keep their order
    heavy = sum(weight >= 1 for weight, _ in told)
    room = max(min(heavy, MOST - 1), FEWEST - 1)
    return (_first(measures), *(headline for _, headline in told[:room]))


def _first(measures: Measures) -> Headline:
    summary = measures.summary
    label = f"{plural(summary.touchpoints, 'touchpoint')} with {many(summary.services, 'service')}"
    return Headline(MeasureId.TOUCHPOINTS, f"{summary.touchpoints:,}", label, summary.touchpoints)


def _candidates(window: Window, measures: Measures) -> Iterator[tuple[float, Headline]]:
    """How many times its mark each number is, in the order of ``MeasureId``."""
    years = max(round(window.days / _YEAR, 1), 1.0)  # two years are two, with and without a leap day
    yield _handovers(measures, years)
    yield _gp_contacts(measures, years)
    yield from _most_seen(measures)
    yield from _missed(measures)
    yield from _out_of_hours(measures)
    yield _ae(measures, years)
    yield from _nights(measures, years)
    yield from _gap(measures)
    yield from _wait(measures)


def _handovers(measures: Measures, years: float) -> tuple[float, Headline]:
    count, of = measures.summary.handovers, measures.summary.contacts
    label = f"{plural(count, 'hand-over')} between services"
    return _counted(MeasureId.HANDOVERS, count, label, of, years)


def _gp_contacts(measures: Measures, years: float) -> tuple[float, Headline]:
    gp = measures.gp
    label = f"GP practice {plural(gp.contacts, 'contact')}"
    if gp.clinicians:
        label += f" with {many(gp.clinicians, 'named clinician')}"
    label += _of_all(measures, Service.GP, gp.contacts)
    return _counted(MeasureId.GP_CONTACTS, gp.contacts, label, gp.contacts, years)


def _most_seen(measures: Measures) -> Iterator[tuple[float, Headline]]:
    care = measures.gp.continuity
    if care.upc is not None and care.contacts >= _ENOUGH:
        label = f"of {care.contacts:,} GP practice contacts with the same clinician"
        weight = (1 - care.upc) / mark(MeasureId.MOST_SEEN).at
        yield weight, Headline(MeasureId.MOST_SEEN, f"{care.upc:.0%}", label, care.contacts)


def _missed(measures: Measures) -> Iterator[tuple[float, Headline]]:
    use = measures.use
    if use.not_attended >= _ENOUGH and use.missed_share is not None:
        label = f"of {use.appointments:,} appointments not attended"
        weight = use.missed_share / mark(MeasureId.MISSED).at
        yield weight, Headline(MeasureId.MISSED, f"{use.missed_share:.0%}", label, use.appointments)


def _out_of_hours(measures: Measures) -> Iterator[tuple[float, Headline]]:
    hours = measures.hours
    if hours.out_of_hours >= _ENOUGH and hours.share is not None:
        label = f"of {hours.known:,} contacts with a known time outside core hours"
        weight = hours.share / mark(MeasureId.OUT_OF_HOURS).at
        yield weight, Headline(MeasureId.OUT_OF_HOURS, f"{hours.share:.0%}", label, hours.known)


def _ae(measures: Measures, years: float) -> tuple[float, Headline]:
    count = measures.summary.contacts_by_service.get(Service.AE, 0)
    label = f"A&E {plural(count, 'attendance')}{_of_all(measures, Service.AE, count)}"
    return _counted(MeasureId.AE, count, label, count, years)


def _of_all(measures: Measures, service: Service, attended: int) -> str:
    """Of how many in the lane it is, where some there were missed or are referrals: the picture counts those too."""
    held = measures.summary.by_service.get(service, 0)
    return "" if held == attended else f", of {many(held, 'touchpoint')}"


def _nights(measures: Measures, years: float) -> Iterator[tuple[float, Headline]]:
    nights, stays = measures.summary.nights, measures.summary.stays
    if nights:
        label = f"{plural(nights, 'night')} in hospital over {many(stays, 'stay')}"
        weight = nights / years / mark(MeasureId.NIGHTS).at
        yield weight, Headline(MeasureId.NIGHTS, f"{nights:,}", label, stays, nights)


def _gap(measures: Measures) -> Iterator[tuple[float, Headline]]:
    gap = measures.longest_gap
    if gap is not None:
        label = f"{plural(gap.days, 'day')} without a recorded contact, at the longest"
        weight = gap.days / mark(MeasureId.LONGEST_GAP).at
        yield (
            weight,
            Headline(MeasureId.LONGEST_GAP, f"{gap.days:,}", label, measures.summary.contacts, gap.days),
        )


def _wait(measures: Measures) -> Iterator[tuple[float, Headline]]:
    wait = measures.waits.longest
    if wait is not None:
        label = f"{plural(wait.days, 'day')} {_waited(wait)}, at the longest"
        count = len(measures.waits.each)
        weight = wait.days / mark(MeasureId.WAITS).at
        yield weight, Headline(MeasureId.WAITS, f"{wait.days:,}", label, count, wait.days)


def _waited(wait: Wait) -> str:
    if wait.waiting:
        return "of waiting after a referral so far"
    if wait.offered_before:
        return "from a referral to its own contact on the list"
    return f"from a referral to {'the first appointment' if wait.offered else 'another or a refusal'}"


def _counted(measure: MeasureId, count: int, label: str, n: int, years: float) -> tuple[float, Headline]:
    return count / years / mark(measure).at, Headline(measure, f"{count:,}", label, n)


def _weight(each: tuple[float, Headline]) -> float:
    return each[0]
