"""What is being recorded in the room, as one frozen value: one question after another, each with its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Self

MOST_CHOICES = 9


class Ask(Enum):
    """A question to the room."""

    LEVEL = auto()
    WHY = auto()
    TABLE = auto()
    IDEA = auto()
    WHAT = auto()
    LEADS = auto()
    DUE = auto()
    PATTERN = auto()
    WHOSE = auto()


ASKED: Mapping[Ask, tuple[Ask, ...]] = MappingProxyType(
    {
        Ask.LEVEL: (Ask.LEVEL, Ask.WHY),
        Ask.TABLE: (Ask.TABLE,),
        Ask.IDEA: (Ask.IDEA,),
        Ask.WHAT: (Ask.WHAT, Ask.LEADS, Ask.DUE, Ask.PATTERN, Ask.WHOSE),
    }
)
"""What is asked one after another, by the first question."""
PROMPTS: Mapping[Ask, str] = MappingProxyType(
    {
        Ask.LEVEL: "Who can solve this? The lowest that can",
        Ask.WHY: "Why that level?",
        Ask.TABLE: "Who else needs to be at the table?",
        Ask.IDEA: "An idea",
        Ask.WHAT: "What will be done?",
        Ask.LEADS: "Who leads?",
        Ask.DUE: "By when?",
        Ask.PATTERN: "Which pattern does it answer?",
        Ask.WHOSE: "For which case?",
    }
)
ONLY_CHOSEN = frozenset({Ask.LEVEL, Ask.PATTERN, Ask.WHOSE})
"""These are answered by one of the choices, and by no words of one's own."""
_NEEDED = frozenset({Ask.LEVEL, Ask.TABLE, Ask.IDEA, Ask.WHAT})
"""Without an answer to these nothing is recorded."""


@dataclass(frozen=True)
class Answer:
    """``place`` of the choice that it is, None for words of one's own."""

    text: str = field(default="", repr=False)
    place: int | None = None


@dataclass(frozen=True)
class Entry:
    """``asks``: this question and those after it. ``choices``: what can be chosen; ``chosen``: which of those seen.

    ``person``: whose case it is about, a place among the people.
    """

    person: int
    asks: tuple[Ask, ...]
    choices: tuple[str, ...] = field(default=(), repr=False)
    typed: str = field(default="", repr=False)
    chosen: int | None = None
    answers: Mapping[Ask, Answer] = field(default_factory=dict, repr=False)
    trouble: str = ""

    @property
    def ask(self) -> Ask:
        return self.asks[0]

    @property
    def seen(self) -> tuple[int, ...]:
        """The places of the choices that hold what was typed, at most nine."""
        typed = self.typed.strip().casefold()
        places = [place for place, text in enumerate(self.choices) if typed in text.casefold()]
        return tuple(places[:MOST_CHOICES])

    @property
    def answer(self) -> Answer:
        """The answer as it stands: what is chosen, or else what was typed; empty where that is neither."""
        seen, typed = self.seen, " ".join(self.typed.split())
        if self.chosen is not None and self.chosen < len(seen):
            return Answer(self.choices[seen[self.chosen]], seen[self.chosen])
        same = [place for place in seen if self.choices[place].casefold() == typed.casefold()]
        if same:
            return Answer(self.choices[same[0]], same[0])
        if self.ask in ONLY_CHOSEN:
            return Answer(self.choices[seen[0]], seen[0]) if typed and seen else Answer()
        return Answer(typed)

    @property
    def has_numbers(self) -> bool:
        """Whether a choice is chosen by its number: not where a number begins an answer of one's own."""
        return self.ask is not Ask.DUE

    @property
    def is_numbered(self) -> bool:
        """Whether a figure now chooses one."""
        return self.has_numbers and not self.typed and bool(self.seen)

    @property
    def is_needed(self) -> bool:
        """Whether there is nothing to record without an answer."""
        return self.ask in _NEEDED

    def type(self, text: str) -> Self:
        return self if text == self.typed else replace(self, typed=text, chosen=None, trouble="")

    def move(self, step: int) -> Self:
        """The next choice, or the one before."""
        if not self.seen:
            return self
        here = self.chosen if self.chosen is not None else (-1 if step > 0 else len(self.seen))
        return replace(self, chosen=min(max(here + step, 0), len(self.seen) - 1), trouble="")

    def pick(self, number: int) -> Self | None:
        """The choice with this number, from 1; None where there is none."""
        return replace(self, chosen=number - 1) if 1 <= number <= len(self.seen) else None

    def answered(self) -> Self:
        """The answer kept, at the next question; the last one leaves no ``asks``."""
        answers = {**self.answers, self.ask: self.answer} if self.answer.text else self.answers
        return type(self)(self.person, self.asks[1:], answers=answers)

    def asked(self, choices: tuple[str, ...], chosen: int | None = None) -> Self:
        """The same question with what can be chosen."""
        return replace(self, choices=choices, chosen=chosen)
