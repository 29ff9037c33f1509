"""Invented journeys as the wall is handed them, and words beside them."""

from collections.abc import Callable

from journey_viewer.model.case import Case
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.anonymous_patterns import common_patterns
from journey_viewer.privacy.written import nothing_leaves
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.meeting.told import Agenda, Room, Row, Told, Typing

LINES = (
    "2024-01-04T09:00 gp; by=Dr Lanyon",
    "2024-01-09T10:30 gp did_not_attend; by=Dr Quill",
    "2024-02-29T09:10 gp; by=Dr Lanyon",
    "2024-03-03T01:30 ae; place=Elmgrove Hospital",
    "2024-03-04 inpatient stay; until=2024-03-20",
    "2024-06-11 mental_health referral refused",
    "2024-06-20 community; by=Sister Pryce",
    "2024-11-05T09:00 gp; by=Dr Lanyon",
    "2025-02-05T09:00 gp; by=Dr Lanyon",
)
LONG = "A shared crisis plan with mental health, the practice and 111, looked at again after three months"
TOLD = Told(
    "3 Neighbourhood (the PCN)",
    "Services must work closely together",
    ("Mental health trust", "Adult social care", "Housing", "Drug and alcohol service"),
    ("A walk-in hour", LONG),
    (LONG, "Named GP and a longer review — Lead GP, by 14 Apr 2027", LONG, "A call — Care coordinator"),
)
AGENDA = Agenda(
    "Deep dive of the Riverside primary care network",
    "28 Nov 2026 · 2 hours · agree one thing for each",
    (LONG, "All cases: one list of who to ring — Practice manager", LONG),
    (
        Row("The cases", 60, bold=True),
        *(Row(f"Case {letter} · Woman, 50–59", 6, short=f"Case {letter}") for letter in "ABCDEFGHJK"),
        *(Row(f"Part {number}", 5, bold=True) for number in range(4)),
        Row("Level of solution, and who else at the table", 15, bold=True),
    ),
    "96% of the time is for improvement",
    "Lead GP, Practice 2 · Social worker, the council · Link worker, a charity",
)
CHOICES = ("Lead GP", "Mental health practitioner", "Community nursing lead", LONG)
TYPING = Typing(
    "Case A · Who leads?",
    "Lead",
    CHOICES,
    1,
    "Like 14 April, or 3 weeks, or ↓ · Enter skips it · Ctrl+Enter keeps it now · Shift+Tab goes back · Esc leaves it",
    "Not shown here: a name.",
    left="then 3, and 6 optional",
)


def programme(build: Callable[..., Case], *, cases: int = 3) -> Programme:
    """So many of them, all of one length, and what they have in common."""
    told = [anonymise(build(*LINES)) for _ in range(cases)]
    return Programme(tuple(map(Journey, told)), common_patterns(told, {}, {}, nothing_leaves, ()))


def room(**changes: object) -> Room:
    told: dict[str, object] = {"decided": (TOLD,) * 3, "agreed": (TOLD,) * 9, "left": "12 min left"}
    return Room(**({"agenda": AGENDA} | told | changes))  # type: ignore[arg-type]
