import re
import zipfile
from datetime import date
from io import BytesIO

from invented_packs import pack_of

from journey_viewer.export.workbook import pack_workbook
from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.privacy.identifiers import own_words


def _words(name: str, content: bytes) -> set[str]:
    texts = texts_in(name, content)
    return {word for text in texts for word in re.findall(r"[a-z]{5,}", text.casefold())}


def test_every_word_of_a_deck_is_known_as_our_own(parts: dict[str, bytes]) -> None:
    """Else somebody of that name could not be shared at all."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as deck:
        for name, part in parts.items():
            deck.writestr(name, part)
    assert _words("deck.pptx", content.getvalue()) - own_words() == set()


def test_every_word_of_a_workbook_too() -> None:
    content = pack_workbook(pack_of("x"), date(2026, 4, 1))
    assert _words("pack.xlsx", content) - own_words() == set()
