"""What follows a hospital stay: P03 an emergency stay soon after it, P04 no mental health follow-up."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.findings import CannotTell, NothingFound
from journey_viewer.model.phrases import many, plural
from journey_viewer.model.words import Kind, Service
from journey_viewer.patterns.crises import Mask
from journey_viewer.patterns.look import NO_END, Look, Told, told
from journey_viewer.patterns.tags import says_nothing
from journey_viewer.patterns.wording import after

_HOUR = 3600
_DAY_HOURS = 24
_UNSURE = 31  # days from a day that is not sure within which it may really lie


def readmitted(look: Look) -> Told:
    """P03. Each stay that began as an emergency soon after the end of the one before it."""
    if missing := look.missing("P03", Service.INPATIENT):
        return missing
    stays = _counted_stays(look)
    days = look.limit("P03.days")
    findings, untold = [], len(untold_soon_after(look))
    for before, stay, apart in _following(look, stays, days):
        if look.stays.emergency[stay]:
            sentence = f"Emergency stay {after(apart, 'going home')}"
            span = int(look.end_day[before]), int(look.day[stay])
            findings.append(look.finding("P03", (before, stay), sentence, [(before, stay)], days=span))
    if untold and not findings:
        return CannotTell("P03", f"Nothing says whether {many(untold, 'stay')} began as an emergency")
    if not len(stays):
        return told(findings, NothingFound("P03", "No hospital stay"))
    seen = f"No emergency stay within {many(days, 'day')} of another among {many(len(stays), 'stay')}"
    return told(findings, NothingFound("P03", seen))


def untold_soon_after(look: Look) -> list[tuple[int, int]]:
    """Each stay soon after the end of the one before it of which nothing says how it began: that one, and itself."""
    following = _following(look, _counted_stays(look), look.limit("P03.days"))
    return [(before, stay) for before, stay, _ in following if look.stays.untold[stay]]


def _counted_stays(look: Look) -> NDArray[np.intp]:
    """Hospital stays in time order, without cancer and maternity."""
    left_out = look.said.reason.says("not_counted_stay") | look.said.named.says("not_counted_stay")
    return np.flatnonzero(look.sure & look.of(Service.INPATIENT) & ~left_out)


def _following(look: Look, stays: NDArray[np.intp], days: int) -> list[tuple[int, int, int]]:
    """Each stay that began in time after another had ended: that one, itself, and the days between."""
    found = []
    transfer = look.said.says("transfer")
    last = -1
    for stay in stays.tolist():
        apart = int(look.day[stay] - look.end_day[last]) if last >= 0 else -1
        follows = apart > 0 or (apart == 0 and _ae_between(look, last, stay))
        if follows and apart <= days and not transfer[stay]:
            found.append((last, stay, apart))
        has_end = look.t.kind[stay] == Kind.STAY.code and look.end_day[stay] != NO_END
        if has_end and (last < 0 or look.end_day[stay] >= look.end_day[last]):
            last = stay
        elif not has_end:
            last = -1  # it goes on, or nobody knows when it ended
    return found


def _ae_between(look: Look, last: int, stay: int) -> bool:
    """Whether A&E is known to have seen the person after one stay ended and before another began, on one day."""
    ended = int(look.t.end[last].astype(np.int64))
    if ended % (_DAY_HOURS * _HOUR) == 0 or not look.t.timed[stay]:
        return False
    visits = look.sure & look.of(Service.AE) & look.t.timed
    return bool((visits & (look.moment >= ended) & (look.moment <= look.moment[stay])).any())


def no_follow_up(look: Look) -> Told:
    """P04. Each mental health stay that nobody followed up in time."""
    if missing := look.missing("P04", Service.MENTAL_HEALTH):
        return missing
    hours = look.limit("P04.hours")
    judged, untold = stays_to_follow_up(look)
    candidates = np.flatnonzero(may_follow_up(look))
    sentence = f"Mental health stay that ended with no follow-up in {many(hours, 'hour')}"
    span = follow_up_days(look)
    findings = [
        look.finding("P04", (stay,), sentence, days=(int(look.end_day[stay]), int(look.end_day[stay]) + span))
        for stay in judged
        if not _seen_within(look, stay, candidates, hours)
    ]
    if not judged and untold:
        why = f"{many(untold, 'hospital stay')} {plural(untold, 'does', 'do')} not say what kind of ward it was on"
        return CannotTell("P04", why)
    followed = f"All {len(judged)} followed up" if len(judged) > 1 else "The one stay was followed up"
    nothing = followed if judged else "No mental health stay that ended in this period"
    return told(findings, NothingFound("P04", nothing))


def stays_to_follow_up(look: Look) -> tuple[list[int], int]:
    """The mental health stays that ended in time to be followed up, and how many do not say what sort they were."""
    ended, untold = ended_stays(look)
    over = look.end_day + follow_up_days(look) <= look.last
    return np.flatnonzero(ended & over).tolist(), untold


def ended_stays(look: Look) -> tuple[Mask, int]:
    """The mental health stays that ended in the period, in time or not; and how many do not say what sort they were."""
    stays, untold = _mental_health_stays(look)
    known = stays & (look.end_day != NO_END)
    return known & (look.end_day >= look.first) & (look.end_day <= look.last), untold


def follow_up_days(look: Look) -> int:
    """The whole days after a stay in which a follow-up may come."""
    return -(-look.limit("P04.hours") // _DAY_HOURS)


def may_follow_up(look: Look) -> Mask:
    """What follows a mental health stay up, whether or not it surely took place."""
    return look.perhaps & (look.of(Service.MENTAL_HEALTH) | look.of(Service.INPATIENT))


def _mental_health_stays(look: Look) -> tuple[Mask, int]:
    """Where they are, and how many hospital stays do not say what sort they were."""
    stays = look.sure & (look.t.kind == Kind.STAY.code)
    psychiatric = look.said.reason.says("mental_health_stay") | look.said.named.says("mental_health_stay")
    inpatient = stays & look.of(Service.INPATIENT)
    unsaid = [
        row
        for row in np.flatnonzero(inpatient & ~psychiatric).tolist()
        if says_nothing(look.t.named[row]) and says_nothing(look.t.reason[row])
    ]
    return (stays & look.of(Service.MENTAL_HEALTH)) | (inpatient & psychiatric), len(unsaid)


def _seen_within(look: Look, stay: int, candidates: NDArray[np.intp], hours: int) -> bool:
    """Whether a mental health contact, or another stay, came or may have come in these hours after the end."""
    end_day, end = int(look.end_day[stay]), int(look.t.end[stay].astype(np.int64))
    days = look.day[candidates]
    near = candidates[
        np.searchsorted(days, end_day - _UNSURE) : np.searchsorted(days, end_day + _UNSURE, "right")
    ]
    hour_known = bool(end % (_DAY_HOURS * _HOUR))
    for row in near.tolist():
        if row == stay:
            continue
        if look.t.uncertain[row]:
            return True
        if hour_known and look.t.timed[row]:
            in_time = end <= look.moment[row] <= end + hours * _HOUR
        else:
            in_time = end_day <= look.day[row] <= end_day + -(-hours // _DAY_HOURS)
        if in_time:
            return True
    return False
