"""The questions to the room: how each is put, which follow one another, and what kind of answer each takes."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType


class Ask(Enum):
    """A question to the room."""

    LEVEL = auto()
    WHY = auto()
    TABLE = auto()
    IDEA = auto()
    WHAT = auto()
    LEADS = auto()
    DUE = auto()
    PATTERN = auto()
    WHOSE = auto()
    PARTNER = auto()
    INVITED = auto()
    SPONSOR = auto()
    DELIVERS = auto()
    EXPECTED = auto()
    MEASURE = auto()
    REVIEW = auto()
    WHICH = auto()
    PART = auto()
    STATUS = auto()


FURTHER = (Ask.PARTNER, Ask.INVITED, Ask.SPONSOR, Ask.DELIVERS, Ask.EXPECTED, Ask.MEASURE, Ask.REVIEW)
"""What may be told of an action after the quick questions; any of it can be told later, too."""
ASKED: Mapping[Ask, tuple[Ask, ...]] = MappingProxyType(
    {
        Ask.LEVEL: (Ask.LEVEL, Ask.WHY),
        Ask.TABLE: (Ask.TABLE,),
        Ask.IDEA: (Ask.IDEA,),
        Ask.WHAT: (Ask.WHAT, Ask.LEADS, Ask.DUE, Ask.PATTERN, Ask.WHOSE, *FURTHER),
        Ask.WHICH: (Ask.WHICH, Ask.PART),
    }
)
"""What is asked one after another, by the first question."""
OPTIONAL = frozenset({Ask.WHY, *FURTHER})
"""Once only these are left, what was answered stands by itself."""
PROMPTS: Mapping[Ask, str] = MappingProxyType(
    {
        Ask.LEVEL: "Who can solve this? The lowest that can",
        Ask.WHY: "Why that level?",
        Ask.TABLE: "Who else needs to be at the table?",
        Ask.IDEA: "An idea",
        Ask.WHAT: "What will be done?",
        Ask.LEADS: "Who leads?",
        Ask.DUE: "By when?",
        Ask.PATTERN: "Which pattern does it answer?",
        Ask.WHOSE: "For which case?",
        Ask.PARTNER: "Which partner does it need?",
        Ask.INVITED: "Is this partner invited to the table?",
        Ask.SPONSOR: "Who is the sponsor?",
        Ask.DELIVERS: "Who delivers?",
        Ask.EXPECTED: "Which change is expected?",
        Ask.MEASURE: "How will it be seen?",
        Ask.REVIEW: "When to look at what it brought?",
        Ask.WHICH: "Which action is to be changed?",
        Ask.PART: "What of it?",
        Ask.STATUS: "How does it stand?",
    }
)
PARTS: Mapping[str, tuple[Ask, ...]] = MappingProxyType(
    {
        "What will be done": (Ask.WHAT,),
        "Who leads": (Ask.LEADS,),
        "By when": (Ask.DUE,),
        "How it stands": (Ask.STATUS,),
        "Partner": (Ask.PARTNER, Ask.INVITED),
        "Sponsor": (Ask.SPONSOR,),
        "Who delivers": (Ask.DELIVERS,),
        "Expected change": (Ask.EXPECTED, Ask.MEASURE),
        "Review": (Ask.REVIEW,),
    }
)
"""What of an action can be changed in the room, and what is asked then."""
TAKING_UP = frozenset({Ask.WHICH, Ask.PART})
"""These only say what is to be changed."""
DAYS = frozenset({Ask.DUE, Ask.REVIEW})
ONLY_CHOSEN = frozenset({Ask.LEVEL, Ask.PATTERN, Ask.WHOSE, Ask.INVITED, Ask.WHICH, Ask.PART, Ask.STATUS})
"""These are answered by one of the choices, and by no words of one's own."""
OURS = frozenset({Ask.LEVEL, Ask.WHY, Ask.PATTERN, Ask.WHOSE, Ask.INVITED, Ask.PART, Ask.STATUS, *DAYS})
"""The choices are words of ours; among all others may be what people wrote."""
NO_NUMBERS = frozenset({Ask.IDEA, Ask.WHAT, Ask.EXPECTED, Ask.MEASURE, *DAYS})
"""A figure may begin an answer in words of one's own, so it chooses none."""
NEEDED = frozenset({Ask.LEVEL, Ask.TABLE, Ask.IDEA, Ask.WHAT, Ask.WHICH, Ask.PART, Ask.STATUS})
"""Without an answer to these nothing is recorded."""
