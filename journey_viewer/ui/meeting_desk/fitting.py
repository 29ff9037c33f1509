"""What a journey itself suggests for an action: the patterns that may be told of it, their services, ideas about them."""

from collections.abc import Iterable, Iterator

from journey_viewer.model.document import Document
from journey_viewer.model.findings import Finding
from journey_viewer.model.meeting_steps import decision_of, open_meeting
from journey_viewer.model.owners import partner_for
from journey_viewer.model.words import Service
from journey_viewer.patterns.definitions import patterns
from journey_viewer.privacy.findings import contacts_told, findings_for_sharing, sure_for_sharing
from journey_viewer.session import Session


def patterns_of(session: Session, person: int) -> tuple[str, ...]:
    """The patterns that may be told of the case: they stand on the wall."""
    return tuple(dict.fromkeys(finding.pattern for finding, _ in _told(session, (person,))))


def partners_for(session: Session, person: int | None, pattern: str) -> tuple[str, ...]:
    """Whom it takes besides the practice, by the services that the pattern is about in this case, or in all."""
    people = session.shared_people if person is None else (person,)
    services = [
        service
        for finding, services in _told(session, people if pattern else ())
        if finding.pattern == pattern
        for service in services
    ]
    return tuple(partner for service in dict.fromkeys(services) if (partner := partner_for(service)))


def ideas_for(document: Document, person: int | None, found: Iterable[str]) -> tuple[str, ...]:
    """What was thought of already, in one line each: for the case, then about the patterns that were found."""
    meeting = open_meeting(document)
    of_case = () if meeting is None or person is None else decision_of(document, meeting.number, person).ideas
    lines = (line for pattern in found for line in document.ideas.get(pattern, "").splitlines())
    return tuple(told for text in (*reversed(of_case), *lines) if (told := " ".join(text.split())))


def less_of(pattern: str) -> tuple[str, ...]:
    """The change that everybody expects who answers a pattern."""
    return (f"Less of this: {patterns()[pattern].short}",) if pattern in patterns() else ()


def looked_for_again(pattern: str) -> tuple[str, ...]:
    """How that is seen."""
    return (f"Looked for again: {patterns()[pattern].short}",) if pattern in patterns() else ()


def _told(session: Session, people: Iterable[int]) -> Iterator[tuple[Finding, tuple[Service, ...]]]:
    """What was found and may be told, each with its services in the order of its contacts, none where they are told together."""
    for case, shared in session.to_share(list(people)).cases:
        seen = case.without(shared.choices.dropped)
        there = {touchpoint.number: touchpoint for touchpoint in seen.touchpoints}
        for result in sure_for_sharing(findings_for_sharing(seen, shared), shared):
            if isinstance(result, Finding):
                numbers = () if shared.choices.folded else contacts_told(result, there)
                yield result, tuple(there[number].service for number in numbers)
