"""The test set of the scrubber: sentences as staff write them, with invented identifiers and where each stands.

Nothing here comes from anybody's record. The sentences, the names and the clinical words were written apart from the rules
of the scrubber, and share no template with them.
"""

import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from fifth_fillings import FIFTH_SLOTS
from invented import contact, listed
from invented_world import (
    EIGHTH,
    ELEVENTH,
    FIFTEENTH,
    FIFTH,
    FIRST,
    FOURTEENTH,
    FOURTH,
    HERE,
    LATEST,
    NINTH,
    SECOND,
    SEVENTH,
    SIXTH,
    TENTH,
    THIRD,
    THIRTEENTH,
    TWELFTH,
    Filling,
    Scene,
    Source,
    What,
    scene,
    world,
)
from second_fillings import SECOND_SLOTS
from slot_fillings import SLOTS, clinical_words
from third_fillings import THIRD_SLOTS

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.touchpoints import Touchpoints

ALL = 3_000
UNSEEN = 1_500  # of each of the others
_SLOTS_OF = {
    FIRST: SLOTS,
    SECOND: SLOTS | SECOND_SLOTS,
    THIRD: SLOTS | THIRD_SLOTS,
    FOURTH: SLOTS | THIRD_SLOTS,
    FIFTH: SLOTS | FIFTH_SLOTS,
    SIXTH: SLOTS | THIRD_SLOTS,
    SEVENTH: SLOTS | THIRD_SLOTS,
    EIGHTH: SLOTS | THIRD_SLOTS,
    TENTH: SLOTS | THIRD_SLOTS,
    ELEVENTH: SLOTS | THIRD_SLOTS,
    TWELFTH: SLOTS | THIRD_SLOTS,
    NINTH: SLOTS | THIRD_SLOTS,
    THIRTEENTH: SLOTS | THIRD_SLOTS,
    FOURTEENTH: SLOTS | THIRD_SLOTS,
    FIFTEENTH: SLOTS | THIRD_SLOTS,
    **dict.fromkeys(LATEST, SLOTS | THIRD_SLOTS),
}
_SLOT = re.compile(r"\{(?P<name>\w+)(?:\|(?P<style>lower|upper))?\}")
_WORD = re.compile(r"[\w&+/'-]+")
_DURATION = re.compile(r"\d{1,2}/(?:7|52|12)")


@dataclass(frozen=True)
class Planted:
    """An identifier in a sentence: where it begins and ends, and whether the loaded lists know it."""

    start: int
    end: int
    what: What
    known: bool


@dataclass(frozen=True)
class Sentence:
    """A text, what identifies somebody in it, and where the clinical words are that have to stay."""

    text: str
    planted: tuple[Planted, ...]
    clinical: tuple[tuple[int, int], ...]


@cache
def templates(source: Source = FIRST) -> tuple[str, ...]:
    """The sentences with slots in braces; what each slot means is in slot_fillings.py."""
    told = tomllib.loads((HERE / f"{source.templates}.toml").read_text(encoding="utf-8"))
    return tuple(line for text in told.values() for line in text.split("\n") if line)


def sentences(identifiers: int = ALL, seed: int = 6, source: Source = FIRST) -> list[Sentence]:
    """Sentences with at least so many identifiers: each template once, then those with the kinds that are still few."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    made: list[Sentence] = []
    counts: Counter[What] = Counter()
    having: dict[What, list[str]] = {what: [] for what in What}
    for template in chance.sample(templates(source), len(templates(source))):
        made.append(written(template, chance, scene(chance, world(source))))
        counts.update(planted.what for planted in made[-1].planted)
        for what in dict.fromkeys(planted.what for planted in made[-1].planted):
            having[what].append(template)
    while counts.total() < identifiers:
        fewest = min(What, key=counts.__getitem__)
        made.append(written(chance.choice(having[fewest]), chance, scene(chance, world(source))))
        counts.update(planted.what for planted in made[-1].planted)
    return made


def written(template: str, chance: random.Random, about: Scene | None = None) -> Sentence:
    """The template with its slots filled, for a person of this scene or any."""
    about = about or scene(chance, world())
    slots = _SLOTS_OF[about.world.source]
    text, planted, end = "", [], 0
    for slot in _SLOT.finditer(template):
        text += template[end : slot.start()]
        filling = _styled(
            slots[slot["name"].lower()](about), slot["style"] or "", upper=slot["name"].isupper()
        )
        if filling.what:
            planted.append(Planted(len(text), len(text) + len(filling.text), filling.what, filling.known))
        text += filling.text
        end = slot.end()
    text += template[end:]
    return Sentence(text, tuple(planted), tuple(_clinical(text, planted, about.world.source)))


def _styled(filling: Filling, style: str, *, upper: bool) -> Filling:
    if upper or style == "upper":
        return replace(filling, text=filling.text.upper())
    return replace(filling, text=filling.text.lower()) if style == "lower" else filling


def _clinical(text: str, planted: Sequence[Planted], source: Source) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        word = match.group().strip("'-/").removesuffix("'s")
        known = {word.lower(), match.group().lower()} & clinical_words(source) or _DURATION.fullmatch(word)
        if known and not any(match.start() < one.end and one.start < match.end() for one in planted):
            start = match.start() + match.group().index(word)
            yield start, start + len(word)


def lists(*, told: bool, source: Source = FIRST) -> Imported:
    """What the loaded lists say: everybody and everything that a sentence's identifiers are known by, or nothing."""
    if not told:
        return replace(listed(), people=(), touchpoints=Touchpoints.of(()))
    known = world(source)
    people = tuple(
        Person(f"{one.forename} {one.surname}", one.nhs_number, one.local_id, one.born, None)
        for one in known.people
    )
    clinicians = [f"Dr {forename} {surname}" for forename, surname in known.clinicians]
    names = known.listed
    places = [*names.hospitals, *names.surgeries, *names.care_homes, *names.schools]
    rows = (
        contact(number % len(people), "2025-03-01", clinician=clinician, place=place)
        for number, (clinician, place) in enumerate(zip_longest(clinicians, places, fillvalue=""))
    )
    return listed(*rows, people=people)
