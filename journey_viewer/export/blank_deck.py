"""python-pptx's default template made ours: wide, in our colours and Arial, with nobody's name in it."""

from datetime import date, datetime, time
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from journey_viewer.export.ink_xml import NO_LINE, emu, filled
from journey_viewer.export.own_template import ABOUT_US
from journey_viewer.export.shapes_xml import RECTANGLE, Box, Shape, add_shapes
from journey_viewer.export.slide_title import USUAL_PLACE, USUAL_SIZE
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import MARGIN, PAGE_HEIGHT, PAGE_WIDTH

_LAYOUT = "Title Only"
_INNER = PAGE_WIDTH - 2 * MARGIN
_TITLE, _BODY = Box(*USUAL_PLACE, _INNER, USUAL_SIZE * 1.3), Box(MARGIN, 138, _INNER, 880)
_NOTES_PICTURE, _NOTES_BODY = Box(108, 108, 864, 486), Box(108, 630, 864, 702)  # of an upright page
_FLEETING = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_ACCENTS = ("gp", "urgent_111", "ae", "outpatient", "community", "mental_health")


def blank_deck(theme: Theme, made_on: date) -> Any:
    """A Presentation without slides, whose one layout has a title and room for everything else."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = emu(PAGE_WIDTH), emu(PAGE_HEIGHT)
    del deck.element.sldSz.attrib["type"]  # it says 4:3
    for layout in [each for each in deck.slide_layouts if each.name != _LAYOUT]:
        deck.slide_layouts.remove(layout)
    _drop_leftovers(deck)
    _dress_master(deck.slide_master, theme)
    deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob = _theme_part(theme).encode()
    sign(deck, theme, made_on)
    for owner in (deck, deck.slide_master, *deck.slide_layouts):
        _speak_english(owner)
    return deck


def sign(deck: Any, theme: Theme, made_on: date) -> None:
    """Notes that look like ours, and properties that say what it is and nothing of who made it."""
    _list_notes_master(deck)
    _drop_fleeting(deck.notes_master)
    _place(deck.notes_master, PP_PLACEHOLDER.SLIDE_IMAGE, _NOTES_PICTURE)
    _place(deck.notes_master, PP_PLACEHOLDER.BODY, _NOTES_BODY)
    _set_notes_theme(deck, _theme_part(theme).encode())
    _speak_english(deck.notes_master)
    _sign(deck.core_properties, made_on)


def _speak_english(owner: Any) -> None:
    for letters in owner.element.iter("{*}defRPr", "{*}rPr", "{*}endParaRPr"):
        letters.set("lang", "en-GB")


def _list_notes_master(deck: Any) -> None:
    """python-pptx makes a notes master without naming it in the presentation, where Keynote looks for it."""
    its_id = deck.part.relate_to(deck.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = (
        f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{its_id}"/></p:notesMasterIdLst>'
    )
    deck.element.sldMasterIdLst.addnext(parse_xml(listed))


def _drop_leftovers(deck: Any) -> None:
    """Away with what tells of the template's maker, and with placeholders that would carry a date."""
    package = deck.part.package
    _drop(package, RELATIONSHIP_TYPE.THUMBNAIL)
    _drop(deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    _drop(deck.part, RELATIONSHIP_TYPE.VIEW_PROPS)
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES).blob = ABOUT_US.encode()
    for owner in (deck.slide_master, *deck.slide_layouts):
        _drop_fleeting(owner)


def _drop_fleeting(owner: Any) -> None:
    for placeholder in list(owner.placeholders):
        if placeholder.placeholder_format.type in _FLEETING:
            owner.shapes.element.remove(placeholder.element)


def _drop(owner: Any, kind: str) -> None:
    """``relate_to`` gives the id of a relationship that is there already."""
    owner.drop_rel(owner.relate_to(owner.part_related_by(kind), kind))


def _dress_master(master: Any, theme: Theme) -> None:
    """The bar along the top, and how a title looks: small, bold, at the left and without insets."""
    bar = filled(theme.colours["accent"]) + NO_LINE
    add_shapes(
        master.shapes, [Shape("Accent bar", Box(0, 0, PAGE_WIDTH, 10), RECTANGLE, bar, role="decorative")]
    )
    _place(master, PP_PLACEHOLDER.BODY, _BODY)
    frame = _place(master, PP_PLACEHOLDER.TITLE, _TITLE).text_frame
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = False, MSO_AUTO_SIZE.NONE
    (letters,) = master.element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")
    letters.set("sz", str(USUAL_SIZE * 50))
    letters.set("b", "1")
    letters.getparent().set("algn", "l")


def _place(master: Any, kind: PP_PLACEHOLDER, box: Box) -> Any:
    placeholder = master.placeholders.get(kind)
    placeholder.left, placeholder.top = emu(box.left), emu(box.top)
    placeholder.width, placeholder.height = emu(box.width), emu(box.height)
    return placeholder


def _set_notes_theme(deck: Any, xml: bytes) -> None:
    """Slides and notes must not share a part, so each has its own."""
    notes = deck.notes_master.part
    name = notes.part_related_by(RELATIONSHIP_TYPE.THEME).partname
    _drop(notes, RELATIONSHIP_TYPE.THEME)
    notes.relate_to(Part(name, CONTENT_TYPE.OFC_THEME, notes.package, xml), RELATIONSHIP_TYPE.THEME)


def _theme_part(theme: Theme) -> str:
    """Our colours and Arial; the effects are the plainest that the format allows."""
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    fonts = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colour[1:]}"/></a:{slot}>' for slot, colour in _slots(theme))
    return (
        f'<a:theme {nsdecls("a")} name="Journey Viewer"><a:themeElements>'
        f'<a:clrScheme name="Journey Viewer">{slots}</a:clrScheme><a:fontScheme name="Arial">'
        f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Plain"><a:fillStyleLst>{plain}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{plain}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _slots(theme: Theme) -> list[tuple[str, str]]:
    colours = theme.colours
    accents = [(f"accent{place}", theme.services[name].colour) for place, name in enumerate(_ACCENTS, 1)]
    first = [(slot, colours[name]) for slot, name in (("dk1", "ink"), ("lt1", "ground"), ("dk2", "navy"))]
    links = [("hlink", colours["accent"]), ("folHlink", colours["navy"])]
    return [*first, ("lt2", colours["page"]), *accents, *links]


def _sign(told: Any, made_on: date) -> None:
    """Every property is said by us, so that nothing is filled in for us."""
    told.title, told.subject = "Journeys, anonymised", "Journeys across services"
    told.author = told.last_modified_by = "Journey Viewer"
    told.keywords, told.comments = "deep dive, anonymised", "Anonymised, for learning"
    told.category, told.language, told.revision = "For learning", "en-GB", 1
    told.created = told.modified = datetime.combine(made_on, time())
