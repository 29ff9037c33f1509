"""Makes the lists in resources/words from published packages; run by hand, never by the program or a test.

    python make_lists.py FOLDER

FOLDER holds, unpacked: scowl and wordnet-base (Debian's packages, 2020.12.07 and 3.0), and from PyPI names 0.3.0,
Faker 40.63.0, simple-icd-10-cm 1.5.0 and drug-named-entity-recognition 2.0.9. What each list holds and under which
licence stands in resources/words/LICENCES.txt. The lists whose names begin with own_ were written by hand.
"""

import ast
import bz2
import pickle
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # the classification that its own package ships

COMMON_LEVELS = (10, 20, 35)
MIDDLE_LEVELS = (40, 50)
RARE_LEVELS = (55, 60, 70)
COMMON_SURNAMES = 12_000
TARGET = Path(__file__).parents[3] / "resources" / "words"
_WORD = re.compile(r"[a-z]{2,}")
_WORDS_ALL_THE_SAME = frozenset(  # though they are on a list of names
    [
        "amine",
        "ana",
        "anis",
        "berlin",
        "ching",
        "danish",
        "dong",
        "dor",
        "dow",
        "els",
        "fella",
        "german",
        "ja",
        "lac",
        "lar",
        "lis",
        "mac",
        "nae",
        "om",
        "ora",
        "ta",
        "telly",
        "til",
        "tod",
        "uni",
        "versa",
        "vide",
        "vita",
        "york",
        "au",
        "citra",
        "cuman",
        "del",
        "ferri",
        "ferro",
        "flovent",
        "loa",
        "lor",
        "mal",
        "pilon",
        "spina",
        "suber",
        "tri",
        "zona",
        "ani",
    ]
)
_BRITISH = (
    ("hemo", "haemo"),
    ("hemat", "haemat"),
    ("hemi", "haemi"),
    ("emia", "aemia"),
    ("emic", "aemic"),
    ("edema", "oedema"),
    ("esophag", "oesophag"),
    ("estro", "oestro"),
    ("pediatr", "paediatr"),
    ("orthoped", "orthopaed"),
    ("gynec", "gynaec"),
    ("rrhea", "rrhoea"),
    ("pnea", "pnoea"),
    ("celiac", "coeliac"),
    ("cecum", "caecum"),
    ("fetal", "foetal"),
    ("anesth", "anaesth"),
    ("fecal", "faecal"),
    ("tumor", "tumour"),
    ("fiber", "fibre"),
    ("iz", "is"),
)


def scowl(folder: Path, levels: Iterable[int]) -> set[str]:
    """Lower-case words of the English, British and American lists up to a level, without apostrophes."""
    words: set[str] = set()
    for level in levels:
        for kind in ("english", "british", "british_variant_1", "american"):
            path = folder / "usr/share/dict/scowl" / f"{kind}-words.{level}"
            if path.exists():
                words.update(plain(path.read_text(encoding="iso-8859-1")).split())
    return {word for word in words if _WORD.fullmatch(word)}


def capitals(folder: Path) -> set[str]:
    """Months, weekdays, peoples, languages, faiths: words that English writes with a capital."""
    words: set[str] = set()
    for name in ("english-upper.10", "english-upper.35", "english-upper.40", "british-upper.35"):
        words.update(
            plain((folder / "usr/share/dict/scowl" / name).read_text(encoding="iso-8859-1"))
            .casefold()
            .split()
        )
    return {word for word in words if _WORD.fullmatch(word)}


def wordnet(folder: Path) -> set[str]:
    """Lower-case words of WordNet's nouns of the body, of states (diseases) and of substances."""
    words: set[str] = set()
    for line in (folder / "usr/share/wordnet/data.noun").read_text(encoding="utf-8").splitlines():
        parts = line.split(" ")
        if len(parts) > 4 and parts[1] in {"08", "26", "27"}:
            for place in range(int(parts[3], 16)):
                words.update(part for part in re.split(r"[_-]", parts[4 + 2 * place]) if part.islower())
    return {word for word in words if _WORD.fullmatch(word)}


def classification(folder: Path) -> tuple[set[str], set[str]]:
    """Words of ICD-10-CM: those written small, and those only ever written with a capital inside a title."""
    path = next(folder.glob("simple_icd_10_cm/data/icd10c-tabular*.xml"))
    small: set[str] = set()
    large: set[str] = set()
    for element in ElementTree.parse(path).iter():  # noqa: S314  shipped by its own package, read by hand
        text = plain(element.text or "")
        words = re.findall(r"[A-Za-z]+", text)
        small.update(word for word in words if word.islower())
        if not re.match(r"[A-Z][a-z]+'s", text):
            small.update(word.casefold() for word in words[:1] if word.istitle() and len(word) > 3)
        large.update(word.casefold() for word in words[:1] if re.match(r"[A-Z][a-z]+'s", text))
        large.update(word.casefold() for word in words[1:] if word.istitle())
    return small, {word for word in large - small if len(word) > 3}


class _PlainPickle(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")


def medicines(folder: Path) -> set[str]:
    """Names of medicines known to DrugBank's open vocabulary, MeSH or MedlinePlus."""
    with bz2.open(folder / "drug_named_entity_recognition/drug_ner_dictionary.pkl.bz2") as file:
        content = _PlainPickle(file).load()
    known = content["drug_canonical_to_data"]
    words: set[str] = set()
    for spelling, names in content["drug_variant_to_canonical"].items():
        if any({"drugbank_id", "mesh_id", "medline_plus_id"} & set(known.get(name, ())) for name in names):
            words.update(re.split(r"[^a-z]+", plain(spelling).casefold()) if spelling.isascii() else ())
    return {word for word in words if 5 <= len(word) <= 18}


def census(folder: Path, *names: str) -> list[str]:
    """Names of the United States census of 1990, most frequent first."""
    lists = next(folder.glob("names-*/names"))
    return [
        line.split()[0].casefold()
        for name in names
        for line in (lists / name).read_text(encoding="ascii").splitlines()
        if line.strip()
    ]


def invented(folder: Path, field: str) -> set[str]:
    """What Faker's classes of people hold in fields that are named like this, in Latin letters."""
    words: set[str] = set()
    for path in folder.glob("faker/providers/person/*/__init__.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and any(
                field in getattr(name, "id", "") for name in node.targets
            ):
                words.update(_strings(node.value))
    return {word for word in words if re.fullmatch(r"[a-z]{2,16}", word)}


def _strings(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and "{" not in inner.value:
            yield from re.split(r"[\s'’-]+", plain(inner.value).casefold())


def plain(text: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def british(words: set[str]) -> set[str]:
    """The words, and how they would be spelt in Britain."""
    more = set(words)
    for american, spelling in _BRITISH:
        more.update(word.replace(american, spelling) for word in list(more) if american in word)
    return more


def write(name: str, words: Iterable[str]) -> None:
    text = "\n".join(words) + "\n"
    (TARGET / name).write_text(text, encoding="ascii", newline="\n")
    print(f"{name}: {text.count(chr(10)):,} words, {len(text):,} bytes")


def main(folder: Path) -> None:
    common, rare = scowl(folder, COMMON_LEVELS), scowl(folder, RARE_LEVELS)
    middle = scowl(folder, MIDDLE_LEVELS) - common
    small, large = classification(folder)
    small_only = {word for word in small if len(word) > 3}
    clinical = british(small | wordnet(folder)) | medicines(folder)
    first = {*census(folder, "dist.female.first", "dist.male.first"), *invented(folder, "first_name")}
    surnames = dict.fromkeys([*census(folder, "dist.all.last"), *sorted(invented(folder, "last_name"))])
    names = (first | set(list(surnames)[:COMMON_SURNAMES])) - _WORDS_ALL_THE_SAME
    rare = {word for word in rare - names if len(word) > 2}
    english = common | middle | rare
    eponyms = {word for word in large | (small & names) if word not in english | capitals(folder)}
    clinical -= names
    write("english.txt", sorted(common))
    write("english_middle.txt", sorted(middle))
    write("english_rare.txt", sorted(rare - common - middle))
    write("english_capital.txt", sorted(capitals(folder) - english))
    write(
        "clinical.txt", sorted(w for w in clinical - english - eponyms if _WORD.fullmatch(w) and len(w) > 2)
    )
    write(
        "clinical_english.txt",
        sorted(((small_only & english) | (wordnet(folder) & (common | middle))) - names),
    )
    write("eponyms.txt", sorted(eponyms))
    write("first_names.txt", sorted(word for word in first if len(word) > 1))
    write("surnames.txt", (word for word in surnames if _WORD.fullmatch(word)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
