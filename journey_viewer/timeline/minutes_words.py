"""Minutes in words: sections of paragraphs, points and entries, the same for every format."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from journey_viewer.model.agenda import in_words as time_in_words
from journey_viewer.model.casework import Level
from journey_viewer.model.days import day_in_words
from journey_viewer.model.phrases import many
from journey_viewer.model.wording import LEVEL_REASONS, LEVELS, STATUSES
from journey_viewer.patterns.definitions import patterns
from journey_viewer.privacy.anonymous_minutes import AnonymousDecision, AnonymousMeeting, AnonymousMinutes
from journey_viewer.privacy.anonymous_pack import AnonymousAction
from journey_viewer.timeline.wrapping import one_line

_SEEN = "Seen; nothing was decided"
WORDS_LEFT_OUT = "The words were left out: they said who it is about."
FOOTER = "Anonymised, for learning. Days are those of meetings and actions, never of anything that happened to a person."


@dataclass(frozen=True)
class Section:
    """``entries``: what something is, and what is told of it, beside each other. ``actions``: a table of them."""

    heading: str
    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    actions: tuple[AnonymousAction, ...] = ()


def title_of(meeting: AnonymousMeeting) -> str:
    return f"Minutes of meeting {meeting.number}"


def held(meeting: AnonymousMeeting) -> str:
    """When it was, and how long."""
    cases = f"{many(len(meeting.seen), 'case')} seen"
    return f"{day_in_words(meeting.day)} · {time_in_words(meeting.minutes)} · {cases}"


def sections(minutes: AnonymousMinutes) -> tuple[Section, ...]:
    """All that is told of the meeting, in the order in which it went: what was carried over comes first."""
    meeting = minutes.meeting
    if meeting is None:
        return ()
    purpose = [("To be achieved", meeting.purpose), ("Achieved?", meeting.achieved)]
    told = [
        Section("Who was there", points=meeting.attendees or ("Nobody was written down.",)),
        Section("What it was for", entries=_said(purpose)),
        Section("Carried over from earlier meetings", actions=minutes.carried),
        *_of_cases(meeting),
        Section("For what the cases have in common", entries=_said(_of_patterns(meeting))),
        _agreed(minutes.raised),
        Section("Next meeting", texts=(day_in_words(meeting.next_day),) if meeting.next_day else ()),
    ]
    return tuple(one for one in told if one.texts or one.points or one.entries or one.actions)


def _agreed(actions: tuple[AnonymousAction, ...]) -> Section:
    nothing = () if actions else ("No new action was written down.",)
    return Section("Who does what", texts=nothing, actions=actions)


def _of_patterns(meeting: AnonymousMeeting) -> list[tuple[str, str]]:
    known = patterns()
    return [(known[pattern].short, idea) for pattern, idea in meeting.ideas if pattern in known]


def _cases(meeting: AnonymousMeeting) -> tuple[str, ...]:
    """Those that were seen, then those about which something was decided all the same."""
    return tuple(dict.fromkeys((*meeting.seen, *(decision.case for decision in meeting.decisions))))


def _of_cases(meeting: AnonymousMeeting) -> Iterator[Section]:
    """What was decided, a section a case; cases in a row of which nothing was are told together."""
    told = {case: _entries(meeting, case) for case in _cases(meeting)}
    for decided, cases in groupby(told, lambda case: bool(told[case])):
        if decided:
            yield from (Section(case, entries=told[case]) for case in cases)
        else:
            first, *others = cases
            yield (
                Section(_SEEN, texts=(", ".join((first, *others)),))
                if others
                else Section(first, texts=(f"{_SEEN}.",))
            )


def _entries(meeting: AnonymousMeeting, case: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        entry
        for decision in meeting.decisions
        if decision.case == case
        for entry in _said(_decided(decision))
    )


def _decided(decision: AnonymousDecision) -> list[tuple[str, str]]:
    level = "" if decision.level is Level.NOT_SAID else LEVELS[decision.level]
    reasons = [LEVEL_REASONS[reason] for reason in decision.level_reasons]
    why = ". ".join(part for part in ("; ".join(reasons), decision.level_why) if part)
    return [
        ("Level", level),
        ("Why there", why),
        ("At the table", ", ".join(decision.partners)),
        *(("Idea", idea) for idea in decision.ideas),
        ("Agreed", decision.agreed),
    ]


def _said(entries: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((what, told) for what, said in entries if (told := one_line(said)))


def what_of(action: AnonymousAction) -> str:
    """What is to be done, or that no word of it may leave."""
    return one_line(action.what) or WORDS_LEFT_OUT


def partner_of(action: AnonymousAction) -> str:
    """Who else it takes, and whether they were invited."""
    if not action.partner:
        return ""
    return f"{action.partner} ({'invited' if action.invited else 'not invited yet'})"


def pattern_of(action: AnonymousAction) -> str:
    """What the pattern that it is about is called, "" where it is about none."""
    known = patterns()
    return known[action.pattern].short if action.pattern in known else ""


def status_of(action: AnonymousAction) -> str:
    """How it stands, and since when where it is closed."""
    name = STATUSES[action.status]
    return f"{name} {day_in_words(action.closed)}" if action.closed else name


def details_of(action: AnonymousAction) -> tuple[str, ...]:
    """All that is told of an action besides what it is, who leads, when it is due and how it stands."""
    level = "" if action.level is Level.NOT_SAID else LEVELS[action.level]
    told = (
        ("About", pattern_of(action)),
        ("Level", level),
        ("Sponsor", action.sponsor),
        ("Delivered by", action.delivers),
        ("Partner", partner_of(action)),
        ("Expected", action.expected),
        ("Seen by", action.measure),
        ("Review", _day(action.review)),
        ("What happened", action.outcome),
    )
    return tuple(f"{what}: {words}" for what, said in told if (words := one_line(said)))


def told_of(action: AnonymousAction) -> str:
    """An action in sentences."""
    return " ".join(_sentences(action))


def _sentences(action: AnonymousAction) -> Iterator[str]:
    yield _sentence(f"{action.number}. {what_of(action)}")
    yield _sentence(f"Leads: {one_line(action.lead) or 'nobody yet'}")
    yield _sentence(f"Due: {_day(action.due) or 'no day set'}")
    yield _sentence(status_of(action))
    yield from map(_sentence, details_of(action))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""
