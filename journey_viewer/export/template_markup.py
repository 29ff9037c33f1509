"""What stays of a master, a layout or a theme of somebody else's: what can be seen, and nothing besides."""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from journey_viewer.errors import TemplateUnreadable

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FALLBACK, _ALTERNATE = f"{{{_MC}}}Fallback", f"{{{_MC}}}AlternateContent"
_OURS = frozenset({A, P})
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"

_NEVER = frozenset(
    {
        *(f"{{{space}}}extLst" for space in (A, P)),
        *(f"{{{P}}}{name}" for name in ("custDataLst", "controls", "timing", "transition", "contentPart")),
        *(f"{{{A}}}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver")),
        *(
            f"{{{A}}}{name}"
            for name in ("audioCd", "audioFile", "wavAudioFile", "videoFile", "quickTimeFile")
        ),
    }
)
"""Links, sounds, movements, and what programs keep for themselves."""

_UNSEEN = ("descr", "title")  # of a picture: often where its file once was
_ROOTS = {
    f"{{{P}}}sldMaster": ("cSld", "clrMap", "sldLayoutIdLst", "hf", "txStyles"),
    f"{{{P}}}sldLayout": ("cSld", "clrMapOvr", "hf"),
    f"{{{A}}}theme": ("themeElements", "objectDefaults", "custClrLst"),
    f"{{{P}}}defaultTextStyle": None,
}

Pictures = Callable[[str], str]
"""The new id of a picture by the id that it had, "" where it is none."""


def clean_markup(root: Any, name: str, pictures: Pictures) -> Any:
    """The same part, of which ``name`` says what it must be. Raises TemplateUnreadable."""
    if etree.QName(root).localname != name or root.tag not in _ROOTS:
        raise TemplateUnreadable
    kept = _ROOTS[root.tag]
    for child in list(root):
        if kept is not None and etree.QName(child).localname not in kept:
            root.remove(child)
    for choice in list(root.iter(_ALTERNATE)):
        _take_fallback(choice)
    for element in list(root.iter()):
        if element.tag in _NEVER or etree.QName(element).namespace not in _OURS:
            _remove(element)
    for element in list(root.iter(f"{{{P}}}graphicFrame")):
        if _TABLE not in [data.get("uri") for data in element.iter(f"{{{A}}}graphicData")]:
            _remove(element)
    for element in list(root.iter()):
        _clean_attributes(element, pictures)
    etree.cleanup_namespaces(root, top_nsmap={"a": A, "p": P, "r": R})
    return root


def _take_fallback(choice: Any) -> None:
    """What every program can show stands in place of what only some can."""
    parent = choice.getparent()
    if parent is None:
        return
    for fallback in choice.findall(_FALLBACK):
        for child in list(fallback):
            choice.addprevious(child)
    parent.remove(choice)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean_attributes(element: Any, pictures: Pictures) -> None:
    for name in list(element.attrib):
        space = etree.QName(name).namespace
        if space == R and element.tag == f"{{{A}}}blip" and name == f"{{{R}}}embed":
            found = pictures(element.get(name))
            element.set(name, found)
        elif space is not None and space != "http://www.w3.org/XML/1998/namespace":
            del element.attrib[name]
    if etree.QName(element).localname == "cNvPr":
        for name in _UNSEEN:
            element.attrib.pop(name, None)
    if element.tag == f"{{{A}}}blip" and not element.get(f"{{{R}}}embed"):
        _drop_picture(element)


def _drop_picture(blip: Any) -> None:
    """A picture that is not in the file, or is none: the shape goes, a ground becomes plain."""
    around = blip.getparent()
    if around is None:
        return
    name = etree.QName(around).localname
    if name == "blipFill" and around.tag.startswith(f"{{{A}}}"):
        around.getparent().replace(around, _plain_fill(in_theme="fmtScheme" in _names_around(around)))
    elif name == "blipFill":
        _remove(around.getparent())
    else:
        _remove(around)


def _names_around(element: Any) -> Iterator[str]:
    return (etree.QName(each).localname for each in element.iterancestors())


def _plain_fill(*, in_theme: bool) -> Any:
    if not in_theme:
        return etree.Element(f"{{{A}}}noFill")
    fill = etree.Element(f"{{{A}}}solidFill")
    etree.SubElement(fill, f"{{{A}}}schemeClr", val="phClr")
    return fill
