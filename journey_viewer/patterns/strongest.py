"""The finding that a slide's title states, and a pattern's findings told as one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding, Result
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Outcome, Service
from journey_viewer.patterns.definitions import NO_CHANGES, Thresholds, limits_with
from journey_viewer.patterns.look import Look
from journey_viewer.patterns.wording import part_of

ORDER = (
    *("P01", "P04", "P03", "P02", "P22", "P11", "P07", "P19"),
    *("P18", "P06", "P12", "P14", "P27", "P09", "P10", "P17"),
)
"""Which pattern is stated first. The others are never a title: they describe, or rest on words alone."""
LEAST_COUNT, LEAST_SHARE = 3, 0.5

_OfHowMany = Callable[[Look], int]
_Sentence = Callable[[Look, Sequence[Finding]], str]


def strongest(findings: Sequence[Result], case: Case, thresholds: Thresholds = NO_CHANGES) -> Finding | None:
    """The finding to put in a title, told of all its pattern's findings at once; None where none is strong enough.

    The rule, in this order, on what a person did not dismiss:

    1. A pattern is eligible if it is in ``ORDER`` and its findings add up to at least 3 (``LEAST_COUNT``); one
       that is told of the whole journey at once (continuity, yearly use) is eligible as it is, and so are a
       missing follow-up after a mental health stay and a gap that a crisis ended.
    2. It is strong if its findings hold at least half (``LEAST_SHARE``) of what they could hold: of the A&E visits,
       the stays, the refused referrals, the missed appointments, the ambulance contacts, the unscheduled contacts.
    3. The first strong one in ``ORDER`` is stated; where none is strong, the first eligible one.

    All of this is our default.
    """
    look = Look(case, limits_with(thresholds))
    eligible = [one for one in (_together(look, findings, pattern) for pattern in ORDER) if one is not None]
    strong = (finding for finding, share in eligible if share >= LEAST_SHARE)
    return next(strong, eligible[0][0] if eligible else None)


def _together(look: Look, results: Sequence[Result], pattern: str) -> tuple[Finding, float] | None:
    """A pattern's findings as one, and the share of what they could hold; None where it is not eligible."""
    found = [one for one in results if isinstance(one, Finding) and one.pattern == pattern]
    count = _count(found)
    if not found or (pattern not in _AS_IT_IS and count < LEAST_COUNT):
        return None
    told = told_together(look, found)
    of = _OF[pattern](look) if pattern in _OF else 0
    return told, (_held(pattern, found) / of if of else float(pattern in _AS_IT_IS))


def _held(pattern: str, found: Sequence[Finding]) -> int:
    if pattern == "P11":
        return len({number for one in found for number in one.contacts})
    return _count(found)


def told_together(look: Look, found: Sequence[Finding]) -> Finding:
    """One finding that holds all of these, which are of one pattern and at least one."""
    first = found[0]
    pattern = first.pattern
    if pattern not in _SENTENCES:
        return max(found, key=_weight)
    place = {int(number): row for row, number in enumerate(look.t.number.tolist())}
    numbers = {number for one in found for number in one.contacts}
    return replace(
        first,
        first=min(one.first for one in found),
        last=max(one.last for one in found),
        contacts=tuple(sorted(numbers, key=place.__getitem__)),
        links=tuple(dict.fromkeys(link for one in found for link in one.links)),
        sentence=_SENTENCES[pattern](look, found),
        count=_count(found),
    )


def _weight(finding: Finding) -> tuple[int, int]:
    return finding.count, (finding.last - finding.first).days


def _count(found: Sequence[Finding]) -> int:
    return sum(one.count for one in found)


def _visits(look: Look) -> int:
    return int((look.attended & look.of(Service.AE)).sum())


def _stays(look: Look) -> int:
    return int((look.attended & look.of(Service.INPATIENT)).sum())


def _ambulances(look: Look) -> int:
    return int((look.attended & look.of(Service.AMBULANCE)).sum())


def _unscheduled(look: Look) -> int:
    return int(look.unscheduled.sum())


def _refusals(look: Look) -> int:
    return int(((look.t.outcome == Outcome.REFUSED.code) & look.begun).sum())


def _missed(look: Look) -> int:
    return int(((look.t.outcome == Outcome.DID_NOT_ATTEND.code) & look.begun).sum())


def _ae_after_gp(look: Look, found: Sequence[Finding]) -> str:
    visits, days = part_of(_count(found), _visits(look), "A&E visit"), look.limit("P01.days")
    return f"{visits} came within {many(days, 'day')} of a GP contact"


def _ae_again(look: Look, found: Sequence[Finding]) -> str:
    visits, days = part_of(_count(found), _visits(look), "A&E visit"), look.limit("P02.days")
    return f"{visits} came within {many(days, 'day')} of the one before"


def _readmitted(look: Look, found: Sequence[Finding]) -> str:
    stays, days = part_of(_count(found), _stays(look), "hospital stay"), look.limit("P03.days")
    return f"{stays} began as an emergency within {many(days, 'day')} of going home"


def _no_follow_up(look: Look, found: Sequence[Finding]) -> str:
    stays, hours = many(_count(found), "mental health stay"), look.limit("P04.hours")
    return f"{stays} with no follow-up in {many(hours, 'hour')}"


def _missed_together(look: Look, found: Sequence[Finding]) -> str:
    missed = many(_count(found), "missed appointment")
    followed = len({first for one in found for first, _ in one.links})
    if not followed:
        return f"{missed} in a row or within 12 months"
    within = many(look.limit("P06.days"), "day")
    return f"{missed}, {followed:,} of them followed by an unscheduled contact within {within}"


def _bounced(look: Look, found: Sequence[Finding]) -> str:
    refusals = part_of(_count(found), _refusals(look), "refusal")
    return f"{refusals} were followed by another referral or an unscheduled contact"


def _handed_over(look: Look, found: Sequence[Finding]) -> str:
    steps = max(int(look.attended.sum()) - 1, 0)
    return f"{part_of(_count(found), steps, 'contact')} were followed by one with another service"


def _went_round(look: Look, found: Sequence[Finding]) -> str:
    """In whole days of the threshold: how long each round took is exact, and stays with the finding."""
    days = many(look.limit("P09.days"), "day")
    return f"Problems round the services and back, {many(_count(found), 'time')}, each within {days}"


def _clusters(look: Look, found: Sequence[Finding]) -> str:
    times, days = look.limit("P11.times"), look.limit("P11.days")
    each = f"of {times} or more unscheduled contacts in {many(days, 'day')}"
    clusters = _count(found)
    return f"{many(clusters, 'crisis cluster')}{', each' if clusters > 1 else ''} {each}"


def _long_gaps(look: Look, found: Sequence[Finding]) -> str:
    """In whole days of the threshold: how long each was is exact, and stays with the finding."""
    days = many(look.limit("P12.days"), "day")
    then = ", then an unscheduled one" if look.limit("P12.crisis") else ""
    return f"{_times(found)}{days} or more without a recorded contact{then}"


def _open_at_once(look: Look, found: Sequence[Finding]) -> str:
    services = many(look.limit("P14.services"), "or more service")
    return f"{_times(found)}{services} open at once"


def _times(found: Sequence[Finding]) -> str:
    """Said only where it was more than once."""
    count = _count(found)
    return f"{count:,} times " if count > 1 else ""


def _left_at_home(look: Look, found: Sequence[Finding]) -> str:
    ambulances, days = part_of(_count(found), _ambulances(look), "ambulance contact"), look.limit("P22.days")
    return f"{ambulances} not taken in, within {many(days, 'day')} of another"


def _waited(look: Look, found: Sequence[Finding]) -> str:
    return f"{many(_count(found), 'referral')} with a wait of over {many(look.limit('P27.weeks') * 7, 'day')}"


_OF: Mapping[str, _OfHowMany] = MappingProxyType(
    {
        "P01": _visits,
        "P02": _visits,
        "P03": _stays,
        "P06": _missed,
        "P07": _refusals,
        "P11": _unscheduled,
        "P22": _ambulances,
    }
)
_AS_IT_IS = frozenset({"P04", "P10", "P12", "P17", "P18", "P19"})
_SENTENCES: Mapping[str, _Sentence] = MappingProxyType(
    {
        "P01": _ae_after_gp,
        "P02": _ae_again,
        "P03": _readmitted,
        "P04": _no_follow_up,
        "P06": _missed_together,
        "P07": _bounced,
        "P09": _went_round,
        "P10": _handed_over,
        "P11": _clusters,
        "P12": _long_gaps,
        "P14": _open_at_once,
        "P22": _left_at_home,
        "P27": _waited,
    }
)
