"""Everything that can be written for sharing, about everybody on planted lists, with what identifies in every part of it."""

import random
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from invented_world import Somebody
from planted import Pen, Planted, adult
from searching import Hit

from journey_viewer.commands.argument_kinds import FORMATS
from journey_viewer.commands.sources import read_sources, walk
from journey_viewer.model.actions import Action
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import ForSharing
from journey_viewer.privacy.words.lists import words
from journey_viewer.privacy.words.vocabulary import is_ordinary
from journey_viewer.session import Session, opened, with_document
from journey_viewer.work.guard import guard_of
from journey_viewer.work.pack_files import Wanted
from journey_viewer.work.share_pack import share_pack

_TODAY = date(2026, 1, 15)
_BY_CHANCE = 2  # letters


def written_about(sources: Sequence[Path], people: int, seed: int = 6) -> tuple[Session, Planted]:
    """Everybody chosen and written about, and what identifies in it; the lists were made of the same seed."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    pen = Pen(chance, [])
    somebody = {one.nhs_number.replace(" ", ""): one for one in (adult(chance) for _ in range(people))}
    session = opened(read_sources(sources), _TODAY)
    document = replace(session.document, chosen=session.document.order)
    for place in document.order:
        one = somebody[session.imported.people[place].nhs_number]
        document = replace(
            document,
            sharing={**document.sharing, place: _for_sharing(pen, one)},
            notes=(*document.notes, *_notes(pen, one, place, len(document.notes))),
            actions=(*document.actions, *_actions(pen, one, place, len(document.actions))),
        )
    return with_document(session, document), pen.written


def _for_sharing(pen: Pen, one: Somebody) -> ForSharing:
    about, headline, *different, reason = (pen.sentence(one) for _ in range(5))
    return ForSharing(about=about, headline=headline, different=tuple(different), reason=reason)


def _notes(pen: Pen, one: Somebody, place: int, there: int) -> list[Note]:
    return [Note(there + number, place, pen.sentence(one), shared=True) for number in (1, 2)]


def _actions(pen: Pen, one: Somebody, place: int, there: int) -> list[Action]:
    """About the person by name; and about all cases."""
    people = pen.put("clin_full", one), pen.put("rel_full", one), pen.put("hospital", one)
    sentences = [pen.sentence(one) for _ in range(2)]
    return [
        Action(there + 1, place, pen.sentence(one), *people),
        Action(there + 2, None, sentences[0], "", "", sentences[1]),
    ]


def share_written(session: Session, folder: Path, formats: Collection[str] = FORMATS) -> None:
    """The pack of everybody, with the reasons on the lists too."""
    people, window = session.shared_people, session.document.window
    if window is None:
        raise ValueError("the lists hold nobody")
    told = session.to_share(people, reasons=True)
    guard = guard_of(told, people, session.imported, window, session.lists)
    walk(share_pack(told, folder, Wanted(frozenset(formats)), guard, _TODAY))


def is_by_chance(hit: Hit) -> bool:
    """Two letters, in a PDF's own signs or in a picture; a name that is an ordinary word or a disease too: bell, Paget."""
    return is_of_signs(hit) or is_ordinary(hit.identifier) or hit.identifier in words("eponyms")


def is_of_signs(hit: Hit) -> bool:
    """Two letters that a PDF's own signs make where they are read by another font's table, or that a picture does."""
    return len(hit.identifier) <= _BY_CHANCE and hit.where.endswith((".pdf", ".png"))
