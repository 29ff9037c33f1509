import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journey_viewer.cli import main
from journey_viewer.commands.by_name import COMMANDS

Captured = pytest.CaptureFixture[str]
HEADINGS = "NHS number,Person,Date,Service,Reason,Clinician,Outcome"
GOOD = (
    HEADINGS,
    "943 476 5919,Ada Zwyx,01/03/2024,GP,Xylitis,Dr Quorn,Attended",
    "943 476 5919,Ada Zwyx,02/03/2024,A&E,Xylitis,,Attended",
    "943 476 5919,Ada Zwyx,13/03/2024,GP,Xylitis,Dr Quorn,Did not attend",
    "943 476 5919,Ada Zwyx,13/03/2024,GP,Xylitis,Dr Quorn,Did not attend",
    "999 000 0018,Bo Yttrium,04/03/2024,GP,Zymosis,Dr Quorn,Attended",
    "999 000 0018,Bo Yttrium,no such day,GP,Zymosis,Dr Quorn,Attended",
)
SECRETS = ["Zwyx", "Yttrium", "943", "5919", "999 000", "Xylitis", "Zymosis", "Quorn", "no such day"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
COUNTED = ["rows", "touchpoints", "joined", "duplicates", "skipped", "problems"]


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good.csv", *GOOD)


def identifying(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def test_the_touchpoints_and_problems_of_a_list_are_written(
    good: Path, tmp_path: Path, capsys: Captured
) -> None:
    out, out2 = tmp_path / "new" / "out.csv", tmp_path / "problems.csv"
    assert main(["touchpoints", str(good), "--csv", str(out), "--problems", str(out2)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["nhs_number"], row["start"], row["service"], row["source_row"]) for row in rows] == [
        ("9434765919", "2024-03-01", "gp", "2"),
        ("9434765919", "2024-03-02", "ae", "3"),
        ("9434765919", "2024-03-13", "gp", "4"),
        ("9990000018", "2024-03-04", "gp", "6"),
    ]
    assert [line.split(",")[:4] for line in out2.read_text("utf-8-sig").splitlines()[1:]] == [
        ["good.csv", "", "7", "Date"]
    ]
    told = capsys.readouterr()
    assert told.out.startswith("good.csv: ")
    assert "6 rows = 4 touchpoints + 0 joined + 1 duplicates + 0 skipped + 1 problems\n2 people." in told.out
    assert identifying(told.out + told.err + out2.read_text()) == []


def test_the_account_of_every_file_is_printed_as_json(good: Path, tmp_path: Path, capsys: Captured) -> None:
    patients = write(tmp_path / "second.csv", HEADINGS, GOOD[1], ",,,,,,", GOOD[2])
    assert main(["touchpoints", str(good), str(patients), "--csv", str(tmp_path / "o"), "--json"]) == 0
    printed = capsys.readouterr().out
    told = json.loads(printed)
    assert list(told) == ["files", "people"]
    assert told["people"] == 2
    assert [list(file)[:8] for file in told["files"]] == [["file", "recognised_as", *COUNTED]] * 2
    assert [[file[name] for name in COUNTED] for file in told["files"]] == [
        [6, 4, 0, 1, 0, 1],
        [3, 0, 0, 2, 1, 0],
    ]
    assert identifying(printed) == []


def people(capsys: Captured, *arguments: str) -> list[dict[str, Any]]:
    assert main(["people", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_people_are_printed_busiest_first(good: Path, capsys: Captured) -> None:
    first, second = people(capsys, str(good))
    assert {name: first[name] for name in list(first)[:12]} == {
        "person": "Case A",
        "name": "Ada Zwyx",
        "nhs_number": "9434765919",
        "touchpoints": 3,
        "services": {"gp": 2, "ae": 1},
        "gp_contacts": 1,
        "gp_clinicians": 1,
        "continuity_contacts": 1,
        "upc": None,
        "coc": None,
        "secon": None,
        "handovers": 1,
    }
    assert (second["person"], second["name"], list(second)) == ("Case B", "Bo Yttrium", list(first))


def test_only_the_top_are_printed(good: Path, capsys: Captured) -> None:
    assert [person["name"] for person in people(capsys, str(good), "--top", "1")] == ["Ada Zwyx"]


def test_a_period_can_be_asked_for(good: Path, capsys: Captured) -> None:
    told = people(capsys, str(good), "--from", "2024-03-02", "--until", "2024-03-04")
    assert [(person["name"], person["touchpoints"]) for person in told] == [
        ("Ada Zwyx", 1),
        ("Bo Yttrium", 1),
    ]
    assert [person["name"] for person in people(capsys, str(good), "--from", "2024-03-13")] == ["Ada Zwyx"]


def test_people_are_printed_in_words_and_the_period_said(good: Path, capsys: Captured) -> None:
    assert main(["people", str(good)]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert "missed" in lines[0]
    assert lines[1] == "Case A        3  Ada Zwyx: GP practice 2, A&E 1"
    assert lines[4].split()[:3] == ["GP", "contacts", "clinicians"]
    assert lines[-1].startswith("GP contacts: those attended. N: of these, with a named clinician. Pounds: ")
    assert "Period: 2022-03-14 to 2024-03-13." in told.err


def test_people_are_costed_by_the_user_s_own_table(good: Path, tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "costs.csv"
    table.write_text("service,kind,unit,gbp\ngp,contact,contact,41\nsurgery,contact,contact,1\n", "utf-8")
    assert main(["people", "--json", "--costs", str(table), str(good)]) == 0
    told = capsys.readouterr()
    assert [person["cost"]["by_service"] for person in json.loads(told.out)] == [{"gp": 41}, {"gp": 41}]
    assert told.err.startswith("costs.csv: Line 3: the service must be one of gp, ")
    assert identifying(told.err) == []


@pytest.mark.parametrize(
    "command", [["people", "--costs", "none.of"], ["share", "--to", "pack", "--template", "none.of"]]
)
def test_a_file_of_an_option_that_is_not_there_is_named(
    good: Path, capsys: Captured, command: list[str]
) -> None:
    assert main([*command, str(good)]) == 1
    assert capsys.readouterr().err.startswith("none.of: There is no file")


def test_minutes_of_lists_are_refused_with_what_to_name_instead(
    good: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["minutes", str(good), "--to", str(tmp_path / "out")]) == 1
    assert "Name that .journey file" in capsys.readouterr().err


def test_a_folder_is_searched_for_everybody_on_lists(good: Path, tmp_path: Path, capsys: Captured) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "clean.txt").write_text("Case A")
    assert main(["check", str(pack), "--against", str(good)]) == 0
    (pack / "letter.txt").write_text("About Ada Zwyx")
    assert main(["check", str(pack), "--against", str(good), "--json"]) == 1
    told = capsys.readouterr().out
    assert '"letter.txt": "holds something that identifies a person"' in told
    assert identifying(told) == []


@pytest.mark.skipif(sys.platform != "linux", reason="everywhere else there is always a display")
@pytest.mark.parametrize("arguments", [[], ["open", "somebody.csv"]])
def test_without_a_display_the_window_says_so_in_a_sentence(
    arguments: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt would end the program with words of its own."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(arguments) == 1
    assert capsys.readouterr().err.startswith("There is no display here")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check", "folder"],
        ["people"],
        ["touchpoints", "a.csv"],
        ["share", "a.csv"],
        ["share", "a.csv", "--to", "x", "--formats", "docx"],
        ["share", "a.csv", "--to", "x", "--formats", ","],
        ["people", "a.csv", "--top", "0"],
        ["people", "a.csv", "--top", "ten"],
        ["people", "a.csv", "--from", "1/2/2024"],
        ["people", "a.csv", "--service", "hairdresser"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: journey-viewer" in capsys.readouterr().err


def test_the_version_is_told(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out[:15]) == (0, "Journey Viewer ")


def folder(path: Path) -> None:
    path.mkdir()


def workbook(path: Path) -> None:
    import openpyxl

    made = openpyxl.Workbook()
    made.worksheets[0].append(["Colour", "Size"])
    made.worksheets[0].append(["Zwyx", 943])
    made.save(path)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "Zwyx")


def content(of: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(of)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Captured:
    """What is printed, with an empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return capsys


def nothing(_: Path) -> None:
    """No file of that name."""


@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("none.csv", nothing, "There is no file or folder of that name."),
        ("empty.csv", content(b""), "The file is empty."),
        ("folder", folder, "The folder holds no lists."),
        ("picture.csv", content(b"\x89PNG\r\n\x1a\n" + bytes(99)), "This is not a list that can be read."),
        ("colours.xlsx", workbook, "The workbook has no sheet with a list in it."),
        ("letter.xlsx", zipped, "This is not a list that can be read."),
        ("undated.csv", content(b"Person,Service,Reason\nAda Zwyx,GP,Xylitis\n"), "The list has no column that says when each contact was."),
        ("locked.xlsx", content(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le")), "The workbook is protected by a password."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", [["people"], ["touchpoints", "--csv", "out.csv"]])
def test_what_can_be_mended_exits_with_1_and_says_what_and_what_to_do(
    here: Captured, command: list[str], name: str, make: Callable[[Path], object], sentence: str
) -> None:
    make(Path(name))
    assert main([*command, name]) == 1
    told = here.readouterr()
    (line,) = told.err.splitlines()
    assert line.startswith(sentence)
    assert len(line) > len(sentence) + 10
    assert (told.out, identifying(line), Path("out.csv").exists()) == ("", [], False)


def test_a_good_list_beside_a_bad_one_still_comes_in(good: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "bad.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    assert main(["touchpoints", str(tmp_path), "--csv", str(tmp_path / "out" / "o.csv"), "--json"]) == 0
    told = capsys.readouterr()
    bad, kept = sorted(json.loads(told.out)["files"], key=lambda file: file["touchpoints"])
    assert (bad["file"], bad["recognised_as"], bad["rows"]) == ("bad.csv", None, 0)
    assert bad["refused"].startswith("This is not a list that can be read.")
    assert (kept["file"], kept["touchpoints"]) == ("good.csv", 4)
    assert "bad.csv: This is not a list that can be read." in told.err
    assert identifying(told.out + told.err) == []


def test_a_list_with_headings_alone_is_a_list_of_nobody(tmp_path: Path, capsys: Captured) -> None:
    assert people(capsys, str(write(tmp_path / "list.csv", HEADINGS))) == []


def test_where_every_file_is_refused_it_says_so_once(tmp_path: Path, capsys: Captured) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(b"")
    assert main(["people", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "The file is empty." in line


def test_a_period_the_wrong_way_round_can_be_mended(good: Path, capsys: Captured) -> None:
    assert main(["people", str(good), "--from", "2024-05-01", "--until", "2024-04-01"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("The period ends before it begins")


def test_an_output_that_cannot_be_written_can_be_mended(good: Path, capsys: Captured) -> None:
    assert main(["touchpoints", str(good), "--csv", str(good / "out.csv")]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("Files cannot be written to that folder.")
    assert good.read_text(encoding="utf-8").startswith(HEADINGS)


def test_lists_that_name_no_service_are_read_as_asked(tmp_path: Path, capsys: Captured) -> None:
    path = write(tmp_path / "list.csv", "Person,Date", "Ada Zwyx,01/03/2024")
    assert main(["people", str(path)]) == 1
    assert people(capsys, str(path), "--service", "voluntary")[0]["services"] == {"voluntary": 1}


def test_nothing_is_left_in_the_temporary_folder(
    good: Path, temp_stays_empty: Path, capsys: Captured
) -> None:
    assert main(["people", str(good)]) == 0


def test_it_runs_as_a_module_with_its_exit_code() -> None:
    command = [sys.executable, "-m", "journey_viewer", "people", "there is no such list.csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is no file or folder of that name.")


def test_an_output_never_takes_the_place_of_a_list(good: Path, tmp_path: Path, capsys: Captured) -> None:
    before = good.read_bytes()
    assert main(["touchpoints", str(good), "--csv", str(good)]) == 1
    same = str(tmp_path / "out.csv")
    assert main(["touchpoints", str(good), "--csv", same, "--problems", same]) == 1
    assert good.read_bytes() == before
    assert not Path(same).exists()


@pytest.mark.parametrize("name", ["a" * 300, "bad\udcff\udcfe.csv"])
def test_a_name_that_no_file_can_have_is_a_missing_file(name: str, capsys: Captured) -> None:
    assert main(["people", name]) == 1
    assert capsys.readouterr().err.startswith("There is no file or folder of that name.")


def test_a_fault_of_ours_says_where_and_not_what(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def broken(_: object) -> int:
        raise ValueError("Ada Zwyx 9434765919")

    monkeypatch.setitem(COMMANDS, "people", broken)
    assert main(["people", str(good)]) == 3
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "Zwyx" not in told
    assert "9434765919" not in told


def test_whoever_stops_reading_early_is_no_fault(good: Path) -> None:
    command = [sys.executable, "-m", "journey_viewer", "people", str(good), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        told.stdout.close()
        assert "fault" not in told.stderr.read()
    assert told.returncode == 0
