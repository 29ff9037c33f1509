"""FHIR's data types as text. Any field may hold any JSON: what is not as it should be counts as not said."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, Self

Resource = dict[str, Any]

MAX_TEXT = 2_000
MAX_PARTS = 50
NHS_NUMBER_SYSTEM = "nhs-number"

_PART, _REFERENCE = "\x1f", "\x1e"
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")
_SEMANTIC_TAG = re.compile(
    r" \((?:procedure|disorder|finding|situation|environment|event|regime/therapy|observable entity)\)$"
)


def clean(value: Any) -> str:
    """A text that can be shown and written anywhere; "" for anything else."""
    if not isinstance(value, str):
        return ""
    text = value[:MAX_TEXT]
    if not text.isprintable():
        text = text.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")
    return text.strip()


def told(value: Any, *paths: str) -> list[Any]:
    """Everything that lies at the ends of these dotted paths, through lists."""
    if len(paths) == 1:
        return _ends(value, _steps(paths[0]))
    return [end for path in paths for end in _ends(value, _steps(path))]


def first(value: Any, *paths: str) -> str:
    """The first text that one of these dotted paths leads to."""
    for path in paths:
        for end in _ends(value, _steps(path)):
            if text := clean(end):
                return text
    return ""


def concept(value: Any) -> str:
    """What a CodeableConcept, a Coding or a plain text says: its text, else its display, else its code."""
    text = clean(value) or first(value, "text", "coding.display", "display", "coding.code", "code")
    return _SEMANTIC_TAG.sub("", text)


def first_concept(value: Any, *paths: str) -> str:
    """What the first filled concept at the end of these dotted paths says."""
    return next(filter(None, map(concept, told(value, *paths))), "")


def all_concepts(value: Any, *paths: str) -> str:
    """What all concepts at the ends of these paths say, one after another."""
    said = [concept(part) for part in told(value, *paths)[:MAX_PARTS]]
    return "; ".join(dict.fromkeys(filter(None, said)))[:MAX_TEXT]


def all_codes(value: Any, path: str) -> frozenset[str]:
    """The codes of all concepts at the end of this path."""
    return frozenset(map(clean, told(value, f"{path}.coding.code")))


def human_name(value: Any, *, prefixed: bool = False) -> str:
    """The official of several names, else the first: given and family, with the prefix where asked for."""
    names = [name for name in told(value, "name") if isinstance(name, dict)]
    names.sort(key=lambda name: name.get("use") != "official")
    for name in names:
        parts = ("prefix", "given", "family") if prefixed else ("given", "family")
        said = " ".join(text for part in parts for text in map(clean, told(name, part)[:MAX_PARTS]) if text)
        if said := said or first(name, "text"):
            return said[:MAX_TEXT]
    return first(value, "name")


def nhs_number_of(value: Any) -> str:
    """The identifier that is said to be an NHS number, as it stands; "" where there is none."""
    identifiers = told(value, "identifier")
    return next((first(told_, "value") for told_ in identifiers if _is_nhs(first(told_, "system"))), "")


def identifiers(value: Any) -> Iterator[str]:
    """Each identifier as "system|value"."""
    for identifier in told(value, "identifier")[:MAX_PARTS]:
        if number := first(identifier, "value"):
            yield f"{first(identifier, 'system')}|{number}"


def is_nhs_identifier(identifier: str) -> bool:
    return _is_nhs(identifier.rpartition("|")[0])


class Reference(NamedTuple):
    """A reference as it stands: where it points, at which type, by which identifier, what it shows, in which role."""

    to: str = ""
    kind: str = ""
    identifier: str = ""
    display: str = ""
    role: str = ""

    @classmethod
    def of(cls, value: Any, resource: Resource, role: str = "") -> Self:
        """The reference that this value is; what it points at inside its own resource is looked up."""
        to = first(value, "reference")
        identifier = next(identifiers(value), "")
        kind, display = first(value, "type").rpartition("/")[2], first(value, "display")
        if not to.startswith("#"):
            return cls(to, kind, identifier, display, role)
        contained = (part for part in told(resource, "contained") if first(part, "id") == to[1:])
        inside: Any = next(contained, {})
        number = nhs_number_of(inside)
        own = next(identifiers(inside), "")
        return cls(
            to="",
            kind=first(inside, "resourceType") or kind,
            identifier=f"{NHS_NUMBER_SYSTEM}|{number}" if number else own or identifier,
            display=human_name(inside, prefixed=True) or first_concept(inside, "code", "type") or display,
            role=role,
        )

    @property
    def says_something(self) -> bool:
        return bool(self.to or self.identifier or self.display)


def references(resource: Resource, *paths: str) -> list[Reference]:
    """All references in a resource at the ends of these dotted paths."""
    found = [Reference.of(value, resource) for value in told(resource, *paths)[:MAX_PARTS]]
    return [reference for reference in found if reference.says_something]


def as_cell(found: list[Reference]) -> str:
    """References as one text, for a cell in which they are looked up later."""
    return _REFERENCE.join(_PART.join(reference) for reference in found[:MAX_PARTS])


def from_cell(cell: str) -> list[Reference]:
    """The references in a text from ``as_cell``."""
    parts = [text.split(_PART) for text in cell.split(_REFERENCE)]
    return [Reference(*part) for part in parts if len(part) == len(Reference._fields)]


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))


def _ends(value: Any, steps: tuple[str, ...]) -> list[Any]:
    for place, step in enumerate(steps):
        if isinstance(value, list):
            if len(value) != 1:
                return [end for part in value if isinstance(part, dict) for end in _ends(part, steps[place:])]
            value = value[0]
        if not isinstance(value, dict):
            return []
        value = value.get(step)
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _is_nhs(system: str) -> bool:
    return system.lower().rstrip("/").endswith(NHS_NUMBER_SYSTEM)
