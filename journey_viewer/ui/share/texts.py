"""Every text that was written for sharing, with where it stands, and in pieces as the scrubber reads it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.privacy.words.pieces import Piece, Rule
from journey_viewer.session import Session

TITLE = "Title of the first slide"
FOR_THE_NETWORK = f"{ALL_CASES} · What the network could do"


@dataclass(frozen=True)
class Written:
    """``where`` it stands; ``person`` is a place among the people, None where it is about all cases."""

    where: str
    person: int | None
    text: str = field(repr=False)


@dataclass(frozen=True)
class Checked:
    """A text in pieces."""

    written: Written
    pieces: tuple[Piece, ...] = field(repr=False)

    def veiled(self, veil: Callable[[str], str]) -> "Checked":
        """The same with names blotted out of what is taken out anyway; words to be ticked stay as they are."""
        asked = (Rule.KEPT, Rule.UNKNOWN)
        pieces = tuple(p if p.rule in asked else replace(p, text=veil(p.text)) for p in self.pieces)
        text = "".join(piece.text for piece in pieces)
        return Checked(replace(self.written, text=text), pieces)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that nobody knows, each once, as they stand."""
        words = {piece.text.casefold(): piece.text for piece in self.pieces if piece.rule is Rule.UNKNOWN}
        return tuple(words.values())

    @property
    def says_something(self) -> bool:
        """Whether anything of it was taken out or has to be looked at; the title goes out as it was typed."""
        return self.written.where != TITLE and any(piece.rule is not Rule.KEPT for piece in self.pieces)

    def unticked(self, kept: Collection[str]) -> tuple[str, ...]:
        """The unknown words that nobody let go out."""
        return tuple(word for word in self.unknown if word.casefold() not in kept)


def texts_for_sharing(session: Session) -> tuple[Written, ...]:
    """Of all cases that are ticked, in the order in which they leave; each text of a case once."""
    told = (one for one in _texts(session) if one.text.strip())
    return tuple(dict.fromkeys(told))


def _texts(session: Session) -> Iterator[Written]:
    document = session.document
    yield Written(TITLE, None, document.pack_title)
    for person in session.shared_people:
        label = session.label(person)
        choices = document.sharing_of(person)
        yield Written(f"{label} · Headline", person, choices.headline)
        yield Written(f"{label} · About the person", person, choices.about)
        for line in choices.different:
            yield Written(f"{label} · What could be different", person, line)
        for note in document.shared_of(person).notes:
            yield Written(f"{label} · Note", person, note.text)
        yield from _actions(session, person, label)
        if session.view.reasons:
            for reason in _reasons(session, person):
                yield Written(f"{label} · Reason on the lists", person, reason)
    yield from _actions(session, None, ALL_CASES)
    for idea in document.ideas.values():
        yield Written(FOR_THE_NETWORK, None, idea)


def _actions(session: Session, person: int | None, label: str) -> Iterator[Written]:
    document = session.document
    actions = (
        [action for action in document.actions if action.person is None]
        if person is None
        else document.actions_of(person)
    )
    for action in actions:
        for text in (action.what, action.lead, action.sponsor, action.delivers):
            yield Written(f"{label} · Action", person, text)


def _reasons(session: Session, person: int) -> Iterator[str]:
    reasons = session.shared_case(person).touchpoints.reason
    yield from dict.fromkeys(reasons.words[code] for code in reasons.codes.tolist())


def kept_for(session: Session, person: int | None) -> frozenset[str]:
    """The words that were let go out: of a case, or where it is about all of them of any."""
    document = session.document
    if person is not None:
        return document.sharing_of(person).kept_words
    return frozenset().union(*(document.sharing_of(who).kept_words for who in session.shared_people))
