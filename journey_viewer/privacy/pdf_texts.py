"""Every text in a PDF: its pages, its properties, its links and notes, and what is attached to it."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from journey_viewer.errors import FileNotSearchable

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what it says of a damaged file may quote it
_MOST_OBJECTS = 500_000


@dataclass(frozen=True, repr=False)
class PdfTexts:
    """``texts``: each page's text and every string in the file · ``xml``: its properties · ``attached``: files in it."""

    texts: tuple[str, ...]
    xml: tuple[bytes, ...]
    attached: tuple[bytes, ...]


def read_pdf(content: bytes) -> PdfTexts:
    """Raises FileNotSearchable where not all of it can be read: damaged, locked, or made to be endless."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            reader.decrypt("")  # one that needs another password cannot be read, which says so below
        texts = [page.extract_text() for page in reader.pages]
        objects = list(_objects(reader))
        texts += [text for told in objects for text in _strings_in(told)]
        streams = [told for told in objects if isinstance(told, StreamObject)]
        return PdfTexts(tuple(texts), _of_type("/Metadata", streams), _of_type("/EmbeddedFile", streams))
    except Exception:  # noqa: BLE001  (whatever a damaged file makes of the reader; its message may quote the file)
        raise FileNotSearchable from None


def _objects(reader: Any) -> Iterator[Any]:
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > _MOST_OBJECTS:
        raise ValueError("more than any export of ours")
    return (reader.get_object(number) for number in sorted(numbers))


def _of_type(kind: str, streams: list[Any]) -> tuple[bytes, ...]:
    return tuple(told.get_data() for told in streams if told.get("/Type") == kind)


def _strings_in(told: Any) -> Iterator[str]:
    """The strings of one object; what it refers to is looked at by itself."""
    if isinstance(told, TextStringObject):
        yield str(told)
    elif isinstance(told, ByteStringObject):
        yield bytes(told).decode("cp1252", errors="replace")
    elif isinstance(told, DictionaryObject):
        for part in told.values():
            yield from _strings_in(part)
    elif isinstance(told, ArrayObject):
        for part in told:
            yield from _strings_in(part)
