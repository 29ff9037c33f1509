"""What people said of the A&E attendances of a journey: where else each could have been."""

from collections.abc import Mapping
from dataclasses import dataclass

from journey_viewer.model.attribution import Attribution
from journey_viewer.model.touchpoints import Touchpoint, Touchpoints
from journey_viewer.model.wording import ATTRIBUTIONS
from journey_viewer.model.words import Kind, Outcome, Service


@dataclass(frozen=True)
class Attributed:
    """``visits``: attended A&E attendances · ``by``: how many of them people said what of, in the order of the choices."""

    visits: int
    by: Mapping[Attribution, int]

    @property
    def told(self) -> int:
        return sum(self.by.values())


def is_visit(touchpoint: Touchpoint) -> bool:
    """Whether it is an A&E attendance that took place."""
    attended = touchpoint.outcome is Outcome.ATTENDED and touchpoint.kind is not Kind.REFERRAL
    return touchpoint.service is Service.AE and attended


def attributed_in(touchpoints: Touchpoints, said: Mapping[int, Attribution]) -> Attributed:
    """``said``: by lasting number; what was said of anything else does not count."""
    rows = touchpoints.take(touchpoints.attended & touchpoints.with_service(Service.AE))
    told = [said[number] for number in rows.number.tolist() if number in said] if said else []
    counts = {one: told.count(one) for one in Attribution if one is not Attribution.NOT_SAID}
    return Attributed(len(rows), {one: count for one, count in counts.items() if count})


def in_words(told: Attributed) -> str:
    """As people read it: "4 of 9 were talked about: A&E was the right place 3, the GP practice 1"."""
    each = (f"{_small(ATTRIBUTIONS[one])} {count:,}" for one, count in told.by.items())
    return f"{told.told:,} of {told.visits:,} were talked about: {', '.join(each)}"


def _small(name: str) -> str:
    """Inside a sentence: "the GP practice", but "A&E"."""
    return f"{name[:1].lower()}{name[1:]}" if name[1:2].islower() else name
