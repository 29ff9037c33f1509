"""What may leave: a type of its own, so that nothing that skipped this room can be exported."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journey_viewer.model.phrases import many
from journey_viewer.model.words import Family, Kind, Outcome, Service


@dataclass(frozen=True)
class AnonymousTouchpoint:
    """``month`` from 1; ``at`` and ``until`` are places on the picture's axis, in months from the start.

    ``until`` is None for a point; ``lasting`` is a length in words, "" for a point. ``service`` is the
    first of its family where that is told as one; ``month`` is the first of its quarter where months
    are told three together. ``place`` is a kind and a letter ("Hospital A"); ``reason`` is "" unless
    reasons were chosen for sharing.
    """

    service: Service
    kind: Kind
    outcome: Outcome
    month: int
    at: float
    until: float | None
    lasting: str
    goes_on: bool
    uncertain: bool
    clinician: str
    place: str = ""
    reason: str = ""


@dataclass(frozen=True)
class AnonymousNote:
    """What somebody wrote for sharing: from the beginning of a month to the end of one, in months from the start.

    Both are None where it is about the whole journey.
    """

    text: str
    first: float | None = None
    last: float | None = None


@dataclass(frozen=True)
class AnonymousGap:
    """Whole months in a row without a contact: places on the axis, and how many."""

    after: float
    before: float
    months: int


@dataclass(frozen=True)
class AnonymousHeadline:
    """A number that matters: ``value`` and ``label`` read as one: "29%", "of 21 contacts with the same clinician"."""

    value: str
    label: str


@dataclass(frozen=True)
class AnonymousFinding:
    """What a rule found: a band from the beginning of a month to the end of one, or ``links``, or both.

    ``contacts`` and the pairs of ``links`` are places among the case's touchpoints; of a pair the second followed
    the first. ``first`` and ``last`` are in months from the start, None where it is no band.
    """

    name: str
    contacts: tuple[int, ...]
    links: tuple[tuple[int, int], ...] = ()
    first: float | None = None
    last: float | None = None


@dataclass(frozen=True)
class AnonymousCase:
    """Only ``privacy.anonymise`` makes one. It holds no name, number, date, place or free text.

    ``months`` is the last month of the journey; ``period`` says in words how long a
    stretch was looked at; ``seen`` and ``covered`` are statements computed from the exact journey.
    ``step``: how many months are told together. ``folded``: families of services told as one.
    ``about``, ``different``, ``notes`` and ``headline`` were written for sharing. ``headlines``: up to five numbers,
    ``strongest``: the finding that a title may state, "" where there is none, and ``found``: what is drawn of
    findings; ``shows``: by pattern how often it was found, None where that cannot be told or is not. All of
    them from what is shown alone.
    """

    label: str
    description: str
    period: str
    months: int
    touchpoints: tuple[AnonymousTouchpoint, ...]
    gaps: tuple[AnonymousGap, ...]
    counts: Mapping[Service, int]
    supplied: frozenset[Service]
    seen: tuple[str, ...]
    covered: tuple[str, ...]
    step: int = 1
    folded: frozenset[Family] = frozenset()
    about: str = ""
    different: tuple[str, ...] = ()
    notes: tuple[AnonymousNote, ...] = ()
    headline: str = ""
    headlines: tuple[AnonymousHeadline, ...] = ()
    strongest: str = ""
    found: tuple[AnonymousFinding, ...] = ()
    shows: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The counts in words: "Case C: 103 touchpoints with 9 services in two years"."""
        count, services = len(self.touchpoints), len(self.counts)
        return f"{self.label}: {many(count, 'touchpoint')} with {many(services, 'service')} in {self.period}"
