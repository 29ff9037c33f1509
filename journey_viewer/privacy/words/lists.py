"""The lists of words in resources/words, each read when it is first asked for."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from journey_viewer.paths import resource

_COMMON_SURNAMES = 12_000  # of 88,799, by how many bear them: rarer ones are misspelt words as often

_FREQUENT_SURNAMES = 1_500
_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)*")


@cache
def words(name: str) -> frozenset[str]:
    """A list as lower-case words without accents. Raises FileNotFoundError for a list that there is not."""
    return frozenset(_lines(name))


@cache
def group(name: str) -> frozenset[str]:
    """Words of one kind that the rules look for, from own_rules.toml and own_kinds.toml. Raises KeyError for others."""
    return frozenset((_groups("own_rules") | _groups("own_kinds"))[name].split())


@cache
def family(name: str) -> frozenset[str]:
    """Words of notes, from own_families.toml. Raises KeyError for a family that there is not."""
    return frozenset(_groups("own_families")[name].split())


@cache
def _groups(name: str) -> dict[str, str]:
    return tomllib.loads(resource(f"words/{name}.toml").read_text(encoding="utf-8"))


@cache
def abbreviations() -> frozenset[str]:
    """What is kept in capitals."""
    return group("abbreviations") | family("persons") | family("methods") | family("short")


@cache
def eponyms() -> frozenset[str]:
    """Names that illnesses, signs, scales and devices have."""
    return words("eponyms") | family("eponyms")


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Several words that name nobody together, lower case, under their first letters: the longest first."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(
        resource("words/own_phrases.txt").read_text(encoding="ascii").splitlines(), key=len, reverse=True
    ):
        first = _LETTERS.match(phrase)
        if first:
            by_first.setdefault(first.group(), []).append(phrase)
    return {first: tuple(said) for first, said in by_first.items()}


@cache
def common_surnames() -> frozenset[str]:
    return frozenset(_lines("surnames")[:_COMMON_SURNAMES])


@cache
def frequent_surnames() -> frozenset[str]:
    """Those that are taken for a surname after a given name even without a capital."""
    return frozenset(_lines("surnames")[:_FREQUENT_SURNAMES])


@cache
def english() -> frozenset[str]:
    """Ordinary words, without those that are written with a capital."""
    return words("english") | words("english_middle") | words("english_rare") | words("own_english")


@cache
def clinical() -> frozenset[str]:
    """What is clinical in any case; of the abbreviations, those that are nobody's name."""
    abbreviated = abbreviations() - given_names() - common_surnames()
    return words("clinical") | words("own_clinical") | family("shorthand") | family("brands") | abbreviated


@cache
def also_clinical() -> frozenset[str]:
    """Ordinary words that the clinical sources use too: pain, blood."""
    return words("clinical_english")


@cache
def given_names() -> frozenset[str]:
    return words("first_names") | words("own_names") | words("own_sure_names") | words("own_world_names")


def _lines(name: str) -> list[str]:
    return resource(f"words/{name}.txt").read_text(encoding="ascii").split()
