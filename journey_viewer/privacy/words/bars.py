"""How sure the net has to be, by what a word could be besides a name: the dearer it is lost, the surer.

Logarithms of odds in hundredths: 0 is one to one, 140 is four to one, 300 twenty to one. Chosen on sets of sentences that
the net had not learned from, so that what is shown needlessly stays under what a reader would mind.
"""

from typing import NamedTuple

from journey_viewer.privacy.words.lists import also_clinical, common_surnames, group
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import (
    is_clinical,
    is_english,
    is_given,
    is_ordinary,
    may_be_a_name,
    spelling,
)


class Bar(NamedTuple):
    """From where a word that a rule doubted is replaced, one that no rule saw is replaced, and that is looked at."""

    agrees: int
    sure: int
    perhaps: int


_INITIALS = Bar(-200, 50, -110)
_SMALL_INITIALS = Bar(-280, 50, -60)
_SMALL_WORD = Bar(140, 400, 140)  # can, will, said
_CLINICAL = Bar(0, 60, -230)
_CLINICAL_NAME = Bar(40, 100, 20)
_SMALL_CLINICAL = Bar(80, 240, 100)
_NAME = Bar(-180, 60, -200)  # that is a word too: Hope
_SMALL_NAME = Bar(-80, 60, -130)  # hope
_STRANGE = Bar(140, 140, 100)
_SMALL_STRANGE = Bar(220, 450, 60)
_ORDINARY = Bar(-80, 150, -110)
_SMALL_ORDINARY = Bar(-130, 120, -60)  # lime, in lime grove
OFTEN_WRITTEN = 60  # a word that staff write often and that names nobody is looked at from here
AN_EPONYM = 250  # Reyes
_SAYS_NOTHING = ("function", "modal", "titles", "doctors")
_OFTEN = ("acts", "roles", "nameless", "place_kinds", "relatives")
_HARMLESS = -350  # an ordinary word that nobody has to look at
_SHORT = 3  # letters of initials at most


def bar_of(word: Word) -> Bar:
    low, small = spelling(word), word.loud or word.text == word.low
    named = is_given(low) or low in common_surnames()
    if may_be_initials(word):
        return _INITIALS if word.shouted else _SMALL_INITIALS
    if any(low in group(kind) for kind in _SAYS_NOTHING):
        return _SMALL_WORD
    if is_clinical(low) or low in also_clinical() or any(low in group(kind) for kind in _OFTEN):
        return _SMALL_CLINICAL if small else _CLINICAL_NAME if named else _CLINICAL
    if named:
        return _SMALL_NAME if small else _NAME
    if is_ordinary(word.low):
        return _SMALL_ORDINARY if small else _ORDINARY
    return _SMALL_STRANGE if small else _STRANGE


def may_be_initials(word: Word) -> bool:
    """Two or three capitals; without them, letters that are no English word: ajs."""
    if not 1 < len(word.text) <= _SHORT:
        return False
    return word.shouted or (word.text == word.low and not is_english(word.low))


def is_harmless(word: Word, odds: int) -> bool:
    """A clinical word, or an ordinary one in small letters that nobody is called: no initials, no word of no list.

    Of two or three letters only what everybody is called at work: GP.
    """
    if odds > _HARMLESS:
        return False
    if may_be_initials(word):
        return word.low in group("roles")
    return is_clinical(word.low) or (
        word.text == word.low and is_ordinary(word.low) and not may_be_a_name(spelling(word))
    )
