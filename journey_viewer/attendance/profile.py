"""Who the first hundred are, so that the five or ten outliers do not stand for the rest."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from journey_viewer.attendance.lists import PersonKey
from journey_viewer.attendance.ranking import Figures
from journey_viewer.model.words import Service

UNDER = 60


@dataclass(frozen=True)
class Trait:
    """``count`` of the ``of`` people of whom it is known; ``people`` are all who were looked at."""

    name: str
    count: int
    of: int
    people: int

    @property
    def known(self) -> bool:
        """False where the list tells it of nobody: then no count is shown."""
        return self.of > 0

    @property
    def share(self) -> float | None:
        return self.count / self.of if self.of else None


Told = Callable[[Figures], bool | None]


def profile(people: Sequence[Figures], last_years: Collection[PersonKey]) -> tuple[Trait, ...]:
    """Of these people how many are what; ``last_years``: who was at the top the year before.

    Conditions are those that the list codes; where it codes none for a person, it says nothing of them.
    """
    traits: tuple[tuple[str, Told], ...] = (
        ("Mental health condition coded", _mental_health),
        ("Two or more long-term conditions", _two_conditions),
        ("No long-term condition coded", _no_condition),
        (f"Under {UNDER}", _young),
        ("A&E this year", _at_ae),
        ("Mental health service this year", _with_mental_health),
        ("Lives in a care home", _in_care_home),
        ("In last year’s too", lambda one: one.person in last_years),
    )
    homes = any(one.care_home for one in people)
    chosen = (trait for trait in traits if homes or trait[1] is not _in_care_home)
    return tuple(_trait(name, told, people) for name, told in chosen)


def _trait(name: str, told: Told, people: Sequence[Figures]) -> Trait:
    answers = [answer for answer in map(told, people) if answer is not None]
    return Trait(name, sum(answers), len(answers), len(people))


def _mental_health(one: Figures) -> bool | None:
    return one.mental_health_condition


def _two_conditions(one: Figures) -> bool | None:
    return None if one.long_term_conditions is None else one.long_term_conditions >= 2


def _no_condition(one: Figures) -> bool | None:
    return None if one.long_term_conditions is None else one.long_term_conditions == 0


def _young(one: Figures) -> bool | None:
    return None if one.age is None else one.age < UNDER


def _at_ae(one: Figures) -> bool:
    return one.ae > 0


def _with_mental_health(one: Figures) -> bool:
    return Service.MENTAL_HEALTH in one.by_service


def _in_care_home(one: Figures) -> bool:
    return bool(one.care_home)
