"""Who may be shared, in which order, and in words what is left out and why."""

from journey_viewer.model.phrases import many, plural
from journey_viewer.model.sensitive import sensitive_numbers
from journey_viewer.session import Session


def in_order(session: Session) -> list[int]:
    """The chosen in their order, then everybody else who may be shared."""
    may_be = session.may_be_shared
    chosen, seen = dict.fromkeys(session.document.chosen), frozenset(may_be)
    return [*(person for person in chosen if person in seen), *(p for p in may_be if p not in chosen)]


def left_out(session: Session) -> str:
    """Sensitive contacts of the ticked cases, people who object, and that children are among the ticked."""
    ticked = [person for person in session.may_be_shared if person in frozenset(session.document.chosen)]
    objecting = len(session.document.objectors & frozenset(session.document.people))
    children = len(session.children & frozenset(ticked))
    return " ".join(
        part for part in (_sensitive(session, ticked), _objecting(objecting), _children(children)) if part
    )


def _sensitive(session: Session, ticked: list[int]) -> str:
    marked = session.document.sensitive
    count = by_words = 0
    for person in ticked:
        touchpoints = session.case(person).touchpoints
        theirs = marked & frozenset(touchpoints.number.tolist())
        count += len(theirs)
        by_words += len(theirs & sensitive_numbers(touchpoints)) if theirs else 0
    if not count:
        return ""
    told = f"{many(count, 'contact')} {plural(count, 'is', 'are')} left out as sensitive"
    if not by_words:
        return f"{told}."
    which = "it" if count == 1 else "them" if count == by_words else f"{by_words:,} of them"
    return f"{told}; Journey Viewer marked {which} by words such as “safeguarding”."


def _objecting(count: int) -> str:
    if not count:
        return ""
    return f"{many(count, 'person objects', 'people object')}: nothing of them is shared."


def _children(count: int) -> str:
    if not count:
        return ""
    return f"{many(count, 'person under 18 is', 'people under 18 are')} ticked."
