from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from journey_viewer.model import wording
from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.casework import (
    Helps,
    Level,
    LevelReason,
    LifeNeed,
    MoneyNeed,
    NeedCategory,
    Stability,
)
from journey_viewer.model.notes import Basis, Tone, Voice

WORDS: tuple[tuple[type[StrEnum], Mapping[Any, str]], ...] = (
    (Tone, wording.TONES),
    (Basis, wording.BASES),
    (Basis, wording.BASIS_MEANINGS),
    (Voice, wording.VOICES),
    (NeedCategory, wording.NEEDS),
    (Stability, wording.STABILITIES),
    (Helps, wording.HELPS),
    (LifeNeed, wording.LIFE_NEEDS),
    (MoneyNeed, wording.MONEY_NEEDS),
    (Level, wording.LEVELS),
    (LevelReason, wording.LEVEL_REASONS),
    (ActionStatus, wording.STATUSES),
)


@pytest.mark.parametrize(("vocabulary", "words"), WORDS)
def test_everything_that_can_be_chosen_has_words_of_its_own(
    vocabulary: type[StrEnum], words: Mapping[Any, str]
) -> None:
    assert set(words) == set(vocabulary)
    assert len(set(words.values())) == len(words)
    assert all(text and text == text.strip() for text in words.values())


def test_every_rating_has_its_anchor() -> None:
    assert list(wording.COPING) == [1, 2, 3, 4, 5]


def test_the_lowest_level_comes_first() -> None:
    assert list(wording.LEVELS) == list(Level)
