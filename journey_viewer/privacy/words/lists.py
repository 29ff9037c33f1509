"""The lists of words in resources/words, each read when it is first asked for."""

import tomllib
from functools import cache

from journey_viewer.paths import resource

_COMMON_SURNAMES = 12_000  # of 88,799, by how many bear them: rarer ones are misspelt words as often

_FREQUENT_SURNAMES = 1_500


@cache
def words(name: str) -> frozenset[str]:
    """A list as lower-case words without accents. Raises FileNotFoundError for a list that there is not."""
    return frozenset(_lines(name))


@cache
def group(name: str) -> frozenset[str]:
    """Words of one kind that the rules look for, from own_rules.toml. Raises KeyError for a kind that there is not."""
    return frozenset(_groups()[name].split())


@cache
def _groups() -> dict[str, str]:
    return tomllib.loads(resource("words/own_rules.toml").read_text(encoding="utf-8"))


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
    return words("clinical") | words("own_clinical")


@cache
def also_clinical() -> frozenset[str]:
    """Ordinary words that the clinical sources use too: pain, blood."""
    return words("clinical_english")


@cache
def given_names() -> frozenset[str]:
    return words("first_names") | words("own_names") | words("own_sure_names")


def _lines(name: str) -> list[str]:
    return resource(f"words/{name}.txt").read_text(encoding="ascii").split()
