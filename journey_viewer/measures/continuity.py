"""How much of a person's care came from the same clinician."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Continuity:
    """Indices over ``contacts`` (N) with an identified clinician; None where undefined (N below 2).

    ``most_seen`` is the number of contacts with the clinician seen most.
    """

    contacts: int
    clinicians: int
    most_seen: int
    upc: float | None
    coc: float | None
    secon: float | None


def continuity(clinicians: Sequence[Hashable], *, in_order: bool = True) -> Continuity:
    """Three indices from the clinicians seen, one entry a contact, earliest first.

    Usual Provider of Care: max n_i / N. Continuity of Care (Bice and Boxerman 1977):
    (sum n_i^2 - N) / (N (N - 1)). Sequential Continuity: the share of the N - 1 steps that
    stay with the same clinician; undefined where ``in_order`` is false (contacts of one day
    with different clinicians and no times have no order).

    Definitions and worked patients: Sidaway-Lee et al., BJGP 2023;73:279, tables 1 and 2.
    """
    counts = Counter(clinicians)
    n = len(clinicians)
    most = max(counts.values(), default=0)
    if n < 2:
        return Continuity(n, len(counts), most, None, None, None)
    same = sum(a == b for a, b in pairwise(clinicians))
    return Continuity(
        contacts=n,
        clinicians=len(counts),
        most_seen=most,
        upc=most / n,
        coc=(sum(count * count for count in counts.values()) - n) / (n * (n - 1)),
        secon=same / (n - 1) if in_order else None,
    )
