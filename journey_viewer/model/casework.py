"""What the deep dive finds out about one person: needs, coping, what matters, and what is asked of the meeting."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class NeedCategory(StrEnum):
    """The kinds of need that deep dives have found among people who attend most (Malby and others)."""

    NOT_SAID = ""
    LIFE = "struggling_with_life"
    FRAIL = "old_and_frail"
    BODY_AND_MIND = "physical_and_mental"
    YOUNG_DISTRESS = "young_with_early_distress"
    OTHER = "other"


class Helps(StrEnum):
    """What would help most to begin with."""

    CONTINUITY = "continuity"
    LONGER = "longer_appointments"
    TEAM = "several_services_together"
    COMMUNITY = "community"
    INTENSIVE = "intensive_team"


class Stability(StrEnum):
    NOT_SAID = ""
    STABLE = "stable"
    UNSTABLE = "unstable"


class LifeNeed(StrEnum):
    """What a good life rests on besides health care."""

    SHELTER = "shelter"
    FINANCES = "stable_finances"
    FRIENDS = "friends_and_family"
    WORK = "meaningful_work"
    CREATIVITY = "creativity"
    LEARNING = "learning"
    EATING = "eating"
    ACTIVITY = "activity"
    NAVIGATING = "finding_the_way"


class MoneyNeed(StrEnum):
    """What advice about money is asked for."""

    PIP = "pip"
    ESA = "esa"
    COUNCIL_TAX = "council_tax"
    CARERS_ALLOWANCE = "carers_allowance"
    ATTENDANCE_ALLOWANCE = "attendance_allowance"
    DEBT = "debt"
    EMPLOYMENT = "employment"
    FOOD_BANK = "food_bank"
    HOUSING = "housing_costs"
    CARING = "caring_duties"


class Level(StrEnum):
    """Where the answer lies, the lowest that can give it first."""

    NOT_SAID = ""
    PRACTICE = "practice"
    PRACTICE_AND_COMMUNITY = "practice_and_community"
    NEIGHBOURHOOD = "neighbourhood"
    PLACE = "place"
    SYSTEM = "system"


class LevelReason(StrEnum):
    """Why it takes this level and no lower one."""

    EXPERTISE = "expertise"
    COLLABORATION = "depth_of_collaboration"
    COMMUNITY = "natural_community"
    TEAM = "team"


@dataclass(frozen=True)
class Coping:
    """How well somebody copes: 1 in crisis, 2 struggling, 3 getting by, 4 managing, 5 coping well (our own anchors).

    ``rated_by`` is a role or the person themselves.
    """

    rating: int
    rated_by: str = field(repr=False)
    day: date

    def __post_init__(self) -> None:
        if not 1 <= self.rating <= 5:
            raise ValueError("coping is rated from 1 to 5")


@dataclass(frozen=True)
class Casework:
    """All that is written about one person's case besides their notes; every part may be empty.

    ``whole``: body, mind, emotions and spirit. ``course``: how things are likely to go on.
    ``trigger``: what would tell that more help is needed. ``partners``: who else needs to be at the table.
    """

    category: NeedCategory = NeedCategory.NOT_SAID
    stability: Stability = Stability.NOT_SAID
    coping: tuple[Coping, ...] = ()
    helps: frozenset[Helps] = frozenset()
    life_needs: frozenset[LifeNeed] = frozenset()
    money_needs: frozenset[MoneyNeed] = frozenset()
    matters: str = field(default="", repr=False)
    tried: str = field(default="", repr=False)
    strengths: str = field(default="", repr=False)
    people_around: str = field(default="", repr=False)
    whole: str = field(default="", repr=False)
    course: str = field(default="", repr=False)
    trigger: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    level: Level = Level.NOT_SAID
    level_reasons: frozenset[LevelReason] = frozenset()
    level_why: str = field(default="", repr=False)
    partners: tuple[str, ...] = field(default=(), repr=False)
    ready: bool = False
