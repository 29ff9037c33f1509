"""A touchpoint and a person in words, with names or without."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from journey_viewer.measures.bank_holidays import bank_holidays
from journey_viewer.model.case import Case
from journey_viewer.model.clinicians import role_of
from journey_viewer.model.days import day_in_words
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Window, name_parts, phrase_of, without_names, without_phrases
from journey_viewer.model.phrases import many
from journey_viewer.model.touchpoints import Texts, Touchpoint
from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome, Service, service_name, service_table
from journey_viewer.privacy.identifiers import own_words

_NO_BREAK = "\u00a0"
_NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[\s_-]*\d{3}[\s_-]*\d{4}(?!\d)")  # anybody's, as it is written
_KINDS_OF_PLACE = frozenset(
    {
        "academy",
        "college",
        "house",
        "infirmary",
        "medical",
        "nursery",
        "phone",
        "residential",
        "telephone",
        "video",
    }
)
"""Of the words that say what kind of place it is, those that are not among our own words."""
_SEXES = {"female": "woman", "male": "man"}


def who(case: Case, *, names_shown: bool) -> str:
    """The label alone, or with names "Case C · Jo Bloggs"."""
    name = case.person.name if names_shown else ""
    return f"{case.label} · {name}" if name else case.label


def about(person: Person, window: Window, *, names_shown: bool) -> str:
    """Age, sex and, with names, the NHS number: what stands under the heading."""
    age = person.age_at_end(window)
    parts = [
        _SEXES.get(person.sex, ""),
        f"aged {age}" if age is not None else "",
        f"died {day_in_words(person.died)}" if person.died else "",
    ]
    if names_shown and person.nhs_number:
        number = person.nhs_number
        parts.append(f"NHS number {number[:3]} {number[3:6]} {number[6:]}".replace(" ", _NO_BREAK))
    return " · ".join(part for part in parts if part)


def short_about(person: Person, window: Window) -> str:
    """Age and sex for a narrow row: "54 F"."""
    age = person.age_at_end(window)
    parts = ["" if age is None else str(age), person.sex[:1].upper()]
    return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Veil:
    """Blots these parts of names, the places' full names, and every NHS number out of what people wrote.

    ``places``: each as its words in lower case. Nothing is blotted out where the veil is lifted.
    """

    names: frozenset[str] = field(default=frozenset(), repr=False)
    lifted: bool = False
    places: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)

    def __call__(self, text: str) -> str:
        if self.lifted:
            return text
        return _NHS_NUMBER.sub("…", without_names(without_phrases(text, self.places), self.names))

    def with_all(self, others: Iterable["Veil"]) -> "Veil":
        """What these blot out as well."""
        others = tuple(others)
        names, places = (one.names for one in others), (one.places for one in others)
        return replace(self, names=self.names.union(*names), places=self.places.union(*places))


NO_VEIL = Veil(lifted=True)


def veil_of(case: Case | None, *, names_shown: bool) -> Veil:
    """What is blotted out of everything written about a case: the person's names, their clinicians' and their places'."""
    if names_shown or case is None:
        return NO_VEIL
    person, seen = case.person, _said_in(case.touchpoints.clinician)
    parts = name_parts(" ".join((person.name, person.also_named, person.named_gp, *seen)))
    return Veil(parts - _ordinary_words(), places=_named(map(phrase_of, _said_in(case.touchpoints.place))))


def _said_in(column: Texts) -> list[str]:
    return [column.words[code] for code in np.unique(column.codes).tolist()]


def _named(places: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Those whose words say more than what kind of place it is: "Practice 2" and "Care home" name none."""
    ordinary = _ordinary_words() | _KINDS_OF_PLACE
    return frozenset(place for place in places if name_parts(" ".join(place)) - ordinary)


def veil_over(lists: Imported, *, names_shown: bool) -> Veil:
    """What is blotted out of the names of files and sheets, which people call after people: everybody's names and all places'."""
    if names_shown:
        return NO_VEIL
    return Veil(lists.name_parts - _ordinary_words(), places=_named(lists.places))


def as_shown(touchpoint: Touchpoint, person: Person, *, names_shown: bool) -> Touchpoint:
    """The touchpoint with the person's and the clinician's names, its place's and every NHS number blotted out of its words while names are hidden."""
    if names_shown:
        return touchpoint
    veil = Veil(
        name_parts(f"{person.name} {person.also_named} {person.named_gp} {touchpoint.clinician}")
        - _ordinary_words(),
        places=_named([phrase_of(touchpoint.place)]),
    )
    return replace(
        touchpoint,
        reason=veil(touchpoint.reason),
        named=veil(touchpoint.named),
        mode=veil(touchpoint.mode),
    )


@cache
def _ordinary_words() -> frozenset[str]:
    """What a team or a role is called is nobody's name, though it stands where clinicians do."""
    teams = " ".join(str(words) for told in service_table().values() for words in told.values())
    return own_words() | name_parts(teams)


def when(touchpoint: Touchpoint) -> str:
    """The day, the hour where it is known, and a question mark where the day is not sure."""
    day = day_in_words(touchpoint.start.date())
    hour = f", {touchpoint.start:%H:%M}" if touchpoint.timed else ""
    return f"{'? ' if touchpoint.uncertain else ''}{day}{hour}"


def holiday(touchpoint: Touchpoint) -> str:
    """The bank holiday on which it began, "" on any other day."""
    day = touchpoint.start.date()
    return bank_holidays(day, day).get(day, "")


def until(touchpoint: Touchpoint) -> str:
    """The end of a stay or an open service, "" for anything else."""
    if touchpoint.end is None or touchpoint.end.date() == touchpoint.start.date():
        return ""
    nights = (touchpoint.end.date() - touchpoint.start.date()).days
    unit = "night" if touchpoint.kind is Kind.STAY else "day"
    return f"until {day_in_words(touchpoint.end.date())} ({many(nights, unit)})"


def service_of(touchpoint: Touchpoint) -> str:
    """The lane's name, and in "Other" what the list itself calls the service."""
    name = service_name(touchpoint.service)
    own = touchpoint.named.strip()
    return f"{name}: {own}" if touchpoint.service is Service.OTHER and own else name


def details(touchpoint: Touchpoint, *, names_shown: bool) -> str:
    """Who, where and how, in one line; with names hidden a clinician is only a role and a place nothing."""
    clinician = touchpoint.clinician if names_shown else role_of(touchpoint.clinician, touchpoint.service)
    place = touchpoint.place if names_shown else ""
    outcome = "" if touchpoint.outcome is Outcome.ATTENDED else OUTCOME_NAMES[touchpoint.outcome]
    return " · ".join(
        part for part in (outcome, clinician, place, touchpoint.mode, until(touchpoint)) if part
    )


def in_full(touchpoint: Touchpoint, *, names_shown: bool, day: str = "") -> str:
    """Everything about one touchpoint, a line each: what a pointer resting on it shows.

    ``day``: its day counted from a day 0, "" on the calendar.
    """
    lines = (
        " · ".join(
            part for part in (when(touchpoint), holiday(touchpoint), day, service_of(touchpoint)) if part
        ),
        touchpoint.reason,
        details(touchpoint, names_shown=names_shown),
        "date uncertain" if touchpoint.uncertain else "",
    )
    return "\n".join(line for line in lines if line)
