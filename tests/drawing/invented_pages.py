"""Three pages: a usual journey, a crowded one, and one of a single contact."""

from collections import Counter

from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.drawing.picture import drawing_application
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousGap, AnonymousTouchpoint
from journey_viewer.timeline.page import Page, lay_out_page

_OUTCOMES = tuple(Outcome)
_MONTHS = 24


def page_of(*touchpoints: AnonymousTouchpoint, gaps: tuple[AnonymousGap, ...] = (), told: str = "") -> Page:
    drawing_application()
    case = AnonymousCase(
        label="Case C",
        description="Woman, 50–59",
        period="two years",
        months=_MONTHS,
        touchpoints=touchpoints,
        gaps=gaps,
        counts=Counter(touchpoint.service for touchpoint in touchpoints),
        supplied=frozenset(Service) - {Service.VOLUNTARY},
        seen=(
            told or "What the journey shows, in a sentence that is long enough to need a second line of it",
        ),
        covered=("What the lists cover",),
    )
    return lay_out_page(case, page_text_width)


def point(at: float, service: Service, outcome: Outcome = Outcome.ATTENDED) -> AnonymousTouchpoint:
    """A contact so many months from the first."""
    kind = Kind.REFERRAL if outcome is Outcome.REFERRED else Kind.CONTACT
    uncertain = service is Service.OTHER
    return AnonymousTouchpoint(service, kind, outcome, int(at) + 1, at, None, "", False, uncertain, "")


def lasting(at: float, until: float, service: Service, *, goes_on: bool = False) -> AnonymousTouchpoint:
    kind = Kind.STAY if service is Service.INPATIENT else Kind.OPEN_SERVICE
    attended = Outcome.ATTENDED
    return AnonymousTouchpoint(
        service, kind, attended, int(at) + 1, at, until, "up to a month", goes_on, False, ""
    )


def usual_page() -> Page:
    """Every outcome, stays, an open service, long gaps, a lane without contact and one without a list."""
    lanes = [
        service
        for service in Service
        if service not in {Service.VOLUNTARY, Service.OUTPATIENT, Service.OTHER}
    ]
    points = [
        point(month + lane / 9, service, _OUTCOMES[(month + lane) % len(_OUTCOMES)])
        for lane, service in enumerate(lanes)
        for month in (0, 3, 4, 11, 17, 22)
    ]
    spans = [
        lasting(4.5, 5.5, Service.INPATIENT),
        lasting(5.2, 5.9, Service.INPATIENT),
        lasting(18, 24, Service.SOCIAL_CARE, goes_on=True),
    ]
    gaps = (AnonymousGap(6, 11, 4), AnonymousGap(12.2, 17, 4))
    other = point(12.1, Service.OTHER)
    return page_of(*sorted([*points, *spans, other], key=_at), gaps=gaps)


def crowded_page() -> Page:
    """Twenty contacts a month with two services: there is no room apart, so that marks carry counts."""
    busy = [
        point(month + place / 20, service)
        for service in (Service.GP, Service.COMMUNITY)
        for month in range(_MONTHS)
        for place in range(20)
    ]
    rare = [point(2.0 * place, service) for place, service in enumerate(Service)]
    return page_of(*sorted([*busy, *rare], key=_at))


def single_page() -> Page:
    return page_of(point(0.5, Service.AE))


def _at(touchpoint: AnonymousTouchpoint) -> float:
    return touchpoint.at
