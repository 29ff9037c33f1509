"""What a key or a button changes of what is shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from journey_viewer.model.words import Service
from journey_viewer.ui.meeting import showing as show
from journey_viewer.ui.meeting.keys import Wish
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.showing import Card, Showing
from journey_viewer.ui.meeting.steps import Journey

Lanes = Sequence[tuple[Service, ...]]
_ANYWHERE: dict[Wish, Callable[[Showing, Programme], Showing]] = {
    Wish.NEXT: lambda here, programme: show.stepped(here, programme, 1),
    Wish.PREVIOUS: lambda here, programme: show.stepped(here, programme, -1),
    Wish.NEXT_CASE: lambda here, programme: show.with_case(here, programme, 1),
    Wish.PREVIOUS_CASE: lambda here, programme: show.with_case(here, programme, -1),
    Wish.AGENDA: lambda _here, _programme: Showing(),
    Wish.COMMON: lambda here, programme: Showing(in_common=True) if programme.common else here,
    Wish.BLANK: lambda here, _programme: replace(here, blank=not here.blank),
    Wish.KEYS: lambda here, _programme: _carded(here, Card.KEYS),
}
_IN_A_CASE: dict[Wish, Callable[[Showing, Journey], Showing]] = {
    Wish.FIRST: lambda here, case: show.at_step(here, case, 0),
    Wish.LAST: lambda here, case: show.at_step(here, case, len(case.steps(by_findings=here.by_findings)) - 1),
    Wish.SWITCH: show.switched,
    Wish.CLOSER: show.closer,
    Wish.FARTHER: show.farther,
    Wish.FIT: lambda here, _case: replace(here, reach=None),
    Wish.DECIDED: lambda here, _case: _carded(here, Card.DECIDED),
    Wish.MARKS: lambda here, _case: _carded(here, Card.MARKS),
}
_IN_COMMON: dict[Wish, Callable[[Showing, Programme], Showing]] = {
    Wish.FIRST: lambda here, programme: show.at_pattern(here, programme, 0),
    Wish.LAST: lambda here, programme: show.at_pattern(here, programme, len(programme.common) - 1),
    Wish.DECIDED: lambda here, _programme: _carded(here, Card.DECIDED),
}


def steered(here: Showing, wish: Wish | int, programme: Programme, lanes: Lanes) -> Showing:
    """What is shown after this was wished for; a number is that of a finding, or of a pattern."""
    if not isinstance(wish, int) and wish in _ANYWHERE:
        return _ANYWHERE[wish](here, programme)
    if here.in_common:
        return _of_patterns(here, wish, programme)
    if here.case is None or here.case >= len(programme.journeys):
        return here
    journey = programme.journeys[here.case]
    if isinstance(wish, int):
        return show.at_finding(here, journey, wish)
    if wish in (Wish.LANE_UP, Wish.LANE_DOWN):
        return show.with_lane(here, lanes, 1 if wish is Wish.LANE_DOWN else -1)
    return _IN_A_CASE[wish](here, journey) if wish in _IN_A_CASE else here


def _of_patterns(here: Showing, wish: Wish | int, programme: Programme) -> Showing:
    if isinstance(wish, int):
        return show.at_pattern(here, programme, wish - 1) if wish <= len(programme.common) else here
    return _IN_COMMON[wish](here, programme) if wish in _IN_COMMON else here


def _carded(here: Showing, card: Card) -> Showing:
    return replace(here, card=Card.NONE if here.card is card else card, blank=False)
