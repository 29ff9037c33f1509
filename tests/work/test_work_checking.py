import io
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from pptx import Presentation
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from journey_viewer.commands.sources import walk
from journey_viewer.errors import FolderEmpty
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.packed_texts import PNG
from journey_viewer.work.checking import Checked, Finding, check_folder


@pytest.fixture
def known(lists: Callable[..., Imported]) -> Identifiers:
    return known_identifiers(lists("2024-01-01 gp", people=[Person("Helen Marsh", "9434765919")]))


def test_every_file_of_a_folder_is_searched_and_those_inside_it(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "letter.txt").write_text("Dear Helen")
    (tmp_path / "plain.txt").write_text("Case A")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    assert walk(check_folder(tmp_path, known)) == [
        Checked("broken.zip", Finding.NOT_SEARCHABLE),
        Checked("inside/letter.txt", Finding.FOUND),
        Checked("plain.txt", Finding.NOTHING),
    ]


def test_a_folder_called_after_somebody_is_found(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "943 476 5919").mkdir()
    (tmp_path / "943 476 5919" / "plain.txt").write_text("Case A")
    assert walk(check_folder(tmp_path, known)) == [
        Checked("943 476 5919/", Finding.FOUND),
        Checked("943 476 5919/plain.txt", Finding.FOUND),
    ]


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("Khan.txt", Finding.FOUND),
        ("Young.txt", Finding.FOUND),
        ("young people.txt", Finding.NOTHING),
        ("Case A 4K.png", Finding.NOTHING),
        ("Journeys anonymised.pptx", Finding.NOTHING),
    ],
)
def test_a_file_is_found_by_a_short_name_or_one_of_our_own_words_in_its_name(
    tmp_path: Path, name: str, finding: Finding, lists: Callable[..., Imported]
) -> None:
    people = [Person("Ali Khan"), Person("Bo Young"), Person("Case Journeys")]
    (tmp_path / name).write_text("Case A")
    (checked,) = walk(check_folder(tmp_path, known_identifiers(lists(people=people))))
    assert (checked.finding is Finding.FOUND) == (finding is Finding.FOUND)


def test_an_empty_folder_is_one_sentence(tmp_path: Path, known: Identifiers) -> None:
    with pytest.raises(FolderEmpty, match="The folder holds no files"):
        walk(check_folder(tmp_path, known))


def zipped(name: str, content: bytes, comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(name, content)
        package.comment = comment
    return stream.getvalue()


def picture(kind: bytes, content: bytes) -> bytes:
    """One pixel, and a chunk that pictures can have."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return PNG + header + chunk(kind, content) + pixels


def document(title: str = "", page: str = "", attached: bytes = b"") -> bytes:
    """A PDF of one page."""
    writer = PdfWriter()
    made = writer.add_blank_page(200, 200)
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{name}") for key, name in FONT.items()})
    made[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    shown = StreamObject()
    shown.set_data(f"BT /F1 12 Tf 20 20 Td ({page}) Tj ET".encode())
    made[NameObject("/Contents")] = shown
    writer.add_metadata({"/Title": title})
    if attached:
        writer.add_attachment("attached.txt", attached)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def deck(notes: str = "", described: str = "", author: str = "") -> bytes:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    shape = slide.shapes.add_shape(1, 0, 0, 100, 100)
    shape._element.nvSpPr.cNvPr.set("descr", described)
    slide.notes_slide.notes_text_frame.text = notes
    made.core_properties.author = author
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def workbook(cell: str = "", comment: str = "", author: str = "") -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, cell)
        sheet.write_comment(1, 1, comment or "none")
        book.set_properties({"author": author})
    return stream.getvalue()


def escaped(sign: str) -> str:
    """As JSON may write any letter."""
    return f"\\u{ord(sign):04x}"


FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
WHOM = "Helen Marsh"
PLANTED: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "a text chunk of a picture": ("a.png", lambda text: picture(b"tEXt", b"Author\0" + text.encode())),
    "a packed chunk": ("a.png", lambda text: picture(b"zTXt", b"Author\0\0" + zlib.compress(text.encode()))),
    "an international chunk": ("a.png", lambda text: picture(b"iTXt", b"A\0\0\0\0\0" + text.encode())),
    "the letters after a picture": ("a.png", lambda text: picture(b"tEXt", b"") + text.encode()),
    "the title of a PDF": ("a.pdf", lambda text: document(title=text)),
    "a page of a PDF": ("a.pdf", lambda text: document(page=text)),
    "what is attached to a PDF": ("a.pdf", lambda text: document(attached=text.encode())),
    "the notes of a slide": ("a.pptx", lambda text: deck(notes=text)),
    "what a shape is described as": ("a.pptx", lambda text: deck(described=text)),
    "the author of a deck": ("a.pptx", lambda text: deck(author=text)),
    "a cell": ("a.xlsx", lambda text: workbook(cell=text)),
    "a comment on a cell": ("a.xlsx", lambda text: workbook(comment=text)),
    "the author of a workbook": ("a.xlsx", lambda text: workbook(author=text)),
    "the title of a drawing": ("a.svg", lambda text: SVG.format(f"<title>{text}</title>").encode()),
    "the description of a drawing": ("a.svg", lambda text: SVG.format(f"<desc>{text}</desc>").encode()),
    "a name in a drawing": ("a.svg", lambda text: SVG.format(f'<g id="{text}"/>').encode()),
    "a remark in a drawing": ("a.svg", lambda text: SVG.format(f"<!-- {text} -->").encode()),
    "JSON": ("a.json", lambda text: json.dumps({"cases": [{text: 1}]}).encode()),
    "JSON in escapes": ("a.json", lambda text: json.dumps(["".join(map(escaped, text))]).replace("\\\\", "\\").encode()),
    "a zip in a zip": ("a.zip", lambda text: zipped("b.zip", zipped("c.txt", text.encode()))),
    "the name of a file in a zip": ("a.zip", lambda text: zipped(f"{text}.txt", b"")),
    "the comment of a zip": ("a.zip", lambda text: zipped("c.txt", b"", text.encode())),
    "a text in UTF-16": ("a.txt", lambda text: text.encode("utf-16")),
}  # fmt: skip


@pytest.mark.parametrize("text", [WHOM, "943 476 5919"])
@pytest.mark.parametrize("where", PLANTED)
def test_what_was_planted_by_hand_is_found(tmp_path: Path, known: Identifiers, where: str, text: str) -> None:
    name, make = PLANTED[where]
    (tmp_path / name).write_bytes(make(text))
    assert [each.finding for each in walk(check_folder(tmp_path, known))] == [Finding.FOUND]


@pytest.mark.parametrize("where", PLANTED)
def test_the_same_file_about_nobody_holds_nothing(tmp_path: Path, known: Identifiers, where: str) -> None:
    name, make = PLANTED[where]
    (tmp_path / name).write_bytes(make("Somebody else"))
    assert [each.finding for each in walk(check_folder(tmp_path, known))] == [Finding.NOTHING]


def test_a_file_called_after_somebody_is_found(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "Marsh_Helen.png").write_bytes(picture(b"tEXt", b""))
    assert [each.finding for each in walk(check_folder(tmp_path, known))] == [Finding.FOUND]


def test_an_empty_folder_called_after_somebody_is_found(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "Helen Marsh").mkdir()
    (tmp_path / "Case A").mkdir()
    assert walk(check_folder(tmp_path, known)) == [Checked("Helen Marsh/", Finding.FOUND)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links and pipes")
def test_what_is_no_plain_file_is_told_and_never_waited_for(tmp_path: Path, known: Identifiers) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "endless").symlink_to("/dev/zero")
    (tmp_path / "broken Helen").symlink_to("nowhere")
    assert walk(check_folder(tmp_path, known)) == [
        Checked("broken Helen", Finding.FOUND),
        Checked("endless", Finding.NOT_SEARCHABLE),
        Checked("loop/", Finding.NOT_SEARCHABLE),
        Checked("pipe", Finding.NOT_SEARCHABLE),
    ]


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, known: Identifiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "plain.txt").write_text("Case A")
    real = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "not yours", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert walk(check_folder(tmp_path, known)) == [
        Checked("locked/", Finding.NOT_SEARCHABLE),
        Checked("plain.txt", Finding.NOTHING),
    ]


def test_what_is_found_counts_more_than_what_cannot_be_read(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(9) + b"Helen" + bytes(9))
    (tmp_path / "b.bin").write_bytes(bytes(9) + b"Case A" + bytes(9) + b"\xff")
    assert [each.finding for each in walk(check_folder(tmp_path, known))] == [
        Finding.FOUND,
        Finding.NOT_SEARCHABLE,
    ]


def test_a_file_for_which_there_is_no_room_is_told(
    tmp_path: Path, known: Identifiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: object) -> bytes:
        raise MemoryError

    (tmp_path / "plain.txt").write_text("Case A")
    monkeypatch.setattr(Path, "read_bytes", no_room)
    assert walk(check_folder(tmp_path, known)) == [Checked("plain.txt", Finding.NOT_SEARCHABLE)]


def test_the_search_of_one_long_file_can_be_stopped(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "long.txt").write_text("some words of nobody\n" * 50_000 + "x\n" * 10)
    (tmp_path / "many.xml").write_text("<?xml ?>" + "<p>a</p>" * 5_000)
    assert sum(1 for _ in check_folder(tmp_path, known)) > 10
