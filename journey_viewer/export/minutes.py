"""Minutes as a Word document: headings, lists and tables that can be edited, and nobody's name in it."""

import io
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from journey_viewer.export.own_template import ABOUT_US
from journey_viewer.export.plain_text import plain
from journey_viewer.export.timeless import timeless
from journey_viewer.export.word_tables import dress_tables
from journey_viewer.model.days import day_in_words
from journey_viewer.privacy.anonymous_minutes import AnonymousMeeting, AnonymousMinutes
from journey_viewer.privacy.anonymous_pack import AnonymousAction
from journey_viewer.theme import Theme
from journey_viewer.timeline.minutes_words import (
    FOOTER,
    Section,
    details_of,
    held,
    sections,
    status_of,
    title_of,
    what_of,
)

_FONT, _SMALL = "Arial", 9.5
_SIZES = {"Title": 22, "Heading 1": 14, "Normal": 10.5, "List Bullet": 10.5}
_ROOM = Mm(174)  # between the margins
_ENTRY = (32, 142)  # mm, of what something is and of what is told of it
_ACTIONS = (("Case", 22), ("What", 74), ("Who leads", 32), ("Due", 23), ("Status", 23))  # mm
_LEFT_OVER = frozenset(
    {
        *("thumbnail", "extended-properties", "stylesWithEffects", "customXml", "webSettings"),
        *("theme", "fontTable"),
    }
)
_KEPT_STYLES = frozenset(
    {
        *_SIZES,
        "heading 1",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "header",
        "footer",
    }
)


def write_minutes(minutes: AnonymousMinutes, theme: Theme, made_on: date) -> bytes:
    """A .docx of A4 pages; the same minutes give the same bytes. ``minutes`` must hold a meeting."""
    meeting = minutes.meeting
    if meeting is None:
        raise ValueError("only actions were asked for")
    document = _blank(theme)
    document.add_paragraph(title_of(meeting), style="Title")
    _quiet(document.add_paragraph(held(meeting)), theme)
    for section in sections(minutes):
        _add_section(document, section, theme)
    dress_tables(document.element.body, len(_ACTIONS), theme)
    _set_footer(document, theme)
    _sign(document.core_properties, meeting, made_on)
    saved = io.BytesIO()
    document.save(saved)
    return timeless(saved.getvalue())


def _add_section(document: Any, section: Section, theme: Theme) -> None:
    document.add_paragraph(plain(section.heading), style="Heading 1")
    for text in section.texts:
        document.add_paragraph(plain(text))
    for point in section.points:
        document.add_paragraph(plain(point), style="List Bullet")
    if section.entries:
        table = _table(document, len(section.entries), _ENTRY)
        for row, (what, told) in zip(table.rows, section.entries, strict=True):
            _write(row.cells[0], [what], bold=True)
            _write(row.cells[1], [told])
    if section.actions:
        _add_actions(document, section.actions, theme)


def _add_actions(document: Any, actions: tuple[AnonymousAction, ...], theme: Theme) -> None:
    """A table with a row an action, under its headings."""
    table = _table(document, len(actions) + 1, tuple(width for _, width in _ACTIONS))
    head, *rows = table.rows
    for cell, (heading, _) in zip(head.cells, _ACTIONS, strict=True):
        _write(cell, [heading], bold=True)
    for row, action in zip(rows, actions, strict=True):
        due = day_in_words(action.due) if action.due else "no day set"
        what = [f"{action.number}. {what_of(action)}", *details_of(action)]
        texts = ([action.case], what, [action.lead or "nobody yet"], [due], [status_of(action)])
        for cell, lines in zip(row.cells, texts, strict=True):
            _write(cell, lines, size=_SMALL)
        for detail in row.cells[1].paragraphs[1:]:
            _quiet(detail, theme)


def _table(document: Any, rows: int, widths: tuple[int, ...]) -> Any:
    table = document.add_table(rows, len(widths))
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
        for cell in table.columns[place].cells:
            cell.width = Mm(width)
    return table


def _write(cell: Any, lines: list[str], *, bold: bool = False, size: float = 0) -> None:
    """Each in a paragraph of its own."""
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(plain(line))
        run.bold = bold
        if size:
            run.font.size = Pt(size)


def _blank(theme: Theme) -> Any:
    """python-docx's default document made ours: A4, Arial and our colours, and nothing of its maker's."""
    document = Document()
    package = document.part.package
    about = package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES).partname
    for owner in (package, document.part):
        for number, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _LEFT_OVER:
                del owner.rels[number]
    ours = Part(about, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, ABOUT_US.encode(), package)
    package.relate_to(ours, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    _settle(document.settings.element)
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    _dress(document, theme)
    return document


def _settle(settings: Any) -> None:
    """As Word 2013 and later lay it out; away with what else whoever saved the default document had set."""
    for name in ("w:rsids", "w:savePreviewPicture", "w:clrSchemeMapping", "w:themeFontLang"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    for setting in list(settings.iter(qn("w:compatSetting"))):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
        else:
            setting.getparent().remove(setting)


def _clear_styles(styles: Any) -> None:
    """Away with the styles that are not used, and with the fonts and the language of the default document."""
    for style in styles.findall(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT_STYLES:
            styles.remove(style)
    for name in ("w:latentStyles", "w:link", "w:rsid"):
        for found in list(styles.iter(qn(name))):
            found.getparent().remove(found)
    for fonts in styles.iter(qn("w:rFonts")):
        _set_arial(fonts)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _clear_numbering(document: Any) -> None:
    """Of the lists that the default document knows the one of our points stays."""
    bullets = document.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = document.part.numbering_part.element
    kept = {
        each.find(qn("w:abstractNumId")).get(qn("w:val"))
        for each in numbering.findall(qn("w:num"))
        if each.get(qn("w:numId")) == bullets
    }
    for each in list(numbering):
        is_num = each.tag == qn("w:num")
        number = each.get(qn("w:numId" if is_num else "w:abstractNumId"))
        if number not in ({bullets} if is_num else kept):
            numbering.remove(each)


def _set_arial(fonts: Any) -> None:
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    for theme_font in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme_font), None)


def _dress(document: Any, theme: Theme) -> None:
    _clear_styles(document.styles.element)
    _clear_numbering(document)
    colours = {"Title": "ink", "Heading 1": "navy", "Normal": "ink", "List Bullet": "ink"}
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), _FONT
        style.font.color.rgb = RGBColor.from_string(theme.colours[colours[name]][1:].upper())
        style.paragraph_format.space_after = Pt(4)
        _set_arial(style.element.get_or_add_rPr().get_or_add_rFonts())
    heading = document.styles["Heading 1"].paragraph_format
    heading.space_before, heading.keep_with_next = Pt(14), True
    for border in list(document.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _quiet(paragraph: Any, theme: Theme) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = RGBColor.from_string(theme.colours["quiet"][1:].upper())


def _set_footer(document: Any, theme: Theme) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(_ROOM, WD_TAB_ALIGNMENT.RIGHT)
    for text in (f"{FOOTER}\tPage ", "1", " of ", "1"):
        paragraph.add_run(text).font.size = Pt(8)
    _quiet(paragraph, theme)
    _, page, _, pages = (run.element for run in paragraph.runs)
    for run, field in ((page, "PAGE"), (pages, "NUMPAGES")):
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        run.addprevious(counted)
        counted.append(run)


def _sign(told: Any, meeting: AnonymousMeeting, made_on: date) -> None:
    """Every property is said by us, so that nothing is filled in for us; nobody is its author."""
    told.title, told.subject = f"{title_of(meeting)}, anonymised", "What was decided, and who does what"
    told.author = told.last_modified_by = ""
    told.keywords, told.comments = "deep dive, anonymised", "Anonymised, for learning"
    told.category, told.language, told.revision = "For learning", "en-GB", 1
    told.content_status = told.identifier = told.version = ""
    told.created = told.modified = datetime.combine(made_on, time())
