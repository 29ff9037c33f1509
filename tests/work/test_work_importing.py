"""Newer lists come to a case file in which people were unlinked, joined, corrected and taken out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from journey_viewer.model.edits import edited
from journey_viewer.model.kept import Kept
from journey_viewer.model.linking import unlinked
from journey_viewer.model.removal import take_out
from journey_viewer.session import Session, reopened
from journey_viewer.work.importing import import_lists
from journey_viewer.work.renewal import Renewal

NOW = datetime(2026, 1, 1, 9, 41)
ANN = 0
GP = "NHS number,Name,Date,Service,Reason\n9990000018,Ann Lee,2025-01-01,GP,cough\n9990000018,Ann Lee,2025-02-01,GP,rash\n"
ED = "NHS number,Name,Date,Department,Reason\n9990000018,Ann Lee,2025-01-05,A&E,fall\n9990000026,Bo Ray,2025-01-06,A&E,burn\n"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Renewal]:
    """Reads lists, by their names and texts, into what is there."""

    def imported(there: Kept, **lists: str) -> Renewal:
        paths = []
        for name, text in lists.items():
            paths.append(tmp_path / f"{name}.csv")
            paths[-1].write_text(text, encoding="utf-8")
        job = import_lists(there, paths, None, (), NOW)
        try:
            while True:
                next(job)
        except StopIteration as end:
            renewal: Renewal = end.value
            return renewal

    return imported


@pytest.fixture
def there(read: Callable[..., Renewal]) -> Kept:
    return reopened(Session(), read(Kept(), gp=GP, ed=ED).lists, date(2026, 1, 1)).kept


def again(there: Kept, renewal: Renewal) -> Kept:
    return reopened(Session(there.lists, there.document), renewal.lists, date(2026, 1, 1)).kept


def told_of(kept: Kept) -> dict[int, set[str]]:
    """The days of everybody's touchpoints."""
    rows = edited(kept.lists, kept.document.edits).touchpoints
    days: dict[int, set[str]] = {}
    for person, start in zip(rows.person.tolist(), rows.start, strict=True):
        days.setdefault(person, set()).add(str(start)[5:10])
    return days


def apart(there: Kept) -> tuple[Kept, int]:
    """What the A&E list says of Ann is about somebody else."""
    (ed,) = [place for place, source in enumerate(there.lists.sources) if source.file == "ed.csv"]
    lists, document = unlinked(there.lists, there.document, ANN, {ed})
    return Kept(lists, document), len(lists.people) - 1


def test_who_was_unlinked_stays_so_when_their_list_is_renewed(
    there: Kept, read: Callable[..., Renewal]
) -> None:
    kept, other = apart(there)
    more = ED + "9990000018,Ann Lee,2025-03-03,A&E,cut\n"
    after = again(kept, read(kept, newer=more))
    assert told_of(after) == {ANN: {"01-01", "02-01"}, 1: {"01-06"}, other: {"01-05", "03-03"}}


def test_who_was_unlinked_and_taken_out_does_not_come_back_as_somebody_else(
    there: Kept, read: Callable[..., Renewal]
) -> None:
    kept, other = apart(there)
    gone = Kept(*take_out(kept.lists, kept.document, other))
    renewal = read(gone, newer=ED)
    assert (renewal.barred, renewal.added, renewal.updated) == (1, 0, 1)
    assert told_of(again(gone, renewal)) == {ANN: {"01-01", "02-01"}, 1: {"01-06"}}


def test_what_else_lists_tell_of_who_they_were_taken_for_still_comes(
    there: Kept, read: Callable[..., Renewal]
) -> None:
    kept, other = apart(there)
    gone = Kept(*take_out(kept.lists, kept.document, other))
    renewal = read(gone, newer=GP + "9990000018,Ann Lee,2025-03-01,GP,cough\n")
    assert (renewal.barred, renewal.added) == (0, 1)


def test_who_was_taken_out_leaves_the_one_unlinked_from_them(
    there: Kept, read: Callable[..., Renewal]
) -> None:
    kept, other = apart(there)
    gone = Kept(*take_out(kept.lists, kept.document, ANN))
    renewal = read(gone, newer=GP + ED.partition("\n")[2])
    assert renewal.barred == 1
    assert told_of(again(gone, renewal)) == {1: {"01-06"}, other: {"01-05"}}


def test_what_a_person_unmarked_stays_unmarked_and_what_is_new_is_marked(
    there: Kept, read: Callable[..., Renewal]
) -> None:
    sensitive = GP.replace("cough", "STI screen")
    kept = again(there, read(there, gp=sensitive))
    assert len(kept.document.sensitive) == 1
    unmarked = replace(kept, document=replace(kept.document, sensitive=frozenset()))
    more = sensitive + "9990000018,Ann Lee,2025-03-01,GP,safeguarding meeting\n"
    after = again(unmarked, read(unmarked, gp=more))
    (number,) = after.document.sensitive
    assert after.lists.touchpoints.reason[after.lists.touchpoints.number.tolist().index(number)].startswith(
        "safe"
    )
