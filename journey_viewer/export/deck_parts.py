"""The parts that every deck has: theme, masters, the one layout, notes pages and properties, as XML."""

from datetime import date

from journey_viewer.export.shapes_xml import (
    NO_FILL,
    NO_LINE,
    RECTANGLE,
    Box,
    Group,
    Letters,
    Shape,
    escaped,
    filled,
    shape_tree,
    text_body,
)
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import MARGIN, PAGE_WIDTH

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:a="{_DRAWING}" xmlns:r="{_OFFICE}/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"'
    ' hlink="hlink" folHlink="folHlink"/>'
)
_SAME_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_BACKGROUND = (
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
)
_ACCENTS = ("gp", "urgent_111", "ae", "outpatient", "community", "mental_health")
_TITLE = Box(MARGIN, 30, PAGE_WIDTH - 2 * MARGIN, 57)
_TITLE_SIZE = 44


def slide(members: list[Shape | Group]) -> str:
    return f"<p:sld {NAMESPACES}><p:cSld>{shape_tree(members)}</p:cSld>{_SAME_COLOURS}</p:sld>"


def slide_layout(theme: Theme) -> str:
    """The only layout: a title, and room for everything else."""
    return (
        f'<p:sldLayout {NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title only">'
        f"{shape_tree([_title(theme)])}</p:cSld>{_SAME_COLOURS}</p:sldLayout>"
    )


def slide_master(theme: Theme) -> str:
    """The ground, the bar along the top and how texts look before they are told otherwise."""
    bar = Shape(
        "Accent bar",
        Box(0, 0, PAGE_WIDTH, 10),
        RECTANGLE,
        filled(theme.colours["accent"]) + NO_LINE,
        role="decorative",
    )
    title = _level(_TITLE_SIZE * 50, "+mj-lt", bold=True)
    body = _level(1200, "+mn-lt", bold=False)
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{_BACKGROUND}{shape_tree([bar, _title(theme)])}</p:cSld>{_MAP}"
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{body}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(size: int, font: str, *, bold: bool) -> str:
    """How a first level looks; ``size`` in hundredths of a point."""
    return (
        '<a:lvl1pPr marL="0" indent="0"><a:buNone/>'
        f'<a:defRPr lang="en-GB" sz="{size}" b="{int(bold)}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="{font}"/></a:defRPr></a:lvl1pPr>'
    )


def _title(theme: Theme) -> Shape:
    letters = Letters(_TITLE_SIZE, theme.colours["ink"], bold=True)
    return Shape("Title", _TITLE, RECTANGLE, NO_FILL, text_body("Title", letters), "title")


def notes_slide(notes: str) -> str:
    tree = _notes_tree(notes)
    return f"<p:notes {NAMESPACES}><p:cSld>{tree}</p:cSld>{_SAME_COLOURS}</p:notes>"


def notes_master() -> str:
    return f"<p:notesMaster {NAMESPACES}><p:cSld>{_BACKGROUND}{_notes_tree('Notes')}</p:cSld>{_MAP}</p:notesMaster>"


def _notes_tree(notes: str) -> str:
    """A notes page, A4-like and upright: the slide's picture above, the words below it."""
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="en-GB" sz="1200"/><a:t>{escaped(text)}</a:t></a:r></a:p>'
        for text in notes.split("\n")
    )
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/>'
        f'<a:ext cx="5486400" cy="3086100"/></a:xfrm>{RECTANGLE}</p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4000500"/>'
        f'<a:ext cx="5486400" cy="4457700"/></a:xfrm>{RECTANGLE}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp></p:spTree>"
    )


def presentation(slides: int) -> str:
    """``rId1`` and ``rId2`` are the masters, the slides follow."""
    listed = "".join(f'<p:sldId id="{256 + place}" r:id="rId{3 + place}"/>' for place in range(slides))
    return (
        f'<p:presentation {NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr>'
        "</p:defaultTextStyle></p:presentation>"
    )


def theme_part(theme: Theme) -> str:
    """Our colours and Arial; the effects are the plainest that the format allows."""
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    fonts = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colour[1:]}"/></a:{slot}>' for slot, colour in _slots(theme))
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Journey Viewer"><a:themeElements>'
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


def core_properties(made_on: date) -> str:
    """Who made it and when, all of it said by us, so that nothing is filled in for us."""
    when = f"{made_on.isoformat()}T00:00:00Z"
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Journeys, anonymised</dc:title>'
        "<dc:subject>Journeys across services</dc:subject><dc:creator>Journey Viewer</dc:creator>"
        "<cp:keywords>deep dive, anonymised</cp:keywords>"
        "<dc:description>Anonymised, for learning</dc:description>"
        "<cp:lastModifiedBy>Journey Viewer</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        "<cp:category>For learning</cp:category><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def app_properties(slides: int) -> str:
    return (
        f'<Properties xmlns="{_OFFICE}/extended-properties"><TotalTime>0</TotalTime>'
        "<Application>Journey Viewer</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{slides}</Slides><Notes>{slides}</Notes></Properties>"
    )
