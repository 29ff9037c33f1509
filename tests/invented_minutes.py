"""Minutes as they may leave, made up: for tests of what writes them."""

from datetime import date

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.privacy.anonymous_minutes import (
    AnonymousDecision,
    AnonymousMeeting,
    AnonymousMinutes,
)
from journey_viewer.privacy.anonymous_pack import AnonymousAction

ACTIONS = (
    AnonymousAction(
        "All cases",
        "Ask the council for a named contact",
        "Practice manager",
        "",
        "",
        date(2026, 2, 28),
        ActionStatus.DONE,
        number=1,
        raised=date(2026, 2, 2),
        outcome="They named one",
        closed=date(2026, 3, 5),
        meeting=1,
        carried=(2,),
    ),
    AnonymousAction(
        "Case A",
        "Name one GP",
        "Lead GP",
        "PCN clinical director",
        "Link worker",
        date(2026, 4, 1),
        ActionStatus.OPEN,
        number=2,
        raised=date(2026, 3, 5),
        pattern="P01",
        level=Level.PRACTICE,
        partner="Housing",
        expected="Calmer nights",
        measure="Visits in a month",
        meeting=2,
    ),
)
MINUTES = AnonymousMinutes(
    AnonymousMeeting(
        number=2,
        day=date(2026, 3, 5),
        minutes=120,
        attendees=("Lead GP", "Housing officer"),
        purpose="Each of the two has one named contact",
        achieved="For one of them",
        seen=("Case A", "Case B"),
        decisions=(
            AnonymousDecision(
                "Case A",
                Level.PLACE,
                (LevelReason.TEAM,),
                "Two services hold half each",
                ("Housing", "Mental health trust"),
                ("One number to ring",),
                "One plan",
            ),
        ),
        ideas=(("P01", "A call on the day after every visit"),),
        next_day=date(2026, 4, 16),
    ),
    ACTIONS,
)
