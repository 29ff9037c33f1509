"""Templates of an invented practice: with all that a template of somebody's own may bring along."""

import io
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from PIL import Image, PngImagePlugin
from pptx import Presentation
from pptx.util import Inches

PLANTED = "Wrenfield"
"""Stands wherever somebody who made a template may have left a name."""
ON_THE_MASTER = "Riverside Surgery"
"""Stands where it can be seen, and is to stay."""

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS = f'<p:cmLst xmlns:p="{_P}"><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>{PLANTED}</p:text></p:cm></p:cmLst>'
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    f'<property name="{PLANTED}"/></Properties>'
)
_DARK = (
    f'<p:bg xmlns:p="{_P}" xmlns:a="{_A}"><p:bgPr><a:solidFill><a:srgbClr val="102040"/></a:solidFill>'
    "<a:effectLst/></p:bgPr></p:bg>"
)
_HIDDEN = (
    f'<p:custDataLst xmlns:p="{_P}" xmlns:r="{_R}"><p:tags r:id="rId9"/></p:custDataLst>',
    f'<p:timing xmlns:p="{_P}"><p:tnLst/></p:timing>',
    f'<p:extLst xmlns:p="{_P}"><p:ext uri="{PLANTED}"/></p:extLst>',
)
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"

Change = Callable[[dict[str, bytes]], None]


def template(
    *, inches: tuple[float, float] = (13.333, 7.5), dark: bool = False, change: Change | None = None
) -> bytes:
    """A .pptx with a logo, a custom layout, a slide, comments, properties and links; then changed by hand."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(inches[0]), Inches(inches[1])
    _widen(deck, inches[0] / 10)
    _sign(deck)
    _dress(deck, dark=dark)
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = PLANTED
    slide.notes_slide.notes_text_frame.text = PLANTED
    saved = io.BytesIO()
    deck.save(saved)
    with ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    _bring_along(parts)
    if change:
        change(parts)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def retyped(kind: str) -> Change:
    """The same as a template, a slide show or anything else, by what it says of its main part."""

    def change(parts: dict[str, bytes]) -> None:
        name = "[Content_Types].xml"
        new = kind if "/" in kind else _TYPE.format(kind)
        parts[name] = parts[name].replace(_TYPE.format("presentation").encode(), new.encode())

    return change


def logo(kind: str) -> bytes:
    """A picture of 64 × 32 pixels with words in it, as PNG, JPEG or GIF."""
    picture = Image.linear_gradient("L").resize((64, 32)).convert("RGB")
    content = io.BytesIO()
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", PLANTED)
        picture.save(content, kind, pnginfo=words)
    else:
        picture.save(content, kind, comment=PLANTED.encode())
    return content.getvalue()


def _widen(deck: Any, factor: float) -> None:
    for owner in (deck.slide_master, *deck.slide_layouts):
        for placeholder in owner.placeholders:
            if placeholder.element.xpath("p:spPr/a:xfrm"):
                placeholder.left, placeholder.width = (
                    round(placeholder.left * factor),
                    round(placeholder.width * factor),
                )


def _sign(deck: Any) -> None:
    told = deck.core_properties
    told.author = told.last_modified_by = told.title = told.comments = told.keywords = PLANTED


def _dress(deck: Any, *, dark: bool) -> None:
    """A logo and a name on the master; a layout of the practice's own; what hides besides."""
    master, own = deck.slide_master, deck.slide_layouts[6]
    own.name = "Our own layout"
    for owner, kind in ((master, "PNG"), (own, "JPEG")):
        part, its_id = owner.part.get_or_add_image_part(io.BytesIO(logo(kind)))
        del part
        owner.shapes.element.append(_picture(f'r:embed="{its_id}"'))
    linked = own.part.relate_to(f"http://{PLANTED}.example.org/x.png", f"{_R}/image", is_external=True)
    own.shapes.element.append(_picture(f'r:link="{linked}"'))
    link = master.part.relate_to(f"http://{PLANTED}.example.org", f"{_R}/hyperlink", is_external=True)
    master.shapes.element.append(_text(ON_THE_MASTER, link))
    for hidden in _HIDDEN:
        own.element.append(etree.fromstring(hidden))
    if dark:
        ground = master.element.find(f"{{{_P}}}cSld/{{{_P}}}bg")
        ground.getparent().replace(ground, etree.fromstring(_DARK))


def _picture(reference: str) -> Any:
    return etree.fromstring(
        f'<p:pic xmlns:p="{_P}" xmlns:a="{_A}" xmlns:r="{_R}"><p:nvPicPr><p:cNvPr id="901" name="Logo" descr="{PLANTED}"/>'
        f"<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip {reference}/><a:stretch><a:fillRect/></a:stretch>"
        '</p:blipFill><p:spPr><a:xfrm><a:off x="100" y="100"/><a:ext cx="640000" cy="320000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _text(words: str, link: str) -> Any:
    return etree.fromstring(
        f'<p:sp xmlns:p="{_P}" xmlns:a="{_A}" xmlns:r="{_R}"><p:nvSpPr><p:cNvPr id="902" name="Practice"/>'
        '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="9000000" y="6500000"/>'
        '<a:ext cx="2000000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB"><a:hlinkClick r:id="{link}"/></a:rPr>'
        f"<a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _bring_along(parts: dict[str, bytes]) -> None:
    """Parts that python-pptx does not make: comments, custom properties and custom XML."""
    extra = {
        "docProps/custom.xml": _CUSTOM,
        "customXml/item1.xml": f"<item>{PLANTED}</item>",
        "ppt/comments/comment1.xml": _COMMENTS,
        f"ppt/media/{PLANTED}.wav": PLANTED,
    }
    parts.update({name: text.encode() for name, text in extra.items()})
    _relate(parts, "_rels/.rels", "custom-properties", "docProps/custom.xml")
    _relate(parts, "ppt/_rels/presentation.xml.rels", "customXml", "../customXml/item1.xml")
    _relate(parts, "ppt/slides/_rels/slide1.xml.rels", "comments", "../comments/comment1.xml")
    _relate(parts, "ppt/slideMasters/_rels/slideMaster1.xml.rels", "audio", f"../media/{PLANTED}.wav")
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(
        b"<Default", b'<Default Extension="wav" ContentType="audio/wav"/><Default', 1
    )


def _relate(parts: dict[str, bytes], name: str, kind: str, target: str) -> None:
    relation = f'<Relationship Id="rId99" Type="{_R}/{kind}" Target="{target}"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
