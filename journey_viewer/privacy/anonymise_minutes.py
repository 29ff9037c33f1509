"""A meeting and the actions -> AnonymousMinutes: the same door that cases go through."""

from collections.abc import Collection, Iterator

from journey_viewer.model.casework import LevelReason
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.minutes import ToMinute
from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.privacy.anonymise_pack import anonymous_action
from journey_viewer.privacy.anonymous_minutes import (
    AnonymousDecision,
    AnonymousMeeting,
    AnonymousMinutes,
)
from journey_viewer.privacy.written import Clean, Reread, check_words, lines_of, nothing_leaves


def anonymise_minutes(told: ToMinute, clean: Clean = nothing_leaves) -> AnonymousMinutes:
    """What may be seen of them by whoever was not there; ``clean`` is what words go through.

    Of an action nothing but its words may be left out: whatever they said, it is in the list.
    """
    actions = tuple(anonymous_action(case, action, told.kept[case], clean) for case, action in told.actions)
    return AnonymousMinutes(None if told.meeting is None else _meeting(told, told.meeting, clean), actions)


def check_minutes(told: ToMinute, minutes: AnonymousMinutes, reread: Reread) -> None:
    """Raises IdentifierFound where words, after cleaning, hold what may not leave."""
    check_words(_from_outside(told, minutes), reread)


def _meeting(told: ToMinute, meeting: Meeting, clean: Clean) -> AnonymousMeeting:
    kept = told.kept[ALL_CASES]
    return AnonymousMeeting(
        number=meeting.number,
        day=meeting.day,
        minutes=meeting.minutes,
        attendees=lines_of(meeting.attendees, kept, clean),
        purpose=clean(meeting.purpose, kept),
        achieved=clean(meeting.achieved, kept),
        seen=told.seen,
        decisions=tuple(_decision(case, one, told.kept[case], clean) for case, one in told.decisions),
        ideas=tuple((pattern, idea) for pattern, said in told.ideas if (idea := clean(said, kept))),
        next_day=meeting.next_day,
    )


def _decision(case: str, decision: Decision, kept: Collection[str], clean: Clean) -> AnonymousDecision:
    return AnonymousDecision(
        case=case,
        level=decision.level,
        level_reasons=tuple(reason for reason in LevelReason if reason in decision.level_reasons),
        level_why=clean(decision.level_why, kept),
        partners=lines_of(decision.partners, kept, clean),
        ideas=lines_of(decision.ideas, kept, clean),
        agreed=clean(decision.agreed, kept),
    )


def _from_outside(told: ToMinute, minutes: AnonymousMinutes) -> Iterator[tuple[str, Collection[str]]]:
    for action in minutes.actions:
        for text in action.written:
            yield text, told.kept[action.case]
    if minutes.meeting is not None:
        for text in minutes.meeting.written:
            yield text, told.kept[ALL_CASES]
        for decision in minutes.meeting.decisions:
            for text in decision.written:
                yield text, told.kept[decision.case]
