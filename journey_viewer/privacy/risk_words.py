"""How the check "Could someone recognise them?" says what it found: the same on screen, in print and in the manifest."""

from collections import Counter
from collections.abc import Sequence

from journey_viewer.model.phrases import many
from journey_viewer.model.sharing import ForSharing
from journey_viewer.model.words import Service, family_of
from journey_viewer.privacy.crowd import Cell
from journey_viewer.privacy.folding import told_name
from journey_viewer.privacy.times import QUARTER, SMALL_NUMBERS

_TIMES = {2: " (twice)", 3: " (three times)"}
_STAYS = ("hospital stay", "hospital stays")  # the lane's name says what they are
_OTHERS = ("contact with another service", "contacts with another service")


def in_a_sentence(name: str) -> str:
    """A lane's name inside a sentence: "ambulance", but "A&E" and "GP practice"."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def named(service: Service, choices: ForSharing) -> str:
    """What a service is called inside a sentence, by its family where that is told as one."""
    if service is Service.OTHER and family_of(service) not in choices.folded:
        return "another service"
    return in_a_sentence(told_name(service, choices.folded))


def when(cell: Cell, choices: ForSharing) -> str:
    """In "month 7", or "months 7 to 9" where quarters are told."""
    if choices.quarters:
        return f"months {cell.month} to {cell.month + QUARTER - 1}"
    return f"month {cell.month}"


def contacts_in_words(cell: Cell, count: int, choices: ForSharing) -> str:
    """One ("ambulance contact in month 7") or more ("two ambulance contacts in month 7")."""
    name = named(cell.service, choices)
    one, several = f"{name} contact", f"{name} contacts"
    if family_of(cell.service) not in choices.folded:
        one, several = {Service.INPATIENT: _STAYS, Service.OTHER: _OTHERS}.get(cell.service, (one, several))
    what = one if count == 1 else f"{number(count)} {several}"
    return f"{what} in {when(cell, choices)}"


def known_in_words(cells: Sequence[Cell], choices: ForSharing) -> str:
    """What an outsider may know: "A&E in month 3, and ambulance in month 7 (twice)"."""
    parts = [
        f"{named(cell.service, choices)} in {when(cell, choices)}{_TIMES.get(times, '')}"
        for cell, times in sorted(Counter(cells).items())
    ]
    return ", and ".join([part for part in (", ".join(parts[:-1]), parts[-1]) if part]) if parts else ""


def number(count: int) -> str:
    """Small numbers in words, as everywhere in a sentence."""
    return SMALL_NUMBERS[count] if 0 < count < len(SMALL_NUMBERS) else f"{count:,}"


def have_these(people: int) -> str:
    return many(people, "person has these", "people have these")


def look_the_same(people: int) -> str:
    return many(people, "person looks the same", "people look the same")
