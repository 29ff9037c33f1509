import pytest

from journey_viewer.model.phrases import many, plural, with_and


@pytest.mark.parametrize(
    ("count", "words", "told"),
    [
        (0, ("stay",), "0 stays"),
        (1, ("stay",), "1 stay"),
        (1204, ("stay",), "1,204 stays"),
        (1, ("person", "people"), "1 person"),
        (2, ("person", "people"), "2 people"),
    ],
)
def test_a_number_stands_before_what_it_counts(count: int, words: tuple[str, ...], told: str) -> None:
    assert many(count, *words) == told
    assert told.endswith(plural(count, *words))


@pytest.mark.parametrize(
    ("names", "told"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_the_last_of_several_names_follows_an_and(names: tuple[str, ...], told: str) -> None:
    assert with_and(names) == told
