import io
import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

import docx
import openpyxl
import pytest
from invented import IDENTITIES, PEOPLE, session_on
from reading_back import texts_of

from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.cli import main
from journey_viewer.commands.sources import walk
from journey_viewer.errors import IdentifierFound, NothingToMinute
from journey_viewer.model.actions import Action, ActionStatus, with_status
from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.kept import Kept
from journey_viewer.model.meeting_steps import (
    begin_meeting,
    change_meeting,
    close_meeting,
    decide,
    new_action,
    see_case,
    with_action,
)
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.minutes import to_minute
from journey_viewer.model.wording import LEVELS, STATUSES
from journey_viewer.work.guard import Guard, guard_of_words
from journey_viewer.work.minutes import LOG_NAME, minutes_name, write_minutes

DAY, LATER, MADE_ON = date(2026, 3, 5), date(2026, 4, 2), date(2026, 4, 3)
SESSION = session_on()
PASSPHRASE = "lantern orbit pickle meadow"
pytestmark = pytest.mark.usefixtures(
    "qapp"
)  # else a lesser application would stand in the way of the windows' tests


def two_meetings(document: Document) -> Document:
    """The second carries over what the first left open, sees two cases, and decides about one of them."""
    document = close_meeting(begin_meeting(document, DAY), 1)
    for person, what in ((None, "Ask the council"), (0, "One named GP"), (1, "A visit each week")):
        action = replace(new_action(document, person, DAY), what=what, meeting=1, lead="Practice manager")
        document = with_action(document, replace(action, due=date(2026, 5, 1)))
    document = begin_meeting(
        document, LATER, 90, ("Lead GP", "Housing officer"), "One plan for each of the two"
    )
    document = see_case(see_case(document, 2, 1), 2, 0)
    decision = Decision(
        0,
        Level.PLACE,
        frozenset({LevelReason.TEAM}),
        "It takes the council",
        ("Housing",),
        ("A shared plan",),
        "One plan",
    )
    document = decide(document, 2, decision)
    fresh = replace(new_action(document, 1, LATER), what="Write to the food bank", delivers="Volunteers")
    document = with_action(document, fresh)
    done = replace(document.actions[0], outcome="They named one", expected="Fewer letters")
    document = with_action(document, with_status(done, ActionStatus.DONE, LATER))
    return close_meeting(change_meeting(document, 2, achieved="For one", next_day=date(2026, 5, 7)), 2)


@pytest.fixture(scope="module")
def written(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Path, Path]:
    """The document as the case file holds it, the case file, and the folder that the command wrote to."""
    folder = tmp_path_factory.mktemp("minutes")
    case = folder / "Riverside.journey"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journey_viewer.casefile.cipher.KDF_ROUNDS", 1000)
        patch.setenv("JOURNEY_PASSPHRASE", PASSPHRASE)
        with create_case_file(case, PASSPHRASE) as made:
            kept = Kept(SESSION.lists, two_meetings(SESSION.document))
            for _ in made.keep(Kept(), kept):
                pass
        assert main(["minutes", str(case), "--to", str(folder / "out")]) == 0
        with open_case_file(case, PASSPHRASE) as opened:
            exports = [(export.what, export.cases, export.identifies) for export in opened.exports]
            assert exports == [("Minutes of meeting 2 and actions log", ("Case A", "Case B"), False)]
            return opened.read().document, case, folder / "out"


def _label(document: Document, person: int | None) -> str:
    return "All cases" if person is None else document.labels[person]


def test_the_minutes_agree_with_the_case_file(written: tuple[Document, Path, Path]) -> None:
    document, _, folder = written
    meeting = document.meetings[-1]
    made = docx.Document(str(folder / minutes_name(2, "docx")))
    text = "\n".join(
        [each.text for each in made.paragraphs]
        + [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    )
    (decision,) = meeting.decisions
    for told in (
        *meeting.attendees,
        meeting.purpose,
        meeting.achieved,
        day_in_words(meeting.day),
        LEVELS[decision.level],
        decision.level_why,
        *decision.partners,
        *decision.ideas,
        decision.agreed,
    ):
        assert told in text
    headings = [each.text for each in made.paragraphs if each.text.startswith("Case ")]
    assert headings == [document.labels[person] for person in meeting.seen]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    carried, raised = (table[1:] for table in tables if table[0][0] == "Case")
    for rows, actions in (
        (carried, [a for a in document.actions if 2 in a.carried]),
        (raised, [a for a in document.actions if a.meeting == 2]),
    ):
        assert [row[0] for row in rows] == [_label(document, action.person) for action in actions]
        for row, action in zip(rows, actions, strict=True):
            assert row[1].startswith(f"{action.number}. {action.what}")
            assert row[2] == (action.lead or "nobody yet")
            assert row[3] == (day_in_words(action.due) if action.due else "no day set")
            assert row[4].startswith(STATUSES[action.status])
    pdf = " ".join(found.text for found in texts_of(folder / minutes_name(2, "pdf")))
    for action in document.actions:
        assert action.what in re.sub(r"\s+", " ", pdf)


def test_the_actions_log_agrees_with_the_case_file(written: tuple[Document, Path, Path]) -> None:
    document, _, folder = written
    head, *rows = openpyxl.load_workbook(folder / LOG_NAME)["Actions"].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["No."] for row in told] == [action.number for action in document.actions]

    def day(of: date | None) -> datetime | None:
        return datetime.combine(of, datetime.min.time()) if of else None

    for row, action in zip(told, document.actions, strict=True):
        expected = {
            "Raised": day(action.raised),
            "Raised in meeting": action.meeting,
            "Carried over to": ", ".join(map(str, action.carried)) or None,
            "Case": _label(document, action.person),
            "Action": action.what,
            "Who leads": action.lead or None,
            "Who delivers": action.delivers or None,
            "Due": day(action.due),
            "Review": day(action.review),
            "Status": STATUSES[action.status],
            "Expected change": action.expected or None,
            "How it will be seen": action.measure or None,
            "What happened": action.outcome or None,
            "Closed": day(action.closed),
        }
        assert {heading: row[heading] for heading in expected} == expected


def test_a_manifest_beside_them_tells_what_each_file_is(written: tuple[Document, Path, Path]) -> None:
    _, _, folder = written
    told = json.loads((folder / "Minutes 2 manifest.json").read_text(encoding="utf-8"))
    assert (told["meeting"], told["cases seen"], told["actions"]) == (2, ["Case B", "Case A"], 4)
    assert {file["name"] for file in told["files"]} == {path.name for path in folder.iterdir()} - {
        "Minutes 2 manifest.json"
    }
    for file in told["files"]:
        assert sha256((folder / file["name"]).read_bytes()).hexdigest() == file["sha256"]


@pytest.mark.usefixtures("_quick_keys")
def test_another_meeting_is_asked_for_by_its_number(
    written: tuple[Document, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    _, case, _ = written
    monkeypatch.setenv("JOURNEY_PASSPHRASE", PASSPHRASE)
    assert main(["minutes", str(case), "--to", str(tmp_path), "--meeting", "1"]) == 0
    assert (tmp_path / minutes_name(1, "docx")).exists()
    assert main(["minutes", str(case), "--to", str(tmp_path), "--meeting", "3"]) == 1
    assert "no meeting of that number" in capsys.readouterr().err


# Names, numbers and places in every field: whatever is added to these nouns is planted too.

_WHO = PEOPLE[0]
PLANTED = (
    f"{_WHO.name} ({_WHO.nhs_number}, born {_WHO.born:%d/%m/%Y}) saw Dr Lavender Oakes at Elmgrove Surgery;"
    " Nurse Percival Stone rang Mrs Quayle"
)


def planted(kind: type, made: Any) -> Any:
    """With that in every field of words."""
    hints = get_type_hints(kind)
    texts = {field.name: PLANTED for field in fields(kind) if hints[field.name] is str}
    lines = {field.name: (PLANTED, PLANTED) for field in fields(kind) if hints[field.name] == tuple[str, ...]}
    texts.pop("pattern", None)  # the id of a pattern
    return replace(made, **texts, **lines)


def about_everybody() -> Document:
    document = begin_meeting(SESSION.document, DAY)
    for person in (0, 1, 2, None):
        if person is not None:
            document = decide(see_case(document, 1, person), 1, planted(Decision, Decision(person)))
        document = with_action(document, planted(Action, new_action(document, person, DAY)))
    carried = replace(document.actions[0], carried=(1,), meeting=None)
    document = with_action(document, carried)
    meeting = planted(Meeting, document.meetings[0])
    return replace(document, meetings=(meeting,), ideas={"P01": PLANTED})


def _found(folder: Path) -> Iterator[str]:
    names = {part.casefold() for part in IDENTITIES} | {"03/02/1950", "3 feb 1950", "1950"}
    for path in folder.iterdir():
        for found in texts_of(path):
            text = found.text.casefold()
            digits = re.sub(r"\D", "", text)
            if any(name in text for name in names) or any(who.nhs_number in digits for who in PEOPLE):
                yield found.where


def test_identities_in_every_field_of_a_meeting_and_of_actions_never_come_out(tmp_path: Path) -> None:
    document = about_everybody()
    told = to_minute(document, 1)
    assert sum(text == PLANTED for action in document.actions for text in vars(action).values()) == 4 * 8
    guard = guard_of_words(SESSION.imported, SESSION.lists)
    files = walk(write_minutes(told, tmp_path, guard, MADE_ON))
    assert {path.suffix for path in files} == {".docx", ".pdf", ".xlsx"}
    assert list(_found(tmp_path)) == []
    rows = list(openpyxl.load_workbook(tmp_path / LOG_NAME)["Actions"].iter_rows())
    assert len(rows) == 1 + len(document.actions)


def test_the_search_finds_what_is_planted_where_nothing_is_cleaned(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    from journey_viewer.privacy.identifiers import Identifiers

    def unclean(text: str, _kept: object) -> str:
        return text

    nothing_known = Guard(Identifiers(frozenset(), frozenset()), unclean)
    walk(write_minutes(to_minute(about_everybody(), 1), tmp_path, nothing_known, MADE_ON))
    assert {Path(where.split("/")[0]).suffix for where in _found(tmp_path)} >= {".docx", ".xlsx"}


def test_words_that_were_not_cleaned_are_not_written(tmp_path: Path) -> None:
    known = guard_of_words(SESSION.imported, SESSION.lists)
    for guard in (replace(known, clean=_as_it_is), replace(known, clean=_as_it_is, reread=_finds_nothing)):
        with pytest.raises(IdentifierFound) as caught:
            walk(write_minutes(to_minute(about_everybody(), 1), tmp_path, guard, MADE_ON))
        assert "Quayle" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def _as_it_is(text: str, _kept: object) -> str:
    return text


def _finds_nothing(_text: str, _kept: object) -> str:
    return ""


def test_whoever_objects_is_in_neither(tmp_path: Path) -> None:
    document = replace(two_meetings(SESSION.document), objecting=frozenset({0}))
    walk(
        write_minutes(
            to_minute(document, 2), tmp_path, guard_of_words(SESSION.imported, SESSION.lists), MADE_ON
        )
    )
    texts = [found.text for path in tmp_path.iterdir() for found in texts_of(path)]
    assert not any("Case A" in text or "One named GP" in text for text in texts)
    assert any("Case B" in text for text in texts)


def test_a_word_that_was_ticked_goes_out_and_any_other_that_nobody_knows_does_not(tmp_path: Path) -> None:
    action = replace(new_action(SESSION.document, 0, DAY), what="Try blorptide then zwynx", meeting=None)
    document = with_action(SESSION.document, action)
    sharing = {0: replace(document.sharing_of(0), kept_words=frozenset({"blorptide"}))}
    told = to_minute(replace(document, sharing=sharing), None)
    (file,) = walk(write_minutes(told, tmp_path, guard_of_words(SESSION.imported, SESSION.lists), MADE_ON))
    content = io.BytesIO(file.read_bytes())
    cell = openpyxl.load_workbook(content)["Actions"]["G2"].value
    assert "blorptide" in str(cell)
    assert "zwynx" not in str(cell)


def test_the_same_minutes_are_the_same_files(tmp_path: Path) -> None:
    told = to_minute(two_meetings(SESSION.document), 2)
    guard = guard_of_words(SESSION.imported, SESSION.lists)
    once, again = (
        [path.read_bytes() for path in walk(write_minutes(told, tmp_path / name, guard, MADE_ON))]
        for name in ("once", "again")
    )
    assert once == again


def test_where_there_is_nothing_to_tell_of_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NothingToMinute):
        walk(
            write_minutes(
                to_minute(Document(), None),
                tmp_path,
                guard_of_words(SESSION.imported, SESSION.lists),
                MADE_ON,
            )
        )
    assert list(tmp_path.iterdir()) == []
