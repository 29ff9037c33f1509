"""What several of the shapes share: numbers of their own, codes, and CSV as text."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from journeys import Person, Row

INVENTED = "Invented data for Riverside PCN: nobody here exists"

# ATTENDANCE STATUS and CONSULTATION MECHANISM, as every national data set has them.
ATTENDANCE = {
    "Attended": "5",
    "Did not attend": "3",
    "Cancelled by patient": "2",
    "Cancelled by service": "4",
}
MECHANISM = {"Face to face": "01", "Home visit": "01", "Telephone": "02", "Video": "11"}


def of_list(rows: Iterable[Row], name: str) -> list[Row]:
    return [row for row in rows if row.list_name == name]


def people_of(rows: Iterable[Row]) -> list[Person]:
    """Each person once, in order of appearance."""
    return list(dict.fromkeys(row.person for row in rows))


def local_id(person: Person, system: str) -> str:
    """Six digits that one system knows a person by, and no other."""
    return _number(f"{system}: {person.digits}", 6)


def site_code(place: str) -> str:
    """An invented code of a place; no real one begins with ZZ9."""
    return f"ZZ9{_number(place, 2)}"


def in_words(mapping: Mapping[str, Sequence[str]], text: str, otherwise: str) -> str:
    """The first key of which a word stands in the text."""
    lower = text.lower()
    return next((key for key, words in mapping.items() if any(word in lower for word in words)), otherwise)


def csv_bytes(lines: Iterable[Sequence[str]], *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """CSV with the line ends of Windows, as the systems write it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(lines)
    return stream.getvalue().encode(encoding)


def table(rows: Iterable[Mapping[str, str]]) -> bytes:
    """CSV of rows that all have the same columns."""
    written = list(rows)
    return csv_bytes([list(written[0]), *(list(row.values()) for row in written)])


def _number(text: str, digits: int) -> str:
    return str(int(sha256(text.encode()).hexdigest(), 16) % (9 * 10 ** (digits - 1)) + 10 ** (digits - 1))
