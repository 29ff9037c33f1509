"""What is said of what the cases have in common: what was agreed about it, and why there may be no such page."""

from journey_viewer.model.meeting_steps import still_open
from journey_viewer.model.phrases import many
from journey_viewer.patterns.common import COMMON_LEAST
from journey_viewer.session import Session
from journey_viewer.ui.meeting.showing import Showing
from journey_viewer.ui.meeting.together import dots_of
from journey_viewer.ui.meeting.told import Told
from journey_viewer.ui.meeting_desk.casting import Cast
from journey_viewer.ui.meeting_desk.said import Speaker

_TOO_FEW = "A pattern is common where three cases at least show it: with {cases} there is no page of what they have in common."
_NOTHING = "No pattern is shown by half of the cases, and three at least: the page of what they have in common is left out."
_NUMBER = {1: "one case", 2: "two cases"}


def agreed(cast: Cast, session: Session) -> tuple[Told, ...]:
    """About each of the patterns: what the network could do, and the open actions that answer it."""
    return tuple(_about(one.pattern, cast, session) for one in cast.common)


def _about(pattern: str, cast: Cast, session: Session) -> Told:
    """An action about all cases with the number that it has among those, one about a case with the case."""
    speaker, document, may_be = Speaker(cast, session), session.document, frozenset(cast.people)
    of_cases = [
        speaker.action(one, labelled=True)
        for one in document.actions
        if one.is_open and one.pattern == pattern and document.whom(one) in may_be
    ]
    of_all = [
        f"{number} {speaker.action(one, labelled=False)}"
        for number, one in enumerate(still_open(document, None), 1)
        if one.pattern == pattern
    ]
    return Told(ideas=speaker.lines(document.ideas.get(pattern, "")), actions=(*of_cases, *of_all))


def for_all(cast: Cast, session: Session) -> Told:
    """About all cases: every idea and every open action, whichever pattern they are about."""
    speaker, told = Speaker(cast, session), session.document.ideas
    ideas = [
        f"{one.name}: {idea}" for one in cast.common for idea in speaker.lines(told.get(one.pattern, ""))
    ]
    actions = still_open(session.document, None)
    return Told(ideas=tuple(ideas), actions=tuple(speaker.action(one, labelled=False) for one in actions))


def why_not(cast: Cast) -> str:
    """Why there is no page of it, in a sentence; "" where there is one, or nobody is known yet."""
    cases = len(cast.journeys)
    if cast.common or not cases:
        return ""
    return _TOO_FEW.format(cases=_NUMBER[cases]) if cases < COMMON_LEAST else _NOTHING


def after_the_cases(cast: Cast) -> str:
    """What follows them, in a sentence."""
    if not cast.common:
        return why_not(cast)
    return f"After them: what they have in common, {many(len(cast.common), 'pattern')}."


def notes(showing: Showing, cast: Cast) -> list[tuple[str, str]]:
    """What the presenter alone sees of it: what the pattern is, and how often it was found in each case."""
    if showing.at is None or showing.at >= len(cast.common):
        return [("", "Space goes from pattern to pattern, a number to the one with that number.")]
    pattern = cast.common[showing.at]
    counted = "\n".join(dot.said for dot in dots_of(cast.programme, pattern))
    return [("What it is", pattern.definition), (f"Counted: {pattern.counts}", counted)]


def following(showing: Showing, cast: Cast) -> str:
    """What comes after the page that is shown, for the presenter."""
    after = 0 if showing.case is None else showing.case + 1
    if showing.in_common or (after >= len(cast.journeys) and not cast.common):
        return "No case follows"
    if after >= len(cast.journeys):
        return "Next: what they have in common"
    case = cast.journeys[after].case
    return f"Next: {case.label}, {case.description}"
