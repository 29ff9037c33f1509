"""Who at the GP practice a person saw, and how often the same one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from journey_viewer.measures.clinicians import is_generic, is_named, is_untold, names_somebody, roles_in
from journey_viewer.measures.continuity import Continuity, continuity
from journey_viewer.measures.same_clinician import clinician_key
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Service

_DOCTOR = "GP"


@dataclass(frozen=True)
class GpCare:
    """Of the attended contacts in the GP practice lane.

    contacts: all of them · named: those that name a clinician · generic: those that say only "GP",
    "Duty doctor", "Locum" or the like, which identifies nobody · clinicians: how many different ones are
    named, whatever the case of their letters · continuity: over those with a named
    clinician, one a clinician and day · doctors: likewise, of doctors alone · roles_untold: how many
    of ``continuity.contacts`` do not say what the clinician is; where there are any, "doctors
    only" may leave a doctor out · own_gp: how many of them were with the person's own named GP
    (``same_clinician``), None where the lists do not say who that is.
    """

    contacts: int
    named: int
    generic: int
    clinicians: int
    continuity: Continuity
    doctors: Continuity
    roles_untold: int
    own_gp: int | None

    @property
    def own_gp_share(self) -> float | None:
        """Of the contacts with a named clinician; None where it cannot be told."""
        if self.own_gp is None or not self.continuity.contacts:
            return None
        return self.own_gp / self.continuity.contacts


@dataclass(frozen=True)
class _Seen:
    day: int
    clinician: str
    role: str


def gp_care(attended: Touchpoints, own_gp: str = "") -> GpCare:
    """From attended touchpoints in time order. ``own_gp``: the name of the GP the person is registered with.

    Missed and cancelled appointments are no contacts. Two contacts with one clinician on one day are one: our
    choice. Contacts that name nobody are left out, as the Health Foundation's analysis does; contacts of one day with different clinicians and no times have no
    order, and then the sequential index is undefined. Continuity over one or no contact is undefined.
    """
    gp = attended.take(attended.with_service(Service.GP))
    gp = replace(gp, clinician=gp.clinician.without_unused())  # of a large list, only this person's are read
    named = is_named(gp.clinician)
    seen, in_order = _seen(gp.take(named))
    doctors = [one for one in seen if one.role == _DOCTOR]
    own = clinician_key(own_gp) if names_somebody(own_gp) else ()
    return GpCare(
        contacts=len(gp),
        named=int(named.sum()),
        generic=int(is_generic(gp.clinician).sum()),
        clinicians=len({one.clinician for one in seen}),
        continuity=_continuity(seen, in_order=in_order),
        doctors=_continuity(doctors, in_order=in_order),
        roles_untold=sum(is_untold(one.role) for one in seen),
        own_gp=_with_own(seen, own) if own else None,
    )


def _with_own(seen: Sequence[_Seen], own: tuple[str, ...]) -> int:
    """Once a day, in however many spellings."""
    return len({one.day for one in seen if clinician_key(one.clinician) == own})


def _continuity(seen: Sequence[_Seen], *, in_order: bool) -> Continuity:
    return continuity([one.clinician for one in seen], in_order=in_order)


def _seen(named: Touchpoints) -> tuple[list[_Seen], bool]:
    """One entry a clinician and day, in order; and whether there is an order."""
    days = named.start.astype("datetime64[D]").astype(np.int64)
    keys = [" ".join(clinician_key(word)) for word in named.clinician.words]
    clinicians = [keys[code] for code in named.clinician.codes.tolist()]
    roles = roles_in(named.clinician, Service.GP)
    seen: dict[tuple[int, str], _Seen] = {}
    for day, who, role in zip(days.tolist(), clinicians, roles, strict=True):
        seen.setdefault((day, who), _Seen(day, who, role))
    several = {day for day, count in Counter(one.day for one in seen.values()).items() if count > 1}
    untimed = set(days[~named.timed].tolist())
    return list(seen.values()), not several & untimed
