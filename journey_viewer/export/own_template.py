"""A practice's own .pptx or .potx -> a package of its masters, layouts, themes and size, and nothing else of it."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from posixpath import relpath
from typing import Any

from lxml import etree

from journey_viewer.errors import TemplatePicture, TemplateTooLarge, TemplateUnreadable
from journey_viewer.export.outside_package import OutsidePackage, Relation
from journey_viewer.export.pixels import NotPixels, is_png, pixels_only
from journey_viewer.export.template_markup import A, P, R, clean_markup
from journey_viewer.export.timeless import zipped

ABOUT_US = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Journey Viewer</Application></Properties>"
)
_ID = f"{{{R}}}id"
_ROOTS = {"slideLayout": "sldLayout", "theme": "theme"}
_MAX_MASTERS, _MAX_LAYOUTS = 50, 500
_FIRST_ID = 2**31  # of masters and layouts alike
_SIZES = range(914_400, 51_206_401)  # what PowerPoint allows: one to 56 inches
_STANDARD_SIZE = (9_144_000, 6_858_000)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "docProps/app.xml": f"{_KIND}.extended-properties+xml",
    "ppt/presentation.xml": f"{_KIND}.presentationml.presentation.main+xml",
    "ppt/slideMasters": f"{_KIND}.presentationml.slideMaster+xml",
    "ppt/slideLayouts": f"{_KIND}.presentationml.slideLayout+xml",
    "ppt/theme": f"{_KIND}.theme+xml",
}


def clean_template(content: bytes) -> bytes:
    """The template without its slides, notes, comments, properties, links, sounds, movements and unused parts.

    Every part is parsed and written anew under a name of ours, every picture is reduced to its
    pixels, and only what is named here is taken over. What can be seen on a master or a layout stays: that
    is the choice of whoever made it. Raises TemplateUnreadable, TemplateProtected, TemplateTooLarge,
    TemplateHasMacros or TemplatePicture.
    """
    package = OutsidePackage(content)
    presentation = package.markup(package.main)
    if presentation.tag != f"{{{P}}}presentation":
        raise TemplateUnreadable  # Strict, which python-pptx does not read
    return _Rebuilt(package).of(presentation)


class _Rebuilt:
    """Puts the new package together, part by part."""

    def __init__(self, package: OutsidePackage) -> None:
        self._outside = package
        self._parts: dict[str, bytes] = {}
        self._pictures: dict[bytes, str] = {}
        self._ids = count(_FIRST_ID)
        self._numbers = {"slideLayout": count(1), "theme": count(1), "image": count(1)}
        self._layouts_left = _MAX_LAYOUTS

    def of(self, presentation: Any) -> bytes:
        relations = self._outside.relations(self._outside.main)
        masters = [
            relations[each.get(_ID)].part
            for each in presentation.iterfind(f"{{{P}}}sldMasterIdLst/{{{P}}}sldMasterId")
            if each.get(_ID) in relations
        ]
        if len(masters) > _MAX_MASTERS:
            raise TemplateTooLarge
        listed = []
        for number, master in enumerate(masters, start=1):
            listed.append(f'<p:sldMasterId id="{next(self._ids)}" r:id="rId{number}"/>')
            self._add_master(master, f"ppt/slideMasters/slideMaster{number}.xml")
        if self._layouts_left == _MAX_LAYOUTS:
            raise TemplateUnreadable
        names = [f"ppt/slideMasters/slideMaster{number}.xml" for number in range(1, len(masters) + 1)]
        self._add("ppt/presentation.xml", _presentation(presentation, listed).encode(), names)
        self._parts["docProps/app.xml"] = ABOUT_US.encode()
        return zipped({"[Content_Types].xml": self._content_types(), "_rels/.rels": _ROOT, **self._parts})

    def _add_master(self, part: str, name: str) -> None:
        root, relations = self._outside.markup(part), self._outside.relations(part)
        listed = root.find(f"{{{P}}}sldLayoutIdLst")
        themes = [relation.part for relation in relations.values() if relation.kind == "theme"]
        if listed is None or len(themes) != 1:
            raise TemplateUnreadable
        layouts = [relations[each.get(_ID)].part for each in listed if each.get(_ID) in relations]
        related = self._clean(root, relations, "sldMaster")
        for each in list(listed):
            listed.remove(each)
        for layout in layouts:
            related.append(self._add_layout(layout, name))
            etree.SubElement(
                listed, f"{{{P}}}sldLayoutId", {"id": str(next(self._ids)), _ID: f"rId{len(related)}"}
            )
        related.append(self._add_other("theme", themes[0]))
        self._add(name, _written(root), related)

    def _add_layout(self, part: str, master: str) -> str:
        self._layouts_left -= 1
        if self._layouts_left < 0:
            raise TemplateTooLarge
        return self._add_other("slideLayout", part, master)

    def _add_other(self, kind: str, part: str, *others: str) -> str:
        """A layout or a theme under a name of ours, which is returned."""
        folder = {"slideLayout": "slideLayouts", "theme": "theme"}[kind]
        name = f"ppt/{folder}/{kind}{next(self._numbers[kind])}.xml"
        root = self._outside.markup(part)
        related = self._clean(root, self._outside.relations(part), _ROOTS[kind])
        self._add(name, _written(root), [*related, *others])
        return name

    def _clean(self, root: Any, relations: dict[str, Relation], kind: str) -> list[str]:
        """The part's pictures in the order of their new ids."""
        related: list[str] = []

        def picture(old: str) -> str:
            relation = relations.get(old)
            if relation is None or relation.kind != "image" or not relation.part:
                return ""
            name = self._picture(relation.part)
            if name not in related:
                related.append(name)
            return f"rId{related.index(name) + 1}"

        clean_markup(root, kind, picture)
        return related

    def _picture(self, part: str) -> str:
        try:
            content = pixels_only(self._outside.picture(part))
        except NotPixels:
            raise TemplatePicture from None
        key = sha256(content).digest()
        if key not in self._pictures:
            ending = "png" if is_png(content) else "jpeg"
            name = f"ppt/media/image{next(self._numbers['image'])}.{ending}"
            self._pictures[key], self._parts[name] = name, content
        return self._pictures[key]

    def _add(self, name: str, content: bytes, related: list[str]) -> None:
        """A part with its relationships, whose ids are counted from rId1."""
        self._parts[name] = content
        if related:
            folder, _, last = name.rpartition("/")
            self._parts[f"{folder}/_rels/{last}.rels"] = _relationships(folder, related).encode()

    def _content_types(self) -> bytes:
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._kinds()
        )
        endings = (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        )
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in (*endings, ("png", "image/png"), ("jpeg", "image/jpeg"))
        )
        return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'.encode()

    def _kinds(self) -> Iterator[tuple[str, str]]:
        for name in self._parts:
            kind = _KINDS.get(name, _KINDS.get(name.rpartition("/")[0], ""))
            if kind:
                yield name, kind


_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="ppt/presentation.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
).encode()


def _written(root: Any) -> bytes:
    """As python-pptx writes it: a part that is not changed any more stays the same to the byte."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _relationships(folder: str, related: list[str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{_RELATIONS}/{_relation_kind(name)}" Target="{relpath(name, folder)}"/>'
        for place, name in enumerate(related, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _relation_kind(name: str) -> str:
    """The last word of the type: "slideLayout" of ppt/slideLayouts/slideLayout3.xml."""
    return name.rpartition("/")[2].partition(".")[0].rstrip("0123456789")


def _presentation(root: Any, masters: list[str]) -> str:
    style = root.find(f"{{{P}}}defaultTextStyle")
    letters = ""
    if style is not None:
        root.remove(style)
        letters = etree.tostring(clean_markup(style, "defaultTextStyle", _no_picture), encoding="unicode")
    across, down = _size(root)
    return (
        f'<p:presentation xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"><p:sldMasterIdLst>{"".join(masters)}'
        f'</p:sldMasterIdLst><p:sldSz cx="{across}" cy="{down}"/><p:notesSz cx="6858000" cy="9144000"/>{letters}'
        "</p:presentation>"
    )


def _no_picture(_: str) -> str:
    return ""


def _size(root: Any) -> tuple[int, int]:
    """In English metric units."""
    size = root.find(f"{{{P}}}sldSz")
    if size is None:
        return _STANDARD_SIZE
    try:
        across, down = int(size.get("cx", "")), int(size.get("cy", ""))
    except ValueError:
        raise TemplateUnreadable from None
    if across not in _SIZES or down not in _SIZES:
        raise TemplateUnreadable
    return across, down
