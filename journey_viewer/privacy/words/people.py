"""Names of people: by what stands before and after them, by the lists of names, and by the names beside them."""

from collections.abc import Callable, Iterator, Sequence

from journey_viewer.privacy.words.lists import frequent_surnames
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    FUNCTION,
    ROLES,
    SAYS,
    VERBS,
    is_clinical,
    is_english,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_only_a_name,
    is_ordinary,
    may_be_a_name,
    spelling,
)

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "messrs",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "revd",
        "reverend",
        "fr",
        "pastor",
        "rabbi",
        "imam",
        "cllr",
        "councillor",
    ]
)
_DOCTORS = frozenset(["dr", "drs", "doctor", "prof", "professor"])
_POSTS = frozenset(
    [
        "nurse",
        "sister",
        "matron",
        "midwife",
        "paramedic",
        "physio",
        "physiotherapist",
        "consultant",
        "registrar",
        "sho",
        "hca",
        "gp",
        "pharmacist",
        "psychiatrist",
        "psychologist",
        "counsellor",
        "cpn",
        "receptionist",
        "surgeon",
        "therapist",
        "dietitian",
        "dietician",
        "podiatrist",
        "anp",
        "acp",
        "ot",
        "optician",
        "dentist",
        "worker",
        "coordinator",
        "co-ordinator",
        "manager",
        "practitioner",
        "visitor",
        "secretary",
        "warden",
        "officer",
        "pc",
        "constable",
        "sgt",
        "sergeant",
        "dc",
        "inspector",
        "teacher",
        "headteacher",
        "head",
        "miss",
        "master",
        "link",
        "prescriber",
        "navigator",
        "clinician",
        "chaplain",
        "vicar",
        "cardiologist",
        "oncologist",
        "neurologist",
        "gynaecologist",
        "solicitor",
        "trainee",
        "student",
        "locum",
        "partner",
        "specialist",
        "assistant",
        "advocate",
        "interpreter",
        "landlord",
        "landlady",
        "boss",
        "employer",
        "paramedic",
        "crew",
        "doula",
        "osteopath",
        "chiropractor",
        "phlebotomist",
        "registrar",
        "f1",
        "f2",
        "fy1",
        "fy2",
    ]
)
_RELATIVES = frozenset(
    [
        "wife",
        "husband",
        "son",
        "sons",
        "daughter",
        "daughters",
        "mother",
        "father",
        "mum",
        "mums",
        "mom",
        "mummy",
        "dad",
        "dads",
        "daddy",
        "brother",
        "brothers",
        "sister",
        "sisters",
        "partner",
        "friend",
        "friends",
        "neighbour",
        "neighbours",
        "neighbor",
        "carer",
        "carers",
        "aunt",
        "auntie",
        "aunty",
        "uncle",
        "niece",
        "nephew",
        "grandson",
        "granddaughter",
        "grandmother",
        "grandfather",
        "grandma",
        "grandad",
        "granddad",
        "gran",
        "nan",
        "nana",
        "nanna",
        "grandpa",
        "grandparents",
        "grandchild",
        "grandchildren",
        "stepson",
        "stepdaughter",
        "stepmother",
        "stepfather",
        "stepmum",
        "stepdad",
        "cousin",
        "cousins",
        "fiance",
        "fiancee",
        "boyfriend",
        "girlfriend",
        "ex",
        "twin",
        "twins",
        "sibling",
        "siblings",
        "spouse",
        "baby",
        "child",
        "children",
        "kids",
        "nok",
        "kin",
        "guardian",
        "flatmate",
        "housemate",
        "roommate",
        "colleague",
        "lodger",
        "tenant",
        "caregiver",
        "pa",
        "niece",
        "godmother",
        "godfather",
        "godson",
        "goddaughter",
        "widow",
        "widower",
        "inlaw",
        "law",
        "babysitter",
        "childminder",
        "nanny",
        "dog",
        "cat",
        "pet",
        "puppy",
        "infant",
        "toddler",
        "boy",
        "girl",
        "lady",
        "gentleman",
        "resident",
        "client",
        "patient",
        "pt",
        "man",
        "woman",
        "male",
        "female",
        "person",
        "foster",
    ]
)
_SPOKEN_TO = frozenset(
    [
        "to",
        "with",
        "by",
        "from",
        "contacted",
        "rang",
        "phoned",
        "telephoned",
        "called",
        "named",
        "aka",
        "alias",
        "asked",
        "informed",
        "told",
        "advised",
        "visited",
        "met",
        "cc",
        "dear",
        "hi",
        "hello",
        "hiya",
        "regards",
        "thanks",
        "thank",
        "wishes",
        "signed",
        "name",
        "surname",
        "forename",
        "firstname",
        "alongside",
        "for",
        "saw",
        "see",
        "seeing",
        "contact",
        "ask",
        "ring",
        "phone",
        "call",
        "via",
        "per",
        "and",
        "or",
        "son's",
    ]
)
_ONLY_THEN = frozenset(
    [
        "to",
        "with",
        "by",
        "from",
        "for",
        "saw",
        "see",
        "via",
        "per",
        "and",
        "or",
        "ask",
        "ring",
        "phone",
        "call",
        "contact",
    ]
)  # weak ones
_SURELY = frozenset(
    [
        "spoke",
        "spoken",
        "speak",
        "speaking",
        "talked",
        "talking",
        "seen",
        "reviewed",
        "lives",
        "living",
        "visited",
        "accompanied",
        "met",
        "chatted",
    ]
)
_LINKS = frozenset(
    ["is", "named", "called", "name", "names", "known", "as", "aka", "also", "who", "was", "are", "were", "s"]
)
_PARTICLES = frozenset(
    [
        "van",
        "der",
        "de",
        "la",
        "von",
        "bin",
        "ibn",
        "binti",
        "al",
        "el",
        "da",
        "dos",
        "du",
        "le",
        "ter",
        "den",
        "di",
        "abu",
        "ul",
        "ur",
        "ap",
        "ab",
        "st",
        "mac",
        "mc",
        "o",
        "bint",
    ]
)
_EPONYM = frozenset(
    [
        "disease",
        "syndrome",
        "palsy",
        "sign",
        "score",
        "test",
        "criteria",
        "fracture",
        "contracture",
        "oesophagus",
        "ulcer",
        "lymphoma",
        "dementia",
        "chorea",
        "thyroiditis",
        "pouch",
        "catheter",
        "scale",
        "manoeuvre",
        "deformity",
        "hernia",
        "phenomenon's",
        "phenomenon",
        "index",
        "stain",
        "tumour",
        "reflex",
        "procedure",
        "operation",
        "line",
        "bodies",
        "body",
        "disorder",
        "anaemia",
        "nodes",
        "frame",
        "scan",
        "needle",
        "tube",
        "position",
        "swab",
        "cyst",
        "spots",
    ]
)


def find_people(words: Sequence[Word]) -> Iterator[Found]:
    marks: dict[int, Rule] = {}
    for place in range(len(words)):
        _after_title(words, place, marks)
    for place in range(len(words)):
        _after_relative(words, place, marks)
        _after_spoken_to(words, place, marks)
    for place, word in enumerate(words):
        if place not in marks and _by_itself(words, place, word):
            marks[place] = Rule.NAME
    _spread(words, marks)
    for place, rule in marks.items():
        yield Found(words[place].start, words[place].end, rule)


def _after_title(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Dr Khan, Mrs O'Brien, nurse Joy."""
    low = words[place].low
    doctor = low in _DOCTORS
    if not (doctor or low in _TITLES or low in _POSTS) or not _close(words[place]):
        return
    takes = _takes_after_title if doctor or low in _TITLES or low in {"miss", "master"} else _takes_after_post
    rule = Rule.CLINICIAN if doctor or low in ROLES else Rule.NAME
    _mark_run(words, place + 1, takes, rule, marks)


def _after_relative(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Daughter Karen, his son (Tom), mum's name is Rose."""
    if words[place].low not in _RELATIVES:
        return
    following, linked = place + 1, False
    while (
        following < len(words)
        and following < place + 5
        and words[following].low in _LINKS
        and not words[following].capital
    ):
        following, linked = following + 1, True
    before = words[following - 1].after
    if "." in before.strip() or ";" in before or "\n" in before:
        return
    takes = _takes_after_link if linked else _takes_after_relative
    _mark_run(words, following, takes, Rule.RELATIVE, marks)
    if (
        following + 1 < len(words)
        and is_given_and_a_word(words[following].low)
        and words[following + 1].low in SAYS - VERBS
    ):
        marks.setdefault(following, Rule.RELATIVE)


def _after_spoken_to(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Spoke to Karen, seen by Brown, name: Rose."""
    low = words[place].low
    if low not in _SPOKEN_TO or not (
        _close(words[place]) or words[place].after.strip() in {":", ",", "-", "="}
    ):
        return
    takes = _takes_after_relative
    if low in _ONLY_THEN:
        sure = place > 0 and words[place - 1].low in _SURELY
        takes = _takes_surely if sure else _takes_weakly
    _mark_run(words, place + 1, takes, Rule.NAME, marks)


def _mark_run(
    words: Sequence[Word], place: int, takes: Callable[[Word], bool], rule: Rule, marks: dict[int, Rule]
) -> None:
    """Marks the word at this place if it can be a name; what belongs to it is found by its neighbours."""
    if place < len(words) and len(words[place].text) > 1 and takes(words[place]):
        marks.setdefault(place, rule)
    elif place + 1 < len(words) and _is_initial(words[place]) and takes(words[place + 1]):
        marks.setdefault(place, rule)
        marks.setdefault(place + 1, rule)


def _takes_after_title(word: Word) -> bool:
    low = spelling(word)
    if low in FUNCTION or low in ROLES:
        return False
    if word.capital and not (word.shouted and is_clinical(low)):
        return True
    return not is_ordinary(word.low) or may_be_a_name(low)


def _takes_after_post(word: Word) -> bool:
    low = spelling(word)
    if low in FUNCTION or low in ROLES or (low in VERBS and not word.capital):
        return False
    if word.capital:
        return may_be_a_name(low) or not is_ordinary(word.low)
    return is_only_a_name(low) or is_given_and_a_word(low)


def _takes_after_relative(word: Word) -> bool:
    low = spelling(word)
    if low in FUNCTION or low in ROLES or low in _RELATIVES:
        return False
    if word.capital:
        return (
            not is_clinical(low) and (may_be_a_name(low) or not is_english(low))
        ) or is_on_the_lists_of_names(low)
    return is_only_a_name(low) or (is_given_and_a_word(low) and low not in VERBS)


def _takes_after_link(word: Word) -> bool:
    low = spelling(word)
    if low in FUNCTION or low in ROLES:
        return False
    if word.capital:
        return not is_clinical(low) or may_be_a_name(low)
    return is_only_a_name(low) or (is_given_and_a_word(low) and low not in VERBS)


def _takes_surely(word: Word) -> bool:
    return _takes_after_relative(word) or (is_given_and_a_word(word.low) and word.low not in FUNCTION)


def _takes_weakly(word: Word) -> bool:
    low = spelling(word)
    if low in FUNCTION or low in ROLES or not word.capital or word.shouted:
        return False
    return may_be_a_name(low) and not is_clinical(low)


def _by_itself(words: Sequence[Word], place: int, word: Word) -> bool:
    low = spelling(word)
    if len(low) < 2 or low in FUNCTION:
        return False
    if low in listed("eponyms"):
        return word.capital and is_on_the_lists_of_names(low) and not _is_eponym(words, place)
    if is_only_a_name(low):
        return not (word.shouted and len(low) < 4 and not word.loud)
    if not word.capital or (word.shouted and len(low) < 4):
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    acts = word.possessive or (following is not None and word.after == " " and following.low in SAYS)
    if is_ordinary(word.low):
        return _is_name_and_word(word, low, following, acts=acts)
    return acts or is_on_the_lists_of_names(low)


def _is_name_and_word(word: Word, low: str, following: Word | None, *, acts: bool) -> bool:
    if is_clinical(low) and not is_given_and_a_word(low):
        return False
    if not word.first:
        return is_given_and_a_word(low)
    if not is_given_and_a_word(low):
        return False
    full = following is not None and word.near and following.capital and may_be_a_name(spelling(following))
    return acts or full or (low not in VERBS and following is not None and following.low.endswith("ed"))


def _is_eponym(words: Sequence[Word], place: int) -> bool:
    """Parkinson's disease, Crohns: a condition that bears the name of who described it."""
    word = words[place]
    following = words[place + 1].low if place + 1 < len(words) else ""
    return word.possessive or following in _EPONYM or word.after.startswith("-")


def _spread(words: Sequence[Word], marks: dict[int, Rule]) -> None:
    """A name's neighbours belong to it: surnames that no list knows, initials, "van der"."""
    for place in sorted(marks):
        _spread_from(words, place, 1, marks)
    for place in sorted(marks, reverse=True):
        _spread_from(words, place, -1, marks)


def _spread_from(words: Sequence[Word], place: int, step: int, marks: dict[int, Rule]) -> None:
    rule, waiting = marks[place], []
    for _ in range(3):
        gap = words[place].after if step > 0 else words[place - 1].after if place else "\n"
        place += step
        if not 0 <= place < len(words) or not _joins(gap, words[place]):
            return
        word, low = words[place], words[place].low
        if place in marks:
            marks.update(dict.fromkeys(waiting, rule))
            return
        if (low in _PARTICLES and not word.shouted) or _is_initial(word):
            waiting.append(place)
            if _is_initial(word):
                marks.update(dict.fromkeys(waiting, rule))
            continue
        if not _is_a_neighbour(word, forward=step > 0):
            return
        marks.update(dict.fromkeys([*waiting, place], rule))
        waiting = []


def _joins(gap: str, word: Word) -> bool:
    """True where nothing but a space, a dash or an initial's point stands between two parts of a name."""
    bare = gap.strip()
    if "\n" in gap or len(gap) > 3:
        return False
    return (
        bare in {"", "-", "'"}
        or (bare == "." and len(gap) <= 2 and not word.first)
        or (bare == "." and len(word.text) == 1)
    )


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1 and word.capital and word.text not in "I"


def _is_a_neighbour(word: Word, *, forward: bool) -> bool:
    low = spelling(word)
    if low in FUNCTION or low in ROLES or low in _RELATIVES or low in _TITLES or low in _DOCTORS:
        return False
    if not word.capital:
        return is_only_a_name(low) or (forward and low in frequent_surnames() and low not in VERBS | SAYS)
    if word.shouted and is_clinical(low):
        return False
    if not forward and word.first and is_english(low) and not is_given_and_a_word(low):
        return False
    if is_ordinary(word.low):
        return is_on_the_lists_of_names(low) and (may_be_a_name(low) or forward)
    return True


def _close(word: Word) -> bool:
    return word.after.strip() in {"", "."} and 0 < len(word.after) < 4 and "\n" not in word.after
