"""A small pack, written by hand: one of everything that a workbook tells."""

from dataclasses import replace
from datetime import date

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.words import Family, Kind, Outcome, Service
from journey_viewer.privacy.anonymous_case import (
    AnonymousCase,
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

_SEEN = AnonymousTouchpoint(
    Service.GP,
    Kind.CONTACT,
    Outcome.ATTENDED,
    1,
    0.5,
    None,
    "",
    goes_on=False,
    uncertain=False,
    clinician="GP 1",
)
_CASE_A = AnonymousCase(
    label="Case A",
    description="Woman, 50–59",
    period="two years",
    months=22,
    touchpoints=(
        replace(_SEEN, place="Surgery A", reason="Chest pain"),
        replace(_SEEN, service=Service.AE, month=2, at=1.5, clinician="", uncertain=True),
        replace(
            _SEEN,
            service=Service.INPATIENT,
            kind=Kind.STAY,
            month=2,
            at=1.6,
            until=1.9,
            lasting="up to a week",
            clinician="Consultant 1",
            place="Hospital A",
        ),
        replace(_SEEN, month=22, at=21.5, outcome=Outcome.DID_NOT_ATTEND),
    ),
    gaps=(AnonymousGap(2.0, 21.0, 19),),
    counts={Service.GP: 2, Service.AE: 1, Service.INPATIENT: 1},
    supplied=frozenset({Service.GP, Service.AE, Service.INPATIENT, Service.OUTPATIENT}),
    seen=("No contact for 19 months", "1 stay in hospital"),
    covered=("GP practice: the whole period",),
    about="Lives alone, two long-term conditions",
    headline="Three doors, one question",
    different=("One named GP after the first A&E visit", "A shared plan"),
    notes=(AnonymousNote("Nobody rang back", 1.0, 3.0), AnonymousNote("She asked for one person")),
    headlines=(
        AnonymousHeadline("4", "touchpoints with 3 services in two years"),
        AnonymousHeadline("1", "hospital stay"),
    ),
    strongest="The one A&E visit came within 7 days of a GP contact",
)
_CASE_B = AnonymousCase(
    label="Case B",
    description="Man, 30–39",
    period="two years",
    months=6,
    touchpoints=(
        replace(_SEEN, month=1),
        replace(_SEEN, service=Service.URGENT_111, month=4, at=4.5, clinician=""),
    ),
    gaps=(),
    counts={Service.GP: 1, Service.URGENT_111: 1},
    supplied=frozenset({Service.GP, Service.AE}),
    seen=(),
    covered=(),
    step=3,
    folded=frozenset({Family.URGENT}),
)
_ACTIONS = (
    AnonymousAction(
        "Case A",
        "Agree on one GP",
        "Practice manager",
        "PCN",
        "Riverside",
        date(2026, 5, 31),
        ActionStatus.OPEN,
    ),
    AnonymousAction("All cases", "Ask the ambulance service", "", "", "", None, ActionStatus.DONE),
)


_COMMON = (
    AnonymousPattern(
        "A&E within 14 days of a GP contact",
        "An A&E visit that came within 14 days of an attended GP practice contact.",
        "A&E visits",
        (1, None),
        "1 of 1, cannot be told of 1",
        "Ring on the day after",
    ),
)
_CHANGED = (
    AnonymousThreshold("A&E soon after the GP", "Most days from the GP contact to A&E", "7 days", "14 days"),
)


def small_pack() -> AnonymousPack:
    return AnonymousPack((_CASE_A, _CASE_B), "Deep dive in spring", _ACTIONS, _COMMON, _CHANGED)


def pack_of(text: str) -> AnonymousPack:
    """The same with this text wherever a text of any kind can stand."""
    return AnonymousPack(
        tuple(_case_of(text, case) for case in (_CASE_A, _CASE_B)),
        text,
        tuple(
            replace(action, case=text, what=text, lead=text, sponsor=text, delivers=text)
            for action in _ACTIONS
        ),
        tuple(
            replace(each, name=text, definition=text, counts=text, shown=text, idea=text) for each in _COMMON
        ),
        (AnonymousThreshold(text, text, text, text),),
    )


def _case_of(text: str, case: AnonymousCase) -> AnonymousCase:
    touchpoints = tuple(
        replace(touchpoint, clinician=text, place=text, reason=text, lasting=text)
        for touchpoint in case.touchpoints
    )
    return replace(
        case,
        label=text,
        description=text,
        period=text,
        touchpoints=touchpoints,
        seen=(text, text),
        covered=(text,),
        about=text,
        headline=text,
        headlines=(AnonymousHeadline(text, text),),
        strongest=text,
        different=(text,),
        notes=(AnonymousNote(text, 1.0, 2.0), AnonymousNote(text)),
    )
