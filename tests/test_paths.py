import pytest

from journey_viewer.paths import example_lists, resource


@pytest.mark.parametrize("name", ["services.toml", "theme.toml", "own_words.txt", "style.qss", "profiles"])
def test_what_travels_with_the_program_is_found(name: str) -> None:
    assert resource(name).exists()


def test_what_does_not_travel_with_it_is_a_fault_of_ours() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/none\.toml"):
        resource("none.toml")


def test_the_examples_are_found() -> None:
    assert [path.suffix for path in example_lists()] == [".csv", ".xlsx", ".xlsx"]
