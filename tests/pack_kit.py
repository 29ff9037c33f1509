"""Invented cases as they leave, and a pack of them: quarters, families, notes, what could be different, actions."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.words import Family, Kind, Outcome, Service
from journey_viewer.privacy.anonymous_case import (
    AnonymousCase,
    AnonymousFinding,
    AnonymousGap,
    AnonymousHeadline,
    AnonymousNote,
    AnonymousTouchpoint,
)
from journey_viewer.privacy.anonymous_pack import (
    AnonymousAction,
    AnonymousPack,
    AnonymousPattern,
    AnonymousThreshold,
)

HEADLINES = (
    AnonymousHeadline("6", "touchpoints with 5 services in a year"),
    AnonymousHeadline("1", "hospital stay, up to a week"),
    AnonymousHeadline("29%", "of 21 GP practice contacts with the same clinician"),
    AnonymousHeadline("5", "whole months in a row without a recorded contact"),
)
COMMON = (
    AnonymousPattern(
        "A&E within 14 days of a GP contact",
        "An A&E visit that came within 14 days of an attended GP practice contact.",
        "A&E visits",
        (1, None),
        "1 of 1, cannot be told of 1",
        "A call on the day after every A&E visit",
    ),
    AnonymousPattern("Contact out of hours", "A contact outside core hours.", "contacts", (4, 0), "1 of 2"),
)
CHANGED = AnonymousThreshold(
    "A&E soon after the GP", "Most days from the GP contact to A&E", "7 days", "14 days"
)
HEADLINE = "Passed from service to service while nobody saw the whole"


def contact(
    at: float, service: Service, outcome: Outcome = Outcome.ATTENDED, **changes: Any
) -> AnonymousTouchpoint:
    """A contact so many months from the first."""
    plain = AnonymousTouchpoint(service, Kind.CONTACT, outcome, int(at) + 1, at, None, "", False, False, "")
    return replace(plain, **changes)


def case(*touchpoints: AnonymousTouchpoint, **changes: Any) -> AnonymousCase:
    """A case of these, or of a few usual ones."""
    told = touchpoints or (
        contact(0.5, Service.GP, clinician="GP 1", reason="tired"),
        contact(1.2, Service.AE, place="Hospital A"),
        contact(1.6, Service.INPATIENT, kind=Kind.STAY, until=1.9, lasting="up to a week"),
        contact(7.5, Service.MENTAL_HEALTH, Outcome.REFUSED, uncertain=True),
        contact(8.1, Service.SOCIAL_CARE),
        contact(11.5, Service.GP, Outcome.DID_NOT_ATTEND),
    )
    plain = AnonymousCase(
        label="Case A",
        description="Woman, 50–59",
        period="a year",
        months=12,
        touchpoints=told,
        gaps=() if touchpoints else (AnonymousGap(2, 7, 5),),
        counts=Counter(touchpoint.service for touchpoint in told),
        supplied=frozenset(Service) - {Service.VOLUNTARY},
        seen=("2 GP practice contacts", "1 A&E attendance"),
        covered=("Not supplied, so not known: Voluntary sector",),
    )
    return replace(plain, **changes)


def written() -> AnonymousCase:
    """A case with everything that can be written for sharing, and everything that is told of findings."""
    return case(
        headlines=HEADLINES,
        strongest="The one A&E visit came within 7 days of a GP contact",
        found=(
            AnonymousFinding("Crisis cluster", (1, 2), first=8.0, last=9.0),
            AnonymousFinding("A&E soon after the GP", (0, 1), links=((0, 1),)),
        ),
        headline=HEADLINE,
        about="Lives alone",
        different=("One named GP", "A shared crisis plan"),
        notes=(AnonymousNote("Nobody rang back"), AnonymousNote("Crisis", 1.0, 2.0)),
    )


def coarse() -> AnonymousCase:
    """A case told in quarters, with two families told as one."""
    return case(
        contact(0.5, Service.GP),
        contact(1.5, Service.URGENT_111, month=1),
        contact(7.5, Service.COMMUNITY, month=7),
        label="Case B",
        step=3,
        folded=frozenset({Family.URGENT, Family.COMMUNITY}),
    )


def action(number: int, **changes: Any) -> AnonymousAction:
    plain = AnonymousAction(
        case="Case A",
        what=f"Agree on one plan, part {number}",
        lead="Practice manager",
        sponsor="Clinical director",
        delivers="Link worker",
        due=date(2026, 12, 1),
        status=ActionStatus.OPEN,
    )
    return replace(plain, **changes)


def pack(actions: int = 2) -> AnonymousPack:
    told = tuple(action(number) for number in range(1, actions + 1))
    return AnonymousPack((written(), coarse()), "Riverside deep dive", told)


def pack_in_common() -> AnonymousPack:
    """The same with patterns that are common and a threshold that was changed."""
    return replace(pack(), common=COMMON, changed=(CHANGED,))
