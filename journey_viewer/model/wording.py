"""What the words of notes, casework and actions are called on screen: plain, British, respectful."""

from collections.abc import Mapping
from types import MappingProxyType

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.casework import (
    Helps,
    Level,
    LevelReason,
    LifeNeed,
    MoneyNeed,
    NeedCategory,
    Stability,
)
from journey_viewer.model.notes import Basis, Tone, Voice

TONES: Mapping[Tone, str] = MappingProxyType(
    {Tone.STRENGTH: "Strength", Tone.CONCERN: "Concern", Tone.NEITHER: "Neither"}
)
BASES: Mapping[Basis, str] = MappingProxyType(
    {Basis.FACT: "Fact", Basis.ANALYSIS: "Analysis", Basis.HUNCH: "Hunch"}
)
BASIS_MEANINGS: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.FACT: "What the record, or somebody who was there, says",
        Basis.ANALYSIS: "What we make of it",
        Basis.HUNCH: "What somebody suspects, yet to be checked",
    }
)
VOICES: Mapping[Voice, str] = MappingProxyType(
    {Voice.TEAM: "The team", Voice.PERSON: "The person", Voice.CARER: "A carer"}
)
IN_WHOSE_WORDS: Mapping[Voice, str] = MappingProxyType(
    {Voice.TEAM: "", Voice.PERSON: "the person’s own words", Voice.CARER: "a carer’s words"}
)
NEEDS: Mapping[NeedCategory, str] = MappingProxyType(
    {
        NeedCategory.NOT_SAID: "Not said yet",
        NeedCategory.LIFE: "Struggling with life",
        NeedCategory.FRAIL: "Older and frail",
        NeedCategory.BODY_AND_MIND: "Physical and mental health together",
        NeedCategory.YOUNG_DISTRESS: "Young, with early signs of distress",
        NeedCategory.OTHER: "Something else",
    }
)
ATTRIBUTIONS: Mapping[Attribution, str] = MappingProxyType(
    {
        Attribution.NOT_SAID: "Not said yet",
        Attribution.RIGHT: "A&E was the right place",
        Attribution.GP: "The GP practice",
        Attribution.URGENT_111: "111 or out of hours",
        Attribution.COMMUNITY: "Community health",
        Attribution.MENTAL_HEALTH: "Mental health",
        Attribution.SOCIAL: "Local authority or voluntary sector",
        Attribution.ELSEWHERE: "Somewhere else",
        Attribution.CANNOT_TELL: "Cannot be told",
    }
)
STABILITIES: Mapping[Stability, str] = MappingProxyType(
    {
        Stability.NOT_SAID: "Not said yet",
        Stability.STABLE: "Stable",
        Stability.UNSTABLE: "Unstable",
    }
)
COPING: Mapping[int, str] = MappingProxyType(
    {1: "in crisis", 2: "struggling", 3: "getting by", 4: "managing", 5: "coping well"}
)
HELPS: Mapping[Helps, str] = MappingProxyType(
    {
        Helps.CONTINUITY: "Seeing the same clinician",
        Helps.LONGER: "Longer appointments",
        Helps.TEAM: "Several services together",
        Helps.COMMUNITY: "Support in the community",
        Helps.INTENSIVE: "An intensive team",
    }
)
LIFE_NEEDS: Mapping[LifeNeed, str] = MappingProxyType(
    {
        LifeNeed.SHELTER: "A home",
        LifeNeed.FINANCES: "Enough money, and steady",
        LifeNeed.FRIENDS: "Friends and family",
        LifeNeed.WORK: "Work that means something",
        LifeNeed.CREATIVITY: "Making and creating",
        LifeNeed.LEARNING: "Learning",
        LifeNeed.EATING: "Eating well",
        LifeNeed.ACTIVITY: "Being active",
        LifeNeed.NAVIGATING: "Finding the way through services",
    }
)
MONEY_NEEDS: Mapping[MoneyNeed, str] = MappingProxyType(
    {
        MoneyNeed.PIP: "Personal Independence Payment (PIP)",
        MoneyNeed.ESA: "Employment and Support Allowance (ESA)",
        MoneyNeed.COUNCIL_TAX: "Council tax",
        MoneyNeed.CARERS_ALLOWANCE: "Carer’s Allowance",
        MoneyNeed.ATTENDANCE_ALLOWANCE: "Attendance Allowance",
        MoneyNeed.DEBT: "Debt",
        MoneyNeed.EMPLOYMENT: "Employment",
        MoneyNeed.FOOD_BANK: "Food bank",
        MoneyNeed.HOUSING: "Housing costs",
        MoneyNeed.CARING: "Caring for somebody",
    }
)
LEVELS: Mapping[Level, str] = MappingProxyType(
    {
        Level.NOT_SAID: "Not said yet",
        Level.PRACTICE: "1 The practice",
        Level.PRACTICE_AND_COMMUNITY: "2 The practice with its community",
        Level.NEIGHBOURHOOD: "3 Neighbourhood (the PCN)",
        Level.PLACE: "4 Place (local authority)",
        Level.SYSTEM: "5 System (integrated care system)",
    }
)
LEVEL_REASONS: Mapping[LevelReason, str] = MappingProxyType(
    {
        LevelReason.EXPERTISE: "The expertise is at this level",
        LevelReason.COLLABORATION: "Services must work closely together",
        LevelReason.COMMUNITY: "It is where their community is",
        LevelReason.TEAM: "It takes a team",
    }
)
STATUSES: Mapping[ActionStatus, str] = MappingProxyType(
    {
        ActionStatus.OPEN: "Open",
        ActionStatus.DONE: "Done",
        ActionStatus.BLOCKED: "Blocked",
        ActionStatus.DROPPED: "Dropped",
    }
)
