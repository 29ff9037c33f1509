"""Names for people and places that tell nothing but what they are and in which order they appear."""

from collections.abc import Sequence

from journey_viewer.model.case import Case, letters_of


def numbered(case: Case, kinds: Sequence[str], identities: Sequence[str]) -> list[str]:
    """What each row's clinician is called: the kind and a number ("GP 1"), "" where there is no kind."""
    return [
        f"{kind} {place + 1}" if kind else ""
        for kind, place in zip(kinds, _places(case, kinds, identities), strict=True)
    ]


def lettered(case: Case, kinds: Sequence[str], identities: Sequence[str]) -> list[str]:
    """What each row's place is called: the kind and a letter ("Hospital A"), "" where there is no kind."""
    return [
        f"{kind} {letters_of(place)}" if kind else ""
        for kind, place in zip(kinds, _places(case, kinds, identities), strict=True)
    ]


def _places(case: Case, kinds: Sequence[str], identities: Sequence[str]) -> list[int]:
    """The place of each row's identity among those of its kind, by order of first appearance, from 0.

    Those who appear at the very same moment are in the order of where else in the journey they
    appear, never of a name or of the rows of a list.
    """
    moments = [(t.start, t.timed, t.service, t.kind, t.outcome) for t in case.touchpoints]
    order = {moment: place for place, moment in enumerate(dict.fromkeys(moments))}
    seen: dict[str, list[int]] = {}
    for moment, identity in zip(moments, identities, strict=True):
        seen.setdefault(identity, []).append(order[moment])
    rows = sorted(range(len(moments)), key=lambda row: (order[moments[row]], seen[identities[row]], row))
    given: dict[str, dict[str, int]] = {}
    places = [0] * len(rows)
    for row in rows:
        of_its_kind = given.setdefault(kinds[row], {})
        places[row] = of_its_kind.setdefault(identities[row], len(of_its_kind))
    return places
