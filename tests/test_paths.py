import tomllib
from pathlib import Path

import pytest

from journey_viewer.paths import example_lists, resource

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


@pytest.mark.parametrize(
    "name", ["services.toml", "patterns.toml", "theme.toml", "own_words.txt", "style.qss", "profiles"]
)
def test_what_travels_with_the_program_is_found(name: str) -> None:
    assert resource(name).exists()


def test_what_does_not_travel_with_it_is_a_fault_of_ours() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/none\.toml"):
        resource("none.toml")


def test_the_examples_are_found() -> None:
    assert len(example_lists()) == 19


def test_every_example_travels_in_the_wheel() -> None:
    wheel = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    packed = {inside for inside in wheel["force-include"].values() if "/examples/" in inside}
    assert packed == {f"journey_viewer/examples/{path.name}" for path in example_lists()}
