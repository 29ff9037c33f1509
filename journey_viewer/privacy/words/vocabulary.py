"""What a word could be: ordinary, clinical, a name for certain, a name and a word at once."""

import re
from functools import cache

from journey_viewer.privacy.words.lists import clinical, common_surnames, english, given_names, group, words
from journey_viewer.privacy.words.text import Word

_KINDS = ("function", "roles", "relatives", "nameless", "titles", "posts", "more_often_words")
_LONG = 8  # letters of a word that its ending tells
_BUILT = re.compile(
    r"(?:itis|aemia|aemic|uria|ectomy|ostomy|otomy|plasty|scopy|scopic|graphy|opathy|opathic|ology|ologist|ological|algia|paresis"
    r"|plegia|plegic|phagia|phasia|phasic|pnoea|pnoeic|rrhoea|rrhagia|sclerosis|stenosis|trophy|trophic|megaly|penia|penic|cytosis"
    r"|osis|micillin|mycin|cillin|prazole|statin|sartan|dipine|gliptin|gliflozin|glutide|tinib|azepam|conazole|oxacin|cycline"
    r"|triptan|parin|xaban|setron|lukast|thiazide|fibrate|dronate|oxetine|traline|triptyline|idone|apine|profen|uximab|olimumab"
    r"|lizumab|lumab)s?$"
)
_RARE = 6  # letters of a surname that few bear: shorter ones are misspelt words as often
_LISTS = ("clinical_english", "english_capital", "own_english", "eponyms")


def spelling(word: Word) -> str:
    """As the lists spell it: no apostrophe inside, no strokes through letters."""
    return word.spelt


@cache
def is_clinical(low: str) -> bool:
    """On the clinical lists, the plural of such a word, or built as only such words are."""
    if low in clinical() or (low.endswith("s") and low[:-1] in clinical()):
        return True
    return len(low) >= _LONG and _BUILT.search(low) is not None and not is_on_the_lists_of_names(low)


@cache
def is_english(low: str) -> bool:
    return low in english() or (low in words("english_capital") and low not in given_names())


@cache
def is_ordinary(low: str) -> bool:
    """In the ordinary English or the clinical list, contractions and possessives with their first part."""
    head, apostrophe, tail = low.partition("'")
    if apostrophe:
        if is_english(head + tail):
            return True  # won't
        return tail in group("short_forms") and is_ordinary(head.removesuffix("n") if tail == "t" else head)
    return len(low) == 1 or is_english(low) or is_clinical(low)


@cache
def is_a_day_or_tongue(low: str) -> bool:
    """Monday, Easter, Polish: with a capital always, and nobody's name unless it stands as one."""
    return low in group("calendar") or low in group("tongues")


@cache
def may_be_a_name(low: str) -> bool:
    """A given name or a surname that many bear, though it may be a word too."""
    return (
        is_given_and_a_word(low) or low in common_surnames() or (low in given_names() and not is_english(low))
    )


@cache
def is_only_a_name(low: str) -> bool:
    """On the lists of names and no word besides: a name with or without a capital."""
    if low in words("own_sure_names"):
        return True
    if is_ordinary(low) or low in words("eponyms") or len(low) < 3:
        return False
    return (
        low in given_names() or low in common_surnames() or (len(low) >= _RARE and low in words("surnames"))
    )


@cache
def is_on_the_lists_of_names(low: str) -> bool:
    return low in given_names() or low in words("surnames")


@cache
def is_given(low: str) -> bool:
    return low in given_names()


@cache
def is_given_and_a_word(low: str) -> bool:
    """Such as Mark, Rose, Will."""
    return low in words("own_names") or low in words("own_sure_names")


@cache
def has_its_place(low: str) -> bool:
    """True for words that often have a capital or begin a sentence, and name nobody then."""
    return (
        is_clinical(low)
        or any(low in group(kind) for kind in _KINDS)
        or any(low in words(one) for one in _LISTS)
    )
