"""A journey that nobody had, with one of everything that a picture can show: for the page that says how to read one."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache

import numpy as np

from journey_viewer.model.case import Case, in_time_order
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person, Window
from journey_viewer.model.sharing import Shared
from journey_viewer.model.touchpoints import Touchpoint, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.anonymous_case import AnonymousCase

_YEAR = 2001
_WINDOW = Window(date(_YEAR, 1, 1), date(_YEAR, 12, 31))
_MANY = 28
_SUPPLIED = frozenset(Service) - {Service.VOLUNTARY}
_NOTED = Note(1, 0, "a note on these months", first=date(_YEAR, 9, 1), last=date(_YEAR, 10, 31), shared=True)
_CONTACT, _ATTENDED = Kind.CONTACT, Outcome.ATTENDED
_SEVERAL = ((1, 1), (1, 20), (3, 11), (7, 18), (9, 20), (11, 20))


@cache
def example() -> AnonymousCase:
    """It goes through the same door as every other."""
    rows = [*_gp(), *_others()]
    told = in_time_order(Touchpoints.of(rows))
    numbered = replace(told, number=np.arange(len(told), dtype=told.number.dtype))
    case = Case("Example", Person(), numbered, _WINDOW, _SUPPLIED)
    return anonymise(case, Shared(notes=(_NOTED,)), _kept)


def _kept(text: str, _words: Collection[str]) -> str:
    """We wrote it ourselves."""
    return text


def _gp() -> Iterator[Touchpoint]:
    for day in range(1, _MANY + 1):
        yield _row((8, day), Service.GP)
    for seldom in _SEVERAL:
        yield _row(seldom, Service.GP)
    yield _row((2, 18), Service.GP, Outcome.DID_NOT_ATTEND)


def _others() -> Iterator[Touchpoint]:
    yield _row((3, 3), Service.URGENT_111)
    yield _row((9, 6), Service.URGENT_111, uncertain=True)
    yield _row((9, 15), Service.AMBULANCE)
    yield _row((3, 9), Service.AMBULANCE)
    yield _row((3, 15), Service.AE)
    yield _row((9, 24), Service.AE)
    yield _row((10, 1), Service.INPATIENT, kind=Kind.STAY, end=(10, 21))
    yield _row((2, 12), Service.COMMUNITY, Outcome.CANCELLED_BY_SERVICE)
    yield _row((10, 24), Service.COMMUNITY, kind=Kind.OPEN_SERVICE)
    yield _row((11, 6), Service.COMMUNITY)
    yield _row((12, 3), Service.COMMUNITY)
    yield _row((1, 15), Service.MENTAL_HEALTH, Outcome.REFERRED, kind=Kind.REFERRAL)
    yield _row((2, 6), Service.MENTAL_HEALTH, Outcome.REFUSED)
    yield _row((7, 15), Service.MENTAL_HEALTH, Outcome.REFERRED, kind=Kind.REFERRAL, end=(9, 18))
    yield _row((11, 12), Service.MENTAL_HEALTH, Outcome.CANCELLED_BY_PERSON)
    yield _row((10, 12), Service.SOCIAL_CARE, Outcome.UNKNOWN)
    yield _row((12, 9), Service.SOCIAL_CARE)


def _row(
    day: tuple[int, int],
    service: Service,
    outcome: Outcome = _ATTENDED,
    *,
    kind: Kind = _CONTACT,
    end: tuple[int, int] | None = None,
    uncertain: bool = False,
) -> Touchpoint:
    until = _at(end) if end else None
    return Touchpoint(0, service, kind, outcome, _at(day), until, False, uncertain, "", "", "", "", "", row=0)


def _at(day: tuple[int, int]) -> datetime:
    return datetime(_YEAR, *day, 12)
