import json
from pathlib import Path
from typing import Any

import pytest

from journey_viewer.cli import main

Captured = pytest.CaptureFixture[str]
HEADINGS = "NHS number,Person,Date,Service,Reason,Clinician,Outcome"
SECRETS = ("Yttrium", "Wraxen", "999", "Quorn", "Zymosis")


@pytest.fixture
def lists(tmp_path: Path) -> str:
    path = tmp_path / "good.csv"
    rows = [f"999 000 0018,Bo Yttrium,{day:02}/03/2024,GP,Zymosis,Dr Quorn,Attended" for day in range(1, 8)]
    rows += [f"999 000 0026,Cy Wraxen,{day:02}/03/2025,GP,Zymosis,Dr Quorn,Attended" for day in range(1, 4)]
    rows += ["999 000 0018,Bo Yttrium,09/03/2025,GP,Zymosis,Dr Quorn,Attended"]
    path.write_text("\n".join((HEADINGS, *rows)), encoding="utf-8")
    return str(path)


def told(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert main(["find", "--json", *arguments]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert not any(secret in str(printed) for secret in SECRETS) or "--identify" in arguments
    return printed


def test_who_attends_is_printed_for_scripts(lists: str, capsys: Captured) -> None:
    printed = told(capsys, lists)
    assert [(one["person"], one["contacts"]["gp"], one["gp_before"]) for one in printed["people"]] == [
        ("Case B", 3, 0),
        ("Case A", 1, 7),
    ]
    assert printed["turnover"] == {"top": 100, "stayers": 1, "leavers": 0, "joiners": 1}
    assert printed["share_of_busiest"]["0.1"] == pytest.approx(0.2 * 3 / 4)


def test_rank_and_top_choose(lists: str, capsys: Captured) -> None:
    [one] = told(capsys, lists, "--rank", "last_year=2,gp_contacts", "--top", "1")["people"]
    assert (one["person"], one["score"]) == ("Case A", 15)


def test_nobody_is_named_unless_asked(lists: str, capsys: Captured) -> None:
    assert main(["find", lists]) == 0
    printed = "".join(capsys.readouterr())
    assert [secret for secret in SECRETS if secret in printed] == []
    assert "These are people" in printed
    assert "This year is 10 Mar 2024 to 9 Mar 2025; last year is 10 Mar 2023 to 9 Mar 2024." in printed
    assert main(["find", "--identify", lists]) == 0
    assert "Cy Wraxen" in capsys.readouterr().out


def test_parquet_and_csv_are_ranked_by_their_keys_only_when_asked(tmp_path: Path, capsys: Captured) -> None:
    path, mapping = tmp_path / "rows.csv", tmp_path / "mapping.toml"
    path.write_text("who,at\nYttrium,2026-01-05\nYttrium,2026-01-06\nWraxen,2026-01-05\n", encoding="utf-8")
    mapping.write_text('[touchpoints]\nperson = "who"\nstart = "at"\n', encoding="utf-8")
    printed = told(capsys, str(path), "--mapping", str(mapping))
    assert [(one["person"], one["contacts"]) for one in printed["people"]] == [
        ("Person 1", {"gp": 2}),
        ("Person 2", {"gp": 1}),
    ]
    printed = told(capsys, str(path), "--mapping", str(mapping), "--identify")
    assert [one["person"] for one in printed["people"]] == ["Yttrium", "Wraxen"]


def test_practices_and_care_homes_are_named_only_when_asked(tmp_path: Path, capsys: Captured) -> None:
    rows, people, mapping = (tmp_path / name for name in ("touchpoints.csv", "people.csv", "mapping.toml"))
    rows.write_text("who,at\nBo,2026-01-05\n", encoding="utf-8")
    people.write_text("who,surgery,home\nBo,Quorn,Zymosis\n", encoding="utf-8")
    mapping.write_text(
        '[touchpoints]\nperson = "who"\nstart = "at"\n'
        '[people]\nperson = "who"\npractice = "surgery"\ncare_home = "home"\n',
        encoding="utf-8",
    )
    asked = (str(tmp_path), "--mapping", str(mapping))
    printed = told(capsys, *asked)
    assert [one["practice"] for one in printed["practices"]] == ["Practice A"]
    assert [one["name"] for one in printed["care_homes"]] == ["Care home 1"]
    printed = told(capsys, *asked, "--identify")
    assert [one["practice"] for one in printed["practices"]] == ["Quorn"]
    assert [one["name"] for one in printed["care_homes"]] == ["Zymosis"]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--rank", "loudness"], "nothing people can be ranked by"),
        (["--rank", "gp_contacts=lots"], "nothing people can be ranked by"),
        (["--rank", "social_care"], "Nobody on the list"),
        (["--until", "2019-03-31"], "Nobody on the list"),
        (["--mapping", "nowhere.toml"], "no file"),
        (["--months", "99999"], "No calendar"),
        (["--until", "9999-12-31"], "No calendar"),
    ],
)
def test_what_will_not_do_is_a_sentence(
    lists: str, arguments: list[str], part: str, capsys: Captured
) -> None:
    assert main(["find", lists, *arguments]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert part in printed.err


@pytest.mark.parametrize("address", ["postgres://me:hush@server/base", "nonsense://server/base"])
def test_an_address_that_will_not_do_is_a_sentence(address: str, capsys: Captured) -> None:
    assert main(["find", address]) == 1
    assert "hush" not in capsys.readouterr().err
