"""What is being recorded in the room, as one frozen value: one question after another, each with its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from journey_viewer.ui.meeting_desk.questions import (
    NEEDED,
    NO_NUMBERS,
    ONLY_CHOSEN,
    OPTIONAL,
    TAKING_UP,
    Ask,
)

MOST_CHOICES = 9


@dataclass(frozen=True)
class Answer:
    """``place`` of the choice that it is, None for words of one's own."""

    text: str = field(default="", repr=False)
    place: int | None = None


@dataclass(frozen=True)
class Entry:
    """``asks``: all questions, of which the one at ``at`` is asked now.

    ``choices``: what can be chosen; ``chosen``: which of those seen. ``person``: whose case it is about, a place
    among the people, None for all cases. ``patterns``: the ids behind the choices of a pattern. ``action``: the
    number of the one that is taken up again, None for a new one.
    """

    person: int | None
    asks: tuple[Ask, ...]
    choices: tuple[str, ...] = field(default=(), repr=False)
    typed: str = field(default="", repr=False)
    chosen: int | None = None
    answers: Mapping[Ask, Answer] = field(default_factory=dict, repr=False)
    trouble: str = ""
    at: int = 0
    patterns: tuple[str, ...] = ()
    action: int | None = None

    @property
    def ask(self) -> Ask:
        return self.asks[self.at]

    @property
    def is_over(self) -> bool:
        """Whether everything was asked."""
        return self.at >= len(self.asks)

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to be asked here: whether a partner is invited whom nobody named."""
        return not self.is_over and self.ask is Ask.INVITED and Ask.PARTNER not in self.answers

    @property
    def is_enough(self) -> bool:
        """Whether what was answered stands by itself, whatever is answered from here on."""
        first = sum(ask in TAKING_UP for ask in self.asks)
        return self.at > first and OPTIONAL.issuperset(self.asks[self.at :])

    @property
    def left(self) -> tuple[Ask, ...]:
        """The questions after this one."""
        named = Ask.PARTNER in self.answers
        return tuple(ask for ask in self.asks[self.at + 1 :] if named or ask is not Ask.INVITED)

    @property
    def pattern(self) -> str:
        """The id of the pattern that was answered, "" where none was."""
        place = self.said(Ask.PATTERN).place
        return "" if place is None or place >= len(self.patterns) else self.patterns[place]

    def said(self, ask: Ask) -> Answer:
        """What was answered, empty where nothing was."""
        return self.answers.get(ask, Answer())

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
        """Whether a choice is chosen by its number: not where a number may begin an answer of one's own."""
        return self.ask not in NO_NUMBERS

    @property
    def is_numbered(self) -> bool:
        """Whether a figure now chooses one."""
        return self.has_numbers and not self.typed and bool(self.seen)

    @property
    def is_needed(self) -> bool:
        """Whether there is nothing to record without an answer."""
        return self.ask in NEEDED

    @property
    def takes_up(self) -> bool:
        """Whether it is asked what is to be changed, so that there is nothing to record yet."""
        return self.ask in TAKING_UP

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

    def kept(self) -> Self:
        """With the answer as it stands among the answers; a partner who is another one is not known to be invited."""
        told, answers = self.answer, dict(self.answers)
        if self.ask is Ask.PARTNER and told.text.casefold() != self.said(self.ask).text.casefold():
            answers.pop(Ask.INVITED, None)
        answers.pop(self.ask, None)
        if told.text:
            answers[self.ask] = told
        return replace(self, answers=answers)

    def answered(self) -> Self:
        """The answer kept, at the next question; after the last one it is over."""
        return self.kept().turned(1)

    def turned(self, step: int) -> Self:
        """At another question, of which it is not known yet what can be chosen."""
        return replace(self, at=self.at + step, choices=(), typed="", chosen=None, trouble="")

    def asked(self, choices: tuple[str, ...], chosen: int | None = None) -> Self:
        """The same question with what can be chosen; what was answered before stands there again."""
        known = self.said(self.ask).text
        if not known:
            return replace(self, choices=choices, chosen=chosen)
        if known in choices[:MOST_CHOICES]:
            return replace(self, choices=choices, chosen=choices.index(known))
        return replace(self, choices=choices, typed=known)
