import re
import zipfile
from io import BytesIO

from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.privacy.identifiers import own_words


def test_every_word_of_a_deck_is_known_as_our_own(parts: dict[str, bytes]) -> None:
    """Else somebody of that name could not be shared at all."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as deck:
        for name, part in parts.items():
            deck.writestr(name, part)
    words = {
        word
        for text in texts_in("deck.pptx", content.getvalue())
        for word in re.findall(r"[a-z]{5,}", text.casefold())
    }
    assert words - own_words() == {"visits"}, "the one word of this page alone"
