from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.work.guard import cleaner, rereader

NOBODY = Identifiers(frozenset(), frozenset())
SNIPPETS = st.sampled_from(
    [
        "Karen",
        "Dr",
        "rose",
        "93",
        "years",
        "[name]",
        "[90 or over]",
        "[…]",
        "to",
        ".",
        "999 000 1234",
        "Mrs",
        "KS",
    ]
)


@pytest.fixture
def known(lists: Callable[..., Imported]) -> Identifiers:
    return known_identifiers(lists("2024-01-01 gp; place=Bent Elm hut", people=[Person("Helen Marsh")]))


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        ("a long wait", "", ""),
        ("walks on the marsh", "marsh", ""),
        ("walks on the marsh", "", "a word that nobody has ticked"),
        ("walks with Marsh", "marsh", "a name"),
        ("spoke to Karen", "karen", "a name"),
        ("at Bent Elm hut", "", "a place"),
        ("since 12/03/2024", "", "a number, a date or an address on the web"),
        ("a blorptide", "", "a word that nobody has ticked"),
        ("a blorptide", "blorptide", ""),
        ("[name], [90 or over], at [place] since [date]: […]", "", ""),
    ],
)
def test_words_are_read_once_more(known: Identifiers, text: str, kept: str, left: str) -> None:
    assert rereader(known)(text, kept.split()) == left


@given(st.one_of(st.text(max_size=40), st.lists(SNIPPETS, max_size=8).map(" ".join)))
def test_what_was_cleaned_is_found_clean(text: str) -> None:
    assert rereader(NOBODY)(cleaner(NOBODY)(text, ()), ()) == ""
