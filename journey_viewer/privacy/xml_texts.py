"""Every text in XML, SVG or HTML: what is shown, what attributes say, and what comments hide."""

import re
from collections.abc import Iterator
from html import unescape

APART = " | "  # no name and no number reaches across it
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])(?:[\w-]++:)?+([\w-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))"""
)
_TOLD_TO_PEOPLE = frozenset(
    {
        "name",
        "descr",
        "title",
        "tooltip",
        "target",
        "href",
        "alt",
        "aria-label",
        "content",
        "author",
        "initials",
        "id",
    }
)
_MEASURE = re.compile(r"[-\d.,\s]{1,9}(?:px|pt|em|%)?")  # a length or a place, too short for an NHS number
_STAMP = re.compile(
    r"(<dcterms:(?:created|modified)[^<>]{0,200}>)[^<]*+"
)  # the day of the export is nobody's
_PARAGRAPH_ENDS = re.compile(r"</(?:a:p|w:p|p|text|title|desc|si|row|div|li|td|tr|h[1-6])>")
_BREAK = re.compile(r"<(?:a:br|w:br|w:tab|br)\b")
_ENDS_OF_RUNS = ("</a:p>", "</w:p>", "</si>")  # of what is cut anywhere, in the midst of words
_IN_WORDS = re.compile(
    r"</?(?:tspan|span|[abiu]|em|strong|font|small|big|su[bp]|mark|wbr|ins|del)\b[^<>]*+>", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*+>")
_ENTITY = re.compile(r"<!ENTITY[^<>]{0,2000}")


def texts_in_xml(xml: str) -> Iterator[str]:
    """The attributes that anybody may read, in one text, each paragraph, and each comment.

    Where a tag may stand inside a word or between words, both ways of reading are told.
    """
    xml = _STAMP.sub(r"\1", xml)
    yield APART.join(_attributes(xml))
    yield from _ENTITY.findall(xml)
    yield from (each.partition("-->")[0] for each in xml.split("<!--")[1:])
    xml = xml.replace("<![CDATA[", "").replace("]]>", "")
    of_runs = any(end in xml for end in _ENDS_OF_RUNS)
    for paragraph in _PARAGRAPH_ENDS.split(_BREAK.sub(" <a:br", xml)):
        yield unescape(_TAG.sub("" if of_runs else " ", paragraph))
        if not of_runs and (together := _IN_WORDS.sub("", paragraph)) != paragraph:
            yield unescape(_TAG.sub(" ", together))


def _attributes(xml: str) -> list[str]:
    """The different values that people may come to read, but for mere measures."""
    values = {
        value: None
        for name, *quoted in _ATTRIBUTE.findall(xml)
        if name.lower() in _TOLD_TO_PEOPLE and not _MEASURE.fullmatch(value := "".join(quoted))
    }
    return [unescape(value) for value in values]
