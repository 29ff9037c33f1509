"""The commands that begin, renew, read and check a case file."""

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from journey_viewer.casefile.opening import open_case_file
from journey_viewer.cli import main
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.registers import Export

pytestmark = pytest.mark.usefixtures("qapp")  # pictures are drawn, and no smaller application may come first
Captured = pytest.CaptureFixture[str]
PASSPHRASE = "lantern orbit pickle meadow"
HEADINGS = "NHS number,Person,Date,Service,Reason\n"
FIRST = "943 476 5919,Ada Zwyx,01/03/2024,GP,Xylitis\n943 476 5919,Ada Zwyx,02/03/2024,A&E,Xylitis\n"
SECOND = FIRST.replace("Xylitis\n", "Xylitis again\n", 1) + "999 000 0018,Bo Yttrium,04/03/2024,GP,Zymosis\n"


@pytest.fixture(autouse=True)
def _quick_and_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey_viewer.casefile.cipher.KDF_ROUNDS", 1000)
    monkeypatch.setenv("JOURNEY_PASSPHRASE", PASSPHRASE)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case file into which one list was imported."""
    (tmp_path / "list.csv").write_text(HEADINGS + FIRST, encoding="utf-8")
    path = tmp_path / "Riverside.journey"
    assert main(["import", str(tmp_path / "list.csv"), "--into", str(path)]) == 0
    return path


def numbers(case: Path, capsys: Captured) -> dict[str, int]:
    capsys.readouterr()
    assert main(["verify", str(case), "--json"]) == 0
    told: dict[str, int] = json.loads(capsys.readouterr().out)
    return told


def exports(case: Path) -> tuple[Export, ...]:
    with open_case_file(case, PASSPHRASE) as opened:
        return opened.exports


def test_a_case_file_is_begun_and_what_it_holds_told_in_numbers(case: Path, capsys: Captured) -> None:
    told = numbers(case, capsys)
    assert (told["people"], told["touchpoints"], told["chosen"], told["openings"]) == (1, 2, 1, 1)


def test_the_sheets_of_a_workbook_are_one_list(case: Path, tmp_path: Path, capsys: Captured) -> None:
    made = openpyxl.Workbook()
    for sheet in (made.worksheets[0], made.create_sheet("Later")):
        sheet.append(["Person", "Date", "Service"])
        sheet.append(["Ada Zwyx", "01/03/2024", "GP"])
    made.save(tmp_path / "two.xlsx")
    assert main(["import", str(tmp_path / "two.xlsx"), "--into", str(case)]) == 0
    told = numbers(case, capsys)
    assert (told["lists"], told["tables_in_them"]) == (2, 3)


def test_people_are_costed_by_the_case_file_s_own_costs_unless_a_table_is_named(
    case: Path, tmp_path: Path, capsys: Captured
) -> None:
    with open_case_file(case, PASSPHRASE) as opened:
        kept = opened.read()
        own = {"gp|contact||contact": OwnCost(41)}
        list(opened.keep(kept, replace(kept, document=replace(kept.document, own_costs=own))))
    (tmp_path / "costs.csv").write_text("service,kind,unit,gbp\ngp,contact,contact,7\n", "utf-8")
    capsys.readouterr()
    for named, pounds in ((), 41), (("--costs", str(tmp_path / "costs.csv")), 7):
        assert main(["people", "--json", str(case), *named]) == 0
        [person] = json.loads(capsys.readouterr().out)
        assert person["cost"]["by_service"]["gp"] == pounds


def test_a_newer_list_renews_what_is_there(case: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "list.csv").write_text(HEADINGS + SECOND, encoding="utf-8")
    assert main(["import", str(tmp_path / "list.csv"), "--into", str(case)]) == 0
    told = capsys.readouterr().out
    assert "1 touchpoints are new, 2 were there before, 0 are no longer told of." in told
    assert numbers(case, capsys)["people"] == 2


@pytest.mark.parametrize(
    "command",
    [
        ["people", "--json"],
        ["touchpoints", "--csv", "out.csv"],
        ["share", "--to", "pack", "--formats", "png"],
    ],
)
def test_every_command_takes_a_case_file_in_place_of_lists(
    case: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    assert main([command[0], str(case), *command[1:]]) == 0


def test_what_leaves_a_case_file_is_written_down_in_it(case: Path, tmp_path: Path) -> None:
    table = ["--csv", str(tmp_path / "out.csv"), "--problems", str(tmp_path / "problems.csv")]
    main(["touchpoints", str(case), *table])
    main(["share", str(case), "--to", str(tmp_path / "pack"), "--formats", "png"])
    assert [(export.what, export.cases, export.identifies) for export in exports(case)] == [
        ("Touchpoints as a table", (), True),
        ("Rows that could not be read", (), True),
        ("Anonymised pack", ("Case A",), False),
    ]


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (("Xylitis", "Xylitis"), ""),
        (("Safeguarding meeting", "Xylitis"), "1 sensitive contact was left out."),
        (("Safeguarding meeting", "HIV"), "2 sensitive contacts were left out."),
    ],
)
def test_share_says_how_many_sensitive_contacts_were_left_out(
    tmp_path: Path, capsys: Captured, reasons: tuple[str, str], said: str
) -> None:
    sensitive = (
        f"943 476 5919,Ada Zwyx,0{day}/03/2024,GP,{reason}\n" for day, reason in enumerate(reasons, 3)
    )
    (tmp_path / "list.csv").write_text(HEADINGS + FIRST + "".join(sensitive), encoding="utf-8")
    assert (
        main(["share", str(tmp_path / "list.csv"), "--to", str(tmp_path / "pack"), "--formats", "xlsx"]) == 0
    )
    assert "\n".join(capsys.readouterr().out.splitlines()[1:]) == said


def test_while_somebody_has_it_open_it_is_left_as_it_is(case: Path, tmp_path: Path, capsys: Captured) -> None:
    with open_case_file(case, PASSPHRASE):
        assert main(["import", str(tmp_path / "list.csv"), "--into", str(case)]) == 1
        assert "has it open since" in capsys.readouterr().err
        assert main(["people", str(case)]) == 0


def test_a_list_that_cannot_be_read_begins_no_case_file(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "list.csv").write_text("no list at all\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "list.csv"), "--into", str(tmp_path / "new.journey")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize(
    ("passphrase", "sentence"),
    [("", "A case file needs its passphrase."), ("abc", "The passphrase is too easy to guess.")],
)
def test_a_case_file_is_not_begun_without_a_good_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, passphrase: str, sentence: str
) -> None:
    monkeypatch.setenv("JOURNEY_PASSPHRASE", passphrase)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    (tmp_path / "list.csv").write_text(HEADINGS + FIRST, encoding="utf-8")
    assert main(["import", str(tmp_path / "list.csv"), "--into", str(tmp_path / "new.journey")]) == 1
    assert capsys.readouterr().err.startswith(sentence)
    assert not (tmp_path / "new.journey").exists()


def test_the_passphrase_can_stand_in_a_file(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOURNEY_PASSPHRASE")
    (tmp_path / "secret.txt").write_bytes(PASSPHRASE.encode() + b"\r\nmore\r\n")
    assert main(["verify", str(case), "--passphrase-file", str(tmp_path / "secret.txt")]) == 0


def test_a_wrong_passphrase_is_said(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("JOURNEY_PASSPHRASE", "another one entirely")
    assert main(["verify", str(case)]) == 1
    assert capsys.readouterr().err.startswith("The passphrase does not open this file.")


def test_damage_is_found(case: Path, capsys: Captured) -> None:
    content = bytearray(case.read_bytes())
    content[-200] ^= 1
    case.write_bytes(content)
    assert main(["verify", str(case)]) == 1
    assert capsys.readouterr().err.startswith("The case file is damaged.")


def test_a_case_file_and_lists_do_not_mix(case: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["people", str(case), str(tmp_path / "list.csv")]) == 1
    assert "opened by itself" in capsys.readouterr().err
