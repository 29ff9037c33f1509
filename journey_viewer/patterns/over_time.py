"""How use goes over time: P12 long gaps, P13 out of hours, P20 rising or falling, P23 urgent care alone, P26 one day of the week."""

import numpy as np

from journey_viewer.measures.gaps import Gap, long_gaps, may_have_been_seen
from journey_viewer.measures.out_of_hours import Hours, hours_of
from journey_viewer.model.findings import CannotTell, Finding, NothingFound
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Kind, Service
from journey_viewer.patterns.crises import Mask
from journey_viewer.patterns.look import Look, Told, days_of, told

YEAR = 365
_MINUTE = 60
_EVENING, _SATURDAY = (18 * 60 + 30, 20 * 60), (9 * 60, 17 * 60)
_DAY_MINUTES = 24 * 60
_TOO_SHORT = "The period is shorter than 365 days"


def gap_then_crisis(look: Look) -> Told:
    """P12. Gaps that are long, and long for this person; whether a crisis ended each.

    What is usual is the median of the days between one day with a contact and the next.
    """
    gaps = long_gaps(look.case, look.limit("P12.days"))
    seen = may_have_been_seen(look.t)
    apart = np.diff(np.unique(look.day[seen & look.begun]))
    usual = float(np.median(apart)) if len(apart) else 0.0
    long = [gap for gap in gaps if gap.days >= usual * look.limits["P12.times"]]
    findings = [_gap(look, gap, seen) for gap in long]
    if look.limit("P12.crisis"):
        findings = [one for one in findings if one.links]
    least = look.limit("P12.days")
    if not long:
        return NothingFound(
            "P12", f"Never {many(least, 'day')} without a contact that are long for this person"
        )
    nothing = f"{many(len(long), 'long gap')}, not ended by an unscheduled contact"
    return told(findings, NothingFound("P12", nothing))


def _gap(look: Look, gap: Gap, seen: Mask) -> Finding:
    begun, ended = days_of(gap.after), days_of(gap.before)
    kept = np.flatnonzero(seen)
    reached = np.flatnonzero(seen & (look.t.kind == Kind.STAY.code) & (look.end_day == begun))
    last = int(kept[np.searchsorted(look.day[kept], begun, "right") - 1])
    before = int(reached[-1]) if len(reached) else last
    after = np.flatnonzero(seen & (look.day == ended))
    crisis = [row for row in after.tolist() if look.unscheduled[row]]
    sentence = f"{many(gap.days, 'day')} without a recorded contact"
    rows = (before, crisis[0] if crisis else int(after[0]))
    if crisis:
        sentence = f"{sentence}, followed by an unscheduled one"
    return look.finding("P12", rows, sentence, [rows] if crisis else [], days=(begun, ended))


def out_of_hours(look: Look) -> Told:
    """P13. All contacts known to have begun outside core hours; without a time nothing is known."""
    rows = np.flatnonzero(look.sure & look.begun & (look.t.kind == Kind.CONTACT.code))
    hours = hours_of(look.t)
    outside = hours == Hours.OUT_OF_HOURS.code
    if not look.limit("P13.enhanced"):
        outside &= ~_enhanced_access(look)
    found = rows[outside[rows]]
    known = int((hours[rows] != Hours.UNKNOWN.code).sum())
    unknown = len(rows) - known
    if len(found) >= look.limit("P13.contacts"):
        sentence = f"{len(found):,} of {many(known, 'contact')} with a known time out of hours"
        return (look.finding("P13", found.tolist(), sentence, count=len(found)),)
    if unknown and not known:
        return CannotTell("P13", f"None of {many(unknown, 'contact')} has a time")
    left = f", of {unknown:,} more the time is not known" if unknown else ""
    return NothingFound("P13", f"{len(found):,} of {many(known, 'contact')} out of hours{left}")


def _enhanced_access(look: Look) -> Mask:
    """GP practice contacts in the hours that a network plans beside core hours; a bank holiday is none of them."""
    weekday = (look.day + 3) % 7  # 1 January 1970 was a Thursday
    minute = look.moment // _MINUTE % _DAY_MINUTES
    evening = (weekday < 5) & (minute >= _EVENING[0]) & (minute < _EVENING[1])
    saturday = (weekday == 5) & (minute >= _SATURDAY[0]) & (minute < _SATURDAY[1])
    return look.of(Service.GP) & look.t.timed & (evening | saturday)


def rising_or_falling(look: Look) -> Told:
    """P20. The last days of the period beside the rest of its last 365; where somebody died, of their life."""
    died = look.case.person.died
    last = look.last if died is None else min(look.last, days_of(died))
    if last - look.first + 1 < YEAR:
        return CannotTell("P20", _TOO_SHORT)
    days, least = look.limit("P20.days"), look.limit("P20.contacts")
    kept = look.attended & look.begun & ~look.t.uncertain
    rows = np.flatnonzero(kept & (look.day > last - YEAR) & (look.day <= last))
    late = rows[look.day[rows] > last - days]
    new, old = len(late), len(rows) - len(late)
    beside = (
        f"{many(new, 'contact')} in the last {many(days, 'day')}, {old:,} in the {YEAR - days} days before"
    )
    if len(rows) < least:
        return NothingFound("P20", f"{many(len(rows), 'contact')} in 365 days, too few to compare")
    rate, before = new * (YEAR - days), old * days
    rising, falling = rate >= before * look.limits["P20.rise"], rate <= before * look.limits["P20.fall"]
    if not (rising or falling):
        return NothingFound("P20", beside)
    span = last - YEAR + 1, last
    sentence = f"{'Rising' if rising else 'Falling'}: {beside}"
    return (look.finding("P20", rows.tolist(), sentence, days=span),)


def urgent_care_alone(look: Look) -> Told:
    """P23. Urgent contacts of somebody of these ages in a year without a contact with the GP practice."""
    if missing := look.missing("P23", Service.GP) or look.missing("P23", Service.AE, Service.URGENT_111):
        return missing
    if look.case.person.born is None:
        return CannotTell("P23", "The date of birth is not known")
    if look.last - look.first + 1 < YEAR:
        return CannotTell("P23", _TOO_SHORT)
    in_year = look.day > look.last - YEAR
    urgent = look.sure & (look.of(Service.AE) | look.of(Service.URGENT_111)) & in_year
    rows = [row for row in np.flatnonzero(urgent).tolist() if _is_of_age(look, row)]
    gp = int((look.perhaps & look.of(Service.GP) & (in_year | look.t.uncertain)).sum())
    contacts = many(len(rows), "urgent contact")
    if not rows:
        return NothingFound("P23", "No urgent contact at this age in the last 365 days")
    if gp or len(rows) < look.limit("P23.contacts"):
        return NothingFound("P23", f"{contacts} and {many(gp, 'GP contact')} in the last 365 days")
    sentence = f"{contacts} and no contact with the GP practice in 365 days"
    return (look.finding("P23", rows, sentence, count=len(rows)),)


def _is_of_age(look: Look, row: int) -> bool:
    age = look.case.person.age_on(look.t.start[row].item().date())
    return age is not None and look.limit("P23.youngest") <= age <= look.limit("P23.oldest")


def one_day_of_the_week(look: Look) -> Told:
    """P26. The day of the week, and the hour of the day, that hold most contacts, if they hold so many of them."""
    rows = np.flatnonzero(look.sure & look.begun)
    timed = rows[look.t.timed[rows]]
    weekdays = (look.day[rows] + 3) % 7
    hours = look.moment[timed] // (_MINUTE * 60) % 24
    findings = [
        look.finding("P26", kept[values == most].tolist(), sentence, count=count)
        for kept, values, what in (
            (rows, weekdays, "on one day of the week"),
            (timed, hours, "with a known time in one hour of the day"),
        )
        if len(kept) >= look.limit("P26.contacts")
        for most in [int(np.bincount(values).argmax())]
        for count in [int((values == most).sum())]
        if count * 100 >= len(kept) * look.limits["P26.share"]
        for sentence in [f"{count:,} of {many(len(kept), 'contact')} {what}"]
    ]
    return told(findings, NothingFound("P26", f"{many(len(rows), 'contact')}, no day or hour with so many"))
