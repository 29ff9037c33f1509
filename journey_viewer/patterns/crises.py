"""Which contacts were unscheduled, which stays began as an emergency, and what belongs to one crisis."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.gaps import may_have_been_seen
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Service
from journey_viewer.patterns.tags import Tagged

Mask = NDArray[np.bool_]
_STEPS = (Service.URGENT_111, Service.AMBULANCE, Service.AE, Service.INPATIENT)
_NO_STEP = -1  # of a crisis team: a crisis of its own


@dataclass(frozen=True, eq=False)
class Said:
    """What the words of a case's rows say, in whichever column they stand."""

    reason: Tagged
    named: Tagged
    mode: Tagged

    def says(self, tag: str) -> Mask:
        return self.reason.says(tag) | self.named.says(tag) | self.mode.says(tag)


@dataclass(frozen=True, eq=False)
class Stays:
    """Of the rows of the hospital lane: which began as an emergency, and of which nothing says so or otherwise."""

    emergency: Mask
    untold: Mask


def stays_told(t: Touchpoints, said: Said) -> Stays:
    """An emergency is what the list calls so, or what A&E or an ambulance saw on that day or the day before.

    What the list calls planned, and maternity, is none.
    """
    lane = t.with_service(Service.INPATIENT) & (t.kind != Kind.REFERRAL.code)
    urgent = (t.with_service(Service.AE) | t.with_service(Service.AMBULANCE)) & may_have_been_seen(t)
    days = t.start.astype("datetime64[D]").astype(np.int64)
    near = np.isin(days, days[urgent]) | np.isin(days - 1, days[urgent])
    says_so = said.says("emergency")
    otherwise = said.says("planned") | said.says("not_emergency")
    return Stays(
        emergency=lane & (says_so | (near & ~otherwise)), untold=lane & ~says_so & ~near & ~otherwise
    )


def unscheduled(t: Touchpoints, said: Said, emergency: Mask) -> Mask:
    """A&E, ambulance, 111 and out of hours, a crisis team, an emergency stay."""
    urgent = t.with_service(Service.AE) | t.with_service(Service.AMBULANCE)
    urgent |= t.with_service(Service.URGENT_111)
    in_crisis = t.with_service(Service.MENTAL_HEALTH) & said.says("crisis_team")
    return urgent | in_crisis | emergency


def crises_of(t: Touchpoints, rows: NDArray[np.intp]) -> list[list[int]]:
    """The unscheduled ``rows``, in time order, with those together that are steps of one crisis.

    111, ambulance, A&E and hospital stay are steps: a later one on the same day or the next belongs to the
    crisis; on one day without both times also an earlier one, as nobody knows the order.
    """
    step_of = {service.code: step for step, service in enumerate(_STEPS)}
    days = t.start[rows].astype("datetime64[D]").astype(np.int64).tolist()
    steps = [step_of.get(code, _NO_STEP) for code in t.service[rows].tolist()]
    timed = t.timed[rows].tolist()
    crises: list[list[int]] = []
    taken: set[int] = set()
    for place, (row, day, step) in enumerate(zip(rows.tolist(), days, steps, strict=True)):
        if taken and _NO_STEP not in {step, *taken} and step not in taken and day - days[place - 1] <= 1:
            no_order = day == days[place - 1] and not (timed[place] and timed[place - 1])
            if step > max(taken) or no_order:
                crises[-1].append(row)
                taken.add(step)
                continue
        crises.append([row])
        taken = {step}
    return crises
