"""Every exported file is opened again and searched before it is kept."""

import re
from collections.abc import Iterable

from journey_viewer.errors import FileNotSearchable, IdentifierFound
from journey_viewer.privacy.file_texts import PIXELS_ONLY, PNG, png_chunks, texts_in
from journey_viewer.privacy.identifiers import Identifiers

_THUMBNAIL = re.compile(r"docProps/thumbnail\.", re.IGNORECASE)


def check_file(
    name: str, content: bytes, known: Identifiers, shown_on_purpose: frozenset[str] = frozenset()
) -> None:
    """Raises IdentifierFound where the file's name, text or properties hold any known identifier.

    ``shown_on_purpose``: texts of a practice's own template, which may say whose it is.
    A picture of ours may hold nothing but pixels, and an Office file no picture of its first page; a file of
    which not everything can be searched is not kept.
    """
    try:
        if content.startswith(PNG) and not all(kind in PIXELS_ONLY for kind, _ in png_chunks(content)):
            raise IdentifierFound
        texts = list(texts_in(name, content))
        if any(_THUMBNAIL.match(text) for text in texts) or known.are_in(
            text for text in texts if text not in shown_on_purpose
        ):
            raise IdentifierFound
    except FileNotSearchable:
        raise IdentifierFound from None


def check_texts(texts: Iterable[str], known: Identifiers) -> None:
    """Raises IdentifierFound where any text that is about to be drawn holds any known identifier."""
    if known.are_in(texts):
        raise IdentifierFound
