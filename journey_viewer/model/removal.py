"""Somebody is taken out for good: what the lists say of them, and what was written about them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.barred import bar
from journey_viewer.model.blotting import Blot, blot_of, blotted, texts_in
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits
from journey_viewer.model.findings import FindingKey, Said
from journey_viewer.model.imported import Imported, Problem, Source
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.people import Person, name_parts, without_names


def _always(_word: str) -> bool:
    return True


def take_out(
    lists: Imported, document: Document, person: int, stays: Callable[[str], bool] = _always
) -> tuple[Imported, Document]:
    """Both without this person and every record that was joined to theirs; no file is called after them.

    Their places stay and hold nobody, so that everybody else keeps theirs. Marks in place of their
    names and numbers keep a newer list from bringing them back. In what was written about others their
    names and numbers are blotted out, reasons in the lists too: once nobody is called so, nothing would know
    them for names.
    ``stays``: whether a part of a name may stay where it stands alone, as ordinary words may.
    """
    left, written, blot = _without(lists, document, person, stays)
    t = left.touchpoints
    told = replace(t, reason=t.reason.changed(blot), named=t.named.changed(blot), mode=t.mode.changed(blot))
    return replace(left, touchpoints=told), blotted(written, blot)


def texts_naming(lists: Imported, document: Document, person: int, stays: Callable[[str], bool]) -> int:
    """In how many texts that stay something is blotted out when this person is taken out."""
    left, written, blot = _without(lists, document, person, stays)
    t = left.touchpoints
    listed = (*t.reason.words, *t.named.words, *t.mode.words)
    return sum(blot(text) != text for text in (*texts_in(written), *listed))


def _without(
    lists: Imported, document: Document, person: int, stays: Callable[[str], bool]
) -> tuple[Imported, Document, Blot]:
    theirs = frozenset({person, *document.edits.records_joined_to(person)})
    of_theirs = np.isin(document.edits.persons(lists.touchpoints), list(theirs))
    left = _lists_without(lists, theirs, of_theirs)
    blot = blot_of((lists.people[place] for place in sorted(theirs)), left.name_parts, stays)
    return left, _document_without(lists, document, theirs, of_theirs), blot


def _lists_without(lists: Imported, theirs: frozenset[int], of_theirs: NDArray[np.bool_]) -> Imported:
    people = tuple(Person() if place in theirs else who for place, who in enumerate(lists.people))
    called = _called([lists.people[place] for place in theirs], lists)
    offers = (tuple(place for place in offer if place not in theirs) for offer in lists.offers)
    return replace(
        lists,
        people=people,
        touchpoints=lists.touchpoints.take(~of_theirs).without_unused_words(),
        sources=tuple(replace(one, file=called[one.file], sheet=called[one.sheet]) for one in lists.sources),
        problems=tuple(
            replace(one, file=called[one.file], sheet=called[one.sheet]) for one in lists.problems
        ),
        asked=tuple(replace(one, file=called[one.file]) for one in lists.asked),
        offers=tuple(offer for offer in offers if len(offer) > 1),
        vanished=tuple(one for one in lists.vanished if one.person not in theirs),
    )


def _called(people: Sequence[Person], lists: Imported) -> dict[str, str]:
    """What files and sheets are called without these people's names and numbers: lists are named after people."""
    parts = name_parts(" ".join(person.name for person in people))
    numbers = [r"[\s_-]*".join(person.nhs_number) for person in people if person.nhs_number]
    number = re.compile("|".join(numbers) or r"(?!)")
    told: tuple[Source | Problem, ...] = (*lists.sources, *lists.problems)
    names = {*(one.file for one in (*told, *lists.asked)), *(one.sheet for one in told)}
    return {name: number.sub("…", without_names(name, parts)) for name in names}


def _document_without(
    lists: Imported, document: Document, theirs: frozenset[int], of_theirs: NDArray[np.bool_]
) -> Document:
    numbers = frozenset(lists.touchpoints.number[of_theirs].tolist())
    return replace(
        document,
        chosen=tuple(person for person in document.chosen if person not in theirs),
        removed=document.removed | theirs,
        barred=_barred(document.barred, (lists.people[place] for place in sorted(theirs))),
        objecting=document.objecting - theirs,
        sensitive=document.sensitive - numbers,
        attributions={
            number: said
            for number, said in document.attributions.items()
            if number not in numbers | _vanished(lists, theirs)
        },
        edits=_edits_without(document.edits, theirs, document.removed | theirs, numbers),
        notes=tuple(note for note in document.notes if note.person not in theirs),
        casework={who: told for who, told in document.casework.items() if who not in theirs},
        actions=tuple(action for action in document.actions if action.person not in theirs),
        sharing={who: told for who, told in document.sharing.items() if who not in theirs},
        meetings=tuple(_meeting_without(meeting, theirs) for meeting in document.meetings),
        said_of_findings=_said_without(document.said_of_findings, numbers | _vanished(lists, theirs)),
    )


def _meeting_without(meeting: Meeting, theirs: frozenset[int]) -> Meeting:
    return replace(
        meeting,
        seen=tuple(person for person in meeting.seen if person not in theirs),
        decisions=tuple(decision for decision in meeting.decisions if decision.person not in theirs),
    )


def _vanished(lists: Imported, theirs: frozenset[int]) -> frozenset[int]:
    return frozenset(one.number for one in lists.vanished if one.person in theirs)


def _said_without(said: Mapping[str, Said], numbers: frozenset[int]) -> dict[str, Said]:
    """What was said of findings about none of these contacts."""
    return {key: told for key, told in said.items() if numbers.isdisjoint(FindingKey.of(key).contacts)}


def _barred(marks: frozenset[str], people: Iterable[Person]) -> frozenset[str]:
    for person in people:
        marks |= bar(person, marks)
    return marks


def _edits_without(
    edits: Edits, theirs: frozenset[int], removed: frozenset[int], numbers: frozenset[int]
) -> Edits:
    """That a list took them for somebody who is still there is kept: a newer edition of it must not do so again."""
    return Edits(
        unlinked=tuple(told for told in edits.unlinked if not {told.person, told.to} <= removed),
        joined=tuple(told for told in edits.joined if told.other not in theirs),
        corrected=tuple(told for told in edits.corrected if told.number not in numbers),
    )
