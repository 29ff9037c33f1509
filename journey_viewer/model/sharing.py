"""How a person's case is shared: what is told more coarsely or left out, and what was written for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journey_viewer.model.actions import Action
from journey_viewer.model.case import Case
from journey_viewer.model.findings import Said
from journey_viewer.model.notes import Note
from journey_viewer.model.words import Family


@dataclass(frozen=True)
class ForSharing:
    """What was chosen and written for sharing one person's case.

    ``quarters``: time is told in three months together. ``folded``: families of services told as one.
    ``dropped``: lasting numbers of contacts left out. ``five_years``: age in bands of five years.
    ``about``: a line about the person. ``different``: what could be different. ``headline``: the
    slide's title in place of the counts. ``kept_words``: words that were looked at and may leave, lower
    case. ``reason``: why the case is exported although few people look the same.
    """

    quarters: bool = False
    folded: frozenset[Family] = frozenset()
    dropped: frozenset[int] = frozenset()
    five_years: bool = False
    about: str = field(default="", repr=False)
    different: tuple[str, ...] = field(default=(), repr=False)
    headline: str = field(default="", repr=False)
    kept_words: frozenset[str] = field(default=frozenset(), repr=False)
    reason: str = field(default="", repr=False)


AS_USUAL = ForSharing()


@dataclass(frozen=True)
class Shared:
    """What goes out of one case besides its journey: the choices, the notes ticked for sharing, and whether reasons do.

    ``said``: of findings, by the text of their keys. ``thresholds``: of patterns, those that somebody changed.
    ``withheld``: how many of the person's contacts are not in the case because they are marked as sensitive.
    """

    choices: ForSharing = AS_USUAL
    notes: Sequence[Note] = ()
    reasons: bool = False
    said: Mapping[str, Said] = field(default_factory=dict, repr=False)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    withheld: int = 0


JOURNEY_ALONE = Shared()

ALL_CASES = "All cases"


@dataclass(frozen=True, eq=False, repr=False)
class ToShare:
    """Identifiable: all that was chosen for a pack, on its way to ``privacy``.

    ``actions``: each with the label of the case it is about, one of ``cases``, or "All cases".
    ``title``: what was typed for the first slide; ``title_agreed``: somebody said that what it holds of
    names on the lists is a practice, a network or an ordinary word. ``thresholds``: of patterns, those
    that somebody changed. ``ideas``: what the network could do, by pattern.
    """

    cases: tuple[tuple[Case, Shared], ...]
    actions: tuple[tuple[str, Action], ...] = ()
    title: str = ""
    title_agreed: bool = False
    thresholds: Mapping[str, float] = field(default_factory=dict)
    ideas: Mapping[str, str] = field(default_factory=dict)

    @property
    def kept(self) -> dict[str, frozenset[str]]:
        """By label, the words that were looked at and may leave; about all cases those of any."""
        kept = {case.label: shared.choices.kept_words for case, shared in self.cases}
        return {**kept, ALL_CASES: frozenset().union(*kept.values())}
