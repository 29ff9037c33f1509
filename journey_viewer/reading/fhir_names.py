"""What references point at: people by one id each, the names of professionals and places, what they do."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from journey_viewer.reading.codes import service_words
from journey_viewer.reading.fhir_parts import (
    MAX_TEXT,
    Reference,
    Resource,
    all_codes,
    all_concepts,
    as_cell,
    first,
    first_concept,
    from_cell,
    human_name,
    identifiers,
    is_nhs_identifier,
    references,
)

MAX_NAMES = 500_000

_PEOPLE_WHO_CARE = frozenset({"Practitioner", "PractitionerRole", "CareTeam"})
_PLACES = frozenset({"Location", "HealthcareService", "Organization"})
_REASONS = frozenset({"Condition", "Observation", "Procedure"})
_PATHS = frozenset({"Slot", "Schedule"})
NAMED = _PEOPLE_WHO_CARE | _PLACES | _REASONS | _PATHS
"""The types of resources that others refer to for a name."""
LISTED_FOR_OTHERS = _PEOPLE_WHO_CARE | _PLACES

_DEEPEST = 4
_MOST_FOLLOWED = 200
_TOPIC = "25851000000105"
"""SNOMED CT: topic of a consultation, as GP systems group their entries."""
_GLOBALLY_UNIQUE = 20
"""So many characters make an id that no other system gives out."""
_SERVER = re.compile(r"https?://(.+?)/[A-Za-z]+/[^/]+$")


class Named(NamedTuple):
    """One resource that others refer to: its type, its name, what it does, what it refers to itself."""

    kind: str
    name: str
    does: str
    on: str


class Names:
    """What one document, or many that belong together, says of what is referred to."""

    def __init__(self) -> None:
        self._named: dict[str, Named] = {}
        self._people: dict[str, str] = {}
        self._booked: dict[str, str] = {}
        self._topics: dict[str, dict[str, None]] = {}
        self._server = ""

    def add(self, kind: str, resource: Resource, url: str) -> None:
        """Hear of a resource; ``url``: its full address, "" where it has none."""
        if not self._server and (server := _SERVER.match(url)):
            self._server = server[1]
        if kind in ("Patient", "Appointment"):
            known = self._people if kind == "Patient" else self._booked
            own = first(resource, "id") or _last_part(url)
            for key in _keys(kind, resource, url):
                known.setdefault(key, own)
        elif kind == "List" and len(self._topics) < MAX_NAMES and _TOPIC in all_codes(resource, "code"):
            self._add_topic(resource)
        elif kind in NAMED and len(self._named) < MAX_NAMES:
            named = Named(kind, _name(kind, resource), _does(resource), as_cell(_on(resource)))
            for key in _keys(kind, resource, url):
                self._named.setdefault(key, named)

    def _add_topic(self, topic: Resource) -> None:
        """Hear what an encounter was about, by the title of a list that belongs to it."""
        for encounter in references(topic, "encounter"):
            if title := first(topic, "title"):
                for key in _ways(encounter):
                    self._topics.setdefault(key, {})[title] = None

    def topics(self, reference: Reference) -> list[str]:
        """What an encounter was about, where lists of topics say so."""
        return next((list(self._topics[key]) for key in _ways(reference) if key in self._topics), [])

    def named(self, reference: Reference) -> Named | None:
        return next((self._named[key] for key in _ways(reference) if key in self._named), None)

    def person(self, reference: Reference) -> str | None:
        """The id of the person who is meant; None where nobody known is."""
        return next((self._people[key] for key in _ways(reference) if key in self._people), None)

    def booking(self, reference: Reference) -> str | None:
        """The id of the appointment that is meant; None where none that is known is."""
        return next((self._booked[key] for key in _ways(reference) if key in self._booked), None)

    @property
    def server(self) -> str:
        """Where the resources lie, by their full addresses; "" where they do not say."""
        return self._server


class LookUp:
    """Turns the cells of a document that hold references into what they mean.

    ``names``: the document's own, then those of others that it may refer to. ``mark`` tells
    its short ids from the same ids of other systems; "" where all its ids are shared.
    """

    def __init__(self, names: Sequence[Names], mark: str) -> None:
        self._names = names
        self._mark = mark

    def person(self, cell: str) -> str:
        """The id of the person: the same in every document about them."""
        reference = self._patient(cell)
        if reference is None:
            return ""
        known = self._known(reference)
        return self._marked(known if known is not None else _own_id(reference))

    def own_id(self, cell: str) -> str:
        """The id of what is referred to: the same in every document about it."""
        for reference in from_cell(cell):
            known = next((own for names in self._names if (own := names.booking(reference))), None)
            return self._marked(known or _own_id(reference))
        return ""

    def _marked(self, own: str) -> str:
        if not self._mark or not own or len(own) >= _GLOBALLY_UNIQUE:
            return own
        return f"{own} ({self._mark})"

    def nhs_number(self, cell: str) -> str:
        """The NHS number by which the person is referred to, if they are."""
        reference = self._patient(cell)
        return "" if reference is None else next(filter(None, map(_nhs_number, _identified(reference))), "")

    def person_name(self, cell: str) -> str:
        """What the reference calls a person of whom nothing else is known."""
        reference = self._patient(cell)
        return "" if reference is None or self._known(reference) is not None else reference.display

    def clinician(self, cell: str) -> str:
        return self._name(cell, _PEOPLE_WHO_CARE)

    def place(self, cell: str) -> str:
        return self._name(cell, _PLACES)

    def reason(self, cell: str) -> str:
        """The name of a problem; an id alone is no reason."""
        said = [self._of(one) for one in from_cell(cell)]
        return next((one.name for one in said if one.name), "")

    def topics(self, cell: str) -> str:
        """What the encounter itself was about."""
        found = [title for one in from_cell(cell) for names in self._names for title in names.topics(one)]
        return "; ".join(dict.fromkeys(found))[:MAX_TEXT]

    def service(self, cell: str) -> str:
        """What is referred to, in words that fit a service; "" where none do."""
        for reference in self._all(cell):
            known = self._of(reference)
            for words in (known.does, known.name):
                if fits := as_service(words):
                    return fits
        return ""

    def _patient(self, cell: str) -> Reference | None:
        """The reference to the person: one known to be, else said to be, else the only one that may be."""
        found = from_cell(cell)
        known = [one for one in found if self._known(one) is not None]
        said = [one for one in found if _kind(one) == "Patient"]
        unsaid = [one for one in found if not _kind(one) and self._named(one) is None]
        return next(iter((*known, *said, *unsaid)), None)

    def _known(self, reference: Reference) -> str | None:
        return next((own for names in self._names if (own := names.person(reference)) is not None), None)

    def _named(self, reference: Reference) -> Named | None:
        return next((named for names in self._names if (named := names.named(reference))), None)

    def _of(self, reference: Reference) -> Named:
        named = self._named(reference) or Named(_kind(reference), "", "", "")
        return named._replace(name=named.name or reference.display)

    def _name(self, cell: str, kinds: frozenset[str]) -> str:
        """The first name of something of these kinds, else the id by which it can be told apart."""
        found = [(one, self._of(one)) for one in self._all(cell)]
        fitting = [(one, known) for one, known in found if known.kind in kinds]
        named = next((known.name for _, known in fitting if known.name), "")
        return named or next((_own_id(one) for one, _ in fitting), "")

    def _all(self, cell: str) -> Iterator[Reference]:
        return islice(self._followed(from_cell(cell)), _MOST_FOLLOWED)

    def _followed(self, found: Sequence[Reference], depth: int = 0) -> Iterator[Reference]:
        """These references and those that what they point at refers to, so long as it has no name itself."""
        for reference in found:
            yield reference
            known = self._of(reference)
            if depth < _DEEPEST and known.on:
                yield from self._followed(from_cell(known.on), depth + 1)


def as_service(text: str) -> str:
    """The text where some of it names a service, else ""."""
    return text if text and service_words().longest(text) else ""


def _name(kind: str, resource: Resource) -> str:
    if kind in _PATHS:
        return ""
    if kind in _REASONS:
        return first_concept(resource, "code")
    return human_name(resource, prefixed=True) or first_concept(resource, "type")


def _does(resource: Resource) -> str:
    paths = ("serviceCategory", "serviceType", "category", "type", "specialty", "appointmentType")
    return all_concepts(resource, *paths)[:MAX_TEXT]


def _on(resource: Resource) -> list[Reference]:
    return references(resource, "practitioner", "healthcareService", "organization", "schedule", "actor")


def _keys(kind: str, resource: Resource, url: str) -> Iterator[str]:
    """All by which a resource may be referred to."""
    if own := first(resource, "id"):
        yield f"{kind}/{own}"
    if url:
        yield url
    for identifier in identifiers(resource):
        yield f"{kind}?{identifier}"


def _ways(reference: Reference) -> Iterator[str]:
    """All keys that a reference may mean, the most exact first."""
    to = reference.to.partition("/_history/")[0]
    if to:
        yield to
    if "://" in to:
        yield "/".join(to.split("/")[-2:])
    for identifier in _identified(reference):
        yield f"{_kind(reference)}?{identifier}"


def _identified(reference: Reference) -> Iterator[str]:
    """The identifiers in a reference: its own, and that of "Location?identifier=system|value"."""
    if reference.identifier:
        yield reference.identifier
    asked = re.search(r"\?(?:.*&)?identifier=([^&]+)", reference.to)
    if asked:
        yield unquote(asked[1])


def _kind(reference: Reference) -> str:
    """The type that a reference says it points at; "" where it does not say."""
    if reference.kind:
        return reference.kind
    to = reference.to.partition("?")[0].partition("/_history/")[0]
    if to.startswith("urn:"):
        return ""
    parts = to.split("/")
    return parts[-1] if "?" in reference.to else parts[-2] if len(parts) > 1 else ""


def _own_id(reference: Reference) -> str:
    """The id or identifier in a reference, but no NHS number."""
    identified = next(_identified(reference), "")
    if reference.to and "?" not in reference.to:
        return _last_part(reference.to.partition("/_history/")[0])
    return "" if is_nhs_identifier(identified) else identified.rpartition("|")[2]


def _nhs_number(identifier: str) -> str:
    return identifier.rpartition("|")[2] if is_nhs_identifier(identifier) else ""


def _last_part(address: str) -> str:
    return re.split("[/:]", address)[-1]
