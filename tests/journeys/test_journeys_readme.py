import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journey_viewer import cli
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.commands.arguments import read_arguments
from journey_viewer.commands.by_name import COMMANDS
from journey_viewer.model.kept import Kept
from journey_viewer.model.meeting_steps import new_action, with_action
from journey_viewer.paths import example_lists, resource

PASSPHRASE = "lantern orbit pickle meadow"
ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_THE_README = re.findall(r"^journey-viewer(.*?)\s+#", README, flags=re.MULTILINE)

BEFORE = {
    "verify": "import LIST… --into CASE",
    "minutes": "import LIST… --into CASE",
    "check": "share SOURCE… --to DIR --formats svg",
}
"""What has to be there before a command can do anything."""


def _filled_in(command: str, folder: Path) -> list[str]:
    lists = [str(path) for path in example_lists()]
    places = {
        "LIST…": lists,
        "SOURCE…": lists,
        "CASE": [str(folder / "case.journey")],
        "FILE": [str(resource("unit_costs.csv"))],
        "OUT": [str(folder / "out.csv")],
        "DIR": [str(folder / "pack")],
    }
    return [argument for word in command.split() for argument in places.get(word, [word])]


def _agree_on_something(case: Path) -> None:
    with open_case_file(case, PASSPHRASE) as opened:
        kept = opened.read()
        action = replace(new_action(kept.document, None, date(2026, 3, 5)), what="Ask the council")
        list(opened.keep(kept, Kept(kept.lists, with_action(kept.document, action))))


def test_the_readme_names_every_command() -> None:
    named = {command.split()[0] for command in IN_THE_README if command.split()}
    assert named == cli.OF_THE_WINDOW.keys() | COMMANDS.keys()


@pytest.mark.parametrize(
    "command", [c for c in IN_THE_README if c.split()[:1] not in ([], ["open"], ["demo"])]
)
def test_every_command_in_the_readme_runs(
    qapp: object,
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JOURNEY_PASSPHRASE", PASSPHRASE)
    before = BEFORE.get(command.split(maxsplit=1)[0])
    if before is not None:
        cli.main(_filled_in(before, tmp_path))
    if command.split(maxsplit=1)[0] == "minutes":
        _agree_on_something(tmp_path / "case.journey")
    assert cli.main(_filled_in(command, tmp_path)) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("command", ["", "open SOURCE…"])
def test_the_window_commands_of_the_readme_open_the_window(command: str, tmp_path: Path) -> None:
    options = read_arguments(_filled_in(command, tmp_path))
    assert cli.OF_THE_WINDOW[options.command] is cli.open_window


def test_every_picture_and_page_that_the_readme_shows_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_draws_the_layers_as_the_lint_has_them() -> None:
    lint = re.search(
        r"^layers = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M | re.S
    )
    drawn = re.search(r"```\n(__main__.*?)```", README, re.S)
    assert lint is not None
    assert drawn is not None
    wanted = re.findall(r'"([^"]+)"', lint.group(1))
    assert [re.split(r"\s{2,}", line)[0] for line in drawn.group(1).splitlines()] == wanted
