"""Looking at one finding of somebody's journey: its contacts and its days."""

from journey_viewer.model.findings import Finding
from journey_viewer.model.people import Window
from journey_viewer.session import Session
from journey_viewer.ui.store import Store


def look_at_finding(store: Store, person: int, finding: Finding) -> None:
    """Show the person's journey with the finding's first contact and its days chosen, all of it in sight."""
    store.settle()
    session = store.session
    row = _first_row(session, person, finding)
    span = None if finding.first == finding.last else Window(finding.first, finding.last)
    store.look(
        place="deep_dive",
        person=person,
        touchpoint=row,
        span=span,
        note=None,
        finding=finding.key,
        comparing=False,
    )


def _first_row(session: Session, person: int, finding: Finding) -> int | None:
    """The place of the first of its contacts in the journey."""
    numbers = session.case(person).touchpoints.number.tolist()
    return numbers.index(finding.contacts[0]) if finding.contacts and finding.contacts[0] in numbers else None
