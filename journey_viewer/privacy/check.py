"""Every exported file is opened again and searched before it is kept."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from journey_viewer.errors import FileNotSearchable, IdentifierFound
from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.privacy.packed_texts import PIXELS_ONLY, PNG, png_chunks

_THUMBNAIL = re.compile(r"docProps/thumbnail\.", re.IGNORECASE)
_KINDS = {
    ".pptx": "The PowerPoint deck",
    ".docx": "The Word document",
    ".xlsx": "The Excel workbook",
    ".pdf": "The PDF",
    ".png": "A picture",
    ".svg": "A drawing",
}


def check_file(
    name: str, content: bytes, known: Identifiers, shown_on_purpose: frozenset[str] = frozenset()
) -> None:
    """Raises IdentifierFound where the file's name, text or properties hold any known identifier.

    ``shown_on_purpose``: texts of a practice's own template, which may say whose it is.
    A picture of ours may hold nothing but pixels, and an Office file no picture of its first page; a file of
    which not everything can be searched is not kept.
    """
    file = _KINDS.get(PurePath(name).suffix.lower(), "A file")
    try:
        if content.startswith(PNG) and not all(kind in PIXELS_ONLY for kind, _ in png_chunks(content)):
            raise IdentifierFound(_told(file, "something besides its pixels"))
        texts = list(texts_in(name, content))
    except FileNotSearchable:
        raise IdentifierFound(
            f"{file} could not be searched whole for what identifies people, so it was not kept."
        ) from None
    if any(_THUMBNAIL.match(text) for text in texts):
        raise IdentifierFound(_told(file, "a small picture of its first page"))
    hit = known.hit_in(text for text in texts if text not in shown_on_purpose)
    if hit is not None:
        raise IdentifierFound(_told(file, f"{hit} from the lists"))


def check_texts(texts: Iterable[str], known: Identifiers) -> None:
    """Raises IdentifierFound where any text that is about to be drawn holds any known identifier."""
    hit = known.hit_in(texts)
    if hit is not None:
        raise IdentifierFound(_told("A page", f"{hit} from the lists"))


def _told(where: str, what: str) -> str:
    return f"{where} to be shared still held {what}, so it was not kept."
