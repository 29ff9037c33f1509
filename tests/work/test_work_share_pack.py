import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from invented import session_on

from journey_viewer.commands.sources import walk
from journey_viewer.errors import (
    FileMissing,
    FileUnreadable,
    IdentifierFound,
    JourneyError,
    NothingToShare,
    ReasonNeeded,
    TitleSaysAName,
)
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.sharing import ForSharing, ToShare
from journey_viewer.model.words import Service
from journey_viewer.privacy.check import check_file
from journey_viewer.privacy.crowd import Cell
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.risk import Blamed, Risk, RiskLevel
from journey_viewer.privacy.written import Clean
from journey_viewer.session import Session, with_document
from journey_viewer.work.guard import Guard, guard_of, rereader
from journey_viewer.work.manifest import manifest, superseded
from journey_viewer.work.pack_files import SIZES, Wanted, template_content
from journey_viewer.work.share_pack import cases_without_reason, share_pack

# Else a lesser application would stand in the way of the windows' tests.
pytestmark = pytest.mark.usefixtures("qapp")

TODAY = date(2026, 1, 15)
ALONE, MANY = Risk(RiskLevel.REASON, 1, 9, 2000), Risk(RiskLevel.CALM, 12, 90, 2000)


def told(session: Session | None = None) -> ToShare:
    session = session or session_on()
    return session.to_share(session.shared_people)


def guard(**risks: Risk) -> Guard:
    labels = {f"Case {letter}": risk for letter, risk in risks.items()}
    return Guard(known_identifiers(session_on().imported), risks=labels)


def with_choices(**changes: object) -> ToShare:
    """Everybody's case, and what was chosen for sharing the first."""
    session = session_on()
    first = session.shared_people[0]
    choices = replace(ForSharing(), **changes)  # type: ignore[arg-type]
    return told(with_document(session, replace(session.document, sharing={first: choices})))


def test_where_there_is_nobody_to_share_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NothingToShare):
        walk(share_pack(ToShare(()), tmp_path, Wanted(), guard(), TODAY))
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_one_person_looks_like_asks_for_a_reason(tmp_path: Path) -> None:
    with pytest.raises(ReasonNeeded, match="So few people look like Case A that"):
        walk(share_pack(told(), tmp_path, Wanted(), guard(A=ALONE, B=MANY), TODAY))
    assert list(tmp_path.iterdir()) == []


def test_once_there_is_a_reason_it_is_asked_for_no_more() -> None:
    assert cases_without_reason(with_choices(reason="they asked us to"), guard(A=ALONE).risks) == ()


def test_a_list_of_a_few_people_measures_nothing_and_asks_for_nothing() -> None:
    session = session_on()
    window = session.document.window
    assert window is not None
    made = guard_of(told(), session.shared_people, session.imported, window, session.lists)
    assert {risk.level for risk in made.risks.values()} == {RiskLevel.NOT_MEASURABLE}


def test_a_manifest_tells_how_each_case_was_told_and_what_each_file_is() -> None:
    choices = with_choices(quarters=True, reason="they asked us to")
    made = json.loads(manifest(choices, {"Case A": ALONE}, [("Case A.png", b"pixels")], TODAY))
    first, second, *_ = made["cases"]
    assert (first["time in"], second["time in"]) == ("quarters", "months")
    assert (first["how many look the same"], second["how many look the same"]) == (
        "under 3, shared for a reason",
        "not asked",
    )
    assert first["shared for a reason all the same"] is True
    (file,) = made["files"]
    assert (file["name"], file["bytes"], len(file["sha256"])) == ("Case A.png", 6, 64)


def test_a_manifest_tells_nothing_of_anybody() -> None:
    choices = with_choices(
        reason="Ottilie asked us to", about="Ottilie", headline="Ottilie", different=("Ottilie",)
    )
    text = manifest(choices, {}, [], TODAY).decode()
    assert not known_identifiers(session_on().imported).are_in([text])
    assert "Ottilie" not in text


OTTILIE = Identifiers(frozenset({("ottilie",)}), frozenset(), frozenset({"ottilie"}))
ONLY_TABLES = Wanted(formats=frozenset({"xlsx"}))


def unclean(text: str, _kept: object) -> str:
    return text


def a_guard(clean: Clean) -> Guard:
    known = known_identifiers(session_on().imported)
    return Guard(known, clean, rereader(known))


@pytest.mark.parametrize("field", ["headline", "about"])
def test_words_that_were_not_cleaned_are_not_written(tmp_path: Path, field: str) -> None:
    with pytest.raises(
        IdentifierFound, match="words that were written for sharing still held a name"
    ) as caught:
        walk(share_pack(with_choices(**{field: "for Karen"}), tmp_path, ONLY_TABLES, a_guard(unclean), TODAY))
    assert "Karen" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_word_that_nobody_ticked_is_not_written_and_a_ticked_one_is(tmp_path: Path) -> None:
    with pytest.raises(IdentifierFound, match="a word that nobody has ticked"):
        walk(share_pack(with_choices(about="blorptide"), tmp_path, ONLY_TABLES, a_guard(unclean), TODAY))
    ticked = with_choices(about="blorptide", kept_words=frozenset({"blorptide"}))
    walk(share_pack(ticked, tmp_path, ONLY_TABLES, a_guard(unclean), TODAY))
    assert [path.suffix for path in tmp_path.iterdir() if path.suffix == ".xlsx"] == [".xlsx"]


@pytest.mark.parametrize(
    ("title", "about"), [("Journeys of Ottilie's team", ""), ("", "walks by the ottilie")]
)
def test_what_a_title_says_and_what_was_ticked_is_no_identifier_to_the_pack(
    tmp_path: Path, title: str, about: str
) -> None:
    chosen = with_choices(about=about, kept_words=frozenset({"ottilie"} if about else ()))
    told = replace(chosen, title=title, title_agreed=True)
    walk(share_pack(told, tmp_path, ONLY_TABLES, Guard(OTTILIE, unclean), TODAY))
    assert any(path.suffix == ".xlsx" for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("title", "agreed", "error"),
    [
        ("Journeys of Ottilie's team", False, TitleSaysAName),
        ("About Ottilie Quayle", True, IdentifierFound),
        ("About 943 476 5919", True, IdentifierFound),
    ],
)
def test_a_name_in_the_title_is_asked_about_and_a_whole_one_refused(
    tmp_path: Path, title: str, agreed: bool, error: type[JourneyError], lists: Callable[..., Imported]
) -> None:
    known = known_identifiers(lists(people=[Person("Ottilie Quayle", "9434765919")]))
    told = replace(with_choices(), title=title, title_agreed=agreed)
    with pytest.raises(error):
        walk(share_pack(told, tmp_path, ONLY_TABLES, Guard(known, unclean), TODAY))
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_nobody_chose_to_show_refuses_the_pack(tmp_path: Path) -> None:
    with pytest.raises(IdentifierFound):
        walk(
            share_pack(
                with_choices(about="with ottilie"), tmp_path, ONLY_TABLES, Guard(OTTILIE, unclean), TODAY
            )
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("risk", "says"),
    [
        (
            replace(
                ALONE, blamed=Blamed(Cell(7, Service.AMBULANCE), 1, (3,), "ambulance contact in month 7")
            ),
            "under 3, shared for a reason",
        ),
        (Risk(RiskLevel.WARNING, 4, 9, 2000), "3 to 7 people look the same"),
        (MANY, "8 or more people look the same"),
        (Risk(RiskLevel.NOT_MEASURABLE, 0, 0, 10), "not measurable"),
    ],
)
def test_a_manifest_tells_how_many_look_the_same_and_not_why(risk: Risk, says: str) -> None:
    choices = with_choices(dropped=frozenset({0, 1, 2}))
    case = json.loads(manifest(choices, {"Case A": risk}, [], TODAY))["cases"][0]
    assert case["how many look the same"] == says
    assert not any("left out" in key for key in case)


def test_a_manifest_is_searched_like_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey_viewer.work.share_pack.manifest", lambda *_: b"ottilie")
    with pytest.raises(IdentifierFound):
        walk(share_pack(told(), tmp_path, ONLY_TABLES, Guard(OTTILIE), TODAY))
    assert list(tmp_path.iterdir()) == []


def test_the_fingerprints_in_a_manifest_are_nobody_s_number() -> None:
    print_of = sha256(b"1").hexdigest()
    known = Identifiers(frozenset(), frozenset(re.findall(r"\d{3,}", print_of)))
    check_file("Manifest.json", manifest(told(), {}, [("Case A.png", b"1")], TODAY), known)


@pytest.mark.parametrize(("size", "names"), [("both", 2), ("1920", 1), ("4k", 1)])
def test_pictures_are_as_large_as_was_chosen(tmp_path: Path, size: str, names: int) -> None:
    wanted = Wanted(frozenset({"png"}), widths=SIZES[size])
    walk(share_pack(told(), tmp_path, wanted, guard(), TODAY))
    pictures = [path.name for path in tmp_path.glob("Case A*.png")]
    assert len(pictures) == names
    assert any("4K" in name for name in pictures) == (size != "1920")


ONLY_DRAWINGS = Wanted(formats=frozenset({"svg"}))


def test_what_only_the_earlier_pack_held_goes_and_anything_else_stays(tmp_path: Path) -> None:
    first = walk(share_pack(told(), tmp_path, ONLY_DRAWINGS, guard(), TODAY))
    (tmp_path / "letter.txt").write_text("mine")
    (tmp_path / "Case B.svg").write_text("changed by hand")
    written = walk(share_pack(told(), tmp_path, ONLY_TABLES, guard(), TODAY))
    assert first.removed_words == ""
    assert written.removed == len(first.files) - 1
    assert (
        written.removed_words
        == f" {plural(written.removed)} of the earlier pack {were(written.removed)} removed."
    )
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"letter.txt", "Case B.svg", "Manifest.json", "Journeys anonymised.xlsx"}


def plural(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def were(count: int) -> str:
    return "was" if count == 1 else "were"


@pytest.mark.parametrize("content", [b"[]", b"{", b'{"files": [{"name": 3}]}', b'{"files": 4}'])
def test_a_manifest_of_somebody_else_tells_of_no_earlier_pack(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "Manifest.json").write_bytes(content)
    assert superseded(tmp_path, frozenset()) == []


def test_nothing_outside_the_folder_is_ever_superseded(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"1")
    (tmp_path / "pack").mkdir()
    listed = manifest(told(), {}, [("../mine", b"1")], TODAY)
    (tmp_path / "pack" / "Manifest.json").write_bytes(listed)
    assert superseded(tmp_path / "pack", frozenset()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_template_that_is_no_plain_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "deck.pptx")
    with pytest.raises(FileUnreadable):
        template_content(tmp_path / "deck.pptx")


def test_a_template_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        template_content(tmp_path / "deck.pptx")
