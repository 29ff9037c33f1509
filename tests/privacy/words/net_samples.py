"""What the net learns from: the invented sentences of the tests, each several times, with other names and initials."""

import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from invented_world import HERE, Source, What, scene, world
from sentences import Planted, Sentence, templates, written

from journey_viewer.paths import resource
from journey_viewer.privacy.words import lists
from journey_viewer.privacy.words.looks import may_name
from journey_viewer.privacy.words.normal import normalise
from journey_viewer.privacy.words.text import Word, words_of
from journey_viewer.privacy.words.vocabulary import is_a_day_or_tongue

_NAMES = frozenset({What.NAME, What.NICKNAME, What.RELATIVE, What.CARER, What.CLINICIAN})
_PLACES = frozenset({What.ADDRESS, What.TOWN, What.HOSPITAL, What.SURGERY, What.CARE_HOME, What.SCHOOL})
_SMALL = _NAMES | {What.INITIALS}
LEARNED = _NAMES | _PLACES | {What.INITIALS}
_PARTS = frozenset({"mc", "van", "de", "al", "el", "bin", "st"})
_RUN = re.compile(r"[^\W\d_]{2,}")
_IN_BRACES = re.compile(r"\{([^}]*)\}|<([^>]*)>")
_LONG = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}(?![^\W\d_])")
_OFTENER = 4  # as often as a template
_NEW = 0.15  # of the clinical words
_LETTERS = "ABCDEFGHIJKLMNOPRSTVWYZ"


@dataclass(frozen=True)
class Sample:
    """A sentence as the net reads it; ``names``: for each word whether it names somebody, none where that is not asked."""

    template: str
    text: str
    words: tuple[Word, ...]
    names: tuple[bool | None, ...]


def samples(sources: Iterable[Source], copies: int, seed: int = 1, *, own: bool = True) -> Iterator[Sample]:
    """Each template and, if ``own``, each case of our own so often: once as it is, then with other people in it."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    for source in sources:
        for template in templates(source):
            for copy in range(copies):
                sentence = written(template, chance, scene(chance, world(source)))
                yield _sample(template, _varied(sentence, chance) if copy else sentence)
    for case, sentence in _own_cases() if own else ():
        for copy in range(_OFTENER * copies):
            yield _sample(case, _varied(sentence, chance) if copy else sentence)


def _sample(template: str, sentence: Sentence) -> Sample:
    normal = normalise(sentence.text)
    words = words_of(normal.text)
    spans = [normal.as_written(word.start, word.end) for word in words]
    return Sample(template, normal.text, words, tuple(_named(span, sentence.planted) for span in spans))


def _named(span: tuple[int, int], planted: Sequence[Planted]) -> bool | None:
    inside = [one for one in planted if one.start < span[1] and span[0] < one.end]
    return None if any(one.what not in LEARNED for one in inside) else bool(inside)


def asked(sample: Sample) -> Iterator[tuple[int, bool]]:
    """The places of the words that the net judges, and what is true of each."""
    for place, (word, named) in enumerate(zip(sample.words, sample.names, strict=True)):
        if named is not None and may_name(word):
            yield place, named


def _varied(sentence: Sentence, chance: random.Random) -> Sentence:
    """With other people: their names of the program's lists, often such as are words too; now and then in one case."""
    text, planted, end, small = "", list[Planted](), 0, chance.random() < 0.2
    for one in sorted(sentence.planted, key=lambda one: one.start):
        said = _other(sentence.text[one.start : one.end], one.what, chance)
        said = said.lower() if small and one.what in _SMALL else said
        text += _strange(sentence.text[end : one.start], chance)
        planted.append(replace(one, start=len(text), end=len(text) + len(said)))
        text, end = text + said, one.end
    text += _strange(sentence.text[end:], chance)
    case = chance.random()
    cased = text.lower() if case < 0.3 else text.upper() if case < 0.34 else text
    return Sentence(cased if len(cased) == len(text) else text, tuple(planted), ())


def _strange(said: str, chance: random.Random) -> str:
    """Now and then a word of no list in the place of a clinical one: a medicine that is new, or a slip."""

    def other(part: re.Match[str]) -> str:
        if part.group().lower() not in lists.clinical() or chance.random() > _NEW:
            return part.group()
        first, last = chance.choice(_clinical()), chance.choice(_clinical())
        return _like(part.group(), first[: len(first) // 2] + last[len(last) // 2 :])

    return _LONG.sub(other, said)


def _other(said: str, what: What, chance: random.Random) -> str:
    if chance.random() < 0.2:
        return said
    if what in _NAMES:
        return _RUN.sub(lambda part: _like(part.group(), _name(chance)), said)
    if what is What.INITIALS and said.isalpha() and said.isupper():
        return _initials(said, chance)
    return said


def _like(said: str, name: str) -> str:
    if said.lower() in _PARTS:
        return said
    return name.upper() if said.isupper() else name.capitalize() if said[0].isupper() else name


def _initials(said: str, chance: random.Random) -> str:
    """Any letters, a third of the time such as are an abbreviation too."""
    kind = chance.random()
    if kind < 0.35:
        return chance.choice(_abbreviations()).upper()
    return said if kind < 0.5 else "".join(chance.choice(_LETTERS) for _ in said)


def _name(chance: random.Random) -> str:
    given, surnames, both, words = _pools()
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(given)
    if kind < 0.5:
        return surnames[int(len(surnames) * 0.15 * chance.random() ** 2)]
    if kind < 0.6:
        return chance.choice(surnames)
    if kind < 0.92:
        return chance.choice(both if kind < 0.8 else words)
    first, last = chance.choice(given), chance.choice(surnames)  # a name that nobody has
    return (first[: max(2, len(first) // 2)] + last[len(last) // 2 :])[:12]


@cache
def _pools() -> tuple[list[str], list[str], list[str], list[str]]:
    """Given names, surnames (in the order of the alphabet), names that are words by hand, and by the lists."""
    both = sorted(lists.words("own_names") | lists.words("own_sure_names"))
    named = lists.given_names() | lists.common_surnames()
    words = sorted(word for word in named & lists.english() if len(word) > 2)
    surnames = resource("words/surnames.txt").read_text(encoding="ascii").split()
    return sorted(lists.words("first_names")), surnames, both, words


@cache
def _clinical() -> list[str]:
    return sorted(word for word in lists.clinical() if len(word) > 5)


@cache
def _abbreviations() -> list[str]:
    return sorted(word for word in lists.abbreviations() if len(word) in {2, 3} and word.isalpha())


@cache
def _own_cases() -> tuple[tuple[str, Sentence], ...]:
    files = [*sorted(HERE.glob("fresh_cases*.toml")), HERE / "net_cases.toml"]
    told = [text for file in files for text in tomllib.loads(file.read_text(encoding="utf-8")).values()]
    return tuple((case, _of_braces(case)) for text in told for case in text.split("\n") if case)


def _of_braces(case: str) -> Sentence:
    """What has to go names somebody, but for what has figures or a day in it: that is not asked."""
    text, planted, end = "", list[Planted](), 0
    for braces in _IN_BRACES.finditer(case):
        text += case[end : braces.start()]
        said, end = braces[1] or braces[2], braces.end()
        dated = any(map(str.isdigit, said)) or any(map(is_a_day_or_tongue, said.casefold().split()))
        planted.append(Planted(len(text), len(text) + len(said), What.DATE if dated else What.NAME, False))
        text += said
    return Sentence(text + case[end:], tuple(planted), ())
