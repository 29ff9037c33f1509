"""All that may leave together: the cases, and what was agreed about them."""

from dataclasses import dataclass
from datetime import date

from journey_viewer.model.actions import ActionStatus
from journey_viewer.privacy.anonymous_case import AnonymousCase


@dataclass(frozen=True)
class AnonymousAction:
    """``case`` is a label or "All cases"; who leads, sponsors and delivers are roles and organisations.

    ``due`` is a calendar day: the meeting's, not the person's.
    """

    case: str
    what: str
    lead: str
    sponsor: str
    delivers: str
    due: date | None
    status: ActionStatus


@dataclass(frozen=True)
class AnonymousPack:
    """``title``: what was typed for the first slide, "" where nothing was."""

    cases: tuple[AnonymousCase, ...]
    title: str = ""
    actions: tuple[AnonymousAction, ...] = ()
