import tempfile
import traceback
from dataclasses import replace
from pathlib import Path

import casefile_kit
import numpy as np
import pytest
from casefile_kit import INVENTED, PASSPHRASE, any_lists, columns_of, keep, made, told, with_notes
from hypothesis import HealthCheck, given, settings
from invented import contact, listed

from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.errors import CaseFileDamaged
from journey_viewer.model.imported import Imported, Problem, Source
from journey_viewer.model.kept import NO_LISTS, Kept
from journey_viewer.model.people import Person
from journey_viewer.model.touchpoints import Touchpoints

quick = casefile_kit.quick


def read_again(path: Path) -> Kept:
    with open_case_file(path, PASSPHRASE) as case_file:
        return case_file.read()


@given(any_lists())
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_lists_come_back_as_they_were(lists: Imported) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder) / "case.journey", Kept(lists))
        assert told(read_again(path).lists) == told(lists)


def test_newer_lists_take_the_place_of_older_ones(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    fewer = listed(contact(0, "2025-01-01", reason="Once"), people=(Person("Ottilie Quayle"),), problems=())
    with open_case_file(path, PASSPHRASE) as case_file:
        keep(case_file, case_file.read(), Kept(fewer, INVENTED.document))
    again = read_again(path)
    assert told(again.lists) == told(fewer)
    assert again.document == INVENTED.document


def test_lists_that_hold_nothing_come_back_with_columns_of_the_right_types(tmp_path: Path) -> None:
    again = read_again(made(tmp_path / "case.journey", Kept()))
    assert told(again.lists) == told(NO_LISTS)
    assert not again.lists.touchpoints.end.flags.writeable


def test_one_persons_journey_is_theirs_alone(tmp_path: Path) -> None:
    touchpoints = INVENTED.lists.touchpoints
    with open_case_file(made(tmp_path / "case.journey"), PASSPHRASE) as case_file:
        for person in range(3):
            theirs = touchpoints.take(touchpoints.person == person)
            assert list(columns_of(case_file.journey(person))) == list(columns_of(theirs))
        assert len(case_file.journey(99)) == 0


def test_lists_that_did_not_change_are_not_written_again(tmp_path: Path) -> None:
    with create_case_file(tmp_path / "case.journey", PASSPHRASE) as case_file:
        kept = keep(case_file, Kept(), INVENTED)
        before = case_file._connection.total_changes
        keep(case_file, kept, with_notes(kept, "short"))
        assert case_file._connection.total_changes == before + 1


def test_halves_of_surrogate_pairs_in_file_names_and_cells_do_not_keep_lists_from_being_saved(
    tmp_path: Path,
) -> None:
    cut = "caf\udce9"
    lists = Imported(
        (Person(cut),),
        Touchpoints.of([contact(0, "2025-01-01", reason=cut, number=1)]),
        (Source(cut, "", "", 1, 1),),
        (Problem(cut, "", 2, "", ""),),
    )
    again = read_again(made(tmp_path / "case.journey", Kept(lists))).lists
    assert again.sources == lists.sources
    assert (again.people[0].name, again.touchpoints[0].reason, again.problems[0].file) == ("caf?",) * 3


def test_saving_says_how_far_it_is_and_names_nobody(tmp_path: Path) -> None:
    row = contact(0, "2025-01-01")
    many = listed(*[row] * 45_000, people=(Person("Ottilie Quayle"),))
    with create_case_file(tmp_path / "case.journey", PASSPHRASE) as case_file:
        said = list(case_file.keep(Kept(), Kept(many)))
    assert [(progress.done, progress.total) for progress in said] == [
        (0, 45_000),
        (20_000, 45_000),
        (40_000, 45_000),
    ]
    assert {progress.label for progress in said} == {"Saving the lists"}


def test_saving_that_is_cancelled_leaves_what_was_there(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        kept = case_file.read()
        job = case_file.keep(kept, Kept(listed(contact(0, "2020-01-01")), kept.document))
        next(job)
        job.close()
        assert told(case_file.read().lists) == told(kept.lists)
    assert told(read_again(path).lists) == told(kept.lists)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE touchpoint SET service = 'planned sorcery'",
        "UPDATE touchpoint SET start = 'planned sorcery'",
        "UPDATE touchpoint SET person = 'planned sorcery'",
        "UPDATE person SET born = 'planned sorcery'",
        "UPDATE person SET sex = 'planned sorcery'",
        "UPDATE source SET told = 'planned sorcery'",
        'UPDATE record SET told = \'{"planned":"sorcery"}\'',
        "DROP TABLE problem",
    ],
)
def test_what_means_nothing_is_damage_and_is_not_quoted(tmp_path: Path, change: str) -> None:
    with open_case_file(made(tmp_path / "case.journey"), PASSPHRASE) as case_file:
        case_file._connection.execute(change)
        with pytest.raises(CaseFileDamaged) as raised:
            case_file.read()
    assert "sorcery" not in "".join(traceback.format_exception(raised.value))


def test_numbers_keep_their_width(tmp_path: Path) -> None:
    touchpoints = replace(
        INVENTED.lists.touchpoints, number=np.arange(2**31 - 11, 2**31, dtype=np.int64).astype(np.int32)
    )
    again = read_again(
        made(tmp_path / "case.journey", Kept(replace(INVENTED.lists, touchpoints=touchpoints)))
    )
    assert again.lists.touchpoints.number.tolist() == list(range(2**31 - 11, 2**31))
