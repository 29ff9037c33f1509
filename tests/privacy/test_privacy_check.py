import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date

import pytest

from journey_viewer.errors import IdentifierFound
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.check import check_file
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers

SLIDE, CORE = "ppt/slides/slide1.xml", "docProps/core.xml"


@pytest.fixture
def known(lists: Callable[..., Imported]) -> Identifiers:
    helen = Person("Helen Marsh", "9434765919", "L-457200", date(1947, 3, 9))
    young = Person("Young")
    return known_identifiers(
        lists("2024-01-01 gp; by=Dr Lanyon; place=Community health", people=[helen, young])
    )


def deck(part: str = SLIDE, content: str | bytes = "", others: int = 3) -> bytes:
    """A zip in the manner of a deck, with this part among ordinary ones."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for number in range(others):
            package.writestr(f"ppt/slides/slide{number + 7}.xml", slide("Case A: 5 touchpoints"))
        package.writestr(part, content)
    return stream.getvalue()


def slide(*runs: str) -> str:
    text = "".join(f"<a:r><a:rPr lang='en-GB'/><a:t>{run}</a:t></a:r>" for run in runs)
    return (
        f'<p:sp><p:cNvPr id="4" name="Title"/><a:p>{text}</a:p><a:p><a:r><a:t>Month</a:t></a:r></a:p></p:sp>'
    )


def core(title: str) -> str:
    day = "<dcterms:created>2026-11-21T00:00:00Z</dcterms:created>"
    return f"<cp:coreProperties><cp:revision>1</cp:revision><dc:title>{title}</dc:title>{day}</cp:coreProperties>"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SLIDE, slide("Helen")),
        (SLIDE, slide("He", "len")),
        (SLIDE, slide("Community ", "9434", "765", "919")),
        (SLIDE, slide("943 476 5919")),
        (SLIDE, slide("943-4", "76-5919")),
        (SLIDE, slide("born 09/03/1947")),
        (SLIDE, slide("&#72;elen")),
        (SLIDE, slide("Dr", " Lanyon")),
        (SLIDE, slide("Helen</a:t></a:r><a:br/><a:r><a:t>Clark")),
        (SLIDE, '<p:cNvPr id="4" descr="Swimlane of Helen"/>'),
        (SLIDE, '<p:cNvPr name="9434765919" id="4"/>'),
        (SLIDE, "<p:cNvPr descr='Helen' id='4'/>"),
        (CORE, core("Helen Marsh")),
        (CORE, core("9434765919")),
        ("ppt/_rels/a.xml.rels", '<Relationship Target="https://example.org/marsh"/>'),
        ("ppt/slides/Helen.xml", ""),
        ("docProps/thumbnail.jpeg", b"\xff\xd8\xff\xe0 anything"),
        ("ppt/embeddings/list.xlsx", b"PK\x03\x04"),
    ],
)
def test_an_identifier_in_a_deck_is_found(known: Identifiers, part: str, content: str | bytes) -> None:
    with pytest.raises(IdentifierFound):
        check_file("Case A.pptx", deck(part, content), known)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SLIDE, slide("Community health 3, month 1; Nurse 1. Case A")),
        (SLIDE, '<a:off x="457200" y="4"/><a:ext cx="19470309" cy="0"/>'),
        (SLIDE, slide("943 476", "</a:t></a:r></a:p><a:p><a:r><a:t>5919")),
        (CORE, core("Journeys, anonymised")),
    ],
)
def test_an_ordinary_deck_is_let_through(known: Identifiers, part: str, content: str) -> None:
    check_file("Journeys anonymised.pptx", deck(part, content), known)


@pytest.mark.parametrize("name", ["Helen.pptx", "young.pptx", "9434765919.pptx", "Case 943 476 5919.pptx"])
def test_an_identifier_in_a_file_name_is_found(known: Identifiers, name: str) -> None:
    with pytest.raises(IdentifierFound):
        check_file(name, deck(), known)


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = [(b"IHDR", bytes(13)), *chunks, (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    packed = (struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def test_a_picture_of_nothing_but_pixels_is_let_through(known: Identifiers) -> None:
    check_file("Case A.png", png((b"pHYs", bytes(9))), known)
    check_file("deck.pptx", deck("ppt/media/image1.png", png()), known)


@pytest.mark.parametrize(
    "content",
    [
        png((b"tEXt", b"Author\x00Somebody")),
        png((b"iTXt", b"a")),
        png((b"zTXt", b"a")),
        png((b"eXIf", b"a")),
        png((b"tIME", bytes(7))),
        png() + b"more",
        png() + b"much more than that",
    ],
)
def test_a_picture_that_holds_more_than_pixels_is_refused(known: Identifiers, content: bytes) -> None:
    with pytest.raises(IdentifierFound):
        check_file("Case A.png", content, known)


@pytest.mark.parametrize(
    "chunk",
    [
        (b"tEXt", b"Author\0Helen"),
        (b"zTXt", b"Author\0\0" + zlib.compress(b"Helen")),
        (b"eXIf", b"II*\0Helen"),
    ],
)
def test_what_a_picture_in_a_deck_says_is_read(known: Identifiers, chunk: tuple[bytes, bytes]) -> None:
    with pytest.raises(IdentifierFound):
        check_file("deck.pptx", deck("ppt/media/image1.png", png(chunk)), known)
    check_file("deck.pptx", deck("ppt/media/image1.png", png((b"tEXt", b"Software\0Paint"))), known)


def test_a_picture_named_after_somebody_is_refused(known: Identifiers) -> None:
    with pytest.raises(IdentifierFound):
        check_file("Helen.png", png(), known)


def test_what_was_found_is_not_told(known: Identifiers) -> None:
    with pytest.raises(IdentifierFound) as caught:
        check_file("Case A.pptx", deck(SLIDE, slide("Helen")), known)
    assert "helen" not in str(caught.value).casefold()


def test_what_a_template_says_of_itself_may_stand_and_the_same_words_in_another_text_may_not(
    known: Identifiers,
) -> None:
    layout = "ppt/slideLayouts/slideLayout1.xml"
    check_file("deck.pptx", deck(layout, slide("Dr Lanyon")), known, frozenset({"Dr Lanyon"}))
    with pytest.raises(IdentifierFound):
        check_file("deck.pptx", deck(SLIDE, slide("seen by Dr Lanyon")), known, frozenset({"Dr Lanyon"}))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "Case A.pptx",
            deck(SLIDE, slide("Helen")),
            "The PowerPoint deck to be shared still held a name from",
        ),
        (
            "Case A.xlsx",
            deck("xl/a.xml", slide("943 476 5919")),
            "The Excel workbook .* held a number or date from",
        ),
        ("Case A.svg", b"<svg ><text>Dr Lanyon</text></svg>", "A drawing .* held a name from"),
        ("Case A.png", png((b"tIME", bytes(7))), "A picture .* held something besides its pixels"),
        (
            "Case A.pptx",
            deck("docProps/thumbnail.jpeg", b"x"),
            "deck .* held a small picture of its first page",
        ),
        ("Case A.pdf", b"%PDF-", "The PDF could not be searched whole"),
    ],
)
def test_a_hit_says_in_which_file_and_which_rule_failed(
    known: Identifiers, name: str, content: bytes, says: str
) -> None:
    with pytest.raises(IdentifierFound, match=says):
        check_file(name, content, known)


def test_a_deck_may_say_words_that_are_somebody_s_name_elsewhere(lists: Callable[..., Imported]) -> None:
    known = known_identifiers(lists(people=[Person("Ms Brown")]))
    check_file("Case A.pptx", deck(SLIDE, slide("Brown sputum, walks ", "on brown ground")), known)
    with pytest.raises(IdentifierFound):
        check_file("Case A.pptx", deck(SLIDE, slide("with ", "Brown")), known)
